"""What a PC hears of the centre beside its feed, and what it hears when something is wrong."""

import threading
import time
from collections.abc import Iterator
from hashlib import sha256

import pytest
from msgspec.structs import replace

from app.sync.feed import Place
from app.sync.talk import Dismissed, Rejected, Unreachable
from app.sync.wire import (
    Answered,
    Call,
    Candidate,
    Digest,
    Digested,
    Heal,
    Healed,
    Lease,
    Leased,
    Page,
    Paused,
    Pull,
    Push,
    Pushed,
    Request,
)
from app.tracking import check
from db.central import admin
from db.central.address import dsn_of
from db.central.client import PgCentre
from tests.central.author import Author, end_of, pages
from tests.central.guide import ADMINISTRATOR
from tests.central.office import Centre, names
from tests.central.proxy import Proxy, Weather
from tests.central.server import free_port

ONE, TWO = names(2)


@pytest.fixture
def one(centre: Centre) -> PgCentre:
    centre.enrol(ONE, "1")
    return centre.client(ONE)


@pytest.fixture
def two(centre: Centre) -> PgCentre:
    centre.enrol(TWO, "2")
    return centre.client(TWO)


def test_a_lease_is_the_same_however_often_it_is_asked_for(one: PgCentre) -> None:
    leased = one.ask(Lease(lease="a", count=500))
    assert isinstance(leased, Leased)
    assert [check(number) for number in leased.numbers] == list(leased.numbers)
    assert len(set(leased.numbers)) == 500
    assert all(number[0] != "0" for number in leased.numbers)
    assert one.ask(Lease(lease="a", count=500)) == leased
    other = one.ask(Lease(lease="b", count=1))
    assert isinstance(other, Leased)
    assert not set(other.numbers) & set(leased.numbers)


def test_a_digest_sums_what_stands_between_two_numbers(one: PgCentre, centre: Centre) -> None:
    lines = Author(centre.office, ONE).batch(30)
    one.ask(Push(place=Place(), lines=lines))
    summed = sum(int.from_bytes(line.recorded.content[:8], "big") for line in lines[5:20])
    assert one.ask(Digest(after=5, until=20)) == Digested(count=15, sum=summed % 2**64)
    assert one.ask(Digest(after=30, until=99)) == Digested(count=0, sum=0)


def test_another_push_wakes_who_waits_and_ones_own_does_not(
    one: PgCentre, two: PgCentre, centre: Centre
) -> None:
    one.status()
    two.status()
    author = Author(centre.office, ONE)
    one.ask(Push(place=Place(), lines=author.batch(1)))
    assert two.wait(5)
    assert not one.wait(0.05)
    assert not two.wait(0.05)
    later = threading.Timer(0.1, lambda: one.ask(Push(place=Place(), lines=author.batch(1))))
    later.start()
    assert two.wait(5)
    later.join()


def test_who_is_not_let_listen_rests_and_asks_again(one: PgCentre, centre: Centre) -> None:
    one.status()
    with Proxy(centre.server.port, lambda: Weather(garbles=b"LISTEN")) as between:
        address = replace(centre.files[ONE].centre, hosts=(f"127.0.0.1:{between.port}",))
        deaf = PgCentre(dsn_of(address, centre.server.folder / "none"))
        last = deaf.status()["last"]
        one.ask(Push(place=Place(), lines=Author(centre.office, ONE).batch(1)))
        assert not deaf.wait(0.05)
        assert deaf.status()["last"] == last + 1
        deaf.close()


def test_a_wait_can_be_ended_from_another_thread(one: PgCentre) -> None:
    one.status()
    for _ in range(2):
        threading.Timer(0.05, one.rouse).start()
        start = time.perf_counter()
        assert not one.wait(5)
        assert time.perf_counter() - start < 2


def test_a_centre_that_is_not_there_is_unreachable() -> None:
    away = PgCentre(f"host=127.0.0.1 port={free_port()} user=nobody dbname=nothing")
    with pytest.raises(Unreachable):
        away.ask(Pull(place=Place(), most=1))
    assert not away.wait(0.01)
    away.close()


def test_a_revoked_pc_is_dismissed_and_nothing_is_said_against_its_lines(
    one: PgCentre, centre: Centre
) -> None:
    one.status()
    admin.revoke(centre.dsn, ONE)
    push = Push(place=Place(), lines=Author(centre.office, ONE).batch(1))
    with pytest.raises(Unreachable):
        one.ask(push)
    with pytest.raises(Dismissed):
        one.ask(push)


def spoilt(centre: Centre) -> Iterator[tuple[str, Request]]:
    """Requests that can never be done, and the reason."""
    author = Author(centre.office, ONE)
    (good,) = author.batch(1)
    recorded = good.recorded

    def push(**changed: object) -> Push:
        return Push(place=Place(), lines=(replace(good, recorded=replace(recorded, **changed)),))

    yield "BJ005", push(body=b"other")
    yield "BJ003", push(node=TWO)
    yield "22023", push(incarnation="no hexadecimal")
    yield "22021", push(id="\0")
    yield "22021", push(clerk="\ud800")
    yield "22003", push(version=2**40)
    yield "BJ010", Push(place=Place(), lines=author.batch(501))
    huge = author.line("TicketIssued", "e", body=b"x" * (8 * 1024 * 1024 + 1))
    yield "BJ010", Push(place=Place(), lines=(huge,))
    yield "BJ005", Heal(place=Place(), lines=(author.line("TicketIssued", "e"),))
    forged = Author(centre.office, centre.office).batch(1, "ClerkAdmitted")
    yield "BJ005", Heal(place=Place(), lines=forged)
    yield "BJ010", Lease(lease="x", count=10_001)
    long = Author(centre.office, ONE, "bb" * 16).line("TicketIssued", "e" * 500)
    yield "23514", Push(place=Place(), lines=(long,))


def test_what_can_never_be_done_is_rejected_and_leaves_nothing(
    one: PgCentre, centre: Centre
) -> None:
    for code, request in spoilt(centre):
        with pytest.raises(Rejected) as rejected:
            one.ask(request)
        assert rejected.value.code == code
    assert end_of(one) == Place()


def test_calls_wait_after_a_start_until_all_who_come_have_brought_theirs(
    one: PgCentre, two: PgCentre, centre: Centre
) -> None:
    one.ask(Push(place=Place(), lines=Author(centre.office, ONE).batch(2)))
    (ticket, number), *_ = [
        (fed.line.recorded.entity, fed.number) for fed in next(pages(one, Place())).lines
    ]
    centre.do("UPDATE bajeh.office SET started = '2000-01-01', patience = 200000")
    place = end_of(one)
    candidates = (Candidate(ticket=ticket, newest=number, version=1, body=b"{}"),)
    call = Call(place=place, call="c" * 32, clerk="", candidates=candidates)
    assert one.ask(call) == Paused()
    one.ask(Pull(place=place, most=1, clean=True))
    time.sleep(0.25)
    two.ask(Pull(place=Place(), most=1))
    assert one.status()["waits_for"] == ["2"]
    assert one.ask(call) == Paused()
    two.ask(Pull(place=place, most=1, clean=True))
    assert isinstance(one.ask(call), Answered)


def test_a_supervisor_ends_the_pause(one: PgCentre, centre: Centre) -> None:
    centre.do("UPDATE bajeh.office SET started = '2000-01-01'")
    page = one.ask(Pull(place=Place(), most=1))
    assert isinstance(page, Page)
    assert page.paused
    one.resume()
    assert not one.status()["paused"]


def test_a_call_whose_line_is_far_ahead_lets_the_counter_read_first(
    one: PgCentre, centre: Centre
) -> None:
    author = Author(centre.office, ONE)
    for _ in range(4):
        one.ask(Push(place=Place(), lines=author.batch(200)))
    found = next(pages(one, Place())).lines[0]
    candidates = (Candidate(ticket=found.line.recorded.entity, newest=1, version=1, body=b"{}"),)
    call = Call(place=Place(), call="c" * 32, clerk="", candidates=candidates)
    assert type(one.ask(call)).__name__ == "Diverged"
    assert not one.status()["paused"]
    answered = one.ask(replace(call, place=end_of(one), candidates=()))
    assert isinstance(answered, Answered)
    assert answered.ticket == found.line.recorded.entity


def test_a_key_is_made_known_once(one: PgCentre) -> None:
    key = sha256(b"key").hexdigest()
    one.introduce(key, 3)
    one.introduce(key, 4)
    with pytest.raises(Rejected) as rejected:
        one.introduce(sha256(b"other").hexdigest(), 4)
    assert rejected.value.code == "BJ006"


def test_versions_that_were_taken_before_count_as_none(centre: Centre) -> None:
    centre.enrol(ONE)
    centre.do(
        "ALTER TABLE bajeh.node DROP CONSTRAINT node_version",
        "UPDATE bajeh.node SET version = 2147483647",
        "UPDATE bajeh.alembic_version SET version_num = 'c0001'",
    )
    admin.init(centre.dsn)
    (office,) = admin.status(centre.dsn)
    assert [pc.version for pc in office.nodes] == [0]


def test_a_wrong_password_and_a_missing_role_are_no_revocation(
    one: PgCentre, two: PgCentre, centre: Centre
) -> None:
    roles = {node: file.centre.role for node, file in centre.files.items()}
    centre.do(f"ALTER ROLE {roles[ONE]} PASSWORD 'another'", f"DROP ROLE {roles[TWO]}")
    for client in (one, two):
        with pytest.raises(Dismissed) as dismissed:
            client.status()
        assert dismissed.value.code == "28P01"
    centre.enrol(TWO, "2")
    role = centre.files[TWO].centre.role
    centre.do(f"REVOKE bajeh_node FROM {role} GRANTED BY {ADMINISTRATOR}")
    with pytest.raises(Dismissed) as dismissed:
        centre.client(TWO).status()
    assert dismissed.value.code == "28000"


def test_a_version_that_is_wanted_is_told_with_every_page(one: PgCentre, centre: Centre) -> None:
    centre.do("UPDATE bajeh.office SET wants = 7")
    page = one.ask(Pull(place=Place(), most=1))
    assert isinstance(page, Page)
    assert page.wants == 7


def test_a_healing_that_is_known_heals_nothing(
    one: PgCentre, two: PgCentre, centre: Centre
) -> None:
    lines = Author(centre.office, ONE).batch(3)
    assert one.ask(Push(place=Place(), lines=lines[:2])) == Pushed(seq=2)
    assert two.ask(Heal(place=Place(), lines=lines)) == Healed(count=1)
    assert two.ask(Heal(place=Place(), lines=lines)) == Healed(count=0)
    healers = [fed.healer for page in pages(one, Place()) for fed in page.lines]
    assert healers == ["", "", TWO]
