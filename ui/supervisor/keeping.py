"""Carries out what is wished on a page whose typing stays, whoever changes the thing meanwhile."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from app.ports import Look, Work
from app.refusal import Refusal
from ui.frame.ask import Ask
from ui.frame.words import tr
from ui.supervisor.kept_page import KeptPage, Values
from ui.supervisor.means import Means
from ui.words import Words

Deed = Callable[[Work, Values, Any], object]
"""Gets what was typed and what it is based on."""

Now = Callable[[Look, str], tuple[Values, Any] | None]
"""How the thing of a key stands; None: it is not there."""

MEANWHILE = {"office_changed_meanwhile", "unit_known"}
"""Refusals that say that somebody else was first."""


class Keeping(QObject):
    """`told` gets what was kept, once the page is left."""

    def __init__(
        self, means: Means, page: KeptPage, deed: Deed, now: Now, told: Callable[[Values], object]
    ) -> None:
        super().__init__(page)
        self._means, self._page, self._words = means, page, Words()
        self._deed, self._now, self._told = deed, now, told
        page.keep_wanted.connect(self._keep)
        page.drop_wanted.connect(self._drop)
        means.door.happened.connect(self._again)

    def _keep(self, values: Values) -> None:
        based = self._page.based

        def kept(_: object) -> None:
            self._page.leave.emit()
            self._told(values)

        self._means.door.do(lambda work: self._deed(work, values, based), kept, self._refused)

    def _refused(self, refusal: Refusal) -> None:
        self._means.speaker.refuse(self._words.refusal(refusal))
        if refusal.code in MEANWHILE:
            self._read(self._page.overtaken, awaited=True)

    def _read(self, then: Callable[[], None], *, awaited: bool = False) -> None:
        key = self._page.key

        def come(found: tuple[Values, Any] | None) -> None:
            if found and self._page.key == key:
                self._page.stands(*found)
            then()

        self._means.door.look(lambda look: self._now(look, key), come, awaited=awaited)

    def _again(self, _: object) -> None:
        if self._page.isVisible() and self._page.key:
            self._read(_nothing)

    def _drop(self) -> None:
        question = tr("What you typed is not kept. Leave it?")
        self._means.speaker.ask(
            Ask(question=question, kind="confirm"), lambda _: self._page.leave.emit()
        )


def _nothing() -> None:
    """Nothing follows."""
