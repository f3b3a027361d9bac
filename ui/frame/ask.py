"""One question on top of the keys, in place of a dialog."""

from collections.abc import Callable, Sequence
from functools import partial
from time import monotonic
from typing import Literal

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.letters import latin_digits
from app.value import Value
from ui.file_name import whole_path
from ui.frame.bare import BareField, take_as_typed
from ui.frame.keys import EDITING, HELP
from ui.frame.over import Over
from ui.frame.words import tr
from ui.look import brush
from ui.look.parts.gone import let_go
from ui.look.parts.key_button import KeyButton
from ui.look.parts.label import Label
from ui.look.theme import Theme

_PAD, _SIDE, _GAP = 8, 20, 8
_QUESTION, _FIELD = 0.6, 340


class Ask(Value, frozen=True, kw_only=True):
    """`kind` confirm: Enter is yes. text: something must be typed, number: digits only (given back
    in ASCII), path: the name of a file, given back with its whole path. choice: `choices` are
    (id, name); taken by the digit 1-9 of its place, or by arrows and Enter. `given` is what stands
    in the field at first; what is `optional` may be left empty.
    """

    question: str
    kind: Literal["confirm", "text", "number", "path", "choice"] = "confirm"
    given: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    optional: bool = False


_UNREAD = 0.5
"""Seconds in which Enter does not agree to what has only just come to the screen."""

_A_LITTLE = 20
"""Milliseconds by which the key that answers is shown as possible rather too late than too soon."""


class AskStrip(Over):
    """Puts the question, keeps the focus until it is answered or taken back, then returns it.

    Enter is drawn pale until it counts; `told` says why it did not.
    """

    told = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._asked = Ask(question="")
        self._then: Callable[[str], None] = _nothing
        self._field: BareField | None = None
        self._parts: list[QWidget] = []
        self._enter: KeyButton | None = None
        self.asked_at = 0.0
        self._reading = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._reading.timeout.connect(self._judge)

    @property
    def first(self) -> str:
        """What comes before every other deed."""
        return tr("Answer the question first, or take it back with Esc.")

    def ask(self, asked: Ask, then: Callable[[str], None]) -> None:
        """Asks; `then` gets the answer: an id, what was typed, or nothing where Enter was yes."""
        self._asked, self._then = asked, then
        self.asked_at = monotonic()
        self._forget()
        self.setAccessibleName(asked.question)
        self._add(self._question())
        controls = self._controls()
        for control in controls:
            self._add(control)
        self._add(self._button("Esc", tr("Back"), self.give_up))
        self.come(controls[0])
        self._place()
        if self.unread:
            self._reading.start(round(_UNREAD * 1000) + _A_LITTLE)
        self._judge()

    def leave(self) -> None:
        self._reading.stop()
        super().leave()

    def press(self, combo: str) -> bool:
        """Esc takes the question back, a digit chooses; no other deed is possible meanwhile."""
        if combo == "Esc":
            self.give_up()
        elif combo.isdecimal():
            self._choose(int(combo) - 1)
        return combo not in EDITING and combo != HELP

    def give_up(self) -> None:
        """Takes the question back; nobody is told."""
        self._then = _nothing
        self.leave()

    def height_for(self, width: int, available: int) -> int:
        """How high it must be in a window that wide."""
        return min(self._flow(width)[1], available)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose, wherever in the question the focus stands."""
        digit = latin_digits(event.text())
        if self._asked.kind == "choice" and digit.isdecimal():
            self._choose(int(digit) - 1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        painter.fillRect(QRect(0, 0, self.width(), 1), self._theme.colour("edge"))
        painter.end()

    # -- answers ---------------------------------------------------------------------------------

    def _choose(self, place: int) -> None:
        if self._asked.kind == "choice" and 0 <= place < len(self._asked.choices):
            self._answer(self._asked.choices[place][0])

    def _agree(self) -> None:
        if why := self._why_not():
            self.told.emit(why)
        else:
            typed = self._field.value() if self._field else ""
            self._answer(whole_path(typed) if self._asked.kind == "path" else typed)

    def _why_not(self) -> str:
        """Why Enter does not count now; what was typed was meant."""
        typed = self._field.value() if self._field else ""
        if self._field and not typed and not self._asked.optional:
            return tr("Nothing is typed yet; the answer cannot be empty.")
        given = not self._field or typed == self._asked.given
        return tr("One moment; read the question first.") if given and self.unread else ""

    def _judge(self) -> None:
        """Shows whether Enter counts."""
        if self._enter is not None:
            name = tr("Confirm") if self._field else tr("Yes")
            self._enter.show_state(name, why_not=self._why_not())

    @property
    def read(self) -> bool:
        """Whether its keys are drawn as they will stay, unless somebody types."""
        return not self._reading.isActive()

    @property
    def unread(self) -> bool:
        """Who pressed Enter before the question could be read meant something else."""
        return monotonic() - self.asked_at < _UNREAD

    def _answer(self, answer: str) -> None:
        then, self._then = self._then, _nothing
        self.leave()
        then(answer)

    # -- its parts -------------------------------------------------------------------------------

    def _forget(self) -> None:
        for part in self._parts:
            let_go(part)
        self._parts, self._field, self._enter = [], None, None

    def _add(self, part: QWidget) -> None:
        part.setParent(self)
        part.show()
        self._parts.append(part)

    def _question(self) -> Label:
        text, font = self._asked.question, self._theme.font("strong")
        lines = len(brush.broken(text, font, round(self.window().width() * _QUESTION)))
        return Label(self._theme, text, "strong", lines=lines)

    def _controls(self) -> Sequence[QWidget]:
        if self._asked.kind == "choice":
            return [
                self._button(str(place + 1), name, partial(self._choose, place))
                for place, (_, name) in enumerate(self._asked.choices)
            ]
        if self._asked.kind == "confirm":
            self._enter = self._button("Enter", tr("Yes"), self._agree)
            return [self._enter]
        self._field = self._entry()
        self._enter = self._button("Enter", tr("Confirm"), self._agree)
        return [self._field, self._enter]

    def _entry(self) -> BareField:
        number = self._asked.kind == "number"
        field = BareField(self._theme, self._asked.question, kind="code" if number else "text")
        if self._asked.kind == "path":
            take_as_typed(field)
            field.line.setText(self._asked.given)
        else:
            field.show_value(self._asked.given)
        field.line.selectAll()
        field.entered.connect(self._agree)
        field.edited.connect(self._judge)
        return field

    def _button(self, key: str, name: str, act: Callable[[], None]) -> KeyButton:
        button = KeyButton(self._theme, key, "medium")
        button.show_state(name)
        button.clicked.connect(lambda _checked: act())
        return button

    # -- places ----------------------------------------------------------------------------------

    def _place(self) -> None:
        for part, spot in zip(self._parts, self._flow(self.width())[0], strict=True):
            part.setGeometry(spot)

    def _flow(self, width: int) -> tuple[list[QRect], int]:
        """Where each part stands, line by line from the right, and how high that is."""
        line = max((part.sizeHint().height() for part in self._parts), default=0)
        spots, right, top = [], width - _SIDE, _PAD + 1
        sizes = [self._size(part, width - 2 * _SIDE) for part in self._parts]
        whole = sum(size.width() + _GAP for size in sizes) - _GAP
        apart = self._asked.kind == "choice" and whole > width - 2 * _SIDE
        for place, size in enumerate(sizes):
            full = right - size.width() < _SIDE and right < width - _SIDE
            if full or (apart and place == 1):
                right, top = width - _SIDE, top + line + _GAP
            above = (line - size.height()) // 2
            spots.append(QRect(right - size.width(), top + above, size.width(), size.height()))
            right -= size.width() + _GAP
        return spots, top + line + _PAD

    def _size(self, part: QWidget, most: int) -> QSize:
        hint = part.sizeHint()
        if part is self._field:
            return QSize(min(self._theme.px(_FIELD), most), hint.height())
        if isinstance(part, Label):
            lines = brush.broken(part.text, self._theme.font("strong"), round(most * _QUESTION))
            wide = max(self._theme.width("strong", text) for text in lines) + 2 * _GAP
            return QSize(min(wide, most), hint.height())
        return QSize(min(hint.width(), most), hint.height())


def _nothing(_: str) -> None:
    """Nobody waits for an answer."""
