"""Batches no program would send, by whoever holds a stolen counter PC: nothing of them stays."""

from collections.abc import Sequence
from typing import Any

import psycopg
import pytest

from app.sync.feed import START, Line, Place
from app.sync.talk import Rejected
from app.sync.wire import Push, Pushed
from db.central import admin
from db.central.wire import columns_of
from tests.central.author import AT, Author, end_of
from tests.central.thief import HIS, OTHER, Thief
from tests.sim.centre import ModelCentre

KINDS = ("text[]", "text[]", "bigint[]", "text[]", "bigint[]", "text[]", "text[]", "text[]",
         "int[]", *["bytea[]"] * 5)  # fmt: skip
TOO_MUCH = "BJ010"
_NAMES, _REST = "%s::text[], %s::text[]", ", ".join(f"%s::{kind}" for kind in KINDS[2:])
_NAME = "(%s::text[])[1], (%s::text[])[1]"
HEAL = f"SELECT reply FROM bajeh.heal_v1(%s, %s, {_NAMES}, {_REST})"  # noqa: S608
PUSH = f"SELECT reply FROM bajeh.push_v1(%s, %s, {_NAME}, {_REST})"  # noqa: S608


def good(thief: Thief) -> list[Any]:
    """Two lines, column by column."""
    return columns_of(Author(thief.centre.office, HIS).batch(2))


def said(thief: Thief, query: str, columns: Sequence[Any]) -> object:
    """What the server answers, or how it refuses."""
    try:
        return thief.gets(query, 0, START, *columns)
    except psycopg.Error as error:
        return error.sqlstate


def is_empty(thief: Thief) -> bool:
    """Whether nothing stands in the feed."""
    return thief.gets("SELECT last FROM bajeh.status_v1()") == 0


def takes_honest_lines(thief: Thief) -> bool:
    """Whether the PC's own program is served as ever."""
    line = Author(thief.centre.office, HIS, "bb" * 16).batch(1)
    return thief.program().ask(Push(place=Place(), lines=line)) == Pushed(seq=1)


def shifted(kind: str, values: Sequence[Any], bounds: str) -> str:
    """An array that does not begin at one."""
    texts = [rf"\\x{value.hex()}" if kind == "bytea[]" else value for value in values]
    return bounds + "={" + ",".join(f'"{text}"' for text in texts) + "}"


def test_a_version_that_cannot_be_is_refused_and_his_own_is_shown(thief: Thief) -> None:
    thief.gets("SELECT bajeh.introduce_v1('', 2)")
    for version in (-5, 10_000, 2**31 - 1):
        assert thief.refused(f"SELECT bajeh.introduce_v1('', {version})") == "23514"
    (office,) = admin.status(thief.centre.dsn)
    assert {pc.node: pc.version for pc in office.nodes} == {HIS: 2, OTHER: 0}


@pytest.mark.parametrize(("query", "first"), [(PUSH, 2), (HEAL, 0)], ids=["push", "heal"])
def test_columns_that_are_missing_short_or_odd_leave_nothing(
    thief: Thief, query: str, first: int
) -> None:
    for at in range(first, len(KINDS)):
        values = good(thief)[at]
        odd = (shifted(KINDS[at], values, bounds) for bounds in ("[0:1]", "[2:3]", "[-1:0]"))
        for wrong in (None, [], [None, None], values[:1], [values[1], None], [[values[0]]], *odd):
            columns = good(thief)
            columns[at] = wrong
            said(thief, query, columns)
            assert is_empty(thief), (at, wrong)
    assert takes_honest_lines(thief)


def test_numbers_and_texts_from_beyond_leave_nothing(thief: Thief) -> None:
    author = Author(thief.centre.office, HIS)
    beyond: dict[int, Sequence[object]] = {
        2: (-1, 0, 2**63 - 1), 4: (-(2**63), 2**63 - 1), 8: (-1, 2**31 - 1),
        3: ("\n", "x" * 500), 5: ("\n",), 6: ("x" * 500,), 7: ("\n", "x" * 500),
    }  # fmt: skip
    for at, values in beyond.items():
        for value in values:
            columns = columns_of(author.batch(1))
            columns[at] = [value]
            said(thief, PUSH, columns)
            assert is_empty(thief), (at, value)
    assert takes_honest_lines(thief)


ABSURD: tuple[dict[str, object], ...] = (
    {"at": -9_200_000_000_000_000_000}, {"at": -1}, {"at": 2**63 - 1},
    {"at": 253_402_300_800_000_000}, {"version": 0}, {"version": -1}, {"kind": ""}, {"entity": ""},
)  # fmt: skip


def odd_line(author: Author, odd: dict[str, object]) -> Line:
    """One that hangs on what is before it, and is signed."""
    named = {"kind": "RequestRegistered", "entity": "r", "said": {"tracking": "1"}, **odd}
    return author.line(**named)  # type: ignore[arg-type]


def test_absurd_times_are_refused_with_all_that_came_with_them(thief: Thief) -> None:
    for odd in ABSURD:
        author, model = Author(thief.centre.office, HIS), ModelCentre(thief.centre.office)
        lines = author.signed(author.line("TicketIssued", "t"), odd_line(author, odd))
        for query in (PUSH, HEAL):
            assert said(thief, query, columns_of(lines)) == "23514", odd
        with pytest.raises(Rejected):
            model.answer(HIS, Push(place=Place(), lines=lines), AT)
        assert is_empty(thief), odd
    assert takes_honest_lines(thief)


def test_views_stand_whatever_is_there_already(thief: Thief) -> None:
    program, author = thief.program(), Author(thief.centre.office, HIS)
    checks = thief.centre.one(
        "SELECT string_agg('DROP CONSTRAINT ' || conname, ', ') FROM pg_constraint"
        " WHERE conrelid = 'bajeh.line'::regclass AND contype = 'c'"
    )
    thief.centre.do(f"ALTER TABLE bajeh.line {checks}")
    for odd in ABSURD[:4]:
        lines = author.signed(odd_line(author, odd))
        program.ask(Push(place=end_of(program), lines=lines))
    for view in ("event", "request", "table_2", "ticket", "unit_performance"):
        thief.centre.one(f"SELECT x FROM bajeh.{view} x")  # noqa: S608
    assert thief.centre.one("SELECT count(*) - count(at) FROM bajeh.event") == 4
    assert thief.centre.one("SELECT max(at) FROM bajeh.event") is None


def test_more_lines_or_bytes_than_a_request_may_hold_are_refused(thief: Thief) -> None:
    author = Author(thief.centre.office, HIS)
    for query in (PUSH, HEAL):
        assert said(thief, query, columns_of(author.batch(501))) == TOO_MUCH
        huge = author.line("TicketIssued", "t", body=b"x" * (8 * 1024 * 1024 + 1))
        assert said(thief, query, columns_of(author.signed(huge))) == TOO_MUCH
    assert takes_honest_lines(thief)


def test_more_questions_than_a_request_may_hold_are_refused(thief: Thief) -> None:
    for statement in (
        "SELECT bajeh.marks_v1(array_agg(x::bigint)) FROM generate_series(1, 501) x",
        "SELECT bajeh.lease_v1('x', 10001)", "SELECT bajeh.lease_v1('x', NULL)",
    ):  # fmt: skip
        assert thief.refused(statement) == TOO_MUCH, statement
    call = "SELECT bajeh.call_v1(0, sha256('bajeh-feed-1'), 'c', '', %s, %s::bigint[], %s, %s)"
    many = (["t"] * 21, [1] * 21, [1] * 21, [b""] * 21)
    assert thief.refused(call, *many) == TOO_MUCH
    assert thief.refused("SELECT bajeh.lease_v1(repeat('x', 201), 1)") == "23514"
    for number in range(5):
        thief.gets("SELECT bajeh.lease_v1(%s, 10000)", str(number))
    assert thief.refused("SELECT bajeh.lease_v1('more', 1)") == TOO_MUCH


def test_an_odd_snapshot_calls_nobody_twice(thief: Thief) -> None:
    author = Author(thief.centre.office, HIS)
    lines = author.batch(1)
    program = thief.program()
    program.ask(Push(place=Place(), lines=lines))
    call = (
        "SELECT reply FROM"
        " bajeh.call_v1(0, sha256('bajeh-feed-1'), %s, '', %s, '{1}', '{1}', '{x}')"
    )
    tickets = [lines[0].recorded.entity]
    old = thief.another(autocommit=False)
    old.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
    old.execute("SELECT bajeh.my_office()")
    assert thief.gets(call, "first", tickets) == "answered"
    with pytest.raises(psycopg.errors.SerializationFailure):
        old.execute(call.encode(), ("second", tickets))
    assert thief.gets(call, "third", tickets) == "stale"
