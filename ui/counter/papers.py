"""Papers and printers: looked up, named, tried out, printed again."""

from collections.abc import Callable, Sequence
from threading import Thread

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.deeds import spool
from app.deeds.spool import printers_of, set_printers
from app.handing_out import hand_out
from app.letters import persian_digits
from app.ports import Work
from app.printer import Printer
from app.printers import Role, roll_printer
from app.refusal import Refusal
from app.reprinting import print_again
from app.showing.papers import papers_shown
from app.showing.service import services
from app.spool import Job
from ui.counter.paper_words import printer_name, role_name
from ui.counter.printer_address import FOLDER, printer_address
from ui.counter.printer_page import PrinterPage
from ui.frame.ask import Ask
from ui.frame.door import Door
from ui.frame.pick import Pick, PickRow
from ui.frame.speaker import Speaker
from ui.frame.words import tr

_NAMED = "named:"
"""How the ids of the pick list begin, before the printer's name; none has no name."""

_ADDRESS, _PATH = "192.0.2.50", "file:/home/papers"


class Papers(QObject):
    """`shown` gives `PapersShown` after every deed and at every `refresh`; `changed` says that a
    deed was done. `found` names the
    printers that the system knows; it may take long and is asked on a thread of its own.
    """

    shown = Signal(object)
    changed = Signal()
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
        """Prints a paper after all, or one that is or may be on paper once more, as a copy."""
        self._do(lambda work: print_again(work, job), tr("It goes to the printer."))

    def retry(self, job: int) -> None:
        """A person has looked: it is not on paper."""
        self._do(lambda work: spool.retry(work, job), tr("It goes to the printer."))

    def confirm(self, job: int) -> None:
        """A person has the paper in hand."""
        self._do(lambda work: spool.confirm(work, job), tr("The paper is taken as printed."))

    def cancel(self, job: int) -> None:
        """It shall not be printed."""
        self._do(lambda work: spool.cancel(work, job), tr("The paper is not printed."))

    # -- printers --------------------------------------------------------------------------------

    def name_printer(self, role: Role) -> None:
        """Offers what the system knows, or none; an address or a folder is typed instead."""
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
            self.changed.emit()

        self._door.do(deed, done)

    def _list(self, role: Role) -> None:
        self._listed.emit(role, tuple(self._found()))

    def _offer(self, role: Role, known: Sequence[str]) -> None:
        rows = [
            *((f"{_NAMED}{name}", name, tr("known to the system")) for name in known),
            (_NAMED, tr("None"), ""),
        ]
        picked = Pick(
            title=role_name(role),
            rows=tuple(
                PickRow(id=id_, first=persian_digits(str(place)), text=text, trailing=trailing)
                for place, (id_, text, trailing) in enumerate(rows, 1)
            ),
            hint=tr("Number or words, an address or a folder"),
            empty=tr(
                "No such printer; an address is like {address}, a folder like {folder}.",
                address=_ADDRESS,
                folder=_PATH,
            ),
            typed=_typed,
        )
        self._speaker.pick(picked, lambda id_: self._set(role, id_.removeprefix(_NAMED)))

    def _set(self, role: Role, name: str) -> None:
        if role in ("roll", "roll_spare") and name:
            widths = (("80", tr("80 mm")), ("58", tr("58 mm")))
            asked = Ask(question=tr("How wide is the roll?"), kind="choice", choices=widths)
            self._speaker.ask(
                asked, lambda wide: self._keep(role, roll_printer(name, 58 if wide == "58" else 80))
            )
        else:
            self._keep(role, Printer(name=name))

    def _keep(self, role: Role, printer: Printer) -> None:
        self._do(
            lambda work: set_printers(work, printers_of(work).having(role, printer)),
            tr("The printer is named; what was held goes there."),
        )


def _typed(text: str) -> PickRow | None:
    """An address or a folder is taken as it was typed."""
    name = printer_address(text)
    if not name:
        return None
    folder = name.startswith(FOLDER)
    kind = tr("A folder; papers become files") if folder else tr("A printer on the network")
    return PickRow(id=f"{_NAMED}{name}", first="", text=printer_name(name), trailing=kind)


def join_papers(page: PrinterPage, papers: Papers) -> None:
    """What the page wishes is carried out, and how papers stand is shown."""
    page.printer_wanted.connect(papers.name_printer)
    page.test_wanted.connect(papers.test)
    page.again_wanted.connect(papers.again)
    page.retry_wanted.connect(papers.retry)
    page.confirm_wanted.connect(papers.confirm)
    page.cancel_wanted.connect(papers.cancel)
    papers.shown.connect(page.show_papers)
