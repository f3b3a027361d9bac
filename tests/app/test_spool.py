"""Papers on their way: who prints them, what may become of them, and that none is lost."""

from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise
from typing import get_args

import msgspec
import pytest
from msgspec.structs import replace

from app.deeds import spool as deeds
from app.deeds.answer import Draft, prepare_answer
from app.deeds.call import call_next
from app.deeds.deficiency import announce_deficiency, missing_documents
from app.deeds.paper import print_paper
from app.deeds.request import register
from app.deeds.step import hand_over
from app.deeds.ticket import issue
from app.events.paper import PaperPrinted
from app.filling.log import log_paper
from app.filling.receipt import receipt_paper
from app.folds import request as request_fold
from app.handing.handing_out import hand_out
from app.handing.reprinting import print_again
from app.papers import PAPERS, Copy, Kind, LogPaper, Paper, ReceiptPaper
from app.printer import Condition, Printer, Proof, Taken, as_promised
from app.refusal import Refusal
from app.spooling.printer_state import CONDITIONS, printer_state
from app.spooling.printers import Printers, Role, named_printers, printers_in, role_of, roles_of
from app.spooling.spool import (
    Job,
    JobState,
    assigned,
    begun,
    cancelled,
    confirmed,
    done,
    dropped,
    file_name,
    interrupted,
    moved,
    stopped,
)
from app.spooling.turns import Turn, next_turn, pause, tries
from tests.app.desk import MORNING, Desk
from tests.app.opened import FORM, PERMIT, opened, person

BOTH = named_printers(roll="tcp://roll", page="office")
ROLL = named_printers(roll="tcp://roll")
PAGE = named_printers(page="office")
NONE = Printers()
JOB = Job(id=7, kind="receipt", key="482719305563", role="roll", made_at=MORNING)
TRIED = done(begun(JOB, "tcp://roll"))
SPARES = replace(BOTH, roll_spare=Printer(name="other"), roll_to_page=True)
TICKET = replace(JOB, kind="ticket")
UNREACHABLE = Refusal("printer_unreachable", printer="roll")
DRAFT = Draft(grounds="ماده", content="متن", objection="ده روز", issuer_name="ا", issuer_post="ب")


def desk_with(printers: Printers) -> Desk:
    desk = opened()
    desk.do(deeds.set_printers, printers)
    return desk


def paper_of(desk: Desk, job: Job) -> Paper:
    stored = desk.see(lambda look: look.job_paper(job.id))
    return msgspec.json.decode(stored, type=PAPERS[job.kind])


def spooled(desk: Desk, job: Job) -> Job:
    with desk.work() as work:
        return work.spool(job, b"")


def kept(desk: Desk, job: Job) -> Job:
    found = desk.see(lambda look: look.job(job.id))
    assert found is not None
    return found


# which printer


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


# when it is too late, and where it goes then


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


# what becomes of it


@pytest.mark.parametrize(
    ("refusal", "state"),
    [
        (Refusal("printer_unreachable", printer="10.0.0.9"), "queued"),
        (Refusal("paper_unwritable", path="/papers/1.pdf", why="full"), "queued"),
        (Refusal("printer_unknown", printer="-"), "queued"),
        (Refusal("no_printer"), "held"),
        (Refusal("press_died"), "queued"),
        (Refusal("printer_refused", printer="10.0.0.9", why="reset"), "unconfirmed"),
        (Refusal("paper_not_on_roll", kind="log"), "failed"),
        (Refusal("unexpected"), "failed"),
    ],
)
def test_a_refusal_before_the_first_byte_waits_and_after_it_asks_for_eyes(
    refusal: Refusal, state: JobState
) -> None:
    after = stopped(begun(JOB, "tcp://10.0.0.9"), refusal)
    assert (after.state, after.why, after.tries) == (state, refusal.code, 1)
    assert after.refusal is not None
    told = {
        name: after.refusal.facts[name] for name in ("printer", "path") if name in refusal.facts
    }
    assert told.items() <= refusal.facts.items()


def test_what_the_press_dies_over_is_tried_three_times_and_left_alone_in_between() -> None:
    died, job = Refusal("press_died"), stopped(JOB, UNREACHABLE)
    told = []
    for _ in range(3):
        job = stopped(job, died)
        told.append((job.state, tries(job, None)))
    assert told == [("queued", 1), ("queued", 2), ("failed", 3)]
    assert assigned(job, BOTH) == JOB
    assert (tries(JOB, None), tries(stopped(JOB, UNREACHABLE), 1.0)) == (0, 1)


def test_a_job_that_was_interrupted_is_never_sent_again_by_itself() -> None:
    after = interrupted(begun(JOB, "tcp://roll"))
    assert (after.state, after.why) == ("unconfirmed", "print_unconfirmed")
    assert next_turn([after], "roll", BOTH, MORNING, None).job is None


def test_pauses_grow_to_half_a_minute() -> None:
    assert [pause(tries) for tries in (0, 1, 2, 3, 4, 5, 6, 50)] == [0, 1, 2, 5, 10, 30, 30, 30]


def test_the_oldest_job_of_a_printer_comes_first() -> None:
    jobs = [replace(JOB, id=n) for n in (9, 8)]
    others = [replace(JOB, id=1, role="page"), done(replace(JOB, id=2))]
    assert next_turn([*jobs, *others], "roll", BOTH, MORNING, None) == Turn(job=jobs[1])
    assert next_turn([], "roll", BOTH, MORNING, None) == Turn()


def test_a_file_has_a_name_of_plain_letters() -> None:
    assert file_name(JOB) == "007-receipt-482719305563"
    assert file_name(replace(JOB, kind="ticket", key="الف ۰۱۷")) == "007-ticket-017"
    assert file_name(replace(JOB, id=1234, kind="answer", key="4827/1")) == "1234-answer-4827-1"
    assert file_name(replace(JOB, kind="survey", key="")) == "007-survey"


@pytest.mark.parametrize(
    ("jobs", "state"),
    [
        ([], "untried"),
        ([JOB], "untried"),
        ([TRIED], "untold"),
        ([done(begun(JOB, "another"))], "untried"),
        ([begun(JOB, "a")], "printing"),
        ([stopped(JOB, UNREACHABLE)], "unreachable"),
        ([begun(stopped(JOB, UNREACHABLE), "a")], "unreachable"),
        ([interrupted(JOB), begun(JOB, "a")], "printing"),
        ([interrupted(JOB)], "untried"),
        ([interrupted(JOB), stopped(JOB, UNREACHABLE)], "unreachable"),
        ([stopped(JOB, Refusal("printer_unknown", printer="-"))], "missing"),
        ([stopped(JOB, Refusal("unexpected"))], "untried"),
        ([stopped(JOB, Refusal("press_died"))], "untried"),
        ([replace(interrupted(JOB), role="page")], "untried"),
        ([confirmed(interrupted(TRIED)), cancelled(JOB), done(JOB)], "untold"),
        ([dropped(stopped(JOB, UNREACHABLE))], "unreachable"),
        ([dropped(stopped(JOB, UNREACHABLE)), dropped(replace(JOB, id=8))], "unreachable"),
        ([dropped(stopped(JOB, UNREACHABLE)), replace(TRIED, id=8)], "untold"),
        ([cancelled(stopped(JOB, UNREACHABLE))], "unreachable"),
        ([dropped(JOB)], "untried"),
    ],
)
def test_a_printers_state_is_told_by_its_jobs(jobs: list[Job], state: str) -> None:
    assert printer_state("roll", BOTH, jobs) == state
    assert printer_state("roll", PAGE, jobs) == "no_printer"


@pytest.mark.parametrize(
    ("said", "jobs", "state"),
    [
        ("fine", [], "ready"),
        ("fine", [begun(JOB, "a")], "printing"),
        ("fine", [interrupted(JOB)], "ready"),
        ("fine", [stopped(JOB, Refusal("unexpected"))], "ready"),
        ("unknown", [interrupted(TRIED), replace(TRIED, id=8)], "untold"),
        ("fine", [stopped(JOB, UNREACHABLE)], "unreachable"),
        ("fine", [dropped(stopped(JOB, UNREACHABLE))], "ready"),
        ("near_end", [], "near_end"),
        ("near_end", [begun(JOB, "a")], "near_end"),
        ("near_end", [interrupted(JOB)], "near_end"),
        ("unknown", [], "untried"),
        ("unknown", [TRIED], "untold"),
        ("silent", [TRIED], "silent"),
        ("silent", [begun(JOB, "a")], "silent"),
        ("paper_out", [interrupted(JOB)], "paper_out"),
        ("cover_open", [stopped(JOB, Refusal("printer_paper_out", printer="a"))], "cover_open"),
        ("offline", [], "offline"),
        ("unreachable", [TRIED], "unreachable"),
        ("fine", [stopped(JOB, Refusal("printer_unknown", printer="-"))], "missing"),
    ],
)
def test_a_printers_own_word_counts_with_what_its_jobs_tell(
    said: Condition, jobs: list[Job], state: str
) -> None:
    assert printer_state("roll", BOTH, jobs, {"roll": said, "page": "cover_open"}) == state
    assert printer_state("roll", PAGE, jobs, {"roll": said}) == "no_printer"


def test_what_a_printer_said_is_kept_for_that_printer_until_nobody_knows_any_more() -> None:
    desk = desk_with(BOTH)
    assert desk.see(deeds.conditions_of) == {}
    desk.do(deeds.hear, "roll", BOTH.roll.name, "paper_out")
    desk.do(deeds.hear, "page", BOTH.page.name, "fine")
    desk.do(deeds.hear, "roll", BOTH.roll.name, "near_end")
    assert desk.see(deeds.conditions_of) == {"roll": "near_end", "page": "fine"}
    desk.do(deeds.set_printers, PAGE)
    assert "roll" not in desk.see(deeds.conditions_of)
    desk.do(deeds.set_printers, BOTH)
    desk.do(deeds.hear, "roll", "", None)
    assert desk.see(deeds.conditions_of) == {"page": "fine"}
    with desk.work() as work:
        work.set_setting(CONDITIONS, "[]")
    assert desk.see(deeds.conditions_of) == {}


@pytest.mark.parametrize(
    ("proof", "taken", "end"),
    [
        ("none", Taken(), "taken"),
        ("none", Taken(proved=True), "taken"),
        ("status", Taken(proved=True), "taken"),
        ("status", Taken(), "print_unconfirmed"),
        ("process", Taken(), "print_unconfirmed"),
    ],
)
def test_a_proof_that_was_promised_and_not_given_is_looked_at(
    proof: Proof, taken: Taken, end: str
) -> None:
    told = as_promised(taken, Printer(name="a", proof=proof))
    assert (told.code if isinstance(told, Refusal) else "taken") == end


# what people do


@pytest.mark.parametrize("before", [JOB, interrupted(JOB), stopped(JOB, Refusal("unexpected"))])
def test_a_job_that_waits_is_printed_again_cancelled_or_confirmed(before: Job) -> None:
    desk = desk_with(BOTH)
    for deed, state in (
        (deeds.retry, "queued"),
        (deeds.cancel, "cancelled"),
        (deeds.confirm, "confirmed"),
    ):
        job = spooled(desk, before)
        after = desk.do(deed, job.id)
        assert after == kept(desk, job)
        assert after.state == state
        assert (after.why, after.tries) == ("", 0) or state != "queued"


@pytest.mark.parametrize(
    "deed", [deeds.retry, deeds.cancel, deeds.confirm, deeds.hold, deeds.release]
)
def test_what_runs_or_is_over_stays_as_it_is(deed: object) -> None:
    assert callable(deed)
    desk = desk_with(BOTH)
    for before, code in (
        (begun(JOB, "a"), "print_running"),
        (done(JOB), "print_ended"),
        (cancelled(interrupted(JOB)), "print_ended"),
    ):
        job = spooled(desk, before)
        assert desk.refused(deed, job.id).code == code
        assert kept(desk, job).state == before.state
    assert desk.refused(deed, 99).code == "print_unknown"


def test_a_job_is_begun_once() -> None:
    desk = desk_with(BOTH)
    job = spooled(desk, JOB)
    assert desk.do(deeds.begin, job.id, "tcp://roll")
    assert not desk.do(deeds.begin, job.id, "tcp://roll")
    assert not desk.do(deeds.begin, 99, "tcp://roll")
    desk.do(deeds.end, job.id, Taken())
    assert kept(desk, job).state == "sent"


def test_who_takes_over_a_printer_sends_nothing_a_second_time() -> None:
    desk = desk_with(BOTH)
    sending = spooled(desk, begun(JOB, "tcp://roll"))
    other = spooled(desk, begun(replace(JOB, role="page"), "office"))
    waiting = spooled(desk, JOB)
    desk.do(deeds.settle, "roll")
    assert [kept(desk, job).state for job in (sending, other, waiting)] == [
        "unconfirmed",
        "sending",
        "queued",
    ]


@pytest.mark.parametrize(
    ("before", "code"),
    [
        (JOB, "print_given_up"),
        (stopped(JOB, Refusal("printer_paper_out", printer="a")), "print_given_up"),
        (interrupted(begun(JOB, "a")), "print_doubted"),
    ],
)
def test_what_is_cancelled_says_so_and_not_what_held_it_before(before: Job, code: str) -> None:
    told = cancelled(before).refusal
    assert told is not None
    assert told.code == code
    assert cancelled(before).why == before.why


def test_what_nobody_wants_any_more_is_taken_for_no_other_printer() -> None:
    desk = desk_with(BOTH)
    job = spooled(desk, cancelled(JOB))
    assert not desk.do(deeds.take, job.id, "another")


def test_a_job_that_was_cancelled_on_its_way_stays_cancelled() -> None:
    desk = desk_with(BOTH)
    job = spooled(desk, JOB)
    desk.do(deeds.cancel, job.id)
    desk.do(deeds.end, job.id, UNREACHABLE)
    assert kept(desk, job).state == "cancelled"


def test_new_printers_take_what_waits_and_what_was_held() -> None:
    desk = opened()
    slip = desk.do(hand_out, "ticket", desk.do(issue, PERMIT).id)
    log = desk.do(hand_out, "log", "1405/08/30")
    looked_at = spooled(desk, interrupted(JOB))
    assert (slip.state, log.state) == ("held", "held")
    desk.do(deeds.set_printers, PAGE)
    assert desk.see(deeds.printers_of) == PAGE
    assert [(kept(desk, j).role, kept(desk, j).state) for j in (slip, log)] == [
        ("page", "queued"),
        ("page", "queued"),
    ]
    desk.do(deeds.set_printers, ROLL)
    assert [(kept(desk, j).role, kept(desk, j).state) for j in (slip, log)] == [
        ("roll", "queued"),
        ("page", "held"),
    ]
    assert kept(desk, looked_at).state == "unconfirmed"


def test_a_person_holds_a_paper_through_new_printers_and_lets_it_go() -> None:
    desk = desk_with(BOTH)
    job = spooled(desk, JOB)
    held = desk.do(deeds.hold, job.id)
    assert (held.state, held.why) == ("held", "print_held")
    assert not desk.do(deeds.begin, job.id, "tcp://roll")
    desk.do(deeds.set_printers, PAGE)
    assert kept(desk, job) == held
    assert printer_state("roll", BOTH, [held]) == "untried"
    freed = desk.do(deeds.release, job.id)
    assert (freed.state, freed.role, freed.why) == ("queued", "page", "")
    assert desk.refused(deeds.release, job.id).code == "print_not_held"
    doubted = spooled(desk, interrupted(JOB))
    assert desk.refused(deeds.hold, doubted.id).code == "print_not_queued"
    assert desk.refused(deeds.release, doubted.id).code == "print_not_held"


@pytest.mark.parametrize(("taken", "state"), [(Taken(proved=True), "confirmed"), (Taken(), "sent")])
def test_only_what_a_printer_proved_is_confirmed(taken: Taken, state: JobState) -> None:
    desk = desk_with(BOTH)
    job = spooled(desk, begun(JOB, "tcp://roll"))
    desk.do(deeds.end, job.id, taken)
    assert (kept(desk, job).state, kept(desk, job).ended) == (state, True)


@pytest.mark.parametrize("code", ["printer_paper_out", "printer_cover_open", "printer_offline"])
def test_a_printer_that_wants_a_person_says_what_it_wants(code: str) -> None:
    job = stopped(JOB, Refusal(code, printer="tcp://roll"))
    assert job.state == "queued"
    assert printer_state("roll", BOTH, [job]) == code.removeprefix("printer_")


# once more


def receipt_on(desk: Desk, change: Callable[[Job], Job]) -> Job:
    """A receipt that was handed out, and then this."""
    made = desk.do(register, PERMIT, person())
    job = desk.do(hand_out, "receipt", made.tracking)
    with desk.work() as work:
        work.set_job(change(job))
    return kept(desk, job)


def doubted(job: Job) -> Job:
    return interrupted(begun(job, "tcp://roll"))


def test_who_is_not_sure_prints_a_copy_and_the_first_bears_that_for_ever() -> None:
    desk = desk_with(BOTH)
    job = receipt_on(desk, doubted)
    since = len(desk.facts)
    copy = desk.do(print_again, job.id)
    assert desk.said(since) == [PaperPrinted(paper="receipt", copy=2, emblem="none")]
    assert (copy.copy, copy.state, copy.key) == (2, "queued", job.key)
    first, second = paper_of(desk, job), paper_of(desk, copy)
    assert second.copy is not None
    assert (second.copy.number, second.copy.clerk) == (2, "علوی")
    assert replace(second, copy=None) == first
    ended = kept(desk, job)
    assert (ended.state, ended.why, ended.ended) == ("sent", "print_repeated", True)
    assert desk.refused(deeds.retry, job.id).code == "print_ended"


def test_who_has_looked_and_found_nothing_prints_the_original() -> None:
    desk = desk_with(BOTH)
    job = receipt_on(desk, doubted)
    since, before = len(desk.facts), paper_of(desk, job)
    again = desk.do(deeds.retry, job.id)
    assert (again.id, again.copy, again.state) == (job.id, 1, "queued")
    assert paper_of(desk, again) == before
    assert desk.said(since) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda job: job,
        lambda job: stopped(job, Refusal("unexpected")),
        lambda job: stopped(job, Refusal("no_printer")),
        dropped,
        cancelled,
        lambda job: cancelled(stopped(begun(job, "tcp://roll"), UNREACHABLE)),
        lambda job: cancelled(moved(job, "page", BOTH)),
    ],
)
def test_what_is_on_no_paper_is_printed_as_it_is(change: Callable[[Job], Job]) -> None:
    desk = desk_with(BOTH)
    job = receipt_on(desk, change)
    again = desk.do(print_again, job.id)
    assert (again.id, again.copy, again.state) == (job.id, 1, "queued")


@pytest.mark.parametrize(
    "change",
    [
        done,
        lambda job: done(job, Taken(proved=True)),
        lambda job: cancelled(doubted(job)),
        lambda job: cancelled(stopped(begun(job, "a"), Refusal("printer_refused", printer="a"))),
    ],
)
def test_what_is_done_comes_as_a_copy_and_stays_as_it_is(change: Callable[[Job], Job]) -> None:
    desk = desk_with(BOTH)
    job = receipt_on(desk, change)
    for number in (2, 3):
        copy = desk.do(print_again, job.id)
        assert (copy.copy, copy.state, copy.why, copy.tries) == (number, "queued", "", 0)
        assert copy.id != job.id
    assert kept(desk, job) == job


def test_sheets_of_the_catalogue_come_again_without_a_mark() -> None:
    desk = desk_with(BOTH)
    job = desk.do(hand_out, "information", PERMIT)
    with desk.work() as work:
        work.set_job(doubted(job))
    again = desk.do(print_again, job.id)
    assert (again.copy, paper_of(desk, again).copy) == (1, None)
    assert paper_of(desk, again) == paper_of(desk, job)


def test_what_runs_or_was_forgotten_is_not_printed_again() -> None:
    desk = desk_with(BOTH)
    running, forgotten = receipt_on(desk, lambda job: begun(job, "a")), spooled(desk, done(JOB))
    assert desk.refused(print_again, running.id).code == "print_running"
    assert desk.refused(print_again, forgotten.id).code == "print_unknown"
    assert desk.refused(print_again, 99).code == "print_unknown"


# handing out


def test_a_receipt_is_filled_counted_and_queued_in_one() -> None:
    desk = desk_with(BOTH)
    made = desk.do(register, PERMIT, person())
    since = len(desk.facts)
    job = desk.do(hand_out, "receipt", made.tracking)
    assert desk.said(since) == [PaperPrinted(paper="receipt", copy=1, emblem="none")]
    assert job == Job(
        id=1,
        kind="receipt",
        key=made.tracking,
        owner=made.id,
        title=made.title,
        name=made.applicant.name,
        role="roll",
        made_at=desk.clock.now(),
    )
    assert paper_of(desk, job) == desk.see(receipt_paper, made.tracking)


def test_every_later_one_bears_its_mark() -> None:
    desk = desk_with(BOTH)
    made = desk.do(register, PERMIT, person())
    for number in (1, 2, 3):
        job = desk.do(hand_out, "receipt", made.tracking)
        assert job.copy == number
        paper = paper_of(desk, job)
        assert isinstance(paper, ReceiptPaper)
        expected = Copy(number=number, clerk="علوی", at=paper.at) if number > 1 else None
        assert paper.copy == expected
    found = desk.request(made.id)
    assert found.copies("receipt") == 3


def test_a_copy_is_one_even_where_nothing_was_printed_before() -> None:
    desk = desk_with(BOTH)
    made = desk.do(register, PERMIT, person())
    assert desk.do(hand_out, "receipt", made.tracking, copy=True).copy == 2


def test_a_refused_paper_leaves_neither_mark_nor_job() -> None:
    desk = desk_with(BOTH)
    made = desk.do(register, PERMIT, person())
    assert desk.refused(hand_out, "answer", made.tracking).code == "answer_not_prepared"

    def twice(work: object) -> None:
        hand_out(work, "receipt", made.tracking)  # type: ignore[arg-type]
        raise Refusal("unexpected")

    assert desk.refused(twice).code == "unexpected"
    assert desk.see(lambda look: look.jobs()) == []


def test_sheets_of_the_catalogue_are_nobodys_and_not_counted() -> None:
    desk = desk_with(BOTH)
    since = len(desk.facts)
    for kind in ("information", "steps"):
        job = desk.do(hand_out, kind, PERMIT, copy=True)
        assert (job.owner, job.copy, job.title) == ("", 1, "صدور مجوز")
    assert desk.do(hand_out, "survey", "-").title == ""
    assert desk.said(since) == []


def test_a_paper_filled_otherwise_is_handed_out_as_it_is() -> None:
    desk = desk_with(BOTH)
    filled = desk.see(log_paper, MORNING.date(), "1")
    job = desk.do(hand_out, "log", "1405/08/30", filled=filled)
    paper = paper_of(desk, job)
    assert isinstance(paper, LogPaper)
    assert (paper.counter, job.copy, job.key) == ("1", 1, "1405/08/30")
    assert desk.do(hand_out, "log", "1405/08/30").copy == 1


def test_papers_of_every_kind_come_back_from_the_spool_as_they_were() -> None:
    desk = desk_with(BOTH)
    given = desk.do(issue, PERMIT)
    visit = desk.do(call_next, "1")
    desk.do(announce_deficiency, visit.id, desk.do(missing_documents, PERMIT, [FORM]))
    made = desk.do(register, PERMIT, person(), ticket=visit.id)
    desk.do(hand_over, made.tracking)
    desk.do(prepare_answer, made.tracking, DRAFT)
    keys: dict[Kind, str] = {
        "ticket": given.label,
        "deficiency": visit.id,
        "information": PERMIT,
        "receipt": made.tracking,
        "answer": f"{made.tracking}/1",
        "log": "1405/08/30",
        "survey": PERMIT,
        "steps": made.tracking,
        "handover": "1405/08/30",
        "cover": made.tracking,
        "board": "1",
    }
    assert set(keys) == set(get_args(Kind)) == set(PAPERS)
    jobs = [desk.do(hand_out, kind, key) for kind, key in keys.items()]
    assert [type(paper_of(desk, job)) for job in jobs] == [PAPERS[kind] for kind in keys]
    assert [job.key for job in jobs] == [
        given.label,
        "14050830-1-001",
        PERMIT,
        made.tracking,
        f"{made.tracking}/1",
        "1405/08/30",
        "",
        made.tracking,
        "1405/08/30",
        made.tracking,
        "1",
    ]


def test_the_command_line_and_the_windows_count_the_same_copies() -> None:
    desk = desk_with(BOTH)
    made = desk.do(register, PERMIT, person())
    desk.do(print_paper, request_fold.FOLD, made.id, "receipt")
    assert desk.do(hand_out, "receipt", made.tracking).copy == 2
