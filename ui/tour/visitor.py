"""Somebody at the kiosk: touches, types, is given a number."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from time import monotonic
from types import TracebackType

from app.handing.kiosk import Given
from app.persian import persian_digits
from app.refusal import Refusal
from ui.frame.door import Door
from ui.frame.problems import Problems
from ui.frame.words import tr
from ui.kiosk.parts.touch import Touch
from ui.kiosk.places import Home, Number, Place
from ui.kiosk.window import KioskWindow
from ui.look.theme import Theme
from ui.tour.script import Client
from ui.tour.stage import Stage
from ui.words import Words

UPRIGHT, WIDE = (1080, 1920), (1366, 768)
"""The two screens of a kiosk."""

_A_LOOK, _AWAY = 0.4, 90
"""Seconds: that a page is looked at, and after which nobody is there any more."""


class Guest:
    """Somebody before a kiosk whose window is there already; each touch comes when the page has
    stood for as long as a person needs. `seen` are the pages of its pictures, by their classes.
    """

    def __init__(self, stage: Stage, window: KioskWindow) -> None:
        self._stage, self.window = stage, window
        self.seen: set[str] = set()

    def comes(self, size: tuple[int, int]) -> None:
        """Before the window, which may have stood behind another."""
        self._stage.front(self.window, size)
        self._stage.patience.until(
            lambda: self.window.attendant.shown.office, "the kiosk's first page"
        )

    @property
    def place(self) -> Place:
        """The page that is shown."""
        return self.window.attendant.place

    def touches(self, *names: str) -> None:
        """A touch that leads to another page; leaves are turned to find it. Of several names the
        first that stands there.
        """
        before = self.place
        while not any(map(self._cards, names)) and self._cards(tr("Later ones")):
            self._touch(tr("Later ones"), lambda: True)
        name = next(filter(self._cards, names), names[0])
        self._touch(name, lambda: self.place is not before)

    def taps_number(self, digits: str) -> None:
        """Digit by digit, on the pad."""
        for digit in persian_digits(digits):
            self._touch(digit, lambda: True)

    def enlarges(self) -> None:
        """The button of larger text."""
        self.turns(tr("Larger text"))

    def turns(self, tool: str) -> None:
        """A button that shows the same page otherwise."""
        before = self.window.screen_shown
        self._touch(tool, lambda: self.window.screen_shown is not before)

    def scans(self, text: str) -> None:
        """What a reader types, with its Enter."""
        self._looks()
        before = self.place
        self._stage.hands.type(text)
        self._stage.hands.press("Enter")
        self._settles(lambda: self.place is not before)

    def asks_for(self, client: Client, picture: str = "") -> Given:
        """A number for what the client wants, as one who knows where it stands."""
        self.touches(tr("File a request"))
        self.finds(client.wishes[0].service, picture)
        self.touches(tr("Take a number"))
        return self.takes_number(client)

    def finds(self, service: str, picture: str = "") -> None:
        """A sub-service by its code, from the page that offers them: by its card where one stands
        there, else by the search, of which a `picture` may be taken.
        """
        title = self._title(service)
        if not self._cards(title):
            self.touches(tr("Search by name"))
            self.types(title[:24], title)
            if picture:
                self.picture(picture)
        self.touches(title)

    def takes_number(self, client: Client) -> Given:
        """Answers whether there is a priority; the number stands on the screen then."""
        classes = {each.code: each.title for each in self.window.attendant.shown.classes}
        self.touches(classes.get(client.priority, tr("None of these")))
        return self.number()

    def number(self) -> Given:
        """The number on the screen."""
        if not isinstance(self.place, Number):
            raise Refusal("tour_stopped", step=self._stage.patience.step, what="no number")
        return self.place.given

    def leaves(self) -> None:
        """Back to the first page; a number whose paper comes just then takes one more touch."""
        while not isinstance(self.place, Home):
            self.touches(tr("To the first page"))

    def types(self, text: str, found: str) -> None:
        """Letters, until what is looked for stands there."""
        self._stage.hands.type(text)
        self._settles(lambda: self._cards(found))

    def picture(self, name: str, folder: str = "") -> None:
        """What stands on the kiosk now; in a folder of the album, where it is shown otherwise."""
        self._settles(lambda: True)
        self.seen.add(type(self.window.screen_shown.page).__name__)
        if folder:
            self._stage.patience.step = f"{folder}/{name}"
            self._stage.album.take_again(self.window, name, folder)
        else:
            self._stage.take(self.window, name)

    # -- how -------------------------------------------------------------------------------------

    def _touch(self, name: str, brings: Callable[[], object]) -> None:
        self._looks()
        self._stage.hands.touch(self._named(name))
        self._settles(brings)

    def _settles(self, brings: Callable[[], object]) -> None:
        patience, attendant = self._stage.patience, self.window.attendant
        patience.until(lambda: not attendant.busy and brings(), "the next page")
        patience.breathe()

    def _cards(self, name: str) -> list[Touch]:
        found = self.window.screen_shown.findChildren(Touch)
        return [each for each in found if each.isVisible() and each.text().startswith(name)]

    def _named(self, name: str) -> Touch:
        found = self._cards(name)
        if not found:
            raise Refusal("tour_stopped", step=self._stage.patience.step, what=name)
        return found[0]

    def _title(self, service: str) -> str:
        place = self.place
        lines = getattr(place, "services", ())
        return next(str(line.title) for line in lines if line.code == service)

    def _looks(self) -> None:
        """A page that has only just come takes no touch."""
        seen = monotonic()
        self._stage.patience.until(lambda: monotonic() - seen > _A_LOOK, "a look at the page")


class Visitor(Guest, AbstractContextManager["Visitor"]):
    """Stands before a kiosk of their own as long as the context lasts; each touch a second after
    the last.
    """

    def __init__(self, stage: Stage, name: str, size: tuple[int, int] = UPRIGHT) -> None:
        self._seconds = 0.0
        self._door = Door(stage.house.open)
        window = KioskWindow(
            Theme(), self._door, Problems(Words()), name, stage.clock, lambda: self._seconds
        )
        super().__init__(stage, window)
        window.show()
        self.comes(size)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def takes_paper(self) -> Given:
        """Waits for the paper of the number on the screen; gives the number."""
        given = self.number()
        self._stage.patience.until(self._paper_came, "the paper of the number")
        return given

    def goes_away(self) -> None:
        """Without a word: after a while the kiosk is as it was before."""
        self._seconds += _AWAY
        self.window.tick()
        self._settles(lambda: isinstance(self.place, Home))

    def close(self) -> None:
        """The kiosk is shut."""
        self.window.close()
        self.window.deleteLater()
        self._door.close()

    def _looks(self) -> None:
        self._seconds += 1

    def _paper_came(self) -> bool:
        self.window.tick()
        place = self.place
        return isinstance(place, Number) and place.paper == "came"
