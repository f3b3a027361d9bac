"""The number that was given, on the screen as on its paper."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.announcing import called_label
from app.handing.kiosk import Given
from app.local import local
from app.persian import format_time
from ui.frame.counter_words import counters_named
from ui.frame.words import tr
from ui.kiosk.face import Face
from ui.kiosk.pages.page import BarAct, KioskPage, stack
from ui.kiosk.parts.facts import Facts, Told
from ui.kiosk.parts.line import Line, Tone
from ui.kiosk.parts.number_plate import NumberPlate
from ui.kiosk.parts.telephone_line import TelephoneLine
from ui.kiosk.places import Number
from ui.kiosk.told import minutes_told, number_told, people_told, unattended_told
from ui.kiosk.wishes import Leave


class NumberPage(KioskPage):
    """Its only button stands where back stood, not under the finger that took the number; who
    hears the page has nothing to choose any more.
    """

    reads_acts = False

    def __init__(self, face: Face, place: Number) -> None:
        super().__init__(face, tr("Your number"), place.given.title)
        self._place = place
        across = self.across(3 / 7 if face.wide else 1)
        self.plate = NumberPlate(face, place.given.label, alone=place.paper == "missing")
        self.facts = Facts(face, _facts(place.given), across, 1 if face.wide else 2)
        self.advice = self._advice(place)
        self.code = self._code(place.given)
        if face.wide:
            left = stack(face, self.facts, *self.code)
            self.beside(stack(face, self.plate, *self.advice), left, (4, 3))
            return
        for part in (self.plate, self.facts, *self.advice, *self.code):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def spoken(self) -> Sequence[str]:
        """The number once, as the hall will call it; then its paper, and what else stands here."""
        written = (self.plate, self.advice[0])
        rest = [each for each in super().spoken() if each not in map(_name, written)]
        return (called_label(self.plate.label), _heard(self._place), *rest)

    def acts(self) -> tuple[BarAct, ...]:
        """Done: the next visitor may come."""
        return (BarAct(name=tr("To the first page"), icon="check", wish=Leave()),)

    def _code(self, given: Given) -> tuple[TelephoneLine, ...]:
        """How the number stands, for a telephone; not where it only says what stands here."""
        if "://" not in given.code:
            return ()
        hint = tr("With your telephone's camera you see how your number stands.")
        return (TelephoneLine(self.face, given.code, hint),)

    def _advice(self, place: Number) -> tuple[Line, ...]:
        face, given = self.face, place.given
        paper = Line(face, *_paper(place), "list" if face.low else "section")
        stay = Line(face, *_stay(given), "list")
        if not face.low:
            return (paper, stay)
        self.note = stay
        return (paper,)


def _paper(place: Number) -> tuple[str, str, Tone]:
    """What is said of the paper, its picture and its tone: thanks only once it has come."""
    label = place.given.label
    if place.paper == "came":
        return tr("Take your paper, please."), "printer", "good"
    if place.paper == "before":
        said = tr("Your number is {label}. You were given it before.", label=label)
        return said, "ticket", "plain"
    if place.paper == "awaited":
        said = tr("Your number is {label}. Its paper is being printed.", label=label)
        return said, "printer", "plain"
    said = tr(
        "Your number is {label}. Its paper was not printed; "
        "please write the number down or take a photo of it.",
        label=label,
    )
    return said, "printer-off", "warning"


def _heard(place: Number) -> str:
    """What is said of the paper to who hears it, and may not be able to write."""
    match place.paper:
        case "came":
            return tr("Take your paper, please.")
        case "before":
            return tr("You were given this number before.")
        case "awaited":
            return tr("Its paper is being printed.")
        case _:
            return tr("Its paper was not printed; please tell the desk this number.")


def _name(part: QWidget) -> str:
    return part.accessibleName()


def _stay(given: Given) -> tuple[str, str, Tone]:
    """What to know while waiting, its picture and its tone: first whether waiting is any use."""
    if given.gone_on:
        return number_told(given.gone_on), "info-circle", "good"
    if given.unattended:
        return unattended_told(), "alert-circle", "warning"
    return _until_called(given), "info-circle", "plain"


def _until_called(given: Given) -> str:
    if given.agreed and given.late:
        return tr("The agreed time is over; your turn counts from now.")
    if given.agreed:
        time = format_time(local(given.agreed))
        return tr("Your turn counts from {time}. Please stay in the hall.", time=time)
    if given.purpose == "collect":
        return tr("Have the receipt and your national card with you.")
    return tr("Please stay in the hall until your number is called.")


def _facts(given: Given) -> tuple[Told, ...]:
    if given.gone_on:
        return (_counters((given.gone_on.counter,)),)
    ahead = people_told(given.ahead)
    facts = [Told(icon="users", name=tr("People ahead of you"), text=ahead)]
    if given.wait:
        wait = minutes_told(given.wait)
        facts.append(Told(icon="hourglass", name=tr("Approximate wait"), text=wait))
    if given.counters and not given.unattended:
        facts.append(_counters(given.counters))
    return tuple(facts)


def _counters(numbers: Sequence[str]) -> Told:
    return Told(icon="armchair", name=tr("Counters that serve it"), text=counters_named(numbers))
