"""The one door to printed papers: a frozen paper in, a file or a printer's job out."""

from collections.abc import Callable
from typing import Any, Literal

from PySide6.QtGui import QImage

from app.papers import (
    AnswerPaper,
    DeficiencyPaper,
    InformationPaper,
    LogPaper,
    Paper,
    ReceiptPaper,
    RecoveryPaper,
    StepsPaper,
    SurveyPaper,
    TicketPaper,
)
from app.refusal import Refusal
from printing import escpos, pdf, raster
from printing.face import Face, load
from printing.forms.answer import answer
from printing.forms.deficiency import deficiency
from printing.forms.information import information
from printing.forms.log import log
from printing.forms.receipt import receipt
from printing.forms.recovery import recovery
from printing.forms.steps import steps
from printing.forms.survey import survey
from printing.forms.ticket import ticket
from printing.layout import Layout, lay_out
from printing.leaf import Leaf
from printing.model import Document, Weight
from printing.sheet import A4, A4_LANDSCAPE, A5, ROLL_58, ROLL_80, Sheet

Size = Literal["A4", "A5"]
Width = Literal[80, 58]
Form = Callable[[Any, Sheet], Document]

FORMS: dict[type[Paper], tuple[str, Form]] = {
    TicketPaper: ("ticket", ticket),
    DeficiencyPaper: ("deficiency", deficiency),
    InformationPaper: ("information", information),
    ReceiptPaper: ("receipt", receipt),
    AnswerPaper: ("answer", answer),
    LogPaper: ("log", log),
    SurveyPaper: ("survey", survey),
    StepsPaper: ("steps", steps),
    RecoveryPaper: ("recovery", recovery),
}
_A4_ONLY = ("log", "survey")
_A5_FIRST = ("receipt", "deficiency", "ticket")
_ROLLS: dict[int, Sheet] = {80: ROLL_80, 58: ROLL_58}


class Press:
    """Makes papers. Share one: its faces are read once, and any thread may call it.

    `printing.engine.start()` comes first, on the main thread.
    """

    def __init__(self) -> None:
        weights: tuple[Weight, ...] = ("regular", "medium", "bold")
        self._faces: dict[Weight, Face] = {weight: load(weight) for weight in weights}

    def pdf(self, paper: Paper, size: Size | None = None) -> bytes:
        """The paper as a PDF file; None takes the size that suits its kind.

        The log and the questionnaire are A4 whatever is asked. The log, and the steps of one
        request with their times, lie on their side.
        """
        return pdf.write(lay_out_page(paper, size), self._faces)

    def thermal(self, paper: Paper, width: Width | Sheet = 80, *, confirm: bool = False) -> bytes:
        """The paper as a job for a thermal printer of that width (mm), or of those measures.

        Refuses `paper_not_on_roll(kind)` for the log and the questionnaire.
        """
        laid = lay_out_roll(paper, width)
        return escpos.encode(raster.dots(laid), laid.dpi, confirm=confirm)

    def preview(self, paper: Paper, size: Size | None = None, dpi: int = 96) -> list[QImage]:
        """The pages as a screen shows them, from the same layout as the file."""
        laid = lay_out_page(paper, size)
        return [raster.picture(laid, number, dpi) for number in range(len(laid.pages))]

    def leaves(self, paper: Paper, dpi: int) -> list[Leaf]:
        """The pages of `preview`, each with the places of its named rows."""
        laid = lay_out_page(paper)
        return [raster.leaf(laid, number, dpi) for number in range(len(laid.pages))]

    def preview_roll(self, paper: Paper, width: Width | Sheet = 80) -> QImage:
        """The very dots that the thermal printer burns."""
        return raster.dots(lay_out_roll(paper, width))


def lay_out_page(paper: Paper, size: Size | None = None) -> Layout:
    """The paper on its page."""
    kind, form = FORMS[type(paper)]
    sheet = _sheet(kind, paper, size)
    return lay_out(form(paper, sheet), sheet)


def lay_out_roll(paper: Paper, width: Width | Sheet = 80) -> Layout:
    """The paper on a roll."""
    kind, form = FORMS[type(paper)]
    if kind in _A4_ONLY:
        raise Refusal("paper_not_on_roll", kind=kind)
    sheet = width if isinstance(width, Sheet) else _ROLLS[width]
    return lay_out(form(paper, sheet), sheet)


def _sheet(kind: str, paper: Paper, size: Size | None) -> Sheet:
    if kind == "log" or (isinstance(paper, StepsPaper) and paper.tracking):
        return A4_LANDSCAPE
    if kind in _A4_ONLY:
        return A4
    if size is None:
        size = "A5" if kind in _A5_FIRST else "A4"
    return A5 if size == "A5" else A4
