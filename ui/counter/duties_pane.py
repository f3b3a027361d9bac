"""What is due: the clerk's own to-do list between two clients, and in short while one is served."""

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.persian import persian_digits
from app.showing.duties import Duties
from ui.counter.keys import name_of
from ui.counter.lines import Line, Lines
from ui.counter.pane import Pane, left_width, side_margins
from ui.counter.state import CounterState
from ui.frame.due_rows import CONFLICTS
from ui.frame.words import tr
from ui.look import brush
from ui.look.fonts import Role
from ui.look.parts.paragraph import Paragraph
from ui.look.parts.section import Section
from ui.look.theme import Theme
from ui.look.tokens import Colour


class DutiesPane(Pane):
    """Six lists and how long each is, and conflicts where there are any; `wanted` gives the name of
    the list that should be opened, as `Duties` names it.
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, edged=True)
        self._shown: Duties | None = None
        self._nothing = Paragraph(theme, tr("Nothing is waiting to be done."), "body", "ink_2")
        self._lines = Lines(theme, spacing=8)
        self._lines.opened.connect(self.wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(*side_margins(theme))
        column.setSpacing(8)
        column.addWidget(Section(theme, tr(name_of("Ctrl+8")), "Ctrl+8"))
        column.addWidget(self._nothing)
        column.addWidget(self._lines)
        column.addStretch()
        self.setFixedWidth(left_width(theme))

    def sizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), super().sizeHint().height())

    def show_state(self, state: CounterState) -> None:
        """Shows how much is due."""
        if state.duties is self._shown:
            return
        self._shown = state.duties
        lines = duty_lines(state.duties, short=self.theme.large)
        self._nothing.setVisible(not lines)
        self._lines.show_lines(lines)

    def enter(self) -> None:
        """The first list takes the focus."""
        self._lines.enter()


class DuePane(Pane):
    """The two figures that cannot wait, while a client is served."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._figures = _Figures(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 9, 20, 9)
        column.setSpacing(0)
        column.addWidget(Section(theme, tr(name_of("Ctrl+8")), "Ctrl+8"))
        column.addWidget(self._figures)

    def show_state(self, state: CounterState) -> None:
        """Shows what is due today and what is late."""
        self._figures.show_counts(state.duties.today_count, state.duties.late_count)


class _Figures(QWidget):
    """Words and figures on one line; only what is late takes colour."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._counts = theme, (-1, -1)
        self.setFixedHeight(theme.px(28))

    def show_counts(self, today: int, late: int) -> None:
        if (today, late) == self._counts:
            return
        self._counts = (today, late)
        said = tr("Due today: {today}, late: {late}", today=today, late=late)
        self.setAccessibleName(said)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        today, late = self._counts
        alarm: Colour = "brick" if late else "ink"
        free = self.width()
        figures: tuple[tuple[str, int, Colour], ...] = (
            (tr("today"), today, "ink"),
            (tr("past"), late, alarm),
        )
        for word, count, colour in figures:
            free = self._write(painter, free, word, "label", "ink_2") - 10
            free = self._write(painter, free, persian_digits(str(count)), "strong", colour) - 28
        if late:
            side = self._theme.px(16)
            spot = QRect(free + 28 - 10 - side, 0, side, self.height())
            self._theme.icons.paint(painter, spot, "alert-circle", "brick")
        painter.end()

    def _write(self, painter: QPainter, end: int, text: str, role: Role, colour: Colour) -> int:
        """Write ending reading at `end`, give the x where it ends."""
        wide = self._theme.width(role, text)
        spot = QRect(end - wide, 0, wide, self.height())
        brush.write(painter, self._theme, spot, text, role, colour)
        return end - wide


def duty_lines(duties: Duties, *, short: bool = False) -> tuple[Line, ...]:
    """A line for each list, in fewer words where there is little room; none at all where all are
    empty.
    """
    late = duties.late_count > 0
    lines: tuple[Line, ...] = (
        _line("late", tr("Late"), "alert-circle", duties.late_count, late=late),
        _line("today", tr("Due today"), "calendar-event", duties.today_count),
        _line(
            "to_hand_over",
            tr("Not handed over") if short else tr("Not handed over to the unit"),
            "send",
            duties.to_hand_over_count,
            parted=True,
        ),
        _line(
            "results_back",
            tr("Results back") if short else tr("Result back, answer to be written"),
            "file-pencil",
            duties.results_back_count,
        ),
        _line("in_units", tr("With the units"), "hourglass", duties.in_units_count),
        _line("ready", tr("Answer ready to deliver"), "file-check", duties.ready_count),
    )
    if duties.conflicts_count:
        lines += (_line(CONFLICTS, tr("Conflicts"), "alert-triangle", duties.conflicts_count),)
    return lines if any(line.count != persian_digits("0") for line in lines) else ()


def _line(
    name: str, text: str, icon: str, count: int, *, late: bool = False, parted: bool = False
) -> Line:
    return Line(
        id=name,
        icon=icon,
        text=text,
        count=persian_digits(str(count)),
        tone="brick" if late else "normal",
        parted=parted,
    )
