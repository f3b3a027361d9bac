"""What waits at which printer, and behind what."""

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from app.printer import Condition
from app.spooling.printers import Role, named_printers, roll_printer
from app.spooling.spool import Job, JobState
from app.spooling.waiting import Stop, Tally, Waiting, stops, tally, waiting_for

NAMED = replace(named_printers(roll="roll", page="Laser"), roll_spare=roll_printer("spare"))


def job(number: int, state: JobState = "queued", role: Role = "roll", why: str = "") -> Job:
    """The receipt of that number."""
    at = datetime(2026, 11, 21, tzinfo=UTC)
    return Job(
        id=number, kind="receipt", key="1", role=role, made_at=at, state=state, why=why, printer=""
    )


FIRST, SECOND, THIRD = (job(number) for number in (1, 2, 3))


def test_who_waits_behind_a_silent_printer_waits_behind_its_first_paper() -> None:
    jobs = [THIRD, SECOND, FIRST]
    told = stops(NAMED, jobs, {"roll": "silent"})
    behind = Stop(state="silent", behind=FIRST)
    assert told == {1: Stop(state="silent"), 2: behind, 3: behind}
    tried = replace(FIRST, why="printer_unreachable")
    assert stops(NAMED, [THIRD, tried], {})[3] == Stop(state="unreachable", behind=tried)


def test_what_stands_still_in_the_middle_holds_up_the_next() -> None:
    printing = replace(FIRST, state="sending")
    assert stops(NAMED, [SECOND, printing], {"roll": "silent"})[2].behind == printing
    assert stops(NAMED, [SECOND, printing], {"roll": "fine"}) == {}


@pytest.mark.parametrize("now", ["fine", "near_end", "unknown"])
def test_what_goes_on_by_itself_waits_for_nothing(now: Condition) -> None:
    assert stops(NAMED, [SECOND, FIRST], {"roll": now}) == {}


def test_one_printer_holds_up_no_paper_of_another() -> None:
    elsewhere = job(4, role="page")
    others: tuple[JobState, ...] = ("sent", "held", "unconfirmed", "cancelled")
    ended = [job(5, state, why="print_held") for state in others]
    assert set(stops(NAMED, [*ended, elsewhere, FIRST], {"roll": "paper_out"})) == {1}


def test_papers_that_wait_are_counted_where_they_wait() -> None:
    jobs = [
        *(FIRST, SECOND),
        job(3, role="page"),
        job(4, "held", why="no_printer"),
        job(5, "held", why="print_held"),
        job(6, "sent"),
    ]
    assert waiting_for("roll", jobs) == Waiting(here=2, elsewhere=2)
    assert waiting_for("page", jobs) == Waiting(here=1, elsewhere=3)
    assert waiting_for("page_spare", []) == Waiting()


def test_what_wants_a_decision_what_waits_and_what_is_held_are_counted_apart() -> None:
    states: tuple[JobState, ...] = ("unconfirmed", "failed", "queued", "sending", "sent", "dropped")
    jobs = [job(number, state) for number, state in enumerate(states)]
    jobs += [job(7, "held", why="no_printer"), job(8, "held", why="print_held")]
    assert tally(jobs) == Tally(decide=2, wait=3, held=1)
    assert tally([]) == Tally()
