"""The rows of lists follow from the journal, whatever was done, merged or taken over in bulk."""

import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from pathlib import Path
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from app.applicant import Applicant
from app.deeds import answer, call, day, request, step, ticket, visit
from app.deeds.catalogue import define_sub_service
from app.event import Event
from app.ports import Work
from app.refusal import Refusal
from app.sub_service import SubService
from db.journal import PROJECTIONS, StoreJournal
from db.sql.journal import EVENT
from db.verify import rebuild
from db.work import Draft, row_of
from tests.db.any_line import FACT, LINE, TITLES, Line, Others
from tests.db.office import (
    DRAFT,
    MORNING,
    Office,
    all_rows,
    assert_sound,
    code_of,
    ended,
    finding,
    words,
)

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
        lambda: ended(work, at_counter),
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
            before = all_rows(journal)
            assert_sound(journal)
            rebuild(journal.cursor, words())
            assert all_rows(journal) == before


# -- any merge -------------------------------------------------------------------------------------


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
            before = all_rows(journal)
            assert finding(journal).different == ()
            rebuild(journal.cursor, words())
            assert all_rows(journal) == before


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
            stood = all_rows(journal)
            rebuild(journal.cursor, words())
            assert all_rows(journal) == stood
