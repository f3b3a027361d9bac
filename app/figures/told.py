"""How often a wait that was told came true."""

from collections import defaultdict
from collections.abc import Sequence
from statistics import median

from app.awaited import Kept
from app.value import Value

_MINUTE = 60


class ToldGroup(Value, frozen=True, kw_only=True):
    """Ranges of one sub-service (`key` empty: of all), of people who were called since: how many
    held the truth, who was called before the range began, and who after its end; its usual width
    in minutes.
    """

    key: str = ""
    told: int = 0
    kept: int = 0
    before: int = 0
    after: int = 0
    width: float = 0

    @property
    def rate(self) -> float | None:
        """Which share came true; None where nothing was told."""
        return self.kept / self.told if self.told else None


class ToldFigures(Value, frozen=True, kw_only=True):
    """All of a period, and by sub-service, the most wrong first."""

    whole: ToldGroup = ToldGroup()
    services: tuple[ToldGroup, ...] = ()


def count_told(rows: Sequence[Kept]) -> ToldFigures:
    """Counts what was told."""
    by: defaultdict[str, list[Kept]] = defaultdict(list)
    for row in rows:
        by[row.service].append(row)
    groups = [_group(key, some) for key, some in by.items()]
    groups.sort(key=lambda group: (group.rate or 0, -group.told, group.key))
    return ToldFigures(whole=_group("", rows), services=tuple(groups))


def _group(key: str, rows: Sequence[Kept]) -> ToldGroup:
    before = sum(row.truth < row.least * _MINUTE for row in rows)
    after = sum(row.truth > row.most * _MINUTE for row in rows)
    return ToldGroup(
        key=key,
        told=len(rows),
        kept=len(rows) - before - after,
        before=before,
        after=after,
        width=median(row.most - row.least for row in rows) if rows else 0,
    )
