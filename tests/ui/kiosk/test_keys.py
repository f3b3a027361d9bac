"""The kiosk by keyboard: the whole way, words, and the only way out of it."""

from PySide6.QtCore import Qt

from tests.ui.keyboard import press
from tests.ui.kiosk.conftest import Opens
from ui.kiosk.pages.choose import ChoosePage
from ui.kiosk.pages.home import HomePage
from ui.kiosk.pages.number import NumberPage
from ui.kiosk.pages.search import SearchPage


def test_the_whole_way_can_be_gone_with_keys(opens: Opens) -> None:
    visitor = opens(classes=())
    window = visitor.window
    assert window.focusWidget() is window, "no ring before anybody uses keys"
    visitor.presses(Qt.Key.Key_Tab)
    assert window.focusWidget() is visitor.button("ثبت درخواست")
    visitor.presses(Qt.Key.Key_Down)
    assert window.focusWidget() is visitor.button("دریافت پاسخ")
    visitor.presses(Qt.Key.Key_Up)
    visitor.presses(Qt.Key.Key_Return)
    first = visitor.page(ChoosePage).most_used.shown[0]
    visitor.waits(first.hasFocus)
    visitor.presses(Qt.Key.Key_Return)
    take = visitor.button("دریافت نوبت")
    for _ in range(9):
        if not take.hasFocus():
            visitor.presses(Qt.Key.Key_Tab)
    visitor.presses(Qt.Key.Key_Return)
    visitor.page(NumberPage)


def test_escape_goes_back_as_the_button_does(opens: Opens) -> None:
    visitor = opens()
    visitor.touches("ثبت درخواست")
    visitor.touches("جست")
    visitor.page(SearchPage)
    visitor.presses(Qt.Key.Key_Escape)
    visitor.page(ChoosePage)
    visitor.presses(Qt.Key.Key_Escape)
    visitor.page(HomePage)
    visitor.presses(Qt.Key.Key_Escape)
    visitor.page(HomePage)


def test_words_narrow_the_search_and_enter_opens_the_only_one(opens: Opens) -> None:
    visitor = opens()
    visitor.touches("ثبت درخواست")
    visitor.touches("جست")
    page = visitor.page(SearchPage)
    visitor.types("شکايات مناقصات")
    assert [line.code for line in page.found] == ["29"]
    visitor.presses(Qt.Key.Key_Return)
    assert "مناقصات" in visitor.window.screen_shown.page.title


def test_enter_and_down_lead_from_the_words_to_the_first_that_was_found(opens: Opens) -> None:
    visitor = opens()
    visitor.touches("ثبت درخواست")
    visitor.touches("جست")
    page = visitor.page(SearchPage)
    visitor.types("صدور")
    visitor.waits(lambda: bool(page.grid.shown))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        visitor.presses(key)
        assert page.grid.shown[0].hasFocus()
        page.field.setFocus()


def test_the_letters_are_one_stop_of_tab_and_arrows_go_among_them(opens: Opens) -> None:
    visitor = opens()
    visitor.touches("ثبت درخواست")
    visitor.touches("جست")
    keys = visitor.page(SearchPage).keyboard.keys
    stops = [key for key in keys if key.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(stops) == 1
    visitor.button("ب").setFocus()
    visitor.presses(Qt.Key.Key_Left)
    assert visitor.button("پ").hasFocus()
    visitor.presses(Qt.Key.Key_Down)
    below = next(key for key in keys if key.hasFocus())
    assert below.y() > visitor.button("پ").y()
    visitor.presses(Qt.Key.Key_Up)
    assert visitor.button("پ").hasFocus()


def test_every_digit_is_reached_with_arrows(opens: Opens) -> None:
    visitor = opens()
    visitor.touches("دریافت پاسخ")
    visitor.button("۱").setFocus()
    way = (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Left)
    found = []
    for key in (*way, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right):
        visitor.presses(key)
        found.append(visitor.window.focusWidget().accessibleName())
    assert found == list("۲۳۶۵۴۷۸۹")


def test_a_code_in_persian_digits_finds_its_service(opens: Opens) -> None:
    visitor = opens()
    visitor.touches("ثبت درخواست")
    visitor.touches("جست")
    visitor.types("۳۲")
    assert [line.code for line in visitor.page(SearchPage).found] == ["32"]
    visitor.types("ظظظ")
    assert visitor.page(SearchPage).nothing.isVisible()


def test_only_its_own_keys_close_it(opens: Opens) -> None:
    visitor = opens()
    window = visitor.window
    press(ord("Q"), Qt.KeyboardModifier.ControlModifier, widget=window)
    assert window.isVisible()
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    visitor.needs_pin("2468")
    press(ord("ض"), held, code=16 + 8, widget=window)
    visitor.types("2468")
    with visitor.qtbot.waitSignal(window.left):
        press(int(Qt.Key.Key_Return), widget=window)
    assert not window.isVisible()
