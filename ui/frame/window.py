"""The window that all windows are: the pages in its frame, and what its keys mean."""

from collections.abc import Callable, Sequence
from time import monotonic

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.frame.frame import Frame
from ui.frame.help import HelpPage, meanings
from ui.frame.keys import HELP, Key, combo_of
from ui.frame.over import Over
from ui.frame.page import GAP, Act, Page
from ui.look.theme import Theme

_TWICE = 0.4
"""Seconds within which the same key again is the same press."""

_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show}
_MODIFIERS = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
}


class FrameWindow(Frame):
    """Takes every key first: what asks, then the page, then the window's own deeds.

    A page is put on top with `go` and left with Esc, to the one before it; the lowest one stays.
    `touched`: somebody has pressed a key.
    """

    touched = Signal()

    def __init__(
        self,
        theme: Theme,
        keys: Sequence[Key],
        head: QWidget | None = None,
        rail: QWidget | None = None,
    ) -> None:
        super().__init__(theme, head, rail)
        self.keys = keys
        self._acts: dict[str, Callable[[], None]] = {HELP: self.help}
        self._trail: list[Page] = []
        self._help = HelpPage(theme)
        self._pressed = ("", 0.0)
        self._watched: QWidget | None = None
        for over in (self.picking, self.asking):
            over.turned.connect(self.show_keys)
        self.gate.turned.connect(self._place)
        self.key_bar.pressed.connect(self.press)
        self._x11 = QGuiApplication.platformName() in ("xcb", "wayland", "offscreen")
        self.ring.installEventFilter(self)  # a message never stands on what has the focus
        self.installEventFilter(self)  # where nothing has the focus, keys come here
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)
            self._follow(None, application.focusWidget())

    # -- pages -----------------------------------------------------------------------------------

    @property
    def page(self) -> Page | None:
        """The page on top."""
        return self._trail[-1] if self._trail else None

    def go(self, page: Page) -> None:
        """Puts a page on top and the focus into it."""
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
            page.leave.connect(self.back)
            page.acts_changed.connect(self.show_keys)
        if page in self._trail:
            del self._trail[self._trail.index(page) :]
        self._trail.append(page)
        self.pages.setCurrentWidget(page)
        self.show_keys()
        page.enter()

    def only(self, page: Page) -> None:
        """Puts a page in place of all others; no way leads back from it."""
        self._trail.clear()
        self.go(page)

    def back(self) -> None:
        """From the page on top to the one before it."""
        if len(self._trail) > 1:
            self.go(self._trail[-2])

    def home(self) -> None:
        """To the lowest page."""
        if len(self._trail) > 1:
            self.go(self._trail[0])

    def show_keys(self) -> None:
        """Shows the keys as the page on top says; none but Esc is possible while something is
        asked.
        """
        acts, over = self._shown_acts(), self._over
        self.key_bar.show_acts([_after(over, act) for act in acts] if over else acts)

    def help(self) -> None:
        """What each key does on the page on top, from the tables that make the buttons."""
        self.picking.give_up()
        self.asking.give_up()
        if self.page is self._help:
            return
        self._help.show_keys(meanings(self.page, self.keys))
        if self._help in self._trail:
            self._trail.remove(self._help)
        self.go(self._help)

    # -- keys ------------------------------------------------------------------------------------

    def on(self, combo: str, act: Callable[[], None]) -> None:
        """What a key does wherever the page has nothing else for it."""
        self._acts[combo] = act

    def press(self, combo: str) -> bool:
        """Does what a key or its button means now; False where it means nothing."""
        self._unsay()
        over = self._over
        if over is not None and (combo != HELP or over is self.gate):
            taken = over.press(combo)
            if taken and over is self._over and over is not self.gate:
                self.refuse(over.first)
            return taken
        act = next((act for act in self._shown_acts() if act.combo == combo), None)
        if act is not None and act.why_not:
            self.refuse(act.why_not)
            return True
        if self.page is not None and self.page.press(combo):
            return True
        if combo in self._acts:
            self._acts[combo]()
            return True
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sees keys before the control that has the focus, and where the focus goes."""
        if watched is self.ring and event.type() in _MOVES and not self.strip.isHidden():
            self._place()
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return False
        if event.type() == QEvent.Type.KeyPress:
            self.touched.emit()
        combo = combo_of(event, x11=self._x11)
        fresh = watched is self._first() and not self.held.giving
        if fresh and (self._same_press(combo, event) or self._held_back(event)):
            return True
        if not _of_the_house(combo):
            if event.type() == QEvent.Type.KeyPress:
                self._other(watched, event)
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return event.type() == QEvent.Type.KeyPress and self._taken(combo)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Whoever has the focus in this window is watched, and nobody else: a filter on the whole
        application would cost every event of every control.
        """
        watched, self._watched = self._watched, None
        if watched is not None and isValid(watched):
            watched.removeEventFilter(self)
        if now is not None and now is not self and now.window() is self:
            self._watched = now
            now.installEventFilter(self)
            if not self.gate.isHidden() and not self.gate.isAncestorOf(now):
                self.gate.hold_focus(now)

    def _other(self, watched: QWidget, event: QKeyEvent) -> None:
        """A message stays until the next key. What a control leaves alone goes on to those around
        it, so that one press comes here more than once; only the first counts, or the press would
        take away what it brought.
        """
        if watched is self._first() and Qt.Key(event.key()) not in _MODIFIERS:
            self._unsay()

    def _same_press(self, combo: str, event: QKeyEvent) -> bool:
        """The same key again at once, or held down, is one press, at whatever time it is acted on.
        Letters come as often as they are typed; Enter may mean a deed.
        """
        if event.type() != QEvent.Type.KeyPress or Qt.Key(event.key()) in _MODIFIERS:
            return False
        if not _of_the_house(combo):
            self._pressed = ("", 0.0)
            return combo == "Enter" and event.isAutoRepeat()
        (before, at), now = self._pressed, monotonic()
        self._pressed = (combo, now)
        return combo == before and (event.isAutoRepeat() or now - at < _TWICE)

    def _taken(self, combo: str) -> bool:
        """Whether it means something to the house; what does not (copying, pasting) is left to the
        control in focus, as often as it comes.
        """
        taken = self.press(combo)
        if not taken:
            self._pressed = ("", 0.0)
        return taken

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001, N802 - as Qt has it
        """Tab goes through the page and the keys, as the page says, and nowhere else."""
        said = self.page.stops() if self.page is not None else ()
        if not said:
            return super().focusNextPrevChild(forward)
        stops = [each for each in (*said, *self.key_bar.buttons) if _takes_tab(each)]
        present, step = self.focusWidget(), 1 if forward else -1
        at = stops.index(present) + step if present in stops else min(step, 0)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[at % len(stops)].setFocus(reason)
        return True

    def _shown_acts(self) -> Sequence[Act]:
        return self.page.acts() if self.page is not None else ()


def _after(over: Over, act: Act) -> Act:
    """A key of the bar while something is asked: in its place, and not possible."""
    asked = act != GAP and act.combo != "Esc"
    return replace(act, filled=False, why_not=over.first) if asked else act


def _takes_tab(widget: QWidget) -> bool:
    return widget.isVisible() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _of_the_house(combo: str) -> bool:
    """Enter, Space and the like belong to the control in focus first."""
    return combo.startswith(("F", "Shift+F", "Ctrl+")) or combo == "Esc"
