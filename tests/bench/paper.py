"""Papers: how soon, how small and how legible, beside others who write the same page."""

import gc
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeVar

from app.papers import Paper
from printing import engine
from printing.paper import Press
from printing.sheet import A4_LANDSCAPE, A5
from tests.bench.clients import logs, receipts, tickets
from tests.bench.first_print import first_prints
from tests.bench.legible import legible
from tests.bench.peers import by_libreoffice, by_qt, by_weasyprint
from tests.bench.report import Figure, ms, quantile, timed
from tests.printing import samples

P = TypeVar("P", bound=Paper)
Make = Callable[[P], bytes]


def papers(folder: Path) -> list[Figure]:
    """Every figure of papers, in one run."""
    application = engine.start()
    press = Press()
    figures = [
        *_table_3(press, folder / "libreoffice"),
        *_table_2(press),
        *_slip(press, "Table 3 on 80 mm", receipts(), samples.receipt(), 0.020, 55),
        *_slip(press, "ticket", tickets(), samples.ticket(), 0.010, 22),
        *first_prints(folder),
        *legible(press),
    ]
    del application
    return figures


def _table_3(press: Press, folder: Path) -> list[Figure]:
    """Warm, in turns with each peer, from the record to the bytes; each time for somebody else."""
    clients, what = receipts(), "Table 3, PDF, warm"
    made, qt = _medians(press.pdf, by_qt(), clients, 40)
    beside_qt = Figure(
        what=what,
        measured=ms(made),
        beside=f"QPdfWriter {ms(qt)}",
        ratio=f"{made / qt:.2f}",
        goal="≤ 2.5 ×",
        met=made <= 2.5 * qt,
    )
    weasy = _faster(what, press.pdf, "WeasyPrint, warm", by_weasyprint(A5), clients, 12, goal=8)
    office = by_libreoffice(A5, folder)
    cold = _faster(what, press.pdf, "LibreOffice, cold", office, clients, 9, goal=40)
    return [beside_qt, weasy, cold, _size("Table 3, PDF", press.pdf(samples.receipt()), 40)]


def _table_2(press: Press) -> list[Figure]:
    what, days = "Table 2, 500 rows, PDF, warm", logs(500)
    theirs = by_weasyprint(A4_LANDSCAPE)
    return [
        _faster(what, press.pdf, "WeasyPrint, warm", theirs, days, 3, goal=12),
        _size("Table 2, 500 rows, PDF", press.pdf(samples.log(500, 0)), 120),
    ]


def _slip(
    press: Press, what: str, clients: Iterator[P], usual: P, goal: float, most: int
) -> list[Figure]:
    """A roll's paper from the record to the bytes that a printer gets."""
    made, _ = _medians(press.thermal, lambda _: b"", clients, 40)
    speed = Figure(
        what=f"{what}, record to bytes, warm",
        measured=ms(made),
        beside="",
        ratio="",
        goal=f"≤ {goal * 1000:.0f} ms",
        met=made <= goal,
    )
    return [speed, _size(what, press.thermal(usual), most)]


def _faster(
    what: str,
    ours: Make[P],
    peer: str,
    theirs: Make[P] | None,
    papers: Iterator[P],
    rounds: int,
    goal: int,
) -> Figure:
    """How many times the peer's time is ours."""
    ratio, told, said = None, "", f"{peer}: not installed here"
    if theirs is not None:
        made, other = _medians(ours, theirs, papers, rounds)
        ratio, told, said = other / made, ms(made), f"{peer} {ms(other)}"
    return Figure(
        what=what,
        measured=told,
        beside=said,
        ratio="" if ratio is None else f"{ratio:.1f} × faster",
        goal=f"≥ {goal} × faster",
        met=None if ratio is None else ratio >= goal,
    )


def _size(what: str, made: bytes, most: int) -> Figure:
    size = len(made) / 1000
    return Figure(
        what=f"{what}, size",
        measured=f"{size:.1f} kB",
        beside="",
        ratio="",
        goal=f"≤ {most} kB",
        met=size <= most,
    )


def _medians(
    ours: Make[P], theirs: Make[P], papers: Iterator[P], rounds: int
) -> tuple[float, float]:
    """In turns, both the same paper and never one again, and neither sweeps up after the other:
    the peer leaves a large heap behind.
    """
    first = next(papers)
    ours(first), theirs(first)
    times = [
        (_swept(partial(ours, paper)), _swept(partial(theirs, paper)))
        for paper in islice(papers, rounds)
    ]
    return quantile([t[0] for t in times], 0.5), quantile([t[1] for t in times], 0.5)


def _swept(deed: Callable[[], bytes]) -> float:
    gc.collect()
    return timed(deed)
