"""How far whoever holds a stolen counter PC holds up others: his own office, for a while."""

import secrets
import time
from collections.abc import Iterator

import psycopg
import pytest

from app.sync.feed import Place
from app.sync.talk import Unreachable
from app.sync.wire import Page, Pull, Push, Pushed
from db.central import admin, standing
from db.central.enrolling import CONNECTIONS, LIMITS
from tests.central.author import Author, end_of
from tests.central.office import Centre, copy_of_template, templated
from tests.central.server import Server
from tests.central.thief import HIS, OTHER, Neighbour, Thief

LIFTED = (
    "SET idle_in_transaction_session_timeout = 0", "SET statement_timeout = 0",
    "SET lock_timeout = 0",
)  # fmt: skip


def hold(thief: Thief) -> psycopg.Connection[object]:
    """A session that has his office's row, and his own, and does nothing any more."""
    holder = thief.another(autocommit=False)
    for statement in (*LIFTED, "SELECT bajeh.resume_v1()"):
        holder.execute(statement.encode())
    return holder


def impatient(thief: Thief) -> None:
    """The other PC waits for a lock less long than it would."""
    role = thief.centre.files[OTHER].centre.role
    thief.centre.do(f"ALTER ROLE {role} SET lock_timeout = '300ms'")


def test_an_honest_pc_waits_for_nothing_without_end(thief: Thief) -> None:
    for name, value in LIMITS.items():
        assert thief.gets(f"SHOW {name}") == value
    thief.gets("SET idle_in_transaction_session_timeout = '100ms'")
    thief.gets("BEGIN")
    thief.gets("SELECT bajeh.resume_v1()")
    time.sleep(0.3)
    assert thief.refused("SELECT 1") in {"25P03", "?"}


def test_a_lock_that_he_holds_keeps_his_office_to_its_paper_and_no_other(
    thief: Thief, neighbour: Neighbour
) -> None:
    impatient(thief)
    other = thief.centre.client(OTHER)
    lines = Author(thief.centre.office, OTHER).batch(1)
    hold(thief)
    with pytest.raises(Unreachable) as unreachable:
        other.ask(Push(place=Place(), lines=lines))
    assert type(unreachable.value) is Unreachable
    assert isinstance(other.ask(Pull(place=Place(), most=9)), Page)
    theirs = neighbour.author.batch(1)
    place = end_of(neighbour.client)
    assert neighbour.client.ask(Push(place=place, lines=theirs)) == Pushed(seq=4)


def test_revoking_ends_his_locks_whatever_he_holds(thief: Thief) -> None:
    hold(thief)
    password = thief.another(autocommit=False)
    password.execute("ALTER ROLE CURRENT_USER PASSWORD 'his'")
    start = time.monotonic()
    assert admin.revoke(thief.centre.dsn, HIS).sessions >= 3
    assert time.monotonic() - start < 5
    lines = Author(thief.centre.office, OTHER).batch(1)
    other = thief.centre.client(OTHER)
    assert other.ask(Push(place=Place(), lines=lines)) == Pushed(seq=1)


def test_no_transaction_outlives_its_session(thief: Thief) -> None:
    holder = thief.another(autocommit=False)
    holder.execute("SELECT bajeh.resume_v1()")
    with pytest.raises(psycopg.errors.ObjectNotInPrerequisiteState):
        holder.execute("PREPARE TRANSACTION 'his'")
    holder.close()
    other = thief.centre.client(OTHER)
    lines = Author(thief.centre.office, OTHER).batch(1)
    assert other.ask(Push(place=Place(), lines=lines)) == Pushed(seq=1)


def test_he_has_eight_sessions_and_no_more(thief: Thief) -> None:
    for _ in range(CONNECTIONS - 1):
        thief.another()
    with pytest.raises(psycopg.OperationalError, match="too many connections for role"):
        thief.another()
    assert thief.centre.client(OTHER).status()["node"] == OTHER


def test_his_false_reading_begins_one_pause_in_an_hour(thief: Thief) -> None:
    def lies() -> object:
        return thief.gets("SELECT reply FROM bajeh.pull_v1(0, 'x', 1, false)")

    other = thief.centre.client(OTHER)
    assert not other.status()["paused"]
    assert lies() == "diverged"
    assert other.status()["paused"]
    (office,) = admin.status(thief.centre.dsn)
    assert "1" in office.waits_for
    assert admin.resume(thief.centre.dsn, thief.centre.office)
    for _ in range(5):
        assert lies() == "diverged"
        assert not other.status()["paused"]
    assert not admin.resume(thief.centre.dsn, thief.centre.office)
    hour = "UPDATE bajeh.node SET doubted_at = doubted_at - 3600000000"
    thief.centre.do(hour)
    lies()
    assert other.status()["paused"]


def test_whoever_never_has_brought_all_is_waited_for_a_while_and_no_longer(thief: Thief) -> None:
    thief.centre.do("UPDATE bajeh.office SET patience = 60000000, started = '2000-01-01'")
    other = thief.centre.client(OTHER)

    def waits(minutes: int) -> bool:
        """Whether the others wait, so long after the pause began, for who lies all the time."""
        past = "UPDATE bajeh.office SET paused_at = bajeh.clock() - 60000000"
        thief.centre.do(f"{past} * {minutes}")
        thief.gets("SELECT reply FROM bajeh.pull_v1(0, sha256('bajeh-feed-1'), 1, false)")
        other.ask(Pull(place=Place(), most=1, clean=True))
        status = other.status()
        assert status["waits_for"] == (["1"] if status["paused"] else [])
        return bool(status["paused"])

    assert other.status()["paused"]
    assert [waits(minutes) for minutes in (0, 2, 19, 20)] == [True, True, True, False]


def test_an_old_snapshot_that_he_keeps_is_named_and_ends_when_he_is_revoked(
    thief: Thief, monkeypatch: pytest.MonkeyPatch
) -> None:
    holder = thief.another(autocommit=False)
    for statement in (*LIFTED, "SET transaction_isolation = 'repeatable read'", "SELECT 1"):
        holder.execute(statement.encode())
    assert admin.snapshots(thief.centre.dsn) == ()
    monkeypatch.setattr(standing, "LONG", "10 milliseconds")
    time.sleep(0.02)
    (found,) = admin.snapshots(thief.centre.dsn)
    assert (found.node, found.name) == (HIS, "1")
    admin.revoke(thief.centre.dsn, HIS)
    assert admin.snapshots(thief.centre.dsn) == ()


def test_his_sorting_does_not_fill_the_disk(thief: Thief) -> None:
    thief.gets("SET work_mem = '64kB'")
    big = "SELECT count(*) FROM (SELECT x FROM generate_series(1, 30000000) x ORDER BY -x) y"
    assert thief.refused(big) == "53400"


def test_a_flood_is_taken_shown_and_does_not_keep_others_waiting(
    thief: Thief, neighbour: Neighbour
) -> None:
    program, author = thief.program(), Author(thief.centre.office, HIS)
    place = Place()
    for turn in range(1, 11):
        lines = author.batch(500)
        assert program.ask(Push(place=place, lines=lines)) == Pushed(seq=500 * turn)
        start = time.monotonic()
        assert neighbour.client.status()["last"] == 3
        assert time.monotonic() - start < 2
    his = next(node for office in admin.status(thief.centre.dsn) for node in office.nodes
               if node.node == HIS)  # fmt: skip
    assert his.lines == 5000


def test_waking_others_without_reason_costs_them_one_question(
    thief: Thief, neighbour: Neighbour
) -> None:
    neighbour.client.status()
    thief.gets(f"NOTIFY bajeh_{neighbour.centre.office}, 'lies'")
    assert neighbour.client.wait(5)
    page = neighbour.client.ask(Pull(place=end_of(neighbour.client), most=9))
    assert isinstance(page, Page)
    assert page.lines == ()


@pytest.fixture
def small_queue() -> Iterator[Centre]:
    """On a server of its own whose queue of wakings is soon full."""
    server = Server(max_notify_queue_pages="64")
    server.start()
    templated(server)
    yield copy_of_template(server, f"centre_{secrets.token_hex(4)}")
    server.remove()


def test_a_queue_of_wakings_that_he_fills_stops_no_work(small_queue: Centre) -> None:
    small_queue.enrol(HIS)
    small_queue.enrol(OTHER)
    thief = Thief(small_queue)
    listener = thief.another(autocommit=False)
    for statement in (*LIFTED, "LISTEN x", "COMMIT", "BEGIN", "SELECT 1"):
        listener.execute(statement.encode())
    flood = "SELECT pg_notify('x', repeat('x', 7900) || n) FROM generate_series(1, 5) n"
    while not thief.refused(flood):
        pass
    lines = Author(small_queue.office, OTHER).batch(1)
    client = small_queue.client(OTHER)
    assert client.ask(Push(place=Place(), lines=lines)) == Pushed(seq=1)
    thief.close()
    client.close()
