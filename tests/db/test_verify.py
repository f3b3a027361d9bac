"""Verify sees what was tampered with, and the rows of lists always follow from the journal."""

import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from datetime import timedelta
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from sqlcipher3 import dbapi2

from app.applicant import Applicant
from app.deeds import answer, call, day, request, step, ticket, visit
from app.deeds.catalogue import define_sub_service
from app.event import Event, Recorded, content_of, first_link, link_of, micros
from app.events import catalogue as of_catalogue
from app.events import office as of_office
from app.events import paper as of_paper
from app.events import request as of_request
from app.events import ticket as of_ticket
from app.folds import office as office_fold
from app.ids import new_id
from app.order import counter_lane, service_lane
from app.ports import Work
from app.refusal import Refusal
from app.sub_service import Step, SubService
from db.connection import one
from db.journal import PROJECTIONS, StoreJournal
from db.sql.journal import EVENT
from db.verify import rebuild
from db.work import DEAD, DOUBTED, FOLDED, REPEAT, Draft, row_of
from tests.db.office import (
    CATALOGUE,
    DRAFT,
    MORNING,
    Office,
    a_day,
    assert_sound,
    code_of,
    finding,
    issue,
    words,
)


@pytest.fixture
def lived(journal: StoreJournal, office: Office) -> StoreJournal:
    """A journal with a day in it."""
    a_day(journal, office.clock)
    return journal


def rows(journal: StoreJournal) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all projections."""
    tables = sorted({table.name for projection in PROJECTIONS for table in projection.owners})
    return {
        name: sorted(journal.cursor.execute(f"SELECT * FROM {name}"), key=repr)  # noqa: S608 our own names
        for name in tables
    }


def place(journal: StoreJournal, seq: int) -> tuple[str, ...]:
    """How a finding names an event of this node's only incarnation."""
    return (f"{journal.node}/{journal.meta('incarnation')}/{seq}",)


def test_a_store_that_nobody_touched_is_whole_and_equal(lived: StoreJournal) -> None:
    found = assert_sound(lived)
    assert found.events == one(lived.cursor, "SELECT count(*) FROM event")


def test_verify_changes_nothing(lived: StoreJournal) -> None:
    before = rows(lived)
    changes = lived.connection.total_changes
    finding(lived)
    assert rows(lived) == before
    assert lived.connection.total_changes == changes
    assert not lived.connection.in_transaction


@pytest.mark.parametrize("column", ["body", "content", "link"])
@pytest.mark.parametrize("seq", [1, 20, 30])
def test_a_flipped_bit_is_seen(lived: StoreJournal, column: str, seq: int) -> None:
    stored = one(lived.cursor, f"SELECT {column} FROM event WHERE seq = ?", (seq,))  # noqa: S608
    flipped = bytes([*stored[:-2], stored[-2] ^ 1, stored[-1]])
    lived.cursor.execute(f"UPDATE event SET {column} = ? WHERE seq = ?", (flipped, seq))  # noqa: S608
    assert finding(lived).broken == place(lived, seq)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("id", "0" * 32),
        ("at", 1),
        ("clerk", "x"),
        ("entity", "0" * 32),
        ("kind", "TicketCleared"),
        ("version", 2),
        ("seq", 1000),
    ],
)
def test_a_changed_field_is_seen(lived: StoreJournal, column: str, value: object) -> None:
    lived.cursor.execute(f"UPDATE event SET {column} = ? WHERE seq = 27", (value,))  # noqa: S608
    assert finding(lived).broken == place(lived, 27)


def test_a_line_taken_out_of_the_middle_is_seen(lived: StoreJournal) -> None:
    lived.cursor.execute("DELETE FROM event WHERE seq = 27")
    assert finding(lived).broken == place(lived, 27)


def test_swapped_lines_are_seen(lived: StoreJournal) -> None:
    for new, old in ((0, 26), (26, 27), (27, 0)):
        lived.cursor.execute("UPDATE event SET seq = ? WHERE seq = ?", (new, old))
    assert finding(lived).broken == place(lived, 26)


def test_a_line_that_was_added_is_seen(lived: StoreJournal) -> None:
    columns = "office, node, incarnation, id, at, clerk, entity, kind, version, body, content, link"
    lived.cursor.execute(
        f"INSERT INTO event (seq, {columns})"  # noqa: S608 our own names
        f" SELECT seq + 1, {columns} FROM event ORDER BY seq DESC LIMIT 1"
    )
    assert finding(lived).broken == place(lived, finding(lived).events)


def test_a_tail_that_was_cut_off_is_known_by_the_rows_and_by_the_witness(office: Office) -> None:
    with closing(office.found()) as journal:
        issue(journal)
        for lost in [issue(journal) for _ in range(2)]:
            journal.cursor.execute("DELETE FROM event WHERE entity = ?", (lost.id,))
        found = finding(journal)
        assert found.broken == ()
        assert found.different
    with office.opened() as journal:
        assert one(journal.cursor, "SELECT why FROM incarnation ORDER BY born DESC") == "witness"


def test_a_tail_that_was_cut_off_an_older_incarnation_is_seen(office: Office) -> None:
    with closing(office.found()) as journal:
        issue(journal)
        last = one(journal.cursor, "SELECT max(seq) FROM event")
    with office.opened(machine="other-pc") as journal:
        issue(journal)
        assert_sound(journal)
        journal.cursor.execute("DELETE FROM event WHERE seq = ?", (last,))
        now = journal.meta("incarnation")
        assert finding(journal).broken == (f"{journal.node}/{now}/0",)


TAMPERED = (
    "UPDATE ticket SET state = 'waiting' WHERE state = 'finished'",
    "UPDATE request SET name = 'دیگری'",
    "UPDATE request SET delivered_day = NULL",
    "DELETE FROM ticket WHERE number = 2",
    "DELETE FROM request_name WHERE request IN (SELECT id FROM request WHERE code = '2')",
    "DELETE FROM call",
    "UPDATE sub_service SET retired = 'x'",
    "INSERT INTO conflict VALUES ('e', 'v', 'k', 1, '', 'r', NULL)",
    "INSERT INTO call VALUES ('c', 't', NULL)",
    "UPDATE call SET counter = '9'",
)


@pytest.mark.parametrize("sql", TAMPERED)
def test_rows_that_do_not_follow_from_the_journal_are_seen_and_mended(
    lived: StoreJournal, office: Office, sql: str
) -> None:
    before = rows(lived)
    lived.cursor.execute(sql)
    found = finding(lived)
    assert found.broken == ()
    assert found.different
    rebuild(lived.cursor, words())
    assert rows(lived) == before
    assert_sound(lived)


def test_a_whole_row_more_is_seen(lived: StoreJournal) -> None:
    columns = [row[1] for row in lived.cursor.execute("PRAGMA table_info(ticket)")]
    others = ", ".join(f'"{name}"' for name in columns if name != "id")
    lived.cursor.execute(
        f"INSERT INTO ticket (id, {others}) SELECT 'more', {others} FROM ticket LIMIT 1"  # noqa: S608
    )
    assert finding(lived).different == ("rows of ticket that no history explains",)


def test_what_does_not_fit_is_counted_as_a_conflict(lived: StoreJournal) -> None:
    given = issue(lived)
    with lived.work() as work:
        why = of_ticket.Why(rule="next", lane=given.lane, effective_at=MORNING, issued_at=MORNING)
        for counter in ("1", "2"):
            called = of_ticket.TicketCalled(call=f"c{counter}", counter=counter, why=why)
            work.append(PROJECTIONS[0].fold, given.id, called)
    assert_sound(lived, conflicts=1)


# -- any history -----------------------------------------------------------------------------------

TITLES = ("نخست", "دوم")
SELDOM = st.sampled_from((False, False, False, False, True))
DEED = st.tuples(st.integers(0, 12), st.integers(0, 3), st.integers(0, 3))


def deeds(work: Work, n: int, a: int, b: int) -> None:
    """The n-th deed of a desk upon whatever is there."""
    counter = str(a + 1)
    at_counter = work.visit_at(counter) or ""
    tracked = [work.requests_by(code_of(k)) for k in range(4)]
    known = [made[0] for made in tracked if made]
    found = work.load(PROJECTIONS[1].fold, known[b % len(known)]) if known else None
    number = found.tracking if found else "0"
    who = Applicant(id=code_of(a), name=("سارا محمدی", "علی رضا علی")[b % 2])
    every: Sequence[Callable[[], object]] = (
        lambda: ticket.issue(work, str(b), tap=str(a) if b else ""),
        lambda: ticket.issue(work, "1"),
        lambda: call.call_next(work, counter, call="" if b else f"call-{a}"),
        lambda: call.begin(work, at_counter),
        lambda: call.no_show(work, at_counter),
        lambda: visit.hold(work, at_counter, 5 + b),
        lambda: visit.return_to_queue(work, at_counter),
        lambda: visit.transfer(work, at_counter, counter=str(b + 1)),
        lambda: visit.finish(work, at_counter, "guidance"),
        lambda: request.register(work, str(1 + b % 2), who, ticket=at_counter, repeated="ب"),
        lambda: (step.take_back if b % 2 else step.hand_over)(work, number),
        lambda: (answer.deliver if b % 2 else _prepare)(work, number),
        lambda: (
            day.close_day(work, work.at.date())
            if b % 2
            else define_sub_service(work, SubService(code="2", title=TITLES[a % 2]))
        ),
    )
    every[n]()


def _prepare(work: Work, number: str) -> object:
    return answer.prepare_answer(work, number, DRAFT)


class TakenBack(Exception):
    """Somebody thought better of it."""


@given(
    history=st.lists(
        st.tuples(st.lists(DEED, min_size=1, max_size=4), st.integers(0, 15)),
        min_size=10,
        max_size=30,
    )
)
def test_rows_follow_from_any_history_of_deeds(
    history: list[tuple[list[tuple[int, int, int]], int]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        office = Office(Path(folder))
        with closing(office.found()) as journal:
            for together, chance in history:
                office.clock.tick(16 * 3600 if chance == 0 else 47)
                with suppress(TakenBack), journal.work() as work:
                    for deed in together:
                        with suppress(Refusal):
                            deeds(work, *deed)
                    if chance == 1:
                        raise TakenBack
            before = rows(journal)
            assert_sound(journal)
            rebuild(journal.cursor, words())
            assert rows(journal) == before


# -- any merge -------------------------------------------------------------------------------------

AT = st.integers(0, 3).map(lambda n: MORNING + timedelta(minutes=n))
CALL = st.sampled_from(("c1", "c2", "c3"))
CALLS = st.lists(CALL, max_size=2).map(tuple)
WHY = st.builds(
    of_ticket.Why, rule=st.just("next"), lane=st.just("l"), effective_at=AT, issued_at=AT
)
COUNTER = st.sampled_from(("1", "2"))
SERVICE: dict[str, Any] = {
    "service": st.just("s"),
    "service_version": st.just(1),
    "code": st.just("1"),
    "title": st.sampled_from(TITLES),
}
LANE = st.sampled_from((service_lane("s"), counter_lane("1")))
ISSUED = st.builds(
    of_ticket.TicketIssued,
    label=st.just("الف ۰۰۱"),
    series=st.just("الف"),
    number=st.just(1),
    day=st.just(MORNING.date()),
    lane=LANE,
    effective_at=AT,
    **SERVICE,
)
REGISTERED = st.builds(
    of_request.RequestRegistered,
    tracking=st.sampled_from(("482719305563", "100000000000")),
    mode=st.just(2),
    applicant=st.builds(
        Applicant, id=st.just(code_of(1)), name=st.sampled_from(("علی علی", "سارا"))
    ),
    received=AT.map(lambda at: at.replace(tzinfo=None)),
    promised=AT.map(lambda at: at.replace(tzinfo=None)),
    steps=st.just((Step(title="بررسی", unit="صدور"),)),
    sheet=st.just("e"),
    calendar=st.just("e"),
    **SERVICE,
)
DEFINED = st.builds(of_catalogue.SubServiceDefined, version=st.just(1), sheet=st.just(CATALOGUE[0]))
OF_TICKET = st.one_of(
    st.builds(of_ticket.TicketCalled, call=CALL, counter=COUNTER, why=WHY),
    st.builds(of_ticket.TicketRecalled, call=CALL),
    st.builds(of_ticket.ServiceBegun, call=CALL),
    st.builds(of_ticket.NoShowMarked, calls=CALLS),
    st.builds(of_ticket.TicketHeld, calls=CALLS, until=AT, lane=LANE),
    st.builds(of_ticket.TicketReturned, calls=CALLS, effective_at=AT, lane=LANE),
    st.builds(of_ticket.TicketCleared),
    st.builds(of_ticket.ServiceFinished, calls=CALLS, outcome=st.just("request")),
)
OF_REQUEST = st.one_of(
    st.builds(of_request.StepDone, step=st.integers(0, 2), day=st.just(MORNING.date())),
    st.builds(of_request.RequestWithdrawn, reason=st.just("ن")),
    st.builds(
        of_request.RequestCorrected,
        reason=st.just("ن"),
        id=st.just(code_of(2)),
        name=st.just("نگار"),
    ),
    st.builds(of_paper.PaperPrinted, paper=st.just("receipt"), copy=st.integers(1, 3)),
)
OF_ENTRY = st.builds(of_catalogue.SubServiceRetired, reason=st.just("ن"))
OF_NOBODY = st.builds(of_office.CounterClosed, number=COUNTER)
Events = st.SearchStrategy[Event]
KINDS: tuple[tuple[Events, ...], ...] = (
    # Opening, then what may follow, then what belongs to something else.
    (ISSUED, OF_TICKET, OF_TICKET, OF_TICKET, OF_REQUEST),
    (ISSUED, OF_TICKET, OF_TICKET, OF_TICKET, OF_NOBODY),
    (REGISTERED, OF_REQUEST, OF_REQUEST, OF_TICKET),
    (DEFINED, OF_ENTRY, OF_ENTRY, OF_REQUEST),
)


def _facts(n: int) -> st.SearchStrategy[tuple[str, Event]]:
    """A fact of the n-th entity: each sort of event is as likely as its share in the list."""
    sorts = st.sampled_from(KINDS[n]).flatmap(lambda events: events)
    return st.tuples(st.just(f"{n:032x}"), sorts)


FACT = st.integers(0, 3).flatmap(_facts)
LINE = st.tuples(
    st.sampled_from(("other-a", "other-b")),
    FACT,
    st.one_of(st.none(), st.integers(1, 40)),  # feed number
    SELDOM,  # superseded
    SELDOM,  # of a kind that only a newer program knows
)
Line = tuple[str, tuple[str, Event], int | None, bool, bool]
_UNIQUE = count()


class Others:
    """Chains of other PCs, whose lines come in any order."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._chains = {node: (f"{next(_UNIQUE):032x}", 0, b"") for node in ("other-a", "other-b")}

    def line(self, node: str, entity: str, event: Event, *, unknown: bool) -> Recorded:
        """The next line of a PC."""
        incarnation, seq, link = self._chains[node]
        kind, version, body = words().write(event)
        kind = "OfTomorrow" if unknown else kind
        at, event_id = micros(MORNING), new_id(MORNING)
        content = content_of(event_id, at, "", entity, kind, version, body)
        link = link_of(link, incarnation, seq + 1, content)
        self._chains[node] = (incarnation, seq + 1, link)
        return Recorded(
            self._office.id, node, incarnation, seq + 1, event_id, at, "", entity, kind, version,
            body, content, link,
        )  # fmt: skip

    def incarnations(self) -> list[tuple[object, ...]]:
        """What the store must know of them to check their chains."""
        return [
            (incarnation, node, micros(MORNING), b"", "set-up")
            for node, (incarnation, _, _) in self._chains.items()
        ]


@given(
    lines=st.lists(LINE, min_size=5, max_size=30),
    order=st.randoms(use_true_random=False),
    after=st.lists(FACT, min_size=2, max_size=8),
)
def test_rows_follow_from_any_merge_and_from_what_is_done_after_it(
    lines: list[Line],
    order: Random,
    after: list[tuple[str, Event]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        office = Office(Path(folder))
        with closing(office.found()) as journal:
            _merge(journal, office, lines, order)
            rebuild(journal.cursor, words())
            found = finding(journal)
            assert (found.broken, found.different) == ((), ())
            for entity, event in after:
                _append(journal, entity, event)
            before = rows(journal)
            assert finding(journal).different == ()
            rebuild(journal.cursor, words())
            assert rows(journal) == before


def _merge(
    journal: StoreJournal,
    office: Office,
    lines: list[Line],
    order: Random,
) -> None:
    others = Others(office)
    made = [
        (others.line(node, entity, event, unknown=unknown), feed, superseded)
        for node, (entity, event), feed, superseded, unknown in lines
    ]
    order.shuffle(made)
    placed: set[int | None] = set()
    for recorded, number, superseded in made:
        feed = None if number in placed else number
        placed.add(feed)
        values = (None, feed, int(superseded), *row_of(recorded)[3:])
        journal.cursor.execute(EVENT.insert, values)
    for line in others.incarnations():
        journal.cursor.execute("INSERT INTO incarnation VALUES (?, ?, ?, ?, ?, NULL)", line)


def _append(journal: StoreJournal, entity: str, event: Event) -> None:
    """Through the journal, to the state that the entity has by now; nothing where it has none."""
    with journal.work() as work:
        for projection in PROJECTIONS:
            facts = journal.history(entity)
            if projection.fold(facts) is not None:
                work.append(projection.fold, entity, event)
                return


# -- what a centre's feed brings -------------------------------------------------------------------

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


# -- in bulk ---------------------------------------------------------------------------------------

PIECE = st.lists(FACT, min_size=1, max_size=6)


@given(taken=st.lists(st.lists(PIECE, min_size=1, max_size=3), min_size=3, max_size=6))
def test_rows_follow_from_facts_that_are_taken_over_in_bulk(
    taken: list[list[list[tuple[str, Event]]]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        office = Office(Path(folder))
        with closing(office.found()) as journal:
            before = finding(journal).events
            for pieces in taken:
                with journal.work() as work:
                    for piece in pieces:
                        work.append_many(
                            [Draft(entity=e, event=said, at=MORNING) for e, said in piece]
                        )
            found = finding(journal)
            assert (found.broken, found.different) == ((), ())
            assert found.events == before + sum(len(piece) for each in taken for piece in each)
            stood = rows(journal)
            rebuild(journal.cursor, words())
            assert rows(journal) == stood


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


def test_the_office_itself_is_rebuilt_from_its_history(journal: StoreJournal) -> None:
    with journal.look() as look:
        assert office_fold.FOLD(journal.history(look.office.id)) == look.office


def test_a_rebuild_that_fails_leaves_the_rows_as_they_were(
    lived: StoreJournal, office: Office
) -> None:
    before = rows(lived)
    lived.cursor.execute(
        "CREATE TEMP TRIGGER bad BEFORE INSERT ON main.request BEGIN SELECT raise(ABORT, 'no'); END"
    )
    with pytest.raises(dbapi2.IntegrityError, match="no"):
        rebuild(lived.cursor, words())
    lived.cursor.execute("DROP TRIGGER bad")
    assert rows(lived) == before
    assert issue(lived).number == 4
