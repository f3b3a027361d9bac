"""Trouble at the kiosk: printers, clocks, midnight, screens, power, and who tries digits out."""

from collections.abc import Callable
from datetime import time, timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSize

from app.deeds.numbering import ticket_day
from app.deeds.office import place_kiosk, set_rules
from app.letters import persian_digits
from app.ports import Work
from app.showing.board import kiosks_amiss
from app.spooling.printers import Printers
from tests.ui.kiosk.conftest import Opens, Standing
from tests.ui.kiosk.papers import CODE, ready_answer, receipt
from tests.ui.kiosk.test_shape import along_the_way, least_height
from tests.ui.kiosk.visitor import Visitor
from ui.kiosk.pages.follow import FollowPage
from ui.kiosk.pages.home import HomePage
from ui.kiosk.pages.number import NumberPage
from ui.kiosk.pages.scan import ScanPage
from ui.kiosk.pages.standing import StandingPage


def amiss(visitor: Visitor) -> list[str]:
    return [each.trouble for each in visitor.looks(kiosks_amiss)]


def label(visitor: Visitor) -> str:
    return visitor.number().given.label


def rules(**changes: object) -> Callable[[Work], object]:
    return lambda work: set_rules(work, replace(work.office.rules, **changes))


def settle_paper(visitor: Visitor, **changes: str) -> None:
    """What became of the number's paper, and the kiosk has seen it."""
    job = visitor.looks(lambda look: look.job(visitor.number().given.job))
    assert job is not None
    before = visitor.window.screen_shown.page
    visitor.does(lambda work: work.set_job(replace(job, **changes)))
    visitor.stays_away(1)
    visitor.waits(lambda: visitor.window.screen_shown.page is not before)


def test_a_number_without_paper_is_told_to_the_staff_until_paper_comes(opens: Opens) -> None:
    visitor = opens()
    visitor.touches("نمی")
    settle_paper(visitor, why="printer_paper_out")
    visitor.waits(lambda: amiss(visitor) == ["paper"])
    settle_paper(visitor, state="sent", why="")
    visitor.waits(lambda: amiss(visitor) == [])


def test_without_any_printer_the_staff_is_told_as_well(opens: Opens) -> None:
    visitor = opens(printers=Printers())
    visitor.touches("نمی")
    visitor.waits(lambda: amiss(visitor) == ["paper"])
    assert visitor.page(NumberPage).plate.alone


def test_three_wrong_tries_have_to_wait_whoever_tries(opens: Opens) -> None:
    visitor = opens()
    tracking = visitor.does(receipt)
    for digits in ("0000", "1111", "2222"):
        visitor.touches("پیگیری")
        visitor.types(tracking)
        visitor.scans(digits)
        assert "یافت نشد" in visitor.notice()
        visitor.touches("بازگشت")
    visitor.stays_away(46)
    visitor.touches("پیگیری")
    visitor.types(tracking)
    visitor.scans(CODE[-4:])
    visitor.page(FollowPage)
    assert "ثانیه دیگر" in visitor.notice()
    visitor.clock.seconds += 60
    visitor.touches("نمایش وضعیت")
    visitor.page(StandingPage)


def test_what_is_right_in_between_clears_no_wrong_try(opens: Opens) -> None:
    visitor = opens()
    tracking = visitor.does(receipt)
    for digits in ("0000", "1111", CODE[-4:], "2222"):
        visitor.touches("پیگیری")
        visitor.types(tracking)
        visitor.scans(digits)
        visitor.touches("بازگشت")
        while not isinstance(visitor.window.screen_shown.page, HomePage):
            visitor.touches("بازگشت")
    visitor.touches("پیگیری")
    visitor.types(tracking)
    visitor.scans(CODE[-4:])
    assert "ثانیه دیگر" in visitor.notice()


def test_the_end_of_giving_is_said_in_words(opens: Opens, clock: Standing) -> None:
    visitor = opens()
    visitor.does(rules(numbers_until=time(13, 30)))
    visitor.stays_away(61)
    foot = visitor.window.screen_shown.foot
    visitor.waits(lambda: visitor.window.attendant.shown.giving.until == time(13, 30))
    foot = visitor.window.screen_shown.foot
    assert foot is not None
    assert foot.giving == "نوبت‌دهی تا ساعت ۱۳:۳۰"
    clock.at += timedelta(hours=3)
    visitor.touches("نمی")
    assert "۱۳:۳۰ پایان یافته" in visitor.notice()
    assert visitor.tickets() == 0
    visitor.stays_away(61)
    visitor.waits(lambda: visitor.window.attendant.shown.giving.over)
    foot = visitor.window.screen_shown.foot
    assert foot is not None
    assert foot.giving == "نوبت‌دهی درخواست تازه پایان یافته است"
    visitor.scans(visitor.does(ready_answer))
    assert visitor.number().given.purpose == "collect"


def test_a_clock_that_was_set_back_an_hour_gives_the_next_number(
    opens: Opens, clock: Standing
) -> None:
    visitor = opens()
    visitor.touches("نمی")
    first = label(visitor)
    visitor.touches("صفحه نخست")
    clock.at -= timedelta(hours=1)
    visitor.touches("نمی")
    assert (first, label(visitor)) == ("الف ۰۰۱", "الف ۰۰۲")
    assert visitor.number().given.ahead == 1
    visitor.touches("صفحه نخست")
    visitor.stays_away(1)
    foot = visitor.window.screen_shown.foot
    assert foot is not None
    assert foot.time == "۰۹:۴۵", "the foot says what the clock says"


@pytest.mark.parametrize("night", ["clear", "keep"])
def test_midnight_passes_with_people_waiting(opens: Opens, clock: Standing, night: str) -> None:
    visitor = opens()
    visitor.does(rules(night=night))
    for _ in range(2):
        visitor.touches("نمی")
        visitor.touches("صفحه نخست")
    clock.at += timedelta(hours=21)  # a quarter to eight in the morning, on Sunday
    visitor.stays_away(61)
    foot = visitor.window.screen_shown.foot
    assert foot is not None
    assert foot.day == "یکشنبه ۱ آذر ۱۴۰۵"
    visitor.touches("نمی")
    kept = night == "keep"
    assert visitor.number().given.ahead == (2 if kept else 0)
    assert label(visitor) == ("الف ۰۰۳" if kept else "الف ۰۰۱")
    waiting = visitor.looks(lambda look: [line.count for line in look.waiting_lines(look.at)])
    assert sum(waiting) == (3 if kept else 1)


def test_another_resolution_is_another_page_of_the_same_place(opens: Opens) -> None:
    visitor = opens()
    for place in along_the_way(visitor):
        here = visitor.place()
        for size in (QSize(1366, 768), QSize(768, 1366), QSize(1920, 1080), QSize(1080, 1920)):
            visitor.window.resize(size)
            screen = visitor.window.screen_shown
            assert screen.size() == size, place
            assert least_height(screen) <= size.height(), (place, size)
            assert visitor.place() is here


def test_two_kiosks_of_one_pc_give_different_numbers_side_by_side(opens: Opens) -> None:
    first = opens()
    first.does(lambda work: place_kiosk(work, "پله"))
    second = opens(again=True, name="پله")
    labels: list[str] = []
    for _ in range(3):
        for visitor in (first, second):
            visitor.touches("نمی")
            labels.append(label(visitor))
            visitor.touches("صفحه نخست")
    assert len(set(labels)) == 6
    second.does(rules(kiosk_pace=1))
    second.touches("نمی")
    assert "یک دقیقه" in second.notice()
    second.waits(lambda: [each.name for each in second.looks(kiosks_amiss)] == ["پله"])


def test_after_a_restart_the_number_stands_and_the_first_page_comes_back(opens: Opens) -> None:
    visitor = opens()
    visitor.touches("نمی")
    given = label(visitor)
    back = opens(again=True)
    back.page(HomePage)
    assert back.looks(lambda look: look.ticket_labelled(given, ticket_day(look)))
    back.touches("نمی")
    assert label(back) != given


def test_the_symbol_of_the_number_stands_on_the_screen_where_it_opens_anything(
    opens: Opens,
) -> None:
    visitor = opens()
    visitor.touches("نمی")
    assert visitor.page(NumberPage).code == ()
    visitor.touches("صفحه نخست")
    visitor.does(rules(tickets_at="nobat.chalus.example"))
    visitor.touches("نمی")
    (line,) = visitor.page(NumberPage).code
    ticket = visitor.number().given.ticket
    assert "دوربین" in line.hint.text
    assert visitor.number().given.code == f"https://nobat.chalus.example/t/{ticket}"


def test_the_filled_button_says_what_is_missing_and_aloud_too(opens: Opens) -> None:
    visitor = opens()
    said: list[str] = []
    visitor.window.read_aloud.connect(said.append)
    visitor.touches("خواندن")
    for card, button, told in (
        ("دریافت پاسخ", "دریافت نوبت", "دوازده رقم"),
        ("تکمیل مدارک", "دریافت نوبت", "برگ اعلام نقص"),
        ("پیگیری", "نمایش وضعیت", "دوازده رقم"),
    ):
        visitor.touches(card)
        visitor.touches(button)
        assert told in visitor.notice()
        assert said[-1] == visitor.notice()
        visitor.touches("بازگشت")


def test_too_few_digits_are_told_before_anything_is_asked(opens: Opens) -> None:
    visitor = opens()
    visitor.touches("دریافت پاسخ")
    visitor.types("14")
    visitor.touches("دریافت نوبت")
    assert "دوازده رقم" in visitor.notice()
    visitor.touches("بازگشت")
    visitor.touches("پیگیری")
    visitor.types("482719305563")
    visitor.types("12")
    visitor.touches("نمایش وضعیت")
    assert "چهار رقم" in visitor.notice()


@pytest.mark.parametrize("card", ["دریافت پاسخ", "پیگیری"])
def test_a_wrong_tracking_number_is_told_with_its_last_digit(opens: Opens, card: str) -> None:
    visitor = opens()
    visitor.touches(card)
    for digit in persian_digits("482719305564"):
        assert visitor.notice() == ""
        visitor.touches(digit)
    assert "۴۸۲۷ ۱۹۳۰ ۵۵۶۴" in visitor.notice()
    visitor.touches("پاک‌کردن رقم آخر")
    visitor.touches("۳")
    assert visitor.notice() == ""


def test_who_completes_papers_is_asked_to_type_nothing(opens: Opens) -> None:
    visitor = opens()
    visitor.touches("تکمیل مدارک")
    page = visitor.page(ScanPage)
    assert not [field for field in page.fields() if field.isVisible()]
    for _ in range(2):
        visitor.scans("BJ:D:نادرست")
        assert visitor.notice() != ""
        assert page.field.text() == "", "the next slip is read from its beginning"
