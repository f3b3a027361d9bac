"""What a paper can be printed on."""

from app.papers import LYING, Kind, Paper, StepsPaper
from app.refusal import Refusal
from app.templates.template import rules_of

_ROLL = "roll"


def require_fit(
    kind: Kind, paper: Paper, *, size: str = "", width: int | None = None, roll: bool = False
) -> None:
    """That the paper can be on a page of that size, or on a roll of that width (mm).

    Refuses `paper_not_on_roll`, `paper_size_of_roll`, `paper_width_of_page`, `paper_size_wrong`.
    """
    papers = rules_of(kind).papers
    if roll and _ROLL not in papers:
        raise Refusal("paper_not_on_roll", kind=kind)
    if roll and size:
        raise Refusal("paper_size_of_roll", size=size)
    if width and not roll:
        raise Refusal("paper_width_of_page", width=width)
    lies = kind in LYING or (isinstance(paper, StepsPaper) and paper.tracking)
    pages = ("A4",) if lies else tuple(each for each in papers if each != _ROLL)
    if size and size not in pages:
        raise Refusal("paper_size_wrong", paper_size=pages)
