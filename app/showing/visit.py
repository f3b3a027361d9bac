"""The visit at a counter, as it stands in the journal."""

from app.folds.catalogue import Entry
from app.folds.request import Request
from app.folds.ticket import Ticket
from app.value import Value


class VisitShown(Value, frozen=True, kw_only=True):
    """The ticket that is called or served, its sub-service, what was registered or delivered
    during it (oldest first), and the request whose answer it came to collect."""

    ticket: Ticket
    entry: Entry
    requests: tuple[Request, ...] = ()
    collecting: Request | None = None
