"""What stands around a page: a head, the keys and the state at the foot, and what comes over it."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.frame.ask import Ask, AskStrip
from ui.frame.held_keys import HeldKeys
from ui.frame.key_bar import KeyBar
from ui.frame.over import Over
from ui.frame.page import Page
from ui.frame.pick import Pick, PickPanel
from ui.frame.sign_in_panel import SignInPanel
from ui.frame.words import tr
from ui.look.parts.focus_ring import FocusRing
from ui.look.parts.status_bar import StatusBar
from ui.look.parts.strip import MessageStrip
from ui.look.theme import Theme


class Frame(QWidget):
    """Says and asks things on top of the keys, where they cover nothing that is needed."""

    def __init__(
        self, theme: Theme, head: QWidget | None = None, rail: QWidget | None = None
    ) -> None:
        super().__init__()
        self.theme = theme
        self.held = HeldKeys(self._first)
        self.pages = QStackedWidget()
        self.key_bar = KeyBar(theme)
        self.status = StatusBar(theme)
        self._standing = ""
        self._room = QWidget()
        self._lay_out(head, rail)
        self.strip = MessageStrip(theme, self)
        self.asking = AskStrip(theme, self)
        self.picking = PickPanel(theme, self)
        self.gate = SignInPanel(theme, self)
        self.ring = FocusRing(theme, self)
        self.asking.told.connect(self.tell)
        self.asking.turned.connect(self._place)
        self.pages.currentChanged.connect(lambda _: self._turn_page())

    # -- what is said and asked ------------------------------------------------------------------

    def tell(self, text: str, tone: Literal["advice", "refusal"] = "advice") -> None:
        """A sentence on top of the keys; stays until the next key."""
        self.strip.show_message(text, tone)
        self._place()

    def stand(self, text: str) -> None:
        """What is so for a while is said for as long, whatever is typed, and how many keys wait
        meanwhile; nothing: it is over. A refusal that nobody has answered yet comes first.
        """
        said, self._standing = self._said_standing, text
        if said or (text and not self.strip.refuses):
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

    def hold_keys(self, holding: bool) -> None:  # noqa: FBT001 - a slot
        """From now on keys wait for what comes; else they are given back."""
        if holding:
            self.held.hold()
            return
        self.held.release()
        if self._said_standing:
            self._unsay()

    def _held_back(self, event: QKeyEvent) -> bool:
        """Whether the key waits, and is counted where that is told."""
        held = self.held.take(event)
        if held and self._standing:
            self._unsay()
        return held

    def _first(self) -> QWidget:
        """Who gets a key before it goes on to those around it."""
        focused: QWidget | None = self.focusWidget()
        return self if focused is None else focused

    @property
    def _over(self) -> Over | None:
        """What stands over the page."""
        overs = (self.gate, self.picking, self.asking)
        return next((over for over in overs if not over.isHidden()), None)

    # -- places ----------------------------------------------------------------------------------

    def _lay_out(self, head: QWidget | None, rail: QWidget | None) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)  # any screen will do
        if head is not None:
            column.addWidget(head)
        beside = QHBoxLayout()
        beside.setSpacing(0)
        if rail is not None:
            beside.addWidget(rail)
        beside.addWidget(self.pages, 1)
        column.addLayout(beside, 1)
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
        if not self.gate.isHidden():
            self.gate.setGeometry(0, 0, self.width(), self.status.y())
            self.gate.raise_()
        self.ring.raise_()
        if self._whole:
            self._make_room(self.key_bar.y() - self._lowest_free())
        elif self._room.isHidden() and self._covers_focus():
            self._make_room(high)

    @property
    def _whole(self) -> bool:
        """Whether nothing of the page may be covered."""
        page = self.pages.currentWidget()
        return isinstance(page, Page) and page.whole

    def _lowest_free(self) -> int:
        """Above what is said and asked."""
        over = (part for part in (self.strip, self.asking) if not part.isHidden())
        return min((part.y() for part in over), default=self.key_bar.y())

    def _make_room(self, high: int) -> None:
        self._room.setFixedHeight(high)
        self._room.setVisible(high > 0)
        self._column.activate()

    def _turn_page(self) -> None:
        """The room that the page before made is its own."""
        self._room.hide()
        self._place()

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
