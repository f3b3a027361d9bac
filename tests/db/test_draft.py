"""Half-typed forms and settings of this PC: kept at once, no part of the record."""

import os
import signal
import sys
from contextlib import closing

import pytest

from app.deeds.ticket import issue
from app.refusal import Refusal
from db.connection import one
from db.journal import StoreJournal
from tests.db.office import Office, assert_sound
from tests.db.office import issue as issued

PLACE = "counter 1"
BODY = "کد ملی ۰۰۱۲\0".encode() + bytes(range(256))


def draft(journal: StoreJournal, place: str = PLACE) -> bytes | None:
    with journal.look() as look:
        return look.draft(place)


def keep(journal: StoreJournal, body: bytes = BODY) -> None:
    with journal.work() as work:
        work.keep_draft(PLACE, body)


def test_a_draft_is_kept_replaced_and_dropped_without_an_event(journal: StoreJournal) -> None:
    events = one(journal.cursor, "SELECT count(*) FROM event")
    assert draft(journal) is None
    keep(journal, b"first")
    keep(journal)
    assert (draft(journal), draft(journal, "counter 2")) == (BODY, None)
    keep(journal, b"")
    assert draft(journal) == b""
    with journal.work() as work:
        work.drop_draft(PLACE)
        work.drop_draft("nowhere")
    assert draft(journal) is None
    assert one(journal.cursor, "SELECT count(*) FROM event") == events
    assert_sound(journal)


def test_a_draft_goes_with_the_deed_that_makes_it_needless(journal: StoreJournal) -> None:
    keep(journal)

    def refused() -> None:
        with journal.work() as work:
            work.drop_draft(PLACE)
            issue(work, "99")

    with pytest.raises(Refusal, match="service_unknown"):
        refused()
    assert draft(journal) == BODY
    with journal.work() as work:
        work.drop_draft(PLACE)
        issue(work, "1")
    assert draft(journal) is None


def test_settings_are_made_and_made_anew(journal: StoreJournal, office: Office) -> None:
    with journal.work() as work:
        assert work.setting("role") == ""
        work.set_setting("role", "counter")
        work.set_setting("role", "kiosk")
        assert work.setting("role") == "kiosk"
    with office.opened() as other, other.look() as look:
        assert (look.setting("role"), look.setting("scale")) == ("kiosk", "")


def test_a_work_that_keeps_nothing_still_leaves_no_trace(journal: StoreJournal) -> None:
    before = journal.series()
    with journal.work() as work:
        work.take_number("ب", work.at.date())
    assert journal.series() == before


def test_drafts_and_settings_tell_the_witness_nothing(
    journal: StoreJournal, office: Office
) -> None:
    issued(journal)
    said = journal.witness.testimony()
    keep(journal)
    assert journal.witness.testimony() == said
    with office.opened() as other:
        assert draft(other) == BODY


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot fork a warm program")
def test_a_draft_outlives_its_killed_program(office: Office) -> None:
    office.found().close()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            keep(office.open())
            os.write(writing, b"kept")
            signal.pause()
        finally:
            os._exit(1)
    assert os.read(reading, 4) == b"kept"
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(reading)
    os.close(writing)
    with closing(office.open()) as journal:
        assert draft(journal) == BODY
        assert_sound(journal)
