"""A report of a period as a paper."""

from app.filling.common import letterhead, made
from app.papers import FigureSection, FiguresPaper
from app.period import Period
from app.ports import Look


def figures_paper(
    look: Look,
    period: Period,
    headline: tuple[tuple[str, str], ...],
    sections: tuple[FigureSection, ...],
    clerk: str = "",
) -> FiguresPaper:
    """With the office's head, and the head of the chain on which its figures stand."""
    at, name = made(look, clerk)
    return FiguresPaper(
        letterhead=letterhead(look.office),
        at=at,
        clerk=name,
        period=period,
        headline=headline,
        sections=sections,
        head=look.head.hex(),
    )
