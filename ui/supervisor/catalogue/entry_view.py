"""How one entry looks: seven parts, the sheet beside them, what is lacking below it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.catalogue_check import PARTS, Flaw, Part
from app.letters import persian_digits
from app.sub_service import FormFile, SubService
from ui.frame.form import Form
from ui.frame.list_keys import ListKeys
from ui.frame.words import tr
from ui.look.parts.part_tabs import PartTabs
from ui.look.theme import Theme
from ui.supervisor.catalogue import shapes
from ui.supervisor.catalogue.aside import Aside
from ui.supervisor.catalogue.files_pane import Orphans
from ui.supervisor.catalogue.part import PartPane
from ui.supervisor.catalogue.table import Shape, Table
from ui.supervisor.catalogue.words import Terms, in_kilobytes

_WIDE = 372
_FILES = PARTS.index("files")


class EntryView(QWidget):
    """`edited` gives the name of what a person changed and its value, `drop_wanted` the title of a
    form whose file shall go; `turned` follows whatever keys depend on. At large text what is
    lacking takes the place of the parts while it is looked at.
    """

    edited = Signal(str, object)
    drop_wanted = Signal(str)
    turned = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._held: tuple[FormFile, ...] = ()
        self.tabs = PartTabs(theme, _names())
        self.aside = Aside(theme)
        self.orphans = Orphans(theme)
        self._terms = Terms()
        self._sheet, self._new = SubService(code="", title=""), True
        self._panes: dict[int, PartPane] = {}
        self.stack = QStackedWidget()
        digits = [str(place) for place in range(1, len(PARTS) + 1)]
        lists = [self.tabs, self.aside.list]
        self._digits = ListKeys(lists, digits, lambda digit: self._to(int(digit) - 1))
        self._place = 0
        self._lay_out()
        self._connect()

    @property
    def part(self) -> PartPane:
        """The part that is seen."""
        return self.pane(self._place)

    @property
    def on_files(self) -> bool:
        """Whether that is the part of the files."""
        return self._place == _FILES

    @property
    def in_list(self) -> Table | None:
        """The table whose rows, not their fields, have the focus."""
        return next((table for table in self.part.tables if table.list.hasFocus()), None)

    @property
    def place_of_known(self) -> str:
        """The field of the part that is seen whose values the catalogue knows; empty: none."""
        known = {"general": "department", "steps": "unit"}
        return known.get(PARTS[self._place], "")

    def take_known(self, text: str) -> None:
        """Writes one of these into that field, as a person does."""
        name, part = self.place_of_known, self.part
        for each in part.parts:
            form = each.form if isinstance(each, Table) else each
            if name in form.inputs:
                form.put(name, text)
                form.select(name)
                return

    @property
    def title(self) -> str:
        """The form that is meant on the part of the files."""
        table = self.pane(_FILES).tables[0]
        return str(table.rows[table.place]) if 0 <= table.place < len(table.rows) else ""

    def pane(self, place: int) -> PartPane:
        """One of the parts, made when it is first wanted."""
        if place not in self._panes:
            made = self._panes[place] = self._made(place)
            made.edited.connect(self.edited)
            made.turned.connect(self.turned)
            self._digits.watch([table.list for table in made.tables])
            self.stack.addWidget(made)
            self._show_in(made)
        return self._panes[place]

    @property
    def covered(self) -> bool:
        """Whether what is lacking stands in place of the parts."""
        return self._theme.large and self.aside.isVisibleTo(self)

    @property
    def stops(self) -> Sequence[QWidget]:
        """Where Tab stops."""
        return (self.tabs, *self.part.stops, self.aside.list)

    def show_sheet(self, sheet: SubService, *, new: bool) -> None:
        """Fills the fields; the code of an entry that stands is not changed."""
        self._sheet, self._new = sheet, new
        for pane in self._panes.values():
            self._show_in(pane)

    def show_files(self, files: Sequence[FormFile], sheet: SubService) -> None:
        """The files of its forms, beside what is typed by now."""
        self._held, self._sheet = tuple(files), sheet
        if _FILES in self._panes:
            table = self.pane(_FILES).tables[0]
            if sheet.forms == table.rows:
                table.show_again()
            self.orphans.show_files(sheet.forms, files)

    def show_flaws(self, found: Sequence[Flaw]) -> None:
        """What is lacking, and how much of it in which part."""
        for place, part in enumerate(PARTS):
            count = sum(flaw.part == part and not flaw.advice for flaw in found)
            self.tabs.show_count(place, persian_digits(str(count)) if count else "", "amber")
        self.aside.show_flaws(found)

    def go(self, flaw: Flaw) -> None:
        """To where it is mended."""
        self.uncover()
        place = PARTS.index(flaw.part)
        self.turn(place)
        self.pane(place).go(flaw.table, flaw.row, flaw.field)

    def go_wrong(self) -> bool:
        """To the first field whose value cannot be taken as it is typed; False: there is none."""
        for place, pane in self._panes.items():
            for part in pane.parts:
                form = part.form if isinstance(part, Table) else part
                if form.wrong and (isinstance(part, Form) or part.place >= 0):
                    self.uncover()
                    self.turn(place)
                    form.enter(form.wrong)
                    return True
        return False

    def turn(self, place: int) -> None:
        """Another part."""
        focused: QWidget | None = QApplication.focusWidget()
        inside = focused is not None and self.stack.isAncestorOf(focused)
        self._place = place
        self.tabs.choose(place)
        self.stack.setCurrentWidget(self.pane(place))
        if inside:
            self.tabs.setFocus()
        self.turned.emit()

    def look_at_flaws(self) -> None:
        """To what is lacking."""
        if self._theme.large:
            self.stack.hide()
            self.aside.show()
        self.aside.list.setFocus()

    def uncover(self) -> None:
        """Back to the parts."""
        if self.covered:
            self.stack.show()
            self.tabs.setFocus()
            self.aside.hide()

    # -- how -------------------------------------------------------------------------------------

    def _file_of(self, title: str) -> tuple[str, str]:
        file = next((file for file in self._held if file.title == title), None)
        if file is None:
            return tr("no file yet"), ""
        return file.file, tr("{n} kB", n=in_kilobytes(file.size))

    def _show_in(self, pane: PartPane) -> None:
        pane.show_sheet(self._sheet)
        for part in pane.parts:
            if isinstance(part, Form) and "code" in part.inputs:
                part.inputs["code"].close(closed=not self._new)
        if self._panes.get(_FILES) is pane:
            self.orphans.show_files(self._sheet.forms, self._held)

    def _made(self, place: int) -> PartPane:
        theme, terms = self._theme, self._terms
        made: dict[Part, Callable[[], Sequence[Form | Shape]]] = {
            "general": lambda: [Form(theme, shapes.general(terms))],
            "information": lambda: [Form(theme, shapes.information())],
            "documents": lambda: [shapes.documents(terms)],
            "steps": lambda: [shapes.steps(terms)],
            "money": lambda: [shapes.fees(), shapes.inquiries()],
            "texts": lambda: [shapes.ready_texts(terms), shapes.fields(terms)],
            "files": lambda: [shapes.forms(self._file_of)],
        }
        parts = [
            part if isinstance(part, Form) else Table(theme, part) for part in made[PARTS[place]]()
        ]
        return PartPane(parts, self.orphans if place == _FILES else None)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self.turn)
        self.tabs.entered.connect(self._into)
        self.aside.wanted.connect(self.go)
        self.orphans.drop_wanted.connect(self.drop_wanted)

    def _into(self) -> None:
        self.part.enter()

    def _to(self, place: int) -> None:
        self.uncover()
        self.turn(place)
        self.tabs.setFocus()

    def _lay_out(self) -> None:
        if self._theme.large:
            self.aside.hide()
        else:
            self.aside.setFixedWidth(_WIDE)
        beside = QHBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(self.stack, 1)
        beside.addWidget(self.aside, int(self._theme.large))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.tabs)
        column.addLayout(beside, 1)


def _names() -> tuple[str, ...]:
    return (
        tr("General"),
        tr("Information"),
        tr("Papers"),
        tr("Table 1"),
        tr("Costs, inquiries"),
        tr("Texts, fields"),
        tr("Forms, files"),
    )
