"""Sheets that a kiosk prints for whoever wants one."""

from typing import Final

from app.handing.handing_out import hand_out
from app.handing.kiosk_pace import take_pace
from app.handing.visitors import in_their_words
from app.ports import Work
from app.refusal import Refusal
from app.showing.kiosk import Handout
from app.showing.papers import papers_shown
from app.spooling.spool import Job

HANDOUTS_OF_A_VISITOR: Final = 3
"""Whoever wants to know of more reads it on the screen."""


def print_handout(work: Work, what: Handout, code: str, kiosk: str = "") -> Job:
    """The sheet of the sub-service of that code, or an empty one for an opinion.

    Refuses `printing_too_fast`, `sheet_no_printer` where no printer takes it or nothing comes out
    of the one that does: who waits for a sheet now has nothing of one that comes out tomorrow.
    """
    take_pace(work, kiosk, "printed")
    with in_their_words():
        job = hand_out(work, what, code)
    if job.state == "held" or job.id in papers_shown(work).stops():
        raise Refusal("sheet_no_printer")
    return job
