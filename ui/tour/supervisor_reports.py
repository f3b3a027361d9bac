"""The supervisor looks back and ahead: figures, staffing, the records, an inspection."""

from pathlib import Path

from ui.supervisor.figures.page import FiguresPage
from ui.supervisor.figures.trace import TracePage
from ui.supervisor.inspection.audit_page import AuditPage
from ui.supervisor.inspection.pack_page import PackPage
from ui.supervisor.inspection.verify_page import VerifyPage
from ui.supervisor.staffing.page import StaffingPage
from ui.tour.supervisor import Supervisor

_VIEWS = ("kept", "waits", "units", "missing", "load", "opinions")
"""In the order of their digits."""


class Reports:
    """Files come into `folder`."""

    def __init__(self, supervisor: Supervisor, folder: Path) -> None:
        self._supervisor, self._folder = supervisor, folder
        self._words = supervisor.stage.script.words

    def play(self) -> None:
        """Chapter by chapter."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._figures()
        self._staffing()
        self._records()
        self._inspection()

    def _figures(self) -> None:
        """Six views, the rows behind one, a paper and a workbook."""
        supervisor = self._supervisor
        page = supervisor.opens("Ctrl+4", FiguresPage)
        supervisor.wait(lambda: page.shown_table and not page.busy, "the figures")
        for place, view in enumerate(_VIEWS, 1):
            supervisor.press(str(place))
            supervisor.picture(f"figures-{view}")
        supervisor.press("3", "Space")
        supervisor.picture("figures-steps")
        trace = supervisor.opens("Enter", TracePage)
        supervisor.wait(lambda: trace.list.rows, "the rows behind it")
        supervisor.picture("figures-rows")
        supervisor.press("Esc", "F5")
        supervisor.picture("figures-period-asked")
        supervisor.press("Esc")
        for key, name in (("F7", "figures.xlsx"), ("F8", "figures.pdf")):
            self._keeps(key, name)

    def _staffing(self) -> None:
        """As it was, and with more people."""
        supervisor = self._supervisor
        page = supervisor.opens("Ctrl+5", StaffingPage)
        supervisor.wait(lambda: page.hours.rows and not page.busy, "the advice")
        supervisor.picture("staffing")
        supervisor.press("F2", "Tab", "Tab", "Down", "Down")
        supervisor.wait(lambda: not page.busy, "the advice for more people")
        supervisor.picture("staffing-what-if")

    def _records(self) -> None:
        """Who did what: all, one kind, what was out of the usual way; whether all is whole."""
        supervisor = self._supervisor
        page = supervisor.opens("Ctrl+9", AuditPage)
        supervisor.wait(lambda: page.facts and not page.busy, "who did what")
        supervisor.picture("records")
        supervisor.press("F5")
        supervisor.picks(self._words["kind"])
        supervisor.wait(lambda: page.facts and not page.busy, "one kind")
        supervisor.picture("records-of-a-kind")
        supervisor.press("Delete", "2")
        supervisor.wait(lambda: not page.busy, "what was out of the usual way")
        supervisor.picture("records-departures")
        verify = supervisor.opens("F9", VerifyPage)
        supervisor.press("F8")
        supervisor.wait(lambda: verify.list.rows, "whether the records are whole")
        supervisor.picture("records-whole")
        supervisor.press("Esc", "1")

    def _inspection(self) -> None:
        """The points, a draw, the sheet on paper, a pass."""
        supervisor = self._supervisor
        page = supervisor.opens("F12", PackPage)
        supervisor.wait(lambda: page.points.rows, "the points")
        supervisor.picture("inspection")
        supervisor.press("2")
        supervisor.picture("inspection-drawn")
        self._keeps("F8", "inspection.pdf")
        supervisor.press("F7")
        supervisor.answers(self._words["inspector"])
        supervisor.wait(lambda: supervisor.window.strip.text, "the pass")
        supervisor.picture("inspection-pass")
        supervisor.press("Esc")

    def _keeps(self, key: str, name: str) -> None:
        file = self._folder / name
        self._supervisor.press(key)
        self._supervisor.answers(str(file))
        strip = self._supervisor.window.strip
        self._supervisor.wait(lambda: file.exists() and name in strip.text, name)
