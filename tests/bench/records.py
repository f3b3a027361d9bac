"""Search, bulk append and verify on a large store."""

import time
from collections.abc import Callable
from pathlib import Path

from app.events import vocabulary
from db.journal import StoreJournal
from db.verify import verify
from tests.bench.office import Office, append, name, national_code, requests, tracking, visits
from tests.bench.report import Figure, ms, quantile, timed


def searching(folder: Path, count: int) -> list[Figure]:
    """By name, code and tracking number among so many, beside the same among 1,000."""
    small, large = Office(folder / "small"), Office(folder / "large")
    append(small.journal, requests(small, 1000))
    append(large.journal, requests(large, count))
    figures = []
    kinds: list[tuple[str, Callable[[int], str]]] = [
        ("name", name),
        ("code", national_code),
        ("tracking", tracking),
    ]
    for what, text in kinds:
        few = _finds(small.journal, [text(n) for n in range(0, 1000, 2)])
        many = _finds(large.journal, [text(n) for n in range(0, count, count // 500)])
        p99, ratio = quantile(many, 0.99), quantile(many, 0.5) / quantile(few, 0.5)
        figures.append(
            Figure(
                what=f"find by {what} among {count:,} requests, p99 warm",
                measured=ms(p99),
                beside=f"among 1,000: {ms(quantile(few, 0.99))}",
                ratio=f"{ratio:.2f} (medians)",
                goal="≤ 3 ms; ≤ 3 × the time at 1,000",
                met=p99 <= 0.003 and ratio <= 3,
            )
        )
    small.journal.close()
    large.journal.close()
    return figures


def _finds(journal: StoreJournal, texts: list[str]) -> list[float]:
    def find(text: str) -> None:
        with journal.look() as look:
            if len(look.find(text)) != 1:
                raise AssertionError(text)

    for text in texts:
        find(text)
    return [timed(lambda text=text: find(text)) for text in texts]  # type: ignore[misc]


def bulk(folder: Path, count: int = 300_000) -> list[Figure]:
    """Appending and verifying so many events."""
    office = Office(folder)
    start = time.perf_counter()
    done = append(office.journal, visits(office, count))
    appending = done / (time.perf_counter() - start)
    start = time.perf_counter()
    found = verify(office.journal.cursor, vocabulary())
    verifying = found.events / (time.perf_counter() - start)
    whole = not found.broken and not found.different
    return [
        Figure(
            what=f"{what} {count:,} events",
            measured=f"{rate:,.0f} events/s",
            beside="",
            ratio="",
            goal="≥ 10,000 events/s",
            met=rate >= 10_000 and whole,
        )
        for what, rate in (("bulk append of", appending), ("verify of", verifying))
    ]
