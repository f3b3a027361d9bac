import pytest

from app.deeds.call import call_next
from app.deeds.catalogue import define_sub_service, retire_sub_service
from app.deeds.founding import Plan, PlannedCounter, found_office
from app.deeds.looking import ahead_of
from app.deeds.office import open_counter
from app.deeds.ticket import issue, issue_guidance, receive_without_ticket
from app.deeds.visit import finish, hold, transfer
from app.events.office import OfficeDescribed
from app.folds import catalogue
from app.folds.catalogue import Entry
from app.ports import Look
from app.refusal import Refusal
from app.showing.own_number import own_number
from app.showing.service import most_used, service_sheet, services
from app.sub_service import SubService
from tests.app.desk import MORNING, OFFICE, Desk, MovableClock
from tests.app.opened import (
    GUIDANCE,
    LETTERS,
    PERMIT,
    PLAIN,
    PORTAL,
    STAMP,
    TODAY,
    WEEK,
    opened,
    service_id,
)


def guidance_of(look: Look) -> Entry | None:
    """The entry under which numbers for mere guidance are given."""
    entity = look.entry_of("0")
    return look.load(catalogue.FOLD, entity) if entity else None


def codes(desk: Desk) -> list[str]:
    return [line.code for line in desk.see(services)]


def test_what_is_offered_stands_in_the_order_of_its_codes() -> None:
    desk = opened()
    desk.do(define_sub_service, SubService(code="10", title="ده"))
    desk.do(define_sub_service, SubService(code="الف", title="حرفی"))
    assert codes(desk) == [GUIDANCE, PERMIT, STAMP, PORTAL, PLAIN, "10", "الف"]
    line = desk.see(services)[1]
    assert (line.id, line.title, line.department) == (service_id(PERMIT), "صدور مجوز", "دفتر فنی")
    assert (line.mode, line.channel) == (2, "desk")


def test_retired_ones_and_those_between_agencies_are_not_offered() -> None:
    desk = opened()
    desk.do(retire_sub_service, PLAIN, "به سامانه رفت")
    assert not {PLAIN, LETTERS} & set(codes(desk))


def test_a_sheet_says_who_serves_it_and_how_many_wait_before_a_newcomer() -> None:
    desk = opened()
    desk.do(issue, PERMIT)
    desk.do(issue, PLAIN)
    sheet = desk.see(service_sheet, "۲")
    assert (sheet.entry.sheet.code, sheet.counters, sheet.ahead) == (PERMIT, ("1", "2"), 2)
    assert desk.see(service_sheet, service_id(PLAIN)).counters == ("1",)
    assert sheet.wait is None


def test_whoever_is_called_by_the_same_counters_stands_ahead() -> None:
    desk = opened()
    taken = []
    for code in (PLAIN, PERMIT, PLAIN):
        taken.append(desk.do(issue, code))
        desk.clock.move(minutes=1)
    given = desk.do(issue_guidance)
    assert [desk.see(ahead_of, ticket) for ticket in (*taken, given)] == [0, 1, 2, 3]
    desk.do(call_next, "2")
    assert desk.see(ahead_of, given) == 2
    called = desk.do(call_next, "1")
    assert desk.see(ahead_of, called) == 0
    sent = desk.do(transfer, called.id, counter="2")
    assert desk.see(ahead_of, sent) == 0


def test_whose_hold_is_over_stands_ahead() -> None:
    desk = opened()
    held = desk.do(issue, PERMIT)
    desk.do(call_next, "1")
    desk.do(hold, held.id, 1)
    desk.clock.move(seconds=59)
    given = desk.do(issue, PERMIT)
    assert desk.see(ahead_of, given) == 0
    desk.clock.move(seconds=1)
    assert desk.see(ahead_of, given) == desk.see(own_number, given.id).ahead == 1
    assert desk.do(call_next, "1").id == held.id


def test_counters_that_share_nothing_do_not_wait_for_each_other() -> None:
    desk = opened()
    desk.do(open_counter, "1", services=(service_id(PLAIN),))
    desk.do(open_counter, "2", services=(service_id(PERMIT),))
    desk.do(issue, PLAIN)
    desk.clock.move(minutes=1)
    assert desk.see(ahead_of, desk.do(issue, PERMIT)) == 0


def test_a_retired_one_has_a_sheet_by_its_id_alone() -> None:
    desk = opened()
    desk.do(retire_sub_service, PLAIN, "به سامانه رفت")
    assert desk.see(service_sheet, service_id(PLAIN)).entry.retired
    for asked in (PLAIN, "99"):
        with pytest.raises(Refusal) as refused:
            desk.see(service_sheet, asked)
        assert refused.value.code == "service_unknown"


def test_most_used_is_what_numbers_were_taken_for_then_the_catalogues_order() -> None:
    desk = opened()
    desk.do(issue, STAMP)
    desk.clock.move(days=40)
    for code in (PLAIN, PLAIN, PERMIT):
        desk.do(issue, code)
    assert [line.code for line in desk.see(most_used)] == [PLAIN, PERMIT, GUIDANCE, STAMP]
    assert [line.code for line in desk.see(most_used, 1)] == [PLAIN]


def test_who_does_not_know_gets_a_number_and_is_guided() -> None:
    desk = opened()
    assert desk.see(guidance_of) is None
    given = desk.do(issue_guidance, tap="t")
    assert desk.do(issue_guidance, tap="t") == given
    entry = desk.see(guidance_of)
    assert entry
    assert (given.purpose, given.service, entry.sheet.mode) == ("guide", entry.id, 1)
    assert entry.sheet.code not in codes(desk)
    assert entry.id not in [line.id for line in desk.see(most_used)]
    assert desk.do(call_next, "1").id == given.id
    assert desk.do(finish, given.id).outcome == "guidance"


def test_guidance_is_offered_again_though_somebody_retired_it() -> None:
    desk = opened()
    desk.do(issue_guidance)
    desk.do(retire_sub_service, "0", "حذف")
    assert desk.do(issue_guidance).purpose == "guide"
    entry = desk.see(guidance_of)
    assert entry
    assert not entry.retired


def test_the_office_words_its_own_guidance() -> None:
    desk = opened()
    desk.do(define_sub_service, SubService(code="0", title="اطلاعات", mode=1))
    assert desk.do(issue_guidance).title == "اطلاعات"


def test_an_office_with_an_empty_catalogue_guides_too() -> None:
    desk = Desk(MovableClock(MORNING))
    plan = Plan(
        described=OfficeDescribed(agency="", name="فرمانداری"),
        series="الف",
        hours=WEEK,
        closures={},
        since=TODAY,
        counters=(PlannedCounter(number="1"),),
    )
    desk.do(found_office, OFFICE, plan)
    given = desk.do(issue_guidance)
    assert desk.do(call_next, "1").id == given.id
    assert desk.see(services) == ()


def test_guidance_without_a_number_may_be_given_at_a_counter_that_serves_it() -> None:
    desk = opened()
    desk.do(issue_guidance)
    desk.do(open_counter, "3", services=(service_id("0"),))
    assert desk.do(receive_without_ticket, "0", counter="3").title == "راهنمایی مراجعه‌کنندگان"
    assert desk.see(service_sheet, "0").counters == ("1", "3")
