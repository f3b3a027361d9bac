"""What an inspector checks, as a paper."""

from collections.abc import Sequence

from app.filling.common import letterhead, made
from app.papers import InspectionPaper, InspectionPoint, InspectionRow
from app.period import Period
from app.ports import Look


def inspection_paper(
    look: Look,
    period: Period,
    points: Sequence[InspectionPoint],
    rows: Sequence[InspectionRow],
    *,
    seed: str,
    population: int,
    head: str,
    clerk: str = "",
) -> InspectionPaper:
    """With the office's head; `head` is that of the chain on which its figures stand."""
    at, name = made(look, clerk)
    return InspectionPaper(
        letterhead=letterhead(look.office),
        at=at,
        clerk=name,
        period=period,
        points=tuple(points),
        seed=seed,
        population=population,
        rows=tuple(rows),
        head=head,
    )
