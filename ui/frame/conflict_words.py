"""Conflicts in words: whose, what, and both sides."""

from app.persian import format_moment
from app.showing.conflict import ConflictShown, Side
from ui.frame.words import tr
from ui.look.parts.row import Row
from ui.look.parts.two_lines import two_line_row
from ui.words import Words


def conflict_row(conflict: ConflictShown, words: Words) -> Row:
    """What does not fit and when; under it whose it is."""
    return two_line_row(
        conflict.event,
        words.value("conflict", conflict.reason),
        when=format_moment(conflict.this.at),
        below=" · ".join(part for part in (whose(conflict), detail_of(conflict)) if part),
        icon="alert-triangle",
    )


def whose(conflict: ConflictShown) -> str:
    """The ticket, request or entry, as people call it."""
    name, day = conflict.name, conflict.day
    said = {
        "ticket": lambda: tr("Ticket {label} of {day}", label=name, day=day),
        "visit": lambda: tr("A visit of {day} without a number", day=day),
        "request": lambda: tr("Request {tracking}", tracking=name),
        "service": lambda: tr("Sub-service {code}", code=conflict.detail),
        "day": lambda: tr("Day {day}", day=day),
        "appointments": lambda: tr("Appointments of {day}", day=day),
    }
    known = said.get(conflict.subject)
    return known() if known else name or tr("Blank receipts")


def detail_of(conflict: ConflictShown) -> str:
    """What else tells it from others: a title, or the applicant."""
    match conflict.subject:
        case "ticket" | "request":
            return conflict.detail
        case "visit" | "service":
            return conflict.name
        case _:
            return ""


def covering(conflict: ConflictShown) -> tuple[str, ...]:
    """How many facts are settled together, if there are several."""
    if conflict.covers < 2:
        return ()
    return (tr("{n} facts that do not fit, settled together", n=conflict.covers),)


def side_facts(side: Side, words: Words) -> tuple[tuple[str, str], ...]:
    """One side: what was recorded, where, by whom and when."""
    return (
        (tr("Recorded"), words.value("kind", side.kind)),
        (tr("Where"), _where(side)),
        (tr("By"), side.clerk or tr("The program")),
        (tr("When"), format_moment(side.at)),
    )


def _where(side: Side) -> str:
    pc = tr("PC {n}", n=side.place) if side.place else tr("At the centre")
    if side.counter:
        return "، ".join((tr("Counter {n}", n=side.counter), pc))
    return pc
