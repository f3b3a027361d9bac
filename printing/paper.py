"""The one door to printed papers: a frozen paper in, a file or a printer's job out."""

from collections.abc import Callable
from typing import Any, Literal

from msgspec.structs import replace
from PySide6.QtGui import QImage

from app.papers import (
    A5_FIRST,
    LYING,
    PAGE_ONLY,
    AnswerPaper,
    AppointmentsPaper,
    BoardPaper,
    CoverPaper,
    DeficiencyPaper,
    FiguresPaper,
    HandoverPaper,
    InformationPaper,
    InspectionPaper,
    LogPaper,
    PadPaper,
    Paper,
    ReceiptPaper,
    RecoveryPaper,
    Size,
    StepsPaper,
    SurveyPaper,
    TicketPaper,
    TrialPaper,
)
from app.printer import Printer
from app.refusal import Refusal
from printing import escpos, pdf, raster
from printing.face import Face, load
from printing.forms.answer import answer
from printing.forms.appointments import appointments
from printing.forms.board import board
from printing.forms.cover import cover
from printing.forms.deficiency import deficiency
from printing.forms.figures import figures
from printing.forms.handover import handover
from printing.forms.information import information
from printing.forms.inspection import inspection
from printing.forms.log import log
from printing.forms.pad import pad
from printing.forms.receipt import receipt
from printing.forms.recovery import recovery
from printing.forms.steps import steps
from printing.forms.survey import survey
from printing.forms.ticket import ticket
from printing.forms.trial import trial
from printing.layout import Layout, lay_out
from printing.leaf import Leaf
from printing.model import Document, Weight
from printing.native import alone
from printing.pdf_line import Lettering
from printing.sheet import A3, A4, A4_LANDSCAPE, A5, ROLL_58, ROLL_80, Sheet, roll
from printing.text import Typesetters

Width = Literal[80, 58]
Roll = Width | Sheet | Printer
"""A roll by its width (mm), by its measures, or by the printer that holds it."""
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
    HandoverPaper: ("handover", handover),
    CoverPaper: ("cover", cover),
    BoardPaper: ("board", board),
    PadPaper: ("pad", pad),
    AppointmentsPaper: ("appointments", appointments),
    FiguresPaper: ("figures", figures),
    InspectionPaper: ("inspection", inspection),
    RecoveryPaper: ("recovery", recovery),
    TrialPaper: ("trial", trial),
}
_A4_ONLY = ("log", "survey", "handover", "cover", "figures", "inspection", "appointments")
_CLOSER = ("deficiency", "receipt", "answer", "survey", "cover")
"""Forms that are set closer if that saves their second page."""
_TIGHTEST = 3
"""Steps by which they are."""
_ROLLS: dict[int, Sheet] = {80: ROLL_80, 58: ROLL_58}


class Press:
    """Makes papers. Share one: its faces are read once, what stands on every paper is set once, and
    any thread may call it.

    `printing.engine.start()` comes first, on the main thread.
    """

    def __init__(self) -> None:
        weights: tuple[Weight, ...] = ("regular", "medium", "bold")
        faces: dict[Weight, Face] = {weight: load(weight) for weight in weights}
        self._lettering = Lettering(faces)
        self._setters = Typesetters()

    def pdf(self, paper: Paper, size: Size | None = None) -> bytes:
        """The paper as a PDF file; None takes the size that suits its kind.

        Log, questionnaire, hand-over list and cover are A4 whatever is asked; only boards are A3.
        The log, the hand-over list, and the steps of one request with their times lie down.
        """
        return pdf.write(self._page(paper, size), self._lettering)

    def thermal(self, paper: Paper, width: Roll = 80) -> bytes:
        """The paper as a job for a thermal printer.

        Refuses `paper_not_on_roll(kind)` for `app.papers.PAGE_ONLY`.
        """
        laid = self._roll(paper, width)
        printer = width if isinstance(width, Printer) else Printer()
        return escpos.encode(
            raster.dots(laid),
            laid.dpi,
            strip=printer.strip,
            knife=printer.knife,
            symbols=alone(laid) if printer.native_qr else (),
        )

    def preview(self, paper: Paper, size: Size | None = None, dpi: int = 96) -> list[QImage]:
        """The pages as a screen shows them, from the same layout as the file."""
        laid = self._page(paper, size)
        return [raster.picture(laid, number, dpi) for number in range(len(laid.pages))]

    def leaves(self, paper: Paper, dpi: int) -> list[Leaf]:
        """The pages of `preview`, each with the places of its named rows."""
        laid = self._page(paper)
        return [raster.leaf(laid, number, dpi) for number in range(len(laid.pages))]

    def strip(self, paper: Paper, width: Roll = 80) -> list[Leaf]:
        """The very dots that the thermal printer burns, as a page for the screen."""
        return [raster.strip(self._roll(paper, width))]

    def preview_roll(self, paper: Paper, width: Roll = 80) -> QImage:
        """The very dots that the thermal printer burns."""
        return raster.dots(self._roll(paper, width))

    def _page(self, paper: Paper, size: Size | None = None) -> Layout:
        return lay_out_page(paper, size, self._setters)

    def _roll(self, paper: Paper, width: Roll) -> Layout:
        return lay_out_roll(paper, width, self._setters)


def lay_out_page(
    paper: Paper, size: Size | None = None, setters: Typesetters | None = None
) -> Layout:
    """The paper on its page."""
    kind, form = FORMS[type(paper)]
    sheet = _typed(paper, _sheet(kind, paper, size))
    laid = lay_out(form(paper, sheet), sheet, setters)
    if kind not in _CLOSER or len(laid.pages) != 2:
        return laid
    closer = (replace(sheet, tight=tight) for tight in range(1, _TIGHTEST + 1))
    found = (lay_out(form(paper, one), one, setters) for one in closer)
    return next((one for one in found if len(one.pages) == 1), laid)


def lay_out_roll(paper: Paper, width: Roll = 80, setters: Typesetters | None = None) -> Layout:
    """The paper on a roll."""
    kind, form = FORMS[type(paper)]
    if kind in PAGE_ONLY:
        raise Refusal("paper_not_on_roll", kind=kind)
    sheet = _typed(paper, _roll(width))
    return lay_out(form(paper, sheet), sheet, setters)


def _typed(paper: Paper, sheet: Sheet) -> Sheet:
    """The sheet with type as large as the office wants it on this form."""
    return replace(sheet, type=paper.template.size) if paper.template.size != 1 else sheet


def _roll(width: Roll) -> Sheet:
    if isinstance(width, Printer):
        return roll(f"{width.width} mm", width.dots, width.dpi)
    return width if isinstance(width, Sheet) else _ROLLS[width]


def _sheet(kind: str, paper: Paper, size: Size | None) -> Sheet:
    if kind in LYING or (isinstance(paper, StepsPaper) and paper.tracking):
        return A4_LANDSCAPE
    if kind in _A4_ONLY:
        return A4
    if size is None and paper.template.paper in ("A3", "A4", "A5"):
        size = paper.template.paper
    if size is None:
        size = "A5" if kind in A5_FIRST else "A4"
    if kind == "board" and size == "A3":
        return A3
    return A5 if size == "A5" else A4
