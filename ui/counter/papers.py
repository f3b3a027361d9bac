"""Papers and printers: looked up, named, tried out, printed again."""

from collections.abc import Callable, Sequence
from threading import Thread
from typing import Literal

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.deeds import spool
from app.deeds.spool import printers_of, set_printers
from app.handing_out import hand_out
from app.letters import latin_digits, persian_digits
from app.papers import Kind
from app.ports import Work
from app.refusal import Refusal
from app.showing.papers import papers_shown
from app.showing.service import services
from app.spool import Job, Role
from ui.counter.paper_words import printer_name, role_name
from ui.counter.printer_page import PrinterPage
from ui.frame.ask import Ask
from ui.frame.door import Door
from ui.frame.pick import Pick, PickRow
from ui.frame.speaker import Speaker
from ui.frame.words import tr

_NETWORK, _FOLDER = "tcp://", "file:"
_NONE = "none"
_AGAIN: dict[str, Kind] = {
    "ticket": "ticket",
    "deficiency": "deficiency",
    "receipt": "receipt",
    "answer": "answer",
    "information": "information",
}
"""What can be made anew from what its job says of it."""


class Papers(QObject):
    """`shown` gives `PapersShown` after every deed and at every `refresh`. `found` names the
    printers that the system knows; it may take long and is asked on a thread of its own.
    """

    shown = Signal(object)
    _listed = Signal(str, object)

    def __init__(self, door: Door, speaker: Speaker, found: Callable[[], Sequence[str]]) -> None:
        super().__init__()
        self._door, self._speaker, self._found = door, speaker, found
        self._listed.connect(self._offer)

    def refresh(self) -> None:
        """Looks them up; also whenever a printer has told how it stands."""
        self._door.look(papers_shown, self.shown.emit, topic="papers")

    # -- papers ----------------------------------------------------------------------------------

    def again(self, job: int) -> None:
        """Prints a paper after all, or one that is done once more, as a copy."""
        self._do(lambda work: _again(work, job), tr("It goes to the printer."))

    def confirm(self, job: int) -> None:
        """A person has the paper in hand."""
        self._do(lambda work: spool.confirm(work, job), tr("The paper is taken as printed."))

    def cancel(self, job: int) -> None:
        """It shall not be printed."""
        self._do(lambda work: spool.cancel(work, job), tr("The paper is not printed."))

    # -- printers --------------------------------------------------------------------------------

    def name_printer(self, role: Role) -> None:
        """Offers what the system knows, a printer on the network, a folder, or none."""
        Thread(target=self._list, args=(role,), name="printers", daemon=True).start()

    def test(self, role: Role) -> None:
        """Prints the information sheet of the first sub-service on that printer."""

        def act(work: Work) -> Job:
            if not printers_of(work).named(role):
                raise Refusal("no_printer")
            offered = services(work)
            code = offered[0].code if offered else ""
            job = replace(hand_out(work, "information", code), role=role)
            work.set_job(job)
            return job

        self._do(act, tr("A test goes to the printer."))

    # -- how -------------------------------------------------------------------------------------

    def _do(self, deed: Callable[[Work], object], said: str) -> None:
        def done(_: object) -> None:
            self._speaker.tell(said)
            self.refresh()

        self._door.do(deed, done)

    def _list(self, role: Role) -> None:
        self._listed.emit(role, tuple(self._found()))

    def _offer(self, role: Role, known: Sequence[str]) -> None:
        rows = [
            *((f"system:{name}", name, tr("known to the system")) for name in known),
            (_NETWORK, tr("A printer on the network"), printer_name(_NETWORK)),
            (_FOLDER, tr("A folder; papers become files"), printer_name(_FOLDER)),
            (_NONE, tr("None"), ""),
        ]
        picked = Pick(
            title=role_name(role),
            rows=tuple(
                PickRow(id=id_, first=persian_digits(str(place)), text=text, trailing=trailing)
                for place, (id_, text, trailing) in enumerate(rows, 1)
            ),
            hint=tr("Number or words"),
        )
        self._speaker.pick(picked, lambda id_: self._named(role, id_))

    def _named(self, role: Role, id_: str) -> None:
        questions = {
            _NETWORK: tr("Address of the printer on the network?"),
            _FOLDER: tr("Path of the folder?"),
        }
        if id_ in questions:
            self._speaker.ask(
                Ask(question=questions[id_], kind="text"),
                lambda typed: self._set(role, id_ + latin_digits(typed)),
            )
        else:
            self._set(role, "" if id_ == _NONE else id_.removeprefix("system:"))

    def _set(self, role: Role, name: str) -> None:
        if role == "roll" and name:
            widths = (("80", tr("80 mm")), ("58", tr("58 mm")))
            asked = Ask(question=tr("How wide is the roll?"), kind="choice", choices=widths)
            self._speaker.ask(asked, lambda wide: self._keep_roll(name, 58 if wide == "58" else 80))
        elif role == "roll":
            self._keep_roll("", 80)
        else:
            self._do(
                lambda work: set_printers(work, replace(printers_of(work), page=name)),
                tr("The printer is named; what was held goes there."),
            )

    def _keep_roll(self, name: str, width: Literal[80, 58]) -> None:
        self._do(
            lambda work: set_printers(work, replace(printers_of(work), roll=name, width=width)),
            tr("The printer is named; what was held goes there."),
        )


def join_papers(page: PrinterPage, papers: Papers) -> None:
    """What the page wishes is carried out, and how papers stand is shown."""
    page.printer_wanted.connect(papers.name_printer)
    page.test_wanted.connect(papers.test)
    page.again_wanted.connect(papers.again)
    page.confirm_wanted.connect(papers.confirm)
    page.cancel_wanted.connect(papers.cancel)
    papers.shown.connect(page.show_papers)


def _again(work: Work, number: int) -> Job:
    """Refuses `print_unknown`, `print_running`, and for what cannot be made anew `print_ended`."""
    job = work.job(number)
    if job is None or not job.ended or job.kind not in _AGAIN:
        return spool.retry(work, number)
    key = job.owner if job.kind in ("ticket", "deficiency") else job.key
    return hand_out(work, _AGAIN[job.kind], key, copy=job.state == "sent", size=job.size)
