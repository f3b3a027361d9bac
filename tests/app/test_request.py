from datetime import date, datetime, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from app.applicant import Applicant, Representative
from app.event import Event
from app.events.paper import PaperPrinted
from app.events.request import (
    AnswerDelivered,
    AnswerPrepared,
    Checked,
    DeficiencyFound,
    InquiryAnswered,
    InquiryAsked,
    RequestCorrected,
    RequestRegistered,
    RequestVoided,
    RequestWithdrawn,
    StepDone,
    StepHandedOver,
)
from app.folds.request import FOLD, Request
from app.sub_service import Step
from tests.app.made_up import ISSUED, history, recorded

STEPS = (Step(title="بررسی", unit="فنی", duration=2), Step(title="امضا", unit="دفتر", duration=1))
REGISTERED = RequestRegistered(
    tracking="482719305563",
    service="s1",
    service_version=3,
    sheet="e1",
    code="2",
    title="صدور مجوز",
    mode=2,
    applicant=Applicant(id="0012345679", name="زهرا"),
    received=datetime(2026, 11, 21, 8),
    promised=datetime(2026, 11, 25, 14, 30),
    calendar="e2",
    opens="07:30",
    closes="14:30",
    answerable="خانم رضایی",
    phone="۰۱۱",
    steps=STEPS,
    documents=(Checked(title="کارت ملی"),),
)
DAY, NEXT = date(2026, 11, 21), date(2026, 11, 22)
GIVEN = StepHandedOver(step=0, unit="فنی", day=DAY, letter="۱۲")
DONE = StepDone(step=0, day=DAY, result="تأیید")
ASKED, TOLD = (
    InquiryAsked(inquiry="i1", title="ثبت", body="اداره ثبت"),
    InquiryAnswered(inquiry="i1", result="بلی"),
)
FOUND = DeficiencyFound(documents=("عکس",), until=date(2026, 12, 1))
WITHDRAWN, VOIDED = RequestWithdrawn(reason="انصراف"), RequestVoided(reason="اشتباه")


def answer(ordinal: int = 1) -> AnswerPrepared:
    return AnswerPrepared(
        day=DAY,
        number=f"482719305563/{ordinal}",
        ordinal=ordinal,
        grounds="ماده ۱",
        content="موافقت",
        objection="ده روز",
        issuer_name="رئیس",
        issuer_post="رئیس",
    )


def delivered(ordinal: int = 1, place: int = 1) -> AnswerDelivered:
    """Of the answer that stands at a place of the history."""
    return AnswerDelivered(
        day=DAY,
        answer=recorded(None, place)[0].id,
        number=f"482719305563/{ordinal}",
        receiver="applicant",
        receiver_name="زهرا",
        receiver_id="0012345679",
    )


def after(*events: Event | None) -> Request:
    found = FOLD(history(REGISTERED, *events))
    assert found is not None
    return found


def reasons(*events: Event | None) -> list[str]:
    return [conflict.reason for conflict in after(*events).conflicts]


def at(place: int) -> int:
    return recorded(None, place)[0].at


# what happens


def test_what_was_registered_stands_as_it_was_said() -> None:
    found = after()
    for name in ("tracking", "service", "service_version", "code", "title", "mode", "applicant"):
        assert getattr(found, name) == getattr(REGISTERED, name)
    assert (found.received, found.promised) == (REGISTERED.received, REGISTERED.promised)
    for name in ("opens", "closes", "answerable", "phone"):
        assert getattr(found, name) == getattr(REGISTERED, name) != ""
    assert [s.step for s in found.steps] == list(STEPS)
    assert (found.registered_at, found.clerk, found.documents) == (
        at(0),
        "clerk",
        REGISTERED.documents,
    )
    assert (found.state, found.open, found.current_step) == ("registered", True, 0)


def test_the_steps_go_one_after_the_other() -> None:
    given = after(GIVEN)
    assert (given.state, given.current_step, given.first_step_on) == ("in_work", 0, DAY)
    assert (given.steps[0].handed_over, given.steps[0].done) == (at(1), None)
    done = after(GIVEN, DONE)
    assert (done.state, done.current_step, done.last_step_on) == ("in_work", 1, None)
    assert (done.steps[0].letter, done.steps[0].result) == ("۱۲", "تأیید")
    back = after(
        GIVEN, DONE, StepHandedOver(step=1, unit="دفتر", day=DAY), StepDone(step=1, day=NEXT)
    )
    assert (back.state, back.current_step, back.last_step_on) == ("result_back", None, NEXT)
    assert back.steps[1].done == at(4)


def test_a_request_without_steps_has_none_to_come_back_from() -> None:
    found = FOLD(history(replace(REGISTERED, steps=())))
    assert found is not None
    assert (found.state, found.current_step) == ("registered", None)
    assert (found.first_step_on, found.last_step_on) == (None, None)


def test_an_answer_is_ready_and_then_given() -> None:
    assert after(answer()).state == "answer_ready"
    given = after(answer(), delivered())
    assert (given.state, given.open) == ("delivered", False)
    assert given.delivery is not None
    assert (given.delivery.at, given.delivery.clerk) == (at(2), "clerk")
    assert given.delivered_on == date(2026, 11, 21)


def test_the_day_of_delivery_is_the_one_that_was_said() -> None:
    """Whatever the time of the event is where it is read."""
    said = replace(delivered(), day=NEXT)
    assert after(answer(), said).delivered_on == NEXT
    assert after(answer()).delivered_on is None


def test_a_later_answer_is_the_one_that_is_given() -> None:
    found = after(answer(), answer(2), delivered(2, 2))
    assert found.delivered_answer == found.answers[1]
    assert [a.said.ordinal for a in found.answers] == [1, 2]
    assert found.conflicts == ()


def test_an_inquiry_is_answered_by_its_id_whatever_its_title() -> None:
    found = after(ASKED, replace(ASKED, inquiry="i2"), TOLD)
    assert [(i.asked, i.answered) for i in found.inquiries] == [(at(1), at(3)), (at(2), None)]
    assert found.inquiries[0].result == "بلی"


def test_a_paper_missed_later_leaves_the_promise() -> None:
    found = after(replace(FOUND, estimate=datetime(2026, 12, 9)))
    assert found.promised == REGISTERED.promised
    assert found.deficiencies[0].estimate == datetime(2026, 12, 9)


def test_what_is_corrected_is_said_anew_and_the_rest_stays() -> None:
    other, speaker = Applicant(id="1", name="مریم"), Representative(id="2", name="رضا")
    found = after(RequestCorrected(reason="نام", id="1", name="مریم", representative=speaker))
    assert (found.applicant, found.representative) == (other, speaker)
    assert (found.documents, found.remarks) == (REGISTERED.documents, "")
    found = after(RequestCorrected(reason="مدارک", documents=(), remarks="توضیح"))
    assert (found.applicant, found.documents, found.remarks) == (REGISTERED.applicant, (), "توضیح")
    assert after(*[RequestCorrected(reason=r) for r in "اب"]).corrected == ("ا", "ب")


def test_corrections_of_two_parts_both_stand() -> None:
    parts: dict[str, Any] = {
        "kind": "foreigner",
        "id": "1",
        "name": "مریم",
        "father": "علی",
        "mobile": "09",
    }
    events = [RequestCorrected(**{"reason": part, part: text}) for part, text in parts.items()]
    assert after(*events).applicant == Applicant(**parts)


def test_a_representative_named_wrongly_is_taken_away() -> None:
    named = RequestCorrected(reason="و", representative=Representative(id="2", name="رضا"))
    assert after(named, RequestCorrected(reason="ن", name="ز")).representative is not None
    assert after(named, RequestCorrected(reason="ن", unrepresented=True)).representative is None


@pytest.mark.parametrize(("event", "state"), [(WITHDRAWN, "withdrawn"), (VOIDED, "voided")])
def test_a_request_may_be_taken_back(event: RequestWithdrawn, state: str) -> None:
    found = after(answer(), event)
    assert (found.state, found.open, found.ended_reason) == (state, False, event.reason)
    assert found.ended_at == at(2)


def test_copies_of_the_receipt_are_counted() -> None:
    assert after(PaperPrinted(paper="receipt", copy=1)).copies("receipt") == 1
    assert after().copies("receipt") == 0


# what does not fit

MISFITS: list[tuple[str, tuple[Event | None, ...], str]] = [
    ("a step that is not there", (StepHandedOver(step=2, unit="x", day=DAY),), "no_such_step"),
    ("a step before the first", (StepDone(step=-1, day=DAY),), "no_such_step"),
    ("handed over twice", (GIVEN, GIVEN), "handed_over_twice"),
    ("done twice", (GIVEN, DONE, DONE), "done_twice"),
    ("done before handed over", (DONE,), "done_before_handed_over"),
    ("handed over after the end", (WITHDRAWN, GIVEN), "request_ended"),
    ("done after the end", (GIVEN, VOIDED, DONE), "request_ended"),
    ("an inquiry nobody made", (TOLD,), "no_such_inquiry"),
    ("an inquiry answered twice", (ASKED, TOLD, TOLD), "no_such_inquiry"),
    ("a paper missed after the end", (WITHDRAWN, FOUND), "request_ended"),
    ("an answer after the end", (WITHDRAWN, answer()), "request_ended"),
    ("an answer after the delivery", (answer(), delivered(), answer(2)), "request_ended"),
    ("two answers of one number", (answer(), answer()), "numbered_twice"),
    ("given without an answer", (delivered(),), "delivered_without_answer"),
    ("given twice", (answer(), delivered(), delivered()), "delivered_twice"),
    ("given after the end", (answer(), WITHDRAWN, delivered()), "request_ended"),
    ("an older answer given", (answer(), answer(2), delivered()), "not_the_newest_answer"),
    ("withdrawn twice", (WITHDRAWN, WITHDRAWN), "request_ended"),
    ("voided after withdrawn", (WITHDRAWN, VOIDED), "request_ended"),
    ("withdrawn after the delivery", (answer(), delivered(), WITHDRAWN), "request_ended"),
    ("registered twice", (REGISTERED,), "not_of_this_kind"),
    ("a ticket's event", (ISSUED,), "not_of_this_kind"),
    ("an unknown kind", (None,), "unknown_kind"),
]


@pytest.mark.parametrize(
    ("events", "reason"), [m[1:] for m in MISFITS], ids=[m[0] for m in MISFITS]
)
def test_what_does_not_fit_is_shown_with_its_reason(
    events: tuple[Event | None, ...], reason: str
) -> None:
    assert reasons(*events) == [reason]


def test_the_first_delivery_and_the_first_end_hold() -> None:
    twice = after(answer(), delivered(), replace(delivered(), receiver_name="دیگری"))
    assert twice.delivery is not None
    assert twice.delivery.said.receiver_name == "زهرا"
    assert after(WITHDRAWN, VOIDED).state == "withdrawn"


def test_an_answer_given_after_a_withdrawal_elsewhere_is_on_record() -> None:
    found = after(answer(), WITHDRAWN, delivered())
    assert (found.state, found.delivery is not None) == ("withdrawn", True)


def test_what_was_done_before_it_was_handed_over_is_done() -> None:
    found = after(DONE, GIVEN)
    assert found.steps[0].done == at(1)
    assert found.steps[0].handed_over == at(2)


def test_an_answer_before_its_registration_is_counted_after_it() -> None:
    found = FOLD([recorded(answer(), 0), recorded(REGISTERED, 1)])
    assert found is not None
    assert (found.state, found.conflicts) == ("answer_ready", ())


def test_nothing_moves_the_promise() -> None:
    found = after(FOUND, GIVEN, RequestCorrected(reason="x", remarks="y"), answer(), WITHDRAWN)
    assert (found.received, found.promised) == (REGISTERED.received, REGISTERED.promised)
    assert found.promised - found.received > timedelta(days=4)
