"""What the counter lets one choose from, and how it says why somebody was called."""

from collections.abc import Sequence
from typing import get_args

from app.events.ticket import Outcome, Why
from app.persian import format_time, persian_digits
from app.ports import Look
from app.showing.queue import CounterQueue
from app.showing.service import ServiceLine, services
from app.sub_service import ReadyText
from app.value import Value
from ui.frame.ask import Ask
from ui.frame.pick import Pick, PickRow
from ui.frame.words import tr

GUIDANCE, TELEPHONE = "guidance", "telephone"
"""What may be received without a number and without a sub-service."""


class Targets(Value, frozen=True, kw_only=True):
    """Where a client may be sent: other counters (number, title), other clerks (code, name), and
    every sub-service of the desk.
    """

    counters: tuple[tuple[str, str], ...]
    clerks: tuple[tuple[str, str], ...]
    services: tuple[ServiceLine, ...]


def read_targets(look: Look, number: str, clerk: str) -> Targets:
    """All but this counter and this clerk."""
    office = look.office
    return Targets(
        counters=tuple((c.number, c.title) for n, c in office.counters.items() if n != number),
        clerks=tuple((code, c.name) for code, c in office.clerks.items() if c.clerk != clerk),
        services=tuple(line for line in services(look) if line.channel != "electronic"),
    )


def transfer_pick(label: str, targets: Targets) -> Pick:
    """Ids are `counter:…`, `clerk:…` and `service:…`."""
    counters = (
        PickRow(
            id=f"counter:{number}", first=persian_digits(number), text=tr("Counter {n}", n=number)
        )
        for number, _ in targets.counters
    )
    clerks = (
        PickRow(id=f"clerk:{code}", first=persian_digits(code), text=name, trailing=tr("Clerk"))
        for code, name in targets.clerks
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


def queue_pick(queue: CounterQueue) -> Pick:
    """Whoever waits or is held, by label."""
    return Pick(
        title=tr("Call a chosen one"),
        rows=tuple(
            PickRow(id=row.label, first=row.label, text=row.title, trailing=format_time(row.since))
            for row in (*queue.rows, *queue.held)
        ),
        hint=tr("Label or words of the sub-service"),
        empty=tr("Nobody is in the queue of this counter now."),
    )


def outcome_question() -> Ask:
    """Asked only when nothing was recorded; in the order of the glossary."""
    return Ask(
        question=tr("Nothing was recorded in this visit. What came of it?"),
        kind="choice",
        choices=(
            ("guidance", tr("Guided")),
            ("deficiency", tr("Papers missing")),
            ("request", tr("Request registered")),
            ("service", tr("Service given")),
            ("delivery", tr("Answer delivered")),
            ("referral", tr("Sent to a unit")),
            ("withdrawn", tr("Gave up")),
        ),
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


def why_called(why: Why | None) -> str:
    """«دلیل این فراخوان», from what stands in the journal."""
    if why is None:
        return tr("This visit was not called from the queue.")
    issued, effective = format_time(why.issued_at), format_time(why.effective_at)
    if why.rule == "chosen":
        return tr(
            "Called out of order: {reason}. Number taken at {issued}.",
            reason=why.reason,
            issued=issued,
        )
    if why.credit:
        return tr(
            "The earliest here: taken at {issued}, {credit} minutes ahead by priority.",
            issued=issued,
            credit=why.credit,
        )
    return tr(
        "The earliest here: taken at {issued}, counted from {effective}.",
        issued=issued,
        effective=effective,
    )
