"""Some values in rows of fields, right to left."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.frame.inputs import Input, Spec, make_input
from ui.look.parts.toggle import Toggle
from ui.look.theme import Theme

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Form(QWidget):
    """`edited` gives the name of a value and the value at every change by a person; what cannot be
    taken is not given. `finished` follows Enter in its last field.
    """

    edited = Signal(str, object)
    finished = Signal()

    def __init__(self, theme: Theme, rows: Sequence[Sequence[Spec]]) -> None:
        super().__init__()
        self.inputs: dict[str, Input] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for specs in rows:
            row = QHBoxLayout()
            row.setSpacing(12)
            for spec in specs:
                made = self.inputs[spec.name] = make_input(theme, spec)
                row.addWidget(made.widget, spec.share)
                if isinstance(made.widget, Toggle):
                    row.setAlignment(made.widget, Qt.AlignmentFlag.AlignBottom)
                made.edited.connect(partial(self._tell, made))
            column.addLayout(row)
        self._lead_on()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops."""
        return tuple(stop for made in self.inputs.values() for stop in made.stops)

    def show_values(self, read: Callable[[str], Any]) -> None:
        """Shows what `read` gives for each name; nothing of it counts as a change."""
        for name, made in self.inputs.items():
            made.show(read(name))

    def enter(self, name: str = "") -> None:
        """To the field of that name, or to the first."""
        first = next(iter(self.inputs))
        self.inputs.get(name, self.inputs[first]).stops[0].setFocus()

    def put(self, name: str, value: Any) -> None:
        """A value that a person chose elsewhere."""
        made = self.inputs[name]
        made.show(value)
        self._tell(made)

    def select(self, name: str) -> None:
        """To the line of that name; whoever types on writes another value in its place."""
        line = self.inputs[name].stops[0]
        line.setFocus()
        if isinstance(line, QLineEdit):
            line.selectAll()

    @property
    def wrong(self) -> str:
        """The name of the first value that cannot be taken as it is typed; empty: none."""
        return next((name for name, made in self.inputs.items() if made.value() is None), "")

    def _tell(self, made: Input) -> None:
        value = made.value()
        if value is not None:
            self.edited.emit(made.spec.name, value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in a line or on a tick leads on, and goes no further."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        led = Qt.Key(event.key()) in _ENTER and isinstance(watched, QWidget)
        if led:
            self._next(watched)
        return led

    def _lead_on(self) -> None:
        for made in self.inputs.values():
            made.entered.connect(partial(self._next, made.stops[-1]))
            for stop in made.stops:
                if isinstance(stop, QLineEdit | Toggle):
                    stop.installEventFilter(self)

    def _next(self, stop: QObject) -> None:
        stops = self.stops
        place = stops.index(stop) + 1
        if place < len(stops):
            stops[place].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.finished.emit()
