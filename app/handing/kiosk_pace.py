"""How quickly a kiosk gives numbers: a child at the screen empties no roll of paper."""

from datetime import datetime, timedelta
from math import ceil

from app.ports import Work
from app.refusal import Refusal

_GIVEN = "kiosk_given:"
_MINUTE = timedelta(minutes=1)


def take_pace(work: Work, kiosk: str) -> None:
    """Counts one number of the kiosk of that name. Refuses `giving_too_fast` where the office's
    measure of a minute is full.
    """
    most = work.office.rules.kiosk_pace
    key, now = f"{_GIVEN}{kiosk}", work.now  # `at` stands still while the clock is behind
    kept = map(datetime.fromisoformat, work.setting(key).split())
    given = [at for at in kept if timedelta() <= now - at < _MINUTE]
    if most and len(given) >= most:
        left = given[-most] + _MINUTE - now
        raise Refusal("giving_too_fast", n=most, seconds=ceil(left / timedelta(seconds=1)))
    last = [*given, now][-(most or 1) :]
    work.set_setting(key, " ".join(at.isoformat() for at in last))
