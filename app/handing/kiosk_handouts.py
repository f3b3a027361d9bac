"""Sheets that a kiosk prints for whoever wants one."""

from typing import Final

from app.handing.handing_out import hand_out
from app.handing.kiosk_pace import take_pace
from app.ports import Work
from app.refusal import Refusal
from app.showing.kiosk import Handout
from app.spooling.spool import Job

HANDOUTS_OF_A_VISITOR: Final = 3
"""Whoever wants to know of more reads it on the screen."""


def print_handout(work: Work, what: Handout, code: str, kiosk: str = "") -> Job:
    """The sheet of the sub-service of that code, or an empty one for an opinion.

    Refuses `printing_too_fast`, `sheet_no_printer` where no printer takes it: who waits for a sheet
    now has nothing of one that comes out tomorrow.
    """
    take_pace(work, kiosk, "printed")
    job = hand_out(work, what, code)
    if job.state == "held":
        raise Refusal("sheet_no_printer")
    return job
