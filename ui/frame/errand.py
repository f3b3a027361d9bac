"""What is asked of the store, and who wants to know."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Generic, Protocol, TypeVar

from app.folds.fold import Fact
from app.ports import Journal, PasswordHasher
from app.refusal import Refusal

T = TypeVar("T")


class OpenStore(Protocol):
    """What the door needs of an opened data folder."""

    @property
    def journal(self) -> Journal:
        """Its journal."""

    @property
    def recovery_key(self) -> str:
        """What opens its backups."""

    @property
    def passwords(self) -> PasswordHasher:
        """Makes and tries passwords."""

    def news(self) -> list[Fact]:
        """What anybody has committed since the last time it was asked."""

    def alone(self, name: str) -> AbstractContextManager[None]:
        """A lock among the programs of the folder; refuses while another holds it."""

    def close(self) -> None:
        """Lets go of it."""


class Errand(Generic[T]):
    """Something to be done on the store's thread, and who wants to know; `waited` for is a deed.
    Somebody sits before the screen until an `awaited` one has come back; that is spoken of when
    it takes long, as is a `missed` one.
    """

    def __init__(
        self,
        act: Callable[[OpenStore], T],
        then: Callable[[T], None],
        refused: Callable[[Refusal], None],
        *,
        topic: str = "",
        waited: bool = False,
        awaited: bool = False,
        missed: bool = False,
    ) -> None:
        self.act = act
        self.then = then
        self.refused = refused
        self.topic = topic
        self.waited = waited
        self.awaited = awaited
        self.missed = missed
        self.sent_at = 0.0
