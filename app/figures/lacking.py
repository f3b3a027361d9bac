"""Deficiencies: how often, and which paper lacks most often."""

from collections import defaultdict
from collections.abc import Iterable

from app.counted import MissedRow
from app.value import Value


class Lack(Value, frozen=True, kw_only=True):
    """A paper, of one sub-service or (`service` empty) of all."""

    title: str
    service: str = ""
    times: int = 0
    clients: int = 0
    again: int = 0


class LackFigures(Value, frozen=True, kw_only=True):
    """`slips` were handed out, `again` of them to somebody who had one already. Papers by how often
    they lacked, over all and by sub-service.
    """

    slips: int
    again: int
    papers: tuple[Lack, ...]
    of_services: tuple[Lack, ...]


def count_missing(rows: Iterable[MissedRow], slips: tuple[int, int]) -> LackFigures:
    """Counts them."""
    every = [
        Lack(title=r.title, service=r.service, times=r.times, clients=r.clients, again=r.again)
        for r in rows
    ]
    by_title: defaultdict[str, list[Lack]] = defaultdict(list)
    for lack in every:
        by_title[lack.title].append(lack)
    papers = [_together(title, lacks) for title, lacks in by_title.items()]
    return LackFigures(
        slips=slips[0],
        again=slips[1],
        papers=tuple(sorted(papers, key=_most)),
        of_services=tuple(sorted(every, key=_most)),
    )


def _together(title: str, lacks: list[Lack]) -> Lack:
    return Lack(
        title=title,
        times=sum(lack.times for lack in lacks),
        clients=sum(lack.clients for lack in lacks),
        again=sum(lack.again for lack in lacks),
    )


def _most(lack: Lack) -> tuple[int, str, str]:
    return -lack.times, lack.title, lack.service
