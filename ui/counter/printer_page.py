"""The printers of this PC and the papers on their way to them (Ctrl+9)."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.showing.papers import PapersShown
from app.spooling.printers import ROLES, Printers, Role
from app.spooling.spool import Job, came_elsewhere, lacks_printer, wants_decision
from app.spooling.waiting import Stop
from ui.counter.keys import name_of
from ui.counter.printer_rows import (
    JOBS,
    PRINTERS,
    counted,
    empty_words,
    job_row,
    print_name,
    printer_row,
    troubled,
    why_not_held,
    why_sure,
)
from ui.counter.side_page import SidePage
from ui.frame.list_keys import ListKeys
from ui.frame.page import GAP, Act
from ui.frame.paper_words import after_words
from ui.frame.words import tr
from ui.look.parts.label import Label
from ui.look.parts.page_head import PageHead
from ui.look.parts.rows import RowList
from ui.look.parts.section import Section
from ui.look.theme import Theme
from ui.look.tokens import Colour
from ui.words import Words

_HIGH = 34
"""Pixels of a printer's row."""


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
        self._shown = PapersShown(printers=Printers(), jobs=())
        self._stops: Mapping[int, Stop] = {}
        self._at_printer = self._arriving = False
        self._decided = 0
        self.head = PageHead(theme, tr(name_of("Ctrl+9")))
        self.printers = RowList(theme, PRINTERS, height=_HIGH, keeps_current=True)
        self.jobs = RowList(theme, JOBS, keeps_current=True)
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
        jobs = self._shown.jobs
        return jobs[place] if 0 <= place < len(jobs) else None

    def show_papers(self, shown: PapersShown) -> None:
        """Shows how they stand."""
        self._shown, self._stops = shown, shown.stops()
        self.jobs.show_empty(empty_words(shown.printers))
        self.printers.show_rows(
            [printer_row(role, shown.printers, shown.state(role)) for role in ROLES]
        )
        self.jobs.show_rows([job_row(job, self._stops.get(job.id)) for job in shown.jobs])
        self._queue.show_trailing(counted(shown.jobs), "ink_2")
        self._go_on()
        self._moved()

    def enter(self) -> None:
        """To the papers where there are any, and there to the first that wants a decision, else to
        the printers; back to a printer that was left for its settings.
        """
        at_printer, self._at_printer = self._at_printer, False
        self._decided, self._arriving = 0, not at_printer
        (self.jobs if self._shown.jobs and not at_printer else self.printers).setFocus()
        self._to_decision(0)

    # -- keys ------------------------------------------------------------------------------------

    def acts(self) -> Sequence[Act]:
        """Printers, then the paper in focus."""
        job = self.job
        none = "" if job else tr("No paper was printed today.")
        over = none or (tr("Done already") if job and job.ended else "")
        sure = none or why_sure(job)
        unnamed = "" if self._shown.printers.named(self.role) else tr("Name it first (F4)")
        held = bool(job and job.state == "held" and not lacks_printer(job))
        hold = tr("Let it print") if held else tr("Hold it")
        return (
            Act(combo="Esc", name=tr("Back")),
            GAP,
            _act("F4", tr("Name the printer")),
            _act("F3", tr("Settings"), unnamed),
            _act("F6", tr("Test print"), unnamed),
            _act("F11", tr("Forms")),
            GAP,
            _act("F12", hold, none or ("" if held else why_not_held(job))),
            _act("Delete", tr("Do not print"), over),
            _act("F7", tr("It is printed"), over),
            _act("Shift+F7", tr("It is not printed"), sure),
            _act("F8", print_name(job), none, filled=bool(job and troubled(job))),
        )

    def press(self, combo: str) -> bool:
        """What the key means for the printer or paper in focus."""
        possible = {act.combo for act in self.acts() if not act.why_not}
        self._arriving = False
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
            self._decided = self.job.id if wants_decision(self.job) else 0
            wishes[combo].emit(self.job.id)
            return True
        return super().press(combo)

    # -- how -------------------------------------------------------------------------------------

    def _go_on(self) -> None:
        """What was looked up on arriving has come, or what was decided is done: to the next paper
        that wants a decision.
        """
        places = {job.id: place for place, job in enumerate(self._shown.jobs)}
        decided = places.get(self._decided)
        if self._arriving:
            self._arriving = False
            if self._shown.jobs:
                self.jobs.setFocus()
            self._to_decision(0)
        elif decided is not None and not wants_decision(self._shown.jobs[decided]):
            self._decided = 0
            self._to_decision(decided)

    def _to_decision(self, start: int) -> None:
        """To the first one from that row on, then from the top; what may be on paper comes before
        what could not be made.
        """
        jobs = tuple(enumerate(self._shown.jobs))
        round_ = [place for place, job in (*jobs[start:], *jobs[:start]) if wants_decision(job)]
        doubted = [place for place in round_ if jobs[place][1].state == "unconfirmed"]
        for place in (doubted or round_)[:1]:
            self.jobs.go(place)

    def _moved(self) -> None:
        job = self.job
        refusal = job.refusal if job else None
        first = self._first_before(job)
        calm = job is None or job.ended or job.state == "held" or came_elsewhere(job)
        said = self._words.refusal(refusal) if refusal else self._where(job)
        colour: Colour = "ink_2" if calm or not refusal else "brick"
        if first:
            said, colour = self._behind(first), "amber"
        if job and job.state == "unconfirmed":
            said += " " + tr("If it is printed {yes}, if not {no}.", yes="F7", no="Shift+F7")
        self.why.show_text(said, colour)
        self.acts_changed.emit()

    def _first_before(self, job: Job | None) -> Job | None:
        """The paper that is to come out before it, where its printer stands still."""
        stop = self._stops.get(job.id) if job else None
        return stop.behind if stop else None

    def _behind(self, first: Job) -> str:
        """Behind which paper another one waits, and why that does not come out."""
        said = after_words(first)
        why = self._words.refusal(first.refusal) if first.refusal else ""
        return f"{said} {why}".strip()

    def _where(self, job: Job | None) -> str:
        """Where a paper went, or goes."""
        printer = (job.printer or self._shown.printers.named(job.role)) if job else ""
        if not job or not printer:
            return ""
        if job.state in ("queued", "held"):
            return tr("It goes to {printer}.", printer=printer)
        return tr("It went to {printer}.", printer=printer)

    def _open_printer(self) -> None:
        """Its settings; first of all its name."""
        self.press("F3" if self._shown.printers.named(self.role) else "F4")

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


def _act(combo: str, name: str, why_not: str = "", *, filled: bool = False) -> Act:
    return Act(combo=combo, name=name, why_not=why_not, filled=filled, does=_does(combo))


def _does(combo: str) -> str:
    """What a key does to the printer, or the paper, in focus."""
    does = {
        "F3": tr("Head, strips, knife and proof of the printer in focus"),
        "F4": tr("The address or name of the printer in focus"),
        "F6": tr("Prints a trial on the printer in focus"),
        "F7": tr("You hold the paper in your hand; it is settled"),
        "F8": tr("One more of the paper in focus, marked as a copy if it may be printed already"),
        "F11": tr("How the office's papers look"),
        "F12": tr("The paper in focus waits until it is let go"),
        "Shift+F7": tr("You looked, and it is not there: the same is printed once more"),
        "Delete": tr("The paper in focus is given up"),
    }
    return does[combo]
