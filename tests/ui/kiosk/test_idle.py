"""Nobody touches anything: what the kiosk does by itself, on a clock that the test moves."""

from msgspec.structs import replace

from app.spooling.printers import Printers
from tests.ui.kiosk.conftest import Opens
from ui.kiosk.pages.choose import ChoosePage
from ui.kiosk.pages.follow import FollowPage
from ui.kiosk.pages.home import HomePage
from ui.kiosk.pages.number import NumberPage


def test_a_forgotten_page_is_announced_and_then_left(opens: Opens) -> None:
    visitor = opens()
    visitor.touches("ثبت درخواست")
    visitor.stays_away(29)
    assert not visitor.warned()
    visitor.stays_away(2)
    assert visitor.warning() == "تا ۱۴ ثانیه دیگر صفحه نخست باز می‌گردد."
    visitor.stays_away(13)
    visitor.page(ChoosePage)
    visitor.stays_away(1)
    visitor.page(HomePage)
    assert not visitor.warned()


def test_any_touch_takes_the_warning_away_and_does_nothing_else(opens: Opens) -> None:
    visitor = opens()
    visitor.touches("ثبت درخواست")
    back = visitor.button("بازگشت")
    visitor.stays_away(40)
    assert visitor.warned()
    visitor.touches_this(back)
    assert not visitor.warned()
    visitor.page(ChoosePage)
    visitor.stays_away(29)
    assert not visitor.warned()


def test_any_key_takes_the_warning_away(opens: Opens) -> None:
    visitor = opens()
    visitor.touches("پیگیری")
    visitor.stays_away(40)
    visitor.types("5")
    assert not visitor.warned()
    assert visitor.page(FollowPage).tracking.value() == ""


def test_what_was_typed_is_gone_for_the_next_visitor(opens: Opens) -> None:
    visitor = opens()
    visitor.touches("پیگیری")
    visitor.types("1234")
    assert visitor.page(FollowPage).tracking.value() == "1234"
    visitor.stays_away(46)
    visitor.touches("پیگیری")
    assert visitor.page(FollowPage).tracking.value() == ""


def test_a_number_with_its_paper_stands_for_twelve_seconds(opens: Opens) -> None:
    visitor = opens()
    visitor.touches("نمی")
    job = visitor.looks(lambda look: look.job(visitor.number().given.job))
    assert job is not None
    visitor.does(lambda work: work.set_job(replace(job, state="sent")))
    visitor.stays_away(0)
    visitor.waits(lambda: visitor.number().paper == "came")
    visitor.stays_away(11)
    visitor.page(NumberPage)
    visitor.stays_away(1)
    visitor.page(HomePage)


def test_a_number_without_paper_stands_for_sixty_seconds(opens: Opens) -> None:
    visitor = opens(printers=Printers())
    visitor.touches("نمی")
    visitor.stays_away(59)
    visitor.page(NumberPage)
    visitor.stays_away(1)
    visitor.page(HomePage)


def test_a_number_can_be_put_away_by_a_touch(opens: Opens) -> None:
    visitor = opens(printers=Printers())
    visitor.touches("نمی")
    visitor.touches("صفحه نخست")
    visitor.page(HomePage)


def test_larger_text_is_for_one_visitor(opens: Opens) -> None:
    visitor = opens()
    visitor.touches("درشت‌تر")
    assert visitor.larger()
    visitor.touches("ثبت درخواست")
    assert visitor.larger()
    visitor.touches("ریزتر")
    assert not visitor.larger()
    visitor.touches("درشت‌تر")
    visitor.touches("بازگشت")
    visitor.stays_away(46)
    assert not visitor.larger()
