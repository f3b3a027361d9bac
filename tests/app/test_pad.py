"""Blank receipts for a day without power: numbered in advance, entered later."""

from datetime import date, datetime, time, timedelta

import pytest

from app.deeds.day import close_day
from app.deeds.looking import the_request
from app.deeds.pad import (
    enter_sheet,
    pads_of,
    prepare_pad,
    promised_on,
    void_sheet,
)
from app.deeds.request import register
from app.events.pad import SheetEntered, SheetVoided
from app.filling.log import log_paper
from app.filling.receipt import receipt_paper
from app.folds.pad import FOLD, pads_id
from app.handing.handing_out import hand_out
from app.papers import PadPaper
from app.refusal import Refusal
from app.tracking import check
from tests.app.desk import OFFICE, Desk
from tests.app.opened import FORM, GUIDANCE, ID_CARD, PERMIT, PLAIN, TODAY, TOMORROW, opened, person
from tests.app.spooled import paper_of

YESTERDAY = TODAY - timedelta(days=1)


def printed() -> tuple[Desk, tuple[str, ...]]:
    """A desk with a pad, one day after it was printed."""
    desk = opened()
    sheets = desk.do(prepare_pad).sheets
    desk.clock.move(days=1)
    return desk, sheets


def code_of(refused: pytest.ExceptionInfo[Refusal]) -> str:
    return refused.value.code


def test_a_pad_sets_twenty_numbers_aside() -> None:
    desk, sheets = printed()
    assert len(set(sheets)) == 20
    assert [check(number) for number in sheets] == list(sheets)
    assert all(sheet.out for sheet in desk.see(pads_of).sheets.values())


def test_a_number_that_was_set_aside_is_given_to_nobody_else() -> None:
    desk = opened()
    before = desk.random.getstate()
    sheets = desk.do(prepare_pad).sheets
    desk.random.setstate(before)  # as if a restored store had forgotten what it gave
    assert desk.do(register, PLAIN, person()).tracking not in sheets


def test_a_sheet_is_entered_under_its_own_number_and_date() -> None:
    desk, sheets = printed()
    found = desk.do(enter_sheet, sheets[3], PERMIT, person(), day=TODAY, at=time(9, 20))
    assert (found.tracking, found.received) == (sheets[3], datetime(2026, 11, 21, 9, 20))
    assert found.by_hand
    assert found.promised.date() == date(2026, 11, 25)  # three working days, a holiday between
    assert desk.see(promised_on, sheets[4], PERMIT, TODAY).date() == found.promised.date()
    assert desk.see(the_request, sheets[3]).id == found.id
    assert desk.see(pads_of).sheets[sheets[3]].request == found.id


def test_without_an_hour_the_opening_of_that_day_counts() -> None:
    desk, sheets = printed()
    found = desk.do(enter_sheet, sheets[0], PLAIN, person(), day=TODAY)
    assert found.received == datetime(2026, 11, 21, 7, 30)


def test_the_paper_in_the_clients_hand_is_the_original() -> None:
    desk, sheets = printed()
    desk.do(enter_sheet, sheets[0], PLAIN, person(), day=TODAY)
    job = desk.do(hand_out, "receipt", sheets[0])
    assert job.copy == 2
    assert desk.see(receipt_paper, sheets[0]).received.date() == TODAY


@pytest.mark.parametrize(
    ("day", "at", "code"),
    [
        (YESTERDAY, None, "sheet_too_early"),
        (TOMORROW + timedelta(days=1), None, "sheet_in_future"),
        (TOMORROW, time(23, 0), "sheet_in_future"),
    ],
)
def test_a_date_that_cannot_be_is_refused(day: date, at: time | None, code: str) -> None:
    desk, sheets = printed()
    with pytest.raises(Refusal) as refused:
        desk.do(enter_sheet, sheets[0], PLAIN, person(), day=day, at=at)
    assert code_of(refused) == code
    assert desk.see(pads_of).sheets[sheets[0]].out


def test_a_sheet_is_entered_once_and_a_void_one_never() -> None:
    desk, sheets = printed()
    desk.do(enter_sheet, sheets[0], PLAIN, person(), day=TODAY)
    desk.do(void_sheet, sheets[1], "خط خورد")
    for number, code in ((sheets[0], "sheet_entered"), (sheets[1], "sheet_voided")):
        with pytest.raises(Refusal) as refused:
            desk.do(enter_sheet, number, PLAIN, person(2), day=TODAY)
        assert code_of(refused) == code
        with pytest.raises(Refusal) as refused:
            desk.do(void_sheet, number, "باز هم")
        assert code_of(refused) == code


def test_what_is_no_sheet_is_told_so() -> None:
    desk, _ = printed()
    other = desk.do(register, PLAIN, person()).tracking
    with pytest.raises(Refusal) as refused:
        desk.do(enter_sheet, other, PLAIN, person(), day=TODAY)
    assert code_of(refused) == "sheet_unknown"
    with pytest.raises(Refusal) as refused:
        desk.do(prepare_pad, 0)
    assert code_of(refused) == "sheets_wrong"


def test_a_void_sheet_needs_a_reason() -> None:
    desk, sheets = printed()
    with pytest.raises(Refusal) as refused:
        desk.do(void_sheet, sheets[0], " ")
    assert code_of(refused) == "reason_empty"


def test_what_registering_refuses_leaves_the_sheet_out() -> None:
    desk, sheets = printed()
    with pytest.raises(Refusal) as refused:
        desk.do(enter_sheet, sheets[0], PERMIT, person(), day=TODAY, documents={ID_CARD: True})
    assert code_of(refused) == "documents_missing"
    with pytest.raises(Refusal) as refused:
        desk.do(enter_sheet, sheets[0], GUIDANCE, person(), day=TODAY)
    assert code_of(refused) == "service_guidance_only"
    assert desk.see(pads_of).sheets[sheets[0]].out
    marks = {ID_CARD: True, FORM: True}
    assert desk.do(enter_sheet, sheets[0], PERMIT, person(), day=TODAY, documents=marks).by_hand


def test_a_sheet_of_a_closed_day_stands_on_its_supplement_and_says_what_it_is() -> None:
    desk, sheets = printed()
    desk.do(close_day, TODAY)
    desk.do(enter_sheet, sheets[0], PLAIN, person(), day=TODAY)
    assert desk.see(log_paper, TODAY).received == ()
    (row,) = desk.see(log_paper, TODAY, supplement=True).received
    assert (row.tracking, row.mark) == (sheets[0], "by_hand")


def test_a_pad_is_printed_and_printed_again_as_a_copy_without_what_was_used() -> None:
    desk, sheets = printed()
    first = desk.do(hand_out, "pad", sheets[0])
    desk.do(void_sheet, sheets[0], "خط خورد")
    again = desk.do(hand_out, "pad", sheets[5])
    paper = paper_of(desk, again)
    assert isinstance(paper, PadPaper)
    assert (first.copy, again.copy) == (1, 2)
    assert paper.sheets == sheets[1:]
    for number in sheets[1:]:
        desk.do(void_sheet, number, "پایان")
    with pytest.raises(Refusal) as refused:
        desk.do(hand_out, "pad", sheets[0])
    assert code_of(refused) == "pad_used"


def test_two_who_settle_one_sheet_apart_are_a_conflict_and_the_entered_one_stands() -> None:
    desk, sheets = printed()
    found = desk.do(enter_sheet, sheets[0], PLAIN, person(), day=TODAY)
    entity = pads_id(OFFICE)
    desk.do(lambda work: work.append(FOLD, entity, SheetVoided(tracking=sheets[0], reason="گم")))
    desk.do(
        lambda work: work.append(FOLD, entity, SheetEntered(tracking=sheets[0], request="x" * 32))
    )
    state = desk.see(pads_of)
    assert [each.reason for each in state.conflicts] == ["sheet_used_twice"] * 2
    assert state.sheets[sheets[0]].request == found.id
    desk.do(lambda work: work.append(FOLD, entity, SheetVoided(tracking="1" * 12, reason="گم")))
    assert desk.see(pads_of).conflicts[-1].reason == "no_such_sheet"
