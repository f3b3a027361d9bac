"""A file of the catalogue, before it is taken in: what would change, or every cell that is bad."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.catalogue_file import CatalogueFile
from app.persian import persian_digits
from app.refusal import Refusal
from app.showing.catalogue import Change
from ui.frame.page import GAP, Act, Page
from ui.frame.words import tr
from ui.look.parts.page_head import PageHead
from ui.look.parts.paragraph import Paragraph
from ui.look.parts.row import Cell, Column, Row
from ui.look.parts.rows import RowList
from ui.look.theme import Theme
from ui.supervisor.catalogue.words import Terms
from ui.words import Words

_CHANGES = (
    Column(width=74, role="label_row"),
    Column(role="body"),
    Column(width=130, role="body", colour="ink_2"),
    Column(width=290, role="body", colour="ink_2"),
)


class Compared(NamedTuple):
    """A file, and what taking it in would have changed when it was held against what stood."""

    path: str
    file: CatalogueFile
    changes: tuple[Change, ...]


class ImportPage(Page):
    """`take_wanted` gives what was shown (`Compared`) and shall be taken in."""

    take_wanted = Signal(object)
    again_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._words = Words()
        self._shown: Compared | None = None
        self._why = ""
        self.head = PageHead(theme, tr("A file of the catalogue"))
        self.said = Paragraph(theme, "", "body", "ink_2")
        self.list = RowList(theme, _CHANGES, heads=_heads(), keeps_current=True)
        self.list.setAccessibleName(tr("A file of the catalogue"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 20, 4)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(self.said)
        column.addWidget(self.list, 1)

    def show_changes(self, compared: Compared) -> None:
        """What taking it in would change; what stays as it is comes last."""
        self._shown = compared
        terms = Terms()
        changes = sorted(compared.changes, key=lambda change: change.kind == "same")
        changed = sum(change.kind != "same" for change in changes)
        self._why = "" if changed else tr("It changes nothing")
        new = sum(change.kind == "new" for change in changes)
        title = tr("File {path}", path=compared.path)
        self.head.show_title(title, tr("{n} change", n=changed), "firuzeh")
        self.said.show_text(
            tr(
                "New: {new}, changed: {changed}, as they are: {same}. Nothing is taken in yet; "
                "sub-services that the file does not name stay as they are.",
                new=new,
                changed=changed - new,
                same=len(changes) - changed,
            )
        )
        self.list.show_rows([_change(change, terms) for change in changes])
        self.acts_changed.emit()

    def show_refusal(self, file: str, refusal: Refusal) -> None:
        """Why nothing of it can be taken in, cell by cell."""
        self._shown, self._why = None, tr("The file must be mended first")
        others = cast(Sequence[Mapping[str, object]], refusal.facts.get("others", ()))
        bad = [cell for cell in (refusal.facts, *others) if "row" in cell]
        count = refusal.facts.get("count", len(bad))
        chip = tr("{n} cells are bad", n=count) if bad else ""
        self.head.show_title(tr("File {path}", path=file), chip, "brick")
        whole = tr("Nothing of the file was taken in. Mend these cells and read it again.")
        self.said.show_text(whole if bad else self._words.sentence(refusal))
        self.list.show_rows([_cell(place, cell) for place, cell in enumerate(bad)])
        self.acts_changed.emit()

    def acts(self) -> Sequence[Act]:
        """Back, another file, taking it in."""
        return (
            Act(combo="Esc", name=tr("Back")),
            Act(combo="F6", name=tr("Read a file again")),
            GAP,
            Act(combo="F8", name=tr("Take it in"), why_not=self._why, filled=not self._why),
        )

    def press(self, combo: str) -> bool:
        """The wish of a key."""
        if combo == "F8" and not self._why:
            self.take_wanted.emit(self._shown)
        elif combo == "F6":
            self.again_wanted.emit()
        else:
            return super().press(combo)
        return True

    def enter(self) -> None:
        """Into the list."""
        self.list.setFocus()


def _heads() -> tuple[str, ...]:
    fate, where = tr("What becomes of it"), tr("In which parts")
    return tr("Row or code"), tr("What it says"), fate, where


def _change(change: Change, terms: Terms) -> Row:
    parts = "، ".join(terms.word("catalogue_part", part) for part in change.parts)
    cells = (
        Cell(text=persian_digits(change.code)),
        Cell(text=change.title),
        Cell(text=terms.word("change", change.kind)),
        Cell(text=parts),
    )
    return Row(cells=cells, key=change.code)


def _cell(place: int, cell: Mapping[str, object]) -> Row:
    cells = (
        Cell(text=persian_digits(str(cell["row"]))),
        Cell(text=persian_digits(str(cell["problem"])), icon="alert-circle", colour="brick"),
        Cell(text=tr("not taken")),
        Cell(text=" · ".join(str(cell[name]) for name in ("sheet", "column") if name in cell)),
    )
    return Row(cells=cells, key=str(place))
