"""Giving a number at a counter, to somebody who will wait: where there is no kiosk, or none that
they can use.
"""

from app.deeds.attended import unattended
from app.deeds.ticket import issue, issue_guidance
from app.deeds.waiting import tell_wait
from app.filling.ticket import ticket_paper
from app.handing.handing_out import hand_out
from app.ports import Work
from app.value import Value
from app.waiting import told_wait


class Handed(Value, frozen=True, kw_only=True):
    """A number as the clerk says it. `held`: no printer takes its paper; `unattended`: nobody works
    here who would call it.
    """

    ticket: str
    label: str
    ahead: int
    held: bool
    unattended: bool


def give_at_counter(work: Work, service: str, priority: str = "") -> Handed:
    """A ticket of that sub-service, or of guidance (empty), and its paper. The clerk decides
    whether there is still time for it. Refuses as issuing does.
    """
    if service:
        found = issue(work, service, priority=priority)
    else:
        found = issue_guidance(work, priority=priority)
    if told := told_wait(work, found.id):
        tell_wait(work, found.id, told)
    paper = ticket_paper(work, found.id)
    return Handed(
        ticket=found.id,
        label=found.label,
        ahead=paper.ahead,
        held=hand_out(work, "ticket", found.id, filled=paper).state == "held",
        unattended=unattended(work)(found.lane),
    )
