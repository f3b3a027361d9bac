"""Handing out paper: the original once, every later one marked (المثنی)."""

from app.events.paper import PaperPrinted
from app.folds.fold import Fold, S
from app.ports import Look, Work
from app.roles import deed


def next_copy(
    look: Look, fold: Fold[S], entity: str, paper: str, key: str = "", *, copy: bool = False
) -> int:
    """The number that the next print would bear: 1 is the original.

    `key` tells papers of one kind and owner apart. `copy`: a copy whatever was printed before.
    """
    state = look.load(fold, entity)
    printed = state.copies(paper, key) if state else 0
    return max(printed + 1, 2 if copy else 1)


@deed
def print_paper(
    work: Work,
    fold: Fold[S],
    entity: str,
    paper: str,
    key: str = "",
    *,
    copy: bool = False,
    template: int = 0,
    emblem: str = "",
) -> int:
    """Records that a paper is made to be handed out, before it is, in which version of its form
    and with which emblem; gives its number.
    """
    number = next_copy(work, fold, entity, paper, key, copy=copy)
    printed = PaperPrinted(paper=paper, copy=number, key=key, template=template, emblem=emblem)
    work.append(fold, entity, printed)
    return number
