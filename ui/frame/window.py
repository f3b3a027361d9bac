"""The window that all windows are: a head, a page, the keys, the state at the foot."""

from collections.abc import Callable, Sequence
from time import monotonic
from typing import Literal

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.frame.ask import Ask, AskStrip
from ui.frame.held_keys import HeldKeys
from ui.frame.help import HelpPage
from ui.frame.key_bar import KeyBar
from ui.frame.keys import HELP, Key, combo_of
from ui.frame.over import Over
from ui.frame.page import GAP, Act, Page
from ui.frame.pick import Pick, PickPanel
from ui.frame.words import tr
from ui.look.parts.focus_ring import FocusRing
from ui.look.parts.status_bar import StatusBar
from ui.look.parts.strip import MessageStrip
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


class FrameWindow(QWidget):
    """Takes every key first: what asks, then the page, then the window's own deeds.

    A page is put on top with `go` and left with Esc, to the one before it; the lowest one stays.
    """

    def __init__(self, theme: Theme, keys: Sequence[Key], head: QWidget | None = None) -> None:
        super().__init__()
        self.theme = theme
        self.keys = keys
        self._acts: dict[str, Callable[[], None]] = {HELP: self.help}
        self._trail: list[Page] = []
        self._help: HelpPage | None = None
        self._pressed = ("", 0.0)
        self.held = HeldKeys(self._first)
        self._watched: QWidget | None = None
        self.pages = QStackedWidget()
        self.key_bar = KeyBar(theme)
        self.status = StatusBar(theme)
        self._standing = ""
        self._room = QWidget()
        self._lay_out(head)
        self.strip = MessageStrip(theme, self)
        self.asking = AskStrip(theme, self)
        self.picking = PickPanel(theme, self)
        self.ring = FocusRing(theme, self)
        for over in (self.picking, self.asking):
            over.turned.connect(self.show_keys)
        self.asking.told.connect(self.tell)
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
        """The keys of this window and what each does, from the table that makes the buttons."""
        self.picking.give_up()
        self.asking.give_up()
        if self._help is None:
            self._help = HelpPage(self.theme, self.keys)
        self.go(self._help)

    # -- what is said and asked ------------------------------------------------------------------

    def tell(self, text: str, tone: Literal["advice", "refusal"] = "advice") -> None:
        """A sentence on top of the keys; stays until the next key."""
        self.strip.show_message(text, tone)
        self._place()

    def stand(self, text: str) -> None:
        """What is so for a while is said for as long, whatever is typed, and how many keys wait
        meanwhile; nothing: it is over.
        """
        said, self._standing = self._said_standing, text
        if text or said:
            self._unsay()

    def _unsay(self) -> None:
        """What was said goes; what still is so comes back."""
        if not self._standing:
            self._say_nothing()
            return
        keys = tr("{n} keys are waiting.", n=self.held.count) if self.held.count else ""
        if (text := f"{self._standing} {keys}".strip()) != self.strip.text:
            self.tell(text)

    def _say_nothing(self) -> None:
        if self.strip.text:
            self.strip.clear()
            self._room.hide()
            self._place()

    @property
    def _said_standing(self) -> bool:
        """Whether the strip says what is so for a while, and nothing else."""
        return bool(self._standing) and self.strip.text.startswith(self._standing)

    def refuse(self, text: str) -> None:
        """The same for what is not possible. What was typed ahead built on it."""
        self.held.forget()
        self.tell(text, "refusal")

    def ask(self, asked: Ask, then: Callable[[str], None]) -> None:
        """One question in place of a dialog: Enter answers it, Esc takes it back."""
        self._unsay()
        self.picking.give_up()
        self.asking.ask(asked, then)
        self._place()

    def pick(self, picked: Pick, then: Callable[[str], None]) -> None:
        """One of many, found by typing: Enter takes it, Esc takes it back."""
        self._unsay()
        self.asking.give_up()
        self.picking.pick(picked, then)
        self._place()

    # -- keys ------------------------------------------------------------------------------------

    def on(self, combo: str, act: Callable[[], None]) -> None:
        """What a key does wherever the page has nothing else for it."""
        self._acts[combo] = act

    def press(self, combo: str) -> bool:
        """Does what a key or its button means now; False where it means nothing."""
        self._unsay()
        over = self._over
        if over is not None and combo != HELP:
            taken = over.press(combo)
            if taken and over is self._over:
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

    def hold_keys(self, holding: bool) -> None:  # noqa: FBT001 - a slot
        """From now on keys wait for what comes; else they are given back."""
        if holding:
            self.held.hold()
            return
        self.held.release()
        if self._said_standing:
            self._unsay()

    @property
    def _over(self) -> Over | None:
        """What stands over the page."""
        return next((over for over in (self.picking, self.asking) if not over.isHidden()), None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sees keys before the control that has the focus, and where the focus goes."""
        if watched is self.ring and event.type() in _MOVES and not self.strip.isHidden():
            self._place()
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return False
        combo = combo_of(event, x11=self._x11)
        fresh = watched is self._first() and not self.held.giving
        if fresh and self._same_press(combo, event):
            return True
        if fresh and self.held.take(event):
            if self._standing:
                self._unsay()
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

    def _other(self, watched: QWidget, event: QKeyEvent) -> None:
        """A message stays until the next key. What a control leaves alone goes on to those around
        it, so that one press comes here more than once; only the first counts, or the press would
        take away what it brought.
        """
        if watched is self._first() and Qt.Key(event.key()) not in _MODIFIERS:
            self._unsay()

    def _first(self) -> QWidget:
        """Who gets a key before it goes on to those around it."""
        focused: QWidget | None = self.focusWidget()
        return self if focused is None else focused

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

    # -- the frame -------------------------------------------------------------------------------

    def _lay_out(self, head: QWidget | None) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)  # any screen will do
        if head is not None:
            column.addWidget(head)
        column.addWidget(self.pages, 1)
        column.addWidget(self._room)
        self._room.hide()
        column.addWidget(self.key_bar)
        column.addWidget(self.status)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What floats keeps its place above the keys."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """The list on top of the keys, or of a message; a message on top of the keys or of the
        question. Where it would cover what has the focus, the page makes room for it until it goes.
        """
        self._column.activate()
        high, bottom = self.strip.sizeHint().height(), self.key_bar.y()
        if not self.picking.isHidden():
            self._put(self.picking, bottom if self.strip.isHidden() else bottom - high)
        if not self.asking.isHidden():
            self._put(self.asking, bottom)
            bottom = self.asking.y()
        self.strip.setGeometry(0, bottom - high, self.width(), high)
        self.strip.raise_()
        self.ring.raise_()
        if self._room.isHidden() and self._covers_focus():
            self._room.setFixedHeight(high)
            self._room.show()
            self._column.activate()

    def _put(self, over: Over, bottom: int) -> None:
        """As high as it must be, never over the head."""
        height = over.height_for(self.width(), self.key_bar.y())
        height = min(height, bottom - self.pages.y())
        over.setGeometry(0, bottom - height, self.width(), height)
        over.raise_()

    def _covers_focus(self) -> bool:
        """Whether the message stands on what the next key touches."""
        target = self.ring.target
        if self.strip.isHidden() or self.ring.isHidden() or target is None:
            return False
        within = self._over is None and self.pages.isAncestorOf(target)
        return within and self.ring.geometry().intersects(self.strip.geometry())


def _after(over: Over, act: Act) -> Act:
    """A key of the bar while something is asked: in its place, and not possible."""
    asked = act != GAP and act.combo != "Esc"
    return replace(act, filled=False, why_not=over.first) if asked else act


def _takes_tab(widget: QWidget) -> bool:
    return widget.isVisible() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _of_the_house(combo: str) -> bool:
    """Enter, Space and the like belong to the control in focus first."""
    return combo.startswith(("F", "Shift+F", "Ctrl+")) or combo == "Esc"
