"""Programs killed at any moment: what was acknowledged is there, and nothing is there by half."""

import os
import random
import signal
import sys
import time
import traceback
from typing import NoReturn

import pytest

from db.connection import one
from db.journal import StoreJournal
from tests.db.office import (
    Office,
    assert_sound,
    call_next,
    finish,
    incarnations,
    issue,
    register,
)

KILLS = 200
AT_ONCE = 2
LONGEST = 0.12


@pytest.fixture
def founded(office: Office) -> Office:
    """An office whose programs run in real time."""
    office.in_real_time = True
    office.found().close()
    return office


def live(office: Office, counter: int, out: int) -> None:
    """Works for ever, and says what was done once it is done."""
    with office.opened() as journal:
        resume(journal, str(counter))
        while True:
            given = issue(journal)
            os.write(out, f"label {given.day} {given.label} {given.id}\n".encode())
            visit = call_next(journal, str(counter))
            made = register(journal, random.randrange(10**6), visiting=visit.id)
            os.write(out, f"tracking {made.tracking}\n".encode())
            with journal.look() as look:
                look.find(made.tracking)
            finish(journal, visit.id)


def resume(journal: StoreJournal, counter: str) -> None:
    """Ends the visit that a killed program left open, as its clerk would."""
    with journal.look() as look:
        visit = look.visit_at(counter)
    if visit:
        finish(journal, visit)


def alone(office: Office, counter: int, out: int) -> NoReturn:
    """The life of a forked program; it never comes back into the test."""
    try:
        live(office, counter, out)
    except BaseException:  # noqa: BLE001 told to the parent
        os.write(out, f"bug {traceback.format_exc()}".encode())
    finally:
        os._exit(1)


def born(office: Office, counter: int) -> tuple[int, int]:
    """A program of its own, warm from the start; gives its process id and where it speaks."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        alone(office, counter, writing)
    os.close(writing)
    return child, reading


def killed(child: int, reading: int) -> list[list[str]]:
    """What it had said when it was killed."""
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading) as said:
        text = said.read()
    assert "bug" not in text, text
    return [line.split(" ", 1) for line in text.splitlines()]


def check(journal: StoreJournal, said: list[list[str]]) -> None:
    """Everything acknowledged is there, once."""
    there = {
        f"{day} {label} {entity}"
        for day, label, entity in journal.cursor.execute("SELECT day, label, id FROM ticket")
    }
    numbers = {number for (number,) in journal.cursor.execute("SELECT tracking FROM request")}
    assert {text for kind, text in said if kind == "label"} <= there
    assert {text for kind, text in said if kind == "tracking"} <= numbers
    twice = "SELECT count(*) - count(DISTINCT day || label) FROM ticket"
    assert one(journal.cursor, twice) == 0
    assert one(journal.cursor, "SELECT count(*) - count(DISTINCT tracking) FROM request") == 0
    assert_sound(journal)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot fork a warm program")
def test_two_hundred_kills_lose_nothing_that_was_acknowledged(founded: Office) -> None:
    chance = random.Random(1405)
    said: list[list[str]] = []
    for round_ in range(KILLS // AT_ONCE):
        alive = [born(founded, 1 + n) for n in range(AT_ONCE)]
        for child, reading in alive:
            time.sleep(chance.uniform(0, LONGEST))
            said += killed(child, reading)
        if round_ % 10 == 0:
            with founded.opened() as journal:
                check(journal, said)
    with founded.opened() as journal:
        check(journal, said)
        assert set(incarnations(journal)) <= {"set-up", "witness"}
    assert len(said) > KILLS
