"""The pages that lie over the desk: search, a request, due dates, the day, papers, the answer.

Each is made when it is first wanted, so that the window itself stands there sooner.
"""

from collections.abc import Callable, Sequence
from functools import cached_property

from PySide6.QtCore import QObject, Signal

from app.spooling.printers import Printers, Role
from app.spooling.spool import Job
from ui.counter.answer_page import AnswerPage, join
from ui.counter.answering import Answering
from ui.counter.booking import Booking
from ui.counter.clerks import Clerks
from ui.counter.closing import Closing, join_day
from ui.counter.conflict_page import ConflictPage
from ui.counter.day_page import DayPage
from ui.counter.due_page import DuePage
from ui.counter.handing_over import HandingOver, join_due
from ui.counter.mending import Mending, join_request
from ui.counter.papers import Papers, join_papers
from ui.counter.printer_page import PrinterPage
from ui.counter.printer_record_page import PrinterRecordPage
from ui.counter.printer_setting import PrinterSetting, Roads, join_setting
from ui.counter.renderer import Press
from ui.counter.request_page import RequestPage
from ui.counter.search_page import SearchPage
from ui.counter.searching import Searching, join_search
from ui.counter.sheets import Sheets
from ui.counter.template_editing import TemplateEditing, join_templates
from ui.counter.template_page import TemplatePage
from ui.frame.door import Door
from ui.frame.due_rows import CONFLICTS, DUE_LISTS
from ui.frame.page import Act
from ui.frame.problems import Problems
from ui.frame.settling import Settling, join_conflicts
from ui.frame.sign_in import SignIn
from ui.frame.window import FrameWindow


class Beside(QObject):
    """Opens them. The signals are what somebody at a page wants of the desk."""

    answer_wanted = Signal(str, bool)
    """A tracking number, and whether its receipt was scanned."""

    called = Signal(str)
    """A label, to be called out of order."""

    redeemed = Signal(str)
    """A deficiency slip's token."""

    papers_changed = Signal()

    def __init__(
        self,
        window: FrameWindow,
        door: Door,
        problems: Problems,
        press: Press,
        printers: Callable[[], Sequence[str]],
        roads: Roads,
        number: str,
        signing: SignIn,
    ) -> None:
        super().__init__(window)
        self._window, self._door, self._problems = window, door, problems
        self._press, self._printers, self._number = press, printers, number
        self._roads, self._signing = roads, signing
        self._around: tuple[Act, ...] = ()
        self._jobs: Sequence[Job] = ()
        self.answering = Answering(door, problems, window, counter=number)
        self.answering.setParent(self)
        self.answering.shown.connect(self._go_to_answer)

    # -- opening ---------------------------------------------------------------------------------

    def search(self, text: str = "") -> None:
        """F9: one field for everything."""
        self._window.go(self._search)
        if text:
            self._search.search(text)

    def request(self, tracking: str) -> None:
        """Everything of one request."""
        self._mending.open(tracking)
        self._window.go(self._request)

    def due(self, which: str = "") -> None:
        """Ctrl+8: what is due, and the lists for the units."""
        if which == CONFLICTS:
            self.conflicts()
            return
        page = self._due
        self._window.go(page)
        wanted = next((known for known in DUE_LISTS if known == which), None)
        if wanted is not None:
            page.show_list(wanted)

    def appointments(self) -> None:
        """Shift+F5: who is to come today, and on other days."""
        self._booking.open()

    def day(self) -> None:
        """Ctrl+7: the daily log as it stands."""
        page = self._day
        self._closing.open(lambda: self._window.go(page))

    def conflicts(self) -> None:
        """F11 at the day: what does not fit, and is to be settled."""
        self._window.go(self._conflicts)

    def papers(self) -> None:
        """Ctrl+9: papers on their way, and the printers."""
        self._papers.refresh()
        self._window.go(self._printer)

    def forms(self) -> None:
        """F11 at the printers: how the papers look."""
        self._editing.open(self._forms.kind)
        self._window.go(self._forms)

    def sheets(self, service: str = "") -> None:
        """Shift+F9: a form of the office, or the file of one of that sub-service (an id)."""
        self._sheets.offer(service)

    def clerk(self) -> None:
        """Ctrl+0: another clerk takes over."""
        self._clerks.change()

    def show_keys_around(self, acts: Sequence[Act]) -> None:
        """The keys of the visit, which stand on the answer's page too."""
        self._around = tuple(acts)
        if "answer" in self.__dict__:
            self.answer.show_keys_around(self._around)

    def show_jobs(self, jobs: Sequence[Job]) -> None:
        """Papers on their way, of which the answer's page shows its own."""
        self._jobs = jobs
        if "answer" in self.__dict__:
            self.answer.show_jobs(jobs)

    def printed(self) -> None:
        """A printer has told how it stands."""
        if self._window.page is self.__dict__.get("_printer"):
            self._papers.refresh()

    # -- made when wanted ------------------------------------------------------------------------

    @cached_property
    def answer(self) -> AnswerPage:
        """The answer's page."""
        page = AnswerPage(self._window.theme, self._press)
        join(page, self.answering)
        page.show_keys_around(self._around)
        page.show_jobs(self._jobs)
        return page

    @cached_property
    def _search(self) -> SearchPage:
        page, searching = SearchPage(self._window.theme), Searching(self._door, self._window)
        searching.setParent(self)
        join_search(page, searching)
        page.answer_wanted.connect(self._want_answer)
        searching.request_wanted.connect(self.request)
        searching.chosen.connect(self.called)
        searching.redeemed.connect(self.redeemed)
        searching.scanned.connect(self._want_scanned)
        return page

    @cached_property
    def _mending(self) -> Mending:
        made = Mending(self._door, self._window)
        made.setParent(self)
        return made

    @cached_property
    def _request(self) -> RequestPage:
        page = RequestPage(self._window.theme)
        join_request(page, self._mending)
        page.answer_wanted.connect(self._want_answer)
        return page

    @cached_property
    def _due(self) -> DuePage:
        page, handing = DuePage(self._window.theme), HandingOver(self._door, self._window)
        handing.setParent(self)
        join_due(page, handing)
        page.opened.connect(self.request)
        return page

    @cached_property
    def _booking(self) -> Booking:
        made = Booking(self._door, self._window, self._problems)
        made.setParent(self)
        return made

    @cached_property
    def _closing(self) -> Closing:
        made = Closing(self._door, self._window, self._number)
        made.setParent(self)
        return made

    @cached_property
    def _day(self) -> DayPage:
        page = DayPage(self._window.theme)
        join_day(page, self._closing)
        page.conflicts_wanted.connect(self.conflicts)
        page.sheet.opened.connect(self.request)
        return page

    @cached_property
    def _conflicts(self) -> ConflictPage:
        page, settling = ConflictPage(self._window.theme), Settling(self._door, self._window)
        settling.setParent(self)
        join_conflicts(page, settling)
        page.request_wanted.connect(self.request)
        return page

    @cached_property
    def _papers(self) -> Papers:
        made = Papers(self._door, self._window, self._printers)
        made.setParent(self)
        made.changed.connect(self.papers_changed)
        return made

    @cached_property
    def _printer(self) -> PrinterPage:
        page = PrinterPage(self._window.theme)
        join_papers(page, self._papers)
        page.forms_wanted.connect(self.forms)
        page.record_wanted.connect(self._setting.open)
        return page

    @cached_property
    def _setting(self) -> PrinterSetting:
        made = PrinterSetting(self._door, self._window, self._roads)
        made.setParent(self)
        made.opened.connect(self._go_to_record)
        made.kept.connect(self.papers_changed)
        made.kept.connect(self._papers.refresh)
        return made

    @cached_property
    def _record(self) -> PrinterRecordPage:
        page = PrinterRecordPage(self._window.theme)
        join_setting(page, self._setting, self._papers.test)
        return page

    @cached_property
    def _editing(self) -> TemplateEditing:
        made = TemplateEditing(self._door, self._window)
        made.setParent(self)
        return made

    @cached_property
    def _forms(self) -> TemplatePage:
        page = TemplatePage(self._window.theme, self._press)
        join_templates(page, self._editing)
        return page

    @cached_property
    def _sheets(self) -> Sheets:
        made = Sheets(self._door, self._window, self._number)
        made.setParent(self)
        return made

    @cached_property
    def _clerks(self) -> Clerks:
        made = Clerks(self._door, self._window, self._signing)
        made.setParent(self)
        return made

    # -- how -------------------------------------------------------------------------------------

    def _go_to_answer(self, found: object) -> None:
        fresh = "answer" not in self.__dict__
        page = self.answer
        if fresh:
            page.show_answer(found)  # type: ignore[arg-type]
        self._window.go(page)

    def _go_to_record(self, role: Role, printers: Printers) -> None:
        page = self._record
        page.show_record(role, printers)
        self._window.go(page)

    def _want_answer(self, tracking: str) -> None:
        self.answer_wanted.emit(tracking, False)

    def _want_scanned(self, tracking: str) -> None:
        self.answer_wanted.emit(tracking, True)
