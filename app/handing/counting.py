"""Each print on record: what it is of, its number, and how it looked."""

from app.deeds.paper import print_paper
from app.filling.paper import which_of
from app.folds.fold import Fold, S
from app.papers import Paper
from app.ports import Work
from app.templates.picture import picture_name


def count(
    work: Work, fold: Fold[S], entity: str, kind: str, paper: Paper, *, copy: bool = False
) -> int:
    """Records that this paper is made, in which form and with which emblem; gives its number."""
    return print_paper(
        work,
        fold,
        entity,
        kind,
        which_of(paper),
        copy=copy,
        template=paper.template.version,
        emblem=picture_name(paper.letterhead.emblem),
    )
