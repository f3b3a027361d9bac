"""The supervisor enters a sub-service from a paper guide."""

from collections.abc import Sequence

from app.showing.catalogue import NEW
from ui.supervisor.catalogue.check_page import CheckPage
from ui.supervisor.catalogue.entry_page import EntryPage
from ui.supervisor.catalogue.list_page import ListPage
from ui.tour.script import Guide
from ui.tour.supervisor import Supervisor


class EntersGuide:
    """Part by part, each row of a table by F2."""

    def __init__(self, supervisor: Supervisor) -> None:
        self._supervisor: Supervisor = supervisor
        self._guide: Guide = supervisor.stage.script.guide

    def play(self) -> None:
        """From the empty entry to a version that holds, and the check of an inspector."""
        supervisor = self._supervisor
        listed = supervisor.opens("Ctrl+6", ListPage)
        supervisor.wait(lambda: listed.list.rows, "the catalogue")
        supervisor.picture("catalogue")
        supervisor.opens("F2", EntryPage)
        self._general()
        self._information()
        self._tables()
        self._keeps()
        supervisor.press("Esc", "Esc")
        supervisor.sees(ListPage)
        check = supervisor.opens("F9", CheckPage)
        supervisor.wait(lambda: check.list.rows, "what is lacking")
        supervisor.press("F5")
        supervisor.picture("catalogue-check")
        supervisor.press("Esc")

    def _general(self) -> None:
        supervisor, guide = self._supervisor, self._guide
        supervisor.type(guide.code, guide.title)
        supervisor.press("F4")
        supervisor.picks(guide.department)
        supervisor.press("Enter", "Enter", "Enter", "Enter", "Space", "Enter", "Space")
        supervisor.press("Enter", "Enter", "Enter")
        supervisor.stage.hands.type(guide.legal_basis)
        self._picture("entry-general")

    def _information(self) -> None:
        supervisor = self._supervisor
        supervisor.press("Esc", "2", "Enter")
        for text in self._guide.information:
            supervisor.stage.hands.type(text)
            supervisor.press("Tab")
        self._picture("entry-information")

    def _tables(self) -> None:
        guide = self._guide
        self._rows("3", guide.papers)
        self._picture("entry-papers")
        self._rows("4", guide.steps)
        self._picture("entry-steps")
        self._rows("5", guide.fees)
        self._picture("entry-costs")

    def _rows(self, part: str, rows: Sequence[Sequence[str]]) -> None:
        """Each row is new; what is typed goes from field to field by Enter."""
        self._supervisor.press("Esc", part)
        for row in rows:
            self._supervisor.press("F2")
            *first, last = row
            self._supervisor.type(*first)
            self._supervisor.stage.hands.type(last)

    def _keeps(self) -> None:
        supervisor = self._supervisor
        supervisor.press("F9")
        self._picture("entry-lacking")
        supervisor.press("F8")
        page = supervisor.sees(EntryPage)
        supervisor.wait(lambda: page.typed.key != NEW and not page.typed.changed, "the new version")
        supervisor.press("1")
        self._picture("entry-kept")

    def _picture(self, name: str) -> None:
        """With the sheet beside it as it is typed."""
        supervisor, page = self._supervisor, self._supervisor.sees(EntryPage)
        supervisor.wait(lambda: page.view.aside.up_to_date, "the sheet beside it")
        supervisor.picture(name)
