"""Who works at a window: says so by a password, stays as long as they touch it, hands it over."""

from collections.abc import Callable
from functools import partial
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QCursor

from app.deeds.clerk import account_of, sign_out
from app.folds.clerk import Account
from app.folds.fold import Fact
from app.refusal import Refusal
from app.showing.entrance import Entrance, entrance
from app.signing_in import Entered, change, choose, enter
from ui.frame.door import Door
from ui.frame.sign_in_words import stands_words
from ui.frame.window import FrameWindow
from ui.frame.words import tr
from ui.own import keep_clerk
from ui.words import Words

_WATCH = 1000
"""Milliseconds between two looks at whether anybody is there."""

_ABOUT_CLERKS = frozenset(
    {"PasswordSet", "ClerkDisabled", "ClerkEnabled", "ClerkAdmitted", "ClerkDismissed", "RulesSet"}
)


class SignIn(QObject):
    """`changed`: somebody else works here from now on; what is on the screen stays. `place` is the
    window as accounts name it, «counter:1».
    """

    changed = Signal()

    def __init__(
        self, window: FrameWindow, door: Door, place: str, elapsed: Callable[[], float] = monotonic
    ) -> None:
        super().__init__(window)
        self._window, self._door, self._place = window, door, place
        self._panel, self._elapsed = window.gate, elapsed
        self._entered: Entered | None = None
        self._signed_in = False
        self.came_at = place
        self._pointer = QCursor.pos()
        self._touched = elapsed()
        self.entrance = Entrance()
        self._panel.entered.connect(self._try)
        self._panel.chosen.connect(self._choose)
        self._panel.left.connect(self._taken_back)
        window.touched.connect(self._touch)
        door.happened.connect(self._hear)
        door.failed.connect(self._fail)
        self._watch = QTimer(self, interval=_WATCH)
        self._watch.timeout.connect(self.watch)
        self._watch.start()

    @property
    def locked(self) -> bool:
        """Whether nobody goes on without a password; a hand-over is taken back without one."""
        return not self._panel.isHidden() and not self._panel.leads_back

    def begin(self, shown: Entrance, *, stays: bool = False, came_at: str = "") -> None:
        """The window has come up. `stays`: it was only made anew, the clerk has never left,
        and signed in at that other window where it took its place.
        """
        self.entrance = shown
        if stays:
            self._signed_in = shown.asked
            self.came_at = came_at or self._place
        elif shown.asked:
            self._cover("")

    def lock(self) -> None:
        """Covers it until the same clerk comes back, or another takes over."""
        if not self.locked:
            self._door.look(
                partial(entrance, clerk=self._door.clerk, window=self._place), self._lock_by_hand
            )

    def hand_over(self, clerk: str) -> None:
        """That clerk (an id) takes over; where passwords are asked Esc leaves all as it is."""
        if not self.entrance.asked:
            self.take(clerk)
            return
        read = partial(entrance, clerk=clerk)
        self._door.look(read, self._ask_for, awaited=True)

    def _ask_for(self, other: Entrance) -> None:
        self._panel.ask(other, leads_back=True)

    def change_password(self) -> None:
        """Another password for whoever works here, or the first one."""
        read = partial(account_of, clerk_id=self._door.clerk)
        self._door.look(read, self._ask_another, awaited=True)

    def _ask_another(self, account: Account) -> None:
        if account.hash:
            self._panel.ask_another()
        else:
            why = tr("At least eight letters; neither your name nor your code.")
            self._panel.ask_own(why, leads_back=True)

    def leave(self) -> None:
        """The program ends, its windows may be gone: whoever signed in works here no longer."""
        if self._signed_in:
            self._door.do(partial(sign_out, window=self.came_at), refused=_nothing, quietly=True)

    def refresh(self) -> None:
        """Reads how things stand with whoever works here."""
        read = partial(entrance, clerk=self._door.clerk, window=self._place)
        self._door.look(read, self._show, topic="entrance")

    def watch(self) -> None:
        """Covers what nobody has touched for as long as the office says, and what somebody sees
        whose pass is over: nothing happens then that would be heard.
        """
        if self.entrance.passing and not self.locked:
            self.refresh()
        at = QCursor.pos()
        if at != self._pointer:
            self._pointer = at
            self._touch()
        minutes = self.entrance.minutes if self.entrance.asked else 0
        waits = self.locked and self._panel.stage == "enter"
        if minutes and not waits and self._elapsed() - self._touched >= minutes * 60:
            self._cover(tr("Nobody has touched the window for {n} minutes.", n=minutes))

    # -- what is heard ---------------------------------------------------------------------------

    def _touch(self) -> None:
        self._touched = self._elapsed()
        if self.entrance.passing and not self.locked:  # a PC that has slept through the night
            self.refresh()

    def _hear(self, facts: tuple[Fact, ...]) -> None:
        if any(recorded.kind in _ABOUT_CLERKS for recorded, _ in facts):
            self.refresh()

    def _show(self, shown: Entrance) -> None:
        self.entrance = shown
        if shown.stands and not self.locked:
            self._cover(stands_words(shown))

    def _lock_by_hand(self, shown: Entrance) -> None:
        self.entrance = shown
        self._cover(tr("The window is locked. What was begun is kept."))

    def _cover(self, why: str) -> None:
        self._entered = None
        self._panel.ask(self.entrance, why)

    # -- passwords -------------------------------------------------------------------------------

    def _try(self, code: str, typed: str) -> None:
        place = self._place
        self._wait(waiting=True)
        self._door.with_store(
            lambda store: enter(store.journal, store.passwords, code, typed, place),
            self._let_in,
            self._refuse,
        )

    def _choose(self, before: str, typed: str) -> None:
        place, entered, clerk = self._place, self._entered, self._door.clerk
        self._wait(waiting=True)
        if entered is None:
            self._door.with_store(
                lambda store: change(store.journal, store.passwords, clerk, before, typed),
                lambda _: self._changed_own(),
                self._refuse,
            )
            return
        self._door.with_store(
            lambda store: choose(store.journal, store.passwords, entered, typed, place),
            self._let_in,
            self._refuse,
        )

    def _let_in(self, entered: Entered) -> None:
        """Keys that were typed behind the password wait until the screen is what they meant."""
        if entered.change:
            self._entered = entered
            why = tr("{name}: at least eight letters; neither name nor code.", name=entered.name)
            self._panel.ask_own(why, leads_back=self._panel.leads_back)
        else:
            self._come_in(entered)
        self._wait(waiting=False)

    def _come_in(self, entered: Entered) -> None:
        before, self._entered = self._door.clerk, None
        if self._signed_in and before != entered.clerk:
            self._door.do(partial(sign_out, window=self.came_at), refused=_nothing, quietly=True)
        self.take(entered.clerk)
        self._signed_in, self.came_at = True, self._place
        self._panel.forget()

    def take(self, clerk: str) -> None:
        """From now on deeds are done in the name of that clerk (an id)."""
        place = self._place
        self._door.clerk = clerk
        self._door.do(lambda work: keep_clerk(work, place, clerk), quietly=True)
        self._touch()
        self.refresh()
        self.changed.emit()

    def _changed_own(self) -> None:
        self._panel.forget()
        self._window.tell(tr("Your password is changed."))
        self._wait(waiting=False)

    def _refuse(self, refusal: Refusal) -> None:
        self._window.held.forget()
        self._panel.refuse(Words().refusal(refusal))
        self._wait(waiting=False)

    def _fail(self, _: object) -> None:
        """A bug while a password was being tried: it can be tried again."""
        if self._panel.busy:
            self._panel.refuse(Words().unexpected())
            self._wait(waiting=False)

    def _taken_back(self) -> None:
        self._entered = None

    def _wait(self, *, waiting: bool) -> None:
        """Keys wait for what comes of it."""
        self._panel.busy = waiting
        self._door.expect(1 if waiting else -1)


def _nothing(_: object) -> None:
    """A clerk who is gone or disabled is out anyway."""
