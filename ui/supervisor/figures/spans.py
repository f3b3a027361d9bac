"""Columns for which a table has no room are turned to: nothing is cut at its edge."""

from collections.abc import Sequence

from ui.frame.words import tr
from ui.look.parts.row import Column
from ui.look.parts.row_paint import BETWEEN, INSET
from ui.look.theme import Theme

_FREE = 150
"""Of a column that takes what others leave, at scale 1."""


def spans(theme: Theme, columns: Sequence[Column], room: int) -> list[range]:
    """The columns after the first, parted so that whole ones stand beside it."""
    wide = [theme.px(column.width or _FREE) + BETWEEN for column in columns]
    found, begin, left = list[range](), 1, room - wide[0] - 2 * INSET
    for place in range(1, len(wide)):
        if wide[place] > left and place > begin:
            found.append(range(begin, place))
            begin, left = place, room - wide[0] - 2 * INSET
        left -= wide[place]
    return [*found, range(begin, len(wide))]


class Spans:
    """Which of them are shown."""

    def __init__(self, theme: Theme) -> None:
        self._theme, self._first = theme, 1

    def rest(self) -> None:
        """The first ones again."""
        self._first = 1

    def shown(self, columns: Sequence[Column], room: int) -> range:
        """Those that are shown now."""
        every = spans(self._theme, columns, room)
        return next((span for span in every if self._first in span), every[0])

    def turn(self, step: int, columns: Sequence[Column], room: int) -> bool:
        """Others, further left or back to the right; whether there are any."""
        every = spans(self._theme, columns, room)
        at = every.index(self.shown(columns, room)) + step
        if 0 <= at < len(every):
            self._first = every[at].start
        return 0 <= at < len(every)


def told(span: range, columns: int) -> str:
    """That there are more, and how to come there; nothing where all are shown."""
    if len(span) + 1 >= columns:
        return ""
    return tr(
        "Columns {first} to {last} of {n}; Left and Right lead to the others.",
        first=span.start,
        last=span.stop - 1,
        n=columns - 1,
    )
