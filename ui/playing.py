"""A counter's hour played through in a process of its own: `python -m ui.playing`, asked line by
line on its standard input, answering line by line. It ends when its standard input does.

Chance is seeded: the same question has the same answer.
"""

import os
import sys
from typing import BinaryIO

import ciw
import msgspec

from app.decoding import decode
from app.staffing.advice import Case, Played

PEOPLE = 40_000
"""Who are played through: the share that waits no longer than the goal is then within a few parts
of a hundred of what endless playing would show.
"""

_SEED = 1_404
_COLD = 0.05
"""The share that comes before the queue has its usual length; they are not counted."""
_AFTER_WINDOWS = 5


def play(case: Case, people: int = PEOPLE) -> Played:
    """Plays it."""
    ciw.seed(_SEED)
    mean = sum(case.services) / len(case.services)
    serving = (
        ciw.dists.Exponential(rate=1 / max(mean, 1))
        if case.chance
        else ciw.dists.Empirical(observations=list(case.services))
    )
    network = ciw.create_network(
        arrival_distributions=[ciw.dists.Exponential(rate=case.rate / 3600)],
        service_distributions=[serving],
        number_of_servers=[case.counters],
    )
    simulation = ciw.Simulation(network)
    until = people / case.rate * 3600
    simulation.simulate_until_max_time(until)
    records = simulation.get_all_records()
    waits = [one.waiting_time for one in records if one.arrival_date > until * _COLD]
    return Played(
        within=sum(wait <= case.minutes * 60 for wait in waits) / len(waits),
        mean=sum(waits) / len(waits),
        most=sorted(waits)[len(waits) * 9 // 10],
    )


def serve(asked: BinaryIO, said: BinaryIO) -> None:
    """One case after another."""
    for line in asked:
        case = decode(line, Case)
        said.write(msgspec.json.encode(play(case)) + b"\n")
        said.flush()


def main() -> None:
    """Answers until nobody asks any more."""
    if hasattr(os, "nice"):
        os.nice(_AFTER_WINDOWS)
    try:
        serve(sys.stdin.buffer, sys.stdout.buffer)
    except OSError:
        # Who asked is gone. What is left in the buffer must go somewhere when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
