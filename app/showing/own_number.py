"""How the number on somebody's own paper stands, told to whoever holds that paper."""

from typing import Final, Literal

from app.deeds.attended import unattended
from app.deeds.looking import ahead_of
from app.deeds.night import carried_id, over
from app.deeds.numbering import ticket_day
from app.folds import ticket
from app.folds.ticket import Ticket
from app.ports import Look
from app.refusal import Refusal
from app.value import Value

TICKET_MARK: Final = "BJ:T:"
"""Before a ticket's id in the symbol on its paper."""

Standing = Literal["waiting", "called", "serving", "held", "missed", "ended", "over"]


class OwnNumber(Value, frozen=True, kw_only=True):
    """`ahead` are those before one that waits, `counter` is where one is called or served.
    `unattended`: nobody works here who would call it. `over`: the night has ended the wait.
    """

    label: str
    state: Standing
    ahead: int = 0
    counter: str = ""
    unattended: bool = False


def own_number(look: Look, text: str) -> OwnNumber:
    """Of the ticket in that symbol, under whichever ticket its holder waits on today. Refuses
    `number_unknown`.
    """
    found = look.load(ticket.FOLD, text.removeprefix(TICKET_MARK))
    if found is None or not found.label:
        raise Refusal("number_unknown")
    while carried := look.load(ticket.FOLD, carried_id(look, found)):
        found = carried
    state = _state(look, found)
    waits = state == "waiting"
    return OwnNumber(
        label=found.label,
        state=state,
        ahead=ahead_of(look, found) if waits else 0,
        counter=found.counter,
        unattended=waits and unattended(look)(found.lane),
    )


def _state(look: Look, found: Ticket) -> Standing:
    match found.state:
        case "finished":
            return "ended"
        case "no_show":
            return "missed" if found.day >= ticket_day(look) else "over"
        case "cleared":
            return "over"
        case "waiting":
            return "over" if found.id in over(look) else "waiting"
        case state:
            return state
