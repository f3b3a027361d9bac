"""Joins the lists of work and the store."""

from PySide6.QtCore import QObject, QTimer

from app.deeds.setting import change_setting
from app.deeds.step import hand_over
from app.ports import Look
from app.settings import LISTS_AHEAD
from app.showing.lists import work_lists
from app.spooling.spool import Job, wants_decision
from ui.frame.ask import Ask
from ui.frame.conflict_page import ConflictPage
from ui.frame.live import Live
from ui.frame.paper_settling import PaperSettling
from ui.frame.papers_page import PapersPage
from ui.frame.request_read_page import RequestReading
from ui.frame.settling import Settling, join_conflicts
from ui.frame.words import tr
from ui.supervisor.lists.page import ListsPage
from ui.supervisor.means import Means

_LOOK = 3000
"""Milliseconds between two looks at papers: what becomes of one is no event."""


def lists(means: Means) -> ListsPage:
    """The page, kept up to date while it is seen."""
    page = ListsPage(means.theme)
    page.setProperty("listing", Listing(means, page))
    return page


class Listing(QObject):
    """What the page wishes is carried out."""

    def __init__(self, means: Means, page: ListsPage) -> None:
        super().__init__(page)
        self._means = means
        self._request = RequestReading(means.theme, means.door, means.go)
        self._conflicts = ConflictPage(means.theme)
        self._settling = Settling(means.door, means.speaker)
        self._papers = PapersPage(means.theme)
        self._live = Live(means.door, page, work_lists, page.show_lists)
        self._live_papers: Live[tuple[Job, ...]] = Live(
            means.door, self._papers, _to_decide, self._papers.show_jobs
        )
        PaperSettling(self._papers, means.door, means.speaker, self._live_papers.again)
        join_conflicts(self._conflicts, self._settling)
        self._conflicts.request_wanted.connect(self._request.open)
        page.opened.connect(self._request.open)
        page.elsewhere.connect(self._elsewhere)
        page.ahead_wanted.connect(self._ask_ahead)
        page.hand_over_wanted.connect(self._ask_letter)
        self._clock = QTimer(self, interval=_LOOK)
        self._clock.timeout.connect(self._look_again)
        self._clock.start()

    def _elsewhere(self, which: str) -> None:
        self._means.go(self._conflicts if which == "conflicts" else self._papers)

    def _ask_ahead(self) -> None:
        asked = Ask(question=tr("How many working days are soon (1 to 30)?"), kind="number")

        def keep(typed: str) -> None:
            self._means.door.do(
                lambda work: change_setting(work, LISTS_AHEAD, typed),
                lambda _: self._live.again(),
            )

        self._means.speaker.ask(asked, keep)

    def _ask_letter(self, tracking: str) -> None:
        question = tr("Letter number for {n} requests?", n=1)

        def give(letter: str) -> None:
            self._means.door.do(
                lambda work: hand_over(work, tracking, letter=letter),
                lambda _: self._means.speaker.tell(tr("Handed over to the unit.")),
            )

        self._means.speaker.ask(Ask(question=question, kind="text", optional=True), give)

    def _look_again(self) -> None:
        if self._papers.isVisible():
            self._live_papers.again()


def _to_decide(look: Look) -> tuple[Job, ...]:
    return tuple(job for job in look.jobs() if wants_decision(job))
