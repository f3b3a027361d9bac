"""What an inspector checks, in words and as a paper."""

from app.filling.inspection import inspection_paper
from app.papers import InspectionPaper, InspectionPoint, InspectionRow
from app.ports import Look
from app.showing.inspection import Drawn, Inspection
from ui.words import Words


def points_in_words(told: Inspection, words: Words) -> tuple[InspectionPoint, ...]:
    """The points as their paper says them."""
    said = ((point, words.point(point.code, point.facts)) for point in told.points)
    return tuple(
        InspectionPoint(asks=asks, shows=shows, where=where, poor=point.poor)
        for point, (asks, shows, where) in said
    )


def paper_of(look: Look, told: Inspection, words: Words, clerk: str) -> InspectionPaper:
    """All of it on paper, made by that clerk (an id)."""
    draw = told.draw
    return inspection_paper(
        look,
        told.period,
        points_in_words(told, words),
        [_row(drawn) for drawn in draw.rows],
        seed=draw.seed,
        population=draw.population,
        head=told.head,
        clerk=clerk,
    )


def _row(drawn: Drawn) -> InspectionRow:
    return InspectionRow(
        tracking=drawn.tracking,
        sub_service=drawn.title,
        name=drawn.name,
        received=drawn.received,
        promised=drawn.promised,
        answered=drawn.ready,
    )
