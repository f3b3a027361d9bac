"""What the kiosk does for one visitor after another: reads, gives numbers, knows the way back."""

from collections.abc import Callable
from functools import partial
from typing import Literal, TypeVar
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from app.handing.handing_out import hand_out
from app.handing.kiosk import Given, Wanted, give_number, require_giving
from app.letters import scanned
from app.ports import Look, Work
from app.refusal import Refusal
from app.showing.kiosk import Giving, KioskShown, RequestStanding, kiosk_shown, request_standing
from app.showing.service import ServiceSheet, most_used, service_sheet, services
from app.spooling.spool import Job, came_elsewhere
from ui.frame.door import Door
from ui.frame.problems import Problems
from ui.frame.words import tr
from ui.kiosk.places import Choosing, Home, Number, PaperState, Place, Priority, Sheet, Standing
from ui.kiosk.staff import Staff
from ui.kiosk.tries import Tries
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

T = TypeVar("T")

_TWICE = 0.35
"""Seconds after a page was shown in which a touch was still meant for the page before."""
_SLIP = "BJ:D:"
_CAME = ("confirmed", "sent")
_ON_ITS_WAY = ("queued", "sending")


class Attendant(QObject):
    """One thing at a time: while a deed or a read is on its way, no other wish is heard. What comes
    back for a visitor who has left is dropped.
    """

    arrived = Signal()
    """`place` or `shown` is another one: the page must be built anew."""

    given = Signal()
    """A number, and its paper if there is to be one, is on its way."""

    said = Signal(str, str)
    """A sentence and its tone, as `Line` has them."""

    def __init__(
        self, door: Door, problems: Problems, elapsed: Callable[[], float], name: str = ""
    ) -> None:
        super().__init__()
        self.name = name
        self._staff = Staff(door, name)
        self._tries = Tries(elapsed)
        self.place: Place = Home()
        self.shown = KioskShown(office="", giving=Giving())
        self.busy = False
        self._door, self._problems, self._elapsed = door, problems, elapsed
        self._way: list[Place] = []
        self._visitor, self._tap, self._since = 0, uuid4().hex, -1.0
        self._printed: set[tuple[str, str]] = set()
        door.failed.connect(self._free)

    # -- where the visitor is --------------------------------------------------------------------

    def refresh(self) -> None:
        """Reads again what the office says of itself."""
        self._door.look(kiosk_shown, self._show_office, topic="kiosk office")

    def reset(self) -> None:
        """The visitor has left."""
        self._visitor += 1
        self.busy = False
        self._way.clear()
        self._printed.clear()
        self._stand_at(Home())
        self.refresh()

    def wish(self, wish: Wish) -> None:
        """Does what a page asks for, unless it came too early."""
        if self.busy or self._elapsed() - self._since < _TWICE:
            return
        match wish:
            case Back():
                self.back()
            case Leave():
                self.reset()
            case Go(to=place):
                self._go(place)
            case Print(code=code):
                self._print("information", code)
            case Opinion():
                self._print("survey", "")
            case Scan(text=text):
                self._take_scanned(scanned(text))
            case Take(wanted=wanted, title=title, ask=ask):
                self._take(wanted, title, ask=ask)
            case _:
                self._read(wish)

    def back(self) -> None:
        """To the place before; from the first one there is no other."""
        if isinstance(self.place, Number):
            self.reset()
        elif self._way and not self.busy:
            self._stand_at(self._way.pop())

    def watch(self) -> None:
        """Looks whether the paper of the number on the screen came out."""
        if isinstance(self.place, Number) and self.place.given.job and self.place.paper != "came":
            given = self.place.given
            then = self._for_this_visitor(partial(self._see_paper, given))
            self._door.look(lambda look: look.job(given.job), then, topic="kiosk paper")

    # -- what is done ----------------------------------------------------------------------------

    def _read(self, wish: Wish) -> None:
        match wish:
            case Choose():
                self._look(_choosing, self._go)
            case Show(service=service):
                self._look(lambda look: service_sheet(look, service), self._show_sheet)
            case Follow(tracking=tracking, last_digits=digits):
                self._follow(tracking, digits)

    def _follow(self, tracking: str, digits: str) -> None:
        """How a request stands; after three wrong tries not for a while."""
        if self._tries.wait:
            self._say_no(Refusal("follow_up_wait", seconds=self._tries.wait))
            return
        self._look(lambda look: request_standing(look, tracking, digits), self._show_standing)

    def _take(self, wanted: Wanted, title: str, *, ask: bool) -> None:
        if ask and self.shown.classes:
            self._look(require_giving, lambda _: self._go(Priority(title=title, wanted=wanted)))
            return
        tap, name = self._tap, self.name
        self._do(lambda work: give_number(work, wanted, tap, name), self._show_number)

    def _take_scanned(self, text: str) -> None:
        """A slip brings back, a receipt's number collects."""
        slip = text.startswith(_SLIP)
        wanted = Wanted(purpose="complete" if slip else "collect", key=text.removeprefix(_SLIP))
        self._take(wanted, "", ask=False)

    def _print(self, kind: Literal["information", "survey"], code: str) -> None:
        """Once for each visitor and sheet."""
        if (kind, code) in self._printed:
            self.said.emit(tr("The sheet is printed already."), "plain")
            return
        self._printed.add((kind, code))
        self._do(
            lambda work: hand_out(work, kind, code),
            lambda _: self.said.emit(tr("The sheet is being printed."), "good"),
        )

    # -- what came back --------------------------------------------------------------------------

    def _show_office(self, shown: KioskShown) -> None:
        if shown != self.shown:
            self.shown = shown
            self.arrived.emit()

    def _show_sheet(self, sheet: ServiceSheet) -> None:
        self._go(Sheet(sheet=sheet))

    def _show_standing(self, standing: RequestStanding) -> None:
        self._tries.succeeded()
        self._go(Standing(standing=standing))

    def _show_number(self, given: Given) -> None:
        self.given.emit()  # before the page is built: paper takes longer than paint
        self._way.clear()
        self._stand_at(_number(given))
        if given.held:
            self._staff.tell("paper")

    def _see_paper(self, given: Given, job: Job | None) -> None:
        seen = Number(given=given, paper=_paper(job))
        if isinstance(self.place, Number) and self.place != seen:
            self._stand_at(seen)
        if seen.paper == "came":
            self._staff.mend("paper")
        elif seen.paper == "missing":
            self._staff.tell("paper")

    # -- the way ---------------------------------------------------------------------------------

    def _go(self, place: Place) -> None:
        self._way.append(self.place)
        self._stand_at(place)

    def _stand_at(self, place: Place) -> None:
        self.place, self._tap = place, uuid4().hex
        self._since = self._elapsed()
        self.arrived.emit()

    # -- through the door ------------------------------------------------------------------------

    def _look(self, read: Callable[[Look], T], then: Callable[[T], None]) -> None:
        self.busy = True
        self._door.look(read, self._answered(then), self._refused())

    def _do(self, deed: Callable[[Work], T], then: Callable[[T], None]) -> None:
        self.busy = True
        self._door.do(deed, self._answered(then), self._refused())

    def _answered(self, then: Callable[[T], None]) -> Callable[[T], None]:
        def answered(value: T) -> None:
            self.busy = False
            then(value)

        return self._for_this_visitor(answered)

    def _refused(self) -> Callable[[Refusal], None]:
        def refused(refusal: Refusal) -> None:
            self.busy = False
            if refusal.code == "follow_up_unknown":
                self._tries.failed()
            elif refusal.code == "giving_too_fast":
                self._staff.tell("storm")
            self._say_no(refusal)

        return self._for_this_visitor(refused)

    def _say_no(self, refusal: Refusal) -> None:
        self.said.emit(self._problems.sentence(refusal), "refusal")

    def _for_this_visitor(self, then: Callable[[T], None]) -> Callable[[T], None]:
        visitor = self._visitor
        return lambda value: then(value) if visitor == self._visitor else None

    def _free(self) -> None:
        self.busy = False


def _number(given: Given) -> Number:
    """What was printed before is in the visitor's hand; what no printer takes never will be."""
    if given.held:
        return Number(given=given, paper="missing")
    return Number(given=given, paper="awaited" if given.job else "came")


def _paper(job: Job | None) -> PaperState:
    """What stopped a paper once is told until it has gone well."""
    if job is None:
        return "missing"
    if job.state in _CAME:
        return "came"
    stopped = bool(job.why) and not came_elsewhere(job)
    return "missing" if stopped or job.state not in _ON_ITS_WAY else "awaited"


def _choosing(look: Look) -> Choosing:
    return Choosing(most_used=most_used(look), services=services(look))
