"""The windows that come where no other one can: why, and what to do now."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout

from ui.frame.keys import Key
from ui.frame.page import GAP, Act, Page
from ui.frame.public_window import LEAVE
from ui.frame.window import FrameWindow
from ui.frame.words import tr
from ui.look.parts.label import Label
from ui.look.theme import Theme

_AGAIN, _CLOSE = "F5", "F12"
_SIDE = 120

_LINES = 4
_FAR = 2.0
"""So much larger is what the public reads, from further away than a clerk."""

RETRY = 15_000
"""Milliseconds after which a window before the public tries again."""

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
        column.addWidget(Label(theme, sentence, "field", "ink_2", lines=_LINES))
        column.addStretch(3)

    def acts(self) -> Sequence[Act]:
        """Once more, or the end; nothing while one has to wait."""
        return self._acts

    def ring_rect(self) -> QRect:
        """Nothing here can be filled or chosen."""
        return QRect()


class SentenceWindow(FrameWindow):
    """A window of one such page. Before the public (`public`) the system's own ways of closing it
    do nothing: who stands there must not get behind it.
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        sentence: str,
        *,
        keys: Sequence[Key] = (),
        acts: Sequence[Act] = (),
        public: bool = False,
    ) -> None:
        theme = Theme(theme.tokens, _FAR) if public else theme
        super().__init__(theme, keys)
        self._public = public
        self.key_bar.setHidden(public)
        self.setWindowTitle(title)
        self.status.hide()
        self.go(SentencePage(theme, title, sentence, acts))

    def leave(self) -> None:
        """Somebody may, and wants to."""
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """By the program, and where the public does not stand by whoever wants."""
        if event.spontaneous() and self._public:
            event.ignore()
        else:
            super().closeEvent(event)


class ShutWindow(SentenceWindow):
    """Says it until the program is closed or the data can be opened; `taken`: another window shows
    what this one should.
    """

    again = Signal()

    def __init__(self, theme: Theme, sentence: str, *, taken: bool = False) -> None:
        title = tr("Open in another window") if taken else tr("The data could not be opened")
        again = Act(combo=_AGAIN, name=tr("Try again"), filled=True)
        acts = (again, GAP, Act(combo=_CLOSE, name=tr("Close the program")))
        super().__init__(theme, title, sentence, keys=KEYS, acts=acts)
        self.on(_AGAIN, self.again.emit)
        self.on(_CLOSE, self.leave)


class OutOfOrderWindow(SentenceWindow):
    """The same where the public stands and nobody presses keys: it tries `again` by itself. On a
    wall the key of its windows closes it; a kiosk is left by its PIN alone, which lies in the data.
    """

    again = Signal()

    def __init__(self, theme: Theme, sentence: str, *, on_wall: bool) -> None:
        please = tr("Please tell the clerks of the desk. This PC tries again by itself.")
        super().__init__(theme, tr("Out of order"), f"{please} {sentence}", public=True)
        self._retry = QTimer(self, interval=RETRY, singleShot=True)
        self._retry.timeout.connect(self.again)
        self._retry.start()
        if on_wall:
            self.on(LEAVE, self.leave)


class OpeningWindow(SentenceWindow):
    """Opening takes long: a newer program puts what is kept in its own order, a disk is slow. Who
    sees nothing for a minute starts the program again and again. It offers nothing: who touches it
    in a hall must not end the kiosk.
    """

    def __init__(self, theme: Theme, *, public: bool = False) -> None:
        title = tr("This PC is being made ready")
        sentence = tr("Opening takes longer than usual. Nothing is lost; please wait.")
        super().__init__(theme, title, sentence, public=public)
