"""How those who wait stand in the queue: label, since when, and why they come out of turn."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from app.persian import format_time, persian_digits
from app.showing.queue import Waiting
from ui.frame.waiting_words import mark_name
from ui.frame.words import tr
from ui.look import brush
from ui.look.parts.key_cap import cap_size, paint_cap
from ui.look.parts.row import Cell, Column, Row
from ui.look.parts.row_paint import BETWEEN, INSET, RowPainter, spread
from ui.look.theme import Theme

_NEXT = "F2"


def waiting_row(waiting: Waiting, *, is_next: bool) -> Row:
    """Somebody who waits; the next one stands out."""
    mark = mark_name(waiting)
    since = format_time(waiting.since)
    said = tr("{label}, waiting since {time}", label=waiting.label, time=since)
    return Row(
        key=waiting.ticket,
        marked=is_next,
        spoken="، ".join(part for part in (said, mark, waiting.title) if part),
        cells=(
            Cell(text=persian_digits(waiting.label)),
            Cell(text=since),
            Cell(text=mark, colour="firuzeh_7" if waiting.mark == "return" else None),
        ),
    )


def held_row(waiting: Waiting) -> Row:
    """Somebody who is held, and until when."""
    until = format_time(waiting.held_until) if waiting.held_until else ""
    returns = tr("back at {time}", time=until)
    label = persian_digits(waiting.label)
    return Row(
        key=waiting.ticket,
        spoken=f"{label}، {returns}، {waiting.title}",
        cells=(Cell(text=label, role="open"), Cell(), Cell(text=returns)),
    )


def rest_row(count: int) -> Row:
    """How many wait behind those that have a row."""
    return Row(cells=(Cell(text=tr("and {n} more persons", n=count)),))


def columns(theme: Theme) -> tuple[Column, ...]:
    """Label, time, mark; at enlarged text the mark needs the room."""
    label, time = (64, 36) if theme.large else (80, 40)
    return (
        Column(width=label, role="label_row"),
        Column(width=time, role="label", colour="ink_2"),
        Column(role="label", colour="ink_2", align="end"),
    )


class QueuePainter(RowPainter):
    """Rows of the queue; the next one bears the key that calls it, where there is room for it."""

    def paint_cells(
        self, painter: QPainter, rect: QRect, place: int, row: Row, *, current: bool
    ) -> None:
        """Paints label, time and mark, and the cap at the far left."""
        if len(row.cells) == 1:
            inner = rect.adjusted(INSET, 0, -INSET, 0)
            brush.write(painter, self.theme, inner, row.cells[0].text, "secondary", "ink_2")
            return
        rest = self._with_cap(painter, rect, row) if row.marked else rect
        super().paint_cells(painter, rest, place, row, current=current)

    def _with_cap(self, painter: QPainter, rect: QRect, row: Row) -> QRect:
        size = cap_size(self.theme, _NEXT)
        free = spread(self.theme, self.columns, rect)[-1].width() - size.width() - BETWEEN
        if free < self.theme.width("label", row.cells[-1].text):
            return rect
        spot = QRect(rect.left() + INSET, 0, size.width(), size.height())
        spot.moveTop(rect.top() + (rect.height() - size.height()) // 2)
        paint_cap(painter, spot, _NEXT, "normal", self.theme)
        return rect.adjusted(size.width() + BETWEEN, 0, 0, 0)
