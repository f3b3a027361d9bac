"""The printers of this PC and the papers on their way to them."""

from collections.abc import Mapping

from app.deeds.spool import conditions_of, printers_of
from app.ports import Look
from app.printer import Condition
from app.spooling.printer_state import PrinterState, printer_state
from app.spooling.printers import Printers, Role
from app.spooling.spool import Job
from app.spooling.waiting import Stop, stops
from app.value import Value


class PapersShown(Value, frozen=True, kw_only=True):
    """`jobs` newest first: all that are not ended, and the last of today that are."""

    printers: Printers
    jobs: tuple[Job, ...]
    conditions: Mapping[Role, Condition] = {}

    def state(self, role: Role) -> PrinterState:
        """How a printer stands, as far as it says and its jobs tell."""
        return printer_state(role, self.printers, self.jobs, self.conditions)

    def stops(self) -> Mapping[int, Stop]:
        """What papers wait for that do not go on by themselves, by the number of the job."""
        return stops(self.printers, self.jobs, self.conditions)


def papers_shown(look: Look) -> PapersShown:
    """As they stand."""
    return PapersShown(
        printers=printers_of(look), jobs=tuple(look.jobs()), conditions=conditions_of(look)
    )
