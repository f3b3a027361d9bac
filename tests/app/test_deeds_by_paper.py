"""Whoever was served by the number on their paper waits no longer once their ticket comes."""

from app.deeds.by_paper import SERVED
from app.deeds.call import call_next
from app.deeds.ticket import issue, receive_without_ticket
from app.deeds.visit import finish
from app.events.ticket import TicketIssued, VisitOpened
from app.folds import ticket
from app.folds.ticket import Ticket
from tests.app.desk import Desk
from tests.app.opened import PLAIN, opened


def served(label: str) -> tuple[Desk, Ticket]:
    """Counter 1 has served somebody with that number on their paper, which nobody knows here."""
    desk = opened()
    visit = desk.do(receive_without_ticket, PLAIN, counter="1", label=label)
    desk.do(finish, visit.id, "guidance")
    return desk, visit


def test_the_label_of_the_paper_stands_in_the_visit() -> None:
    desk, visit = served("  الف ۰۰۱ ")
    assert visit.label == ""
    assert visit.paper == "الف ۰۰۱"
    opening = next(event for event in desk.said() if isinstance(event, VisitOpened))
    assert opening.label == visit.paper


def test_a_ticket_that_comes_after_its_holder_was_served_waits_no_longer() -> None:
    desk, visit = served("الف ۰۰۱")
    late, other = desk.do(issue, PLAIN), desk.do(issue, PLAIN)
    assert late.label == "الف ۰۰۱"
    called = desk.do(call_next, "1")
    assert called.id == other.id
    found = desk.ticket(late.id)
    assert (found.state, found.conflicts) == ("cleared", ())
    assert desk.settings[SERVED] == "[]"
    assert visit.id in str(desk.facts)


def test_of_a_label_that_was_given_twice_nobody_loses_the_place() -> None:
    desk, _ = served("الف ۰۰۱")
    kept, desk.settings[SERVED] = desk.settings[SERVED], ""
    first = desk.do(issue, PLAIN)
    twin = again(desk, first)
    desk.settings[SERVED] = kept
    assert desk.do(call_next, "1").id in (first.id, twin)
    assert {desk.ticket(each).state for each in (first.id, twin)} == {"called", "waiting"}
    assert desk.settings[SERVED] == "[]"


def again(desk: Desk, given: Ticket) -> str:
    """The label that a copy of this PC gives as well."""
    said = next(event for event in desk.said() if isinstance(event, TicketIssued))
    assert said.label == given.label
    return desk.do(lambda work: work.append(ticket.FOLD, "99" * 16, said)).id


def test_one_that_was_served_at_another_counter_too_stands_on_the_list() -> None:
    desk, _ = served("الف ۰۰۱")
    kept, desk.settings[SERVED] = desk.settings[SERVED], ""
    late, other = desk.do(issue, PLAIN), desk.do(issue, PLAIN)
    assert desk.do(call_next, "1").id == late.id
    desk.do(finish, late.id, "guidance")
    desk.settings[SERVED] = kept
    assert desk.do(call_next, "1").id == other.id
    found = desk.ticket(late.id)
    assert [conflict.reason for conflict in found.conflicts] == ["not_waiting"]
