"""The printers of this PC and the papers on their way to them (Ctrl+9)."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.persian import format_time
from app.showing.papers import PapersShown
from app.spooling.printer_state import PrinterState
from app.spooling.printers import ROLES, Printers, Role
from app.spooling.spool import Job, came_elsewhere, lacks_printer, perhaps_on_paper
from ui.counter.keys import name_of
from ui.counter.list_keys import ListKeys
from ui.counter.page_head import PageHead
from ui.counter.paper_words import (
    job_state,
    job_subject,
    paper_name,
    printer_name,
    printer_words,
    role_name,
)
from ui.counter.printer_words import road_words, role_short, roll_words
from ui.counter.side_page import SidePage
from ui.frame.page import GAP, Act
from ui.frame.words import tr
from ui.look.parts.label import Label
from ui.look.parts.row import Cell, Column, Row
from ui.look.parts.rows import RowList
from ui.look.parts.section import Section
from ui.look.theme import Theme
from ui.look.tokens import Colour
from ui.words import Words

_PRINTERS = (
    Column(width=236, role="strong"),
    Column(role="field"),
    Column(width=116, role="secondary", colour="ink_2"),
    Column(width=152, role="secondary", colour="ink_2"),
    Column(width=160, align="end", role="open"),
)
_JOBS = (
    Column(width=48, role="body", colour="ink_2"),
    Column(width=136, role="open"),
    Column(role="body"),
    Column(width=60, role="secondary", colour="ink_2"),
    Column(width=130, role="secondary", colour="ink_2"),
    Column(width=180, align="end", role="open"),
)
_HIGH = 34
"""Pixels of a printer's row."""
_TROUBLED = ("unconfirmed", "failed", "held")
_STATES: dict[PrinterState, Colour] = {
    "ready": "firuzeh_7",
    "near_end": "amber",
    "printing": "firuzeh_7",
    "no_printer": "ink_2",
    "untried": "ink_2",
    "untold": "ink_2",
}


class PrinterPage(SidePage):
    """`printer_wanted` (its name), `record_wanted` (its settings) and `test_wanted` give the role
    of a printer; the others the number of a paper's job.
    """

    printer_wanted = Signal(str)
    record_wanted = Signal(str)
    test_wanted = Signal(str)
    again_wanted = Signal(int)
    retry_wanted = Signal(int)
    confirm_wanted = Signal(int)
    forms_wanted = Signal()
    cancel_wanted = Signal(int)
    hold_wanted = Signal(int)
    release_wanted = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._words = Words()
        self._jobs: tuple[Job, ...] = ()
        self._named = Printers()
        self._at_printer = False
        self.head = PageHead(theme, tr(name_of("Ctrl+9")))
        self.printers = RowList(theme, _PRINTERS, height=_HIGH, keeps_current=True)
        self.jobs = RowList(theme, _JOBS, keeps_current=True)
        self.why = Label(theme, role="secondary", colour="ink_2", lines=2)
        self._lay_out()
        self.printers.opened.connect(lambda _: self._open_printer())
        self.jobs.moved_to.connect(lambda _: self._moved())
        self._keys = ListKeys([self.jobs], ("Delete",), self.press)

    @property
    def role(self) -> Role:
        """The printer that is meant."""
        return ROLES[max(self.printers.place, 0)]

    @property
    def job(self) -> Job | None:
        """The paper that is meant."""
        place = self.jobs.place
        return self._jobs[place] if 0 <= place < len(self._jobs) else None

    def show_papers(self, shown: PapersShown) -> None:
        """Shows how they stand."""
        self._jobs, self._named = shown.jobs, shown.printers
        self.jobs.show_empty(_empty(shown.printers))
        self.printers.show_rows(
            [_printer(role, shown.printers, shown.state(role)) for role in ROLES]
        )
        self.jobs.show_rows([_job(job) for job in shown.jobs])
        waiting = sum(not job.ended for job in shown.jobs)
        self._queue.show_trailing(tr("{n} wait", n=waiting) if waiting else "", "ink_2")
        self._moved()

    def enter(self) -> None:
        """To the papers where there are any, else to the printers; back to a printer that was left
        for its settings.
        """
        at_printer, self._at_printer = self._at_printer, False
        (self.jobs if self._jobs and not at_printer else self.printers).setFocus()

    # -- keys ------------------------------------------------------------------------------------

    def acts(self) -> Sequence[Act]:
        """Printers, then the paper in focus."""
        job = self.job
        none = "" if job else tr("No paper was printed today.")
        over = none or (tr("Done already") if job and job.ended else "")
        sure = none or _sure(job)
        name = tr("Print again") if job and perhaps_on_paper(job) else tr("Print")
        unnamed = "" if self._named.named(self.role) else tr("Name it first (F4)")
        held = bool(job and job.state == "held" and not lacks_printer(job))
        hold = tr("Let it print") if held else tr("Hold it")
        return (
            Act(combo="Esc", name=tr("Back")),
            GAP,
            Act(combo="F4", name=tr("Name the printer")),
            Act(combo="F3", name=tr("Settings"), why_not=unnamed),
            Act(combo="F6", name=tr("Test print"), why_not=unnamed),
            Act(combo="F11", name=tr("Forms")),
            GAP,
            Act(combo="F12", name=hold, why_not=none or ("" if held else _not_held(job))),
            Act(combo="Delete", name=tr("Do not print"), why_not=over),
            Act(combo="F7", name=tr("It is printed"), why_not=over),
            Act(combo="Shift+F7", name=tr("It is not printed"), why_not=sure),
            Act(combo="F8", name=name, why_not=none, filled=bool(job and job.state in _TROUBLED)),
        )

    def press(self, combo: str) -> bool:
        """What the key means for the printer or paper in focus."""
        possible = {act.combo for act in self.acts() if not act.why_not}
        if combo not in possible:
            return super().press(combo)
        of_printer = {
            "F3": self.record_wanted,
            "F4": self.printer_wanted,
            "F6": self.test_wanted,
        }
        if combo in of_printer:
            self._at_printer = combo == "F3"
            of_printer[combo].emit(self.role)
            return True
        if combo == "F11":
            self.forms_wanted.emit()
            return True
        held = self.job is not None and self.job.state == "held"
        wishes = {
            "F12": self.release_wanted if held else self.hold_wanted,
            "F7": self.confirm_wanted,
            "Shift+F7": self.retry_wanted,
            "F8": self.again_wanted,
            "Delete": self.cancel_wanted,
        }
        if combo in wishes and self.job is not None:
            wishes[combo].emit(self.job.id)
            return True
        return super().press(combo)

    # -- how -------------------------------------------------------------------------------------

    def _moved(self) -> None:
        job = self.job
        refusal = job.refusal if job else None
        calm = job is None or job.ended or job.state == "held" or came_elsewhere(job)
        said = self._words.refusal(refusal) if refusal else self._where(job)
        self.why.show_text(said, "ink_2" if calm or not refusal else "brick")
        self.acts_changed.emit()

    def _where(self, job: Job | None) -> str:
        """Where a paper went, or goes."""
        printer = (job.printer or self._named.named(job.role)) if job else ""
        if not job or not printer:
            return ""
        if job.state in ("queued", "held"):
            return tr("It goes to {printer}.", printer=printer)
        return tr("It went to {printer}.", printer=printer)

    def _open_printer(self) -> None:
        """Its settings; first of all its name."""
        self.press("F3" if self._named.named(self.role) else "F4")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 20, 4)
        column.setSpacing(4)
        column.addWidget(self.head)
        self.head.setVisible(not self.theme.large)  # the lists need the room
        self._queue = Section(self.theme, tr("Papers to be printed"))
        for title, rows in (
            (Section(self.theme, tr("Printers of this computer"), "F4"), self.printers),
            (self._queue, self.jobs),
        ):
            framed = QVBoxLayout()
            framed.setContentsMargins(12, 4, 12, 0)
            framed.addWidget(title)
            column.addLayout(framed)
            column.addWidget(rows, int(rows is self.jobs))
            rows.setAccessibleName(title.accessibleName())
        below = QVBoxLayout()
        below.setContentsMargins(12, 0, 12, 0)
        below.addWidget(self.why)
        column.addLayout(below)
        self.printers.setFixedHeight(len(ROLES) * self.theme.px(_HIGH))
        self.printers.moved_to.connect(lambda _: self.acts_changed.emit())


def _printer(role: Role, printers: Printers, state: PrinterState) -> Row:
    cells = (
        Cell(text=role_name(role), icon="printer"),
        Cell(text=printer_name(printers.named(role))),
        Cell(text=road_words(printers.named(role))),
        Cell(text=roll_words(printers, role)),
        Cell(text=printer_words(state), colour=_STATES.get(state, "brick")),
    )
    return Row(cells=cells, key=role)


def _sure(job: Job | None) -> str:
    """Why nobody needs to look whether it is on paper; empty where somebody must."""
    doubted = job is not None and job.state in ("unconfirmed", "dropped")
    return "" if doubted else tr("Nobody doubts it.")


def _not_held(job: Job | None) -> str:
    """Why a paper cannot be held; empty where it can."""
    if job is not None and lacks_printer(job):
        return tr("It waits for a printer; F4 names one.")
    queued = job is not None and job.state == "queued"
    return "" if queued else tr("It does not wait in the queue")


def _empty(printers: Printers) -> str:
    """What to do where no paper is on its way."""
    if not printers.any:
        return tr("No printer is named yet; F4 names one. Papers wait here until then.")
    return tr("No paper was printed today; F6 tries a printer.")


def _job(job: Job) -> Row:
    troubled = job.state in _TROUBLED
    cells = (
        Cell(text=format_time(job.made_at)),
        Cell(text=paper_name(job.kind)),
        Cell(text=job_subject(job)),
        Cell(text=tr("copy {n}", n=job.copy) if job.copy > 1 else ""),
        Cell(text=role_short(job.role)),
        Cell(text=job_state(job), colour="brick" if troubled else "ink_2"),
    )
    return Row(cells=cells, key=str(job.id))
