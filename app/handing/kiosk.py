"""Giving a number at the kiosk: in office hours, once for each tap, on paper in the same deed."""

from datetime import datetime
from typing import Final, Literal

from app.deeds.attended import unattended
from app.deeds.looking import today
from app.deeds.meeting import is_late, meet_appointment, the_appointment
from app.deeds.ticket import come_back, issue, issue_for_answer, issue_guidance, tapped
from app.deeds.waiting import tell_wait
from app.filling.ticket import ticket_paper
from app.folds.ticket import Ticket
from app.handing.handing_out import hand_out
from app.handing.kiosk_pace import take_pace
from app.handing.visitors import in_their_words, require_receipt, require_slip
from app.persian import format_time
from app.ports import Look, Work
from app.refusal import Refusal
from app.showing.kiosk import giving
from app.showing.own_number import OwnNumber, own_number
from app.showing.receipt import receipt_number
from app.value import Value
from app.waiting import told_wait

Purpose = Literal["new", "guide", "collect", "complete", "appointment"]

SLIP_MARK: Final = "BJ:D:"
"""Before the token in the symbol of a deficiency slip."""

_NEW: Final[tuple[Purpose, ...]] = ("new", "guide")
"""What nobody was promised yet."""

_PAPERS = 2
"""Of a number that is asked for again, with the first one."""


class Wanted(Value, frozen=True, kw_only=True):
    """What a number is wanted for. `key`: the sub-service's code, the seal or number of a receipt,
    the token on a deficiency slip, or the number of an appointment (its holder's own code will do);
    empty for guidance.
    """

    purpose: Purpose
    key: str = ""
    priority: str = ""


class Given(Value, frozen=True, kw_only=True):
    """A number as the kiosk says it. `job` is its paper's, 0 where it was printed before; `held`:
    no printer takes it. `code` is what its symbol says to a telephone. `again`: for the same answer
    it was given before; `gone_on`: and waits no longer, but stands like that. `agreed` is the time
    of an appointment; `late`: it does not count any more. `unattended`: nobody works here who would
    call it.
    """

    ticket: str
    label: str
    title: str
    purpose: Purpose
    ahead: int
    counters: tuple[str, ...]
    wait: tuple[int, int] | None = None
    job: int = 0
    held: bool = False
    code: str = ""
    again: bool = False
    gone_on: OwnNumber | None = None
    agreed: datetime | None = None
    late: bool = False
    unattended: bool = False


def wanted_by(text: str, purpose: Purpose = "collect") -> Wanted:
    """What is wanted with a paper that was read: a slip brings back wherever it is read."""
    slip = text.startswith(SLIP_MARK)
    return Wanted(purpose="complete" if slip else purpose, key=text.removeprefix(SLIP_MARK))


def give_number(work: Work, wanted: Wanted, tap: str, kiosk: str = "") -> Given:
    """A ticket and its paper. The same tap gives the same ticket, and no second paper; an answer
    for which a number lives has that number, and one more paper.

    Refuses as `require_giving` does, `giving_too_fast` where the kiosk of that name gave too many
    within a minute, and as giving such a ticket does, in a visitor's words.
    """
    entity, known = tapped(work, tap)
    if known is None:
        require_giving(work, wanted)
        take_pace(work, kiosk)
    with in_their_words():
        found = _ticket(work, wanted, tap)
    again = found.id != entity
    if known is None and not again and (told := told_wait(work, found.id)):
        tell_wait(work, found.id, told)
    paper = ticket_paper(work, found.id)
    printed = found.copies("ticket") >= (_PAPERS if again else 1)
    job = None if printed else hand_out(work, "ticket", found.id, filled=paper)
    return Given(
        ticket=found.id,
        label=found.label,
        title=found.title,
        purpose=wanted.purpose,
        ahead=paper.ahead,
        counters=paper.counters,
        wait=paper.wait,
        job=job.id if job else 0,
        held=job is not None and job.state == "held",
        code=paper.payload,
        again=again,
        gone_on=own_number(work, found.id) if found.state != "waiting" else None,
        agreed=found.agreed_at,
        late=found.agreed_at is not None and found.effective_at > found.agreed_at,
        unattended=unattended(work)(found.lane),
    )


def require_giving(look: Look, wanted: Wanted) -> None:
    """Refuses `giving_closed` on a day off, and `giving_over`: to whoever brings something new once
    the giving of numbers has ended; to whom the office has promised to receive them (an answer lies
    ready, a slip calls them back, an hour was agreed) once it closes. An agreed hour that still
    counts holds after that, too.
    """
    now, new = giving(look), wanted.purpose in _NEW
    if not (now.over if new else now.shut) or _in_time(look, wanted):
        return
    if since := now.until if new else now.closes:
        raise Refusal("giving_over", time=format_time(since))
    raise Refusal("giving_closed", date=today(look))


def _in_time(look: Look, wanted: Wanted) -> bool:
    if wanted.purpose != "appointment":
        return False
    with in_their_words():
        return not is_late(look, the_appointment(look, wanted.key))


def _ticket(work: Work, wanted: Wanted, tap: str) -> Ticket:
    match wanted.purpose:
        case "new":
            return issue(work, wanted.key, priority=wanted.priority, tap=tap)
        case "guide":
            return issue_guidance(work, priority=wanted.priority, tap=tap)
        case "collect":
            require_receipt(wanted.key)
            return issue_for_answer(work, receipt_number(work, wanted.key), tap=tap)
        case "complete":
            require_slip(wanted.key)
            return come_back(work, wanted.key, tap=tap)
        case "appointment":
            return meet_appointment(work, wanted.key, tap=tap)
