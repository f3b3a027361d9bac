"""What the windows of the office have in common that are no counter."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.deeds.clerk import give_password
from app.deeds.office import admit_clerk
from app.events.office import Role
from app.password import SAMPLE
from db import password
from tests.ui.person import Person
from tests.ui.shell import Shell
from ui.bootstrap import open_desk
from ui.cli.windows import House
from ui.frame.office_window import OfficeWindow
from ui.frame.words import speak_persian
from ui.look.theme import Theme
from ui.supervisor.window import SupervisorWindow
from ui.unit.window import UnitWindow

WINDOWS: dict[Role, type[SupervisorWindow | UnitWindow]] = {
    "supervisor": SupervisorWindow,
    "unit": UnitWindow,
}


class Worker(Person):
    """Works at one of these windows."""

    window: OfficeWindow

    @property
    def foot(self) -> list[str]:
        """What the foot says."""
        return [item.text for item in self.window.status._items]


@pytest.fixture(params=WINDOWS)
def worker(
    qtbot: QtBot, qapp: QApplication, nowhere: Shell, request: pytest.FixtureRequest
) -> Iterator[Worker]:
    """Of an office where nobody has a password yet."""
    if not qapp.property("speaks"):
        speak_persian(qapp)
        qapp.setProperty("speaks", True)
    role, theme = request.param, Theme()
    theme.apply(qapp)
    nowhere.done("setup", "--office", "بخشداری کلاردشت", "--role", "counter", "--name", "۱")
    desk = open_desk(nowhere.data, nowhere.clock)
    with desk.journal.work() as work:
        admit_clerk(work, "301", "نسرین مرادی", role)
        admit_clerk(work, "201", "پروین قاسمی‌نژاد", "supervisor")
    desk.close()
    sits = Worker(qtbot, nowhere.data, nowhere.clock, "301")
    house = House(nowhere.data, nowhere.clock)
    sits.window = WINDOWS[role](theme, sits.door, sits.problems, house)
    sits.show()
    sits.rest()
    yield sits
    sits.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")


def test_a_window_where_no_passwords_are_asked_for_says_so_until_somebody_has_one(
    worker: Worker,
) -> None:
    worker.waits(lambda: "بدون گذرواژه" in worker.foot)
    with worker.desk.journal.work() as work:
        give_password(work, "201", password.hash(SAMPLE))
    worker.waits(lambda: "بدون گذرواژه" not in worker.foot)


def test_the_head_says_whose_window_it_is(worker: Worker) -> None:
    head = worker.window.head
    worker.waits(lambda: head._person.text == "نسرین مرادی")
    assert head._office.text == "بخشداری کلاردشت"
