"""Papers on their way: what becomes of them, and that none is lost."""

import pytest
from msgspec.structs import replace

from app.deeds import spool as deeds
from app.printer import Condition, Printer, Proof, Taken, as_promised
from app.refusal import Refusal
from app.spooling.printer_state import CONDITIONS, printer_state
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
    stopped,
)
from app.spooling.turns import Turn, next_turn, pause, tries
from tests.app.desk import MORNING
from tests.app.spooled import BOTH, JOB, PAGE, TRIED, UNREACHABLE, desk_with


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
