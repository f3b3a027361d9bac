from datetime import date, datetime, time

import pytest
from msgspec.structs import replace

from app.event import Event
from app.events import office as said
from app.events.paper import PaperPrinted
from app.folds.office import FOLD, Office
from app.refusal import Refusal
from app.workdays import due
from tests.app.desk import NODE
from tests.app.made_up import history, recorded

DESCRIBED = said.OfficeDescribed(agency="وزارت کشور", name="فرمانداری چالوس")
SATURDAY, FRIDAY = date(2026, 11, 21), date(2026, 11, 27)
HOURS = said.HoursSet(since=date(2026, 1, 1), hours={5: (time(8), time(14))})


def after(*events: Event | None) -> Office:
    found = FOLD(history(DESCRIBED, *events))
    assert found is not None
    return found


def clerk(clerk_id: str, code: str = "11", name: str = "علوی") -> said.ClerkAdmitted:
    return said.ClerkAdmitted(clerk=clerk_id, code=code, name=name, role="clerk")


def test_the_latest_description_holds() -> None:
    other = replace(DESCRIBED, name="فرمانداری نوشهر")
    assert after().described == DESCRIBED
    assert after(other).described == other


def test_a_counter_is_opened_changed_and_closed() -> None:
    first, then = said.CounterOpened(number="1"), said.CounterOpened(number="1", services=("s1",))
    assert after(first, then).counter("1") == then
    closed = after(first, said.CounterOpened(number="2"), said.CounterClosed(number="1"))
    assert list(closed.counters) == ["2"]
    with pytest.raises(Refusal) as refusal:
        closed.counter("1")
    assert (refusal.value.code, refusal.value.facts) == ("counter_unknown", {"counter": "1"})


def test_kiosks_stand_where_they_were_placed() -> None:
    kiosks = [said.KioskPlaced(name=name) for name in ("ورودی", "طبقه دوم")]
    assert after(*kiosks).kiosks == ("ورودی", "طبقه دوم")


def test_a_clerk_is_known_by_code_and_named_by_id() -> None:
    found = after(clerk("k1"), clerk("k2", "12", "کاظمی"))
    assert found.clerk("12").name == "کاظمی"
    assert (found.clerk_name("k1"), found.clerk_name("nobody"), found.clerk_name("")) == (
        "علوی",
        "",
        "",
    )
    with pytest.raises(Refusal) as refusal:
        found.clerk("13")
    assert (refusal.value.code, refusal.value.facts) == ("clerk_unknown", {"clerk": "13"})


def test_a_clerk_who_left_keeps_the_name_on_what_they_did() -> None:
    found = after(clerk("k1"), said.ClerkDismissed(clerk="k1"), clerk("k2", name="کاظمی"))
    assert (found.clerk_name("k1"), found.clerk_name("k2")) == ("علوی", "کاظمی")
    assert list(found.clerks.values()) == [clerk("k2", name="کاظمی")]
    assert found.conflicts == ()


def test_a_code_of_the_past_names_whoever_had_it() -> None:
    gone = after(clerk("k1"), said.ClerkDismissed(clerk="k1"))
    assert [who.clerk for who in gone.coded("11")] == ["k1"]
    assert list(gone.left) == ["k1"]
    anew = after(clerk("k1"), said.ClerkDismissed(clerk="k1"), clerk("k2", name="کاظمی"))
    assert [who.clerk for who in anew.coded("11")] == ["k2", "k1"]
    with pytest.raises(Refusal, match="clerk_unknown"):
        anew.coded("99")


def test_a_clerk_changes_the_name() -> None:
    found = after(clerk("k1"), clerk("k1", name="علوی راد"))
    assert (found.clerk_name("k1"), found.former, found.conflicts) == ("علوی راد", (), ())


def test_one_code_for_two_clerks_is_a_conflict_and_both_keep_their_names() -> None:
    found = after(clerk("k1"), clerk("k2", name="کاظمی"))
    assert (found.clerk_name("k1"), found.clerk_name("k2")) == ("علوی", "کاظمی")
    assert [conflict.reason for conflict in found.conflicts] == ["admitted_at_two_places"]


def test_a_series_belongs_to_one_node() -> None:
    first = said.SeriesGiven(node="n1", series="الف")
    twice = after(first, said.SeriesGiven(node="n2", series="الف"))
    assert [conflict.reason for conflict in twice.conflicts] == ["series_given_twice"]
    apart = after(first, said.SeriesGiven(node="n2", series="ب"), first)
    assert apart.conflicts == ()
    assert apart.series == {"n1": "الف", "n2": "ب"}


def test_letters_are_the_same_in_any_spelling() -> None:
    spelled = [said.SeriesGiven(node="n1", series="ک"), said.SeriesGiven(node="n2", series="ك")]
    assert [c.reason for c in after(*spelled).conflicts] == ["series_given_twice"]


def test_a_place_belongs_to_one_node() -> None:
    first = said.NodePlaced(node="n1", place=1)
    twice = after(first, said.NodePlaced(node="n2", place=1))
    assert [conflict.reason for conflict in twice.conflicts] == ["place_given_twice"]
    apart = after(first, said.NodePlaced(node="n2", place=2), first)
    assert (apart.places, apart.conflicts) == ({"n1": 1, "n2": 2}, ())


def test_a_pc_makes_its_own_key_known_and_no_other() -> None:
    mine = said.SealPublished(node=NODE, key="aa")
    assert after(mine, mine).seals == {"aa": NODE}
    assert after(mine, mine).conflicts == ()
    forged = after(mine, said.SealPublished(node="n2", key="bb"))
    assert forged.seals == {"aa": NODE}
    assert [conflict.reason for conflict in forged.conflicts] == ["seal_of_another"]


def test_a_key_stays_with_the_pc_that_made_it_known() -> None:
    first = after(said.SealPublished(node=NODE, key="aa"))
    taken = FOLD.advance(first, *recorded(said.SealPublished(node="n2", key="aa"), 2, node="n2"))
    assert taken.seals == {"aa": NODE}
    assert [conflict.reason for conflict in taken.conflicts] == ["seal_of_another"]


def test_rules_and_emblem_stand_apart_from_the_letterhead() -> None:
    rules = said.Rules(usual_days=3)
    found = after(said.RulesSet(rules=rules), said.EmblemChosen(png=b"png"), DESCRIBED)
    assert (found.rules, found.emblem, found.conflicts) == (rules, b"png", ())
    assert after().rules == said.Rules()
    assert after(said.EmblemChosen(png=b"a"), said.EmblemChosen(png=b"")).emblem == b""


def test_a_priority_class_is_defined_anew() -> None:
    classes = [
        said.PriorityClassDefined(code="elder", title="سالمند", credit=credit)
        for credit in (20, 30)
    ]
    assert after(*classes).classes["elder"].credit == 30


def test_an_office_without_hours_has_no_working_day() -> None:
    assert after().calendar.hours_of(SATURDAY) is None


def test_hours_hold_from_their_date_on_and_the_first_from_the_beginning() -> None:
    later = said.HoursSet(since=date(2026, 11, 1), hours={5: (time(9), time(12))})
    found = after(later, HOURS)
    assert found.calendar.hours_of(SATURDAY) == (time(9), time(12))
    assert found.calendar.hours_of(date(2026, 10, 31)) == (time(8), time(14))
    assert found.calendar.hours_of(date(2020, 1, 4)) == (time(8), time(14))
    assert after(HOURS, replace(later, since=HOURS.since)).calendar.hours_of(SATURDAY) == (
        time(9),
        time(12),
    )


def test_closures_are_added_and_lifted() -> None:
    shut = said.ClosuresAnnounced(
        closures=(said.Closure(day=SATURDAY, title="تعطیل"), said.Closure(day=FRIDAY, title="جمعه"))
    )
    found = after(HOURS, shut)
    assert not found.calendar.is_open(SATURDAY)
    assert found.closures == {SATURDAY: "تعطیل", FRIDAY: "جمعه"}
    assert after(HOURS, shut, said.ClosureLifted(day=SATURDAY)).calendar.is_open(SATURDAY)
    assert after(HOURS, shut, said.ClosureLifted(day=date(2026, 1, 1))).closures == found.closures


def test_a_calendar_that_was_already_asked_is_not_asked_again_after_a_change() -> None:
    before = after(HOURS)
    received = datetime(2026, 11, 14, 9)
    assert due(received, 1, "working_day", before.calendar).date() == SATURDAY
    shut = said.ClosuresAnnounced(closures=(said.Closure(day=SATURDAY, title=""),))
    changed = FOLD.advance(before, *recorded(shut, 9))
    assert due(received, 1, "working_day", changed.calendar).date() == date(2026, 11, 28)
    assert due(received, 1, "working_day", before.calendar).date() == SATURDAY


def test_the_calendar_is_known_by_the_event_that_changed_it_last() -> None:
    closure = said.ClosuresAnnounced(closures=(said.Closure(day=SATURDAY, title=""),))
    events = [HOURS, clerk("k1"), closure, said.ClosureLifted(day=SATURDAY)]
    ids = [recorded(None, place)[0].id for place in (1, 1, 3, 4)]
    assert [after(*events[:n]).calendar_by for n in range(5)] == ["", *ids]


def test_confirming_the_clock_changes_nothing_else() -> None:
    assert after(said.ClockConfirmed(reason="باتری")) == after()


def test_what_is_not_of_an_office_is_a_conflict() -> None:
    found = after(None, PaperPrinted(paper="log", copy=1))
    assert [c.reason for c in found.conflicts] == ["unknown_kind", "not_of_this_kind"]


def test_what_came_before_the_description_is_counted_after_it() -> None:
    found = FOLD(history(clerk("k1"), DESCRIBED))
    assert found is not None
    assert found.clerk_name("k1") == "علوی"
    assert FOLD(history(clerk("k1"))) is None
