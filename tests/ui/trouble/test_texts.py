"""Every text that people can type."""

import json
import os
import re
from pathlib import Path

import pytest

from tests.printing.readback import missing, pages
from tests.ui.shell import PERSON, REQUEST, Shell, program

LONG = ("عبدالمحمد پورحسینی‌نژاد " * 13)[:300].strip()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("علي كريمي", "علي كريمي"),
        ("می‌خواهم نیم‌فاصله", "می‌خواهم نیم‌فاصله"),
        ("<b>علی</b> & <script>", "<b>علی</b> & <script>"),
        ("\"علی\" 'رضا' «حسن» `؛--", "\"علی\" 'رضا' «حسن» `؛--"),
        ("علی 😀 رضا", "علی 😀 رضا"),
        ("علی\0رضا", "علیرضا"),
        ("علی\ud800رضا", "علیرضا"),
        ("علی 12 ۱۲ ١٢", "علی 12 ۱۲ ١٢"),
        ("علی{name}رضا %s", "علی{name}رضا %s"),
        (LONG, LONG),
    ],
    ids=[
        "arabic",
        "zwnj",
        "tags",
        "quotes",
        "emoji",
        "nul",
        "surrogate",
        "digits",
        "braces",
        "long",
    ],
)
def test_a_name_is_kept_shown_and_printed(
    office: Shell, tmp_path: Path, typed: str, kept: str
) -> None:
    tracking = office.register(applicant={**PERSON, "name": typed})
    assert office.done("show", tracking)["applicant"]["name"] == kept
    assert [hit["name"] for hit in office.found(typed)] == [kept]
    code, said = office.say("show", tracking)
    assert code == 0
    assert len(said.strip().splitlines()) == 7
    for suffix in ("pdf", "bin"):
        file = tmp_path / f"receipt.{suffix}"
        office.done("paper", "receipt", tracking, "--to", str(file))
        assert file.stat().st_size > 1000
    printed = (tmp_path / "receipt.pdf").read_bytes()
    assert missing(re.findall(r"\w+", kept), printed) == []
    assert pages(printed) <= 2
    for suffix in ("json", "csv", "xlsx", "pdf"):
        office.done("log", "--to", str(tmp_path / f"log.{suffix}"))
    office.verified()


def test_a_name_does_not_steer_the_console(office: Shell) -> None:
    tracking = office.register(applicant={**PERSON, "name": "علی\x1b[2J\r\n\u202eرضا\u2066"})
    for words in (("show", tracking), ("find", tracking)):
        said = office.say(*words)[1]
        assert not set(said) & {"\x1b", "\r", "\u202e"}
        assert "علی [2J رضا" in said


@pytest.mark.parametrize(
    "words",
    [
        ("issue", "--service", "\udcff"),
        ("issue", "--service", "35", "--tap", "t\udcff\ud800"),
        ("issue", "--service", "35", "--priority", "\udcff"),
        ("call", "--counter", "1\udcff", "--call-id", "\udcff"),
        ("call", "--counter", "\udcff"),
        ("begin", "--ticket", "\udcff"),
        ("show", "\udcff"),
        ("find", "\udcff"),
        ("find", "a\0b"),
        ("register", "\udcff.json"),
        ("answer", "\udcff", "\udcff"),
        ("paper", "receipt", "\udcff", "--to", "\udcff.pdf"),
        ("log", "--date", "\udcff"),
        ("log", "--to", "\udcff/\udcff.json"),
        ("office", "clerk", "\udcff", "--name", "\udcff"),
        ("office", "counter", "7\udcff", "--name", "\udcff"),
        ("catalogue", "retire", "\udcff", "--reason", "\udcff"),
        ("catalogue", "import", "\udcff.csv"),
        ("backup", "\udcff/\udcff"),
        ("close", "--clerk", "\udcff"),
        ("verify", "--data", "\udcff"),
    ],
)
def test_arguments_that_are_no_text_do_no_harm(office: Shell, words: tuple[str, ...]) -> None:
    for json_too in ((), ("--json",)):
        code, said = office.say(*words, *json_too)
        assert code in (0, 3), said
        said.encode(errors="backslashreplace")
    office.verified()


def test_bytes_in_the_arguments_of_the_program_do_no_harm(office: Shell) -> None:
    data = ("--data", str(office.data))
    found = program(*data, "find", b"\xff\xfe", "--json")
    assert (found.returncode, found.stdout, found.stderr) == (0, b"[]\n", b"")
    file = os.fsencode(office.home) + b"/\xff.json"
    Path(os.fsdecode(file)).write_text(json.dumps(REQUEST))
    made = program(*data, "register", file, "--json")
    assert (made.returncode, made.stderr) == (0, b"")
    gone = program(*data, "register", b"\xff.json")
    assert (gone.returncode, gone.stderr) == (3, b"")
    assert "یافت نشد".encode() in gone.stdout
