"""Counters as windows name them to whoever looks for one."""

from collections.abc import Sequence

from app.letters import persian_digits
from app.order import spans
from ui.frame.words import tr

_MOST = 6


def counter_named(counter: str) -> str:
    """Its number, and what stands beside it on the same line."""
    return _unbroken(persian_digits(counter))


def counters_named(counters: Sequence[str]) -> str:
    """1, 2 and 3; where they are many, 1 to 12 and 14."""
    parts = [_span(*span) for span in spans(counters)]
    if len(parts) < 2:
        return "".join(parts)
    if len(parts) > _MOST:
        named = "، ".join(parts[:_MOST])
        return tr("{named} and some more counters", named=named)
    return tr("{most} and {final}", most="، ".join(parts[:-1]), final=parts[-1])


def _span(first: str, last: str) -> str:
    if first == last:
        return counter_named(first)
    return _unbroken(tr("{first} to {last}", first=first, last=last))


def _unbroken(text: str) -> str:
    return text.replace(" ", "\u00a0")
