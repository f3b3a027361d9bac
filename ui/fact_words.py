"""Facts of the journal in words, the same in windows, at the command line and in files."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import asdict

from app.correction import Change
from app.event import Event
from app.events import catalogue, clerk, day, form_file, office, pad, paper, survey, ticket
from app.persian import format_date, format_moment
from app.showing.audit import Fact
from ui.log_file import Fact as Cell
from ui.words import Words, shown

_HEADS = ("at", "clerk", "kind", "subject", "particulars", "where")
_DAYS = 3
"""Closures that are named; of more only the number."""


def audit_heads(words: Words) -> tuple[str, ...]:
    """What the columns of `audit_cells` hold."""
    return tuple(words.value("audit_column", head) for head in _HEADS)


def audit_cells(fact: Fact, words: Words) -> Sequence[str]:
    """When, who, what, of what, the particulars, where."""
    return (
        format_moment(fact.at),
        fact.clerk or words.value("audit_by", "program"),
        words.value("kind", fact.kind),
        subject_words(fact),
        fact_words(fact, words),
        _where(fact, words),
    )


def audit_file(facts: Iterable[Fact], words: Words) -> tuple[tuple[str, ...], list[list[Cell]]]:
    """Heads and rows of a file; behind what people read, the day by which a spreadsheet sorts."""
    heads = (*audit_heads(words), words.value("audit_column", "day"))
    return heads, [[*audit_cells(fact, words), fact.at.date()] for fact in facts]


def subject_words(fact: Fact) -> str:
    """Of what it is: a request's number and applicant, a ticket's label and sub-service."""
    name = "tracking" if fact.subject == "request" else "label"
    number = shown(name, fact.name) if fact.name else ""
    return " · ".join(part for part in (number, fact.detail) if part)


def fact_words(fact: Fact, words: Words) -> str:
    """What tells it from others of its kind, and the reason that was given."""
    said = particulars(fact.event, words, fact.changes)
    if not fact.reason or shown("reason", fact.reason) in said:
        return said
    return " · ".join(part for part in (said, shown("reason", fact.reason)) if part)


def particulars(event: Event | None, words: Words, changes: Iterable[Change] = ()) -> str:
    """What an event says beside its kind, behind what it changed; nothing of one that a newer
    program wrote.
    """
    if event is None:
        return ""
    said = words.fact(type(event).__name__, {**asdict(event), **reckoned(event)})
    changed = (" ".join(part) for part in changed_words(changes, words))
    return " · ".join(part for part in (*changed, said) if part)


def changed_words(changes: Iterable[Change], words: Words) -> Iterator[tuple[str, str]]:
    """Each part of a request by its name, and how it was and became."""
    for change in changes:
        before, after = change.before, change.after
        if change.part == "kind":
            before, after = (words.value("catalogue_applicant", one) for one in (before, after))
        said = words.answer("corrected_part", {"before": before, "after": after})
        yield words.value("corrected_part", change.part), said


def _where(fact: Fact, words: Words) -> str:
    """At which counter, else at which PC; the centre grants calls."""
    if fact.counter:
        return words.answer("at_counter", {"n": fact.counter})
    if fact.place:
        return words.answer("at_pc", {"n": fact.place})
    return words.value("audit_by", "centre")


def reckoned(event: Event) -> Mapping[str, object]:
    """What an event's sentence needs and none of its fields is."""
    match event:
        case ticket.VisitOpened(how=how):
            return {"over": how if how == "telephone" else ""}
        case ticket.DeficiencyAnnounced(missing=missing):
            return {"documents": tuple(each.title for each in missing)}
        case paper.PaperPrinted(copy=copy):
            return {"copy": copy if copy > 1 else 0}
        case day.DayClosed(counter=counter):
            return {"scope": "" if counter else "desk"}
        case clerk.SignedIn() | clerk.SignedOut() | clerk.SignInFailed():
            return _window(event.window)
        case _:
            return _of_the_office(event) or _counted(event)


def _of_the_office(event: Event) -> Mapping[str, object]:
    match event:
        case office.ClosuresAnnounced(closures=closures):
            named = tuple(f"{format_date(each.day)} {each.title}" for each in closures[:_DAYS])
            return {"closures": named, "more": len(closures) - len(named)}
        case office.HoursSet(hours=hours):
            return {"n": len(hours)}
        case catalogue.SubServiceDefined(sheet=sheet):
            return {"title": sheet.title}
        case catalogue.FormFileAttached(file=file):
            return {"title": file.title, "file": file.file}
        case _:
            return {}


def _counted(event: Event) -> Mapping[str, object]:
    match event:
        case pad.PadPrepared(sheets=several) | survey.SurveysCounted(filled=several):
            return {"n": len(several)}
        case form_file.FormFileKept(data=data) | office.PictureKept(png=data):
            return {"n": len(data)}
        case _:
            return {}


def _window(window: str) -> Mapping[str, object]:
    kind, _, name = window.partition(":")
    here = kind == "counter"
    return {"counter": name if here else "", "at_window": "" if here else kind}
