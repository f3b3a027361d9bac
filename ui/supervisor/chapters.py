"""The table of chapters: the rail, the help and the keys are made from it."""

from ui.supervisor.board.board import board
from ui.supervisor.chapter import Chapter

CHAPTERS: tuple[Chapter, ...] = (
    Chapter(
        combo="Ctrl+1",
        icon="users",
        name="Board",
        does="Who waits where, and what each counter does",
        make=board,
    ),
)
