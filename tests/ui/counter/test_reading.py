"""What the counter makes of what it reads."""

from datetime import UTC, datetime

import pytest

from app.showing.visit import VisitShown
from app.spooling.printers import Role
from app.spooling.spool import Job, JobState
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
    assert waiting_papers([stopped, behind, elsewhere], visit) == 1
    assert waiting_papers([behind, elsewhere], visit) == 0


def test_papers_for_which_there_is_no_printer_are_asked_about_by_nobody(
    visit: VisitShown,
) -> None:
    held = _job(1, visit.ticket.id, state="held", why="no_printer")
    assert waiting_papers([held], visit) == 0


def _job(
    number: int, owner: str, *, role: Role = "roll", state: JobState = "queued", why: str = ""
) -> Job:
    return Job(
        id=number, kind="receipt", key="1", owner=owner, role=role, made_at=AT, state=state, why=why
    )
