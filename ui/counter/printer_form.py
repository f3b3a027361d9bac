"""The fields in which this PC says what a printer of it is."""

from collections.abc import Sequence
from typing import get_args

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.printer import Printer, Proof
from app.spooling.printer_check import LONGEST_PAUSE, SHORTEST, TALLEST
from app.spooling.printers import Printers, Role
from ui.counter.template_form import lead_on
from ui.frame.printer_words import (
    HEADS,
    OTHER,
    cut_options,
    head_of,
    head_options,
    on_roll,
    proof_options,
    symbol_options,
    width_options,
)
from ui.frame.words import tr
from ui.look.parts.choice_field import ChoiceField
from ui.look.parts.field import Field
from ui.look.parts.paragraph import Paragraph
from ui.look.parts.scroll import Scroll
from ui.look.parts.toggle import Toggle
from ui.look.theme import Theme


class PrinterForm(QWidget):
    """`edited` comes at every change by a person."""

    edited = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._kept = Printer()
        self.width_of_roll = ChoiceField(theme, tr("Width of the paper roll"))
        self.head = ChoiceField(theme, tr("Print head"))
        self.dots = Field(theme, tr("Dots across"), kind="code", most=4)
        self.dpi = Field(theme, tr("Dots an inch"), kind="code", most=3)
        rows = tr("{least} to {most}, usually 128", least=SHORTEST, most=TALLEST)
        self.strip = Field(theme, tr("Rows of a strip"), rows, kind="code", most=3)
        pause = tr("0 to {most}, usually 0", most=LONGEST_PAUSE)
        self.pause = Field(theme, tr("Pause after a strip (ms)"), pause, kind="code", most=4)
        self.cut = ChoiceField(theme, tr("Parting the paper"))
        self.symbol = ChoiceField(theme, tr("Who draws QR codes"))
        self.proof = ChoiceField(theme, tr("Proof that it printed"))
        self.to_page = Toggle(theme, tr("Slips on plain paper where no roll printer answers"))
        self._hints = _hints(theme)
        self._lay_out()
        self._connect()

    def show_record(self, role: Role, printers: Printers) -> None:
        """Fills it; nothing of it counts as an edit."""
        printer = self._kept = printers.of(role)
        self.width_of_roll.show_options(width_options(), str(printer.width))
        self.head.show_options(head_options(), head_of(printer))
        self.dots.show_value(str(printer.dots))
        self.dpi.show_value(str(printer.dpi))
        self.strip.show_value(str(printer.strip))
        self.pause.show_value(str(printer.pause))
        self.cut.show_options(cut_options(), "knife" if printer.knife else "tear")
        self.symbol.show_options(symbol_options(), "native" if printer.native_qr else "dots")
        self.proof.show_options(proof_options(printer.name), printer.proof)
        self.to_page.blockSignals(True)
        self.to_page.setChecked(printers.roll_to_page)
        self.to_page.blockSignals(False)
        self._show_what_matters(role)

    def take_printer(self, printer: Printer) -> None:
        """Other values by a key: a change by a person."""
        kept = self._kept
        self.show_record("roll", Printers(roll=printer, roll_to_page=self.to_page.isChecked()))
        self._kept = kept
        self.edited.emit()

    def take_proof(self, proof: Proof) -> None:
        """What the printer could prove when it was asked."""
        self.proof.show_value(proof)
        self.edited.emit()

    def printer(self) -> Printer:
        """What stands in it, unjudged."""
        dots, dpi = self._head()
        proof = next((each for each in get_args(Proof) if each == self.proof.value()), "none")
        return replace(
            self._kept,
            width=58 if self.width_of_roll.value() == "58" else 80,
            dots=dots,
            dpi=dpi,
            strip=_number(self.strip),
            pause=_number(self.pause),
            knife=self.cut.value() == "knife",
            native_qr=self.symbol.value() == "native",
            proof=proof,
        )

    def enter(self) -> None:
        """To the first field."""
        first = next(each for each in self._order() if not each.isHidden())
        first.setFocus()

    # -- how -------------------------------------------------------------------------------------

    def _head(self) -> tuple[int, int]:
        chosen = self.head.value()
        known = (head for head in HEADS if "{}@{}".format(*head) == chosen)
        return next(known, (_number(self.dots), _number(self.dpi)))

    def _show_what_matters(self, role: Role) -> None:
        """Measures are a roll's; proofs are there where the printer can be asked."""
        roll = on_roll(role)
        for field in (self.width_of_roll, self.head, self.strip, self.pause, self.cut, self.symbol):
            field.setVisible(roll)
        self._show_numbers(roll=roll)
        self.proof.setVisible(len(proof_options(self._kept.name)) > 1)
        for name, hint in self._hints.items():
            hint.setVisible(roll or name == "proof")
        self._hints["proof"].setVisible(not self.proof.isHidden())

    def _show_numbers(self, *, roll: bool) -> None:
        for field in (self.dots, self.dpi):
            field.setVisible(roll and self.head.value() == OTHER)

    def _another_head(self, chosen: str) -> None:
        self._show_numbers(roll=True)
        if chosen != OTHER:
            dots, dpi = self._head()
            self.dots.show_value(str(dots))
            self.dpi.show_value(str(dpi))

    def _another_width(self, chosen: str) -> None:
        """The usual head of that roll."""
        dots, dpi = HEADS[-1] if chosen == "58" else HEADS[0]
        self.head.show_value(f"{dots}@{dpi}")
        self._another_head(self.head.value())

    def _order(self) -> Sequence[QWidget]:
        return (
            self.width_of_roll,
            self.head,
            self.dots,
            self.dpi,
            self.strip,
            self.pause,
            self.cut,
            self.symbol,
            self.proof,
            self.to_page,
        )

    def _connect(self) -> None:
        self.width_of_roll.chosen.connect(self._another_width)
        self.head.chosen.connect(self._another_head)
        for field in (self.dots, self.dpi, self.strip, self.pause):
            field.edited.connect(lambda _: self.edited.emit())
        for choice in (self.width_of_roll, self.head, self.cut, self.symbol, self.proof):
            choice.chosen.connect(lambda _: self.edited.emit())
        self.to_page.toggled.connect(lambda _: self.edited.emit())
        lead_on(self._order())

    def _lay_out(self) -> None:
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(12, 4, 12, 8)
        rows.setSpacing(4)
        table: tuple[tuple[str, tuple[QWidget, ...]], ...] = (
            ("head", (self.width_of_roll, self.head, self.dots, self.dpi)),
            ("strip", (self.strip, self.pause)),
            ("cut", (self.cut, self.symbol)),
            ("proof", (self.proof, self.to_page)),
        )
        for name, fields in table:
            row = QHBoxLayout()
            row.setSpacing(12)
            for field in fields:
                row.addWidget(field, 1)
            row.setAlignment(self.to_page, Qt.AlignmentFlag.AlignBottom)
            rows.addLayout(row)
            rows.addWidget(self._hints[name])
            rows.addSpacing(4)
        rows.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Scroll(inside))


def _number(field: Field) -> int:
    return int(field.value() or 0)


def _hints(theme: Theme) -> dict[str, Paragraph]:
    """What each group of fields is for, in plain words, and what to do where one is wrong."""
    words = {
        "head": tr(
            "The edges of the trial show whether the head is right: five thin lines at each end."
        ),
        "strip": tr("Are the slanting lines of the trial broken? Then fewer rows, or a pause."),
        "cut": tr("A printer that draws QR codes itself is sharper; cheap ones cannot."),
        "proof": tr(
            "With a proof a paper counts as printed only when the printer says so; F7 finds it out."
        ),
    }
    return {name: Paragraph(theme, said, "secondary", "ink_2") for name, said in words.items()}
