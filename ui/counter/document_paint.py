"""How a row of the checklist looks: mark, name, original or copy, and at the left its state."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter

from app.checklist import Row, RowMark
from app.value import Value
from ui.counter.document_words import form_of, mark_of, name_of, small_of, state_of
from ui.frame.words import tr
from ui.look import brush
from ui.look.fonts import Role
from ui.look.parts.key_cap import cap_size, paint_cap
from ui.look.parts.tick import paint_mark
from ui.look.theme import Theme
from ui.look.tokens import Colour

_INSET, _GAP, _WORD = 10, 12, 6
_MOST = 5
"""Lines of a name; what is longer stands in full in the tool tip."""


class Laid(Value, frozen=True, kw_only=True):
    """A row broken into lines: its name, and under or (`beside`) after it what is said in small."""

    name: tuple[str, ...]
    small: tuple[str, ...]
    beside: bool
    height: int


class DocumentPainter:
    """Paints rows of one list, all in the same columns. The row in focus shows its three keys in
    place of its state, and they fit at every scale.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._side = theme.box(20)
        self._role: Role = "least" if theme.large else "open"
        self._name = 0
        self.dense = False

    def fit(self, rows: tuple[Row, ...], width: int) -> tuple[Laid, ...]:
        """Finds the columns for these rows in that width, and breaks the rows to them."""
        free = width - self._start() - self._keys_width() - 2 * _GAP - _INSET
        forms = [form_of(row) for row in rows if not row.inquiry]
        form = max((self._theme.width("body", form) for form in forms), default=0)
        most = free if self._theme.large else free - form - _GAP
        names = (self._theme.width("open", name_of(row)) + 2 for row in rows)
        least = min(self._theme.px(200), most)
        self._name = max(least, min(most, max(names, default=0)))
        return tuple(self._laid(row) for row in rows)

    def paint(self, painter: QPainter, rect: QRect, row: Row, laid: Laid, *, keys: bool) -> None:
        """Draws one row; with `keys` it is the one in focus."""
        paint_mark(painter, self.mark_rect(rect), mark_of(row), self._theme)
        self._paint_name(painter, rect, row, laid)
        if keys:
            self._paint_keys(painter, rect)
        else:
            self._paint_state(painter, rect, row)
        if not (keys and self._theme.large):
            self._paint_form(painter, rect, row, keys=keys)

    def mark_rect(self, rect: QRect) -> QRect:
        """Where the mark of a row stands."""
        top = rect.top() + (self._line() - self._side) // 2
        return QRect(rect.right() + 1 - _INSET - self._side, top, self._side, self._side)

    def mark_at(self, rect: QRect, row: Row, spot: QPoint, *, keys: bool) -> RowMark | None:
        """What a click there means: the square is Space, a key shown is that key."""
        if self.mark_rect(rect).adjusted(-4, -4, 4, 4).contains(spot):
            return "received"
        if not keys or row.inquiry:
            return None
        return next((mark for mark, _, _, place in self._keys(rect) if place.contains(spot)), None)

    # -- columns ---------------------------------------------------------------------------------

    def _line(self) -> int:
        return self._theme.box(28) if self.dense else self._theme.row_height

    def _start(self) -> int:
        return _INSET + self._side + _GAP

    def _name_rect(self, rect: QRect) -> QRect:
        right = rect.right() + 1 - self._start()
        return QRect(right - self._name, rect.top(), self._name, rect.height())

    def _laid(self, row: Row) -> Laid:
        theme, small = self._theme, small_of(row)
        name = brush.broken(name_of(row), theme.font("open"), self._name, _MOST)
        free = self._name - theme.width("open", name_of(row)) - _WORD
        beside = len(name) == 1 and theme.width("least", small) <= free
        under = () if beside or not small else brush.broken(small, theme.font("least"), self._name)
        lines = len(name) * theme.pitch("body") + len(under) * theme.pitch("least")
        several = len(name) + len(under) > 1
        height = max(self._line(), lines + 10) if several else self._line()
        return Laid(name=name, small=(small,) if beside else under, beside=beside, height=height)

    # -- parts -----------------------------------------------------------------------------------

    def _paint_name(self, painter: QPainter, rect: QRect, row: Row, laid: Laid) -> None:
        theme, spot = self._theme, self._name_rect(rect)
        settled = row.inquiry or row.mark in ("received", "on_file", "not_needed")
        colour: Colour = "ink_3" if row.mark == "not_needed" else "ink"
        role: Role = "body" if settled else "open"
        if laid.beside or not laid.small:
            brush.write_lines(painter, theme, spot, laid.name, role, colour)
        if laid.beside:
            spot.setRight(spot.right() - theme.width(role, name_of(row)) - _WORD)
            brush.write(painter, theme, spot, laid.small[0], "least", "ink_3")
        elif laid.small:
            high, low = theme.pitch("body") * len(laid.name), theme.pitch("least") * len(laid.small)
            top = rect.top() + (rect.height() - high - low) // 2
            upper = QRect(spot.left(), top, spot.width(), high)
            lower = QRect(spot.left(), top + high, spot.width(), low)
            brush.write_lines(painter, theme, upper, laid.name, role, colour)
            brush.write_lines(painter, theme, lower, laid.small, "least", "ink_3")

    def _paint_form(self, painter: QPainter, rect: QRect, row: Row, *, keys: bool) -> None:
        right = self._name_rect(rect).left() - _GAP
        state = self._keys_width() if keys else self._theme.width("body", state_of(row)[0])
        left = rect.left() + _INSET + state + _GAP
        spot = QRect(left, rect.top(), right - left, rect.height())
        colour: Colour = "ink_3" if row.mark == "not_needed" else "ink_2"
        brush.write(painter, self._theme, spot, form_of(row), "secondary", colour)

    def _paint_state(self, painter: QPainter, rect: QRect, row: Row) -> None:
        words, colour = state_of(row)
        spot = rect.adjusted(_INSET, 0, 0, 0)
        role: Role = "strong" if row.mark == "missing" else "body"
        brush.write(painter, self._theme, spot, words, role, colour, "end")

    # -- keys ------------------------------------------------------------------------------------

    def _names(self) -> tuple[tuple[RowMark, str, str], ...]:
        return (
            ("received", "Space", tr("Received")),
            ("missing", "Delete", tr("Missing")),
            ("not_needed", "-", tr("Not needed")),
        )

    def _key_width(self, cap: str, words: str) -> int:
        return cap_size(self._theme, cap).width() + _WORD + self._theme.width(self._role, words)

    def _keys_width(self) -> int:
        return sum(self._key_width(cap, words) + _GAP for _, cap, words in self._names()) - _GAP

    def _keys(self, rect: QRect) -> tuple[tuple[RowMark, str, str, QRect], ...]:
        """Each key with its place, from the right."""
        right = rect.left() + _INSET + self._keys_width()
        placed = []
        for mark, cap, words in self._names():
            width = self._key_width(cap, words)
            place = QRect(right - width, rect.top(), width, rect.height())
            placed.append((mark, cap, words, place))
            right -= width + _GAP
        return tuple(placed)

    def _paint_keys(self, painter: QPainter, rect: QRect) -> None:
        for _, cap, words, place in self._keys(rect):
            size = cap_size(self._theme, cap)
            top = place.top() + (place.height() - size.height()) // 2
            spot = QRect(place.right() + 1 - size.width(), top, size.width(), size.height())
            paint_cap(painter, spot, cap, "normal", self._theme)
            rest = place.adjusted(0, 0, -size.width() - _WORD, 0)
            brush.write(painter, self._theme, rest, words, self._role, "ink")
