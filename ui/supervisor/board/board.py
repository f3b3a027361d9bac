"""Joins the board's pages and the store."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from app.deeds.raising import raise_ticket
from app.deeds.setting import change_setting
from app.deeds.visit import transfer
from app.ports import Look
from app.settings import BOARD_SOUND, NO, YES, the_setting, value_of
from app.showing.board import Board
from app.showing.board import board as read_board
from app.showing.line import InLine, LineTickets, line_tickets
from ui.frame.ask import Ask
from ui.frame.live import Live
from ui.frame.pick import Pick, PickRow
from ui.frame.words import tr
from ui.supervisor.board.line_page import LinePage
from ui.supervisor.board.page import BoardPage
from ui.supervisor.board.rows import line_title
from ui.supervisor.means import Means

_PULSE = 30_000
"""Waiting grows with nothing happening."""


def board(means: Means) -> BoardPage:
    """The page, kept up to date while it is seen, and while a new alarm is to be heard."""
    page = BoardPage(means.theme)
    page.setProperty("watching", Watching(means, page))
    return page


class Watching(QObject):
    """What the board's pages wish is carried out."""

    def __init__(self, means: Means, page: BoardPage) -> None:
        super().__init__(page)
        self._means, self._page = means, page
        self._board: Board | None = None
        self._shown: LineTickets | None = None
        self._sound, self._lane = False, ""
        self._line = LinePage(means.theme)
        self._live = Live(means.door, page, read_board, self._show)
        self._people = Live(means.door, self._line, self._read_line, self._show_line)
        self._clock = QTimer(self, interval=_PULSE)
        self._clock.timeout.connect(self._tick)
        self._clock.start()
        page.line_wanted.connect(self.open_line)
        page.sound_wanted.connect(self.change_sound)
        self._line.send_wanted.connect(self.send)
        self._line.raise_wanted.connect(self.put_before)
        means.door.look(lambda look: value_of(look, the_setting(BOARD_SOUND)), self._take_sound)

    def open_line(self, lane: str) -> None:
        """The people of a line."""
        lines = self._board.lines if self._board else ()
        for shown in (line for line in lines if line.lane == lane):
            self._lane = lane
            self._line.show_title(line_title(shown))
            self._means.go(self._line)

    def change_sound(self) -> None:
        """A new alarm is heard from now on, or only seen."""
        wanted = NO if self._sound else YES

        def done(value: str) -> None:
            self._take_sound(value)
            heard = tr("A new alarm is heard once.")
            self._means.speaker.tell(heard if self._sound else tr("Alarms are only shown."))

        self._means.door.do(lambda work: change_setting(work, BOARD_SOUND, wanted), done)

    def send(self, row: InLine) -> None:
        """To a counter, at the old place; which is asked."""
        line = self._shown
        if line is None:
            return
        label, ticket = row.waiting.label, row.waiting.ticket
        picked = Pick(
            title=tr("Send {label} to which counter?", label=label),
            rows=tuple(
                PickRow(
                    id=number,
                    first=number,
                    text=title or tr("Counter {n}", n=number),
                    trailing="" if number in row.counters else tr("does not serve this"),
                )
                for number, title in line.counters
            ),
        )

        def sent(number: str) -> None:
            said = tr("{label} was sent to counter {n}.", label=label, n=number)
            self._means.door.do(
                lambda work: transfer(work, ticket, counter=number),
                lambda _: self._means.speaker.tell(said),
            )

        self._means.speaker.pick(picked, sent)

    def put_before(self, row: InLine) -> None:
        """Before all others, for a reason that is asked."""
        label, ticket = row.waiting.label, row.waiting.ticket
        question = tr("Why is {label} put before others?", label=label)
        said = tr("{label} is called next; the reason is on record.", label=label)
        self._means.speaker.ask(
            Ask(question=question, kind="text"),
            lambda reason: self._means.door.do(
                lambda work: raise_ticket(work, ticket, reason),
                lambda _: self._means.speaker.tell(said),
            ),
        )

    # -- how -------------------------------------------------------------------------------------

    def _show(self, found: Board) -> None:
        before, self._board = self._board, found
        if self._sound and before is not None and found.alarms - before.alarms:
            QApplication.beep()
        self._page.show_board(found)

    def _read_line(self, look: Look) -> LineTickets:
        return line_tickets(look, self._lane)

    def _show_line(self, line: LineTickets) -> None:
        self._shown = line
        self._line.show_line(line)

    def _take_sound(self, value: str) -> None:
        self._sound = value == YES
        self._page.show_sound(self._sound)

    def _tick(self) -> None:
        if self._page.isVisible() or self._sound:
            self._live.again()
        if self._line.isVisible():
            self._people.again()
