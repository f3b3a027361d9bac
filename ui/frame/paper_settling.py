"""What whoever has looked at a paper says of it is recorded."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.deeds.spool import confirm, retry
from app.handing.reprinting import print_again
from app.spooling.spool import Job
from ui.frame.door import Door
from ui.frame.papers_page import PapersPage
from ui.frame.speaker import Speaker
from ui.frame.words import tr


class PaperSettling(QObject):
    """`then` is called when it is recorded: what becomes of a paper is no event."""

    def __init__(
        self, page: PapersPage, door: Door, speaker: Speaker, then: Callable[[], None]
    ) -> None:
        super().__init__(page)
        self._door, self._speaker, self._then = door, speaker, then
        page.confirm_wanted.connect(lambda job: self._settle("confirm", job))
        page.again_wanted.connect(lambda job: self._settle("again", job))
        page.copy_wanted.connect(lambda job: self._settle("copy", job))

    def _settle(self, deed: str, job: int) -> None:
        deeds = {"confirm": confirm, "again": retry, "copy": print_again}
        said = {
            "confirm": tr("It is on record that the paper is there."),
            "again": tr("The paper goes to the printer again."),
            "copy": tr("A copy goes to the printer."),
        }

        def done(_: Job) -> None:
            self._speaker.tell(said[deed])
            self._then()

        self._door.do(lambda work: deeds[deed](work, job), done)
