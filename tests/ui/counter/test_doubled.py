"""A copied PC has given a label twice: at the counter somebody says which of the two it is."""

import pytest

from app.deeds.call import call_chosen, no_show
from app.events.ticket import TicketIssued
from app.folds import ticket
from app.folds.ticket import Ticket
from app.ports import Work
from tests.ui.counter.clerk import Clerk

TWIN = "99" * 16


@pytest.fixture
def given(clerk: Clerk) -> Ticket:
    """A ticket."""
    return clerk.gives()


def twin(clerk: Clerk, given: Ticket) -> Ticket:
    """What the copy has given under the same label."""
    said = TicketIssued(
        label=given.label, series=given.series, number=given.number, day=given.day,
        service=given.service, service_version=given.service_version, code=given.code,
        title=given.title, lane=given.lane, effective_at=clerk.clock.at,
    )  # fmt: skip
    return clerk.does(lambda work: work.append(ticket.FOLD, TWIN, said))


def test_who_is_typed_is_asked_for_and_called(clerk: Clerk, given: Ticket) -> None:
    twin(clerk, given)
    clerk.window.calling.choose(given.label)
    clerk.rest()
    assert "دو بار داده شده است" in clerk.question
    clerk.hit("2")
    assert given.label in clerk.question
    clerk.type("سالمند")
    clerk.hit("Enter")
    assert clerk.visit.id == TWIN


def test_of_a_label_that_one_bears_nobody_is_asked_which(clerk: Clerk, given: Ticket) -> None:
    clerk.window.calling.choose(given.label)
    clerk.rest()
    assert given.label in clerk.question
    assert "دو بار" not in clerk.question


def test_the_one_who_did_not_come_is_brought_back_and_not_the_other(
    clerk: Clerk, given: Ticket
) -> None:
    twin(clerk, given)

    def missed(work: Work) -> Ticket:
        return no_show(work, call_chosen(work, "1", TWIN, "آزمون").id)

    clerk.does(missed)
    clerk.window.calling.choose(given.label)
    clerk.rest()
    clerk.hit("2")
    assert clerk.visit.id == TWIN
    assert clerk.ticket(given).state == "waiting"
