"""How a PC comes to belong to a centre; it never leaves half of it behind."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from app.deeds.founding import take_place
from app.folds import office
from app.ports import Journal
from app.refusal import Refusal
from app.sync.drive import carry
from app.sync.line import VERSION, Line
from app.sync.node_file import NodeFile
from app.sync.pushing import synchronise
from app.sync.replica import Replica
from app.sync.rounds import refill
from app.sync.talk import Dismissed, Rejected, Unreachable


def join_office(
    journal: Journal, replica: Replica, centre: Line, node: NodeFile, settings: Mapping[str, str]
) -> str:
    """Everything of the office comes into an empty store, and the office hears of this PC; gives
    its name. What can go wrong goes wrong before the centre has heard of this PC's key: a file is
    good for one PC.

    Refuses `centre_unreachable`, `centre_refuses`, `node_file_used`, `office_not_at_centre`,
    `series_taken`.
    """
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
        introduce(centre, key)
        carry(synchronise(replica), centre)
        carry(refill(replica), centre)
    return name


def introduce(centre: Line, key: str) -> None:
    """Says by which key this PC signs. Refuses `node_file_used` where another has come before."""
    try:
        centre.introduce(key, VERSION)
    except Rejected:
        raise Refusal("node_file_used") from None


@contextmanager
def told() -> Iterator[None]:
    """What goes wrong on the way to the centre, as refusals."""
    try:
        yield
    except Dismissed as dismissed:
        raise Refusal("centre_refuses", code=dismissed.code) from None
    except Rejected as rejected:
        raise Refusal("centre_refuses", code=rejected.code) from None
    except Unreachable:
        raise Refusal("centre_unreachable") from None
