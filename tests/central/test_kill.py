"""Whatever dies, a push is there as a whole or not at all."""

import random
import threading
import time
from collections.abc import Callable, Iterator

import psycopg
import pytest

from app.sync.feed import Place
from app.sync.talk import Unreachable
from app.sync.wire import Push
from tests.central.author import Author, pages
from tests.central.office import Centre, copy_of_template, templated
from tests.central.server import Server

BATCH, BATCHES = 50, 60


@pytest.fixture
def mortal() -> Iterator[Centre]:
    """A centre on a server of its own."""
    server = Server()
    server.start()
    templated(server)
    centre = copy_of_template(server, "mortal")
    yield centre
    centre.close()
    server.remove()


def pushed_through(
    centre: Centre, node: str, before: Callable[[int], None] = lambda _: None
) -> int:
    """Pushes all batches, each until it is taken, `before` each of them something happens; gives
    how often that failed.
    """
    client, author = centre.client(node), Author(centre.office, node)
    failures = 0
    for number in range(BATCHES):
        before(number)
        lines = author.batch(BATCH)
        while True:
            try:
                client.ask(Push(place=Place(), lines=lines))
                break
            except Unreachable:
                failures += 1
                time.sleep(0.02)
    return failures


def whole(centre: Centre, node: str) -> bool:
    """Every line once, in whole batches."""
    numbers = [
        fed.line.recorded.seq for page in pages(centre.client(node), Place()) for fed in page.lines
    ]
    return numbers == list(range(1, BATCH * BATCHES + 1))


def test_a_push_whose_session_is_killed_is_whole_or_not_there(centre: Centre) -> None:
    centre.enrol("11" * 16)
    ended = threading.Event()

    def kills() -> None:
        chance = random.Random(5)
        with psycopg.connect(centre.dsn, autocommit=True) as hand:
            while not ended.is_set():
                time.sleep(chance.uniform(0.005, 0.05))
                hand.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    " WHERE application_name = 'bajeh' AND datname = current_database()"
                )

    killer = threading.Thread(target=kills)
    killer.start()
    try:
        failures = pushed_through(centre, "11" * 16)
    finally:
        ended.set()
        killer.join()
    assert failures > 3
    assert whole(centre, "11" * 16)


def test_a_server_that_is_killed_has_what_it_answered_for(mortal: Centre) -> None:
    mortal.enrol("11" * 16)
    starting: list[threading.Thread] = []

    def kill(number: int) -> None:
        if number % 20 == 10:
            mortal.server.kill()
            starting.append(threading.Thread(target=mortal.server.start))
            starting[-1].start()

    failures = pushed_through(mortal, "11" * 16, kill)
    for thread in starting:
        thread.join()
    assert failures > 0
    assert whole(mortal, "11" * 16)
    assert mortal.one("SELECT paused_at IS NOT NULL FROM bajeh.office") is True
