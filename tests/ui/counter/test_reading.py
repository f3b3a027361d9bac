"""What the counter makes of what it reads."""

from datetime import UTC, datetime

import pytest

from app.printer import Condition
from app.showing.visit import VisitShown
from app.spooling.printers import Role, named_printers
from app.spooling.spool import Job, JobState
from app.spooling.waiting import stops
from tests.ui.counter.clerk import Clerk
from ui.counter.reading import waiting_papers

AT = datetime(2026, 11, 21, 7, tzinfo=UTC)


@pytest.fixture
def visit(clerk: Clerk) -> VisitShown:
    """Somebody has been called."""
    clerk.calls()
    shown = clerk.state.visit
    assert shown is not None
    return shown


def test_papers_behind_one_at_a_silent_printer_wait_too(visit: VisitShown) -> None:
    mine = visit.ticket.id
    stopped = _job(1, "somebody else", why="printer_unreachable")
    behind, elsewhere = _job(2, mine), _job(3, mine, role="page")
    assert _waiting(visit, stopped, behind, elsewhere) == 1
    assert _waiting(visit, behind, elsewhere) == 0


def test_a_paper_that_has_begun_waits_where_its_printer_stands_still(visit: VisitShown) -> None:
    begun = _job(1, visit.ticket.id, state="sending")
    assert _waiting(visit, begun) == 0
    assert _waiting(visit, begun, roll="near_end") == 0
    assert _waiting(visit, begun, roll="paper_out") == 1


def test_papers_for_which_there_is_no_printer_are_asked_about_by_nobody(
    visit: VisitShown,
) -> None:
    held = _job(1, visit.ticket.id, state="held", why="no_printer")
    assert _waiting(visit, held) == 0


def _waiting(visit: VisitShown, *jobs: Job, roll: Condition = "fine") -> int:
    stopped = stops(named_printers(roll="tcp://roll", page="tcp://page"), jobs, {"roll": roll})
    return waiting_papers(visit, jobs, stopped)


def _job(
    number: int, owner: str, *, role: Role = "roll", state: JobState = "queued", why: str = ""
) -> Job:
    return Job(
        id=number, kind="receipt", key="1", owner=owner, role=role, made_at=AT, state=state, why=why
    )
