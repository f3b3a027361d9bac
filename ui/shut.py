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

KEYS = (
    Key(combo=_AGAIN, name="Try again", does="Opens the data once more"),
    Key(combo=_CLOSE, name="Close the program", does="Ends the program; nothing is changed"),
)


class SentencePage(Page):
    """One sentence in the middle of the sheet, and what can be done about it."""

    def __init__(self, theme: Theme, title: str, sentence: str, acts: Sequence[Act]) -> None:
        super().__init__(theme)
        self._acts = acts
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
        """Once more, or the end; nothing while one has to wait."""
        return self._acts

    def ring_rect(self) -> QRect:
        """Nothing here can be filled or chosen."""
        return QRect()


class ShutWindow(FrameWindow):
    """Says it until the program is closed or the data can be opened; `taken`: another window shows
    what this one should.
    """

    again = Signal()

    def __init__(self, theme: Theme, sentence: str, *, taken: bool = False) -> None:
        super().__init__(theme, KEYS)
        title = tr("Open in another window") if taken else tr("The data could not be opened")
        self.setWindowTitle(title)
        self.status.hide()
        self.on(_AGAIN, self.again.emit)
        self.on(_CLOSE, self._leave)
        again = Act(combo=_AGAIN, name=tr("Try again"), filled=True)
        acts = (again, GAP, Act(combo=_CLOSE, name=tr("Close the program")))
        self.go(SentencePage(theme, title, sentence, acts))

    def _leave(self) -> None:
        self.close()


class OpeningWindow(FrameWindow):
    """Opening takes long: a newer program puts what is kept in its own order, a disk is slow. Who
    sees nothing for a minute starts the program again and again. It offers nothing: who touches it
    in a hall must not end the kiosk.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, ())
        title = tr("This PC is being made ready")
        sentence = tr("Opening takes longer than usual. Nothing is lost; please wait.")
        self.setWindowTitle(title)
        self.status.hide()
        self.go(SentencePage(theme, title, sentence, ()))
