"""Blank receipts by commands: numbered, printed, entered later, voided."""

from pathlib import Path

import pytest

from tests.printing.readback import missing, pages
from tests.ui.shell import REQUEST, Shell


@pytest.fixture
def sheets(office: Shell) -> list[str]:
    """The numbers of a pad of three, on the day after."""
    made = office.done("pad", "new", "--sheets", "3")
    assert made["n"] == 3
    office.later(days=1)
    numbers: list[str] = made["sheets"]
    return numbers


def test_a_pad_is_printed_and_entered_later(
    office: Shell, sheets: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "pad.pdf"
    office.done("paper", "pad", sheets[1], "--to", str(file))
    data = file.read_bytes()
    assert pages(data) == 3
    assert missing([*sheets, "رسید خدمت", "ته‌برگ"], data) == []

    request = office.file("request.json", REQUEST)
    entered = office.done(
        "pad", "enter", sheets[0], request, "--date", "1405/08/30", "--at", "۹:۲۰"
    )
    assert entered["tracking"] == sheets[0]
    assert office.done("show", sheets[0])["received"] == "2026-11-21"
    (row,) = office.done("log", "--date", "1405/08/30")["received"]
    assert (row["tracking"], row["mark"]) == (sheets[0], "by_hand")
    office.done("pad", "void", sheets[2], "--reason", "خط خورد")
    told = office.done("pad", "list")
    assert (told["out"], told["entered"], told["voided"]) == (1, 1, 1)
    assert office.verified()["conflicts"] == 0

    receipt = tmp_path / "receipt.pdf"
    office.done("paper", "receipt", sheets[0], "--to", str(receipt))
    assert missing(["المثنی"], receipt.read_bytes()) == []


def test_what_cannot_be_is_refused(office: Shell, sheets: list[str]) -> None:
    request = office.file("request.json", REQUEST)
    enter = ("pad", "enter", sheets[0], request)
    assert office.refused(*enter) == "request_part_missing"
    assert office.refused(*enter, "--date", "1405/08/29") == "sheet_too_early"
    assert office.refused(*enter, "--date", "1405/09/30") == "sheet_in_future"
    assert office.refused(*enter, "--date", "1405/08/30", "--at", "۲۵") == "hour_wrong"
    assert office.refused("pad", "void", sheets[0]) == "reason_empty"
    assert office.refused("pad", "new", "--sheets", "0") == "sheets_wrong"
    assert office.refused("paper", "pad", sheets[0][:-1], "--to", "a.pdf") == "tracking_wrong"
