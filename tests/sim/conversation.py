"""One talk of a PC with the centre, and what it waits for."""

from typing import Any

from app.refusal import Refusal
from app.sync.talk import Talk, Unreachable
from app.sync.wire import Reply, Request
from tests.sim.pc import Pc


class Conversation:
    """`wish` is what it would ask next, `answer` what is on its way back; `result` what came of it,
    or the trouble in which it ended.
    """

    def __init__(self, pc: Pc, talk: Talk[Any], counter: str = "") -> None:
        self.pc = pc
        self.counter = counter
        self._talk = talk
        self.wish: Request | None = None
        self.answer: Reply | None = None
        self.result: Any = None
        self.ended = False
        self.go_on(None)

    def go_on(self, sent: Reply | Exception | None) -> None:
        """Is given an answer, or the news that there is none; nothing begins it."""
        self.answer = self.wish = None
        try:
            if sent is None:
                self.wish = next(self._talk)
            elif isinstance(sent, Exception):
                self.wish = self._talk.throw(sent)
            else:
                self.wish = self._talk.send(sent)
        except StopIteration as end:
            self.result, self.ended = end.value, True
        except (Unreachable, Refusal) as trouble:
            self.result, self.ended = trouble, True
