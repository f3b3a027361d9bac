"""Of what a fact is, where it is of neither a request nor a ticket."""

from collections.abc import Mapping

from app.auditing import Line
from app.event import Event
from app.events import appointment as met
from app.events import catalogue as offered
from app.events.office import ClerkDismissed
from app.folds import appointment, catalogue
from app.ports import Look


def subject_of(look: Look, people: Mapping[str, str], line: Line) -> str:
    """The name of the clerk, the sub-service or the person: an event that only names it by an id
    tells nobody. Empty where the event itself says all.
    """
    entity, event = line.recorded.entity, line.event
    match event:
        case ClerkDismissed(clerk=clerk):
            return people.get(clerk, "")
        case met.AppointmentCancelled(appointment=id_) | met.AppointmentMet(appointment=id_):
            return _holder(look, entity, id_)
        case _ if isinstance(event, _OF_ENTRY):
            entry = look.load(catalogue.FOLD, entity)
            return entry.sheet.title if entry else ""
        case _:
            return people.get(entity, "")


_OF_ENTRY: tuple[type[Event], ...] = (
    offered.SubServiceRetired,
    offered.SubServiceReinstated,
    offered.FormFileAttached,
    offered.FormFileDropped,
)


def _holder(look: Look, entity: str, id_: str) -> str:
    book = look.load(appointment.FOLD, entity)
    kept = book.kept.get(id_) if book else None
    return kept.said.name if kept else ""
