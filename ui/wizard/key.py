"""The recovery key: shown once, taken to paper, and typed in part from there."""

import secrets
from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal

from app.refusal import Refusal
from ui.frame.page import GAP, Act
from ui.frame.words import tr
from ui.look.parts.field import Field
from ui.look.theme import Theme
from ui.wizard.groups import Groups
from ui.wizard.step import Step


class KeyStep(Step):
    """First the key with the ways to paper; then, covered, the question for one of its groups."""

    printed = Signal()
    kept = Signal()
    wrong = Signal(object)

    def __init__(self, theme: Theme, key: str) -> None:
        lead = tr(
            "Backups open elsewhere with this key alone. Take it to paper and keep it away from"
            " this PC; it is shown this once."
        )
        super().__init__(theme, tr("Recovery key"), lead)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._groups = tuple(key.split("-"))
        self.asked = secrets.randbelow(len(self._groups))
        self.shown = Groups(theme, self._groups)
        label = tr("Group {n}, as it stands on your sheet", n=self.asked + 1)
        self.field = Field(theme, label, kind="code", most=6)
        self.field.hide()
        self.put(self.shown)
        self.put(self.field)

    def acts(self) -> Sequence[Act]:
        """The ways to paper, and on."""
        if self.shown.covered:
            return super().acts()
        return (
            Act(combo="F7", name=tr("Keep in a file")),
            GAP,
            Act(combo="F8", name=tr("Print the recovery key"), filled=True),
            Act(combo="Enter", name=tr("I have it on paper")),
        )

    def press(self, combo: str) -> bool:
        """F8 and F7 bring it to paper; Enter asks for a group, Esc shows the key again."""
        if self.shown.covered:
            return self._answer(combo)
        deeds = {"F8": self.printed.emit, "F7": self.kept.emit, "Enter": self.ask}
        if combo in deeds:
            deeds[combo]()
        return combo in deeds or combo == "Esc"

    def ask(self) -> None:
        """Covers the key and asks for one group of it."""
        self._cover(covered=True)
        self.field.show_value("")
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self) -> None:
        """To the key itself."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def check(self) -> None:
        """Refuses `recovery_key_wrong(group)`."""
        if self.field.value() != self._groups[self.asked]:
            self.field.mark("wrong")
            raise Refusal("recovery_key_wrong", group=self.asked + 1)

    def ring_rect(self) -> QRect:
        """Nothing can be filled while the key is shown."""
        return QRect()

    def _answer(self, combo: str) -> bool:
        if combo == "Esc":
            self._cover(covered=False)
            self.enter()
            return True
        return super().press(combo)

    def _cover(self, *, covered: bool) -> None:
        self.shown.cover(covered=covered)
        self.field.setVisible(covered)
        self.acts_changed.emit()
