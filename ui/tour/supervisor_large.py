"""The supervisor's main pages once more, with large text."""

from ui.supervisor.board.page import BoardPage
from ui.supervisor.catalogue.entry_page import EntryPage
from ui.supervisor.catalogue.list_page import ListPage
from ui.supervisor.day.end_page import EndPage
from ui.supervisor.day.page import DayPage
from ui.supervisor.figures.page import FiguresPage
from ui.supervisor.inspection.audit_page import AuditPage
from ui.supervisor.inspection.pack_page import PackPage
from ui.supervisor.lists.page import ListsPage
from ui.supervisor.office.page import OfficePage
from ui.supervisor.people.page import PeoplePage
from ui.supervisor.settings.page import SettingsPage
from ui.supervisor.staffing.page import StaffingPage
from ui.tour.supervisor import Supervisor


class Enlarges:
    """Pictures under the names of those with usual text."""

    def __init__(self, supervisor: Supervisor) -> None:
        self._supervisor = supervisor

    def play(self) -> None:
        """Goes through the chapters, then back to usual text."""
        self._supervisor.other_scale()
        self._days()
        self._figures()
        self._office()
        self._records()
        self._supervisor.other_scale()

    def _days(self) -> None:
        supervisor = self._supervisor
        supervisor.opens("Ctrl+1", BoardPage)
        self._take("board")
        page = supervisor.opens("Ctrl+2", DayPage)
        supervisor.wait(lambda: page.sheet.received.rows, "the report")
        self._take("log")
        end = supervisor.opens("F12", EndPage)
        supervisor.wait(lambda: end.matters.rows, "what stands open")
        self._take("log-end")
        lists = supervisor.opens("Ctrl+3", ListsPage)
        supervisor.wait(lambda: lists.table.rows, "the lists")
        self._take("lists-late")

    def _figures(self) -> None:
        supervisor = self._supervisor
        page = supervisor.opens("Ctrl+4", FiguresPage)
        supervisor.wait(lambda: page.shown_table and not page.busy, "the figures")
        for key, name in (("1", "figures-kept"), ("2", "figures-waits"), ("3", "figures-units")):
            supervisor.press(key)
            self._take(name)
        staffing = supervisor.opens("Ctrl+5", StaffingPage)
        supervisor.wait(lambda: staffing.hours.rows and not staffing.busy, "the advice")
        self._take("staffing")

    def _office(self) -> None:
        supervisor = self._supervisor
        listed = supervisor.opens("Ctrl+6", ListPage)
        supervisor.wait(lambda: listed.list.rows, "the catalogue")
        self._take("catalogue")
        supervisor.type(supervisor.stage.script.guide.code)
        supervisor.sees(EntryPage)
        supervisor.press("4")
        self._take("entry-steps")
        supervisor.opens("Ctrl+7", OfficePage)
        self._take("office-counters")
        supervisor.press("5")
        self._take("office-hours")
        supervisor.press("6")
        self._take("office-closures")
        supervisor.opens("Ctrl+8", PeoplePage)
        self._take("clerks-of-the-office")

    def _records(self) -> None:
        supervisor = self._supervisor
        page = supervisor.opens("Ctrl+9", AuditPage)
        supervisor.wait(lambda: page.facts and not page.busy, "who did what")
        self._take("records")
        pack = supervisor.opens("F12", PackPage)
        supervisor.wait(lambda: pack.points.rows, "the points")
        self._take("inspection")
        settings = supervisor.opens("Ctrl+0", SettingsPage)
        supervisor.wait(lambda: settings.settings.list.rows, "the settings")
        self._take("settings-found")
        supervisor.press("F3")
        self._take("backup")

    def _take(self, name: str) -> None:
        self._supervisor.settle()
        self._supervisor.stage.patience.step = name
        self._supervisor.stage.album.take_large(self._supervisor.window, name)
