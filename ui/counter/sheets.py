"""Forms that belong to no client: the counter's board, the questionnaire, the hand-over list."""

from PySide6.QtCore import QObject

from app.handing.handing_out import hand_out
from app.local import local
from app.papers import Kind
from app.persian import latin_date, persian_digits
from app.ports import Work
from app.spooling.spool import Job
from ui.counter.paper_words import paper_name
from ui.frame.door import Door
from ui.frame.pick import Pick, PickRow
from ui.frame.speaker import Speaker
from ui.frame.words import tr

_KINDS: tuple[Kind, ...] = ("board", "survey", "handover")


class Sheets(QObject):
    """Shift+F9: one of them is chosen and printed."""

    def __init__(self, door: Door, speaker: Speaker, number: str) -> None:
        super().__init__()
        self._door, self._speaker, self._number = door, speaker, number

    def offer(self) -> None:
        """Asks which."""
        rows = tuple(
            PickRow(id=kind, first=persian_digits(str(place)), text=paper_name(kind))
            for place, kind in enumerate(_KINDS, 1)
        )
        picked = Pick(title=tr("Which form?"), rows=rows, hint=tr("Number or words"))
        self._speaker.pick(picked, self._print)

    def _print(self, chosen: str) -> None:
        kind = next(known for known in _KINDS if known == chosen)

        def act(work: Work) -> Job:
            today = latin_date(local(work.at).date())
            keys = {"board": self._number, "survey": "-"}
            return hand_out(work, kind, keys.get(kind, today))

        self._door.do(act, lambda _: self._speaker.tell(tr("It goes to the printer.")))
