"""What the counter reads of the store: one look, one frozen value. Runs on the store's thread."""

from collections.abc import Container, Mapping, Sequence
from datetime import datetime

import msgspec

from app.decoding import decode
from app.deeds.spool import conditions_of, printers_of
from app.events.office import Rules
from app.events.request import Mark
from app.folds import catalogue
from app.folds.catalogue import Entry
from app.folds.office import Paused, Rested
from app.letters import typed_number
from app.ports import Look
from app.printer import Condition
from app.showing.duties import Duties, duties
from app.showing.person import PersonFile, person_file
from app.showing.promise import promised
from app.showing.queue import CounterQueue, counter_queue
from app.showing.sync import SyncState, sync_state
from app.showing.visit import VisitShown, visit_shown
from app.spooling.printers import Printers, Role
from app.spooling.spool import Job
from app.sub_service import ApplicantKind
from app.value import Value
from ui.counter.state import Sheet

NO_PRINTER = "no_printer"
"""Why a paper is held where this PC has no printer for it."""

MARKS = ("received", "missing", "not_needed", "on_file")
"""What may be set by hand; anything else that was kept is of another version."""


class Papers(Value, frozen=True, kw_only=True):
    """What is to be printed, and on what."""

    jobs: tuple[Job, ...]
    printers: Printers
    conditions: Mapping[Role, Condition]


class Reading(Value, frozen=True, kw_only=True):
    """The counter as the store has it. `sheet` is what was kept half done of this visit."""

    office: str
    clerk_name: str
    rules: Rules
    at: datetime
    paused: Paused | None
    rested: Rested | None
    queue: CounterQueue
    duties: Duties
    visit: VisitShown | None
    entry: Entry | None
    promised: datetime | None
    papers: Papers
    sheet: Sheet
    sync: SyncState


def place_of(ticket: str) -> str:
    """Where the half-done sheet of a visit is kept, also while it is on hold."""
    return f"visit:{ticket}"


def read_counter(look: Look, counter: str, clerk: str, present: Sheet) -> Reading:
    """Everything that the window shows; `present` is the sheet that it has, of this visit or of
    the one before. Refuses `counter_unknown`.
    """
    visit = visit_shown(look, counter, present.ticket)
    sheet = kept_sheet(look.draft(place_of(visit.ticket.id)) if visit else None, visit)
    same = visit is not None and present.ticket == visit.ticket.id
    entry = _entry(look, visit, present.service if same else sheet.service)
    return Reading(
        office=look.office.described.name,
        clerk_name=look.office.clerk_name(clerk),
        rules=look.office.rules,
        at=look.at,
        paused=look.office.paused.get(counter),
        rested=look.office.rested.get(counter),
        queue=counter_queue(look, counter, clerk),
        duties=duties(look),
        visit=visit,
        entry=entry,
        promised=promised(look, entry) if entry and entry.sheet.mode != 1 else None,
        papers=papers_of(look),
        sheet=sheet,
        sync=sync_state(look),
    )


def papers_of(look: Look) -> Papers:
    """As they stand."""
    return Papers(
        jobs=tuple(look.jobs()), printers=printers_of(look), conditions=conditions_of(look)
    )


def kept_sheet(body: bytes | None, visit: VisitShown | None) -> Sheet:
    """The half-done sheet of this visit; an empty one where none of it is kept."""
    ticket = visit.ticket.id if visit else ""
    try:
        kept = decode(body, Sheet) if body else Sheet()
    except msgspec.DecodeError:
        kept = Sheet()
    return kept if ticket and kept.ticket == ticket else Sheet(ticket=ticket)


def read_person(look: Look, kind: ApplicantKind, code: str, service: str) -> PersonFile:
    """What is known of an applicant, for the papers of this sub-service."""
    return person_file(look, kind, code, service)


def kind_of(kind: ApplicantKind, text: str) -> ApplicantKind:
    """Ten digits are a person's code, eleven a company's; a foreigner's has no length of its own
    and must be said.
    """
    lengths: dict[int, ApplicantKind] = {10: "person", 11: "legal"}
    return kind if kind == "foreigner" else lengths.get(len(typed_number(text)), kind)


def marks_of(sheet: Sheet) -> dict[str, Mark]:
    """The marks that were set by hand."""
    return {title: mark for title, mark in sheet.marks.items() if _is_mark(mark)}  # type: ignore[misc]


def _is_mark(mark: str) -> bool:
    return mark in MARKS


def _entry(look: Look, visit: VisitShown | None, service: str) -> Entry | None:
    if service:
        return look.load(catalogue.FOLD, service)
    return visit.entry if visit else None


def waiting_papers(visit: VisitShown, jobs: Sequence[Job], stopped: Container[int]) -> int:
    """Papers of this visit that should have come out and did not, also those on their way to a
    printer that stands still (`stopped`: their numbers). What is just being printed is nobody's
    concern; nor is a counter without a printer to be asked about it with every client.
    """
    owners = {visit.ticket.id, *(request.id for request in visit.requests)}
    left = (job for job in jobs if job.owner in owners and not job.ended)
    return sum(job.id in stopped or job.why not in ("", NO_PRINTER) for job in left)
