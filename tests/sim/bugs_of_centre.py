"""Bugs planted in the centre."""

from typing import Any

from app.sync.feed import Line, Place
from app.sync.wire import Call, Candidate, Reply, Request
from tests.sim.centre import ModelCentre


class NoDedupe(ModelCentre):
    """Takes every line of a push as new."""

    def _has(self, _: Any) -> bool:
        return False


class NumbersAlone(ModelCentre):
    """Compares numbers, not links."""

    def _fork(self, *_: Any) -> int | None:
        return None


class NoPlace(ModelCentre):
    """Does not compare (cursor, mark)."""

    def _stands(self, _: Place) -> bool:
        return True


class NoPause(ModelCentre):
    """Goes on calling after a restore."""

    def is_paused(self, _: int) -> bool:
        return False


class NewestUnchecked(ModelCentre):
    """Grants the first candidate, whatever has happened to it since."""

    def _winner(self, request: Call) -> Candidate | None:
        return request.candidates[0]


class CallTwice(ModelCentre):
    """Does not know a call id again."""

    def _call(self, node: str, request: Call, now: int) -> Reply:
        self._calls.pop(request.call, None)
        self._closed.discard(request.call)
        return super()._call(node, request, now)


class SelectThenUpdate(ModelCentre):
    """Reads who waits, and writes the call a moment later."""

    _before: dict[str, int]

    def _answer(self, node: str, request: Request, now: int) -> Reply:
        seen = dict(self._newest)
        if isinstance(request, Call):
            fresh, self._newest = self._newest, self._before
            try:
                return super()._answer(node, request, now)
            finally:
                fresh.update({k: v for k, v in self._newest.items() if v > fresh.get(k, 0)})
                self._newest, self._before = fresh, seen
        self._before = seen
        return super()._answer(node, request, now)

    def _index(self) -> None:
        super()._index()
        self._before = dict(self._newest)


class TakesOnce(ModelCentre):
    """A line that somebody has brought back is never taken again, whatever its signature was."""

    def _vouched_for(self, line: Line) -> bool:
        return (line.recorded.node, line.recorded.link) in self._signatures


class KnowsEverybody(ModelCentre):
    """Takes lines of PCs that nobody has enrolled."""

    def _is_known(self, _: str) -> bool:
        return True


class TakesWhatHangsOnNothing(ModelCentre):
    """Has lines brought back before those on which they hang."""

    def _is_stray(self, _: Line) -> bool:
        return True
