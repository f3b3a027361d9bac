"""A unit is one in whatever spelling: what stands falls together, what comes in is spelled so."""

import pytest
from msgspec.structs import replace

from app.catalogue_file import completed, of_one_table
from app.deeds.catalogue import define_sub_service
from app.deeds.step import hand_over, take_back
from app.events.catalogue import SubServiceDefined
from app.figures.report import unit_figures
from app.figures.traces import steps_behind
from app.folds import catalogue
from app.local import day_of
from app.period import period_of
from app.ports import Work
from app.showing.catalogue import NEW, compared, entry_shown
from app.showing.unit import inbox, units_of
from app.sub_service import Step
from db.journal import StoreJournal
from tests.db.office import CATALOGUE, Office, assert_sound, register

NAME = "اداره مدیریت بحران"
SPELLINGS = ("اداره مديريت بحران", "اداره  مدیریت بحران", NAME)


def stands(work: Work, version: int, unit: str) -> None:
    """As a program kept it that took a name as it was typed."""
    entity = work.entry_of("1")
    assert entity
    sheet = replace(CATALOGUE[0], steps=(Step(title="بررسی", unit=unit, duration=3),))
    said = SubServiceDefined(version=version, sheet=sheet)
    work.append(catalogue.FOLD, entity, said)


@pytest.fixture
def spelled(journal: StoreJournal) -> list[str]:
    """Requests that stand in that unit, handed over under each spelling."""
    numbers = []
    for place, unit in enumerate(SPELLINGS):
        with journal.work() as work:
            stands(work, place + 2, unit)
        numbers.append(register(journal, place + 1).tracking)
        with journal.work() as work:
            hand_over(work, numbers[-1])
    return numbers


def test_spellings_of_a_unit_have_one_list(journal: StoreJournal, spelled: list[str]) -> None:
    with journal.look() as look:
        assert (NAME, 3) in units_of(look)
        assert [name for name, count in units_of(look) if count] == [NAME]
        for asked in SPELLINGS:
            found = inbox(look, "", asked)
            assert (found.unit, found.count) == (NAME, 3)
            assert {work.tracking for work in found.works} == set(spelled)
        assert entry_shown(look, NEW, "").units.count(NAME) == 1


def test_spellings_of_a_unit_are_one_row_with_all_their_requests_behind_it(
    office: Office, journal: StoreJournal, spelled: list[str]
) -> None:
    office.clock.tick(3 * 24 * 3600)
    with journal.work() as work:
        take_back(work, spelled[0])
        take_back(work, spelled[1])
    with journal.look() as look:
        year = period_of("year", day_of(look.at))
        told = unit_figures(look, year, lambda _: None)
        (unit,) = (each for each in told.units if each.unit)
        (step,) = (each for each in told.steps if each.unit)
        assert (unit.unit, unit.in_time, unit.open) == (NAME, 2, 1)
        assert (step.title, step.in_time, step.taken) == ("بررسی", 2, 3)
        for key in (NAME, f"{NAME}\tبررسی"):
            behind = {line.tracking for line, _ in steps_behind(look, year, key)}
            assert behind == set(spelled)
        assert steps_behind(look, year, f"{NAME}\tبازدید") == []
    assert_sound(journal)


@pytest.mark.parametrize("typed", SPELLINGS)
def test_what_comes_in_is_kept_in_one_spelling(journal: StoreJournal, typed: str) -> None:
    sheet = replace(CATALOGUE[0], steps=(Step(title="بررسی", unit=typed, duration=3),))
    with journal.work() as work:
        assert define_sub_service(work, sheet).sheet.steps[0].unit == NAME
    with journal.look() as look:
        file = of_one_table([sheet], frozenset({"title", "steps"}))
        assert [change.kind for change in compared(look, completed(look, file))] == ["same"]
