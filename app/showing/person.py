"""What the store knows of an applicant, as soon as the code is typed."""

from collections.abc import Mapping
from datetime import date

from app.applicant import Applicant, Representative
from app.value import Value


class RequestLine(Value, frozen=True, kw_only=True):
    """A request in a list. `promised` is a local day; `state` as the fold says it; `step` and
    `unit` where it stands now."""

    request: str
    tracking: str
    name: str
    title: str
    code: str
    state: str
    received: date
    promised: date
    step: str = ""
    unit: str = ""


class PersonFile(Value, frozen=True, kw_only=True):
    """`applicant` as they were last registered, None when never. `on_file` gives, for a paper's
    title, the tracking number with which it was received (design: not asked for again). `visits`
    counts requests and deliveries' days of this Jalali year. `slip_missing` are the papers of the
    newest unredeemed deficiency slip written for this applicant and sub-service."""

    applicant: Applicant | None
    representatives: tuple[Representative, ...] = ()
    ready: tuple[RequestLine, ...] = ()
    open: tuple[RequestLine, ...] = ()
    on_file: Mapping[str, str] = {}
    visits: int = 0
    slip_missing: tuple[str, ...] = ()
