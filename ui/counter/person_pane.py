"""This applicant: what the store knows of them, so that nothing is asked twice."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.persian import persian_digits
from app.showing.person import PersonFile
from ui.counter.lines import Line, Lines
from ui.counter.pane import Pane, side_margins
from ui.counter.state import CounterState
from ui.frame.words import tr
from ui.look.parts.paragraph import Paragraph
from ui.look.parts.section import Section
from ui.look.theme import Theme
from ui.words import shown


class PersonPane(Pane):
    """The answer that is ready comes first, on a card. `wanted` says what should be opened:
    `ready`, `open` or `on_file`.
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme, *, titled: bool = True) -> None:
        super().__init__(theme)
        self._shown: tuple[object, ...] = ()
        self._empty = Paragraph(theme, "", "body", "ink_2")
        self._lines = Lines(theme)
        self._lines.opened.connect(self.wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(*side_margins(theme))
        column.setSpacing(4)
        if titled:
            column.addWidget(Section(theme, tr("This applicant")))
        column.addWidget(self._empty)
        column.addWidget(self._lines)
        column.addStretch()

    def show_state(self, state: CounterState) -> None:
        """Shows the applicant of the present request; before the code, the answer they came for."""
        person, part = state.person, (state.person, state.visit, _nothing(state))
        if part == self._shown:
            return
        self._shown = part
        short = self.theme.large
        lines = (*_ready(state, short=short), *(_known(person, short=short) if person else ()))
        self._lines.show_lines(lines)
        self._lines.setVisible(bool(lines))
        self._empty.show_text(_nothing(state))
        self._empty.setVisible(not lines)

    def enter(self) -> None:
        """The first line takes the focus."""
        self._lines.enter()


def _nothing(state: CounterState) -> str:
    """Why nothing is shown of the applicant."""
    if state.sheet.kind == "unnumbered":
        return tr("Nothing on file can be found without a code.")
    if state.person is None or not state.sheet.somebodys:
        return tr("Known once the code is entered.")
    return tr("Nothing is on file.")


def _ready(state: CounterState, *, short: bool) -> tuple[Line, ...]:
    """The answers that may be handed over now; what the ticket was taken for stands first."""
    came_for = state.visit.collecting if state.visit else None
    numbers = [came_for.tracking] if came_for and came_for.state == "answer_ready" else []
    numbers += [line.tracking for line in state.person.ready] if state.person else []
    ready = tuple(dict.fromkeys(numbers))
    if not ready:
        return ()
    more = tr("{tracking} and {n} more", tracking=ready[0], n=len(ready) - 1)
    alone = shown("tracking", ready[0])
    line = Line(
        id="ready",
        icon="file-check",
        text=tr("Answer ready to deliver"),
        note=more if len(ready) > 1 else alone,
        cap="" if short else "Ctrl+6",
        tone="firuzeh",
    )
    return (line,)


def _known(person: PersonFile, *, short: bool) -> tuple[Line, ...]:
    """Three figures, `short` where there is little room; none for somebody who was never here."""
    if person.applicant is None:
        return ()
    figures = (
        ("open", "folder-open", tr("Open requests"), len(person.open)),
        (
            "on_file",
            "archive",
            tr("Papers (short)") if short else tr("Papers on file"),
            len(person.on_file),
        ),
        ("", "repeat", tr("Visits (short)") if short else tr("Visits this year"), person.visits),
    )
    return tuple(
        Line(id=name if count else "", icon=icon, text=text, count=persian_digits(str(count)))
        for name, icon, text, count in figures
    )
