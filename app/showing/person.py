"""What the store knows of an applicant, as soon as the code is typed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from app.applicant import Applicant, Representative
from app.folds import catalogue, request, ticket
from app.folds.request import Request
from app.folds.ticket import Ticket
from app.local import local
from app.persian import jalali_year, search_key
from app.ports import Look, RequestLine
from app.showing.duties import line_of
from app.sub_service import ApplicantKind
from app.value import Value

__all__ = ["PersonFile", "RequestLine", "person_file"]

REMEMBERED = 200
"""Requests of one applicant that are looked through, the newest; a company may have thousands."""


class PersonFile(Value, frozen=True, kw_only=True):
    """`applicant` as they were last registered, None when never. `on_file` gives, for a paper's
    title, the tracking number with which it was received (design: not asked for again). `visits`
    counts those of this Jalali year that left a request, a delivery or a slip. `slip_missing` are
    the papers of the newest unredeemed deficiency slip written for this applicant and sub-service.
    """

    applicant: Applicant | None
    representatives: tuple[Representative, ...] = ()
    ready: tuple[RequestLine, ...] = ()
    open: tuple[RequestLine, ...] = ()
    on_file: Mapping[str, str] = {}
    visits: int = 0
    slip_missing: tuple[str, ...] = ()


def person_file(look: Look, kind: ApplicantKind, code: str, service: str = "") -> PersonFile:
    """What is known of the applicant of that kind whose checked code is `code`; papers on file and
    the slip are told for the sub-service of the id `service`. Of who has no code nothing is known:
    the next one without a code is somebody else.
    """
    if not code:
        return PersonFile(applicant=None)
    known = _requests(look, kind, code)
    lines = [(found, line_of(found)) for found in known if found.open]
    return PersonFile(
        applicant=known[0].applicant if known else None,
        representatives=_distinct(found.representative for found in known),
        ready=tuple(line for found, line in lines if found.answers),
        open=tuple(line for found, line in lines if not found.answers),
        on_file=_on_file(look, service, known),
        visits=_visits(look, code, known),
        slip_missing=_slip(look, code, service, known),
    )


def _requests(look: Look, kind: ApplicantKind, code: str) -> list[Request]:
    """The newest first. A foreigner's number may look like a national code: the kind tells."""
    newest = islice(look.requests_by(code), REMEMBERED)
    loaded = (look.load(request.FOLD, entity) for entity in newest)
    return [found for found in loaded if found and found.applicant.kind == kind]


def _distinct(seen: Iterable[Representative | None]) -> tuple[Representative, ...]:
    newest: dict[str, Representative] = {}
    for representative in seen:
        if representative:
            newest.setdefault(representative.id, representative)
    return tuple(newest.values())


def _on_file(look: Look, service: str, known: Sequence[Request]) -> dict[str, str]:
    entry = look.load(catalogue.FOLD, service)
    wanted = {search_key(d.title): d.title for d in entry.sheet.documents} if entry else {}
    found: dict[str, str] = {}
    for each in known:
        for paper in each.documents if each.ended != "voided" else ():
            title = wanted.get(search_key(paper.title))
            if title and paper.mark == "received":
                found.setdefault(title, each.tracking)
    return found


def _visits(look: Look, code: str, known: Sequence[Request]) -> int:
    """What was done without a visit counts as one a day."""
    year = jalali_year(local(look.at).date())
    done = [(found.ticket, found.received.date()) for found in known]
    done += [(gave.said.ticket, gave.said.day) for found in known if (gave := found.delivery)]
    here = {entity or f"{day}" for entity, day in done if jalali_year(day) == year}
    return len(here | {one.id for one in _of_slips(look, code, here) if _year(one) == year})


def _of_slips(look: Look, code: str, here: Iterable[str]) -> Iterator[Ticket]:
    """Visits that ended with a slip, whether its bearer came back with it or not."""
    back = (look.load(ticket.FOLD, entity) for entity in here)
    before = [found.continues for found in back if found and found.continues]
    for entity in (*before, *look.slips_for(code)):
        if found := look.load(ticket.FOLD, entity):
            yield found


def _year(found: Ticket) -> int:
    return jalali_year(found.day)


def _slip(look: Look, code: str, service: str, known: Sequence[Request]) -> tuple[str, ...]:
    """A slip is settled by the request that was registered after it."""
    registered = max((r.registered_at for r in known if r.service == service), default=0)
    for entity in look.slips_for(code):
        found = look.load(ticket.FOLD, entity)
        newest = found.deficiencies[-1] if found and found.deficiencies else None
        if newest and newest.slip.service == service and newest.at > registered:
            return tuple(paper.title for paper in newest.slip.missing)
    return ()
