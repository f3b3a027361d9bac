"""What everybody who carries out the wishes of this chapter shares."""

from collections.abc import Callable, Mapping
from functools import partial
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.ports import Work
from app.refusal import Refusal
from ui.frame.ask import Ask
from ui.supervisor.keeping import Deed, Keeping, Now
from ui.supervisor.means import Means
from ui.supervisor.office.form_page import FormPage
from ui.supervisor.office.page import OfficePage
from ui.words import Words

LOOK_AGAIN = "office_changed_look"


class Doing(QObject):
    """Deeds of one kind of thing. `keys` says what each key of a tab does with the chosen row."""

    _done = Signal(object)

    def __init__(self, means: Means, page: OfficePage) -> None:
        super().__init__(page)
        self.means, self.page, self.words = means, page, Words()
        self._done.connect(lambda call: call())
        page.wanted.connect(self._wanted)

    @property
    def keys(self) -> Mapping[tuple[str, str], Callable[[str], object]]:
        """By tab and key."""
        raise NotImplementedError

    def _wanted(self, which: str, combo: str, key: str) -> None:
        act = self.keys.get((which, combo))
        if act:
            act(key)

    def do(
        self,
        act: Callable[[Work], object],
        said: str,
        refused: Callable[[Refusal], None] | None = None,
    ) -> None:
        """A deed, and what is said when it is done."""
        self.means.door.do(act, lambda _: self.told(said), refused or self.refuse)

    def told(self, said: str) -> None:
        """It is done: that is said, and shown before the next key."""
        self.page.stale.emit()
        self.means.speaker.tell(said)

    def refuse(self, refusal: Refusal) -> None:
        """Says what is not possible; what others changed meanwhile is shown."""
        if refusal.code == LOOK_AGAIN:
            self.page.stale.emit()
        self.means.speaker.refuse(self.words.refusal(refusal))

    def ask(self, question: str, then: Callable[[str], None], **more: Any) -> None:
        """One question with a text for its answer, unless `more` says otherwise."""
        asked: dict[str, Any] = {"kind": "text", **more}
        self.means.speaker.ask(Ask(question=question, **asked), then)

    def sure(self, question: str, act: Callable[[Work], object], said: str) -> None:
        """A deed that is asked about first."""
        self.ask(question, lambda _: self.do(act, said), kind="confirm")

    def aside(self, act: Callable[[], Callable[[], object]]) -> None:
        """What is slow, on another thread; what it gives is called on this one."""

        def run() -> None:
            try:
                then = act()
            except Refusal as refusal:
                then = partial(self.refuse, refusal)
            self._done.emit(then)

        Thread(target=run, name="office-aside", daemon=True).start()

    # -- forms -----------------------------------------------------------------------------------

    def joined(self, form: FormPage, deed: Deed, now: Now, said: str) -> FormPage:
        """A form whose wishes are carried out, and what is said when it is kept."""
        Keeping(self.means, form, deed, now, lambda _: self.told(said))
        return form
