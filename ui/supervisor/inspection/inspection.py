"""Joins the pages of the chapter: who did what, conflicts, papers, records, an inspection."""

from typing import cast

from PySide6.QtCore import QObject, QTimer

from app.local import local
from app.persian import format_moment
from app.ports import Look
from app.spooling.spool import Job, wants_decision
from ui.frame.beside import Beside, Store, Tell
from ui.frame.conflict_page import ConflictPage
from ui.frame.live import Live
from ui.frame.paper_settling import PaperSettling
from ui.frame.papers_page import PapersPage
from ui.frame.request_read_page import RequestReading
from ui.frame.settling import Settling, join_conflicts
from ui.frame.words import tr
from ui.house import Finding, OpenFolder
from ui.supervisor.inspection.audit import Audit
from ui.supervisor.inspection.audit_page import AuditPage
from ui.supervisor.inspection.pack import Pack
from ui.supervisor.inspection.verify_page import VerifyPage
from ui.supervisor.means import Means

_LOOK = 3000
"""Milliseconds between two looks at papers: what becomes of one is no event."""


def inspection(means: Means) -> AuditPage:
    """The page of who did what, from which the others are reached."""
    page = AuditPage(means.theme)
    page.setProperty("inspecting", Inspecting(means, page))
    return page


class Inspecting(QObject):
    """What the pages of the chapter wish is carried out."""

    def __init__(self, means: Means, page: AuditPage) -> None:
        super().__init__(page)
        self._means = means
        self._conflicts = ConflictPage(means.theme)
        self._settling = Settling(means.door, means.speaker)
        self._request = RequestReading(means.theme, means.door, means.go)
        self._papers = PapersPage(means.theme)
        self._verify = VerifyPage(means.theme)
        self._verifying: Beside[Finding] = Beside(means.house.open)
        self._pack = Pack(means)
        join_conflicts(self._conflicts, self._settling)
        self._conflicts.request_wanted.connect(self._request.open)
        self._live: Live[tuple[Job, ...]] = Live(
            means.door, self._papers, _to_decide, self._papers.show_jobs
        )
        PaperSettling(self._papers, means.door, means.speaker, self._live.again)
        self._clock = QTimer(self, interval=_LOOK)
        self._clock.timeout.connect(self._look_again)
        self._clock.start()
        self._join_verify(page)
        self.audit = Audit(
            means,
            page,
            {
                "F9": lambda: means.go(self._verify),
                "F11": lambda: means.go(self._conflicts),
                "Shift+F11": lambda: means.go(self._papers),
                "F12": self._pack.open,
            },
        )

    def _join_verify(self, page: AuditPage) -> None:
        verify, reading = self._verify, self._verifying
        verify.wanted.connect(self._read_all)
        verify.stopped.connect(self._stop)
        reading.share.connect(verify.show_share)
        reading.came.connect(self._found)
        reading.refused.connect(self._refused)
        reading.failed.connect(self._means.door.failed)
        page.destroyed.connect(reading.give_up)

    def _read_all(self) -> None:
        def act(store: Store, tell: Tell) -> Finding:
            return cast("OpenFolder", store).verify(tell)

        self._verify.show_share(0)
        self._verifying.do(act)

    def _found(self, found: Finding) -> None:
        self._verify.show_finding(found, format_moment(local(self._means.clock.now())))

    def _stop(self) -> None:
        self._verifying.give_up()
        self._verify.rest(tr("Reading was stopped."))

    def _refused(self, refusal: object) -> None:
        self._verify.rest("")
        self._means.door.refused.emit(refusal)

    def _look_again(self) -> None:
        if self._papers.isVisible():
            self._live.again()


def _to_decide(look: Look) -> tuple[Job, ...]:
    return tuple(job for job in look.jobs() if wants_decision(job))
