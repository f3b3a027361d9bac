"""A measured figure beside its floor or peer of the same run, and its goal."""

import time
from collections.abc import Callable, Sequence

from app.value import Value


class Figure(Value, frozen=True, kw_only=True):
    """One row of the table. `met` is measured, never assumed; None: it cannot be measured here."""

    what: str
    measured: str
    beside: str
    ratio: str
    goal: str
    met: bool | None


def table(figures: Sequence[Figure]) -> str:
    """The rows as Markdown."""
    lines = [
        "| what | measured | floor or peer, same run | ratio | goal | |",
        "|---|---|---|---|---|---|",
    ]
    for f in figures:
        met = "not measured" if f.met is None else "met" if f.met else "**missed**"
        lines.append(f"| {f.what} | {f.measured} | {f.beside} | {f.ratio} | {f.goal} | {met} |")
    return "\n".join(lines)


def timed(deed: Callable[[], object]) -> float:
    """Seconds of one call."""
    start = time.perf_counter()
    deed()
    return time.perf_counter() - start


def quantile(times: Sequence[float], share: float) -> float:
    """The time that this share of the calls did not exceed."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def ms(seconds: float) -> str:
    """Milliseconds in words."""
    return f"{seconds * 1000:.2f} ms"
