"""How quickly a kiosk gives: a child at the screen empties no roll of paper."""

from datetime import datetime, timedelta
from math import ceil
from typing import Literal

from app.ports import Work
from app.refusal import Refusal

What = Literal["given", "printed"]
"""Numbers, and sheets; each has a minute of its own, so that sheets keep nobody from a number."""

_MINUTE = timedelta(minutes=1)


def take_pace(work: Work, kiosk: str, what: What = "given") -> None:
    """Counts one number, or one sheet, of the kiosk of that name. Refuses `giving_too_fast` and
    `printing_too_fast` where the office's measure of a minute is full.
    """
    most = work.office.rules.kiosk_pace
    key, now = f"kiosk_{what}:{kiosk}", work.now  # `at` stands still while the clock is behind
    kept = map(datetime.fromisoformat, work.setting(key).split())
    given = [at for at in kept if timedelta() <= now - at < _MINUTE]
    if most and len(given) >= most:
        left = given[-most] + _MINUTE - now
        raise _too_fast(what, most, ceil(left / timedelta(seconds=1)))
    last = [*given, now][-(most or 1) :]
    work.set_setting(key, " ".join(at.isoformat() for at in last))


def _too_fast(what: What, most: int, seconds: int) -> Refusal:
    if what == "given":
        return Refusal("giving_too_fast", n=most, seconds=seconds)
    return Refusal("printing_too_fast", n=most, seconds=seconds)
