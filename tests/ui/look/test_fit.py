"""Every part holds its words at 100 % and at 150 %: nothing is clipped, nothing overlaps."""

import pytest
from PySide6.QtWidgets import QWidget

from tests.ui.look.conftest import Show
from ui.look import brush
from ui.look.fonts import FACES
from ui.look.parts.chip import Chip
from ui.look.parts.choice_field import ChoiceField
from ui.look.parts.field import Field
from ui.look.parts.key_button import KeyButton
from ui.look.parts.key_cap import KeyCap
from ui.look.parts.label import Label
from ui.look.parts.line_row import LineRow
from ui.look.parts.plate import Plate
from ui.look.parts.section import Section
from ui.look.parts.status_bar import StatusBar, StatusItem
from ui.look.parts.strip import MessageStrip
from ui.look.parts.text_field import TextField
from ui.look.parts.toggle import Toggle
from ui.look.theme import Theme

KEYS = [
    ("F2", "نفر بعد"),
    ("F11", "نگه‌داشتن نوبت"),
    ("F4", "حاضر نشد"),
    ("F3", "تکرار فراخوان"),
    ("Shift+F8", "درخواست بعدی\nهمین متقاضی"),
    ("F6", "همه مدارک\nکامل است"),
    ("F7", "برگ اعلام نقص"),
    ("F8", "ثبت و چاپ رسید"),
]
SERVICE = (
    "احتساب سنوات خدمت کارکنان دستگاه‌های دولتی در شهرها و مناطق جنگی و عملیاتی "
    "به متقاضیان واجد شرایط"
)


def glyphs(role: str, text: str, theme: Theme) -> int:
    """How high the letters themselves are, without the room that the font keeps above and below."""
    assert role in FACES
    return theme.metrics(role).tightBoundingRect(text).height()


@pytest.mark.parametrize(("key", "name"), KEYS)
@pytest.mark.parametrize("filled", [True, False])
def test_a_key_holds_its_name_on_one_line_each(
    key: str, name: str, *, filled: bool, theme: Theme
) -> None:
    button = KeyButton(theme, key)
    button.show_state(name, filled=filled)
    room = button.sizeHint().width() - 8
    assert all(theme.width("button", line) <= room for line in name.split("\n"))
    assert button.sizeHint().height() >= 2 * glyphs("key", "نگه‌داشتن", theme)


def test_the_eight_keys_stand_side_by_side_on_a_small_screen(theme: Theme) -> None:
    wide = 0
    for key, name in KEYS:
        button = KeyButton(theme, key)
        button.show_state(name, filled=key == "F8")
        wide += button.sizeHint().width() + 8
    assert wide + 60 <= 1366


@pytest.mark.parametrize("late", [True, False])
@pytest.mark.parametrize("seconds", [520, 35_999])
def test_the_plate_holds_label_and_time(seconds: int, *, late: bool, theme: Theme) -> None:
    plate = Plate(theme)
    plate.show_label("الف ۸۸۸", seconds, late)
    time = theme.width("time", plate.accessibleName().rsplit(" ", 1)[1])
    sign = theme.px(16) + 4 if late else 0
    words = theme.width("plate", "الف ۸۸۸") + time + sign + 6
    assert words <= plate.sizeHint().width() - 50
    assert glyphs("plate", "الف ۰۱۷", theme) <= plate.sizeHint().height()


@pytest.mark.parametrize(
    ("role", "high"),
    [("field", 36), ("label", 20), ("title", 24), ("cap", 20), ("chip", 22), ("secondary", 28)],
)
def test_letters_fit_the_height_of_their_box(role: str, high: int, theme: Theme) -> None:
    assert glyphs(role, "چگونه‌ٔ آیین لغو پژواک", theme) <= theme.px(high) - 2


def test_a_chip_and_a_label_are_as_wide_as_their_words(theme: Theme) -> None:
    chip, label = Chip(theme, "دریافت درخواست و مدارک"), Label(theme, "برگ اطلاع‌رسانی", "open")
    assert chip.sizeHint().width() >= theme.width("chip", "دریافت درخواست و مدارک")
    assert label.sizeHint().width() >= theme.width("open", "برگ اطلاع‌رسانی")
    assert Chip(theme).sizeHint().width() == 0


def test_the_longest_title_of_a_service_stands_in_two_lines(plain: Theme) -> None:
    lines = brush.broken(SERVICE, plain.font("heading"), 580, 2)
    assert len(lines) == 2
    assert all(plain.width("heading", line) <= 581 for line in lines)
    assert " ".join(lines) == SERVICE


def test_what_is_too_long_is_left_to_the_last_line(plain: Theme) -> None:
    lines = brush.broken(SERVICE, plain.font("heading"), 200, 2)
    assert (len(lines), " ".join(lines)) == (2, SERVICE)


def test_a_label_that_is_cut_tells_all_in_its_tool_tip(plain: Theme, show: Show) -> None:
    cut, whole = Label(plain, SERVICE), Label(plain, "باجه ۳")
    show(cut, whole, width=200).grab()
    assert (cut.toolTip(), whole.toolTip()) == (SERVICE, "")


def test_two_sentences_fit_the_message_strip(theme: Theme) -> None:
    text = (
        "ثبت درخواست هنوز ممکن نیست، چون ۲ مدرک مانده است. "
        "مدرک‌ها را بگیرید یا برگ اعلام نقص چاپ کنید."
    )
    lines = brush.broken(text, theme.font("open"), 1290)
    assert len(lines) * theme.pitch("open") <= MessageStrip(theme).sizeHint().height()


def every_part(theme: Theme) -> list[QWidget]:
    """One of each, with something to show."""
    button, row, strip = KeyButton(theme, "F5", "medium"), LineRow(theme, "bell"), StatusBar(theme)
    button.show_state("پذیرش بدون نوبت", why_not="باجه مشغول است")
    row.show_line("موعد گذشته", count="۱", note="از دیروز", tone="brick")
    strip.show_items([StatusItem(icon="printer", text="چاپگر آماده است")])
    strip.show_time("شنبه ۱۴۰۵/۰۸/۳۰", "۱۰:۴۵")
    section = Section(theme, "مدارک لازم", "Ctrl+3")
    section.show_trailing("۳ از ۵ دریافت شد", marks=["received", "open", "missing", "inquiry"])
    fields = [Field(theme, "نام"), ChoiceField(theme, "نوع"), TextField(theme, "ملاحظات")]
    rest = [KeyCap(theme, "F2"), Chip(theme, "تحویل پاسخ"), Toggle(theme, "متقاضی", "radio")]
    return [button, row, strip, section, *fields, *rest]


def test_every_part_gets_the_height_it_asks_for(theme: Theme, show: Show) -> None:
    parts = every_part(theme)
    window = show(*parts, width=700, height=100)
    window.adjustSize()
    assert not window.grab().isNull()
    assert all(part.height() >= part.sizeHint().height() for part in parts)
    assert all(part.accessibleName() or part.focusProxy() for part in parts)


def test_a_code_and_a_short_choice_are_seen_whole_however_narrow(theme: Theme, show: Show) -> None:
    code, kind = Field(theme, "کد ملی", kind="code", most=10), ChoiceField(theme, "نوع")
    code.show_value("8888888888", state="correct")
    kind.show_options([("person", "حقیقی"), ("foreign", "اتباع خارجی")])
    window = show(code, kind, width=10)
    window.resize(window.minimumSizeHint())
    margins = code.line.textMargins()
    room = code.line.width() - margins.left() - margins.right()
    assert room >= theme.width("code", code.line.text())
    assert kind.choice.width() >= theme.width("field", "اتباع خارجی") + theme.px(16)
