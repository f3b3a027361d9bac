"""The last page."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from ui.frame.page import Act
from ui.frame.words import tr
from ui.look.parts.key_button import KeyButton
from ui.look.theme import Theme
from ui.wizard.step import Step


class DoneStep(Step):
    """Enter opens the window of this PC."""

    def __init__(self, theme: Theme) -> None:
        lead = tr("Enter opens the window of this PC. F1 shows its keys at any time.")
        super().__init__(theme, tr("All is ready"), lead)
        self._begin = KeyButton(theme, "Enter", "big")
        self._begin.show_state(tr("Begin work"), filled=True)
        self._begin.clicked.connect(self.forward)
        self.put(self._begin)

    def acts(self) -> Sequence[Act]:
        """The big key is all there is."""
        return ()

    def press(self, combo: str) -> bool:
        """There is no way back."""
        return combo == "Esc" or super().press(combo)

    def enter(self) -> None:
        """To the big key."""
        self._begin.setFocus(Qt.FocusReason.OtherFocusReason)
