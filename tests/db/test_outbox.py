"""Numbers in stock and the outbox, on the real store."""

import pytest

from app.ids import new_id
from app.ports import Alarm
from app.sync.node_file import Address, NodeFile, write_node_file
from app.tracking import make
from db.connection import one
from db.journal import StoreJournal
from db.notes import ANOTHER, ASIDE, NODE_FILE
from db.replica import StoreReplica
from tests.db.office import Office, issue


@pytest.fixture
def closed(office: Office) -> Office:
    """An office that was founded."""
    office.found().close()
    return office


NODE = NodeFile(
    centre=Address(hosts=("a",), database="b", role="c", password="d"),
    office="0" * 32,
    office_name="e",
    node="1" * 32,
    name="1",
)


def enrolled(journal: StoreJournal, stock: int = 0) -> StoreReplica:
    """Belongs to a centre, with so many numbers."""
    replica = StoreReplica(journal)
    with journal.work() as work:
        work.note(NODE_FILE, write_node_file(NODE).decode())
    if stock:
        draws = iter(range(10**9))
        numbers = [make(lambda below: next(draws) % below) for _ in range(stock)]
        replica.lease(replica.lease_wanted(1), numbers)
    return replica


def left(journal: StoreJournal) -> int:
    return int(one(journal.cursor, "SELECT count(*) FROM stock"))


def take(journal: StoreJournal) -> str:
    with journal.work() as work:
        number = work.take_tracking()
        work.kept = True
    return number


def test_a_lease_counts_once(closed: Office) -> None:
    with closed.opened() as journal:
        replica = enrolled(journal)
        lease = replica.lease_wanted(1)
        assert lease == replica.lease_wanted(1), "an answer may have been lost"
        replica.lease(lease, ["100000000003"])
        replica.lease(lease, ["100000000014"])
        replica.lease(new_id(closed.clock.now()), ["100000000025"])
        assert left(journal) == 1
        assert replica.lease_wanted(1) == ""
        assert replica.lease_wanted(2) != lease


def test_every_number_of_the_stock_is_given_once_and_then_the_fall_back(closed: Office) -> None:
    with closed.opened() as journal:
        enrolled(journal, stock=30)
        given = [take(journal) for _ in range(30)]
        assert len(set(given)) == 30
        assert given != sorted(given)
        assert not any(number.startswith("0") for number in given)
        assert left(journal) == 0
        assert take(journal).startswith("001")


def test_a_transaction_that_is_taken_back_gives_its_number_back(closed: Office) -> None:
    with closed.opened() as journal:
        enrolled(journal, stock=5)
        with journal.work() as work:
            work.take_tracking()
            work.kept = False
        assert left(journal) == 5


def test_another_machine_forgets_the_stock(closed: Office) -> None:
    with closed.opened() as journal:
        replica = enrolled(journal, stock=5)
        lease = replica.lease_wanted(50)
    with closed.opened(machine="other-pc") as journal:
        assert left(journal) == 0
        assert StoreReplica(journal).lease_wanted(50) != lease


def test_the_outbox_is_all_that_was_written_in_signed_batches(closed: Office) -> None:
    with closed.opened() as journal:
        replica = enrolled(journal)
        for _ in range(250):
            issue(journal)
        lines = replica.outbox()
        with journal.look() as look:
            outbox = look.outbox()
        assert outbox.unsent == len(lines) > 250
        signed = [place for place, line in enumerate(lines, 1) if line.signature]
        assert signed == [200, *([400] if len(lines) > 400 else []), len(lines)]
        assert lines[0].follows
        assert outbox.oldest is not None


def test_a_pc_by_itself_has_no_outbox(closed: Office) -> None:
    with closed.opened() as journal, journal.look() as look:
        outbox = look.outbox()
    assert (outbox.enrolled, outbox.unsent, outbox.oldest) == (False, 0, None)


def test_the_alarms_name_each_what_happened(closed: Office) -> None:
    with closed.opened() as journal:
        enrolled(journal)
        with journal.work() as work:
            work.note(ANOTHER, "17")
            work.note(ASIDE, "e1 e2")
        with journal.look() as look:
            outbox = look.outbox()
        assert outbox.alarms == (
            Alarm(kind="another", which="17"),
            Alarm(kind="aside", which="e1"),
            Alarm(kind="aside", which="e2"),
        )
