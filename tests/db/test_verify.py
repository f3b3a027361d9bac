"""Verify sees what was tampered with, in the journal or in the rows."""

from contextlib import closing

import pytest
from sqlcipher3 import dbapi2

from app.events import ticket as of_ticket
from app.folds import office as office_fold
from db.connection import one
from db.journal import PROJECTIONS, StoreJournal
from db.verify import rebuild
from tests.db.office import (
    MORNING,
    Office,
    a_day,
    all_rows,
    assert_sound,
    finding,
    issue,
    words,
)


@pytest.fixture
def lived(journal: StoreJournal, office: Office) -> StoreJournal:
    """A journal with a day in it."""
    a_day(journal, office.clock)
    return journal


def place(journal: StoreJournal, seq: int) -> tuple[str, ...]:
    """How a finding names an event of this node's only incarnation."""
    return (f"{journal.node}/{journal.meta('incarnation')}/{seq}",)


def test_a_store_that_nobody_touched_is_whole_and_equal(lived: StoreJournal) -> None:
    found = assert_sound(lived)
    assert found.events == one(lived.cursor, "SELECT count(*) FROM event")


def test_verify_changes_nothing(lived: StoreJournal) -> None:
    before = all_rows(lived)
    changes = lived.connection.total_changes
    finding(lived)
    assert all_rows(lived) == before
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
    before = all_rows(lived)
    lived.cursor.execute(sql)
    found = finding(lived)
    assert found.broken == ()
    assert found.different
    rebuild(lived.cursor, words())
    assert all_rows(lived) == before
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


def test_the_office_itself_is_rebuilt_from_its_history(journal: StoreJournal) -> None:
    with journal.look() as look:
        assert office_fold.FOLD(journal.history(look.office.id)) == look.office


def test_a_rebuild_that_fails_leaves_the_rows_as_they_were(
    lived: StoreJournal, office: Office
) -> None:
    before = all_rows(lived)
    lived.cursor.execute(
        "CREATE TEMP TRIGGER bad BEFORE INSERT ON main.request BEGIN SELECT raise(ABORT, 'no'); END"
    )
    with pytest.raises(dbapi2.IntegrityError, match="no"):
        rebuild(lived.cursor, words())
    lived.cursor.execute("DROP TRIGGER bad")
    assert all_rows(lived) == before
    assert issue(lived).number == 4
