"""Between clients: what is searched for, mended, due, printed, and the end of the day."""

from functools import partial
from typing import TypeVar

from ui.counter.appointment_page import AppointmentPage
from ui.counter.day_page import DayPage
from ui.counter.due_page import DuePage
from ui.counter.printer_page import PrinterPage
from ui.counter.request_page import RequestPage
from ui.counter.search_page import SearchPage
from ui.frame.help import HelpPage
from ui.frame.page import Page
from ui.tour.clerk import Clerk

P = TypeVar("P", bound=Page)

_TO_REASON = 9
"""Fields between the name and the reason of a correction."""


class Pages:
    """Each is opened by its key and left with Esc."""

    def __init__(self, clerk: Clerk) -> None:
        self._clerk, self._words = clerk, clerk.stage.script.words

    def help(self) -> None:
        """F1, and who else could take over."""
        clerk = self._clerk
        self._open("F1", HelpPage)
        clerk.large_picture("help", "F1")
        clerk.press("Esc", "Ctrl+0")
        clerk.picture("clerks")
        clerk.press("Esc")

    def corrects(self) -> None:
        """A request is found by a word, and its name mended."""
        clerk = self._clerk
        self._open("F9", SearchPage)
        clerk.picture("search")
        self._finds()
        clerk.large_picture("search-found", then=self._finds_again)
        self._opens_request()
        clerk.large_picture("request", then=partial(self._finds_again, opens=True))
        clerk.press("F4", "End")
        clerk.stage.hands.type(self._words["correction_added"])
        clerk.press(*("Enter" for _ in range(_TO_REASON)))
        clerk.stage.hands.type(self._words["correction_reason"])
        clerk.picture("request-correction")
        clerk.press("F8")
        page = self._page(RequestPage)
        clerk.wait(lambda: page.middle.currentWidget() is page.work, "the correction")
        clerk.picture("request-corrected")
        clerk.press("Esc", "Esc")

    def books(self) -> None:
        """By telephone: somebody comes later today; the list of the day on paper."""
        clerk = self._clerk
        page = self._open("Shift+F5", AppointmentPage)
        clerk.press("F4")
        clerk.type(self._words["booked_service"])
        clerk.type(self._words["booked_name"], "", "", "", self._words["booked_hour"])
        clerk.press("F8")
        clerk.wait(lambda: page.line, "the appointment")
        clerk.press("Shift+F8", "Esc")

    def hands_over(self) -> None:
        """What is due, and the papers of the day on their way to the units."""
        clerk = self._clerk
        page = self._open("Ctrl+8", DuePage)
        clerk.wait(lambda: page.table.rows, "the lists")
        clerk.large_picture("due", "Ctrl+8")
        clerk.press("3", "F7")
        clerk.large_picture("due-to-hand-over", "Ctrl+8", "3", "F7")
        clerk.press("Shift+F8")
        clerk.press("F6")
        clerk.picture("due-letter-asked")
        clerk.type(self._words["letter"])
        page = self._page(DuePage)
        clerk.wait(lambda: not page.table.rows, "the hand-over")
        clerk.picture("due-handed-over")
        clerk.press("F8")
        clerk.press("4")
        clerk.picture("due-in-units")
        clerk.press("Esc")

    def looks_at_printers(self) -> None:
        """Papers on their way, and which printers there are."""
        clerk = self._clerk
        page = self._open("Ctrl+9", PrinterPage)
        clerk.wait(lambda: page.jobs.rows, "the papers")
        clerk.large_picture("printers", "Ctrl+9")
        clerk.press("F4")
        clerk.wait(lambda: not clerk.window.picking.isHidden(), "the list of printers")
        clerk.picture("printers-known")
        clerk.press("Esc", "Esc")

    def closes_the_day(self) -> None:
        """Table 2 as it stands, printed; then the day of this counter is closed."""
        clerk = self._clerk
        page = self._open("Ctrl+7", DayPage)
        clerk.wait(lambda: page.received.rows, "the report")
        clerk.large_picture("day", "Ctrl+7")
        clerk.press("F8")
        clerk.picture("day-printed")
        clerk.press("F6")
        clerk.picture("day-of-the-desk")
        clerk.press("F6", "Shift+F8", "F12")
        clerk.picture("day-closing-asked")
        clerk.press("Enter")
        clerk.settle()
        clerk.picture("day-closed")
        clerk.press("Esc")
        clerk.large_picture("counter-after-the-day")

    # -- how -------------------------------------------------------------------------------------

    def _open(self, key: str, kind: type[P]) -> P:
        self._clerk.press(key)
        self._clerk.wait(lambda: isinstance(self._clerk.window.page, kind), f"the page of {key}")
        return self._page(kind)

    def _page(self, kind: type[P]) -> P:
        page = self._clerk.window.page
        assert isinstance(page, kind)
        return page

    def _finds(self) -> None:
        """Types a word and waits for what it finds."""
        clerk, page = self._clerk, self._page(SearchPage)
        clerk.stage.hands.type(self._words["search"])
        clerk.wait(lambda: page.list.rows, "what was found")
        clerk.settle()

    def _opens_request(self) -> None:
        self._clerk.press("Enter")
        self._clerk.wait(lambda: isinstance(self._clerk.window.page, RequestPage), "the request")
        page = self._page(RequestPage)
        self._clerk.wait(lambda: page.tracking, "the request's number")
        self._clerk.settle()

    def _finds_again(self, *, opens: bool = False) -> None:
        """After the window was made anew."""
        self._open("F9", SearchPage)
        self._finds()
        if opens:
            self._opens_request()
