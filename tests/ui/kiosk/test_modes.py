"""What a visitor may want of every page: aloud, larger, stronger, lower; and letters to touch."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QWidget

from app.announcing import Word
from app.refusal import Refusal
from app.spooling.printers import Printers
from tests.ui.kiosk.conftest import Opens
from tests.ui.kiosk.visitor import Visitor
from ui.kiosk.modes import Modes
from ui.kiosk.pages.choose import ChoosePage
from ui.kiosk.pages.home import HomePage
from ui.kiosk.pages.number import NumberPage
from ui.kiosk.pages.search import SearchPage
from ui.kiosk.pages.sheet import SheetPage
from ui.kiosk.places import Sheet
from ui.look.tokens import CONTRAST, LIGHT


def heard(visitor: Visitor) -> list[str]:
    """All that is read from now on."""
    said: list[str] = []
    visitor.window.read_aloud.connect(said.append)
    return said


def test_a_page_is_read_from_above_with_all_that_can_be_touched(opens: Opens) -> None:
    visitor = opens()
    said = heard(visitor)
    visitor.touches("خواندن")
    lines = said[-1].splitlines()
    assert lines[:3] == [
        "خوش آمدید",
        "برای چه کاری مراجعه کرده‌اید؟",
        "ثبت درخواست، درخواست تازه دارم",
    ]
    assert lines[-1] == "نمی‌دانم، راهنمایی می‌خواهم، همین حالا نوبت بگیرید"


def test_who_cannot_read_hears_every_page_up_to_the_number(opens: Opens) -> None:
    visitor = opens()
    said = heard(visitor)
    visitor.touches("خواندن")
    visitor.touches("نمی")
    visitor.page(NumberPage)
    lines = said[-1].splitlines()
    assert "الف، یک" in lines, "as the hall will call it"
    assert "برگ نوبت در حال چاپ است." in lines
    assert "۰۰۱" not in said[-1]
    assert "صفحه نخست" not in lines
    visitor.touches("صفحه نخست")
    visitor.touches("ثبت درخواست")
    assert said[-1] == "", "the next visitor did not ask for it"


def test_who_hears_a_number_without_paper_is_sent_to_the_desk_with_it(opens: Opens) -> None:
    visitor = opens(printers=Printers())
    said = heard(visitor)
    visitor.touches("خواندن")
    visitor.touches("نمی")
    assert "برگ نوبت چاپ نشد؛ لطفاً این شماره را به میز خدمت بگویید." in said[-1].splitlines()
    assert "عکس" not in said[-1]


def test_whoever_took_a_number_leaves_the_kiosk_as_usual(opens: Opens) -> None:
    visitor = opens()
    visitor.wants(large=True, contrast=True)
    visitor.touches("نمی")
    assert visitor.larger()
    visitor.touches("صفحه نخست")
    visitor.page(HomePage)
    assert visitor.window.stage.modes == Modes()
    assert not visitor.larger()


def test_reading_can_be_stopped(opens: Opens) -> None:
    visitor = opens()
    said = heard(visitor)
    visitor.touches("خواندن")
    visitor.touches("سکوت")
    assert said[-1] == ""
    assert visitor.shows("خواندن")


class Speech:
    """Says what it is asked in letters; without a voice where it shall have none."""

    def __init__(self, *, missing: bool = False) -> None:
        self.said: list[str] = []
        self.missing = missing

    def speech(self, words: Sequence[Word]) -> bytes:
        if self.missing:
            raise Refusal("voice_missing")
        self.said.append(" ".join(word.text for word in words))
        return b""

    def play(self, pcm: bytes, volume: int = 100) -> None:
        """Sounds at once."""

    def close(self) -> None:
        """Nothing is held."""


def test_the_voice_says_line_by_line_what_is_read(opens: Opens) -> None:
    visitor, voice = opens(), Speech()
    visitor.window.speak_aloud(voice, voice)
    visitor.touches("خواندن")
    visitor.waits(lambda: len(voice.said) == 7)
    assert voice.said[1] == "برای چه کاری مراجعه کرده‌اید؟"
    visitor.window.close()


def test_every_paper_of_a_sheet_is_read_and_not_only_those_of_its_leaf(opens: Opens) -> None:
    visitor = opens(wide=True)
    visitor.touches("ثبت درخواست")
    visitor.touches("معاونت هماهنگی امور عمرانی")
    visitor.touches("صدور مجوز نقل")
    page = visitor.page(SheetPage)
    assert page.papers.leaves > 1
    place = visitor.place()
    assert isinstance(place, Sheet)
    said = heard(visitor)
    visitor.touches("خواندن")
    lines = said[-1].splitlines()
    for paper in place.sheet.entry.sheet.documents:
        assert len([line for line in lines if line.startswith(f"{paper.title}، ")]) == 1


def test_without_a_voice_it_is_said_in_writing_and_the_kiosk_goes_on(opens: Opens) -> None:
    visitor, voice = opens(), Speech(missing=True)
    visitor.window.speak_aloud(voice, voice)
    visitor.touches("خواندن")
    visitor.waits(lambda: visitor.notice() != "")
    assert visitor.notice().startswith("اکنون در این کیوسک چیزی خوانده نمی‌شود")
    assert not visitor.window.stage.modes.aloud
    visitor.touches("ثبت درخواست")
    visitor.page(ChoosePage)
    visitor.window.close()


def test_stronger_colours_are_for_one_visitor(opens: Opens) -> None:
    visitor = opens()
    visitor.touches("پررنگ")
    assert visitor.window.screen_shown.face.theme.tokens is CONTRAST
    visitor.touches("ثبت درخواست")
    assert visitor.window.screen_shown.face.theme.tokens is CONTRAST
    visitor.touches("بازگشت")
    visitor.stays_away(46)
    assert visitor.window.screen_shown.face.theme.tokens is LIGHT


def test_the_low_layout_can_be_left_again_from_every_page(opens: Opens) -> None:
    visitor = opens()
    visitor.touches("ارتفاع ویلچر")
    assert visitor.window.screen_shown.head.buttons == []
    visitor.touches("ثبت درخواست")
    visitor.touches("ارتفاع عادی")
    visitor.page(ChoosePage)
    assert not visitor.window.stage.modes.low


def test_letters_can_be_touched_and_taken_back(opens: Opens) -> None:
    visitor = opens()
    visitor.touches("ثبت درخواست")
    visitor.touches("جست")
    page = visitor.page(SearchPage)
    for letter in "مناقص":
        visitor.touches_this(visitor.button(letter))
    assert [line.code for line in page.found] == ["29"]
    visitor.touches_this(visitor.button("پاک‌کردن حرف آخر"))
    assert page.field.text() == "مناق"
    visitor.touches("پاک‌کردن همه")
    assert len(page.found) == 38
    for digit in "۳۲":
        visitor.touches_this(visitor.button(digit))
    assert [line.code for line in page.found] == ["32"]
    visitor.touches("فاصله")
    assert page.field.text() == "۳۲ "


def test_every_control_says_to_a_screen_reader_what_it_is(opens: Opens) -> None:
    visitor = opens()
    page = visitor.page(HomePage)
    reader = QAccessible.queryAccessibleInterface(page)
    assert "برای چه کاری" in reader.text(QAccessible.Text.Name)
    for control in (*visitor.buttons(), *visitor.window.findChildren(QLineEdit)):
        found = QAccessible.queryAccessibleInterface(control)
        assert found.text(QAccessible.Text.Name)


def test_the_tools_are_reached_with_keys(opens: Opens) -> None:
    visitor = opens()
    reached: set[str] = set()
    for _ in range(14):
        visitor.presses(Qt.Key.Key_Tab)
        focused: QWidget | None = visitor.window.focusWidget()
        reached.add(focused.accessibleName() if focused else "")
    assert {"خواندن", "درشت‌تر", "پررنگ‌تر", "ارتفاع ویلچر", "چاپ نظرسنجی"} <= reached
