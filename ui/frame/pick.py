"""One of many: a list that narrows while the person types."""

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.letters import persian_digits
from app.value import Value
from ui.frame.arrows import Arrows
from ui.frame.bare import BareField, keep_digits
from ui.frame.keys import EDITING, HELP
from ui.frame.narrow import Narrowing
from ui.frame.over import Over
from ui.frame.pick_rows import PickList
from ui.frame.words import tr
from ui.look import brush
from ui.look.parts.gone import let_go
from ui.look.parts.label import Label
from ui.look.parts.row import Cell, Row
from ui.look.parts.section import Section
from ui.look.theme import Theme

_DIMMED, _WIDE, _SHARE = 12, 1040, 0.6


class PickRow(Value, frozen=True, kw_only=True):
    """`first` is the short thing that is typed (a code, a label), `text` the long one, `trailing`
    a word at the far edge.
    """

    id: str
    first: str
    text: str
    trailing: str = ""


class Pick(Value, frozen=True, kw_only=True):
    """Rows whose `first` equals what was typed come first, then those whose `text` holds it.

    `typed` gives a row of its own to what is typed, below all others, where that may be taken too;
    its digits stay as they are typed.
    """

    title: str
    rows: tuple[PickRow, ...]
    hint: str = ""
    empty: str = ""
    typed: Callable[[str], PickRow | None] | None = None


class PickPanel(Over):
    """A card over the page: a field, and under it the rows. Enter takes the row, Esc closes."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._then: Callable[[str], None] = _nothing
        self._typed: Callable[[str], PickRow | None] | None = None
        self._rows: Narrowing[PickRow] = Narrowing(())
        self._shown: tuple[PickRow, ...] = ()
        self._card = QWidget(self)
        self._column = QVBoxLayout(self._card)
        self._column.setContentsMargins(20, 12, 20, 12)
        self._column.setSpacing(8)
        self._parts: list[QWidget] = []

    @property
    def first(self) -> str:
        """What comes before every other deed."""
        return tr("Choose from the list first, or go back with Esc.")

    def pick(self, picked: Pick, then: Callable[[str], None]) -> None:
        """Shows the rows; `then` gets the id of the one that is taken."""
        self._then, self._typed, self._rows = then, picked.typed, Narrowing(picked.rows)
        self._build(picked)
        self._narrow("")
        self.come(self._field.line)

    def press(self, combo: str) -> bool:
        """Esc closes it; no other deed is possible meanwhile."""
        if combo == "Esc":
            self.give_up()
        return combo not in EDITING and combo != HELP

    def give_up(self) -> None:
        """Closes it; nobody is told."""
        self._then = _nothing
        self.leave()

    def height_for(self, width: int, available: int) -> int:
        """How high it is in a window with that much above the keys."""
        del width
        return min(max(round(available * _SHARE), self._theme.px(320)), available)

    # -- its parts -------------------------------------------------------------------------------

    def _build(self, picked: Pick) -> None:
        for part in self._parts:
            self._column.removeWidget(part)
            let_go(part)
        self._field = BareField(self._theme, picked.title)
        if picked.typed:
            keep_digits(self._field)
        self._field.show_hint(picked.hint or tr("Code or words"))
        self._field.edited.connect(self._narrow)
        self._field.entered.connect(self._take)
        empty = picked.empty or tr("Nothing found")
        self._list = PickList(self._theme, empty)
        self._list.setAccessibleName(picked.title)
        self._list.opened.connect(self._take_at)
        Arrows(self._field.line, self._list)
        self._parts = [Section(self._theme, picked.title), self._field, self._list]
        for part in self._parts:
            self._column.addWidget(part)
        self._column.addWidget(self._foot())

    def _foot(self) -> Label:
        text = tr("Enter takes the row, the arrows move, Esc goes back")
        foot = Label(self._theme, text, "least", "ink_2")
        self._parts.append(foot)
        return foot

    def _narrow(self, typed: str) -> None:
        own = self._typed(typed) if self._typed else None
        self._shown = (*self._rows.by(typed), *([own] if own else []))
        self._list.show_rows([_row(each) for each in self._shown])
        self._list.go(0)

    def _take(self) -> None:
        self._take_at(self._list.place)

    def _take_at(self, place: int) -> None:
        if 0 <= place < len(self._shown):
            then, self._then = self._then, _nothing
            self.leave()
            then(self._shown[place].id)

    # -- its look --------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = min(self._theme.px(_WIDE), self.width() - 2 * _DIMMED)
        left = (self.width() - wide) // 2
        self._card.setGeometry(QRect(left, _DIMMED, wide, self.height() - _DIMMED))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        dim = QColor(self._theme.colour("ink"))
        dim.setAlphaF(0.12)
        card = self._card.geometry()
        brush.box(painter, card.adjusted(-_DIMMED, -_DIMMED, _DIMMED, _DIMMED), 16, dim)
        edge = self._theme.colour("edge")
        brush.box(painter, card.adjusted(0, 0, 0, 8), 8, self._theme.colour("surface"), edge)
        painter.end()


def _row(row: PickRow) -> Row:
    cells = (Cell(text=persian_digits(row.first)), Cell(text=row.text), Cell(text=row.trailing))
    return Row(cells=cells, key=row.id)


def _nothing(_: str) -> None:
    """Nobody waits for a choice."""
