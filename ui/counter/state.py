"""All that the counter's window shows, as one frozen value: panes read it, nobody changes it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from app.checklist import Checklist
from app.deeds.applicant import told_apart
from app.deeds.looking import STEP
from app.events.office import Rules
from app.folds.catalogue import Entry
from app.folds.office import Paused, Rested
from app.letters import typed_number
from app.printer import Condition
from app.showing.duties import Duties
from app.showing.person import PersonFile
from app.showing.queue import CounterQueue
from app.showing.sync import SyncState
from app.showing.visit import VisitShown
from app.spooling.printers import Printers, Role
from app.spooling.spool import Job
from app.sub_service import ApplicantKind
from app.value import Value


class Sheet(Value, frozen=True, kw_only=True):
    """What the clerk has typed and ticked for the present request, kept while it is half done.

    `service` (an id) is empty for the ticket's own sub-service. `marks` are those set by hand, by
    title. `code` is as typed, in any digits. `identified` is the code in ASCII once it was entered
    and is right; it stays empty of who has none. `repeated` is the reason for a second open request
    of the same kind, `beyond` that for more in one turn than the office's rule.
    """

    ticket: str = ""
    service: str = ""
    kind: ApplicantKind = "person"
    code: str = ""
    identified: str = ""
    identified_as: ApplicantKind = "person"
    name: str = ""
    father: str = ""
    mobile: str = ""
    from_file: bool = False
    """Name, father and mobile stand as they were registered last, and nobody changed them."""
    representative_id: str = ""
    representative_name: str = ""
    proxy: str = ""
    marks: Mapping[str, str] = {}
    details: Mapping[str, str] = {}
    remarks: str = ""
    repeated: str = ""
    beyond: str = ""
    ready_text: str = ""
    """Mode 3: the title of the ready answer that is given at once."""
    touched: bool = False
    """Something was ticked or filled in for the request since the last deed of the visit."""
    at: int = -1
    """The control in which the clerk was last, counted as Tab goes through the sheet."""
    registered: str = ""
    """The tracking number once it is registered: the sheet then shows what to tell the applicant
    («ثبت شد …») in place of the fields, and nothing on it can be changed.
    """

    @property
    def begun(self) -> bool:
        """Whether anything stands there of the request itself."""
        return bool(self.marks or self.details or self.remarks or self.ready_text)

    @property
    def somebodys(self) -> bool:
        """Whether it was said whose it is: a code was entered, or that there is none."""
        return bool(self.identified) or self.kind == "unnumbered"

    @property
    def told_apart(self) -> bool:
        """Whether its applicant can be told from others of the same name."""
        return self.kind != "unnumbered" or told_apart(self.father, self.mobile)


Asking = Literal["", "asked", "long"]
"""Whether the centre is being asked whom to call; `long`: for so long that it is spoken of."""


class CounterState(Value, frozen=True, kw_only=True):
    """`visit` None: the counter is free. `entry` is the sub-service of the present request.
    `paused`: nobody is called here for a while; `rested` sums the pauses of its last such day.
    `called_late` is set when the visit took longer than usual. Times are aware UTC but `promised`.
    """

    number: str
    office: str = ""
    clerk_name: str = ""
    loaded: bool = False
    removed: bool = False
    """The supervisor has taken the counter away: nobody is called here any more."""
    at: datetime | None = None
    """The journal's time when it was read."""
    rules: Rules = Rules()
    paused: Paused | None = None
    rested: Rested | None = None
    queue: CounterQueue | None = None
    duties: Duties = Duties()
    visit: VisitShown | None = None
    entry: Entry | None = None
    sheet: Sheet = Sheet()
    person: PersonFile | None = None
    checklist: Checklist | None = None
    promised: datetime | None = None
    jobs: tuple[Job, ...] = ()
    printers: Printers = Printers()
    conditions: Mapping[Role, Condition] = {}
    busy: bool = False
    sync: SyncState = SyncState()
    asking: Asking = ""
    undoable: str = ""
    """The ticket whose no-show can still be taken back with the same key."""
    undoable_label: str = ""

    def clock_behind(self, now: datetime) -> bool:
        """Whether the PC's clock was set back: the journal's stands still meanwhile, and holds with
        it.
        """
        return self.at is not None and now + STEP < self.at

    @property
    def by_paper(self) -> bool:
        """Whether the centre cannot say who was first: whoever holds the number is called."""
        return self.sync.centre not in ("none", "reached")

    @property
    def begun(self) -> bool:
        """Whether the client stands at the counter."""
        return self.visit is not None and self.visit.ticket.state == "serving"

    @property
    def identified(self) -> bool:
        """Whether it is known who asks: not while another code, or another kind, than theirs stands
        in the field.
        """
        sheet = self.sheet
        entered = sheet.somebodys and typed_number(sheet.code) == sheet.identified
        return entered and sheet.identified_as == sheet.kind

    @property
    def unregistered(self) -> bool:
        """Whether something was taken down, since the last deed, for a request that nobody
        registered.
        """
        return self.sheet.touched and self.sheet.begun and not self.sheet.registered
