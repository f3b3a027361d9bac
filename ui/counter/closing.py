"""The daily report as a counter looks at it: its own, or the desk's."""

from collections.abc import Callable

from ui.counter.day_page import DayPage
from ui.frame.day_log import DayLog
from ui.frame.door import Door
from ui.frame.speaker import Speaker


class Closing(DayLog):
    """Begins with what this counter did."""

    def __init__(self, door: Door, speaker: Speaker, number: str) -> None:
        super().__init__(door, speaker)
        self._number = number

    def open(self, then: Callable[[], object] | None = None) -> None:
        """Today, of this counter; `then` brings up the page."""
        self.show(counter=self._number, then=then)

    def change_scope(self) -> None:
        """The desk in place of this counter, or back."""
        self.show(self._day, "" if self._counter else self._number)


def join_day(page: DayPage, closing: Closing) -> None:
    """What the page wishes is carried out, and the day is shown."""
    page.moved.connect(closing.move)
    page.scope_wanted.connect(closing.change_scope)
    page.print_wanted.connect(closing.print_shown)
    page.desk_print_wanted.connect(closing.print_desk)
    page.supplement_wanted.connect(closing.turn)
    page.close_wanted.connect(closing.close)
    page.seen.connect(closing.watch)
    closing.shown.connect(page.show_day)
