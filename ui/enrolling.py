"""How a PC comes to belong to a centre; it never leaves half of it behind."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress

from app.deeds.founding import take_place
from app.folds import office
from app.ports import Journal
from app.refusal import Refusal
from app.sync.drive import Centre, carry
from app.sync.line import VERSION, Line
from app.sync.node_file import NodeFile
from app.sync.pushing import synchronise
from app.sync.replica import Replica
from app.sync.rounds import refill
from app.sync.talk import Dismissed, Rejected, Unproven, Unreachable
from app.sync.wire import Page, Reply, Request

STRANGER = frozenset({"BJ001", "BJ002", "28000", "28P01"})
"""Codes by which the centre says that this PC was revoked, or that its file is an old one."""

OTHER_KEY = "BJ006"
"""By which it says that this PC, as it knows it, signs by another key."""

Tell = Callable[[int, int], None]
"""Hears how many lines of how many have come; what it raises ends the joining."""


class Watched:
    """A centre, and somebody who hears how far the pulling is. Fulfils `app.sync.drive.Centre`."""

    def __init__(self, centre: Centre, tell: Tell) -> None:
        self._centre, self._tell = centre, tell

    def ask(self, request: Request) -> Reply:
        """As the centre itself."""
        reply = self._centre.ask(request)
        if isinstance(reply, Page):
            self._tell(reply.lines[-1].number if reply.lines else reply.last, reply.last)
        return reply


def join_office(
    journal: Journal,
    replica: Replica,
    line: Line,
    node: NodeFile,
    settings: Mapping[str, str],
    *,
    tell: Tell,
    keep: Callable[[], None],
) -> str:
    """Everything of the office comes into an empty store, and the office hears of this PC; gives
    its name. A file is good for one PC, the one whose key the centre hears first: `keep` makes
    sure before that this PC has the same key should it have to begin again.

    Refuses `centre_unreachable`, `centre_unproven`, `centre_shut`, `centre_refuses`,
    `node_file_used`, `office_not_at_centre`, `series_taken`.
    """
    centre = Watched(line, tell)
    with told():
        carry(synchronise(replica), centre)
        with journal.look() as look:
            if look.load(office.FOLD, node.office) is None:
                raise Refusal("office_not_at_centre", office=node.office_name)
        with journal.work() as work:
            name = take_place(work, node).described.name
            for setting, value in settings.items():
                work.set_setting(setting, value)
            key = work.seal_key
        keep()
        introduce(line, key)
        carry(synchronise(replica), centre)
        carry(refill(replica), centre)
    return name


def introduce(centre: Line, key: str) -> None:
    """Says by which key this PC signs. Refuses `node_file_used` where another has come before."""
    try:
        centre.introduce(key, VERSION)
    except Rejected as rejected:
        if rejected.code != OTHER_KEY:
            raise
        raise Refusal("node_file_used") from None


def require_centre(centre: Line, key: str) -> None:
    """There is one where this line leads, and it proves itself; that it does not let this PC in yet
    is no matter. Refuses `centre_unreachable`, `centre_unproven`.
    """
    with told(), suppress(Dismissed):
        introduce(centre, key)


@contextmanager
def told() -> Iterator[None]:
    """What goes wrong on the way to the centre, as refusals."""
    try:
        yield
    except Dismissed as dismissed:
        if dismissed.code in STRANGER:
            raise Refusal("centre_shut") from None
        raise Refusal("centre_refuses", code=dismissed.code) from None
    except Rejected as rejected:
        raise Refusal("centre_refuses", code=rejected.code) from None
    except Unproven:
        raise Refusal("centre_unproven") from None
    except Unreachable:
        raise Refusal("centre_unreachable") from None
