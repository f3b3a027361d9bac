"""The keys of a window, each with its name, at places that stay the same all day."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.frame.page import GAP, Act
from ui.frame.words import tr
from ui.look.parts.key_button import KeyButton
from ui.look.theme import Theme

_SIDE, _BETWEEN, _GROUPS, _MORE = 12, 8, 25, 24


class KeyBar(QWidget):
    """Acts from the right end to the left. The last group stands at the left end, the others at the
    right; room that is left widens the keys a little, and lies before the last group.
    """

    pressed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._acts: tuple[Act, ...] = ()
        self._buttons: dict[str, KeyButton] = {}
        self._spare: dict[str, KeyButton] = {}
        self._widest: dict[str, int] = {}
        self._lines: list[int] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_acts(self, acts: Sequence[Act]) -> None:
        """Shows these keys; those that stood there before are kept, and change in their place."""
        if tuple(acts) == self._acts:
            return
        before = [act.combo for act in self._acts]
        self._acts = tuple(acts)
        if before != [act.combo for act in acts]:
            self._renew()
            self.updateGeometry()
        for act in self._acts:
            if act != GAP:
                self._show(act, self._buttons[act.combo])
        self._arrange()

    def button(self, combo: str) -> KeyButton | None:
        """The button of a key."""
        return self._buttons.get(combo)

    @property
    def buttons(self) -> Sequence[KeyButton]:
        """All of them, from the right end to the left."""
        return [self._buttons[act.combo] for act in self._acts if act.combo in self._buttons]

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(400), self._key_height() + 2 * self._margin + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("sunk"))
        line = self._theme.colour("line")
        painter.fillRect(QRect(0, 0, self.width(), 1), line)
        for x in self._lines:
            high = self._key_height()
            painter.fillRect(QRect(x, self._margin + 1, 1, high), self._theme.colour("edge_soft"))
        painter.end()

    # -- its keys --------------------------------------------------------------------------------

    def _renew(self) -> None:
        """Keys that were made are kept, hidden, for when they are wanted again."""
        wanted = [act.combo for act in self._acts if act != GAP]
        for combo in set(self._buttons) - set(wanted):
            gone = self._spare[combo] = self._buttons.pop(combo)
            gone.hide()
        self._widest.clear()
        for combo in wanted:
            if combo not in self._buttons:
                spare = combo in self._spare
                self._buttons[combo] = self._spare.pop(combo) if spare else self._made(combo)
                self._buttons[combo].show()

    def _made(self, combo: str) -> KeyButton:
        button = KeyButton(self._theme, combo, parent=self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.pressed.emit(combo))
        button.show()
        return button

    def _show(self, act: Act, button: KeyButton) -> None:
        """A key has room enough to become the next natural act without growing."""
        button.show_state(act.name, filled=True)
        bold = button.sizeHint().width()
        button.show_state(act.name, filled=act.filled, why_not=act.why_not, note=act.note)
        usual = button.sizeHint().width()
        self._widest[act.combo] = max(self._widest.get(act.combo, 0), bold, usual)
        if act.why_not:
            name = " ".join(act.name.split())
            said = tr(
                "{name} ({combo}), not possible now: {why}",
                name=name,
                combo=act.combo,
                why=act.why_not,
            )
            button.setAccessibleName(said)

    # -- their places ----------------------------------------------------------------------------

    @property
    def _margin(self) -> int:
        return 5 if self._theme.large else 6

    def _key_height(self) -> int:
        hints = [button.sizeHint().height() for button in self._buttons.values()]
        return max(hints, default=self._theme.px(44))

    def _arrange(self) -> None:
        groups = [list(group) for gap, group in groupby(self._acts, GAP.__eq__) if not gap]
        if not groups or not self.width():
            self._lines = []
            return
        inner = self.width() - 2 * _SIDE - _GROUPS * (len(groups) - 1)
        inner -= _BETWEEN * sum(len(group) - 1 for group in groups)
        widths = _fitted([self._widest[a.combo] for group in groups for a in group], inner)
        self._lay(groups, dict(zip(self._buttons_in(groups), widths, strict=True)))
        self.update()

    def _buttons_in(self, groups: Sequence[Sequence[Act]]) -> list[str]:
        return [act.combo for group in groups for act in group]

    def _lay(self, groups: Sequence[Sequence[Act]], widths: dict[str, int]) -> None:
        self._lines = []
        high, right = self._key_height(), self.width() - _SIDE
        for group in groups:
            if group is groups[-1] and len(groups) > 1:
                wide = sum(widths[a.combo] for a in group) + _BETWEEN * (len(group) - 1)
                right = _SIDE + wide
            if group is not groups[0]:
                self._lines.append(right + _GROUPS // 2)
            for act in group:
                spot = QRect(right - widths[act.combo], 0, widths[act.combo], high)
                spot.moveTop(self._margin + 1)
                self._buttons[act.combo].setGeometry(spot)
                right = spot.left() - _BETWEEN
            right -= _GROUPS - _BETWEEN


def _fitted(widths: Sequence[int], inner: int) -> list[int]:
    """Widths that fill the row: each a little wider where there is room, narrower where there is
    none.
    """
    spare = inner - sum(widths)
    if spare >= 0:
        more = min(spare // max(len(widths), 1), _MORE)
        return [wide + more for wide in widths]
    return [wide * inner // sum(widths) for wide in widths]
