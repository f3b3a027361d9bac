"""What the kiosk does for one visitor after another: reads, gives numbers, knows the way back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.handing.kiosk import Purpose, Wanted, wanted_by
from app.handing.visitors import in_their_words
from app.letters import scanned
from app.ports import Look
from app.refusal import Refusal
from app.showing.kiosk import (
    Giving,
    KioskShown,
    RequestStanding,
    kiosk_shown,
    request_standing,
)
from app.showing.own_number import TICKET_MARK, own_number
from app.showing.service import ServiceSheet, most_used, service_sheet, services
from ui.frame.door import Door
from ui.frame.problems import Problems
from ui.kiosk.asking import Asking
from ui.kiosk.handouts import Handouts
from ui.kiosk.numbers import Numbers
from ui.kiosk.places import Choosing, Home, Number, Place, Sheet, Standing
from ui.kiosk.staff import Staff
from ui.kiosk.told import number_told
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

_TRIED = ("follow_up_unknown", "appointment_unknown")
_GONE = ("service_gone", "priority_gone")
_TOO_FAST = ("giving_too_fast", "printing_too_fast")


class Attendant(QObject):
    """One thing at a time: while a deed or a read is on its way, no other wish is heard."""

    arrived = Signal()
    """`place` or `shown` is another one: the page must be built anew."""

    left = Signal()
    """The visitor has taken the number and gone."""

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
        self.handouts = Handouts(self._asking, name, self)
        self.handouts.said.connect(self.said)
        self._asking.refused.connect(self._refused)
        self._way.arrived.connect(self._arrived)

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
                self._leave()
            case Go(to=place):
                self._way.go(place)
            case Print(code=code):
                self.handouts.print("information", code)
            case Opinion():
                self.handouts.print("survey")
            case Scan(text=text, purpose=purpose):
                self._read_paper(scanned(text), purpose)
            case Take(wanted=wanted, title=title, ask=True) if self.shown.classes:
                self.numbers.ask_priority(wanted, title)
            case Take(wanted=wanted):
                self._take(wanted)
            case _:
                self._read(wish)

    def back(self) -> None:
        """To the place before; from a number, to the next visitor."""
        if isinstance(self.place, Number):
            self._leave()
        elif not self.busy:
            self._way.back()

    def _leave(self) -> None:
        """Who has taken the number goes; who has seen how a request stands may want more."""
        if isinstance(self.place, Number):
            self.left.emit()
        else:
            self.reset()

    # -- what is done ----------------------------------------------------------------------------

    def _read(self, wish: Wish) -> None:
        match wish:
            case Choose():
                self._asking.look(_choosing, self._way.go)
            case Show(service=service):
                self._asking.look(lambda look: _sheet(look, service), self._show_sheet)
            case Follow(tracking=tracking, last_digits=digits):
                self._follow(tracking, digits)

    def _follow(self, tracking: str, digits: str) -> None:
        """How a request stands; after three wrong tries not for a while."""
        if not self._has_to_wait():
            self._asking.look(
                lambda look: request_standing(look, tracking, digits), self._show_standing
            )

    def _read_paper(self, text: str, purpose: Purpose) -> None:
        """A receipt or a slip gives a number; of the paper of one it is said how it stands."""
        if text.startswith(TICKET_MARK):
            self._asking.look(
                lambda look: own_number(look, text),
                lambda own: self.said.emit(number_told(own), "good"),
            )
        else:
            self._take(wanted_by(text, purpose))

    def _take(self, wanted: Wanted) -> None:
        """A number; that of an appointment is tried no more often than others' digits are."""
        if wanted.purpose != "appointment" or not self._has_to_wait():
            self.numbers.take(wanted)

    def _has_to_wait(self) -> bool:
        wait = self._tries.wait
        if wait:
            self._say_no(Refusal("follow_up_wait", seconds=wait))
        return bool(wait)

    # -- what came back --------------------------------------------------------------------------

    def _arrived(self) -> None:
        """At the first page stands another visitor, for all that anybody knows."""
        if isinstance(self.place, Home):
            self.handouts.forget()
        self.arrived.emit()

    def _show_office(self, shown: KioskShown) -> None:
        if shown != self.shown:
            self.shown = shown
            self.arrived.emit()

    def _show_sheet(self, sheet: ServiceSheet) -> None:
        self._way.go(Sheet(sheet=sheet))

    def _show_standing(self, standing: RequestStanding) -> None:
        self._way.go(Standing(standing=standing))

    def _refused(self, refusal: Refusal) -> None:
        if refusal.code in _TRIED:
            self._tries.failed()
        elif refusal.code in _TOO_FAST:
            self._staff.tell("storm")
        if refusal.code in _GONE:
            self._asking.look(_anew, partial(self._show_anew, refusal))
        else:
            self._say_no(refusal)

    def _show_anew(self, refusal: Refusal, anew: tuple[KioskShown, Choosing]) -> None:
        """What is offered was changed meanwhile: it is said on a page that knows that."""
        self.shown, choosing = anew
        if refusal.code == "service_gone":
            self._way.end_at(Home())
            self._way.go(choosing)
        else:
            self.arrived.emit()
        self._say_no(refusal)

    def _say_no(self, refusal: Refusal) -> None:
        self.said.emit(self._problems.sentence(refusal), "refusal")


def _sheet(look: Look, service: str) -> ServiceSheet:
    with in_their_words():
        return service_sheet(look, service)


def _anew(look: Look) -> tuple[KioskShown, Choosing]:
    return kiosk_shown(look), _choosing(look)


def _choosing(look: Look) -> Choosing:
    return Choosing(most_used=most_used(look), services=services(look))
