"""The press in this very process, one for all tests of it: they need not wait for another."""

from functools import cache

from printing import engine
from printing.paper import Press


class PressHere(Press):
    """Is warm as soon as it stands; `warmed` says whether that was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.warmed = False

    def warm(self) -> None:
        """Notes it."""
        self.warmed = True


@cache
def press_here() -> PressHere:
    """The one of this process; an application object must stand."""
    engine.start()
    return PressHere()
