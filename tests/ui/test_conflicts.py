"""What does not fit is listed with both sides, settled with a note, and stays on record."""

from contextlib import closing

from msgspec.structs import replace

from app.deeds.call import begin, call_next
from app.deeds.ticket import issue
from app.events.ticket import ServiceBegun, TicketCalled
from app.folds import office as office_fold
from app.folds import ticket
from app.folds.ticket import Ticket
from tests.ui.shell import Shell
from ui.bootstrap import open_desk

NOTE = "باجه ۲ نوبت را پایان داد"


def double(office: Shell) -> Ticket:
    """A ticket that two counters have called, as a merge may bring it."""
    with closing(open_desk(office.data, office.clock)) as desk, desk.journal.work() as work:
        given = issue(work, "27")
        called = call_next(work, "1")
        assert called.why
        other = TicketCalled(call="f" * 32, counter="2", why=replace(called.why, rule="chosen"))
        return work.append(ticket.FOLD, given.id, other)


def test_a_conflict_is_listed_with_both_sides(office: Shell) -> None:
    given = double(office)
    said = office.done("conflicts")
    assert said["count"] == 1
    found = said["conflicts"][0]
    assert (found["reason"], found["subject"]) == ("called_at_two_counters", "ticket")
    assert found["name"] == given.label
    assert [found[side]["counter"] for side in ("other", "this")] == ["1", "2"]
    assert {found[side]["kind"] for side in ("other", "this")} == {"TicketCalled"}
    code, text = office.say("conflicts")
    assert code == 0
    assert "یک نوبت در دو باجه فراخوانده شده است." in text
    assert f"نوبت {given.label}" in text
    assert found["event"] in text


def test_a_settled_one_leaves_the_list_and_stays_on_record(office: Shell) -> None:
    given = double(office)
    event = office.done("conflicts")["conflicts"][0]["event"]
    assert office.refused("settle", event, "--how", "stands", "--note", " ") == "note_empty"
    unknown = office.refused("settle", "0" * 32, "--how", "stands", "--note", NOTE)
    assert unknown == "conflict_unknown"
    assert office.refused("settle", event, "--how", "stands", "--note", NOTE) == "conflict_open"
    assert office.done("settle", event, "--how", "mended", "--note", NOTE)["count"] == 0
    assert office.refused("settle", event, "--how", "mended", "--note", NOTE) == "conflict_settled"
    assert office.done("conflicts") == {"count": 0, "conflicts": [], "doubles": []}
    assert office.verified()["conflicts"] == 1
    with closing(open_desk(office.data, office.clock)) as desk, desk.journal.look() as look:
        found = look.load(ticket.FOLD, given.id)
    assert found
    assert [settled.note for settled in found.settled] == [NOTE]
    assert len(found.conflicts) == 1


def test_a_code_that_two_pcs_gave_is_listed_and_settled(office: Shell) -> None:
    with closing(open_desk(office.data, office.clock)) as desk, desk.journal.work() as work:
        known = work.office.clerk("101")
        other = replace(known, clerk="e" * 32, name="زهرا کاظمی")
        work.append(office_fold.FOLD, work.office.id, other)
    (found,) = office.done("conflicts")["conflicts"]
    assert office.say("conflicts")[0] == 0
    assert office.done("settle", found["event"], "--how", "mended", "--note", NOTE)["count"] == 0


def test_what_one_double_service_brought_is_one_row_and_settled_at_once(office: Shell) -> None:
    given = double(office)
    with closing(open_desk(office.data, office.clock)) as desk, desk.journal.work() as work:
        begin(work, given.id, counter="1")
        work.append(ticket.FOLD, given.id, ServiceBegun(call="f" * 32))
    said = office.done("conflicts")
    assert said["count"] == 1
    (found,) = said["conflicts"]
    assert (found["reason"], found["covers"]) == ("called_at_two_counters", 2)
    assert "۲ ثبت ناسازگار" in office.say("conflicts")[1]
    assert office.done("settle", found["event"], "--how", "mended", "--note", NOTE)["count"] == 0
    with closing(open_desk(office.data, office.clock)) as desk, desk.journal.look() as look:
        state = look.load(ticket.FOLD, given.id)
    assert state
    assert [settled.note for settled in state.settled] == [NOTE, NOTE]
