"""The clerk's own to-do list between two clients."""

from app.showing.person import RequestLine
from app.value import Value


class Duties(Value, frozen=True, kw_only=True):
    """Open requests by what they wait for. Each list holds the first hundred, the counts all:
    `late` promise passed, `today` promised for today, `to_hand_over` current step not yet given to
    its unit, `results_back` all steps done and no answer prepared, `ready` answer not collected."""

    late: tuple[RequestLine, ...] = ()
    today: tuple[RequestLine, ...] = ()
    to_hand_over: tuple[RequestLine, ...] = ()
    results_back: tuple[RequestLine, ...] = ()
    in_units: tuple[RequestLine, ...] = ()
    """Handed over to a unit, its result still to come: the return list."""
    ready: tuple[RequestLine, ...] = ()
    late_count: int = 0
    today_count: int = 0
    to_hand_over_count: int = 0
    results_back_count: int = 0
    in_units_count: int = 0
    ready_count: int = 0
