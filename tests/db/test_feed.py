"""What a centre brings of other PCs: which chains hold, and in which order lines are read."""

import pytest
from msgspec.structs import replace

from app.event import Recorded, content_of, first_link, link_of, micros
from app.events import catalogue as of_catalogue
from app.events import ticket as of_ticket
from app.ids import new_id
from db.connection import one
from db.journal import PROJECTIONS, StoreJournal
from db.sql.journal import EVENT
from db.verify import rebuild
from db.work import DEAD, DOUBTED, FOLDED, REPEAT, row_of
from tests.db.any_line import Others
from tests.db.office import (
    MORNING,
    Office,
    assert_sound,
    finding,
    issue,
    words,
)

RETIRED = of_catalogue.SubServiceRetired(reason="ن")


def _bring(journal: StoreJournal, line: Recorded, ruled: int = FOLDED) -> None:
    """Puts a line of somebody else into the store."""
    values = (None, None, ruled, *row_of(line)[3:])
    journal.cursor.execute(EVENT.insert, values)


def _begin(journal: StoreJournal, line: Recorded, follows: bytes) -> None:
    """Lets the store know on what the first line of an incarnation hangs."""
    row = (line.incarnation, line.node, micros(MORNING), follows)
    journal.cursor.execute("INSERT INTO incarnation VALUES (?, ?, ?, ?, 'fed', NULL)", row)


def _line(office: Office, node: str, seq: int, before: bytes) -> Recorded:
    """A line of a chain behind a link."""
    kind, version, body = words().write(RETIRED)
    fact = (new_id(MORNING), micros(MORNING), "", "e" * 32, kind, version, body)
    content = content_of(*fact)
    link = link_of(before, "a" * 32, seq, content)
    return Recorded(office.id, node, "a" * 32, seq, *fact, content, link)


def _chain(journal: StoreJournal, office: Office, node: str, length: int) -> list[Recorded]:
    """A chain of another PC, whole, in the store."""
    links = [first_link(office.id, node)]
    lines = []
    for seq in range(1, length + 1):
        lines.append(_line(office, node, seq, links[-1]))
        links.append(lines[-1].link)
    _begin(journal, lines[0], links[0])
    for line in lines:
        _bring(journal, line)
    return lines


def test_the_whole_chain_of_another_pc_is_sound(journal: StoreJournal, office: Office) -> None:
    _chain(journal, office, "b" * 32, 3)
    assert finding(journal).broken == ()


@pytest.mark.parametrize("ruled", [FOLDED, DEAD, REPEAT])
def test_a_copied_pc_may_go_on_in_two_ways(
    journal: StoreJournal, office: Office, ruled: int
) -> None:
    node = "b" * 32
    first, *_ = _chain(journal, office, node, 3)
    other = _line(office, node, 2, first.link)
    _bring(journal, other, ruled)
    _bring(journal, _line(office, node, 3, other.link), ruled)
    assert finding(journal).broken == ()


def test_a_way_that_hangs_on_nothing_is_seen(journal: StoreJournal, office: Office) -> None:
    node = "b" * 32
    _chain(journal, office, node, 3)
    _bring(journal, _line(office, node, 3, b"nowhere"))
    assert finding(journal).broken == (f"{node}/{'a' * 32}/3",)


def test_what_is_kept_and_not_believed_vouches_for_nothing(
    journal: StoreJournal, office: Office
) -> None:
    node = "b" * 32
    _chain(journal, office, node, 3)
    doubted = _line(office, node, 3, b"nowhere")
    _bring(journal, doubted, DOUBTED)
    assert finding(journal).broken == ()
    _bring(journal, _line(office, node, 4, doubted.link))
    assert finding(journal).broken == (f"{node}/{'a' * 32}/4",)


def test_an_incarnation_that_follows_from_nothing_is_seen(
    journal: StoreJournal, office: Office
) -> None:
    node = "b" * 32
    _begin(journal, _line(office, node, 1, b""), b"nowhere")
    assert finding(journal).broken == (f"{node}/{'a' * 32}/0",)


def test_what_the_centre_wrote_hangs_on_no_chain(journal: StoreJournal, office: Office) -> None:
    line = _line(office, office.id, 7, b"")
    _bring(journal, replace(line, link=line.content))
    assert finding(journal).broken == ()
    _bring(journal, replace(line, seq=9, link=line.link))
    assert finding(journal).broken == (f"{office.id}/{'a' * 32}/9",)


def test_a_rebuild_reads_what_the_centre_has_lost_before_what_it_has_not_seen(
    journal: StoreJournal, office: Office
) -> None:
    given_ = issue(journal)
    others = Others(office)
    why = of_ticket.Why(rule="next", lane=given_.lane, effective_at=MORNING, issued_at=MORNING)
    late = of_ticket.TicketReturned(calls=("one",), effective_at=MORNING, lane=given_.lane)
    early = of_ticket.TicketCalled(call="one", counter="1", why=why)
    for event, lost in ((late, None), (early, 1)):
        recorded = others.line("other-a", given_.id, event, unknown=False)
        values = (*row_of(recorded)[:-3], lost, lost, None)
        journal.cursor.execute(EVENT.insert, values)
    journal.cursor.execute("UPDATE event SET lost = 1, was = 0 WHERE id = ?", (_opening(journal),))
    rebuild(journal.cursor, words())
    assert one(journal.cursor, "SELECT state FROM ticket") == "waiting"
    assert one(journal.cursor, "SELECT count(*) FROM conflict") == 0
    assert finding(journal).different == ()


def _opening(journal: StoreJournal) -> str:
    return str(one(journal.cursor, "SELECT id FROM event WHERE kind = 'TicketIssued'"))


def test_a_feed_number_decides_the_order_whatever_came_first(
    journal: StoreJournal, office: Office
) -> None:
    given_ = issue(journal)
    others = Others(office)
    why = of_ticket.Why(rule="next", lane=given_.lane, effective_at=MORNING, issued_at=MORNING)
    late = of_ticket.TicketCalled(call="late", counter="1", why=why)
    early = of_ticket.TicketReturned(calls=("late",), effective_at=MORNING, lane=given_.lane)
    for event, feed in ((early, 2), (late, 1)):
        recorded = others.line("other-a", given_.id, event, unknown=False)
        journal.cursor.execute(EVENT.insert, (None, feed, 0, *row_of(recorded)[3:]))
    state = PROJECTIONS[0].fold(journal.history(given_.id))
    assert state
    assert state.state == "waiting"
    assert state.conflicts == ()


def test_two_tickets_that_one_call_was_granted_are_both_kept(journal: StoreJournal) -> None:
    # A call that a lost disk granted comes back from elsewhere after it was granted anew.
    why = of_ticket.Why(rule="next", lane="l", effective_at=MORNING, issued_at=MORNING)
    granted = [issue(journal) for _ in range(2)]
    for ticket_ in granted:
        with journal.work() as work:
            called = of_ticket.TicketCalled(call="one", counter="1", why=why)
            work.append(PROJECTIONS[0].fold, ticket_.id, called)
    with journal.look() as look:
        assert look.ticket_called_by("one") in {ticket_.id for ticket_ in granted}
    assert_sound(journal)
