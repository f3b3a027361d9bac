"""A look at a PC's store from beside its window, and a PC that has no window at all."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from app.deeds.looking import the_ticket
from app.ports import Look
from app.showing.sync import sync_state
from app.sync.feed import Place
from ui.frame.sync_link import SyncLink
from ui.house import House

T = TypeVar("T")


class Beside:
    """Sees what stands in the store of a PC."""

    def __init__(self, house: House) -> None:
        self._store = house.open()

    @property
    def away(self) -> bool:
        """Whether the PC knows that it does not reach the centre."""
        return self.look(sync_state).centre == "away"

    @property
    def quiet(self) -> bool:
        """Whether it reaches the centre and has nothing left to send."""
        state = self.look(sync_state)
        return state.centre == "reached" and not state.unsent

    @property
    def place(self) -> Place:
        """How far it has read the feed."""
        return self._store.replica.place()

    def look(self, read: Callable[[Look], T]) -> T:
        """What a reading gives."""
        with self._store.journal.look() as look:
            return read(look)

    def close(self) -> None:
        """Sees no more."""
        self._store.close()


class Hall(Beside):
    """Follows the centre and shows who is called where."""

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self._link = SyncLink(house.open)
        self._link.start()

    @property
    def calls(self) -> Mapping[str, str]:
        """The number that stands at each counter."""
        return self.look(_calls)

    def close(self) -> None:
        """Follows no more."""
        self._link.stop()
        super().close()


def _calls(look: Look) -> Mapping[str, str]:
    here = {number: look.visit_at(number) for number in look.office.counters}
    return {number: the_ticket(look, entity).label for number, entity in here.items() if entity}
