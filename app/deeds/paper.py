"""Handing out paper: the original once, every later one marked (المثنی)."""

from app.events.paper import PaperPrinted
from app.folds.fold import Fold, S
from app.local import local
from app.papers import Copy
from app.ports import Work


def print_paper(
    work: Work, fold: Fold[S], entity: str, paper: str, *, key: str = "", copy: bool = False
) -> Copy | None:
    """Records that a paper is made to be handed out, before it is made; gives the mark it bears.

    None for the original. `key` tells several papers of one kind apart (the number of a slip, of
    an answer). `copy`: it is a copy whatever was printed before.
    """
    state = work.load(fold, entity)
    printed = state.copies(paper, key) if state else 0
    number = max(printed + 1, 2 if copy else 1)
    work.append(fold, entity, PaperPrinted(paper=paper, copy=number, key=key))
    if number == 1:
        return None
    return Copy(number=number, clerk=work.office.clerk_name(work.clerk), at=local(work.at))
