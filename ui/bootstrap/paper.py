"""The room of paper, and the printers."""

import sys
from collections.abc import Sequence
from typing import Any, Literal, Protocol

from app.papers import Paper
from app.ports import Transport
from app.printer import Printer


class Press(Protocol):
    """Makes papers: a file for a page, a printer's job for a roll."""

    def pdf(self, paper: Paper, size: Literal["A3", "A4", "A5"] | None = None) -> bytes:
        """PDF; None takes the size that suits its kind."""

    def thermal(self, paper: Paper, width: Literal[80, 58] | Printer = 80) -> bytes:
        """ESC/POS for a roll of that width in millimetres."""

    def leaves(self, paper: Paper, dpi: int) -> Sequence[Any]:
        """The pages for a screen, as `ui.counter.renderer.Leaf` wants them."""

    def strip(self, paper: Paper, width: Literal[80, 58] | Printer = 80) -> Sequence[Any]:
        """The dots of that printer's roll, or a usual one's of that width, as one such page."""


class PressBeside(Press, Protocol):
    """The same, in a process of its own."""

    def warm(self) -> None:
        """Begins now, and waits until it is ready."""

    def close(self) -> None:
        """Ends it."""


def press() -> Press:
    """The room of paper, its text engine started, once. On the main thread; where an application
    object stands already, on any.
    """
    from printing import engine, paper

    class Room(paper.Press):
        """Keeps the application object alive as long as papers are made."""

        application = engine.start()

    return Room()


def press_beside() -> PressBeside:
    """The room of paper in a process of its own; it begins when the first paper is wanted."""
    from printing.apart import PressApart

    return PressApart([sys.executable, "-m", "printing"])


def printer(name: str | Printer, *, raw: bool, job: str = "") -> Transport:
    """The road to a printer (`app.printer.Printer`); a name alone is a printer like most. In a
    folder, `file:FOLDER`, each job becomes a file of its own name.

    `raw`: the job is a thermal printer's commands, not a PDF file.
    """
    from printing.road import road

    return road(name, raw=raw, job=job)


def printers() -> tuple[str, ...]:
    """The roads to the printers that can be found; asking may take seconds."""
    from printing.found import found

    return found()


def side_by_side(pdf: bytes, job: bytes) -> bytes:
    """PNG of a file's pages and, where there is one, of what a roll's job prints on 80 mm."""
    from printing import proof

    return proof.side_by_side(pdf, job)
