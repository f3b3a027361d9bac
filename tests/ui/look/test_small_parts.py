"""What the smaller parts say, and how keys go through them."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from tests.ui.keyboard import press
from tests.ui.look.conftest import Show
from ui.look.brush import write
from ui.look.parts.line_row import LineRow
from ui.look.parts.plate import Plate, running
from ui.look.parts.status_bar import StatusBar, StatusItem
from ui.look.parts.strip import MessageStrip
from ui.look.parts.tick import Mark, paint_mark, progress_width
from ui.look.parts.toggle import Toggle
from ui.look.theme import Theme

KEY = Qt.Key

MARKS: list[Mark] = ["received", "open", "missing", "not_needed", "inquiry"]


@pytest.mark.parametrize(
    ("seconds", "shown"), [(520, "۰۸:۴۰"), (0, "۰۰:۰۰"), (-3, "۰۰:۰۰"), (3_720, "۱:۰۲:۰۰")]
)
def test_running_time_is_told_in_persian(seconds: int, shown: str) -> None:
    assert running(seconds) == shown


def test_the_plate_tells_whom_it_serves_and_when_it_is_free(plain: Theme, show: Show) -> None:
    plate = Plate(plain)
    show(plate)
    plate.show_label("الف ۰۱۷", 520, late=False)
    assert plate.accessibleName() == "الف ۰۱۷ ۰۸:۴۰"
    served = plate.grab().toImage().pixelColor(2, 2)
    plate.show_free("باجه آزاد است")
    assert plate.accessibleName() == "باجه آزاد است"
    free = plate.grab().toImage().pixelColor(2, 2)
    assert (served, free) == (plain.colour("firuzeh_8"), plain.colour("sunk"))


def test_the_time_on_the_plate_is_one_number_without_a_gap_in_it(plain: Theme, show: Show) -> None:
    plate = Plate(plain)
    show(plate)
    plate.show_label("", 0)
    picture, ground = plate.grab().toImage(), plain.colour("firuzeh_8")
    columns = range(picture.width())
    written = [x for x in columns if any(picture.pixelColor(x, y) != ground for y in range(10, 54))]
    assert written
    assert max(after - before for before, after in pairwise(written)) <= 4


def grey(mark: Mark, theme: Theme) -> QImage:
    picture = QImage(22, 22, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    paint_mark(painter, picture.rect(), mark, theme)
    painter.end()
    return picture.convertToFormat(QImage.Format.Format_Grayscale8)


@pytest.mark.parametrize("mark", MARKS)
def test_no_two_marks_differ_by_colour_alone(mark: Mark, plain: Theme) -> None:
    others = [grey(other, plain) for other in MARKS if other != mark]
    for other in others:
        own = grey(mark, plain)
        apart = sum(
            abs(own.pixelColor(x, y).value() - other.pixelColor(x, y).value()) > 40
            for x in range(22)
            for y in range(22)
        )
        assert apart > 12


def test_papers_that_nobody_asks_for_have_no_dash(plain: Theme) -> None:
    assert progress_width(plain, []) == progress_width(plain, ["inquiry", "not_needed"]) == 0
    assert progress_width(plain, MARKS) == 3 * 18 + 2 * 4


def test_the_message_strip_is_there_only_while_it_says_something(plain: Theme, show: Show) -> None:
    strip = MessageStrip(plain)
    show(strip)
    assert not strip.isVisible()
    strip.show_message("ثبت درخواست هنوز ممکن نیست.", "refusal")
    assert (strip.isVisible(), strip.text) == (True, strip.accessibleName())
    strip.clear()
    assert (strip.isVisible(), strip.text, strip.accessibleName()) == (False, "", "")


def test_the_status_bar_tells_all_it_shows(plain: Theme, show: Show) -> None:
    bar = StatusBar(plain)
    bar.show_items([StatusItem(icon="printer", text="چاپگر آماده است")])
    bar.show_clerk("مریم رستمی‌زاده")
    bar.show_time("شنبه ۱۴۰۵/۰۸/۳۰", "۱۰:۴۵")
    show(bar).grab()
    said = "چاپگر آماده است، مریم رستمی‌زاده، شنبه ۱۴۰۵/۰۸/۳۰، ۱۰:۴۵"
    assert bar.accessibleName() == said


def test_lines_are_walked_by_arrows_and_opened_by_enter(
    plain: Theme, show: Show, qtbot: QtBot
) -> None:
    lines = [LineRow(plain, "bell") for _ in range(3)]
    for place, line in enumerate(lines):
        line.show_line("درخواست‌های باز", count=str(place))
    show(*lines)
    lines[0].setFocus()
    press(KEY.Key_Up, widget=lines[0])
    press(KEY.Key_Down, widget=lines[0])
    assert lines[1].hasFocus()
    with qtbot.waitSignal(lines[1].clicked):
        press(KEY.Key_Return, widget=lines[1])
    press(KEY.Key_Up, widget=lines[1])
    assert lines[0].hasFocus()


def test_one_radio_of_several_is_chosen_and_enter_goes_on(
    plain: Theme, show: Show, qtbot: QtBot
) -> None:
    one, other = Toggle(plain, "متقاضی", "radio"), Toggle(plain, "نماینده / وکیل", "radio")
    show(one, other)
    one.setChecked(True)
    with qtbot.waitSignal(other.toggled):
        press(KEY.Key_Space, widget=other)
    press(KEY.Key_Return, widget=other)
    assert (one.isChecked(), other.isChecked()) == (False, True)


def test_a_code_behind_persian_words_keeps_its_order(plain: Theme) -> None:
    code = "140508-00127-KX"
    told, apart = (written(plain, f"پرونده {each}") for each in (code, f"\u2066{code}\u2069"))
    assert told == apart


def test_an_address_that_is_too_long_keeps_its_beginning_and_its_end(plain: Theme) -> None:
    name = "tcp://192.168.100.200.{}.400.500.600.700.800:9100"
    whole = f"\u2066{name}\u2069"
    assert written(plain, whole.format(1), 120) == written(plain, whole.format(2222), 120)
    assert written(plain, whole.format(1), 120) != written(plain, whole.format(1)[:-2] + "1", 120)
    told = "برگ «نام بسیار بلند یک متقاضی از راه دور» {}"
    assert written(plain, told.format("الف"), 120) == written(plain, told.format("ب"), 120)


def written(theme: Theme, text: str, wide: int = 400) -> QImage:
    picture = QImage(wide, 40, QImage.Format.Format_Grayscale8)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    write(painter, theme, picture.rect(), text, "body", "ink")
    painter.end()
    return picture
