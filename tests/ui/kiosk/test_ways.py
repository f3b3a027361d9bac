"""The five purposes, by finger, from the first page to a number or an answer."""

from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.deeds.looking import the_entry, the_ticket
from app.deeds.office import admit_clerk
from app.filling.receipt import receipt_paper
from app.folds import request
from app.folds.ticket import Ticket
from app.handing.kiosk import Wanted, give_number
from app.letters import persian_digits
from app.ports import Work
from app.spooling.printers import Printers
from app.sub_service import SubService
from app.tracking import grouped
from tests.ui.kiosk.conftest import Opens, Standing
from tests.ui.kiosk.papers import CODE, ready_answer, receipt, slip
from tests.ui.kiosk.visitor import Visitor
from ui.kiosk.pages.choose import ChoosePage
from ui.kiosk.pages.electronic import ElectronicPage
from ui.kiosk.pages.follow import FollowPage
from ui.kiosk.pages.home import HomePage
from ui.kiosk.pages.listing import ListingPage
from ui.kiosk.pages.number import NumberPage
from ui.kiosk.pages.priority import PriorityPage
from ui.kiosk.pages.scan import ScanPage
from ui.kiosk.pages.search import SearchPage
from ui.kiosk.pages.sheet import SheetPage
from ui.kiosk.pages.standing import StandingPage
from ui.kiosk.parts.line import Line
from ui.kiosk.parts.paged import Paged
from ui.kiosk.parts.touch import Touch
from ui.kiosk.wishes import Take
from ui.sample import sample_plan


def catalogue(**changes: Any) -> tuple[SubService, ...]:
    """The sample catalogue with its first entry changed."""
    first, *rest = sample_plan(date(2026, 11, 21)).catalogue
    return (replace(first, **changes), *rest)


def ticket(visitor: Visitor) -> Ticket:
    """The ticket behind the number on the screen."""
    given = visitor.number().given
    return visitor.looks(lambda look: the_ticket(look, given.ticket))


def leave_nobody_for_others(work: Work) -> None:
    """From now on every clerk is skilled in one sub-service alone."""
    skills = (the_entry(work, "4").id,)
    for code, who in tuple(work.office.clerks.items()):
        if who.role == "clerk":
            admit_clerk(work, code, who.name, who.role, skills)


def every_name(visitor: Visitor, grid: Paged) -> list[str]:
    """The names of all cells, leaf by leaf."""
    names: list[str] = []
    for leaf in range(grid.leaves):
        if leaf:
            visitor.touches("بعدی")
        names += [cell.text() for cell in grid.shown if isinstance(cell, Touch)]
    return names


def test_a_most_used_service_takes_three_touches(opens: Opens) -> None:
    visitor = opens(classes=())
    visitor.touches("ثبت درخواست")
    visitor.touches("برقراری حقوق ورثه")
    visitor.touches("دریافت نوبت")
    page = visitor.page(NumberPage)
    assert page.plate.label == "الف ۰۰۱"
    assert ticket(visitor).code == "5"
    assert visitor.tickets() == 1


def test_a_service_without_anybody_gives_a_number_and_sends_to_the_desk(opens: Opens) -> None:
    visitor = opens(classes=())
    visitor.does(leave_nobody_for_others)
    told = "اکنون برای این خدمت کارمندی نیست؛ لطفاً از میز خدمت بپرسید."
    visitor.touches("ثبت درخواست")
    visitor.touches("برقراری حقوق ورثه")
    sheet = visitor.page(SheetPage)
    assert told in [line.text for line in sheet.findChildren(Line)], "before a number is taken"
    assert "باجه" not in sheet.facts.accessibleName()
    visitor.touches("دریافت نوبت")
    page = visitor.page(NumberPage)
    assert page.plate.label == "الف ۰۰۱"
    assert page.advice[-1].text == told
    assert "باجه" not in page.facts.accessibleName()


def test_a_class_of_the_office_is_asked_for_once(opens: Opens) -> None:
    visitor = opens()
    for name in ("ثبت درخواست", "برقراری حقوق ورثه", "دریافت نوبت"):
        visitor.touches(name)
    assert len(visitor.page(PriorityPage).grid.shown) == 4
    assert visitor.shows("هیچ")
    visitor.touches("دارای معلولیت")
    assert (ticket(visitor).priority, ticket(visitor).credit) == ("disabled", 20)


def test_none_of_the_classes_is_no_class(opens: Opens) -> None:
    visitor = opens()
    for name in ("ثبت درخواست", "برقراری حقوق ورثه", "دریافت نوبت", "هیچ"):
        visitor.touches(name)
    assert ticket(visitor).priority == ""


def test_whoever_does_not_know_gets_a_number_at_once(opens: Opens) -> None:
    visitor = opens()
    visitor.touches("نمی")
    assert ticket(visitor).purpose == "guide"


def test_number_and_paper_stand_in_one_deed(opens: Opens) -> None:
    visitor = opens()
    visitor.touches("نمی")
    given = visitor.number().given
    job = visitor.looks(lambda look: look.job(given.job))
    assert job is not None
    assert (job.kind, job.owner, job.state) == ("ticket", given.ticket, "queued")
    assert ticket(visitor).copies("ticket") == 1


def test_the_same_tap_gives_the_same_ticket_and_one_paper(opens: Opens) -> None:
    visitor = opens()
    tracking = visitor.does(ready_answer)
    token = visitor.does(slip).removeprefix("BJ:D:")
    for wanted in (
        Wanted(purpose="guide"),
        Wanted(purpose="new", key="5"),
        Wanted(purpose="collect", key=tracking),
        Wanted(purpose="complete", key=token),
    ):
        tap = f"tap-{wanted.purpose}"
        deed = partial(give_number, wanted=wanted, tap=tap)
        first, again = visitor.does(deed), visitor.does(deed)
        assert (again.ticket, again.label) == (first.ticket, first.label)
        assert first.job
        assert not again.job


def test_a_double_tap_gives_one_ticket(opens: Opens) -> None:
    visitor = opens(classes=())
    visitor.touches("ثبت درخواست")
    visitor.touches("برقراری حقوق ورثه")
    visitor.clock.seconds += 1
    take = visitor.button("دریافت نوبت")
    QTest.mouseDClick(take, Qt.MouseButton.LeftButton)
    for _ in range(4):
        QTest.mouseClick(take, Qt.MouseButton.LeftButton)
    visitor.waits(lambda: not visitor.window.attendant.busy)
    for name in ("صفحه نخست", "صفحه نخست"):
        QTest.mouseClick(visitor.button(name), Qt.MouseButton.LeftButton)
    assert visitor.tickets() == 1
    visitor.page(NumberPage)


def test_the_second_touch_of_two_is_not_for_the_next_page(opens: Opens) -> None:
    visitor = opens()
    visitor.touches("ثبت درخواست")
    card = visitor.page(ChoosePage).most_used.shown[0]
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert not visitor.window.attendant.busy
    visitor.page(ChoosePage)


def test_a_wholly_electronic_service_shows_its_address_and_gives_no_number(opens: Opens) -> None:
    visitor = opens(catalogue=catalogue(channel="electronic", url="https://chalus.example/1"))
    visitor.touches("ثبت درخواست")
    used = visitor.page(ChoosePage).most_used.shown
    assert not [cell for cell in used if "آزادسازی" in cell.accessibleName()]
    visitor.touches("معاونت توسعه")
    visitor.touches("آزادسازی مدرک تحصیلی")
    page = visitor.page(ElectronicPage)
    assert "chalus.example/1" in page.picture.accessibleName()
    assert not [each for each in visitor.buttons() if "نوبت" in each.text()]
    visitor.clock.seconds += 1
    visitor.window.attendant.wish(Take(wanted=Wanted(purpose="new", key="1")))
    visitor.waits(lambda: not visitor.window.attendant.busy)
    assert "الکترونیکی" in visitor.notice()
    assert visitor.tickets() == 0


def test_a_service_between_agencies_is_not_shown(opens: Opens) -> None:
    visitor = opens(catalogue=catalogue(channel="g2g"))
    visitor.touches("ثبت درخواست")
    visitor.touches("جست")
    visitor.types("آزادسازی")
    assert visitor.page(SearchPage).found == ()
    visitor.presses(Qt.Key.Key_Escape)
    visitor.touches("معاونت توسعه")
    assert len(every_name(visitor, visitor.page(ListingPage).grid)) == 7


def test_the_receipt_under_the_reader_gives_a_number_for_the_answer(opens: Opens) -> None:
    visitor = opens()
    tracking = visitor.does(ready_answer)
    visitor.touches("دریافت پاسخ")
    visitor.scans(tracking)
    assert ticket(visitor).purpose == "collect"
    assert "رسید خدمت و کارت ملی" in visitor.page(NumberPage).advice[1].text


def test_the_seal_of_a_receipt_does_as_well_and_a_forged_one_does_not(opens: Opens) -> None:
    visitor = opens()
    tracking = visitor.does(ready_answer)
    seal = visitor.looks(lambda look: receipt_paper(look, tracking)).payload
    visitor.touches("دریافت پاسخ")
    visitor.scans(f"{seal[:30]}{(int(seal[30]) + 1) % 10}{seal[31:]}")
    assert "اصیل نیست" in visitor.notice()
    visitor.scans(seal[:-1])
    assert "کامل خوانده نشد" in visitor.notice()
    visitor.scans(persian_digits(seal))
    assert ticket(visitor).purpose == "collect"


def test_a_sealed_receipt_tells_how_its_request_stands(opens: Opens) -> None:
    visitor = opens()
    tracking = visitor.does(receipt)
    seal = visitor.looks(lambda look: receipt_paper(look, tracking)).payload
    visitor.touches("پیگیری")
    visitor.types("123")  # begun by hand, before the reader was seen
    visitor.scans(persian_digits(seal))
    page = visitor.page(FollowPage)
    assert page.tracking.text() == persian_digits(grouped(tracking))
    assert page.last.value() == ""
    assert page.last.hasFocus()
    visitor.scans(CODE[-4:])
    assert "ثبت شده" in visitor.page(StandingPage).state.text


def test_a_forged_receipt_and_half_of_one_tell_nothing(opens: Opens) -> None:
    visitor = opens()
    tracking = visitor.does(receipt)
    seal = visitor.looks(lambda look: receipt_paper(look, tracking)).payload
    visitor.touches("پیگیری")
    visitor.scans(f"{seal[:30]}{(int(seal[30]) + 1) % 10}{seal[31:]}")
    visitor.scans(CODE[-4:])
    assert "اصیل نیست" in visitor.notice()
    visitor.page(FollowPage).enter()
    visitor.scans(seal[:100])
    visitor.scans(CODE[-4:])
    assert "کامل خوانده نشد" in visitor.notice()


def test_digits_can_be_touched_and_taken_back(opens: Opens) -> None:
    visitor = opens()
    tracking = visitor.does(ready_answer)
    visitor.touches("دریافت پاسخ")
    pad = {key.text(): key for key in visitor.page(ScanPage).pad.findChildren(Touch)}
    persian = tracking.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
    visitor.touches_this(pad["۷"])
    visitor.touches_this(pad["پاک‌کردن رقم آخر"])
    for digit in persian:
        visitor.touches_this(pad[digit])
    assert visitor.page(ScanPage).field.value() == tracking
    visitor.touches("دریافت نوبت")
    visitor.page(NumberPage)


def test_an_answer_that_is_not_ready_gives_no_number(opens: Opens) -> None:
    visitor = opens()
    tracking = visitor.does(receipt)
    visitor.touches("دریافت پاسخ")
    visitor.scans(tracking)
    assert "پاسخی برای تحویل با این رسید آماده نیست" in visitor.notice()
    assert "۱۴۰۵" not in visitor.notice()
    visitor.page(ScanPage)
    visitor.touches("بازگشت")
    assert visitor.notice() == ""
    assert visitor.tickets() == 0


def test_a_receipt_that_is_read_again_shows_the_number_it_has(opens: Opens) -> None:
    visitor = opens()
    tracking = visitor.does(ready_answer)
    labels: list[str] = []
    for _ in range(3):
        visitor.scans(tracking)
        labels.append(visitor.number().given.label)
        said = visitor.page(NumberPage).advice[0].text
        visitor.touches("صفحه نخست")
    assert len(set(labels)) == 1
    assert "پیش‌تر به شما داده شده" in said
    assert visitor.tickets() == 1
    assert visitor.looks(lambda look: len(look.jobs())) == 2


def test_a_slip_where_a_receipt_is_asked_for_brings_back(opens: Opens) -> None:
    visitor = opens()
    token = visitor.does(slip)
    visitor.touches("دریافت پاسخ")
    visitor.scans(token)
    assert ticket(visitor).purpose == "complete"


def test_a_receipt_where_a_slip_is_asked_for_is_sent_to_its_own_card(opens: Opens) -> None:
    visitor = opens()
    tracking = visitor.does(receipt)
    visitor.touches("تکمیل مدارک")
    visitor.scans(tracking)
    assert "رسید درخواست است" in visitor.notice()
    assert "دریافت پاسخ" in visitor.notice()
    visitor.page(ScanPage)


def test_the_slip_under_the_reader_keeps_the_old_place(opens: Opens) -> None:
    visitor = opens()
    token = visitor.does(slip)
    visitor.touches("تکمیل مدارک")
    visitor.scans(token)
    given = ticket(visitor)
    assert (given.purpose, given.lane) == ("complete", "counter:2")


def test_a_slip_on_the_first_page_is_understood_in_the_persian_layout(opens: Opens) -> None:
    visitor = opens()
    token = visitor.does(slip)
    visitor.scans(token.lower().translate(str.maketrans("abcdefj", "شذزیثبت")))
    assert ticket(visitor).purpose == "complete"


def test_a_receipt_on_the_first_page_collects(opens: Opens) -> None:
    visitor = opens()
    visitor.scans(visitor.does(ready_answer))
    assert ticket(visitor).purpose == "collect"


def test_how_a_request_stands_is_told_without_a_name(opens: Opens) -> None:
    visitor = opens()
    tracking = visitor.does(receipt)
    visitor.touches("پیگیری")
    visitor.types(tracking)
    visitor.scans(CODE[-4:])
    page = visitor.page(StandingPage)
    assert "ثبت شده" in page.state.text
    shown = " ".join(each.accessibleName() for each in page.findChildren(type(page.state)))
    assert "محمدی" not in shown
    about = visitor.looks(lambda look: look.load(request.FOLD, look.requests_tracked(tracking)[0]))
    assert about is not None
    assert about.title not in f"{shown} {page.title} {page.over}", "others can read it too"
    assert visitor.tickets() == 0
    visitor.touches("دیدم")
    visitor.page(HomePage)


@pytest.mark.parametrize("digits", ["0000", "5670", "45679"])
def test_wrong_digits_and_a_wrong_number_are_told_alike(opens: Opens, digits: str) -> None:
    visitor = opens()
    tracking = visitor.does(receipt)
    visitor.touches("پیگیری")
    visitor.types(tracking)
    visitor.scans(digits)
    assert "یافت نشد" in visitor.notice()


def test_after_closing_no_number_is_given(opens: Opens, clock: Standing) -> None:
    visitor = opens()
    foot = visitor.window.screen_shown.foot
    assert foot is not None
    assert foot.giving == "نوبت‌دهی تا ساعت ۱۴:۳۰"
    clock.at += timedelta(hours=4)
    visitor.touches("نمی")
    assert "پایان یافته" in visitor.notice()
    visitor.stays_away(61)
    visitor.waits(lambda: visitor.window.attendant.shown.giving.over)
    assert visitor.button("نمی").accessibleDescription() == "اکنون نوبت داده نمی‌شود"
    visitor.touches("ثبت درخواست")
    visitor.touches("برقراری حقوق ورثه")
    visitor.page(SheetPage)
    assert not [each for each in visitor.buttons() if "نوبت" in each.text()]
    assert visitor.tickets() == 0


def test_on_a_day_off_no_number_is_given(opens: Opens, clock: Standing) -> None:
    clock.at -= timedelta(days=1)
    visitor = opens()
    visitor.touches("نمی")
    assert "نوبت داده نمی‌شود" in visitor.notice()


def test_without_a_printer_the_number_stays_on_the_screen(opens: Opens) -> None:
    visitor = opens(printers=Printers())
    visitor.touches("نمی")
    said = visitor.page(NumberPage).advice[0].text
    assert visitor.number().given.label in said
    assert "برگ نوبت چاپ نشد" in said


def the_paper(visitor: Visitor, **changes: str) -> str:
    """What the screen says of a number's paper after that became of it."""
    given, before = visitor.number().given, visitor.page(NumberPage)
    job = visitor.looks(lambda look: look.job(given.job))
    assert job is not None
    visitor.does(lambda work: work.set_job(replace(job, **changes)))
    visitor.stays_away(1)
    visitor.waits(lambda: visitor.window.screen_shown.page is not before)
    return visitor.page(NumberPage).advice[0].text


def test_a_visitor_is_asked_to_take_the_paper_only_once_it_has_come(opens: Opens) -> None:
    visitor = opens()
    visitor.touches("نمی")
    said = visitor.page(NumberPage).advice[0].text
    assert visitor.number().given.label in said
    assert "در حال چاپ" in said
    assert "بردارید" in the_paper(visitor, state="sent")


@pytest.mark.parametrize(
    "changes",
    [{"why": "printer_paper_out"}, {"state": "dropped", "why": "print_too_old"}],
)
def test_a_paper_that_does_not_come_out_is_said(opens: Opens, changes: dict[str, str]) -> None:
    visitor = opens()
    visitor.touches("نمی")
    said = the_paper(visitor, **changes)
    assert visitor.number().given.label in said
    assert "برگ نوبت چاپ نشد" in said
    assert "بردارید" in the_paper(visitor, state="sent", why="")


@pytest.mark.parametrize("count", [0, 38, 560])
def test_every_service_of_a_catalogue_can_be_reached(opens: Opens, count: int) -> None:
    plan = sample_plan(date(2026, 11, 21)).catalogue
    grown = tuple(
        replace(plan[n % 38], code=str(n + 1), title=f"{plan[n % 38].title} {n + 1}")
        for n in range(count)
    )
    visitor = opens(catalogue=grown)
    visitor.touches("ثبت درخواست")
    names: list[str] = []
    for way in visitor.page(ChoosePage).departments:
        visitor.touches(way or "سایر")
        names += every_name(visitor, visitor.page(ListingPage).grid)
        visitor.touches("بازگشت")
    assert sorted(names) == sorted(sheet.title for sheet in grown)
