"""One value of a form, and the control in which it is written."""

import re
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Literal, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.letters import latin_digits, unspaced
from ui.frame.bare import take_as_typed
from ui.frame.words import tr
from ui.look.parts.choice_field import ChoiceField
from ui.look.parts.field import Field
from ui.look.parts.label import Label
from ui.look.parts.text_field import TextField
from ui.look.parts.toggle import Toggle
from ui.look.theme import Theme

Kind = Literal[
    "line", "code", "address", "area", "lines", "choice", "number", "count", "money", "ticks", "yes"
]
"""`code`: a text whose digits are Latin. `lines`: some texts, each in a line of its own."""

_DECIMAL = re.compile(r"\d+(\.\d*)?|\.\d+", re.ASCII)
_WHOLE = re.compile(r"\d+", re.ASCII)

_COUNT, _SUM = 4, 15
"""Digits."""


class Spec(NamedTuple):
    """What is asked: the name of the value, its label in the language of the window, and for a
    choice the values and their words. `share` of the row's width.
    """

    name: str
    label: str
    kind: Kind = "line"
    options: Sequence[tuple[Any, str]] = ()
    note: str = ""
    share: int = 2
    lines: int = 2


class Input(QObject):
    """`edited` follows every change by a person; `entered` says that they are done with what keeps
    Enter to itself.
    """

    edited = Signal()
    entered = Signal()

    def __init__(self, spec: Spec, widget: QWidget, stops: Sequence[QWidget]) -> None:
        super().__init__()
        self.spec, self.widget, self.stops = spec, widget, tuple(stops)

    def show(self, value: Any) -> None:
        """Shows a value; that is no change."""
        raise NotImplementedError

    def value(self) -> Any:
        """What stands in it; None while it is nothing that can be taken."""
        raise NotImplementedError

    def close(self, *, closed: bool) -> None:
        """Whether it is there to be read only; asked of lines alone."""


class _Line(Input):
    def __init__(self, theme: Theme, spec: Spec) -> None:
        self.field = Field(theme, spec.label, spec.note)
        super().__init__(spec, self.field, [self.field.line])
        if spec.kind == "address":
            take_as_typed(self.field)
        self.field.edited.connect(lambda _: self.edited.emit())

    def show(self, value: str) -> None:
        if self.spec.kind == "address":
            self.field.line.setText(value)
        else:
            self.field.show_value(value)

    def value(self) -> str:
        text = self.field.value()
        return text if self.spec.kind == "line" else latin_digits(text)

    def close(self, *, closed: bool) -> None:
        self.field.line.setReadOnly(closed)
        self.field.close_box(closed=closed)


class _Number(Input):
    """A decimal; where it cannot be read the field says so and the value stays."""

    def __init__(self, theme: Theme, spec: Spec) -> None:
        self.field = Field(theme, spec.label, spec.note)
        super().__init__(spec, self.field, [self.field.line])
        self.field.edited.connect(self._typed)

    def show(self, value: float) -> None:
        self.field.show_value(f"{value:g}".replace(".", "٫") if value else "")

    def value(self) -> float | None:
        typed = latin_digits(unspaced(self.field.value()))
        text = typed.replace("٫", ".").replace("/", ".")
        if text and not _DECIMAL.fullmatch(text):
            return None
        return float(text or 0)

    def _typed(self, _: str) -> None:
        if self.value() is None:
            self.field.refuse(tr("only a number, not below zero"))
        self.edited.emit()


class _Count(Input):
    """A whole number; a letter or a sign is told at the field and never dropped in silence."""

    def __init__(self, theme: Theme, spec: Spec) -> None:
        money = spec.kind == "money"
        grouping: Literal["money", ""] = "money" if money else ""
        most = _SUM if money else _COUNT
        self.field = Field(theme, spec.label, spec.note, most=most, grouping=grouping)
        self.field.line.setFont(theme.font("code"))
        super().__init__(spec, self.field, [self.field.line])
        self.field.edited.connect(self._typed)

    def show(self, value: int) -> None:
        self.field.show_value(str(value) if value else "")

    def value(self) -> int | None:
        text = latin_digits(unspaced(self.field.value())).replace(",", "")
        if text and not _WHOLE.fullmatch(text):
            return None
        least = 0 if self.spec.kind == "money" else 1
        return max(int(text or 0), least)

    def _typed(self, _: str) -> None:
        if self.value() is None:
            self.field.refuse(tr("only whole numbers"))
        self.edited.emit()


class _Area(Input):
    def __init__(self, theme: Theme, spec: Spec) -> None:
        self.field = TextField(theme, spec.label, spec.note, lines=spec.lines)
        super().__init__(spec, self.field, [self.field.area])
        self.field.edited.connect(lambda _: self.edited.emit())
        self.field.entered.connect(self.entered)

    def show(self, value: Any) -> None:
        self.field.show_value(value if self.spec.kind == "area" else "\n".join(value))

    def value(self) -> Any:
        text = self.field.value()
        if self.spec.kind == "area":
            return text
        return tuple(line.strip() for line in text.splitlines() if line.strip())


class _Choice(Input):
    def __init__(self, theme: Theme, spec: Spec) -> None:
        self.field = ChoiceField(theme, spec.label, spec.note)
        super().__init__(spec, self.field, [self.field.choice])
        self._values = {str(value): value for value, _ in spec.options}
        self.field.show_options([(str(value), words) for value, words in spec.options])
        self.field.chosen.connect(lambda _: self.edited.emit())
        self.field.entered.connect(self.entered)

    def show(self, value: Any) -> None:
        self.field.show_value(str(value))

    def value(self) -> Any:
        return self._values[self.field.value()]


class _Yes(Input):
    def __init__(self, theme: Theme, spec: Spec) -> None:
        self.toggle = Toggle(theme, spec.label)
        super().__init__(spec, self.toggle, [self.toggle])
        self.toggle.toggled.connect(lambda _: self.edited.emit())

    def show(self, value: Any) -> None:
        _tick(self.toggle, on=bool(value))

    def value(self) -> bool:
        return self.toggle.isChecked()


class _Ticks(Input):
    """Some of a few values, in their order."""

    def __init__(self, theme: Theme, spec: Spec) -> None:
        around = QWidget()
        self._toggles = {value: Toggle(theme, words) for value, words in spec.options}
        super().__init__(spec, around, list(self._toggles.values()))
        row = QHBoxLayout()
        row.setSpacing(8)
        for toggle in self._toggles.values():
            toggle.setAccessibleDescription(spec.label)
            toggle.toggled.connect(partial(self._ticked))
            row.addWidget(toggle)
        column = QVBoxLayout(around)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Label(theme, spec.label, "label", "ink_2"))
        column.addLayout(row)

    def show(self, value: Any) -> None:
        for each, toggle in self._toggles.items():
            _tick(toggle, on=each in value)

    def value(self) -> tuple[Any, ...]:
        return tuple(each for each, toggle in self._toggles.items() if toggle.isChecked())

    def _ticked(self, _: bool) -> None:  # noqa: FBT001 - a slot
        self.edited.emit()


def _tick(toggle: Toggle, *, on: bool) -> None:
    toggle.blockSignals(True)
    toggle.setChecked(on)
    toggle.blockSignals(False)
    toggle.update()


_MADE: Mapping[Kind, type[Input]] = {
    "line": _Line,
    "code": _Line,
    "address": _Line,
    "area": _Area,
    "lines": _Area,
    "choice": _Choice,
    "number": _Number,
    "count": _Count,
    "money": _Count,
    "ticks": _Ticks,
    "yes": _Yes,
}


def make_input(theme: Theme, spec: Spec) -> Input:
    """The control for it."""
    return _MADE[spec.kind](theme, spec)  # type: ignore[call-arg, arg-type]
