import pytest

from app.deeds.catalogue import define_sub_service
from app.deeds.request import register
from app.details import read, settled
from app.events.request import Detail
from app.refusal import Refusal
from app.sub_service import FieldKind, FormField, SubService
from tests.app.opened import opened, person

PLACE = FormField(title="محل خدمت", obligatory=True)
MONTHS = FormField(title="مدت (ماه)", kind="number")


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        ("text", "  آبادان، یگان ۲ ", "آبادان، یگان ۲"),
        ("number", "۲۶", "26"),
        ("number", " ٢ ۶ ", "26"),
        ("number", "۱٫۵", "1.5"),
        ("money", "۵۰۰٬۰۰۰ ریال", "500000"),
        ("money", "1,250,000", "1250000"),
        ("date", "۱۴۰۵-۸-۳", "1405/08/03"),
        ("date", "14050803", "1405/08/03"),
        ("number", " \u200c", ""),
    ],
)
def test_an_answer_is_kept_as_its_kind_requires(kind: FieldKind, typed: str, kept: str) -> None:
    assert read(FormField(title="پرسش", kind=kind), typed) == kept


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        ("number", "بیست"),
        ("number", "1.2.3"),
        ("number", "-4"),
        ("money", "1.5"),
        ("money", "ریال"),
        ("date", "1404/12/30"),
        ("date", "فردا"),
    ],
)
def test_what_cannot_be_read_so_is_refused_as_it_was_typed(kind: FieldKind, typed: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(FormField(title="پرسش", kind=kind), typed)
    assert (refused.value.code, refused.value.facts) == (
        "field_wrong",
        {"field": "پرسش", "text": typed},
    )


def test_answers_stand_in_the_order_of_the_questions_without_the_empty_ones() -> None:
    typed = {"مدت (ماه)": "۲۶", "محل خدمت": "آبادان"}
    assert settled((PLACE, MONTHS), typed) == (
        Detail(title="محل خدمت", text="آبادان"),
        Detail(title="مدت (ماه)", text="26"),
    )
    assert settled((PLACE, MONTHS), {"محل خدمت": "آبادان", "مدت (ماه)": " "}) == (
        Detail(title="محل خدمت", text="آبادان"),
    )


def test_what_must_be_answered_is_asked_for() -> None:
    with pytest.raises(Refusal) as refused:
        settled((PLACE, MONTHS), {"محل خدمت": " "})
    assert (refused.value.code, refused.value.facts) == ("field_empty", {"field": "محل خدمت"})


def test_an_answer_to_no_question_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        settled((MONTHS,), {"مدت": "۲۶"})
    assert (refused.value.code, refused.value.facts) == ("field_unknown", {"field": "مدت"})


def test_a_request_keeps_what_its_sub_service_asks() -> None:
    desk = opened()
    desk.do(define_sub_service, SubService(code="40", title="احتساب", fields=(PLACE, MONTHS)))
    refusal = desk.refused(register, "40", person())
    assert (refusal.code, refusal.facts) == ("field_empty", {"field": "محل خدمت"})
    refusal = desk.refused(register, "40", person(), details={"محل خدمت": "آبادان", "مدت": "۲"})
    assert refusal.code == "field_unknown"
    made = desk.do(register, "40", person(), details={"محل خدمت": "آبادان", "مدت (ماه)": "۲۶"})
    assert made.details == (
        Detail(title="محل خدمت", text="آبادان"),
        Detail(title="مدت (ماه)", text="26"),
    )
