"""Bad input and trouble: a clear Persian sentence, exit 3, nothing half-done, nothing lost."""

import ctypes
import fcntl
import json
import os
import random
import re
import shutil
import signal
import socket
import struct
import subprocess
import sys
import termios
import time
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from db.connection import connect
from tests.printing import strips
from tests.printing.readback import missing, pages
from tests.ui.shell import ANSWER, PERSON, REQUEST, ROOT, TITLES, Facts, Shell, program, python

LATIN_DIGITS = set("0123456789")
UNKNOWN = "482719305563"


def with_applicant(**changes: object) -> Facts:
    return {**REQUEST, "applicant": {**PERSON, **changes}}


@contextmanager
def nothing_done(office: Shell) -> Iterator[None]:
    """What happens inside leaves no fact behind, and the store whole."""
    before = office.events()
    yield
    assert office.events() == before


# -- what people type ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("issue", "--service", "99"), "service_unknown"),
        (("issue", "--service", "35", "--priority", "king"), "priority_unknown"),
        (("issue", "--collect", UNKNOWN), "tracking_unknown"),
        (("issue", "--token", "BJ:D:0"), "token_wrong"),
        (("call", "--counter", "9"), "counter_unknown"),
        (("call", "--counter", "1", "--label", "ب ۹", "--reason", "د"), "label_unknown"),
        (("walkin", "--service", "99", "--counter", "1"), "service_unknown"),
        (("begin", "--ticket", "nobody"), "ticket_unknown"),
        (("finish", "--ticket", "nobody"), "ticket_unknown"),
        (("show", UNKNOWN), "tracking_unknown"),
        (("show", "482719305564"), "tracking_wrong"),
        (("show", "12"), "tracking_wrong"),
        (("step", UNKNOWN, "--done"), "tracking_unknown"),
        (("deliver", UNKNOWN), "tracking_unknown"),
        (("handover", UNKNOWN), "tracking_unknown"),
        (("withdraw", UNKNOWN, "--reason", "د"), "tracking_unknown"),
        (("log", "--date", "1404/12/30"), "date_impossible"),
        (("log", "--date", "۱۴۰۵/۱۳/۰۱"), "date_impossible"),
        (("log", "--date", "2026/11/21"), "date_impossible"),
        (("log", "--date", "امروز"), "date_unreadable"),
        (("log", "--counter", "9"), "counter_unknown"),
        (("log", "--to", "log.doc"), "format_unknown"),
        (("close", "--date", "1405/12/29"), "day_in_future"),
        (("office", "counter", " "), "name_empty"),
        (("office", "clerk", "9", "--name", ""), "name_empty"),
        (("office", "clerk", "999", "--remove"), "clerk_unknown"),
        (("office", "closure", "1404/12/30"), "date_impossible"),
        (("office", "closure", "1405/09/02", "--remove"), "closure_unknown"),
        (("office", "hours", "1405/09/02", "--week", "sat=25:00-26:00"), "hours_unreadable"),
        (("office", "hours", "1405/09/02", "--week", "sat=14:00-07:00"), "hours_wrong"),
        (("office", "hours", "1405/09/02"), "hours_wrong"),
        (("office", "clock", " "), "reason_empty"),
        (("office", "counter", "3", "--services", "99"), "service_unknown"),
        (("catalogue", "import", "nothing.json"), "file_missing"),
        (("catalogue", "import", "nothing.doc"), "format_unknown"),
        (("catalogue", "retire", "99"), "service_unknown"),
        (("catalogue", "retire", "35"), "reason_empty"),
        (("paper", "receipt", UNKNOWN, "--to", "a.pdf"), "tracking_unknown"),
        (("paper", "ticket", "الف ۰۰۹", "--to", "a.pdf"), "ticket_unknown"),
        (("paper", "log", "1404/12/30", "--to", "a.pdf"), "date_impossible"),
        (("paper", "information", "99", "--to", "a.pdf"), "service_unknown"),
        (("paper", "survey", "-", "--to", "a.doc"), "format_unknown"),
        (("register", "nothing.json"), "file_missing"),
        (("answer", UNKNOWN, "nothing.json"), "file_missing"),
        (("restore", "nothing", "--recovery-key-file", "nothing"), "file_missing"),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    office: Shell, words: tuple[str, ...], code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(office.home)
    with nothing_done(office):
        assert office.refused(*words) == code
    said = office.sentence(*words)
    as_typed = code in ("file_missing", "format_unknown", "hours_unreadable")
    allowed = {*"".join(words)} if as_typed else set()
    assert not (set(said) & LATIN_DIGITS) - allowed
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"service": "99"}, "service_unknown"),
        ({"service": ""}, "service_unknown"),
        (with_applicant(id="0003472184"), "national_code_wrong"),
        (with_applicant(id="1111111111"), "national_code_wrong"),
        (with_applicant(id="347218"), "national_code_length"),
        (with_applicant(kind="legal", id="14009998125"), "legal_id_wrong"),
        (with_applicant(kind="legal", id="1"), "legal_id_length"),
        (with_applicant(kind="foreigner", id="x"), "foreigner_id_wrong"),
        (with_applicant(kind="king"), "request_part_wrong"),
        (with_applicant(kind="unnumbered"), "code_not_expected"),
        (with_applicant(kind="unnumbered", id=""), "applicant_not_told_apart"),
        (with_applicant(name=""), "applicant_name_empty"),
        (with_applicant(name=" \0\ud800 "), "applicant_name_empty"),
        (with_applicant(mobile="0912"), "mobile_wrong"),
        ({"documents": {"کارت ملی": False}}, "documents_missing"),
        ({"documents": {"گذرنامه": True}}, "document_unknown"),
        ({"documents": {"کارت ملی": "perhaps"}}, "document_mark_wrong"),
        ({"counter": "9"}, "counter_unknown"),
        ({"ticket": "nobody"}, "ticket_unknown"),
        ({"representative": {"id": "1", "name": "الف"}}, "national_code_length"),
        ({"representative": {"id": "0005621941"}}, "applicant_name_empty"),
        ({"nonsense": 1}, "request_part_unknown"),
        ({"service": True}, "request_part_wrong"),
        ({"applicant": None}, "request_part_wrong"),
        ({"answer": {}}, "answer_incomplete"),
    ],
)
def test_a_request_that_cannot_be_is_refused(office: Shell, changes: Facts, code: str) -> None:
    told = office.file("request.json", {**REQUEST, **changes})
    with nothing_done(office):
        assert office.refused("register", told) == code
    assert not set(office.sentence("register", told)) & LATIN_DIGITS


def test_a_second_request_needs_a_reason(office: Shell) -> None:
    tracking = office.register()
    again = office.file("request.json", REQUEST)
    assert office.do("register", again) == (
        3,
        {"refused": "duplicate_request", "date": "2026-11-21", "tracking": tracking},
    )
    office.register(repeated="خسارت دوم")


@pytest.mark.parametrize("field", ["grounds", "content", "objection", "issuer_name", "issuer_post"])
def test_an_incomplete_answer_is_not_given(office: Shell, field: str) -> None:
    tracking = office.register()
    told = office.file("answer.json", {**ANSWER, field: " "})
    assert office.do("answer", tracking, told) == (
        3,
        {"refused": "answer_incomplete", "field": field},
    )
    assert field not in office.sentence("answer", tracking, told)


def test_an_answer_to_an_unknown_number_is_refused(office: Shell) -> None:
    told = office.file("answer.json", ANSWER)
    with nothing_done(office):
        assert office.refused("answer", UNKNOWN, told) == "tracking_unknown"
    assert "۴۸۲۷ ۱۹۳۰ ۵۵۶۳" in office.sentence("answer", UNKNOWN, told)


def test_a_second_delivery_is_refused(office: Shell) -> None:
    tracking = office.register()
    office.answer(tracking)
    office.done("deliver", tracking)
    with nothing_done(office):
        assert office.refused("deliver", tracking) == "already_delivered"
    said = office.sentence("deliver", tracking)
    assert "۱۴۰۵/۰۸/۳۰ ۰۸:۰۰" in said
    assert PERSON["name"] in said


# -- files that are none ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "refused", "hint"),
    [
        (b"", "request_file_syntax", "سطر ۱"),
        (b"\x00", "request_file_syntax", "ساختار"),
        (b"[]", "request_part_wrong", "کل فایل"),
        (b"7", "request_part_wrong", "کل فایل"),
        (b"null", "request_part_wrong", "کل فایل"),
        (b"{", "request_file_syntax", "سطر ۱"),
        (b'{"a":\n\n 1,}', "request_file_syntax", "سطر ۳"),
        (b"\xff\xfe\xfd", "request_file_encoding", "یونیکد"),
        ("احمد".encode("cp1256"), "request_file_encoding", "یونیکد"),
        (b"{}", "request_part_missing", "«service»"),
        (b'{"service": 35}', "request_part_missing", "«applicant»"),
        (b'{"service": 35, "applicant": {}}', "request_part_missing", "«applicant.id»"),
        (b'{"service": 35, "applicant": [1]}', "request_part_wrong", "«applicant»"),
        (b"[" * 100_000, "request_file_syntax", "ساختار"),
        (b'{"a":' * 100_000, "request_file_syntax", "ساختار"),
        (b"9" * 10_000, "request_file_syntax", "ساختار"),
        (b'{"service": "' + b"x" * 50_000_000 + b'"}', "request_file_large", "بزرگ"),
    ],
    ids=range(17),
)
def test_a_file_that_is_no_request_is_refused(
    office: Shell, data: bytes, refused: str, hint: str
) -> None:
    told = office.file("request.json", data)
    with nothing_done(office):
        code, facts = office.do("register", told)
    assert (code, facts["refused"]) == (3, refused)
    said = office.sentence("register", told)
    assert hint in said
    assert not set(said) & LATIN_DIGITS


def test_a_folder_is_no_file(office: Shell) -> None:
    assert office.refused("register", str(office.home)) == "file_missing"
    assert office.refused("catalogue", "import", "\0.json") == "file_missing"


@pytest.mark.parametrize("suffix", ["json", "csv", "xlsx"])
def test_random_bytes_are_no_catalogue(office: Shell, suffix: str) -> None:
    for seed in range(8):
        chance = random.Random(seed)
        told = office.file(f"c.{suffix}", chance.randbytes(chance.randrange(1, 3000)))
        with nothing_done(office):
            code = office.refused("catalogue", "import", told)
        assert code in ("catalogue_unreadable", "catalogue_row_bad")


def test_a_catalogue_with_one_bad_row_changes_nothing(office: Shell, tmp_path: Path) -> None:
    file = tmp_path / "c.csv"
    office.done("catalogue", "export", str(file))
    text = file.read_text("utf-8-sig")
    rows = text.replace("پرداخت خسارات", "پرداخت همه خسارات").splitlines()
    told = office.file("bad.csv", "\n".join([*rows, f",{'x,' * 5}"]).encode())
    with nothing_done(office):
        code, facts = office.do("catalogue", "import", told)
    assert (code, facts["refused"]) == (3, "catalogue_row_bad")
    assert facts["row"] == 40
    assert "سطر ۴۰" in office.sentence("catalogue", "import", told)
    assert "همه خسارات" not in office.done("issue", "--service", "35")["sub_service"]


# -- every text that people can type ---------------------------------------------------------------

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


# -- the store and its surroundings ----------------------------------------------------------------


def key_of(office: Shell) -> Path:
    return next((office.home / "user/config/bajeh/keys").iterdir())


def make_newer(office: Shell) -> None:
    connection = connect(office.data / "store.db", key_of(office).read_text())
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()


def scribble(office: Shell) -> None:
    store = office.data / "store.db"
    store.write_bytes(random.Random(7).randbytes(store.stat().st_size))


def another_key(office: Shell) -> None:
    key_of(office).write_text("ab" * 32)


def key_as_folder(office: Shell) -> None:
    key = key_of(office)
    key.unlink()
    key.mkdir()


TROUBLES: dict[str, tuple[Callable[[Shell], Any], str]] = {
    "no store": (lambda o: (o.data / "store.db").unlink(), "store_missing"),
    "no note": (lambda o: (o.data / "bajeh.json").unlink(), "store_missing"),
    "a foreign note": (lambda o: (o.data / "bajeh.json").write_text("[]"), "store_unreadable"),
    "a torn note": (lambda o: (o.data / "bajeh.json").write_bytes(b"\xff{"), "store_unreadable"),
    "a foreign store": (scribble, "store_unreadable"),
    "a plain file": (lambda o: (o.data / "store.db").write_text("hello"), "store_unreadable"),
    "a newer store": (make_newer, "store_newer"),
    "another key": (another_key, "store_unreadable"),
    "no key": (lambda o: key_of(o).unlink(), "key_missing"),
    "a key that is none": (lambda o: key_of(o).write_text("zz"), "key_missing"),
    "a key that is a folder": (key_as_folder, "key_missing"),
}


@pytest.mark.parametrize("trouble", TROUBLES)
def test_a_store_that_cannot_be_opened_is_left_alone(office: Shell, trouble: str) -> None:
    spoil, code = TROUBLES[trouble]
    spoil(office)
    before = {file.name: file.read_bytes() for file in office.data.iterdir()}
    for words in (("issue", "--service", "35"), ("verify",), ("find", "الف"), ("backup", "b")):
        assert office.refused(*words) == code
    after = {file.name: file.read_bytes() for file in office.data.iterdir()}
    assert after == before


def test_the_folder_of_another_office_is_not_taken_for_this_one(
    office: Shell, tmp_path: Path
) -> None:
    other = Shell(tmp_path / "other", tmp_path)
    other.done("setup", "--office", "بخشداری")
    tracking = office.register()
    assert other.refused("show", tracking) == "tracking_unknown"
    shutil.copy(other.data / "store.db", office.data / "store.db")
    assert office.refused("show", tracking) == "store_unreadable"


def test_data_may_point_to_a_file_or_to_nowhere(office: Shell, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    for folder in (file, file / "in it", tmp_path / "nothing", tmp_path):
        lost = Shell(folder, tmp_path)
        assert lost.refused("verify") in ("store_missing", "folder_readonly")
        assert lost.refused("issue", "--service", "35") in ("store_missing", "folder_readonly")
    assert Shell(file, tmp_path).refused("setup", "--sample") == "folder_readonly"
    assert file.read_bytes() == b""
    assert not (tmp_path / "nothing").exists()


def test_a_clock_set_back_stops_what_bears_a_date(office: Shell) -> None:
    tracking = office.register()
    office.later(hours=-3)
    told = office.file("request.json", with_applicant(id="9991052641"))
    with nothing_done(office):
        assert office.refused("register", told) == "clock_wrong"
        assert office.refused("step", tracking, "--begin") == "clock_wrong"
        assert office.refused("close") == "clock_wrong"
    said = office.sentence("register", told)
    assert "۱۴۰۵/۰۸/۳۰ ۰۵:۰۱" in said
    assert "۱۴۰۵/۰۸/۳۰ ۰۸:۰۰" in said
    office.done("issue", "--service", "35")
    assert office.refused("register", told) == "clock_wrong", "a ticket does not lift it"
    office.later(hours=4)
    office.done("register", told)


def test_a_clock_that_ran_ahead_is_confirmed_by_somebody(office: Shell) -> None:
    office.later(days=400)
    office.done("issue", "--service", "35")
    office.later(days=-400)
    told = office.file("request.json", REQUEST)
    assert office.refused("register", told) == "clock_wrong"
    office.done("office", "clock", "سال رایانه اشتباه بود")
    office.done("register", told)
    office.verified()


def test_a_small_step_back_is_no_trouble(office: Shell) -> None:
    office.done("issue", "--service", "35")
    office.later(seconds=-40)
    office.register()


def test_a_busy_store_is_waited_for(office: Shell) -> None:
    connection = connect(office.data / "store.db", key_of(office).read_text())
    connection.execute("BEGIN IMMEDIATE")

    def work_a_while() -> None:
        time.sleep(0.5)
        connection.execute("COMMIT")

    timer = Thread(target=work_a_while)
    timer.start()
    assert office.done("issue", "--service", "35")["label"] == "الف ۰۰۱"
    timer.join()
    connection.close()


# -- the disk --------------------------------------------------------------------------------------


def without_privilege() -> None:
    """Takes from root what lets it write where nobody may."""
    libc = ctypes.CDLL(None)
    for capability in (1, 2, 3) if os.geteuid() == 0 else ():
        libc.prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP


def as_ordinary_user(*words: str) -> tuple[int, Facts]:
    """What a command says to somebody who is not root."""
    ended = subprocess.run(
        python(*words, "--json"),
        capture_output=True,
        preexec_fn=without_privilege,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=60,
        check=False,
    )
    assert ended.stderr == b""
    return ended.returncode, json.loads(ended.stdout)


@pytest.fixture
def closed(office: Shell) -> Iterator[Callable[[Path], None]]:
    """Takes from a folder the right to write in it, until the test ends."""
    folders: list[Path] = []

    def close(folder: Path) -> None:
        folder.chmod(0o500)
        folders.append(folder)

    yield close
    for folder in folders:
        folder.chmod(0o700)


def test_a_read_only_folder_is_told_in_words(
    office: Shell, closed: Callable[[Path], None], tmp_path: Path
) -> None:
    data = ("--data", str(office.data))
    before = office.events()
    shut = tmp_path / "shut"
    shut.mkdir()
    closed(shut)
    told = as_ordinary_user(*data, "backup", str(shut / "copy"))
    assert (told[0], told[1]["refused"]) == (3, "folder_readonly")
    told = as_ordinary_user(*data, "log", "--to", str(shut / "log.json"))
    assert (told[0], told[1]["refused"]) == (3, "paper_unwritable")
    told = as_ordinary_user("--data", str(shut / "new"), "setup", "--sample")
    assert (told[0], told[1]["refused"]) == (3, "folder_readonly")
    assert list(shut.iterdir()) == []

    closed(office.data)
    told = as_ordinary_user(*data, "issue", "--service", "35")
    assert (told[0], told[1]["refused"]) == (3, "folder_readonly")
    office.data.chmod(0o700)
    assert office.events() == before


def test_set_up_without_a_place_for_its_key_leaves_no_store(
    nowhere: Shell, closed: Callable[[Path], None], tmp_path: Path
) -> None:
    closed(tmp_path / "user/config/bajeh/keys")
    told = as_ordinary_user("--data", str(nowhere.data), "setup", "--sample")
    assert (told[0], told[1]["refused"]) == (3, "folder_readonly")
    assert list(nowhere.data.iterdir()) == []
    (tmp_path / "user/config/bajeh/keys").chmod(0o700)
    nowhere.done("setup", "--sample")
    nowhere.verified()


FULL_DISK = """
set -e
mount -t tmpfs -o size=1500k tmpfs "$1"
cp -r "$2"/. "$1"
dd if=/dev/zero of="$1/filler" bs=4k 2>/dev/null || true
truncate -s "-$3" "$1/filler"
shift 3
"$@"
"""

ON_A_FULL_DISK = """
import json, sys
from pathlib import Path
from tests.ui.shell import REQUEST, Shell
disk = Path(sys.argv[1])
shell = Shell(disk, disk.parent)
shell.later(minutes=5)
told = shell.file("request.json", REQUEST)
labels, code = [], 0
while code == 0 and len(labels) < 200:
    code, facts = shell.do("issue", "--service", "35")
    if code == 0:
        labels.append(facts["label"])
full = [facts["refused"], shell.refused("register", told)]
full.append(shell.refused("backup", str(disk / "copy")))
full.append(Shell(disk / "new", disk.parent).refused("setup", "--sample"))
rest = (disk / "rest").open("wb", buffering=0)
for size in (4096, 1):
    try:
        while rest.write(b"x" * size) == size:
            pass
    except OSError:
        continue
unwritten = shell.refused("log", "--to", str(disk / "log.xlsx"))
left = [file.name for name in ("new/*", "*copy*", "*log*") for file in disk.glob(name)]
left = [name for name in left if name != ".setting-up.lock"]
rest.close()
(disk / "rest").unlink()
(disk / "filler").unlink()
shell.later(minutes=1)
after = shell.done("issue", "--service", "35")
print(json.dumps({
    "full": full,
    "unwritten": unwritten,
    "left": left,
    "labels": labels,
    "ahead": after["ahead"],
    **shell.verified(),
}))
"""


def on_a_full_disk(office: Shell, disk: Path, free: int) -> Facts:
    """What happens on a disk with that many bytes left, where one can be made."""
    disk.mkdir()
    script = office.home / "script.py"
    script.write_text(ON_A_FULL_DISK)
    ended = subprocess.run(
        [
            *("unshare", "--map-root-user", "--mount", "sh", "-c", FULL_DISK, "sh"),
            *(str(disk), str(office.data), str(free), sys.executable, str(script), str(disk)),
        ],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        text=True,
        timeout=60,
        check=False,
    )
    if "unshare" in ended.stderr or "mount" in ended.stderr:
        pytest.skip("this system lets nobody make a small disk")
    assert ended.stderr == ""
    told: Facts = json.loads(ended.stdout)
    return told


def test_a_full_disk_loses_nothing(office: Shell, tmp_path: Path) -> None:
    told = on_a_full_disk(office, tmp_path / "disk", free=120 * 1024)
    assert told["full"] == ["disk_full"] * 4
    assert told["unwritten"] in ("paper_unwritable", "disk_full")
    assert told["left"] == []
    assert 0 < len(told["labels"]) == len(set(told["labels"])) == told["ahead"]


def test_a_disk_without_a_byte_left_is_no_damage(office: Shell, tmp_path: Path) -> None:
    assert set(on_a_full_disk(office, tmp_path / "disk", free=0)["full"]) == {"disk_full"}


# -- set-up, twice and cut short -------------------------------------------------------------------


def test_of_several_set_ups_at_once_one_succeeds(nowhere: Shell) -> None:
    orders = [
        subprocess.Popen(
            python("--data", str(nowhere.data), "setup", "--sample", "--json"),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        for _ in range(4)
    ]
    ended = [(order.communicate(timeout=60), order.returncode) for order in orders]
    assert sorted(code for _, code in ended) == [0, 3, 3, 3]
    for (said, complaint), code in ended:
        assert complaint == b""
        if code:
            assert json.loads(said)["refused"] in ("store_exists", "store_busy")
    nowhere.verified()
    assert {file.name for file in nowhere.data.iterdir()} == {"store.db", "bajeh.json"}


@pytest.mark.parametrize("sign", ["", ".setting-up/store.db", ".setting-up/bajeh.json", "store.db"])
def test_a_killed_set_up_can_be_repeated(nowhere: Shell, sign: str) -> None:
    order = subprocess.Popen(
        python("--data", str(nowhere.data), "setup", "--sample"),
        stdout=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    while not (nowhere.data / sign).exists() and order.poll() is None:
        time.sleep(0.0005)
    order.kill()
    order.wait()
    code, facts = nowhere.do("setup", "--sample")
    assert code == 0 or facts["refused"] == "store_exists"
    nowhere.verified()
    assert nowhere.done("issue", "--service", "35")["label"] == "الف ۰۰۱"


def test_the_half_that_a_killed_set_up_left_is_cleared_away(nowhere: Shell) -> None:
    nowhere.done("setup", "--sample")
    (nowhere.data / ".setting-up").mkdir()
    (nowhere.data / "bajeh.json").rename(nowhere.data / ".setting-up/bajeh.json")
    assert nowhere.refused("issue", "--service", "35") == "store_missing"
    nowhere.done("setup", "--sample")
    nowhere.verified()


def test_a_store_without_its_note_is_never_cleared_away(office: Shell) -> None:
    (office.data / "bajeh.json").unlink()
    before = (office.data / "store.db").read_bytes()
    assert office.refused("setup", "--sample") == "store_exists"
    assert (office.data / "store.db").read_bytes() == before


def test_a_backup_under_another_key_is_not_restored(nowhere: Shell, office: Shell) -> None:
    copy = str(office.home / "copy")
    office.done("backup", copy)
    for typed, code in (
        ("12", "recovery_key_length"),
        ("1" * 48, "recovery_key_wrong"),
        ("-".join(["000000"] * 8), "backup_unreadable"),
    ):
        key = office.file("key.txt", typed.encode())
        back = ("restore", copy, "--recovery-key-file", key)
        assert nowhere.refused(*back) == code
    foreign = office.file("foreign", b"x" * 9000)
    assert nowhere.refused("restore", foreign, "--recovery-key-file", key) == "backup_unreadable"
    assert not list(nowhere.data.glob("*"))


# -- the console -----------------------------------------------------------------------------------


def quietly(office: Shell, *words: str, behind: str) -> tuple[int, str]:
    """Exit code and complaints of the program behind a shell's redirection."""
    ended = subprocess.run(
        ["bash", "-c", f'"$@" {behind}', "bash", *python("--data", str(office.data), *words)],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        text=True,
        timeout=60,
        check=False,
    )
    return ended.returncode, ended.stderr


@pytest.mark.parametrize(
    ("behind", "code"),
    [("| head -0; exit ${PIPESTATUS[0]}", 0), (">&-", 0), ("> /dev/full", 1), ("<&- 2>&-", 0)],
)
def test_whoever_stops_listening_loses_nothing(office: Shell, behind: str, code: int) -> None:
    assert quietly(office, "issue", "--service", "35", behind=behind) == (code, "")
    assert office.done("issue", "--service", "35")["label"] == "الف ۰۰۲"


def test_help_may_be_cut_short(office: Shell) -> None:
    assert quietly(office, "--help", behind="| head -0; exit ${PIPESTATUS[0]}") == (0, "")


def test_standard_input_may_be_closed(office: Shell) -> None:
    assert quietly(office, "register", "-", behind="<&-") == (3, "")


def test_ctrl_c_ends_a_command_without_a_word(office: Shell) -> None:
    before = office.events()
    order = subprocess.Popen(
        python("--data", str(office.data), "register", "-"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert order.stdin
    order.stdin.write(b"{")
    order.stdin.flush()
    waiting = array("i", [1])
    while waiting[0]:  # until it has begun to read
        time.sleep(0.01)
        fcntl.ioctl(order.stdin.fileno(), termios.FIONREAD, waiting)
    order.send_signal(signal.SIGINT)
    said, complaint = order.communicate(timeout=60)
    assert (order.returncode, said, complaint) == (130, b"", b"")
    assert office.events() == before


# -- printers --------------------------------------------------------------------------------------


@contextmanager
def printer(answer: Callable[[socket.socket], None]) -> Iterator[str]:
    """The address of a printer that does this with whoever calls."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            caller, _ = server.accept()
            with caller:
                answer(caller)

        listener = Thread(target=serve, daemon=True)
        listener.start()
        yield f"tcp://127.0.0.1:{server.getsockname()[1]}"
        listener.join(timeout=10)


def test_a_paper_goes_to_a_network_printer(office: Shell) -> None:
    given = office.done("issue", "--service", "35")
    taken = bytearray()

    def swallow(caller: socket.socket) -> None:
        while data := caller.recv(65536):
            taken.extend(data)

    with printer(swallow) as address:
        printed = office.done("paper", "ticket", given["label"], "--printer", address)
    assert printed == {"kind": "ticket", "printer": address}
    assert strips.read(bytes(taken)).cuts == 1


def handed_out(office: Shell, *words: str) -> bytes:
    """The page that a network printer was given."""
    taken = bytearray()

    def take(line: socket.socket) -> None:
        while piece := line.recv(65_536):
            taken.extend(piece)

    with printer(take) as address:
        office.done("paper", *words, "--size", "A4", "--printer", address)
    return bytes(taken)


def test_each_slip_has_an_original_of_its_own(office: Shell) -> None:
    ticket = office.done("walkin", "--service", "35", "--counter", "1")["ticket"]
    told = ("deficiency", "--ticket", ticket, "--missing")
    office.done(*told, TITLES[2])
    assert missing(["المثنی"], handed_out(office, "deficiency", ticket)) == ["المثنی"]
    assert missing(["المثنی", "نسخه ۲"], handed_out(office, "deficiency", ticket)) == []
    office.done(*told, TITLES[3], "--reason", "از قلم افتاد")
    second = handed_out(office, "deficiency", ticket)
    assert missing([TITLES[3], "المثنی"], second) == ["المثنی"]
    assert missing(["المثنی", "نسخه ۲"], handed_out(office, "deficiency", ticket)) == []


def test_an_earlier_answer_is_printed_after_a_later_one(office: Shell) -> None:
    tracking = office.register()
    office.answer(tracking, content="نخستین پاسخ")
    office.answer(tracking, content="دومین پاسخ")
    newest = handed_out(office, "answer", tracking)
    assert missing(["دومین پاسخ", "نخستین پاسخ", "المثنی"], newest) == ["نخستین پاسخ", "المثنی"]
    earlier = handed_out(office, "answer", f"{tracking}/1")
    assert missing(["نخستین پاسخ", "دومین پاسخ", "المثنی"], earlier) == ["دومین پاسخ", "المثنی"]
    again = handed_out(office, "answer", f"{tracking}/۲")
    assert missing(["دومین پاسخ", "المثنی", "نسخه ۲"], again) == []


def test_a_printer_that_hangs_up_is_told_in_words(office: Shell) -> None:
    tracking = office.register()

    def hang_up(caller: socket.socket) -> None:
        caller.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    with printer(hang_up) as address:
        words = ("paper", "receipt", tracking, "--printer", address)
        code, facts = office.do(*words)
    # The network may have taken all before it heard: then nobody can know.
    assert (code, facts.get("refused")) in (
        (0, None),
        (3, "printer_refused"),
        (3, "printer_unreachable"),
    )
    assert office.done("show", tracking)["state"] == "registered"
    office.verified()


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("tcp://127.0.0.1:1", {"printer_unreachable"}),
        ("tcp://no.such.host.invalid", {"printer_unreachable"}),
        ("tcp://", {"printer_unknown", "printer_unreachable"}),
        ("tcp://127.0.0.1:nonsense", {"printer_unknown", "printer_unreachable"}),
        ("tcp://127.0.0.1:99999", {"printer_unknown", "printer_unreachable"}),
        ("no such printer", {"printer_unknown", "printer_unreachable", "printer_refused"}),
    ],
)
def test_where_no_printer_is_the_request_stands(office: Shell, name: str, codes: set[str]) -> None:
    tracking = office.register()
    assert office.refused("paper", "receipt", tracking, "--printer", name) in codes
    assert office.done("show", tracking)["state"] == "registered"
    office.verified()
