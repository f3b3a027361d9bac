"""What stands on the kiosk: the screen of a place, as its visitor wants it."""

from msgspec.structs import replace
from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.showing.kiosk import KioskShown
from ui.kiosk.building import page_of
from ui.kiosk.face import Face
from ui.kiosk.left import Leavings
from ui.kiosk.modes import Mode, Modes
from ui.kiosk.places import Home, Place
from ui.kiosk.screen import Screen
from ui.look.parts.gone import let_go
from ui.look.theme import Theme
from ui.look.tokens import CONTRAST


class Stage(QObject):
    """Fills `window` with one screen after another. What a face has measured is kept while it
    stays the same.
    """

    wished = Signal(object)
    """A wish."""

    touched = Signal(object)
    """A tool."""

    missed = Signal(str)
    """What is still missing, in a sentence."""

    def __init__(self, theme: Theme, window: QWidget, place: Place, shown: KioskShown) -> None:
        super().__init__(window)
        self._window, self._usual = window, theme
        self._strong = theme if theme.tokens is CONTRAST else Theme(CONTRAST, theme.scale)
        self._face = Face(theme, window.size())
        self.modes = Modes()
        self._place, self._leavings = place, Leavings()
        self._column = QVBoxLayout(window)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self.screen = self._screen(place, shown)
        self._column.addWidget(self.screen)

    def build(self, place: Place, shown: KioskShown) -> None:
        """The screen of a place instead of the one before, as large as the window is now, and as
        it was left.
        """
        self._leavings.note(self._place, self.screen.page)
        self._place = place
        old, self.screen = self.screen, self._screen(place, shown)
        self._leavings.put_back(place, self.screen.page)
        self._column.replaceWidget(old, self.screen)
        self.screen.show()
        let_go(old)

    def turn(self, mode: Mode) -> None:
        """The next screen is built with it the other way round."""
        self.modes = self.modes.turned(mode)

    def be_silent(self) -> None:
        """Pages are not read any more; the rest stays as the visitor wants it."""
        self.modes = replace(self.modes, aloud=False)

    def forget(self) -> None:
        """The next screen is as usual, and nothing on it is anybody's."""
        self.modes = Modes()
        self._place = Home()

    def _screen(self, place: Place, shown: KioskShown) -> Screen:
        face = self._the_face(self._window.size())
        page = page_of(face, place, shown)
        page.wished.connect(self.wished)
        page.missed.connect(self.missed)
        prints = "survey" in shown.prints
        screen = Screen(face, page, shown.office, self.modes, prints=prints)
        screen.touched.connect(self.touched)
        return screen

    def _the_face(self, size: QSize) -> Face:
        modes, face = self.modes, self._face
        theme = self._strong if modes.contrast else self._usual
        wanted = (theme, size, modes.large, modes.low)
        if (face.theme, face.size, face.large, face.low) != wanted:
            self._face = Face(theme, size, large=modes.large, low=modes.low)
        return self._face
