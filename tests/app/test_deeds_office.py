from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from app.deeds.call import call_next
from app.deeds.catalogue import define_sub_service, import_catalogue, retire_sub_service
from app.deeds.founding import PlannedClass, PlannedClerk, PlannedCounter, found_office
from app.deeds.office import (
    admit_clerk,
    announce_closures,
    close_counter,
    confirm_clock,
    define_priority_class,
    describe_office,
    dismiss_clerk,
    give_series,
    lift_closure,
    lift_hours,
    open_counter,
    place_kiosk,
    place_node,
    set_hours,
    set_rules,
)
from app.deeds.ticket import issue
from app.deeds.visit import finish, hold, transfer
from app.events.catalogue import SubServiceDefined, SubServiceRetired
from app.events.office import (
    ClerkDismissed,
    ClockConfirmed,
    Closure,
    ClosuresAnnounced,
    CounterClosed,
    CounterOpened,
    KioskPlaced,
    OfficeDescribed,
    Rules,
    RulesSet,
)
from app.events.ticket import TicketReturned
from app.order import counter_lane, service_lane
from app.refusal import Refusal
from app.sub_service import Step, SubService
from tests.app.desk import MORNING, NODE, OFFICE, Desk, MovableClock
from tests.app.opened import (
    CATALOGUE,
    GUIDANCE,
    HOLIDAY,
    LAST_HOLIDAY,
    PERMIT,
    PLAIN,
    SERIES,
    TODAY,
    opened,
    plan,
    service_id,
)

DESCRIBED = OfficeDescribed(agency="وزارت کشور", name="فرمانداری نوشهر")


# founding


def test_an_office_is_founded_with_all_that_was_planned() -> None:
    desk = Desk(MovableClock(MORNING))
    state = desk.do(found_office, OFFICE, plan())
    assert state.described.name == "فرمانداری چالوس"
    assert state.series == {NODE: SERIES}
    assert state.places == {NODE: 1}
    assert {n: c.services for n, c in state.counters.items()} == {
        "1": (),
        "2": (service_id(PERMIT),),
    }
    assert [c.name for c in state.clerks.values()] == ["علوی", "کاظمی", "مرادی"]
    assert [c.title for c in state.counters.values()] == ["", "مجوزها"]
    assert state.kiosks == ("ورودی",)
    assert state.classes["elder"].credit == 20
    assert state.closures == {HOLIDAY: "تعطیل رسمی", LAST_HOLIDAY: "ملی شدن صنعت نفت"}
    assert len(desk.entries()) == len(CATALOGUE)
    assert state.conflicts == ()


@pytest.mark.parametrize(
    ("part", "code"),
    [
        ({"described": replace(DESCRIBED, name=" ")}, "office_name_empty"),
        ({"hours": {}}, "hours_wrong"),
        ({"counters": (PlannedCounter(number=""),)}, "name_empty"),
        ({"counters": (PlannedCounter(number="1", services=("99",)),)}, "service_unknown"),
        ({"clerks": (PlannedClerk(code="1", name=" "),)}, "name_empty"),
        ({"classes": (PlannedClass(code="a", title="b", credit=-1),)}, "credit_wrong"),
        ({"catalogue": (SubService(code="", title="x"),)}, "service_code_empty"),
        ({"kiosks": ("",)}, "name_empty"),
    ],
)
def test_an_office_is_founded_whole_or_not_at_all(part: dict[str, Any], code: str) -> None:
    desk = Desk(MovableClock(MORNING))
    refusal = desk.refused(found_office, OFFICE, replace(plan(), **part))
    assert refusal.code == code
    assert desk.facts == []


def test_a_pc_that_gives_no_numbers_has_no_letters() -> None:
    desk = Desk(MovableClock(MORNING))
    assert desk.do(found_office, OFFICE, replace(plan(), series="")).series == {}
    assert desk.refused(issue, PERMIT).code == "no_series"


# the office


def test_an_office_changes_its_rules_and_keeps_its_name() -> None:
    desk = opened()
    state = desk.do(set_rules, Rules(night="keep"))
    assert desk.said()[-1] == RulesSet(rules=Rules(night="keep"))
    assert (state.rules.night, state.described.name) == ("keep", "فرمانداری چالوس")
    assert desk.do(describe_office, OFFICE, DESCRIBED).rules.night == "keep"


def test_an_office_changes_its_name() -> None:
    desk = opened()
    assert desk.do(describe_office, OFFICE, DESCRIBED).described == DESCRIBED
    refused = desk.refused(describe_office, OFFICE, replace(DESCRIBED, name="\0 "))
    assert refused.code == "office_name_empty"


def test_letters_belong_to_one_pc() -> None:
    desk = opened()
    refusal = desk.refused(give_series, "other", f" {SERIES}")
    assert (refusal.code, refusal.facts) == ("series_taken", {"series": SERIES})
    assert desk.refused(give_series, "other", " \0").code == "series_empty"
    state = desk.do(give_series, "other", " ب ")
    assert state.series == {NODE: SERIES, "other": "ب"}


def test_letters_are_compared_in_any_spelling() -> None:
    desk = opened()
    desk.do(give_series, "other", "ک")
    assert desk.refused(give_series, "third", "ك").code == "series_taken"


def test_a_pc_is_placed_once() -> None:
    desk = opened()
    assert desk.do(place_node, "other").places == {NODE: 1, "other": 2}
    stood = len(desk.facts)
    assert desk.do(place_node, NODE).places == {NODE: 1, "other": 2}
    assert len(desk.facts) == stood


def test_new_letters_leave_a_pc_its_place_among_the_others() -> None:
    desk = opened()
    desk.do(place_node, "other")
    state = desk.do(give_series, NODE, "پ")
    assert state.places == {NODE: 1, "other": 2}
    assert desk.do(issue, PERMIT).label == "پ ۰۰۱"


def test_counters_and_kiosks_come_and_go() -> None:
    desk = opened()
    desk.do(open_counter, " 3 ", title="پذیرش", services=(service_id(PLAIN),))
    assert desk.said()[-1] == CounterOpened(
        number="3", title="پذیرش", services=(service_id(PLAIN),)
    )
    desk.do(close_counter, "3")
    assert desk.said()[-1] == CounterClosed(number="3")
    refusal = desk.refused(close_counter, "3")
    assert (refusal.code, refusal.facts) == ("counter_unknown", {"counter": "3"})
    desk.do(place_kiosk, " طبقه ۲ ")
    assert desk.said()[-1] == KioskPlaced(name="طبقه ۲")


def test_a_counter_is_not_closed_over_somebody() -> None:
    desk = opened()
    given = desk.do(issue, PERMIT)
    desk.do(call_next, "1")
    refusal = desk.refused(close_counter, "1")
    assert (refusal.code, refusal.facts) == (
        "visit_open",
        {"label": given.label, "ticket": given.id},
    )
    desk.do(finish, given.id, "guidance")
    assert "1" not in desk.do(close_counter, "1").counters


@pytest.mark.parametrize(
    ("deed", "said"),
    [
        (open_counter, ("",)),
        (place_kiosk, (" ",)),
        (admit_clerk, ("", "نام", "clerk")),
        (admit_clerk, ("7", "\0", "clerk")),
        (define_priority_class, ("", "عنوان", 1)),
        (define_priority_class, ("x", " ", 1)),
    ],
)
def test_what_has_no_name_is_refused(deed: Callable[..., object], said: tuple[Any, ...]) -> None:
    assert opened().refused(deed, *said).code == "name_empty"


def test_a_clerk_keeps_the_identity_when_name_or_role_change() -> None:
    desk = opened()
    state = desk.do(admit_clerk, " 11 ", "علوی راد", "supervisor", (service_id(PERMIT),))
    assert state.clerk("11").clerk == desk.clerk
    assert (state.clerk("11").name, state.clerk("11").role) == ("علوی راد", "supervisor")
    assert (len(state.clerks), state.conflicts) == (3, ())


def test_a_dismissed_clerk_keeps_the_name_and_gives_the_code_free() -> None:
    desk = opened()
    state = desk.do(dismiss_clerk, "11")
    assert desk.said()[-1] == ClerkDismissed(clerk=desk.clerk)
    assert state.clerk_name(desk.clerk) == "علوی"
    refusal = desk.refused(dismiss_clerk, "11")
    assert (refusal.code, refusal.facts) == ("clerk_unknown", {"clerk": "11"})
    again = desk.do(admit_clerk, "11", "نو", "clerk")
    assert again.clerk("11").clerk != desk.clerk
    assert again.conflicts == ()


def test_who_waits_for_a_counter_that_is_closed_waits_on_for_the_sub_service() -> None:
    desk = opened()
    for _ in range(3):
        desk.do(issue, PERMIT)
        desk.clock.move(seconds=1)
    held, sent, other = desk.tickets()
    assert desk.do(call_next, "1").id == held.id
    desk.do(hold, held.id, 60)
    desk.do(transfer, sent.id, counter="1")
    desk.do(transfer, other.id, counter="2")
    desk.do(close_counter, "1")
    assert [type(event) for event in desk.said()[-3:]] == [
        TicketReturned,
        TicketReturned,
        CounterClosed,
    ]
    for before in (held, sent):
        after = desk.ticket(before.id)
        assert (after.state, after.lane) == ("waiting", service_lane(before.service))
        assert (after.effective_at, after.held_until) == (before.effective_at, None)
        assert after.conflicts == ()
    assert desk.ticket(other.id).lane == counter_lane("2")
    assert desk.do(call_next, "2").id == held.id


def test_who_waits_for_a_clerk_who_left_waits_on_for_the_sub_service() -> None:
    desk = opened()
    sent, other = desk.do(issue, PERMIT), desk.do(issue, PERMIT)
    desk.do(transfer, sent.id, clerk="11")
    desk.do(transfer, other.id, clerk="12")
    desk.do(dismiss_clerk, "11")
    after = desk.ticket(sent.id)
    assert (after.state, after.lane) == ("waiting", service_lane(sent.service))
    assert after.effective_at == sent.effective_at
    assert desk.ticket(other.id).lane.startswith("clerk:")


@pytest.mark.parametrize("credit", [0, 1440])
def test_credit_may_be_nothing_or_a_whole_day(credit: int) -> None:
    state = opened().do(define_priority_class, "x", "ایکس", credit)
    assert state.classes["x"].credit == credit


@pytest.mark.parametrize("credit", [-1, 1441])
def test_credit_is_minutes_of_one_day(credit: int) -> None:
    refusal = opened().refused(define_priority_class, "x", "ایکس", credit)
    assert (refusal.code, refusal.facts) == ("credit_wrong", {"credit": credit})


@pytest.mark.parametrize(
    "hours",
    [
        {},
        {7: (time(8), time(9))},
        {-1: (time(8), time(9))},
        {0: (time(9), time(9))},
        {0: (time(14), time(8))},
    ],
)
def test_hours_begin_before_they_end(hours: dict[int, tuple[time, time]]) -> None:
    assert opened().refused(set_hours, TODAY, hours).code == "hours_wrong"


def test_new_hours_hold_from_their_date() -> None:
    state = opened().do(set_hours, date(2026, 12, 1), {0: (time(9), time(12))})
    assert state.calendar.hours_of(date(2026, 11, 30)) == (time(7, 30), time(14, 30))
    assert state.calendar.hours_of(date(2026, 12, 7)) == (time(9), time(12))
    assert state.calendar.hours_of(date(2026, 12, 5)) is None


def test_closures_are_announced_in_order_and_lifted() -> None:
    desk = opened()
    later, sooner = date(2026, 12, 6), date(2026, 12, 5)
    desk.do(announce_closures, {later: "برف", sooner: "آلودگی\0"})
    assert desk.said()[-1] == ClosuresAnnounced(
        closures=(Closure(day=sooner, title="آلودگی"), Closure(day=later, title="برف"))
    )
    state = desk.do(lift_closure, later)
    assert state.calendar.is_open(later)
    refusal = desk.refused(lift_closure, later)
    assert (refusal.code, refusal.facts) == ("closure_unknown", {"date": later})


def test_who_confirms_the_clock_says_why() -> None:
    desk = opened()
    desk.do(confirm_clock, "باتری")
    assert desk.said()[-1] == ClockConfirmed(reason="باتری")
    assert desk.refused(confirm_clock, " ").code == "reason_empty"


# the catalogue

NEW = SubService(code="40", title="نو")


def test_a_new_sub_service_is_version_1_and_a_change_the_next() -> None:
    desk = opened()
    first = desk.do(define_sub_service, NEW)
    assert desk.said()[-1] == SubServiceDefined(version=1, sheet=NEW)
    assert first.id == service_id("40")
    changed = replace(NEW, title="نوتر")
    assert desk.do(define_sub_service, changed).version == 2
    stood = len(desk.facts)
    assert desk.do(define_sub_service, changed).version == 2
    assert len(desk.facts) == stood, "the same again says nothing"


def test_one_code_in_two_spellings_is_one_sub_service() -> None:
    desk = opened()
    for code in ("۲", " 2", "2\u200c"):
        entry = desk.do(define_sub_service, SubService(code=code, title="صدور مجوز"))
        assert entry.id == service_id(PERMIT)
    assert len(desk.entries()) == len(CATALOGUE)


@pytest.mark.parametrize(
    ("sheet", "code"),
    [
        (replace(NEW, code=" "), "service_code_empty"),
        (replace(NEW, title="\0"), "service_title_empty"),
        *(
            (replace(NEW, steps=(Step(title="ا", unit="ب", duration=days),)), "duration_wrong")
            for days in (-1, 36_501, float("inf"), float("nan"))
        ),
    ],
)
def test_a_sub_service_that_could_not_be_given_is_refused(sheet: SubService, code: str) -> None:
    refusal = opened().refused(define_sub_service, sheet)
    assert refusal.code == code
    if sheet.steps:
        assert refusal.facts == {"amount": sheet.steps[0].duration}


def test_an_import_says_how_many_were_new_or_changed() -> None:
    desk = opened()
    assert desk.do(import_catalogue, CATALOGUE) == 0
    changed = (NEW, *CATALOGUE[:2], replace(CATALOGUE[2], title="دیگر"))
    assert desk.do(import_catalogue, changed) == 2
    assert len(desk.entries()) == len(CATALOGUE) + 1, "the others are left alone"


def test_an_import_is_all_or_nothing() -> None:
    desk = opened()
    wrong = [NEW, replace(NEW, code="41", title="")]
    refusal = desk.refused(import_catalogue, wrong)
    assert (refusal.code, refusal.facts) == ("service_title_empty", {"service": "41"})
    assert desk.see(lambda look: look.entry_of("40")) is None


def test_a_retired_sub_service_is_offered_again_by_the_same_words() -> None:
    desk = opened()
    retired = desk.do(retire_sub_service, PLAIN, "به سامانه\0 رفت")
    assert desk.said()[-1] == SubServiceRetired(reason="به سامانه رفت")
    assert desk.refused(issue, PLAIN).code == "service_retired"
    assert service_id(PLAIN) in desk.see(lambda look: look.services()), "somebody may still wait"
    again = desk.do(define_sub_service, retired.sheet)
    assert (again.version, again.retired) == (2, "")
    assert desk.do(issue, PLAIN).service_version == 2


def test_nothing_is_retired_that_is_not_there_or_without_a_reason() -> None:
    desk = opened()
    refusal = desk.refused(retire_sub_service, "99", "دلیل")
    assert (refusal.code, refusal.facts) == ("service_unknown", {"service": "99"})
    assert desk.refused(retire_sub_service, GUIDANCE, " ").code == "reason_empty"


def by_supervisor(desk: Desk, deed: Callable[..., Any], *args: Any) -> Any:
    """By somebody: the program itself may say what has held since long ago."""
    with desk.look() as look:
        clerk = look.office.clerk("20").clerk
    with desk.work(clerk) as work:
        return deed(work, *args)


def test_the_hours_of_days_that_are_over_stay() -> None:
    desk, yesterday = opened(), TODAY - timedelta(days=1)
    hours = {0: (time(9), time(12))}
    for deed, args in ((set_hours, (yesterday, hours)), (lift_hours, (date(2025, 1, 1),))):
        by_supervisor(desk, set_hours, TODAY, hours)
        with pytest.raises(Refusal) as refused:
            by_supervisor(desk, deed, *args)
        assert (refused.value.code, refused.value.facts) == ("hours_past", {"date": args[0]})


def test_a_day_that_is_over_is_closed_afterwards_for_a_reason_alone() -> None:
    desk, yesterday = opened(), TODAY - timedelta(days=1)
    by_supervisor(desk, announce_closures, {TODAY: "آلودگی هوا"})
    with pytest.raises(Refusal) as refused:
        by_supervisor(desk, announce_closures, {TODAY: "برف", yesterday: "برف"})
    assert (refused.value.code, refused.value.facts) == ("closure_past", {"date": yesterday})
    by_supervisor(desk, announce_closures, {yesterday: "برف"}, "کسی در واحد نبود")
    assert desk.said()[-1] == ClosuresAnnounced(
        closures=(Closure(day=yesterday, title="برف"),), reason="کسی در واحد نبود"
    )
