"""How a request stands: only its state; no name, and not what it is about."""

from app.persian import long_date
from app.showing.kiosk import RequestStanding
from ui.frame.words import tr
from ui.kiosk.face import Face
from ui.kiosk.pages.page import BarAct, KioskPage, back
from ui.kiosk.parts.facts import Facts, Told
from ui.kiosk.parts.line import Line, Tone
from ui.kiosk.wishes import Leave
from ui.words import shown

_ENDED = ("delivered", "withdrawn", "voided")


class StandingPage(KioskPage):
    """The state in a sentence, then dates and where it is."""

    def __init__(self, face: Face, standing: RequestStanding) -> None:
        super().__init__(face, tr("How the request stands"), tr("Ask about a request"))
        said, icon, tone = _state(standing)
        self.state = Line(face, said, icon, tone, "card")
        self.column.addWidget(self.state)
        self.column.addWidget(Facts(face, _facts(standing), self.across(), 1))
        if standing.state == "answer_ready":
            hint = tr("To collect it, choose «Collect an answer» on the first page.")
            self.column.addWidget(Line(face, hint, "ticket"))
        self.column.addStretch(1)

    def acts(self) -> tuple[BarAct, ...]:
        """Back, and done."""
        return (back(), BarAct(name=tr("I have seen it"), icon="check", filled=True, wish=Leave()))


def _state(standing: RequestStanding) -> tuple[str, str, Tone]:
    states: dict[str, tuple[str, str, Tone]] = {
        "registered": (tr("It is registered and waits for the unit."), "hourglass", "good"),
        "in_work": (tr("It is being worked on."), "hourglass", "good"),
        "result_back": (tr("Its answer is being written."), "file-pencil", "good"),
        "answer_ready": (tr("Its answer is ready."), "circle-check", "good"),
        "delivered": (tr("Its answer was handed over."), "check", "plain"),
        "withdrawn": (tr("The applicant withdrew it."), "info-circle", "plain"),
        "voided": (tr("It was voided."), "info-circle", "warning"),
    }
    return states[standing.state]


def _facts(standing: RequestStanding) -> tuple[Told, ...]:
    number = shown("tracking", standing.tracking)
    facts = [
        Told(icon="file-text", name=tr("The tracking number of the receipt"), text=number),
        Told(
            icon="calendar-event",
            name=tr("Received by the desk on"),
            text=long_date(standing.received),
        ),
    ]
    if standing.state not in _ENDED:
        promised = long_date(standing.promised)
        facts.append(Told(icon="calendar-due", name=tr("Answer promised for"), text=promised))
    return tuple(facts)
