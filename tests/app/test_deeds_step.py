from datetime import date, datetime

import pytest

from app.deeds.request import register, withdraw
from app.deeds.step import (
    answer_inquiry,
    ask_inquiry,
    find_deficiency,
    hand_over,
    hand_over_all,
    take_back,
    take_back_all,
)
from app.events.request import (
    DeficiencyFound,
    InquiryAnswered,
    InquiryAsked,
    StepDone,
    StepHandedOver,
)
from app.folds.request import Request
from tests.app.desk import Desk
from tests.app.opened import PERMIT, PLAIN, STAMP, TODAY, opened, person


def registered(*services: str) -> tuple[Desk, list[Request]]:
    desk = opened()
    made = []
    for number, service in enumerate(services or (PERMIT,)):
        made.append(desk.do(register, service, person(number + 1)))
        desk.clock.move(minutes=1)
    return desk, made


def test_each_step_is_handed_over_and_taken_back_in_turn() -> None:
    desk, (made,) = registered()
    stood = len(desk.facts)
    for _ in range(2):
        desk.do(hand_over, made.tracking, letter="۱۲")
        desk.do(take_back, made.tracking, result="تأیید")
    assert desk.said(stood) == [
        StepHandedOver(step=0, unit="دفتر فنی", day=TODAY, letter="۱۲"),
        StepDone(step=0, day=TODAY, result="تأیید"),
        StepHandedOver(step=1, unit="فرمانداری", day=TODAY, letter="۱۲"),
        StepDone(step=1, day=TODAY, result="تأیید"),
    ]
    assert desk.request(made.id).state == "result_back"


def test_what_was_handed_over_is_not_handed_over_again() -> None:
    desk, (made,) = registered()
    desk.do(hand_over, made.tracking)
    refusal = desk.refused(hand_over, made.tracking)
    assert (refusal.code, refusal.facts) == (
        "handed_over_already",
        {"step": "بررسی", "unit": "دفتر فنی"},
    )


def test_what_nobody_handed_over_is_recorded_as_handed_over_then() -> None:
    desk, (made,) = registered()
    found = desk.do(take_back, made.tracking)
    assert desk.said()[-2:] == [
        StepHandedOver(step=0, unit="دفتر فنی", day=TODAY, implied=True),
        StepDone(step=0, day=TODAY),
    ]
    assert found.steps[0].handed_over == found.steps[0].done
    assert found.conflicts == ()


@pytest.mark.parametrize("deed", [hand_over, take_back])
def test_after_the_last_step_there_is_none(deed: object) -> None:
    assert callable(deed)
    desk, (made, quick) = registered(PLAIN, STAMP)
    desk.do(take_back, made.tracking)
    refusal = desk.refused(deed, made.tracking)
    assert (refusal.code, refusal.facts) == ("no_step_left", {"tracking": made.tracking})
    assert desk.refused(deed, quick.tracking).code == "no_step_left"


@pytest.mark.parametrize("deed", [hand_over, take_back])
def test_a_step_needs_a_request_that_is_open_and_a_right_clock(deed: object) -> None:
    assert callable(deed)
    desk, (made, other) = registered(PERMIT, PERMIT)
    desk.do(withdraw, made.tracking, "انصراف")
    assert desk.refused(deed, made.tracking).code == "request_ended"
    assert desk.refused(deed, "12").code == "tracking_wrong"
    desk.clock.move(minutes=-2)
    assert desk.refused(deed, other.tracking).code == "clock_wrong"


# the liaison's list


def test_the_liaison_takes_all_of_the_list_and_brings_all_of_it_back() -> None:
    desk, made = registered(PERMIT, PLAIN)
    trackings = [found.tracking for found in made]
    handed = desk.do(hand_over_all, trackings, letter="۱۲۳")
    assert [found.steps[0].letter for found in handed] == ["۱۲۳", "۱۲۳"]
    assert all(found.steps[0].done for found in desk.do(take_back_all, trackings))


def test_the_liaison_takes_all_of_the_list_or_nothing() -> None:
    desk, made = registered(PERMIT, PLAIN)
    trackings = [found.tracking for found in made]
    for wrong in ("000000000000", trackings[0]):
        assert desk.refused(hand_over_all, [*trackings, wrong]).code in (
            "tracking_unknown",
            "handed_over_already",
        )
    assert [desk.request(found.id).state for found in made] == ["registered", "registered"]
    desk.do(hand_over, trackings[1])
    assert desk.refused(hand_over_all, trackings).code == "handed_over_already"
    assert desk.request(made[0].id).state == "registered"


def test_the_liaison_brings_back_all_of_the_list_or_nothing() -> None:
    desk, made = registered(PERMIT, STAMP)
    assert desk.refused(take_back_all, [found.tracking for found in made]).code == "no_step_left"
    assert desk.request(made[0].id).steps[0].done is None


def test_an_empty_list_is_nothing() -> None:
    desk, _ = registered()
    assert desk.do(hand_over_all, []) == desk.do(take_back_all, []) == []


# inquiries and papers missed later


def test_the_office_asks_and_is_answered() -> None:
    desk, (made,) = registered()
    (asked,) = desk.do(ask_inquiry, made.tracking, "ثبت\0", "اداره ثبت").inquiries
    assert len(asked.id) == 32
    assert desk.said()[-1] == InquiryAsked(inquiry=asked.id, title="ثبت", body="اداره ثبت")
    found = desk.do(answer_inquiry, made.tracking, "ثبت", "بلامانع")
    assert desk.said()[-1] == InquiryAnswered(inquiry=asked.id, result="بلامانع")
    assert found.inquiries[0].result == "بلامانع"


def test_of_two_inquiries_of_one_title_the_oldest_open_one_is_answered() -> None:
    desk, (made,) = registered()
    for body in ("اداره ۱", "اداره ۲"):
        desk.do(ask_inquiry, made.tracking, "ثبت", body)
    first, second = desk.request(made.id).inquiries
    assert first.id != second.id
    for asked in (first, second):
        desk.do(answer_inquiry, made.tracking, "ثبت", "بلی")
        assert desk.said()[-1] == InquiryAnswered(inquiry=asked.id, result="بلی")


def test_what_was_not_asked_is_not_answered() -> None:
    desk, (made,) = registered()
    desk.do(ask_inquiry, made.tracking, "ثبت", "اداره ثبت")
    desk.do(answer_inquiry, made.tracking, "ثبت", "بلی")
    for title in ("ثبت", "مالیات"):
        refusal = desk.refused(answer_inquiry, made.tracking, title, "بلی")
        assert (refusal.code, refusal.facts) == ("inquiry_unknown", {"inquiry": title})


def test_a_paper_missed_later_is_told_and_the_promise_stays() -> None:
    desk, (made,) = registered()
    until, estimate = date(2026, 12, 1), datetime(2026, 12, 5, 14, 30)
    found = desk.do(find_deficiency, made.tracking, ["سند\0"], until, estimate)
    assert desk.said()[-1] == DeficiencyFound(documents=("سند",), until=until, estimate=estimate)
    assert found.promised == made.promised
    assert desk.refused(find_deficiency, made.tracking, [], until).code == "nothing_missing"


def test_nothing_is_asked_or_missed_of_what_is_over() -> None:
    desk, (made,) = registered()
    desk.do(ask_inquiry, made.tracking, "ثبت", "اداره ثبت")
    desk.do(withdraw, made.tracking, "انصراف")
    tracking, until = made.tracking, date(2026, 12, 1)
    assert desk.refused(ask_inquiry, tracking, "ا", "ب").code == "request_ended"
    assert desk.refused(answer_inquiry, tracking, "ثبت", "بلی").code == "request_ended"
    assert desk.refused(find_deficiency, tracking, ["سند"], until).code == "request_ended"
