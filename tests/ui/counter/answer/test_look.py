"""How the answer's page looks: its pages, its steps, the smallest screen."""

from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.folds.request import StepTimes
from app.sub_service import Step
from tests.ui.counter.answer.answerer import CONTROL, LONG, Counter, Key
from tests.ui.keyboard import types
from tests.ui.press_here import press_here
from tests.ui.shell import Shell
from ui.counter.answer_page import AnswerPage
from ui.counter.answer_steps import AnswerSteps
from ui.look.theme import Theme


def test_three_thousand_letters_go_on_the_second_page_which_follows_the_cursor(
    counter: Counter,
) -> None:
    counter.open()
    types("0")
    content = counter.page.form.texts.fields["content"]
    content.setFocus()
    with counter.qtbot.waitSignal(counter.page.preview.drawn):
        content.area.insertPlainText(LONG)
    preview = counter.page.preview
    counter.qtbot.waitUntil(lambda: len(preview.leaves) > 1)
    pages = [place for place, leaf in enumerate(preview.leaves) if "content" in leaf.spots]
    assert preview.number == pages[-1] == 1
    counter.hit(Key.Key_Home, CONTROL)
    assert preview.number == 0


def test_every_control_of_the_page_has_a_name_for_screen_readers(counter: Counter) -> None:
    counter.open()
    nameless = [
        type(each).__name__
        for each in counter.page.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
        and each.isVisible()
        and not each.accessibleName()
    ]
    assert nameless == []


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_squeezed_at_the_smallest_screen(
    counter: Counter, office: Shell, qapp: QApplication, scale: float
) -> None:
    office.answer(counter.tracking)
    theme = Theme(scale=scale)
    theme.apply(qapp)
    page = AnswerPage(theme, press_here())
    counter.qtbot.addWidget(page)
    page.resize(1366, 579 if scale == 1.0 else 500)
    with counter.qtbot.waitSignal(counter.answering.shown) as told:
        counter.answering.open(counter.tracking)
    page.show_answer(told.args[0])
    page.show()
    assert page.minimumSizeHint().width() <= 1366
    assert page.minimumSizeHint().height() <= page.height()


@pytest.mark.parametrize("high", [20, 40, 60, 100, 150, 400])
@pytest.mark.parametrize("count", [1, 3, 7])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_step_vanishes_without_a_word(
    qtbot: QtBot, qapp: QApplication, high: int, count: int, scale: float
) -> None:
    theme = Theme(scale=scale)
    theme.apply(qapp)
    steps = AnswerSteps(theme)
    qtbot.addWidget(steps)
    steps.resize(260, high)
    titles = [f"گام {place}" for place in range(count)]
    steps.show_steps([_step(title, done=place < 2) for place, title in enumerate(titles)])
    seen, left = steps.seen()
    assert [*seen, *range(left)]
    assert len(seen) + left == count
    assert min(2, count - 1) in seen, "the present one"
    assert not left or high < count * theme.px(24)


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_steps_are_seen_when_the_answer_is_handed_over(
    counter: Counter, office: Shell, qapp: QApplication, scale: float
) -> None:
    office.answer(counter.tracking)
    theme = Theme(scale=scale)
    theme.apply(qapp)
    page = AnswerPage(theme, press_here())
    counter.qtbot.addWidget(page)
    page.resize(1366, 579 if scale == 1.0 else 509)
    with counter.qtbot.waitSignal(counter.answering.shown) as told:
        counter.answering.open(counter.tracking)
    page.show_answer(told.args[0])
    page.show()
    steps = page.request.steps
    shown = steps.visibleRegion().boundingRect()
    assert shown.height() >= theme.px(24)
    seen, left = steps.seen()
    assert len(seen) + left == len(told.args[0].request.steps) > 1


def _step(title: str, *, done: bool) -> StepTimes:
    step = Step(title=title, unit="دبیرخانه", duration=1)
    on = date(2026, 11, 21)
    given = StepTimes(step=step, handed_over=1, handed_over_on=on)
    return replace(given, done=2, done_on=on) if done else given
