"""Papers under the reader: read again, read on the wrong page, and what is none of ours."""

from functools import partial

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QLineEdit

from app.applicant import Applicant
from app.deeds.call import begin, call_next, no_show
from app.deeds.catalogue import retire_sub_service
from app.deeds.office import remove_priority_class, set_rules
from app.deeds.request import register
from app.deeds.visit import finish, hold
from app.filling.receipt import receipt_paper
from app.persian import persian_digits
from app.showing.own_number import OwnNumber
from app.tracking import grouped
from tests.ui.kiosk.conftest import Opens, Standing
from tests.ui.kiosk.papers import CODE, ready_answer, receipt, slip
from tests.ui.kiosk.visitor import Visitor
from ui.kiosk.pages.choose import ChoosePage
from ui.kiosk.pages.follow import FollowPage
from ui.kiosk.pages.home import HomePage
from ui.kiosk.pages.priority import PriorityPage
from ui.kiosk.pages.standing import StandingPage
from ui.kiosk.parts.line import Line
from ui.kiosk.told import number_told

EAN, FOREIGN = "6260106000012", "https://example.com/a-page-of-somebody-else"
COLLECT, FOLLOW, COMPLETE = "دریافت پاسخ", "پیگیری", "تکمیل مدارک"


def wrong(tracking: str) -> str:
    return f"{tracking[:-1]}{(int(tracking[-1]) + 1) % 10}"


def purpose(visitor: Visitor) -> str:
    return visitor.number().given.purpose


# -- read again ----------------------------------------------------------------------------------


@pytest.mark.parametrize("before", ["wrong", EAN, FOREIGN, "123456789012"])
def test_a_receipt_is_read_whatever_was_refused_before(opens: Opens, before: str) -> None:
    visitor = opens()
    tracking = visitor.does(ready_answer)
    visitor.touches(COLLECT)
    visitor.scans(wrong(tracking) if before == "wrong" else before)
    assert visitor.notice()
    visitor.scans(tracking)
    assert purpose(visitor) == "collect"


def test_who_is_called_already_and_reads_the_receipt_again_is_told_where_to_go(
    opens: Opens,
) -> None:
    visitor = opens()
    tracking = visitor.does(ready_answer)
    visitor.touches(COLLECT)
    visitor.scans(tracking)
    first = visitor.number().given.label
    visitor.does(lambda work: call_next(work, "1"))
    visitor.stays_away(100)
    visitor.stays_away(100)
    visitor.touches(COLLECT)
    visitor.scans(tracking)
    again = visitor.number().given
    called = OwnNumber(label=first, state="called", counter="1")
    assert (again.label, again.gone_on) == (first, called)
    assert number_told(called) in [line.text for line in visitor.window.findChildren(Line)]


def test_a_receipt_is_read_whatever_was_touched_or_typed_before(opens: Opens) -> None:
    visitor = opens()
    tracking = visitor.does(ready_answer)
    for begins in (
        partial(visitor.touches, "۱"),
        partial(visitor.types, "14"),
        partial(visitor.scans, "14"),
    ):
        visitor.touches(COLLECT)
        begins()
        visitor.scans(tracking)
        assert purpose(visitor) == "collect"
        visitor.touches("صفحه نخست")


def test_a_slip_is_read_after_a_receipt_that_was_refused(opens: Opens) -> None:
    visitor = opens()
    tracking, token = visitor.does(receipt), visitor.does(slip)
    visitor.touches(COLLECT)
    visitor.scans(tracking)
    visitor.scans(token)
    assert purpose(visitor) == "complete"


@pytest.mark.parametrize("sealed", [False, True])
def test_a_receipt_that_is_read_twice_is_followed_and_asks_for_the_digits(
    opens: Opens, *, sealed: bool
) -> None:
    visitor = opens()
    other = Applicant(id=CODE, name="سارا محمدی")
    asked = visitor.does(partial(register, service="6", applicant=other, counter="1"))
    codes = [visitor.does(receipt), asked.tracking]
    papers = [
        visitor.looks(partial(receipt_paper, tracking=code)).payload if sealed else code
        for code in codes
    ]
    visitor.touches(FOLLOW)
    for code, paper in zip((codes[0], *codes), (papers[0], *papers), strict=True):
        visitor.scans(paper)
        page = visitor.page(FollowPage)
        assert page.tracking.text() == persian_digits(grouped(code))
        assert page.last.text() == ""
        assert page.last.hasFocus()
    visitor.scans(CODE[-4:])
    assert "ثبت شده" in visitor.page(StandingPage).state.text


def test_wrong_digits_are_followed_by_the_right_ones(opens: Opens) -> None:
    visitor = opens()
    tracking = visitor.does(receipt)
    visitor.touches(FOLLOW)
    visitor.scans(tracking)
    visitor.scans("0000")
    assert "یافت نشد" in visitor.notice()
    visitor.scans(CODE[-4:])
    visitor.page(StandingPage)


def test_who_has_no_code_is_sent_to_the_desk_as_everybody_is(opens: Opens) -> None:
    visitor = opens()
    without = Applicant(kind="unnumbered", id="", name="گل‌محمد نورزایی", father="علی")
    said = set[str]()
    for applicant in (without, Applicant(id=CODE, name="سارا محمدی")):
        asked = visitor.does(partial(register, service="5", applicant=applicant, counter="1"))
        visitor.touches(FOLLOW)
        visitor.scans(asked.tracking)
        visitor.scans("0000")
        said.add(visitor.notice())
        visitor.touches("بازگشت")
    assert len(said) == 1, "nobody hears whether the applicant has a code"
    assert "بدون کد ملی از کارمند میز خدمت بپرسید" in said.pop()


# -- one's own number ----------------------------------------------------------------------------


def paper(visitor: Visitor) -> str:
    """Somebody takes a number and goes; what the symbol on its paper says."""
    visitor.touches("نمی‌دانم")
    code = visitor.number().given.code
    visitor.touches("صفحه نخست")
    return code


@pytest.mark.parametrize("card", ["", COLLECT, FOLLOW, COMPLETE])
@pytest.mark.parametrize("address", ["", "nobat.example.ir"])
def test_a_number_under_the_reader_says_how_it_stands_wherever_that_is(
    opens: Opens, card: str, address: str
) -> None:
    visitor = opens()
    visitor.does(lambda work: set_rules(work, replace(work.office.rules, tickets_at=address)))
    paper(visitor)
    code = paper(visitor)
    if card:
        visitor.touches(card)
    visitor.scans(code)
    assert "نوبت الف ۰۰۲: ۱ نفر جلوتر از شما" in visitor.notice()
    assert visitor.tickets() == 2
    assert all(field.text() == "" for field in visitor.window.findChildren(QLineEdit))


def test_its_way_through_the_day_is_told(opens: Opens, clock: Standing) -> None:
    visitor = opens()
    code = paper(visitor)
    entity = code[-32:]
    told = list[str]()

    def scans() -> None:
        visitor.scans(code)
        told.append(visitor.notice())

    scans()
    visitor.does(lambda work: call_next(work, "1"))
    scans()
    visitor.does(lambda work: begin(work, entity))
    scans()
    visitor.does(lambda work: hold(work, entity, 10))
    scans()
    expected = ("کسی جلوتر", "به باجه ۱ فراخوانده", "در باجه ۱ خدمت", "نگه داشته")
    assert all(each in said for each, said in zip(expected, told, strict=True)), told


@pytest.mark.parametrize("ended", ["served", "missed", "night"])
def test_how_it_ended_is_told(opens: Opens, clock: Standing, ended: str) -> None:
    visitor = opens()
    code = paper(visitor)
    entity = code[-32:]
    if ended == "night":
        clock.at = clock.at.replace(day=clock.at.day + 1)
    else:
        visitor.does(lambda work: call_next(work, "1"))
    if ended == "served":
        visitor.does(lambda work: finish(work, entity, "guidance"))
    elif ended == "missed":
        visitor.does(lambda work: no_show(work, entity))
    visitor.scans(code)
    said = {"served": "پایان یافته", "missed": "کسی نیامد", "night": "از روز پیش"}
    assert said[ended] in visitor.notice()


def test_what_is_none_of_ours_is_called_so(opens: Opens) -> None:
    visitor = opens()
    for text in (EAN, FOREIGN):
        visitor.scans(text)
        assert "از این میز خدمت نیست" in visitor.notice()
        assert text[:5] not in visitor.notice()
    visitor.scans(f"BJ:T:{'0' * 32}")
    assert "از کارمند میز خدمت بپرسید" in visitor.notice()
    visitor.page(HomePage)


# -- what was changed meanwhile ------------------------------------------------------------------


def test_a_sub_service_that_ends_while_its_sheet_is_open_is_said_and_gone(opens: Opens) -> None:
    visitor = opens()
    visitor.touches("ثبت درخواست")
    visitor.touches("برقراری حقوق ورثه")
    visitor.does(lambda work: retire_sub_service(work, "5", "پایان یافت"))
    visitor.touches("دریافت نوبت")
    if isinstance(visitor.window.screen_shown.page, PriorityPage):
        visitor.touches("هیچ")
    assert "دیگر در اینجا ارائه نمی‌شود" in visitor.notice()
    page = visitor.page(ChoosePage)
    assert "برقراری حقوق ورثه" not in " ".join(page.spoken())
    visitor.touches("بازگشت")
    visitor.page(HomePage)


def test_a_priority_that_is_taken_away_while_it_is_offered_is_said_and_gone(opens: Opens) -> None:
    visitor = opens()
    visitor.touches("ثبت درخواست")
    visitor.touches("برقراری حقوق ورثه")
    visitor.touches("دریافت نوبت")
    visitor.does(lambda work: remove_priority_class(work, "elderly"))
    visitor.touches("سالمند")
    assert "این اولویت دیگر" in visitor.notice()
    visitor.page(PriorityPage)
    assert not visitor.shows("سالمند")
    visitor.touches("هیچ")
    assert visitor.number().given.label
