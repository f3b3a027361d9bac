"""The window of a unit: what it has in its hands, done, found, of another unit."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.deeds.looking import the_request
from app.deeds.office import admit_clerk
from app.deeds.request import register
from app.deeds.step import hand_over
from app.roles import MATRIX, STEPS
from app.showing.unit import inbox
from tests.app.opened import person
from tests.ui.person import Person
from tests.ui.shell import HandClock, Shell
from ui.cli.windows import House
from ui.frame.words import speak_persian
from ui.look.theme import Theme
from ui.unit.page import InboxPage
from ui.unit.window import UnitWindow


class Unit(Person):
    """Works at a unit's window."""

    window: UnitWindow

    def __init__(
        self, qtbot: QtBot, theme: Theme, folder: Path, clock: HandClock, code: str
    ) -> None:
        super().__init__(qtbot, folder, clock, code)
        self.window = UnitWindow(theme, self.door, self.problems, House(folder, clock))
        self.show()
        self.rest()

    @property
    def page(self) -> InboxPage:
        """Its own page."""
        return self.window.inboxes.page


@pytest.fixture(params=[1.0, 1.5])
def unit(
    qtbot: QtBot, qapp: QApplication, office: Shell, request: pytest.FixtureRequest
) -> Iterator[Unit]:
    """A clerk of a unit, to whose hands two requests were given just before."""
    if not qapp.property("speaks"):
        speak_persian(qapp)
        qapp.setProperty("speaks", True)
    theme = Theme(scale=request.param)
    theme.apply(qapp)
    supervisor = Person(qtbot, office.data, office.clock, "201")
    with supervisor.desk.journal.work(supervisor.door.clerk) as work:
        admit_clerk(work, "301", "نسرین مرادی", "unit")
        for number in (1, 2):
            hand_over(work, register(work, "35", person(number), counter="1").tracking)
    supervisor.door.close()
    supervisor.desk.close()
    office.clock.at += timedelta(minutes=10)
    sits = Unit(qtbot, theme, office.data, office.clock, "301")
    yield sits
    sits.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")


def test_a_step_is_done_with_its_result_and_a_note(unit: Unit) -> None:
    unit.waits(lambda: len(unit.page.table.rows) == 2)
    first, second = (work.tracking for work in unit.page.inbox.works)
    assert unit.filled == "F6"
    unit.hit("F6", "Enter")
    unit.type("برگه در پرونده است")
    unit.hit("Enter")
    unit.waits(lambda: len(unit.page.table.rows) == 1)
    found = unit.looks(lambda look: the_request(look, first))
    assert found.steps[0].result == "انجام شد — برگه در پرونده است"
    assert unit.page.inbox.works[0].tracking == second


def test_a_step_is_late_after_what_table_1_agrees(unit: Unit) -> None:
    unit.waits(lambda: len(unit.page.table.rows) == 2)
    assert not any(work.late for work in unit.page.inbox.works)
    unit.clock.at += timedelta(days=30)
    works = unit.looks(lambda look: inbox(look, "")).works
    assert [work.late for work in works] == [True, True]
    assert all(work.given < work.due for work in works)


def test_a_request_is_found_and_read(unit: Unit) -> None:
    unit.waits(lambda: len(unit.page.table.rows) == 2)
    wanted = unit.page.inbox.works[1].tracking
    unit.hit("F9")
    unit.type(wanted)
    unit.hit("Enter")
    assert unit.page.table.place == 1
    unit.hit("Enter")
    unit.waits(lambda: unit.window.inboxes.request.tracking == wanted)
    assert unit.window.inboxes.request.isVisible()
    unit.hit("Esc")
    assert unit.window.page is unit.page


def opens(unit: Unit) -> str:
    """The first request in its hands."""
    unit.waits(lambda: len(unit.page.table.rows) == 2)
    wanted = unit.page.inbox.works[0].tracking
    unit.hit("Enter")
    unit.waits(lambda: unit.window.inboxes.request.tracking == wanted)
    return wanted


def asked(unit: Unit, text: str) -> None:
    """Answers with other words than were given."""
    unit.hit("Ctrl+A")
    unit.type(text)
    unit.hit("Enter")


def test_a_unit_asks_another_body_says_what_is_missing_and_gives_its_step_on(unit: Unit) -> None:
    wanted = opens(unit)
    unit.hit("F3")
    unit.type("دیگر")
    unit.hit("Enter")
    unit.type("استعلام مالکیت")
    unit.hit("Enter")
    asked(unit, "اداره ثبت")
    unit.hit("F7")
    unit.type("کارت ملی")
    unit.hit("F8")
    unit.hit("F6")
    given = unit.window.inboxes.request.acts()[-1].name
    asked(unit, "انجام شد")
    unit.waits(lambda: unit.window.inboxes.request.acts()[-1].name != given)
    unit.hit("F6")
    asked(unit, "۱۲۳")
    found = unit.looks(lambda look: the_request(look, wanted))
    assert [one.title for one in found.inquiries] == ["استعلام مالکیت"]
    assert [one.documents for one in found.deficiencies] == [("کارت ملی",)]
    assert found.steps[0].result == "انجام شد"
    assert found.steps[1].letter == "۱۲۳"


def test_every_right_of_a_unit_over_a_request_has_a_key_and_no_key_is_refused(unit: Unit) -> None:
    opens(unit)
    combos = {act.combo for act in unit.window.inboxes.request.acts() if act.combo}
    assert combos == {"Esc", "F3", "F6", "F7", "Shift+F8"}
    assert {name for name, may in MATRIX.items() if may == STEPS} == {
        "step.hand_over",
        "step.take_back",
        "step.ask_inquiry",
        "step.answer_inquiry",
        "step.find_deficiency",
    }
    unit.hit("Shift+F8")
    assert unit.looks(lambda look: [job.kind for job in look.jobs()]) == ["cover"]


def test_the_unit_that_was_chosen_stays(unit: Unit) -> None:
    unit.waits(lambda: len(unit.page.table.rows) == 2)
    other = next(name for name, count in unit.page.inbox.units if not count)
    unit.hit("F4")
    unit.type(other)
    unit.hit("Enter")
    unit.waits(lambda: unit.page.inbox.unit == other)
    clerk = unit.door.clerk
    assert unit.looks(lambda look: inbox(look, clerk)).unit == other
