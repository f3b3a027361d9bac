"""A paper of this visit once more: printed at last where it surely never was, else as a copy."""

from PySide6.QtCore import QObject

from app.handing.handing_out import hand_out
from app.handing.reprinting import print_again
from app.papers import Kind
from app.ports import Work
from app.spooling.spool import Job, perhaps_on_paper
from ui.counter.counter import Counter
from ui.frame.speaker import Speaker
from ui.frame.words import tr


class Reprinting(QObject):
    """Enter on a row of the visit (Ctrl+5)."""

    def __init__(self, counter: Counter, speaker: Speaker) -> None:
        super().__init__()
        self._counter = counter
        self._speaker = speaker

    def again(self, kind: Kind, key: str) -> None:
        """Prints it: what still waits for its printer is not made twice."""
        waiting = self._waiting(kind, key)

        def act(work: Work) -> Job:
            if waiting:
                return print_again(work, waiting.id)
            return hand_out(work, kind, key, copy=True)

        self._counter.do(act, self._tell)

    def _waiting(self, kind: str, key: str) -> Job | None:
        jobs = self._counter.state.jobs
        same = (job for job in jobs if job.kind == kind and key in (job.key, job.owner))
        doubted = (job for job in same if job.state == "unconfirmed" or not perhaps_on_paper(job))
        return next(doubted, None)

    def _tell(self, job: Job) -> None:
        if job.copy > 1:
            self._speaker.tell(tr("Copy {n} goes to the printer, marked as a copy.", n=job.copy))
        else:
            self._speaker.tell(tr("The paper goes to the printer."))
