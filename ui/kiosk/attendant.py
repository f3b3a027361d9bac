"""What the kiosk does for one visitor after another: reads, gives numbers, knows the way back."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QObject, Signal

from app.handing.handing_out import hand_out
from app.letters import scanned
from app.ports import Look
from app.refusal import Refusal
from app.showing.kiosk import Giving, KioskShown, RequestStanding, kiosk_shown, request_standing
from app.showing.service import ServiceSheet, most_used, service_sheet, services
from ui.frame.door import Door
from ui.frame.problems import Problems
from ui.frame.words import tr
from ui.kiosk.asking import Asking
from ui.kiosk.numbers import Numbers
from ui.kiosk.places import Choosing, Home, Number, Place, Sheet, Standing
from ui.kiosk.staff import Staff
from ui.kiosk.tries import Tries
from ui.kiosk.way import Way
from ui.kiosk.wishes import (
    Back,
    Choose,
    Follow,
    Go,
    Leave,
    Opinion,
    Print,
    Scan,
    Show,
    Take,
    Wish,
)


class Attendant(QObject):
    """One thing at a time: while a deed or a read is on its way, no other wish is heard."""

    arrived = Signal()
    """`place` or `shown` is another one: the page must be built anew."""

    said = Signal(str, str)
    """A sentence and its tone, as `Line` has them."""

    def __init__(
        self, door: Door, problems: Problems, elapsed: Callable[[], float], name: str = ""
    ) -> None:
        super().__init__()
        self.shown = KioskShown(office="", giving=Giving())
        self._door, self._problems = door, problems
        self._staff, self._tries = Staff(door, name), Tries(elapsed)
        self._asking, self._way = Asking(door, self), Way(elapsed, self)
        self.numbers = Numbers(self._asking, self._way, self._staff, name, self)
        self._printed: set[tuple[str, str]] = set()
        self._asking.refused.connect(self._refused)
        self._way.arrived.connect(self.arrived)

    @property
    def place(self) -> Place:
        """Where the visitor is."""
        return self._way.place

    @property
    def busy(self) -> bool:
        """Whether the visitor waits for an answer."""
        return self._asking.busy

    # -- what is wanted --------------------------------------------------------------------------

    def refresh(self) -> None:
        """Reads again what the office says of itself."""
        self._door.look(kiosk_shown, self._show_office, topic="kiosk office")

    def reset(self) -> None:
        """The visitor has left."""
        self._asking.leave()
        self._printed.clear()
        self._way.end_at(Home())
        self.refresh()

    def wish(self, wish: Wish) -> None:
        """Does what a page asks for, unless it came too early."""
        if self.busy or self._way.too_early:
            return
        match wish:
            case Back():
                self.back()
            case Leave():
                self.reset()
            case Go(to=place):
                self._way.go(place)
            case Print(code=code):
                self._print("information", code)
            case Opinion():
                self._print("survey", "")
            case Scan(text=text):
                self.numbers.take_scanned(scanned(text))
            case Take(wanted=wanted, title=title, ask=True) if self.shown.classes:
                self.numbers.ask_priority(wanted, title)
            case Take(wanted=wanted):
                self.numbers.take(wanted)
            case _:
                self._read(wish)

    def back(self) -> None:
        """To the place before; from a number, to the next visitor."""
        if isinstance(self.place, Number):
            self.reset()
        elif not self.busy:
            self._way.back()

    # -- what is done ----------------------------------------------------------------------------

    def _read(self, wish: Wish) -> None:
        match wish:
            case Choose():
                self._asking.look(_choosing, self._way.go)
            case Show(service=service):
                self._asking.look(lambda look: service_sheet(look, service), self._show_sheet)
            case Follow(tracking=tracking, last_digits=digits):
                self._follow(tracking, digits)

    def _follow(self, tracking: str, digits: str) -> None:
        """How a request stands; after three wrong tries not for a while."""
        if self._tries.wait:
            self._say_no(Refusal("follow_up_wait", seconds=self._tries.wait))
            return
        self._asking.look(
            lambda look: request_standing(look, tracking, digits), self._show_standing
        )

    def _print(self, kind: Literal["information", "survey"], code: str) -> None:
        """Once for each visitor and sheet."""
        if (kind, code) in self._printed:
            self.said.emit(tr("The sheet is printed already."), "plain")
            return
        self._printed.add((kind, code))
        self._asking.do(
            lambda work: hand_out(work, kind, code),
            lambda _: self.said.emit(tr("The sheet is being printed."), "good"),
        )

    # -- what came back --------------------------------------------------------------------------

    def _show_office(self, shown: KioskShown) -> None:
        if shown != self.shown:
            self.shown = shown
            self.arrived.emit()

    def _show_sheet(self, sheet: ServiceSheet) -> None:
        self._way.go(Sheet(sheet=sheet))

    def _show_standing(self, standing: RequestStanding) -> None:
        self._tries.succeeded()
        self._way.go(Standing(standing=standing))

    def _refused(self, refusal: Refusal) -> None:
        if refusal.code == "follow_up_unknown":
            self._tries.failed()
        elif refusal.code == "giving_too_fast":
            self._staff.tell("storm")
        self._say_no(refusal)

    def _say_no(self, refusal: Refusal) -> None:
        self.said.emit(self._problems.sentence(refusal), "refusal")


def _choosing(look: Look) -> Choosing:
    return Choosing(most_used=most_used(look), services=services(look))
