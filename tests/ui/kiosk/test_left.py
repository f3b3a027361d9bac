"""What a visitor has typed stays, however the page is turned and wherever the way leads back."""

from PySide6.QtCore import QSize

from tests.ui.kiosk.conftest import Opens
from tests.ui.kiosk.visitor import Visitor
from ui.kiosk.pages.follow import FollowPage
from ui.kiosk.pages.scan import ScanPage
from ui.kiosk.pages.search import SearchPage


def turns_everything(visitor: Visitor) -> None:
    """Each of which builds the page anew."""
    for name in ("درشت‌تر", "ریزتر"):
        visitor.touches(name)
    visitor.wants(contrast=True, low=True)
    visitor.window.resize(QSize(1366, 768))


def test_typed_digits_stay_when_the_page_is_turned(opens: Opens) -> None:
    visitor = opens()
    visitor.touches("دریافت پاسخ")
    visitor.types("14050")
    turns_everything(visitor)
    page = visitor.page(ScanPage)
    assert page.field.value() == "14050"
    assert page.field.hasFocus()


def test_both_fields_stay_and_typing_goes_on_where_it_was(opens: Opens) -> None:
    visitor = opens()
    visitor.touches("پیگیری")
    visitor.types("140508300017")
    visitor.types("12")
    turns_everything(visitor)
    visitor.types("34")
    page = visitor.page(FollowPage)
    assert (page.tracking.value(), page.last.value()) == ("140508300017", "1234")


def test_the_search_is_as_it_was_after_a_look_at_a_sheet(opens: Opens) -> None:
    visitor = opens()
    visitor.touches("ثبت درخواست")
    visitor.touches("جست")
    visitor.types("صدور")
    page = visitor.page(SearchPage)
    visitor.waits(lambda: bool(page.grid.shown))
    assert page.grid.leaves > 1
    visitor.touches("بعدی")
    seen = [each.accessibleName() for each in page.grid.shown]
    visitor.touches(seen[0])
    visitor.touches("بازگشت")
    again = visitor.page(SearchPage)
    assert again.field.text() == "صدور"
    visitor.waits(lambda: [each.accessibleName() for each in again.grid.shown] == seen)


def test_what_was_typed_is_gone_with_who_typed_it(opens: Opens) -> None:
    visitor = opens()
    visitor.touches("دریافت پاسخ")
    visitor.types("14050")
    visitor.touches("بازگشت")
    visitor.touches("دریافت پاسخ")
    assert visitor.page(ScanPage).field.value() == ""
    visitor.types("14050")
    visitor.stays_away(46)
    visitor.touches("دریافت پاسخ")
    assert visitor.page(ScanPage).field.value() == ""
