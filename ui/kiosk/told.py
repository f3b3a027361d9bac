"""What sheet and number say of the queue, and the foot of the centre, in words."""

from collections.abc import Sequence
from datetime import datetime

from app.letters import persian_digits
from app.persian import format_time
from app.showing.kiosk import Giving
from app.showing.sync import SyncState
from ui.frame.sync_words import sync_items
from ui.frame.words import tr


def people_told(ahead: int) -> str:
    """How many wait before a newcomer."""
    return tr("{n} people", n=ahead) if ahead else tr("Nobody is ahead")


def minutes_told(wait: tuple[int, int]) -> str:
    """From so many minutes to so many."""
    return tr("{least} to {most} minutes", least=wait[0], most=wait[1])


def unattended_told() -> str:
    """That whoever waits for it would wait for nobody."""
    return tr("Nobody is here for this service at present; please ask at the desk.")


def counters_told(counters: Sequence[str]) -> str:
    """1, 2 and 3."""
    numbers = [persian_digits(number) for number in counters]
    if len(numbers) < 2:
        return "".join(numbers)
    return tr("{several} and {last}", several="، ".join(numbers[:-1]), last=numbers[-1])


def isolated(address: str) -> str:
    """An address set apart, so that the line around it keeps its order."""
    return f"\u2066{address}\u2069"


def staff_told(state: SyncState, now: datetime) -> str:
    """What of this PC and its centre somebody should look after; nothing where all is well."""
    items = (item for item in sync_items(state, now) if item.tone != "calm")
    return " · ".join(item.text for item in items)


def giving_told(giving: Giving) -> str:
    """Until when numbers are given, in a few words."""
    if giving.until and not giving.over:
        return tr("Numbers are given until {time}", time=format_time(giving.until))
    if giving.until:
        return tr("No more numbers are given today")
    return tr("No numbers are given today") if giving.over else ""
