"""Papers and printers: looked up, named, tried out, printed again."""

from collections.abc import Callable, Sequence
from threading import Thread

from PySide6.QtCore import QObject, Signal

from app.deeds import spool
from app.deeds.spool import printers_of, set_printers
from app.handing.reprinting import print_again
from app.handing.trying import try_printer
from app.letters import persian_digits
from app.ports import Work
from app.printer import Printer
from app.showing.papers import papers_shown
from app.spooling.printers import MAIN_ROLES, Role, roll_printer
from app.spooling.roads import known_proof
from app.spooling.waiting import Waiting, waiting_for
from ui.counter.printer_address import printer_address
from ui.counter.printer_page import PrinterPage
from ui.frame.ask import Ask
from ui.frame.door import Door
from ui.frame.paper_words import printer_name, role_name
from ui.frame.pick import Pick, PickRow
from ui.frame.printer_words import on_roll, road_words, typed_words, width_options
from ui.frame.speaker import Speaker
from ui.frame.words import tr

_NAMED = "named:"
"""How the ids of the pick list begin, before the printer's name; none has no name."""

_ADDRESS, _PATH = "192.0.2.50", "file:/home/papers"
_USB, _IPP = "usb://04b8:0202", "ipp://192.0.2.60"


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

    def hold(self, job: int) -> None:
        """It waits until it is released."""
        self._do(lambda work: spool.hold(work, job), tr("The paper is held; F12 lets it print."))

    def release(self, job: int) -> None:
        """It goes on."""
        self._do(lambda work: spool.release(work, job), tr("It goes to the printer."))

    # -- printers --------------------------------------------------------------------------------

    def name_printer(self, role: Role) -> None:
        """Offers what the system knows, or none; an address or a folder is typed instead."""
        Thread(target=self._list, args=(role,), name="printers", daemon=True).start()

    def test(self, role: Role) -> None:
        """Prints a trial on that printer."""
        self._do(lambda work: try_printer(work, role), tr("A test goes to the printer."))

    # -- how -------------------------------------------------------------------------------------

    def _do(self, deed: Callable[[Work], object], said: str) -> None:
        self._door.do(deed, lambda _: self._tell(said))

    def _tell(self, said: str) -> None:
        """After a deed."""
        self._speaker.tell(said)
        self.refresh()
        self.changed.emit()

    def _list(self, role: Role) -> None:
        self._listed.emit(role, tuple(self._found()))

    def _offer(self, role: Role, known: Sequence[str]) -> None:
        rows = [
            *((f"{_NAMED}{name}", printer_name(name), road_words(name)) for name in known),
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
                "No such printer; an address is like {address}, {usb} or {ipp}, a folder like"
                " {folder}.",
                address=_ADDRESS,
                usb=_USB,
                ipp=_IPP,
                folder=_PATH,
            ),
            typed=_typed,
        )
        self._speaker.pick(picked, lambda id_: self._set(role, id_.removeprefix(_NAMED)))

    def _set(self, role: Role, name: str) -> None:
        if on_roll(role) and name:
            widths = tuple(width_options())
            asked = Ask(question=tr("How wide is the roll?"), kind="choice", choices=widths)
            self._speaker.ask(
                asked, lambda wide: self._keep(role, roll_printer(name, 58 if wide == "58" else 80))
            )
        else:
            self._keep(role, Printer(name=name, proof=known_proof(name)))

    def _keep(self, role: Role, printer: Printer) -> None:
        def deed(work: Work) -> Waiting:
            set_printers(work, printers_of(work).having(role, printer))
            return waiting_for(role, work.jobs())

        def done(waiting: Waiting) -> None:
            self._tell(_named_words(role, printer, waiting))

        self._door.do(deed, done)


def _typed(text: str) -> PickRow | None:
    """An address or a folder is taken as it was typed."""
    name = printer_address(text)
    if not name:
        return None
    return PickRow(
        id=f"{_NAMED}{name}", first="", text=printer_name(name), trailing=typed_words(name)
    )


def _named_words(role: Role, printer: Printer, waiting: Waiting) -> str:
    """What naming it has changed for the papers that wait."""
    if not printer.name:
        return tr("This computer has that printer no more.")
    if waiting.here:
        return tr("The printer is named; {n} waiting papers go there.", n=waiting.here)
    if role not in MAIN_ROLES:
        return tr("The spare is named; papers go there where the first printer does not answer.")
    if waiting.elsewhere:
        return tr("The printer is named; {n} papers wait for others.", n=waiting.elsewhere)
    return tr("The printer is named.")


def join_papers(page: PrinterPage, papers: Papers) -> None:
    """What the page wishes is carried out, and how papers stand is shown."""
    page.printer_wanted.connect(papers.name_printer)
    page.test_wanted.connect(papers.test)
    page.again_wanted.connect(papers.again)
    page.retry_wanted.connect(papers.retry)
    page.confirm_wanted.connect(papers.confirm)
    page.cancel_wanted.connect(papers.cancel)
    page.hold_wanted.connect(papers.hold)
    page.release_wanted.connect(papers.release)
    papers.shown.connect(page.show_papers)
