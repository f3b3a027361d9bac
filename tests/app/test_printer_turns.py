"""Which printer a paper goes to, when it is too late, and where it goes then."""

from datetime import timedelta
from itertools import pairwise

import msgspec
import pytest
from msgspec.structs import replace

from app.deeds import spool as deeds
from app.deeds.ticket import issue
from app.handing.handing_out import hand_out
from app.papers import Kind
from app.printer import Printer, Taken
from app.spooling.printer_state import printer_state
from app.spooling.printers import Printers, Role, printers_in, role_of, roles_of
from app.spooling.spool import Job, assigned, begun, moved, stopped
from app.spooling.turns import next_turn
from tests.app.desk import MORNING
from tests.app.spooled import BOTH, JOB, PAGE, ROLL, TRIED, UNREACHABLE, desk_with, kept, spooled

NONE = Printers()
SPARES = replace(BOTH, roll_spare=Printer(name="other"), roll_to_page=True)
TICKET = replace(JOB, kind="ticket")


@pytest.mark.parametrize(
    ("kind", "size", "printers", "role"),
    [
        ("ticket", "", BOTH, "roll"),
        ("deficiency", "", BOTH, "roll"),
        ("receipt", "", BOTH, "roll"),
        ("receipt", "A5", BOTH, "page"),
        ("receipt", "", PAGE, "page"),
        ("receipt", "A5", ROLL, "roll"),
        ("answer", "", BOTH, "page"),
        ("information", "", ROLL, "roll"),
        ("steps", "", ROLL, "roll"),
        ("log", "", ROLL, "page"),
        ("survey", "", ROLL, "page"),
        ("ticket", "", NONE, "roll"),
        ("answer", "", NONE, "page"),
    ],
)
def test_each_paper_has_its_printer(kind: str, size: str, printers: Printers, role: Role) -> None:
    assert role_of(kind, printers, size) == role


def test_without_a_printer_a_job_is_held_and_says_why() -> None:
    held = assigned(replace(JOB, kind="log"), ROLL)
    assert (held.role, held.state, held.why) == ("page", "held", "no_printer")
    assert held.refusal is not None
    assert held.refusal.code == "no_printer"
    free = assigned(held, BOTH)
    assert (free.state, free.why, free.refusal) == ("queued", "", None)


def test_a_setting_of_another_shape_names_no_printers() -> None:
    assert printers_in("") == printers_in("[]") == printers_in('{"width": 70}') == NONE
    assert printers_in('{"roll": 7}') == NONE
    assert printers_in(msgspec.json.encode(SPARES).decode()) == SPARES


def test_a_setting_of_mere_names_is_still_read() -> None:
    assert printers_in('{"roll":"tcp://roll","page":"office"}') == BOTH
    assert printers_in('{"page":"office"}') == PAGE
    old = printers_in('{"roll":"Zebra","width":58}')
    assert old == Printers(roll=Printer(name="Zebra", width=58, dots=384))
    assert (old.named("roll"), old.named("page"), old.any) == ("Zebra", "", True)


@pytest.mark.parametrize(
    ("kind", "size", "printers", "roles"),
    [
        ("ticket", "", BOTH, ("roll",)),
        ("ticket", "", SPARES, ("roll", "roll_spare", "page")),
        ("receipt", "A5", SPARES, ("page",)),
        ("answer", "", replace(BOTH, page_spare=Printer(name="b")), ("page", "page_spare")),
        ("log", "", ROLL, ()),
        ("log", "", replace(SPARES, page=Printer()), ()),
        ("ticket", "", replace(SPARES, roll=Printer(), page=Printer()), ("roll_spare",)),
    ],
)
def test_a_paper_has_its_printers_in_their_order(
    kind: str, size: str, printers: Printers, roles: tuple[Role, ...]
) -> None:
    assert roles_of(kind, printers, size) == roles


def test_a_number_that_is_five_seconds_late_is_dropped_and_a_receipt_never() -> None:
    waiting = [TICKET, replace(JOB, id=8)]
    for seconds, late in ((5, ()), (5.1, (TICKET,)), (1e7, (TICKET,))):
        turn = next_turn(waiting, "roll", BOTH, MORNING + timedelta(seconds=seconds), None)
        assert turn.late == late
        assert turn.job == waiting[bool(late)]


def test_a_number_of_before_the_clock_went_back_is_dropped() -> None:
    for seconds, late in ((5, ()), (5.1, (TICKET,)), (86400, (TICKET,))):
        assert (
            next_turn([TICKET], "roll", BOTH, MORNING - timedelta(seconds=seconds), None).late
            == late
        )


def test_a_number_is_as_old_as_the_clock_says_while_the_record_stands_still() -> None:
    desk = desk_with(BOTH)
    before = desk.do(hand_out, "ticket", desk.do(issue, "1").id)
    desk.clock.move(minutes=-4)
    after = desk.do(hand_out, "ticket", desk.do(issue, "1").id)
    desk.do(deeds.make_way, "roll", None)
    assert (kept(desk, before).state, kept(desk, after).state) == ("dropped", "queued")
    assert {job.id for job in desk.see(lambda look: look.jobs())} == {before.id, after.id}
    desk.clock.move(seconds=6)
    desk.do(deeds.make_way, "roll", None)
    assert kept(desk, after).state == "dropped"


def test_what_is_late_is_dropped_before_a_byte_of_it_is_sent() -> None:
    desk = desk_with(BOTH)
    job, other = spooled(desk, TICKET), spooled(desk, JOB)
    desk.clock.at = MORNING + timedelta(seconds=6)
    assert not desk.do(deeds.begin, job.id, "tcp://roll")
    assert (kept(desk, job).state, kept(desk, job).why) == ("dropped", "print_too_old")
    assert desk.do(deeds.begin, other.id, "tcp://roll")
    assert desk.do(deeds.retry, job.id).state == "queued"
    assert desk.do(deeds.begin, job.id, "tcp://roll")


def tried(job: Job) -> Job:
    return stopped(begun(job, "tcp://roll"), UNREACHABLE)


@pytest.mark.parametrize(
    ("jobs", "silent", "moved", "first"),
    [
        ([JOB], 60, [], 7),
        ([tried(JOB)], None, [], 7),
        ([tried(JOB)], 9.9, [], 7),
        ([tried(JOB)], 10, [7], 0),
        ([tried(JOB), replace(JOB, id=8)], 10, [7], 8),
        ([TICKET], 0, [], 7),
        ([tried(TICKET)], 0, [7], 0),
        ([tried(JOB), replace(TICKET, id=8), replace(JOB, id=9)], 2, [8], 7),
        ([tried(JOB), moved(replace(TICKET, id=8), "roll", BOTH)], 60, [7], 8),
        ([replace(JOB, id=5), moved(replace(TICKET, id=8), "roll", BOTH)], 60, [], 5),
        ([begun(JOB, "tcp://roll")], 60, [], 0),
    ],
)
def test_a_paper_goes_elsewhere_when_its_printer_does_not_answer(
    jobs: list[Job], silent: float | None, moved: list[int], first: int
) -> None:
    turn = next_turn(jobs, "roll", SPARES, MORNING, silent)
    assert [(job.id, role) for job, role in turn.moved] == [(n, "roll_spare") for n in moved]
    assert (turn.job.id if turn.job else 0) == first
    assert next_turn(jobs, "roll", BOTH, MORNING, silent).moved == ()


def test_the_last_printer_gives_back_to_the_first() -> None:
    way: tuple[Role, ...] = ("roll", "roll_spare", "page", "roll")
    for role, other in pairwise(way):
        job = tried(replace(JOB, role=role))
        assert next_turn([job], role, SPARES, MORNING, 60).moved == ((job, other),)


def test_what_its_form_sent_to_a_printer_goes_to_the_spare_of_that_printer() -> None:
    printers = replace(SPARES, page_spare=Printer(name="second"), roll_to_page=False)
    ways: tuple[tuple[Kind, Role, Role], ...] = (
        ("information", "roll", "roll_spare"),
        ("receipt", "page", "page_spare"),
        ("receipt", "page_spare", "page"),
    )
    for kind, role, other in ways:
        job = replace(tried(JOB), kind=kind, role=role)
        assert next_turn([job], role, printers, MORNING, 60).moved == ((job, other),)
        assert next_turn([job], role, BOTH, MORNING, 60).moved == ()


def test_a_job_says_where_it_went_and_why() -> None:
    desk = desk_with(SPARES)
    job = spooled(desk, tried(JOB))
    desk.do(deeds.make_way, "roll", 60.0)
    there = kept(desk, job)
    assert (there.role, there.state, there.why, there.printer) == (
        "roll_spare",
        "queued",
        "print_moved",
        "other",
    )
    assert there.refusal is not None
    assert there.refusal.facts["printer"] == "other"
    desk.do(deeds.begin, job.id, "other")
    desk.do(deeds.end, job.id, Taken(proved=True))
    ended = kept(desk, job)
    assert (ended.state, ended.why, ended.printer) == ("confirmed", "print_moved", "other")
    jobs = [ended]
    assert printer_state("roll", SPARES, jobs) == "unreachable"
    assert printer_state("roll", SPARES, jobs, {"roll": "fine"}) == "ready"
    assert printer_state("roll_spare", SPARES, jobs) == "untold"
    assert printer_state("roll", SPARES, [*jobs, replace(TRIED, id=ended.id + 1)]) == "untold"
