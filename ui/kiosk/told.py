"""What sheet and number say of the queue, and the foot of the centre, in words."""

from datetime import datetime

from app.persian import format_time
from app.showing.kiosk import Giving
from app.showing.own_number import OwnNumber
from app.showing.sync import SyncState
from ui.frame.counter_words import counter_named
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


def number_told(own: OwnNumber) -> str:
    """How a number on somebody's paper stands."""
    label, counter = own.label, counter_named(own.counter)
    if own.state == "waiting":
        return _waiting_told(own)
    return {
        "called": tr(
            "Number {label} is called to counter {counter}. Please go there.",
            label=label,
            counter=counter,
        ),
        "serving": tr(
            "Number {label} is served at counter {counter}.", label=label, counter=counter
        ),
        "held": tr("Number {label} is held and will be called again.", label=label),
        "missed": tr("Number {label} was called and nobody came. Ask at the desk.", label=label),
        "ended": tr("Number {label} has been served. Take another for more.", label=label),
        "over": tr("Number {label} is of an earlier day. Take a new one.", label=label),
    }[own.state]


def _waiting_told(own: OwnNumber) -> str:
    if own.unattended:
        return f"{tr('Number {label} waits.', label=own.label)} {unattended_told()}"
    if own.ahead:
        return tr("Number {label}: {n} people are ahead of you.", label=own.label, n=own.ahead)
    return tr("Number {label}: nobody is ahead of you. Wait to be called.", label=own.label)


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
    if giving.until and not giving.shut:
        return tr("No more new requests are taken today")
    if giving.until:
        return tr("No more numbers are given today")
    return tr("No numbers are given today") if giving.over else ""
