"""Joins the board's page and the store."""

from PySide6.QtCore import QTimer

from app.showing.board import board as read_board
from ui.frame.live import Live
from ui.supervisor.board.page import BoardPage
from ui.supervisor.means import Means

_MINUTE = 60_000


def board(means: Means) -> BoardPage:
    """The page, kept up to date while it is seen."""
    page = BoardPage(means.theme)
    live = Live(means.door, page, read_board, page.show_board)
    clock = QTimer(page, interval=_MINUTE)  # waiting grows with nothing happening
    clock.timeout.connect(live.again)
    page.seen.connect(lambda seen: clock.start() if seen else clock.stop())
    return page
