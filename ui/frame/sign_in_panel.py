"""What covers a window until somebody has said who works at it."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.showing.entrance import Entrance
from ui.frame.keys import EDITING
from ui.frame.over import Over
from ui.frame.secret_field import secret_field
from ui.frame.sign_in_words import hint_of
from ui.frame.words import tr
from ui.look import brush
from ui.look.parts.field import Field
from ui.look.parts.key_button import KeyButton
from ui.look.parts.label import Label
from ui.look.parts.paragraph import Paragraph
from ui.look.theme import Theme

Stage = Literal["enter", "choose", "change"]
"""Code and password; a first password of one's own; another one in place of the present one."""

_WIDE, _PAD, _GAP, _RADIUS = 460, 28, 10, 12
_FIELDS: dict[Stage, tuple[str, ...]] = {
    "enter": ("code", "password"),
    "choose": ("fresh", "again"),
    "change": ("password", "fresh", "again"),
}


class SignInPanel(Over):
    """Covers head, page and keys; the state at the foot stays in sight. `entered` gives code and
    password, `chosen` the present password and the new one, `left` that it was taken back.
    """

    entered = Signal(str, str)
    chosen = Signal(str, str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.stage: Stage = "enter"
        self.leads_back = self.busy = self._going = False
        self._card = QWidget(self)
        self.title = Label(theme, "", "question")
        self.why = Paragraph(theme, "", "body", "ink_2")
        self.code = Field(theme, tr("Code of the clerk"), kind="code", most=12)
        self.password = secret_field(theme, tr("Password"))
        self.fresh = secret_field(theme, tr("New password"))
        self.again = secret_field(theme, tr("New password, once more"))
        self.wrong = Paragraph(theme, "", "open", "brick")
        self.hint = Paragraph(theme, "", "secondary", "ink_2")
        self.go_on = KeyButton(theme, "Enter")
        self.back = KeyButton(theme, "Esc")
        self._lay_out()
        self._connect()

    @property
    def first(self) -> str:
        """What comes before every other deed."""
        return tr("Sign in first.")

    # -- what is wanted --------------------------------------------------------------------------

    def ask(self, shown: Entrance, why: str = "", *, leads_back: bool = False) -> None:
        """Asks who works here, most likely whose window it was last; `why`, else which window it
        is. `leads_back`: Esc takes it back.
        """
        said = why or self.window().windowTitle()
        self._show("enter", tr("Sign in"), said, hint_of(shown), leads_back=leads_back)
        code = "" if shown.stands else shown.code
        self.code.show_value(code, filled_from=shown.name if code else "")
        self.come((self.password if code else self.code).line)

    def ask_own(self, why: str, *, leads_back: bool) -> None:
        """Asks for a password of one's own."""
        self._show("choose", tr("Choose a password of your own"), why, leads_back=leads_back)
        self.come(self.fresh.line)

    def ask_another(self) -> None:
        """Asks for another password in place of the present one."""
        why = tr("At least eight letters; neither your name nor your code.")
        self._show("change", tr("Change my password"), why, leads_back=True)
        self.come(self.password.line)

    def refuse(self, text: str) -> None:
        """Says why it is not so; what is wrong is typed anew."""
        self.wrong.show_text(text)
        self.wrong.setVisible(bool(text))
        for field in (self.password, self.fresh, self.again):
            field.show_value("")
        shown = [self._field(name) for name in _FIELDS[self.stage]]
        next(field for field in shown if not field.value()).line.setFocus()
        self._place()

    def forget(self) -> None:
        """Leaves nothing typed behind, and goes away."""
        self.refuse("")
        self._going = True  # what gets the focus back keeps it
        self.leave()
        self._going = False

    # -- keys and focus --------------------------------------------------------------------------

    def press(self, combo: str) -> bool:
        """Esc leads back where it may; nothing else of the window is possible."""
        if combo == "Esc" and self.leads_back and not self.busy:
            self.forget()
            self.left.emit()
        return combo not in EDITING

    def hold_focus(self, wanted: QWidget) -> None:
        """Something below wants the focus: it gets it when this is gone."""
        if self._going:
            return
        self._before = wanted
        shown = [self._field(name) for name in _FIELDS[self.stage]]
        next((field for field in shown if not field.value()), shown[-1]).line.setFocus()

    def height_for(self, width: int, available: int) -> int:
        """All that there is."""
        del width
        return available

    # -- how -------------------------------------------------------------------------------------

    def _show(
        self, stage: Stage, title: str, why: str, hint: str = "", *, leads_back: bool
    ) -> None:
        self.stage, self.leads_back = stage, leads_back
        self.title.show_text(title)
        self.setAccessibleName(title)
        for text, part in ((why, self.why), (hint, self.hint), ("", self.wrong)):
            part.show_text(text)
            part.setVisible(bool(text))
        for name in ("code", "password", "fresh", "again"):
            self._field(name).setVisible(name in _FIELDS[stage])
            self._field(name).show_value("")
        self.password.show_label(tr("Password") if stage == "enter" else tr("Present password"))
        self.go_on.show_state(tr("Sign in") if stage == "enter" else tr("Keep"), filled=True)
        self.back.show_state(tr("Back"))
        self.back.setVisible(leads_back)
        self._place()

    def _field(self, name: str) -> Field:
        fields = {
            "code": self.code,
            "password": self.password,
            "fresh": self.fresh,
            "again": self.again,
        }
        return fields[name]

    def _agree(self) -> None:
        """The next field that is empty; else what was typed counts."""
        if self.busy:
            return
        names = _FIELDS[self.stage]
        optional = {"password"} if self.stage == "enter" else set()
        focused = [name for name in names if self._field(name).line.hasFocus()]
        ahead = names[names.index(focused[0]) + 1 :] if focused else ()
        if ahead and not self._field(ahead[0]).value():
            self._field(ahead[0]).line.setFocus()
        elif lacking := [n for n in names if n not in optional and not self._field(n).value()]:
            self._field(lacking[0]).line.setFocus()
        else:
            self._give()

    def _give(self) -> None:
        if self.stage == "enter":
            self.entered.emit(self.code.value(), self.password.value())
        elif self.fresh.value() != self.again.value():
            self.fresh.show_value("")
            self.again.show_value("")
            self.wrong.show_text(tr("The two new passwords differ; type them once more."))
            self.wrong.show()
            self.fresh.line.setFocus()
            self._place()
        else:
            self.chosen.emit(self.password.value(), self.fresh.value())

    def _connect(self) -> None:
        for field in (self.code, self.password, self.fresh, self.again):
            field.entered.connect(self._agree)
        self.go_on.clicked.connect(self._agree)
        self.back.clicked.connect(lambda: self.press("Esc"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._card)
        column.setContentsMargins(_PAD, _PAD - 8, _PAD, _PAD - 4)
        column.setSpacing(_GAP)
        for part in self._parts():
            column.addWidget(part)
        keys = QHBoxLayout()
        keys.setSpacing(8)
        keys.addWidget(self.go_on)
        keys.addWidget(self.back)
        keys.addStretch()
        column.addSpacing(4)
        column.addLayout(keys)
        column.addWidget(self.hint)

    def _parts(self) -> Sequence[QWidget]:
        fields = (self.code, self.password, self.fresh, self.again)
        return (self.title, self.why, *fields, self.wrong)

    def _place(self) -> None:
        """In the middle, a little above it."""
        layout = self._card.layout()
        if layout is None or not self.width():
            return
        wide = min(self._theme.px(_WIDE), self.width())
        layout.activate()
        high = max(layout.heightForWidth(wide), layout.minimumSize().height())
        left, free = (self.width() - wide) // 2, max(self.height() - high, 0)
        self._card.setGeometry(QRect(left, free * 2 // 5, wide, min(high, self.height())))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("ground"))
        edge = self._theme.colour("edge_soft")
        surface = self._theme.colour("surface")
        brush.box(painter, self._card.geometry(), _RADIUS, surface, edge)
        painter.end()
