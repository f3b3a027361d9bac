"""What a visitor has typed and turned on the pages of the way, for when they are seen again."""

from app.value import Value
from ui.kiosk.pages.page import KioskPage
from ui.kiosk.places import Home, Place


class Left(Value, frozen=True, kw_only=True):
    """Of one page: the text of each field, and the first cell of each grid."""

    texts: tuple[str, ...]
    firsts: tuple[int, ...]


class Leavings:
    """Of one visitor: a page that is built anew, larger or after a way back, is as it was left."""

    def __init__(self) -> None:
        self._left: list[tuple[Place, Left]] = []

    def note(self, place: Place, page: KioskPage) -> None:
        """As the page of that place stands now; at the first page there is nothing to keep."""
        if isinstance(place, Home):
            self.forget()
            return
        self._left = [each for each in self._left if each[0] is not place]
        texts = tuple(field.text() for field in page.fields())
        firsts = tuple(grid.first for grid in page.grids())
        self._left.append((place, Left(texts=texts, firsts=firsts)))

    def put_back(self, place: Place, page: KioskPage) -> None:
        """Texts first: they decide what the grids hold."""
        for known, left in self._left:
            if known is place:
                for field, text in zip(page.fields(), left.texts, strict=True):
                    field.setText(text)
                for grid, first in zip(page.grids(), left.firsts, strict=True):
                    grid.start_at(first)

    def forget(self) -> None:
        """The visitor has left."""
        self._left = []
