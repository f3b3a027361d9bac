"""A window that is made anew for the eyes of whoever sits there."""

from contextlib import closing

from pytestqt.qtbot import QtBot

from app.deeds.ticket import issue
from tests.ui.start.pc import Begin, served, set_up
from ui.cli.windows import House
from ui.counter.window import CounterWindow
from ui.own import LARGE, SCALE, Wanted, own_of


def test_larger_text_makes_the_window_anew_and_stays(
    qtbot: QtBot, begin: Begin, house: House
) -> None:
    set_up(house)
    started = begin()
    before = started.window
    assert isinstance(before, CounterWindow)
    with qtbot.waitSignal(started.shown):
        before.scale_wanted.emit()
    assert isinstance(started.window, CounterWindow)
    assert started.window.theme.scale == LARGE
    started.end()
    with closing(house.open()) as desk, desk.journal.look() as look:
        assert look.setting(SCALE) == str(LARGE)
        assert own_of(look).scale == LARGE


def test_larger_text_brings_no_news_of_unfinished_work_but_a_restart_does(
    qtbot: QtBot, begin: Begin, house: House
) -> None:
    set_up(house, Wanted(sample=True))
    started = begin("counter:1")
    with closing(house.open()) as desk, desk.journal.work() as work:
        issue(work, "27")
    window = served(qtbot, started)
    window.press("F2")
    qtbot.waitUntil(lambda: window.counter.state.visit is not None)
    window.counter.identify("2190764157", lambda _: None)
    qtbot.waitUntil(lambda: window.counter.state.person is not None)
    for key in ("Ctrl++", "Shift+F1"):
        with qtbot.waitSignal(started.shown):
            served(qtbot, started).press(key)
        anew = served(qtbot, started)
        assert anew.counter.state.sheet.identified == "2190764157"
        assert anew.strip.text == ""
    started.end()
    again = begin("counter:1")
    assert "کار ناتمام" in served(qtbot, again).strip.text


def test_high_contrast_makes_the_window_anew_and_stays_until_the_key_comes_again(
    qtbot: QtBot, begin: Begin, house: House
) -> None:
    set_up(house)
    started = begin()
    for contrast in (True, False):
        assert isinstance(started.window, CounterWindow)
        with qtbot.waitSignal(started.shown):
            started.window.press("Shift+F1")
        assert isinstance(started.window, CounterWindow)
        assert started.window.theme.tokens.contrast is contrast
        assert started.window.theme.scale == 1.0
        with closing(house.open()) as desk, desk.journal.look() as look:
            assert own_of(look).contrast is contrast
