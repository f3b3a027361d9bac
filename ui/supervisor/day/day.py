"""Joins the pages of the day and the store."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, QTimer

from app.deeds.absence import end_visit, send_back
from app.deeds.day import counters_on
from app.deeds.step import hand_over_all
from app.filling.log import log_paper
from app.handing.handing_out import hand_out
from app.local import local
from app.papers import LogPaper
from app.persian import latin_date, parse_date
from app.ports import Look, Work
from app.refusal import Refusal
from app.showing.day import DayShown, Scope, scopes
from app.showing.day_end import DayEnd, Matter, OpenVisit, day_end
from ui.frame.ask import Ask
from ui.frame.day_log import DayLog
from ui.frame.errands import Errands
from ui.frame.live import Live
from ui.frame.page import Page
from ui.frame.paper_settling import PaperSettling
from ui.frame.papers_page import PapersPage
from ui.frame.pick import Pick, PickRow
from ui.frame.request_read_page import RequestReading
from ui.frame.words import tr
from ui.supervisor.day.end_page import EndPage
from ui.supervisor.day.lists import HandoverPage, VisitsPage
from ui.supervisor.day.pads import Pads
from ui.supervisor.day.page import DayPage
from ui.supervisor.means import Means

_INSPECTION = "Ctrl+9"
"""The chapter in which conflicts are settled."""

_DESK = "-"
_LOOK = 3000


def day(means: Means) -> DayPage:
    """The page, kept up to date while it is seen."""
    page = DayPage(means.theme)
    page.setProperty("ending", Ending(means, page))
    return page


class Ending(QObject):
    """What the pages of the day wish is carried out."""

    def __init__(self, means: Means, page: DayPage) -> None:
        super().__init__(page)
        self._means, self._page = means, page
        self._shown: DayShown | None = None
        self._log = DayLog(means.door, means.speaker)
        self._end = EndPage(means.theme)
        self._visits = VisitsPage(means.theme)
        self._handover = HandoverPage(means.theme)
        self._papers = PapersPage(means.theme)
        self._pads = Pads(means)
        self._request = RequestReading(means.theme, means.door, means.go)
        self._errands = Errands(self)
        self._lives: dict[Page, Live[DayEnd]] = {
            each: Live(means.door, each, self._read_end, each.show_end)
            for each in (self._end, self._visits, self._handover)
        }
        self._lives[self._papers] = Live(
            means.door, self._papers, self._read_end, lambda end: self._papers.show_jobs(end.papers)
        )
        PaperSettling(self._papers, means.door, means.speaker, self._read_again)
        self._clock = QTimer(self, interval=_LOOK)
        self._clock.timeout.connect(self._read_again)
        self._clock.start()
        self._join()
        self._log.show()

    # -- the report ------------------------------------------------------------------------------

    def ask_date(self) -> None:
        """Another day, by its date."""

        def go(typed: str) -> None:
            if self._shown is None:
                return
            try:
                wanted = parse_date(typed)
            except Refusal as refusal:
                self._means.door.refused.emit(refusal)
                return
            if wanted > self._shown.today:
                self._means.speaker.refuse(tr("That day is still to come."))
            else:
                self._log.show(wanted, self._shown.counter)

        self._means.speaker.ask(Ask(question=tr("Which day (year/month/day)?"), kind="text"), go)

    def ask_scope(self) -> None:
        """The desk, or one of the counters that have a sheet of the day."""
        if self._shown is not None:
            day = self._shown.day
            self._means.door.look(lambda look: scopes(look, day), self._pick_scope, awaited=True)

    def print_all(self) -> None:
        """The report of every counter, and of the desk."""
        if self._shown is None:
            return
        day = self._shown.day

        def act(work: Work) -> int:
            counters = (*counters_on(work, day), "")
            for counter in counters:
                hand_out(work, "log", latin_date(day), filled=log_paper(work, day, counter))
            return len(counters)

        self._means.door.do(
            act, lambda n: self._means.speaker.tell(tr("{n} reports go to the printer.", n=n))
        )

    def ask_file(self) -> None:
        """Where the report is kept, and in which format: by the ending of the name."""
        if self._shown is None:
            return
        shown = self._shown
        parts = (*latin_date(shown.day).split("/"), *shown.counter.split())
        name = "-".join(("table2", *parts, *(("supplement",) if shown.supplement else ())))
        asked = Ask(
            question=tr("Name of the file (ending .pdf, .csv or .xlsx)?"),
            kind="path",
            given=str(Path.home() / f"{name}.xlsx"),
        )
        self._means.speaker.ask(asked, lambda path: self._keep(shown, path))

    # -- the end of the day ----------------------------------------------------------------------

    def open_end(self) -> None:
        """What stands open."""
        self._lives[self._end].ahead(lambda: self._means.go(self._end))

    def open_matter(self, matter: Matter) -> None:
        """Where it is settled."""
        pages: dict[Matter, Page] = {
            "visits": self._visits,
            "handover": self._handover,
            "papers": self._papers,
        }
        if matter in pages:
            self._means.go(pages[matter])
        elif matter == "sheets":
            self._pads.open()
        elif matter == "conflicts":
            self._means.open(_INSPECTION)
        else:
            self._means.speaker.tell(tr("It is sent by itself as soon as the centre answers."))

    def end_visit(self, visit: OpenVisit) -> None:
        """In place of a clerk who is away."""
        question = tr("{clerk} is away. Why is the visit at counter {n} ended?", **_of(visit))
        said = tr("The visit at counter {n} is over; the reason is on record.", n=visit.counter)
        self._settle(question, said, lambda work, why: end_visit(work, visit.ticket, why))

    def send_back(self, visit: OpenVisit) -> None:
        """To the queue, in place of a clerk who is away."""
        question = tr("{clerk} is away. Why does {label} go back to the queue?", **_of(visit))
        said = tr("{label} waits again at the old place.", label=visit.label)
        self._settle(question, said, lambda work, why: send_back(work, visit.ticket, why))

    def hand_over(self, trackings: Sequence[str]) -> None:
        """All to their units under one letter number, which is asked once."""
        if not trackings:
            return
        question = tr("Letter number for {n} requests?", n=len(trackings))
        said = tr("{n} requests were handed over; F8 prints their list.", n=len(trackings))

        def give(letter: str) -> None:
            self._means.door.do(
                lambda work: hand_over_all(work, trackings, letter=letter),
                lambda _: self._means.speaker.tell(said),
            )

        self._means.speaker.ask(Ask(question=question, kind="text", optional=True), give)

    def print_handover(self) -> None:
        """What was handed over today, for the liaison to sign."""
        said = tr("The hand-over list goes to the printer.")
        self._means.door.do(
            lambda work: hand_out(work, "handover", latin_date(local(work.at).date())),
            lambda _: self._means.speaker.tell(said),
        )

    # -- how -------------------------------------------------------------------------------------

    def _settle(self, question: str, said: str, act: Callable[[Work, str], object]) -> None:
        """A visit, for a reason that is asked; the next key means who is left."""

        def done(_: object) -> None:
            self._means.speaker.tell(said)
            self._read_again()

        self._means.speaker.ask(
            Ask(question=question, kind="text"),
            lambda reason: self._means.door.do(lambda work: act(work, reason), done),
        )

    def _show(self, shown: DayShown) -> None:
        self._shown = shown
        self._page.show_day(shown)

    def _read_end(self, look: Look) -> DayEnd:
        shown = self._shown
        day = shown.day if shown else local(look.at).date()
        return day_end(look, day, self._means.door.clerk, shown.counter if shown else "")

    def _pick_scope(self, counters: Sequence[Scope]) -> None:
        rows = (
            PickRow(id=_DESK, first="۰", text=tr("All counters")),
            *map(_scope_row, counters),
        )
        day = self._shown.day if self._shown else None
        self._means.speaker.pick(
            Pick(title=tr("Whose report?"), rows=rows),
            lambda number: self._log.show(day, "" if number == _DESK else number),
        )

    def _keep(self, shown: DayShown, path: str) -> None:
        def read(look: Look) -> LogPaper:
            return log_paper(look, shown.day, shown.counter, supplement=shown.supplement)

        def write(paper: LogPaper) -> None:
            self._errands.go(
                lambda: self._means.house.keep_log(path, paper),
                lambda _: self._means.speaker.tell(tr("The file is written: {path}", path=path)),
                self._means.door.refused.emit,
            )

        self._means.door.look(read, write, awaited=True)

    def _read_again(self) -> None:
        """What becomes of a paper is no event, so nobody tells of it."""
        for page, live in self._lives.items():
            if page.isVisible():
                live.again()

    def _join(self) -> None:
        page, end, log = self._page, self._end, self._log
        log.shown.connect(self._show)
        page.seen.connect(log.watch)
        page.moved.connect(log.move)
        page.sheet.opened.connect(self._request.open)
        page.date_wanted.connect(self.ask_date)
        page.scope_wanted.connect(self.ask_scope)
        page.print_wanted.connect(log.print_shown)
        page.all_wanted.connect(self.print_all)
        page.supplement_wanted.connect(log.turn)
        page.file_wanted.connect(self.ask_file)
        page.pads_wanted.connect(self._pads.open)
        page.end_wanted.connect(self.open_end)
        end.wanted.connect(lambda matter: self.open_matter(cast("Matter", matter)))
        end.print_wanted.connect(log.print_report)
        end.all_wanted.connect(self.print_all)
        end.close_wanted.connect(log.close)
        self._visits.end_wanted.connect(self.end_visit)
        self._visits.back_wanted.connect(self.send_back)
        self._handover.hand_over_wanted.connect(self.hand_over)
        self._handover.list_wanted.connect(self.print_handover)


def _of(visit: OpenVisit) -> dict[str, str]:
    """What questions about it name."""
    return {"clerk": visit.clerk, "n": visit.counter, "label": visit.label}


def _scope_row(scope: Scope) -> PickRow:
    title = scope.title or tr("Counter {n}", n=scope.number)
    gone = tr("taken away") if scope.gone else ""
    return PickRow(id=scope.number, first=scope.number, text=title, trailing=gone)
