"""The supervisor's day: the board in the morning, lists at noon, the end in the afternoon."""

from ui.frame.request_read_page import RequestReadPage
from ui.frame.words import tr
from ui.supervisor.board.line_page import LinePage
from ui.supervisor.board.page import BoardPage
from ui.supervisor.day.end_page import EndPage
from ui.supervisor.day.pads_page import PadsPage
from ui.supervisor.day.page import DayPage
from ui.supervisor.day.sheet_page import SheetPage
from ui.supervisor.lists.page import ListsPage
from ui.supervisor.settings.page import SettingsPage
from ui.tour.supervisor import Supervisor


class Runs:
    """Keeps the desk going."""

    def __init__(self, supervisor: Supervisor) -> None:
        self._supervisor, self._words = supervisor, supervisor.stage.script.words

    def morning(self) -> None:
        """In the rush: an earlier alarm, the people of a line, one of them sent to a counter."""
        supervisor = self._supervisor
        self._earlier_alarm()
        board = supervisor.opens("Ctrl+1", BoardPage)
        supervisor.wait(lambda: board.lines.rows, "who waits")
        supervisor.press("Home")
        supervisor.picture("board")
        line = supervisor.opens("F8", LinePage)
        supervisor.wait(lambda: line.table.rows, "the people of the line")
        supervisor.picture("board-line")
        supervisor.press("F6")
        supervisor.picture("board-send-asked")
        supervisor.picks("1")
        supervisor.wait(lambda: supervisor.window.strip.text, "the sending")
        supervisor.press("Esc")
        supervisor.sees(BoardPage)
        supervisor.picture("board-after")

    def _earlier_alarm(self) -> None:
        supervisor = self._supervisor
        page = supervisor.opens("Ctrl+0", SettingsPage)
        supervisor.wait(lambda: page.settings.list.rows, "the settings")
        supervisor.stage.hands.type(self._words["setting"])
        supervisor.picture("settings-found")
        supervisor.press("Enter")
        supervisor.picture("settings-asked")
        supervisor.answers(self._words["setting_value"])
        supervisor.wait(lambda: supervisor.window.strip.text, "the setting")
        supervisor.picture("settings-changed")
        supervisor.press("Esc")

    def noon(self) -> None:
        """What is late, and one request of it."""
        supervisor = self._supervisor
        page = supervisor.opens("Ctrl+3", ListsPage)
        supervisor.wait(lambda: page.table.rows, "the lists")
        supervisor.picture("lists-late")
        supervisor.press("4")
        supervisor.picture("lists-to-hand-over")
        supervisor.press("6")
        supervisor.picture("lists-ready")
        supervisor.press("1")
        request = supervisor.opens("Enter", RequestReadPage)
        supervisor.wait(lambda: request.shown, "the request")
        supervisor.picture("lists-request")
        supervisor.press("Esc")

    def afternoon(self) -> None:
        """Table 2, what stands open, all on paper, closed; then what came late, on a supplement."""
        supervisor = self._supervisor
        page = supervisor.opens("Ctrl+2", DayPage)
        supervisor.wait(lambda: page.sheet.received.rows, "the report")
        supervisor.picture("log")
        end = supervisor.opens("F12", EndPage)
        supervisor.wait(lambda: end.matters.rows, "what stands open")
        supervisor.picture("log-end")
        supervisor.press("Shift+F8")
        supervisor.wait(lambda: supervisor.window.strip.text, "the reports")
        supervisor.picture("log-all-printed")
        supervisor.press("F12")
        supervisor.picture("log-closing-asked")
        supervisor.agrees()
        closed = lambda: supervisor.window.page and _closed(end)  # noqa: E731
        supervisor.wait(closed, "the closing")
        supervisor.picture("log-closed")
        supervisor.press("Esc")
        self._supplement(page)

    def _supplement(self, page: DayPage) -> None:
        """A receipt that was written by hand while there was no power."""
        supervisor = self._supervisor
        pads = supervisor.opens("F11", PadsPage)
        supervisor.wait(lambda: pads.table.rows, "the blank receipts")
        supervisor.picture("pads")
        supervisor.press("F6")
        supervisor.picks(self._words["by_hand_service"])
        supervisor.sees(SheetPage)
        for part in ("by_hand_day", "by_hand_hour", "by_hand_code"):
            supervisor.type(self._words[part])
        supervisor.stage.hands.type(self._words["by_hand_name"])
        supervisor.picture("pads-entering")
        supervisor.press("F8")
        supervisor.sees(PadsPage)
        supervisor.press("Esc")
        supervisor.sees(DayPage)
        possible = lambda: any(a.combo == "F7" and not a.why_not for a in page.acts())  # noqa: E731
        supervisor.wait(possible, "the supplement")
        supervisor.press("F7")
        supervisor.wait(lambda: page.acts()[-1].name == tr("Print the supplement"), "it on screen")
        supervisor.press("F8")
        supervisor.wait(lambda: supervisor.window.strip.text, "the supplement on paper")
        supervisor.picture("log-supplement")


def _closed(end: EndPage) -> bool:
    """F12 says why it does nothing any more."""
    return any(act.combo == "F12" and act.why_not for act in end.acts())
