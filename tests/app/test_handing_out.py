"""Papers are filled, counted and queued in one."""

from datetime import time
from typing import get_args

import pytest

from app.deeds.answer import Draft, prepare_answer
from app.deeds.appointment import make_appointment
from app.deeds.call import call_next
from app.deeds.deficiency import announce_deficiency, missing_documents
from app.deeds.office import admit_clerk
from app.deeds.pad import prepare_pad
from app.deeds.paper import print_paper
from app.deeds.request import register
from app.deeds.step import hand_over
from app.deeds.ticket import issue
from app.events.paper import PaperPrinted
from app.filling.log import log_paper
from app.filling.receipt import receipt_paper
from app.folds import request as request_fold
from app.handing.handing_out import hand_out
from app.papers import PAPERS, Copy, Kind, LogPaper, ReceiptPaper
from app.refusal import Refusal
from app.spooling.spool import Job
from tests.app.desk import MORNING
from tests.app.opened import FORM, PERMIT, person
from tests.app.spooled import BOTH, desk_with, paper_of

DRAFT = Draft(grounds="ماده", content="متن", objection="ده روز", issuer_name="ا", issuer_post="ب")


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
        "pad": desk.do(prepare_pad, 2).sheets[0],
        "appointments": "1405/08/30",
    }
    desk.do(make_appointment, PERMIT, MORNING.date(), time(14), name="زهرا محمدی")
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
        keys["pad"],
        "1405/08/30",
    ]


def test_the_command_line_and_the_windows_count_the_same_copies() -> None:
    desk = desk_with(BOTH)
    made = desk.do(register, PERMIT, person())
    desk.do(print_paper, request_fold.FOLD, made.id, "receipt")
    assert desk.do(hand_out, "receipt", made.tracking).copy == 2


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        ("survey", "-"),
        ("information", PERMIT),
        ("handover", "1405/09/01"),
        ("appointments", "1405/09/01"),
        ("log", "1405/09/01"),
    ],
)
def test_who_only_looks_prints_nothing_counted_or_not(kind: Kind, key: str) -> None:
    desk = desk_with(BOTH)
    desk.do(admit_clerk, "50", "بازرس", "inspector")
    desk.clerk = desk.see(lambda look: look.office.clerk("50").clerk)
    assert desk.refused(hand_out, kind, key).code == "not_allowed"
    assert not desk.see(lambda look: look.jobs())
