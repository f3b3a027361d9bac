"""What whoever carries out deeds may say and ask, without knowing the window."""

from collections.abc import Callable
from typing import Literal, Protocol

from ui.frame.ask import Ask
from ui.frame.pick import Pick


class Speaker(Protocol):
    """Fulfilled by every window of the frame. All texts are in the language of the window."""

    def tell(self, text: str, tone: Literal["advice", "refusal"] = "advice") -> None:
        """A sentence on top of the keys."""

    def refuse(self, text: str) -> None:
        """The same for what is not possible."""

    def ask(self, asked: Ask, then: Callable[[str], None]) -> None:
        """One question; `then` gets the answer, or is never called."""

    def pick(self, picked: Pick, then: Callable[[str], None]) -> None:
        """One of many; `then` gets the id of what was taken, or is never called."""
