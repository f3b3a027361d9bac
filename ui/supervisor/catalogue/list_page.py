"""The list of the catalogue: hundreds of sub-services, narrowed while the person types."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.persian import persian_digits
from app.showing.catalogue import CatalogueLine, CatalogueShown
from ui.frame.arrows import Arrows
from ui.frame.bare import BareField
from ui.frame.narrow import Narrowing
from ui.frame.page import GAP, Act, Page
from ui.frame.words import tr
from ui.look.parts.page_head import PageHead
from ui.look.parts.rows import RowList
from ui.look.theme import Theme
from ui.supervisor.catalogue.list_rows import (
    COLUMNS,
    LARGE,
    WHICH,
    Which,
    belongs,
    heads,
    rows,
    which_name,
)


class _Found(NamedTuple):
    line: CatalogueLine
    first: str
    text: str


class ListPage(Page):
    """`opened` gives the id of an entry, `copied` that of one to begin a new one with; the others
    say what the person wants.
    """

    opened = Signal(str)
    new_wanted = Signal()
    copied = Signal(str)
    department_wanted = Signal()
    import_wanted = Signal()
    export_wanted = Signal()
    check_wanted = Signal()
    retire_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.known: CatalogueShown | None = None
        self.department = ""
        self.which: Which = "all"
        self._lines: tuple[CatalogueLine, ...] = ()
        self._rows: Narrowing[_Found] = Narrowing(())
        self.head = PageHead(theme, tr("Catalogue of sub-services"))
        self.field = BareField(theme, tr("Search in the catalogue"))
        self.field.show_hint(tr("Code or words of the title or department"))
        columns = LARGE if theme.large else COLUMNS
        named = heads(large=theme.large)
        self.list = RowList(theme, columns, heads=named, keeps_current=True)
        self.list.setAccessibleName(tr("Catalogue of sub-services"))
        self.field.edited.connect(lambda _: self._narrow())
        self.field.entered.connect(self._open)
        Arrows(self.field.line, self.list)
        self.list.opened.connect(lambda _: self._open())
        self.list.moved_to.connect(lambda _: self.acts_changed.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 20, 4)
        column.setSpacing(8)
        for part in (self.head, self.field):
            column.addWidget(part)
        column.addWidget(self.list, 1)

    @property
    def line(self) -> CatalogueLine | None:
        """The entry that is meant."""
        place = self.list.place
        return self._lines[place] if 0 <= place < len(self._lines) else None

    def show_catalogue(self, shown: CatalogueShown) -> None:
        """Shows it; what was typed to narrow it still does."""
        self.known = shown
        if self.department not in shown.departments:
            self.department = ""
        self._sift()

    def narrow_to(self, department: str) -> None:
        """One department; empty: all."""
        self.department = department
        self._sift()

    # -- keys ------------------------------------------------------------------------------------

    def acts(self) -> Sequence[Act]:
        """New, copy, what is listed, files, the check, retiring."""
        shown, line = self.known, self.line
        none = "" if line else tr("No sub-service is chosen")
        mine = bool(shown and shown.editable)
        theirs = "" if mine else tr("Only the head of the desk may keep it")
        begun = tr("one is begun") if shown and shown.new_draft else ""
        retire = tr("Offer again") if line and line.retired else tr("Give no longer")
        return (
            Act(combo="F2", name=tr("New sub-service"), why_not=theirs, note=begun),
            Act(combo="F3", name=tr("New from this one"), why_not=theirs or none),
            Act(combo="F11", name=retire, why_not=theirs or none),
            GAP,
            Act(combo="F4", name=tr("Department"), note=self.department),
            Act(combo="F5", name=tr("Which ones"), note=which_name(self.which)),
            GAP,
            Act(combo="F6", name=tr("From a file"), why_not=theirs),
            Act(combo="F7", name=tr("To a file")),
            Act(combo="F9", name=tr("What is lacking")),
            GAP,
            Act(combo="Enter", name=tr("Open the entry"), why_not=none, filled=not none),
        )

    def press(self, combo: str) -> bool:
        """The wish of a key, where it is possible."""
        possible = {act.combo for act in self.acts() if not act.why_not}
        deeds: dict[str, Callable[[], object]] = {
            "Enter": self._open,
            "F2": self.new_wanted.emit,
            "F3": lambda: self.copied.emit(self.line.id if self.line else ""),
            "F4": self.department_wanted.emit,
            "F5": self._turn,
            "F6": self.import_wanted.emit,
            "F7": self.export_wanted.emit,
            "F9": self.check_wanted.emit,
            "F11": lambda: self.retire_wanted.emit(self.line),
        }
        if combo == "Esc" and self.field.value():
            self.field.show_value("")
            self._narrow()
            return True
        if combo not in deeds or combo not in possible:
            return super().press(combo)
        deeds[combo]()
        return True

    def stops(self) -> Sequence[QWidget]:
        """The field; the list goes with it."""
        return (self.field.line, self.list)

    def enter(self) -> None:
        """To the search; what is typed takes the place of what stands there."""
        self.field.setFocus()
        self.field.line.selectAll()

    # -- how -------------------------------------------------------------------------------------

    def _open(self) -> None:
        if self.line:
            self.opened.emit(self.line.id)

    def _turn(self) -> None:
        self.which = WHICH[(WHICH.index(self.which) + 1) % len(WHICH)]
        self._sift()

    def _sift(self) -> None:
        lines = self.known.lines if self.known else ()
        self._rows = Narrowing(
            [
                _Found(line, line.code, f"{line.title} {line.department}")
                for line in lines
                if belongs(line, self.which, self.department)
            ]
        )
        self._narrow()

    def _narrow(self) -> None:
        self._lines = tuple(found.line for found in self._rows.by(self.field.value()))
        self.list.show_empty(tr("No sub-service of that kind."))
        self.list.show_rows(rows(self._lines, large=self.theme.large))
        if self.list.place < 0:
            self.list.go(0)
        lines = self.known.lines if self.known else ()
        lacking = sum(line.lacking > 0 for line in lines)
        chip = tr("{n} entries lack something", n=lacking) if lacking else ""
        self.head.show_title(tr("Catalogue of sub-services"), chip, "amber")
        counted = persian_digits(str(len(self._lines)))
        self.head.trailing.show_text(tr("{n} in the list", n=counted))
        self.acts_changed.emit()
