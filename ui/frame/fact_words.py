"""A fact of the journal in words: what it says beside its kind."""

from app.event import Event
from app.events import clerk, office, ticket
from app.events.catalogue import SubServiceDefined
from app.events.day import DayClosed
from app.events.pad import PadPrepared
from app.persian import format_date
from app.showing.audit import Fact
from ui.frame.history_words import particulars
from ui.frame.words import tr
from ui.words import Words, shown

_NAMES = ("title", "unit", "name", "label", "code", "number", "tracking", "series", "file")


def fact_words(fact: Fact, words: Words) -> str:
    """What tells it from others of its kind, and the reason that was given."""
    said = _particulars(fact.event, words)
    if not fact.reason or fact.reason in said:
        return said
    return " · ".join(part for part in (said, fact.reason) if part)


def where_words(fact: Fact) -> str:
    """At which counter, else at which PC; the centre grants calls."""
    if fact.counter:
        return tr("Counter {n}", n=fact.counter)
    return tr("PC {n}", n=fact.place) if fact.place else tr("The centre")


def subject_words(fact: Fact) -> str:
    """Of what it is: a request's number and applicant, a ticket's label and sub-service."""
    name = "tracking" if fact.subject == "request" else "label"
    number = shown(name, fact.name) if fact.name else ""
    return " · ".join(part for part in (number, fact.detail) if part)


def _particulars(event: Event | None, words: Words) -> str:
    match event:
        case None:
            return ""
        case ticket.ServiceFinished(outcome=outcome):
            return words.value("outcome", outcome)
        case ticket.DeficiencyAnnounced(missing=missing):
            return "، ".join(paper.title for paper in missing)
        case office.ClerkAdmitted(name=name, role=role):
            return f"{name} · {words.value('role', role)}"
        case _:
            return _of_the_office(event) or particulars(event) or _named(event)


def _of_the_office(event: Event) -> str:
    match event:
        case DayClosed(day=day, counter=counter):
            whose = tr("Counter {n}", n=counter) if counter else tr("All counters")
            return f"{format_date(day)} · {whose}"
        case PadPrepared(sheets=sheets):
            return tr("{n} rows", n=len(sheets))
        case SubServiceDefined(sheet=sheet):
            return sheet.title
        case clerk.SignedIn(window=window) | clerk.SignedOut(window=window):
            return _window(window)
        case _:
            return ""


def _window(window: str) -> str:
    kind, _, name = window.partition(":")
    if kind == "counter":
        return tr("Counter {n}", n=name)
    return tr("Supervisor of the desk") if kind == "supervisor" else name


def _named(event: Event) -> str:
    found = (getattr(event, name, "") for name in _NAMES)
    text = next((each for each in found if isinstance(each, str) and each), "")
    return shown("text", text) if text else ""
