"""The sub-service's own fields, the answer and the promise."""

import pytest
from msgspec.structs import replace

from app.sub_service import FieldKind, FormField, Step
from tests.ui.counter.sheet.desk import Key, Open, mark_of, serving
from tests.ui.counter.states import SERVING, SHEET


def test_the_fields_of_the_sub_service_are_filled_one_after_the_other(open_at: Open) -> None:
    desk = open_at()
    desk.sheet.enter_details()
    desk.type("آبادان")
    desk.press(Key.Key_Return)
    desk.type("26")
    desk.press(Key.Key_Return)
    assert desk.state.sheet.details == {"محل خدمت": "آبادان", "مدت (ماه)": "۲۶"}
    desk.type("فوری")
    assert desk.state.sheet.remarks == "فوری"
    with desk.qtbot.waitSignal(desk.sheet.finished):
        desk.press(Key.Key_Return)


def test_what_nobody_can_read_as_a_number_is_marked_when_it_is_left(open_at: Open) -> None:
    desk = open_at()
    desk.sheet.enter_details()
    desk.press(Key.Key_Return)
    field = desk.sheet.details._fields["مدت (ماه)"]
    desk.type("دو")
    assert mark_of(field) == "plain"
    desk.press(Key.Key_Return)
    assert mark_of(field) == "wrong"


def test_what_nobody_can_read_is_marked_when_it_comes_back_too(open_at: Open) -> None:
    typed = replace(SERVING.sheet, details={"محل خدمت": "آبادان", "مدت (ماه)": "دو"})
    desk = open_at(replace(SERVING, sheet=typed))
    fields = desk.sheet.details._fields
    assert mark_of(fields["مدت (ماه)"]) == "wrong"
    assert mark_of(fields["محل خدمت"]) == "plain"
    desk.show(SERVING)
    assert mark_of(fields["مدت (ماه)"]) == "plain"


ASKED: tuple[FieldKind, ...] = ("date", "number", "money")


@pytest.mark.parametrize("kind", ASKED)
def test_enter_in_what_nobody_can_read_stays_there_and_says_why(
    open_at: Open, kind: FieldKind
) -> None:
    desk = open_at(serving(replace(SHEET, fields=(FormField(title="مقدار", kind=kind),))))
    desk.sheet.enter_details()
    field = desk.sheet.details._fields["مقدار"]
    desk.type("دو")
    with desk.qtbot.waitSignal(desk.sheet.refused) as said:
        desk.press(Key.Key_Return)
    assert said.args is not None
    assert said.args[0].code == "field_wrong"
    assert said.args[0].facts == {"field": "مقدار", "text": "دو"}
    assert desk.focus() is field.line
    assert mark_of(field) == "wrong"
    field.line.selectAll()
    desk.type("1405/08/30" if kind == "date" else "12")
    with desk.qtbot.assertNotEmitted(desk.sheet.refused):
        desk.press(Key.Key_Return)
    assert desk.focus() is desk.sheet.details.remarks.line


def test_whoever_leaves_what_nobody_can_read_by_another_way_gets_away(open_at: Open) -> None:
    desk = open_at()
    desk.sheet.enter_details()
    desk.press(Key.Key_Return)
    field = desk.sheet.details._fields["مدت (ماه)"]
    desk.type("دو")
    with desk.qtbot.assertNotEmitted(desk.sheet.refused):
        desk.press(Key.Key_Tab)
    assert desk.focus() is desk.sheet.details.remarks.line
    assert mark_of(field) == "wrong"


def test_enter_in_an_empty_field_asks_for_nothing_before_its_time(open_at: Open) -> None:
    desk = open_at()
    desk.sheet.enter_details()
    with desk.qtbot.assertNotEmitted(desk.sheet.refused):
        desk.press(Key.Key_Return, Key.Key_Return)
    assert desk.focus() is desk.sheet.details.remarks.line


def test_another_sub_service_has_its_own_fields(open_at: Open) -> None:
    desk = open_at()
    dated = replace(SHEET, fields=(FormField(title="تاریخ واقعه", kind="date"),))
    desk.show(serving(dated))
    assert [line.accessibleName() for line in desk.sheet.details.order] == [
        "تاریخ واقعه",
        "ملاحظات",
    ]


def test_a_ready_answer_is_chosen_where_the_service_is_given_at_once(open_at: Open) -> None:
    desk = open_at(serving(replace(SHEET, mode=3)))
    desk.sheet.enter_details()
    assert desk.sheet.details.ready is not None
    assert desk.focus() is desk.sheet.details.ready.choice
    desk.press(Key.Key_Down)
    assert desk.state.sheet.ready_text == "موافقت با احتساب"


def test_the_promise_is_said_with_its_length_and_the_fee(open_at: Open) -> None:
    desk = open_at()
    said = desk.sheet.details._promise.accessibleName()
    assert said == "موعد پاسخ چهارشنبه ۱۱ آذر ۱۴۰۵ ۹ روز کاری هزینه ۵۰۰٬۰۰۰ ریال"
    hours = (Step(title="صدور", unit="میز", duration=2.5, unit_of_time="working_hour"),)
    desk.show(serving(replace(SHEET, steps=hours, fees=())))
    said = desk.sheet.details._promise.accessibleName()
    assert said == "موعد پاسخ چهارشنبه ۱۱ آذر ۱۴۰۵، ساعت ۱۴:۳۰ ۲٫۵ ساعت کاری"
