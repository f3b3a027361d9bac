"""What the counter lets one choose from."""

from collections.abc import Sequence
from typing import get_args

from app.deeds.outcome import UNRECORDED
from app.deeds.seats import seats
from app.events.office import PriorityClassDefined
from app.events.ticket import Outcome
from app.order import in_order
from app.persian import format_time, persian_digits
from app.ports import Look
from app.roles import DESK
from app.showing.queue import CounterQueue, Waiting
from app.showing.service import ServiceLine, services
from app.sub_service import ReadyText
from app.value import Value
from ui.frame.ask import Ask
from ui.frame.pick import Pick, PickRow
from ui.frame.words import tr

GUIDANCE, TELEPHONE = "guidance", "telephone"
"""What may be received without a number and without a sub-service."""

OTHER = ""
"""A reason that stands in no list."""


class Targets(Value, frozen=True, kw_only=True):
    """Where a client may be sent: other counters (number, why it rests), other clerks (code, name,
    the counter where they are), and every sub-service of the desk.
    """

    counters: tuple[tuple[str, str], ...]
    clerks: tuple[tuple[str, str, str], ...]
    services: tuple[ServiceLine, ...]


def read_targets(look: Look, number: str, clerk: str) -> Targets:
    """All but this counter and this clerk."""
    office = look.office
    places = {whose: seat for seat, whose in seats(look).items()}
    resting = {number: paused.reason for number, paused in office.paused.items()}
    return Targets(
        counters=tuple((n, resting.get(n, "")) for n in in_order(office) if n != number),
        clerks=tuple(
            (code, c.name, places.get(c.clerk, ""))
            for code, c in office.clerks.items()
            if c.clerk != clerk and c.role in DESK
        ),
        services=tuple(line for line in services(look) if line.channel != "electronic"),
    )


def transfer_pick(label: str, targets: Targets) -> Pick:
    """Ids are `counter:…`, `clerk:…` and `service:…`."""
    counters = (
        PickRow(
            id=f"counter:{number}",
            first=persian_digits(number),
            text=tr("Counter {n}", n=number),
            trailing=tr("rests: {reason}", reason=resting) if resting else "",
        )
        for number, resting in targets.counters
    )
    clerks = (
        PickRow(
            id=f"clerk:{code}",
            first=persian_digits(code),
            text=name,
            trailing=tr("Clerk at counter {n}", n=seat) if seat else tr("Clerk"),
        )
        for code, name, seat in targets.clerks
    )
    offered = (row for row in service_rows(targets.services, "service:"))
    return Pick(
        title=tr("Transfer {label} to", label=label),
        rows=(*counters, *clerks, *offered),
        hint=tr("Number or words"),
        empty=tr("Nothing was found."),
    )


def service_rows(offered: Sequence[ServiceLine], before: str = "") -> tuple[PickRow, ...]:
    """Sub-services by number and title; their ids are codes."""
    return tuple(
        PickRow(id=f"{before}{line.code}", first=persian_digits(line.code), text=line.title)
        for line in offered
    )


def walk_in_pick(offered: Sequence[ServiceLine]) -> Pick:
    """Guidance stands first, so that Enter alone takes it."""
    return Pick(
        title=tr("Receive without a number"),
        rows=(
            PickRow(id=GUIDANCE, first="", text=tr("Quick guidance at the rail")),
            PickRow(id=TELEPHONE, first="", text=tr("Guidance by telephone")),
            *service_rows(offered),
        ),
        hint=tr("Number or words"),
        empty=tr("Nothing was found."),
    )


def number_pick(offered: Sequence[ServiceLine]) -> Pick:
    """Guidance stands first, so that Enter alone takes it."""
    return Pick(
        title=tr("Give a number"),
        rows=(PickRow(id=GUIDANCE, first="", text=tr("Guidance")), *service_rows(offered)),
        hint=tr("Number or words"),
        empty=tr("Nothing was found."),
    )


def class_question(classes: Sequence[PriorityClassDefined]) -> Ask:
    """Who is called sooner; most people are not, so that Enter alone takes it."""
    rows = ((each.code, each.title) for each in classes)
    return Ask(
        question=tr("Which priority has the client?"),
        kind="choice",
        choices=(("", tr("None of these")), *rows),
    )


def service_pick(offered: Sequence[ServiceLine], present: str) -> Pick:
    """For the next request: the present sub-service stands first, so that Enter alone takes it."""
    here = [line for line in offered if line.code == present]
    rest = [line for line in offered if line.code != present]
    return Pick(
        title=tr("Sub-service of the next request"),
        rows=service_rows([*here, *rest]),
        hint=tr("Number or words"),
        empty=tr("Nothing was found."),
    )


def queue_pick(queue: CounterQueue, absent: Sequence[Waiting]) -> Pick:
    """Whoever waits or is held, and who did not come when called, by label."""
    here = (_number_row(row, format_time(row.since)) for row in (*queue.rows, *queue.held))
    late = (_number_row(row, tr("did not come")) for row in absent)
    rows = (*here, *late)
    return Pick(
        title=tr("Call a chosen one"),
        rows=rows,
        hint=tr("Label or words of the sub-service"),
        empty=tr("That number is not in the queue of this counter; F9 finds where it is.")
        if rows
        else tr("Nobody is in the queue of this counter now."),
    )


def _number_row(row: Waiting, trailing: str) -> PickRow:
    return PickRow(id=row.label, first=row.label, text=row.title, trailing=trailing)


def outcome_question() -> Ask:
    """Asked only when nothing was recorded; what a deed records is not among the answers."""
    names = {
        "guidance": tr("Guided"),
        "service": tr("Service given"),
        "withdrawn": tr("Gave up"),
    }
    return Ask(
        question=tr("Nothing was recorded in this visit. What came of it?"),
        kind="choice",
        choices=tuple((outcome, names[outcome]) for outcome in UNRECORDED),
    )


def ready_question(texts: Sequence[ReadyText]) -> Ask:
    """Mode 3: which answer is given now; its id is empty where none is."""
    later = ("", tr("The answer is prepared later"))
    return Ask(
        question=tr("Which answer is given now?"),
        kind="choice",
        choices=(*((text.title, text.title) for text in texts), later),
    )


def outcome_of(chosen: str) -> Outcome | None:
    """The outcome of that id."""
    known: dict[str, Outcome] = {outcome: outcome for outcome in get_args(Outcome)}
    return known.get(chosen)


def place_question(label: str) -> Ask:
    """Where in the queue somebody goes who is sent back to it."""
    return Ask(
        question=tr("Send {label} back to the queue?", label=label),
        kind="choice",
        choices=(
            ("kept", tr("At the old place")),
            ("end", tr("Behind everybody")),
            ("after", tr("After some persons")),
            ("front", tr("Before everybody")),
        ),
    )


def after_question(label: str) -> Ask:
    """Whether somebody who is sent on comes back."""
    return Ask(
        question=tr("And when {label} is done there?", label=label),
        kind="choice",
        choices=(("ends", tr("The visit ends there")), ("returns", tr("Back to this counter"))),
    )


def rest_question() -> Ask:
    """Why a counter rests; what is chosen is what the hall is told."""
    reasons = (tr("Prayer"), tr("Lunch"), tr("Meeting"), tr("Technical fault"))
    choices = (*((reason, reason) for reason in reasons), (OTHER, tr("Another reason")))
    return Ask(question=tr("Why does the counter rest?"), kind="choice", choices=choices)
