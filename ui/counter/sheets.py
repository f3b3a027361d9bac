"""Forms at hand: the counter's board, the questionnaire, the hand-over list, and the files that the
office keeps for its sub-services (R32).
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from app.deeds.form_file import bytes_of
from app.handing.handing_out import hand_out
from app.local import local
from app.papers import Kind
from app.persian import latin_date, persian_digits
from app.ports import Work
from app.showing.form_file import FormAtHand, forms_at_hand
from app.spooling.spool import Job
from ui.frame.door import Door
from ui.frame.opening import Opening
from ui.frame.paper_words import paper_name
from ui.frame.pick import Pick, PickRow
from ui.frame.speaker import Speaker
from ui.frame.words import tr

_FILE = "file:"
"""Before the place of a file among those that are offered."""

_KINDS: tuple[Kind, ...] = ("board", "survey", "handover")


class Sheets(QObject):
    """Shift+F9: one of them is chosen, and printed or opened."""

    def __init__(self, door: Door, speaker: Speaker, number: str) -> None:
        super().__init__()
        self._door, self._speaker, self._number = door, speaker, number
        self.opening = Opening(self)
        self.opening.failed.connect(self._not_opened)

    def offer(self, service: str = "") -> None:
        """Asks which; files are those of that sub-service (an id), or all."""
        self._door.look(lambda look: forms_at_hand(look, service), self._ask, awaited=True)

    def _ask(self, forms: Sequence[FormAtHand]) -> None:
        papers = [
            PickRow(id=kind, first=persian_digits(str(place)), text=paper_name(kind))
            for place, kind in enumerate(_KINDS, 1)
        ]
        files = [
            PickRow(
                id=f"{_FILE}{place}",
                first=persian_digits(form.code),
                text=form.file.title,
                trailing=form.file.file,
            )
            for place, form in enumerate(forms)
        ]
        title, hint = tr("Which form?"), tr("Number or words")
        picked = Pick(title=title, rows=(*papers, *files), hint=hint)
        self._speaker.pick(picked, lambda chosen: self._take(chosen, forms))

    def _take(self, chosen: str, forms: Sequence[FormAtHand]) -> None:
        if chosen.startswith(_FILE):
            self._open(forms[int(chosen.removeprefix(_FILE))])
        else:
            self._print(chosen)

    def _open(self, form: FormAtHand) -> None:
        def opened(data: bytes) -> None:
            self.opening.open(form.file.file, data)
            self._speaker.tell(tr("The form is being opened."))

        self._door.look(lambda look: bytes_of(look, form.file), opened)

    def _not_opened(self) -> None:
        self._speaker.refuse(tr("No program of this PC opens that file. Save it and look there."))

    def _print(self, chosen: str) -> None:
        kind = next(known for known in _KINDS if known == chosen)

        def act(work: Work) -> Job:
            today = latin_date(local(work.at).date())
            keys = {"board": self._number, "survey": "-"}
            return hand_out(work, kind, keys.get(kind, today))

        self._door.do(act, lambda _: self._speaker.tell(tr("It goes to the printer.")))
