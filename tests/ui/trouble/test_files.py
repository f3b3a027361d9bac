"""Files that are none."""

import random
from pathlib import Path

import pytest

from tests.ui.shell import Shell
from tests.ui.trouble.untouched import LATIN_DIGITS, nothing_done


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
