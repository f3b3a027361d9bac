"""What the store counts is what its journal says."""

from datetime import timedelta
from typing import Literal

from app.deeds import call, deficiency, survey
from app.deeds.day import close_day
from app.deeds.deficiency import missing_documents
from app.deeds.night import settle_night
from app.deeds.office import set_rules
from app.deeds.ticket import receive_without_ticket
from app.deeds.visit import finish as finish_visit
from app.deeds.visit import hold
from app.events.office import Rules
from app.events.survey import Filled
from app.figures.report import QUESTIONS, report
from app.figures.stays import BYS
from app.figures.traces import people_behind
from app.local import day_of
from app.period import Period, period_of
from app.showing.inspection import points
from db.journal import StoreJournal
from tests.db.office import Office, StandingClock, a_day, assert_sound, call_next, finish, issue


def nobody(_: float) -> None:
    """Nobody watches."""


def slip(journal: StoreJournal, clock: StandingClock) -> None:
    """Somebody lacks a paper."""
    issue(journal)
    clock.tick()
    found = call_next(journal)
    with journal.work() as work:
        call.begin(work, found.id)
        missing = missing_documents(work, "1", ["کارت ملی"])
        deficiency.announce_deficiency(work, found.id, missing)
    finish(journal, found.id)


def test_a_report_reads_what_happened(office: Office, journal: StoreJournal) -> None:
    clock = office.clock
    a_day(journal, clock)
    slip(journal, clock)
    with journal.look() as look:
        year = period_of("year", day_of(look.at))
        shares: list[float] = []
        told = report(look, year, shares.append)
    assert (told.visits.whole.came, told.here) == (2, 2)
    assert told.visits.whole.idle > 0
    assert told.promises.whole.kept == 1
    assert [(unit.unit, unit.in_time) for unit in told.units.units] == [("صدور", 1), ("", 1)]
    assert [(lack.title, lack.times) for lack in told.lacks.papers] == [("کارت ملی", 1)]
    assert told.lacks.slips == 1
    assert shares == sorted(shares)
    assert not told.empty
    assert_sound(journal)


def test_who_telephones_is_counted_apart_by_sub_service(
    office: Office, journal: StoreJournal
) -> None:
    ways: tuple[Literal["telephone", "walk_in"], ...] = ("telephone", "telephone", "walk_in")
    for day, how in enumerate(ways):
        office.clock.at += timedelta(days=min(day, 1))
        with journal.work() as work:
            visit = receive_without_ticket(work, "1", counter="1", how=how)
            finish_visit(work, visit.id, "guidance")
    with journal.look() as look:
        today = day_of(look.at)
        told, days = (
            report(look, period_of(kind, today), lambda _: None) for kind in ("year", "day")
        )
    assert [many for _, many in told.telephoned] == [2]
    assert told.names.services.keys() >= {service for service, _ in told.telephoned}
    assert (told.telephone, told.visits.whole.came) == (2, 3)
    assert (days.telephone, days.visits.whole.came) == (0, 1)
    assert_sound(journal)


def test_an_empty_period_is_said_to_be_empty(journal: StoreJournal) -> None:
    with journal.look() as look:
        told = report(look, period_of("day", day_of(look.at)), lambda _: None)
    assert told.empty
    assert told.promises.whole.rate is None


def test_questionnaires_are_counted_with_the_day(office: Office, journal: StoreJournal) -> None:
    with journal.look() as look:
        today = day_of(look.at)
    for level in (5, 5, 4, 3, 1):
        with journal.work() as work:
            filled = Filled(day=today, answers=(level,) * QUESTIONS, remarks="")
            survey.enter_survey(work, filled, QUESTIONS)
    with journal.work() as work:
        close_day(work, today)
    with journal.look() as look:
        told = report(look, period_of("month", today), lambda _: None)
    assert told.opinions.filled == 5
    assert told.opinions.questions[0].levels == (2, 1, 1, 0, 1)
    assert_sound(journal)


def test_who_waited_till_the_night_was_never_called(office: Office, journal: StoreJournal) -> None:
    issue(journal)
    office.clock.at += timedelta(days=1)
    with journal.work() as work:
        settle_night(work)
    with journal.look() as look:
        told = report(look, period_of("year", day_of(look.at)), lambda _: None)
    assert (told.visits.whole.came, told.visits.whole.left) == (1, 1)


def test_who_is_kept_through_the_night_is_one_client_on_the_day_on_which_the_visit_ends(
    office: Office, journal: StoreJournal
) -> None:
    with journal.work() as work:
        set_rules(work, Rules(night="keep"))
    parked, served, never = (issue(journal).id for _ in range(3))
    for entity in (parked, served):
        office.clock.tick()
        assert call_next(journal).id == entity
        with journal.work() as work:
            call.begin(work, entity)
            if entity == parked:
                hold(work, entity, 10)
        if entity == served:
            finish(journal, entity)
    office.clock.at += timedelta(days=1)
    for old in (parked, never):
        found = call_next(journal)
        assert found.continues == old
        office.clock.tick()
        with journal.work() as work:
            call.begin(work, found.id)
        finish(journal, found.id)
    with journal.look() as look:
        today = day_of(look.at)
        before = today - timedelta(days=1)
        for first, last, came in ((before, today, 3), (before, before, 1), (today, today, 2)):
            period = Period(kind="range", first=first, last=last)
            visits = report(look, period, lambda _: None).visits
            assert (visits.whole.came, visits.whole.left) == (came, 0)
            for by in (each for each in BYS if each != "clerk"):
                groups = visits.groups(by)
                assert sum(group.came for group in groups) == came
                for group in groups:
                    assert len(people_behind(look, period, by, group.key)) == group.came
        asked = {
            point.code: point.facts for point in points(look, period_of("year", today), nobody)
        }
        assert asked["queue"]["n"] == 3
        assert len(look.visits_of_day(before)) == 3, "the sheet of a day says who was there"
    assert_sound(journal)
