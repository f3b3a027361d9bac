"""What one counter serves."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.events.office import CounterOpened
from app.letters import persian_digits
from app.showing.office import OfficeShown, ServiceName
from ui.frame.page import GAP, Act, Page
from ui.frame.words import tr
from ui.look.parts.page_head import PageHead
from ui.look.parts.row import Cell, Column, Row
from ui.look.parts.rows import RowList
from ui.look.theme import Theme

_COLUMNS = (
    Column(width=70, role="label_row"),
    Column(role="open"),
    Column(width=280, role="body", colour="ink_2"),
)


class ServesPage(Page):
    """`add_wanted` wants one more to be chosen; `changed` gives all that it shall serve."""

    add_wanted = Signal()
    changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.counter: CounterOpened | None = None
        self._services: tuple[ServiceName, ...] = ()
        self.head = PageHead(theme, "")
        heads = (tr("Code"), tr("Sub-service"), tr("Department of the agency"))
        self.table = RowList(theme, _COLUMNS, heads=heads, keeps_current=True)
        self.table.setAccessibleName(tr("What the counter serves"))
        self.table.moved_to.connect(lambda _: self.acts_changed.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 20, 4)
        column.addWidget(self.head)
        column.addWidget(self.table, 1)

    @property
    def served(self) -> tuple[str, ...]:
        """The ids of what it names, be it given or not; none: everything."""
        return self.counter.services if self.counter else ()

    @property
    def others(self) -> tuple[ServiceName, ...]:
        """What it does not name."""
        return tuple(each for each in self._services if each.id not in self.served)

    def show_counter(self, counter: CounterOpened, shown: OfficeShown) -> None:
        """Shows how it stands."""
        self.counter, self._services = counter, shown.services
        named = [each for each in shown.services if each.id in counter.services]
        self.head.show_title(tr("What counter {n} serves", n=counter.number))
        count = persian_digits(str(len(named)))
        said = tr("{n} of {all}", n=count, all=persian_digits(str(len(shown.services))))
        self.head.trailing.show_text(said if counter.services else tr("all sub-services"))
        self.table.show_empty(_empty(counter))
        self.table.show_rows([_row(each) for each in named])
        if self.table.place < 0 and named:
            self.table.go(0)
        self.acts_changed.emit()

    def enter(self) -> None:
        """Into the list."""
        self.table.setFocus()

    def stops(self) -> Sequence[QWidget]:
        """The list."""
        return (self.table,)

    def acts(self) -> Sequence[Act]:
        """More, less, everything."""
        none = "" if self.served else tr("It serves all; none is named.")
        gone = "" if self.table.rows else none or tr("Nothing that it names is given any longer.")
        full = "" if self.others else tr("It names all of them.")
        return (
            Act(combo="Esc", name=tr("Back")),
            GAP,
            Act(combo="F6", name=tr("Serve all again"), why_not=none),
            Act(combo="F3", name=tr("Serve this no longer"), why_not=gone),
            GAP,
            Act(combo="F2", name=tr("Serve one more"), why_not=full, filled=not full),
        )

    def press(self, combo: str) -> bool:
        """The wish of a key, where it is possible."""
        if not any(act.combo == combo and not act.why_not for act in self.acts()):
            return super().press(combo)
        if combo == "F2":
            self.add_wanted.emit()
        elif combo == "F3":
            gone = self.table.rows[max(self.table.place, 0)].key
            self.changed.emit(tuple(each for each in self.served if each != gone))
        elif combo == "F6":
            self.changed.emit(())
        else:
            return super().press(combo)
        return True


def _empty(counter: CounterOpened) -> str:
    if counter.services:
        return tr("Nothing that this counter names is given any longer. F2 adds one, F6 all.")
    return tr("This counter serves all sub-services. F2 names single ones.")


def _row(service: ServiceName) -> Row:
    cells = (
        Cell(text=persian_digits(service.code)),
        Cell(text=service.title),
        Cell(text=service.department),
    )
    return Row(cells=cells, key=service.id)
