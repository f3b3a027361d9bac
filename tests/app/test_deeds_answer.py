from typing import Any

import pytest
from msgspec.structs import replace

from app.deeds.answer import Draft, deliver, draft_from_ready_text, prepare_answer
from app.deeds.call import call_next
from app.deeds.catalogue import define_sub_service, retire_sub_service
from app.deeds.office import confirm_clock
from app.deeds.request import register
from app.deeds.step import take_back
from app.deeds.ticket import issue
from app.events.request import AnswerDelivered, AnswerPrepared
from app.folds.request import Request
from app.sub_service import ReadyText, SubService
from tests.app.desk import Desk
from tests.app.opened import (
    PERMIT,
    PLAIN,
    READY,
    SPEAKER,
    STAMP,
    TODAY,
    UNNUMBERED,
    opened,
    person,
)

DRAFT = Draft(
    grounds="ماده ۱",
    content="موافقت می‌شود.\nبا شرط",
    objection="ده روز، هیئت",
    remarks="اصل سند",
    issuer_name="احمدی",
    issuer_post="فرماندار",
    result="agreed",
    letter="۱۴۰۵/۱۲",
)


def registered(service: str = PERMIT) -> tuple[Desk, Request]:
    desk = opened()
    return desk, desk.do(register, service, person())


def ready() -> tuple[Desk, Request]:
    desk, made = registered()
    return desk, desk.do(prepare_answer, made.tracking, DRAFT)


# preparing


def test_an_answer_says_all_of_table_4() -> None:
    desk, made = registered()
    found = desk.do(prepare_answer, made.tracking, DRAFT)
    assert desk.said()[-1] == AnswerPrepared(
        day=TODAY,
        number=f"{made.tracking}/1",
        ordinal=1,
        grounds="ماده ۱",
        content="موافقت می‌شود.\nبا شرط",
        objection="ده روز، هیئت",
        remarks="اصل سند",
        issuer_name="احمدی",
        issuer_post="فرماندار",
        result="agreed",
        letter="۱۴۰۵/۱۲",
    )
    assert found.state == "answer_ready"


def test_a_later_answer_takes_the_next_number() -> None:
    desk, made = ready()
    found = desk.do(prepare_answer, made.tracking, replace(DRAFT, content="تازه"))
    assert [a.said.number for a in found.answers] == [f"{made.tracking}/{n}" for n in (1, 2)]
    given = desk.do(deliver, made.tracking)
    assert given.delivery is not None
    assert given.delivery.said.number == f"{made.tracking}/2"


@pytest.mark.parametrize("field", ["grounds", "content", "objection", "issuer_name", "issuer_post"])
@pytest.mark.parametrize("text", ["", " \n", "\0"])
def test_an_answer_without_its_grounds_is_none(field: str, text: str) -> None:
    desk, made = registered()
    draft = Draft(**{f: getattr(DRAFT, f) for f in DRAFT.__struct_fields__} | {field: text})
    refusal = desk.refused(prepare_answer, made.tracking, draft)
    assert (refusal.code, refusal.facts) == ("answer_incomplete", {"field": field})


def test_remarks_result_and_letter_may_be_left_out() -> None:
    desk, made = registered()
    found = desk.do(prepare_answer, made.tracking, replace(DRAFT, remarks="", result="", letter=""))
    assert found.answers[0].said.result == ""


def test_an_answer_needs_a_request_that_is_open() -> None:
    desk, made = ready()
    desk.do(deliver, made.tracking)
    assert desk.refused(prepare_answer, made.tracking, DRAFT).code == "already_delivered"
    assert desk.refused(prepare_answer, "0" * 12, DRAFT).code == "tracking_unknown"
    assert desk.refused(prepare_answer, "", DRAFT).code == "tracking_wrong"


def test_an_answer_may_come_before_the_steps_are_done() -> None:
    desk, made = ready()
    assert desk.request(made.id).current_step == 0
    desk.do(take_back, made.tracking)
    assert desk.request(made.id).state == "answer_ready"


def test_what_no_store_can_hold_is_left_out() -> None:
    desk, made = registered()
    found = desk.do(prepare_answer, made.tracking, replace(DRAFT, content="متن\0\ud800"))
    assert found.answers[0].said.content == "متن"


# ready texts


def test_a_ready_text_is_an_answer_of_four_keys() -> None:
    desk, made = registered()
    draft = desk.do(draft_from_ready_text, made.tracking, "موافقت", "احمدی", "فرماندار")
    assert draft == Draft(
        grounds=READY.grounds,
        content=READY.content,
        objection=READY.objection,
        remarks=READY.remarks,
        issuer_name="احمدی",
        issuer_post="فرماندار",
        result="agreed",
    )
    assert desk.do(prepare_answer, made.tracking, draft).state == "answer_ready"


def test_an_unknown_ready_text_is_refused() -> None:
    desk, made = registered()
    refusal = desk.refused(draft_from_ready_text, made.tracking, "مخالفت", "ا", "ب")
    assert (refusal.code, refusal.facts) == ("ready_text_unknown", {"text": "مخالفت"})
    other = desk.do(register, PLAIN, person())
    assert desk.refused(draft_from_ready_text, other.tracking, "موافقت", "ا", "ب").code == (
        "ready_text_unknown"
    )


def test_the_ready_texts_are_those_of_today() -> None:
    desk, made = registered(PLAIN)
    text = ReadyText(title="نو", result="done", grounds="گ", content="م", objection="ا")
    desk.do(define_sub_service, SubService(code=PLAIN, title="درخواست عمومی", ready_texts=(text,)))
    desk.do(retire_sub_service, PLAIN, "به سامانه رفت")
    assert desk.do(draft_from_ready_text, made.tracking, "نو", "ا", "ب").content == "م"


# delivering


def test_an_answer_is_given_against_the_receipt() -> None:
    desk, made = ready()
    desk.do(issue, PERMIT)
    visit = desk.do(call_next, "2")
    given = desk.do(deliver, made.tracking, ticket=visit.id)
    assert desk.said()[-1] == AnswerDelivered(
        day=TODAY,
        answer=made.answers[0].id,
        number=f"{made.tracking}/1",
        receiver="applicant",
        receiver_name="زهرا محمدی",
        receiver_id=person().id,
        counter="2",
        ticket=visit.id,
    )
    assert (given.state, given.open) == ("delivered", False)


def test_an_answer_is_given_once() -> None:
    desk, made = ready()
    desk.do(deliver, made.tracking)
    at = desk.clock.at
    desk.clock.move(days=1)
    refusal = desk.refused(deliver, made.tracking)
    assert (refusal.code, refusal.facts) == (
        "already_delivered",
        {"datetime": at, "name": "زهرا محمدی"},
    )


def test_what_is_not_ready_is_not_given() -> None:
    desk, made = registered()
    refusal = desk.refused(deliver, made.tracking)
    assert (refusal.code, refusal.facts) == (
        "answer_not_ready",
        {"date": made.promised.date(), "step": "بررسی", "unit": "دفتر فنی"},
    )
    desk.do(take_back, made.tracking)
    desk.do(take_back, made.tracking)
    assert desk.refused(deliver, made.tracking).facts["step"] == ""


def test_what_is_given_at_once_needs_an_answer_too() -> None:
    desk, made = registered(STAMP)
    refusal = desk.refused(deliver, made.tracking)
    assert (refusal.code, refusal.facts["step"]) == ("answer_not_ready", "")


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"lost_reason": "گم شد"},
        {"identity_document": "کارت ملی"},
        {"lost_reason": " ", "identity_document": "کارت ملی"},
    ],
)
def test_without_the_receipt_a_reason_and_an_identity_are_needed(said: dict[str, Any]) -> None:
    desk, made = ready()
    assert desk.refused(deliver, made.tracking, receipt=False, **said).code == "receipt_required"


def test_without_the_receipt_it_is_on_record_why_and_who() -> None:
    desk, made = ready()
    found = desk.do(
        deliver,
        made.tracking,
        receipt=False,
        lost_reason="گم شد",
        identity_document="کارت ملی",
    )
    assert found.delivery is not None
    said = found.delivery.said
    assert (said.lost_reason, said.identity_document) == ("گم شد", "کارت ملی")


def test_with_the_receipt_nothing_is_said_of_a_loss() -> None:
    desk, made = ready()
    found = desk.do(deliver, made.tracking, lost_reason="گم شد", identity_document="کارت ملی")
    assert found.delivery is not None
    assert (found.delivery.said.lost_reason, found.delivery.said.identity_document) == ("", "")


def test_only_a_representative_on_record_receives_for_another() -> None:
    desk, made = ready()
    assert desk.refused(deliver, made.tracking, receiver="representative").code == "not_entitled"
    other = desk.do(register, PLAIN, person(), representative=SPEAKER)
    desk.do(prepare_answer, other.tracking, DRAFT)
    given = desk.do(deliver, other.tracking, receiver="representative")
    assert given.delivery is not None
    said = given.delivery.said
    assert (said.receiver, said.receiver_name, said.receiver_id) == (
        "representative",
        SPEAKER.name,
        SPEAKER.id,
    )


def test_only_who_has_no_code_and_comes_in_person_receives_without_one() -> None:
    desk = opened()
    for speaker in (None, SPEAKER):
        made = desk.do(register, PERMIT, UNNUMBERED, representative=speaker)
        desk.do(prepare_answer, made.tracking, DRAFT)
        given = desk.do(
            deliver, made.tracking, receiver="representative" if speaker else "applicant"
        )
        assert given.delivery is not None
        said = given.delivery.said
        who = speaker or UNNUMBERED
        assert (said.receiver_name, said.receiver_id) == (who.name, who.id)


def test_where_it_was_given_must_be_a_counter_and_a_visit() -> None:
    desk, made = ready()
    assert desk.refused(deliver, made.tracking, counter="9").code == "counter_unknown"
    assert desk.refused(deliver, made.tracking, ticket="nobody").code == "ticket_unknown"
    waiting = desk.do(issue, PERMIT)
    assert desk.refused(deliver, made.tracking, ticket=waiting.id).code == "not_called"
    given = desk.do(deliver, made.tracking, counter="2")
    assert given.delivery is not None
    assert given.delivery.said.counter == "2"


def test_no_official_date_is_written_while_the_clock_is_wrong() -> None:
    desk, made = ready()
    other = desk.do(register, PLAIN, person())
    desk.clock.move(minutes=-5)
    assert desk.refused(prepare_answer, other.tracking, DRAFT).code == "clock_wrong"
    assert desk.refused(deliver, made.tracking).code == "clock_wrong"
    desk.do(confirm_clock, "درست شد")
    desk.do(prepare_answer, other.tracking, DRAFT)
    assert desk.do(deliver, made.tracking).state == "delivered"
