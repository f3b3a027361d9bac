"""Fields: digits as they are typed, what is shown and what is given back, who gets Enter."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.keyboard import press, types
from tests.ui.look.conftest import Show
from ui.look.parts.choice_field import ChoiceField
from ui.look.parts.field import Field
from ui.look.parts.text_field import TextField
from ui.look.theme import Theme

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize("typed", ["2190764157", "۲۱۹۰۷۶۴۱۵۷", "٢١٩٠٧٦٤١٥٧"])
def test_a_code_is_shown_in_persian_and_given_in_latin_digits(
    typed: str, plain: Theme, show: Show, qtbot: QtBot
) -> None:
    field = Field(plain, "کد ملی", kind="code", most=10)
    show(field)
    types(typed, field.line)
    assert (field.line.text(), field.value()) == ("۲۱۹۰۷۶۴۱۵۷", "2190764157")


def test_a_code_takes_digits_only_and_not_too_many(plain: Theme, show: Show, qtbot: QtBot) -> None:
    field = Field(plain, "کد ملی", kind="code", most=4)
    show(field)
    types("1 2-aش3456", field.line)
    assert field.value() == "1234"


def test_a_pasted_code_loses_its_dashes(plain: Theme, show: Show, qtbot: QtBot) -> None:
    field = Field(plain, "کد ملی", kind="code", most=10)
    show(field)
    QApplication.clipboard().setText("219-076 4157")
    press(KEY.Key_V, CONTROL, widget=field.line)
    assert field.value() == "2190764157"


def test_the_cursor_stays_where_a_digit_is_corrected(
    plain: Theme, show: Show, qtbot: QtBot
) -> None:
    field = Field(plain, "کد ملی", kind="code", most=10)
    show(field)
    types("1239", field.line)
    field.line.setCursorPosition(1)
    types("5x6", field.line)
    assert (field.value(), field.line.cursorPosition()) == ("156239", 3)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("26 ماه", "۲۶ ماه"), ("کاغذ A4", "کاغذ A4"), ("پلاک 12/3", "پلاک ۱۲/۳")],
)
def test_digits_of_words_are_persian_unless_they_end_a_latin_word(
    typed: str, shown: str, plain: Theme, show: Show, qtbot: QtBot
) -> None:
    line, area = Field(plain, "نشانی"), TextField(plain, "ملاحظات")
    show(line, area)
    types(typed, line.line)
    types(typed, area.area)
    assert (line.value(), area.value()) == (shown, shown)


def test_only_what_the_clerk_types_is_told(plain: Theme, show: Show, qtbot: QtBot) -> None:
    field, area = Field(plain, "نام"), TextField(plain, "ملاحظات")
    show(field, area)
    said: list[str] = []
    field.edited.connect(said.append)
    area.edited.connect(said.append)
    field.show_value("مریم")
    area.show_value("متن")
    assert said == []
    field.setFocus()
    types("ا ", field.line)
    types("۱", area.area)
    assert said == ["مریما", "مریما", "متن۱"]


def test_what_came_by_itself_says_so_until_it_is_changed(
    plain: Theme, show: Show, qtbot: QtBot
) -> None:
    field = Field(plain, "نام پدر", "اختیاری")
    show(field)
    field.show_value("سیدمحمدرضا", filled_from="از سابقه", state="correct")
    assert (field.line.accessibleDescription(), field.state) == ("از سابقه", "correct")
    field.setFocus()
    types("ب", field.line)
    assert (field.line.accessibleDescription(), field.state) == ("اختیاری", "plain")


def test_a_right_value_keeps_the_place_of_its_tick_free(plain: Theme, show: Show) -> None:
    field = Field(plain, "کد ملی", kind="code")
    show(field)
    before = field.line.textMargins().left()
    field.mark("correct")
    assert field.line.textMargins().left() >= before + 16
    field.mark("wrong")
    assert field.line.textMargins().left() == before


def test_an_empty_field_begins_at_the_right(plain: Theme, show: Show) -> None:
    field = Field(plain, "نام")
    show(field, width=300)
    field.setFocus()
    assert field.line.cursorRect().left() > field.line.width() // 2


def test_enter_is_done_with_a_line_and_goes_on_in_a_text(
    plain: Theme, show: Show, qtbot: QtBot
) -> None:
    line, choice, area = Field(plain, "نام"), ChoiceField(plain, "نوع"), TextField(plain, "متن")
    show(line, choice, area)
    for field, inner in ((line, line.line), (choice, choice.choice)):
        with qtbot.waitSignal(field.entered):
            press(KEY.Key_Return, widget=inner)
    with qtbot.assertNotEmitted(area.entered):
        types("الف", area.area)
        press(KEY.Key_Return, widget=area.area)
        types("ب", area.area)
    with qtbot.waitSignal(area.entered):
        press(KEY.Key_Return, CONTROL, widget=area.area)
    assert area.value() == "الف\nب"


def test_tab_leaves_a_text(plain: Theme, show: Show, qtbot: QtBot) -> None:
    area, line = TextField(plain, "متن"), Field(plain, "نام")
    show(area, line)
    area.setFocus()
    press(KEY.Key_Tab, widget=area.area)
    assert line.line.hasFocus()


def test_pasted_text_loses_its_dress_and_gets_persian_digits(plain: Theme, show: Show) -> None:
    area = TextField(plain, "متن")
    show(area)
    dressed = QMimeData()
    dressed.setHtml("<b>ماده 93</b>")
    dressed.setText("ماده 93")
    area.area.insertFromMimeData(dressed)
    assert area.value() == "ماده ۹۳"


def test_a_choice_gives_keys_and_says_only_what_the_clerk_chose(
    plain: Theme, show: Show, qtbot: QtBot
) -> None:
    field = ChoiceField(plain, "نوع")
    show(field)
    with qtbot.assertNotEmitted(field.chosen):
        field.show_options([("person", "حقیقی"), ("legal", "حقوقی")], "person")
    with qtbot.waitSignal(field.chosen) as said:
        press(KEY.Key_Down, widget=field.choice)
    assert (said.args, field.value()) == (["legal"], "legal")


def test_a_choice_leaves_f4_to_the_window(plain: Theme, show: Show, qtbot: QtBot) -> None:
    field = ChoiceField(plain, "نوع")
    field.show_options([("person", "حقیقی"), ("legal", "حقوقی")])
    show(field)
    press(KEY.Key_F4, widget=field.choice)
    assert QApplication.activePopupWidget() is None
    press(KEY.Key_Space, widget=field.choice)
    assert QApplication.activePopupWidget() is not None
    assert [at.row() for at in field.choice.view().selectedIndexes()] == [0]
    field.choice.hidePopup()


def test_a_long_number_stands_in_groups_until_somebody_comes_to_it(
    plain: Theme, show: Show, qtbot: QtBot
) -> None:
    mobile = Field(plain, "تلفن همراه", kind="code", most=11, grouping="mobile")
    money = Field(plain, "مبلغ", grouping="money")
    show(mobile, money)
    mobile.show_value("09112345678")
    money.setFocus()
    types("120000000", money.line)
    assert money.line.text() == "۱۲۰۰۰۰۰۰۰"
    assert (mobile.line.text(), mobile.value()) == ("۰۹۱۱ ۲۳۴ ۵۶۷۸", "09112345678")
    mobile.setFocus()
    assert (mobile.line.text(), mobile.line.cursorPosition()) == ("۰۹۱۱۲۳۴۵۶۷۸", 11)
    assert (money.line.text(), money.value()) == ("۱۲۰٬۰۰۰٬۰۰۰", "۱۲۰۰۰۰۰۰۰")


def test_what_is_left_shows_its_beginning_and_is_gone_on_with_at_its_end(
    plain: Theme, show: Show, qtbot: QtBot
) -> None:
    name, other = Field(plain, "نام"), Field(plain, "نام پدر")
    show(name, other)
    name.setFocus()
    types("سید محمدرضا ", name.line)
    other.setFocus()
    assert name.line.cursorPosition() == 0
    name.setFocus()
    types("رضایی", name.line)
    assert name.value() == "سید محمدرضا رضایی"
