"""Every fact of the journal is told in words, the same in the window, on the line and in a file."""

import csv
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import given, reject, settings
from msgspec.structs import asdict

from app.decoding import decode
from app.event import Event
from app.events import vocabulary
from app.events.pad import SheetVoided
from app.refusal import Refusal
from resources import path
from tests.app.made_up import any_of
from tests.ui.shell import REQUEST, Shell
from ui.fact_words import particulars, reckoned
from ui.words import Words

KINDS = vocabulary().kinds
FACTS = decode(path("words", "facts.json").read_bytes(), dict[str, list[str]])


def test_every_kind_of_the_journal_has_its_words() -> None:
    assert set(FACTS) == {kind.__name__ for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_place_of_its_words_is_filled_whatever_happened(kind: type[Event]) -> None:
    named = {name for part in FACTS[kind.__name__] for _, name, _, _ in Formatter().parse(part)}

    @settings(max_examples=5)
    @given(any_of(kind))
    def told(event: Event) -> None:
        try:
            assert named - {None} <= {*asdict(event), *reckoned(event)}
            assert particulars(event, Words()) is not None
        except Refusal:  # a day before the calendar begins, which no desk has seen
            reject()

    told()


def test_the_line_of_a_voided_sheet_names_it_and_says_why() -> None:
    said = particulars(SheetVoided(tracking="482719305563", reason="خیس شد"), Words())
    assert said == "\u2066۴۸۲۷ ۱۹۳۰ ۵۵۶۳\u2069 · خیس شد"


def test_a_client_who_telephoned_is_told_to_have_done_so(office: Shell) -> None:
    office.done("walkin", "--service", "1", "--counter", "1", "--telephone")
    _, said = office.say("audit")
    assert "تلفنی" in said


def test_the_command_tells_of_what_every_fact_is(office: Shell, tmp_path: Path) -> None:
    office.done("register", office.file("request.json", REQUEST))
    office.done("catalogue", "retire", "4", "--reason", "ادغام شد")
    pad = office.done("pad", "new", "--sheets", "3")
    office.done("pad", "void", pad["sheets"][0], "--reason", "خیس شد")
    office.done("close")
    _, said = office.say("audit", "--most", "1000")
    lines = {line.split(" — ")[2]: line.split(" — ") for line in said.splitlines()[1:]}
    assert "خیس شد" in lines["ابطال رسید دستی"][4]
    assert "همه باجه‌ها" in lines["بستن روز کاری"][4]
    assert lines["پایان ارائه زیرخدمت"][3] != "—"
    file = tmp_path / "audit.csv"
    office.done("audit", "--to", str(file))
    with file.open(encoding="utf-8-sig") as stream:
        rows = list(csv.reader(stream))
    assert rows[0][:6] == ["زمان", "چه کسی", "چه کاری", "موضوع", "جزئیات", "محل"]
    assert len(rows[1:]) == len(lines_of(office))


def lines_of(office: Shell) -> list[object]:
    return list(office.done("audit", "--most", "1000")["facts"])
