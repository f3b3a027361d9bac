"""One request whole: its state, what its sub-service asks for, and who did what with it."""

from datetime import date, datetime

from app.correction import Change
from app.deeds.estimate import estimated_later
from app.deeds.looking import the_request
from app.event import Event
from app.folds import catalogue
from app.folds.fold import Fact
from app.folds.office import Office
from app.folds.request import Request
from app.local import local
from app.ports import Journal
from app.sub_service import Inquiry, SubService
from app.value import Value
from app.workdays import due


class HistoryLine(Value, frozen=True, kw_only=True):
    """A fact of the journal; `event` is None where a newer program wrote it. `changes` is what a
    correction changed.
    """

    at: datetime
    clerk: str
    kind: str
    event: Event | None
    changes: tuple[Change, ...] = ()


class RequestShown(Value, frozen=True, kw_only=True):
    """`papers` and `inquiries` are the catalogue's as it stands now. `registered_by` is a name.
    `until` is the usual last day for a paper that is asked for today, `estimated` the day on which
    the answer may be expected as things stand, where that is after the promised one.
    """

    request: Request
    history: tuple[HistoryLine, ...]
    papers: tuple[str, ...]
    inquiries: tuple[Inquiry, ...]
    registered_by: str
    today: date
    until: date
    estimated: date | None = None


def request_shown(journal: Journal, tracking: str) -> RequestShown:
    """What is known of a request by its number. Refuses `tracking_wrong`, `tracking_unknown`."""
    with journal.look() as look:
        found = the_request(look, tracking)
        entry = look.load(catalogue.FOLD, found.service)
        office, now = look.office, local(look.at)
        estimated = estimated_later(look, found)
    sheet = entry.sheet if entry else None
    return RequestShown(
        request=found,
        history=tuple(_line(office, found, fact) for fact in journal.history(found.id)),
        papers=_asked_of(sheet, found) if sheet else (),
        inquiries=sheet.inquiries if sheet else (),
        registered_by=office.clerk_name(found.clerk),
        today=now.date(),
        until=due(now, office.rules.deficiency_days, "working_day", office.calendar).date(),
        estimated=estimated,
    )


def _asked_of(sheet: SubService, found: Request) -> tuple[str, ...]:
    kind = found.applicant.kind
    return tuple(d.title for d in sheet.documents if not d.kinds or kind in d.kinds)


def _line(office: Office, found: Request, fact: Fact) -> HistoryLine:
    recorded, event = fact
    return HistoryLine(
        at=recorded.moment,
        clerk=office.clerk_name(recorded.clerk),
        kind=recorded.kind,
        event=event,
        changes=found.changed_by(recorded.id),
    )
