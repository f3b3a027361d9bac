"""The windows that come where no other one can: why, and what to do now."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from ui.frame.keys import Key
from ui.frame.page import GAP, Act, Page
from ui.frame.window import FrameWindow
from ui.frame.words import tr
from ui.look.parts.label import Label
from ui.look.theme import Theme

_AGAIN, _CLOSE = "F5", "F12"
_SIDE = 120

_TO_TRY = Key(combo=_AGAIN, name="Try again", does="Opens the data once more")
_TO_CLOSE = Key(combo=_CLOSE, name="Close the program", does="Ends the program; nothing is changed")


class ShutPage(Page):
    """One sentence in the middle of the sheet. `again`: it can be tried once more."""

    def __init__(self, theme: Theme, title: str, sentence: str, *, again: bool) -> None:
        super().__init__(theme)
        self._may_try = again
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(sentence)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 0, _SIDE, 0)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(Label(theme, title, "question"))
        column.addWidget(Label(theme, sentence, "field", "ink_2", lines=3))
        column.addStretch(3)

    def acts(self) -> Sequence[Act]:
        """Once more, or the end."""
        again = (Act(combo=_AGAIN, name=tr("Try again"), filled=True),) if self._may_try else ()
        return (*again, GAP, Act(combo=_CLOSE, name=tr("Close the program")))

    def ring_rect(self) -> QRect:
        """Nothing here can be filled or chosen."""
        return QRect()


class SentenceWindow(FrameWindow):
    """One sentence and what can be done about it."""

    def __init__(self, theme: Theme, title: str, sentence: str, keys: Sequence[Key]) -> None:
        super().__init__(theme, keys)
        self.setWindowTitle(title)
        self.status.hide()
        self.on(_CLOSE, self._leave)
        self.go(ShutPage(theme, title, sentence, again=_TO_TRY in keys))

    def _leave(self) -> None:
        self.close()


class ShutWindow(SentenceWindow):
    """Says it until the program is closed or the data can be opened; `taken`: another window shows
    what this one should.
    """

    again = Signal()

    def __init__(self, theme: Theme, sentence: str, *, taken: bool = False) -> None:
        title = tr("Open in another window") if taken else tr("The data could not be opened")
        super().__init__(theme, title, sentence, (_TO_TRY, _TO_CLOSE))
        self.on(_AGAIN, self.again.emit)


class OpeningWindow(SentenceWindow):
    """Opening takes long: a newer program puts what is kept in its own order, a disk is slow. Who
    sees nothing for a minute starts the program again and again.
    """

    def __init__(self, theme: Theme) -> None:
        title = tr("This PC is being made ready")
        sentence = tr("Opening takes longer than usual. Nothing is lost; please wait.")
        super().__init__(theme, title, sentence, (_TO_CLOSE,))
