"""How many lines travel at once, and the signature that vouches for a run of them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from app.sync.feed import Fed, Line
from app.sync.pushing import BYTES
from db.links import hangs_on


def at_once(lines: Iterable[Line], ends: Callable[[Line], bool] = lambda _: True) -> list[Line]:
    """The first of them, up to the last place where a batch may end and its bodies do not weigh too
    much; at least up to the first such place. No more is read than that takes.
    """
    found: list[Line] = []
    run: list[Line] = []
    size = 0
    for line in lines:
        size += len(line.recorded.body)
        if found and size > BYTES:
            break
        run.append(line)
        if ends(line):
            found += run
            run = []
    return found


def whole_batches(lines: Sequence[Fed], last: int) -> Sequence[Fed]:
    """Without the batch that somebody brought back and that goes on behind these lines."""
    end = len(lines)
    if not lines or lines[-1].number >= last:
        return lines
    while end and _goes_on(lines[end - 1]):
        end -= 1
    return lines[:end]


def _goes_on(fed: Fed) -> bool:
    recorded = fed.line.recorded
    return bool(fed.healer) and not fed.line.signature and recorded.node != recorded.office


def in_chain(batch: Sequence[Fed], holds: Sequence[bool]) -> list[bool]:
    """Which lines of a batch the signature at its end vouches for: those in the chain before it."""
    after = batch[-1].line.recorded
    found = [True]
    for fed, sound in zip(batch[-2::-1], holds[-2::-1], strict=True):
        recorded = fed.line.recorded
        found.append(sound and recorded.seq == after.seq - 1 and hangs_on(after, recorded.link))
        if found[-1]:
            after = recorded
    return found[::-1]


def batches(lines: Sequence[Fed]) -> Iterator[list[Fed]]:
    """Runs of lines that one signature vouches for, wherever a page was cut."""
    for _, run in groupby(lines, key=_brought):
        batch: list[Fed] = []
        for fed in run:
            batch.append(fed)
            if fed.line.signature:
                yield batch
                batch = []
        if batch:
            yield batch


def _brought(fed: Fed) -> tuple[str, str, str]:
    return fed.healer, fed.line.recorded.node, fed.line.recorded.incarnation
