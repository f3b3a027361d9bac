"""The primary of a synchronous pair dies twenty times while PCs write."""

from pathlib import Path

from tests.bench.report import Figure, ms
from tests.central.pair import Pair
from tests.central.pair_office import DATABASE, Writing, enrolled, founded

DEATHS = 20
WRITERS = 3


def failing_over(_: Path) -> list[Figure]:
    """fsync is on: the disk is part of the gap. PCs wait between tries as the program does."""
    pair = Pair(fsync="on", full_page_writes="on")
    try:
        writing = Writing(enrolled(founded(pair), pair.hosts, WRITERS))
        gaps = []
        for _each in range(DEATHS):
            gaps.append(writing.through(pair.fail_over))
            pair.mend()
        answered, lost = writing.end(pair.dsn(DATABASE))
    finally:
        pair.remove()
    return [
        Figure(
            what=f"failover ×{DEATHS}, {WRITERS} PCs writing: longest without an answer",
            measured=ms(max(gaps)),
            beside=f"shortest {ms(min(gaps))}",
            ratio="",
            goal="< 1 s each",
            met=max(gaps) < 1,
        ),
        Figure(
            what="answered for and lost",
            measured=f"{lost} of {answered}",
            beside="",
            ratio="",
            goal="0",
            met=lost == 0,
        ),
    ]
