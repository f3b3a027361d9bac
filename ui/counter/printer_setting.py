"""What a printer of this PC is: looked up, kept, and asked of the printer itself."""

from collections.abc import Callable
from threading import Thread
from typing import Protocol

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.deeds.spool import printers_of, set_printers
from app.ports import Transport, Work
from app.printer import Printer, Proof
from app.proving import Asked, ask_printer
from app.refusal import Refusal
from app.spooling.printer_check import checked
from app.spooling.printers import Printers, Role
from ui.counter.printer_record_page import PrinterRecordPage
from ui.frame.ask import Ask
from ui.frame.door import Door
from ui.frame.paper_words import role_name
from ui.frame.printer_words import condition_words
from ui.frame.speaker import Speaker
from ui.frame.words import tr
from ui.words import Words


class Roads(Protocol):
    """Finds the road to a printer."""

    def __call__(self, name: str | Printer, *, raw: bool, job: str) -> Transport:
        """By the printer, or its name."""


def no_road(name: str | Printer, *, raw: bool, job: str) -> Transport:
    """Where nobody can be asked."""
    del raw, job
    raise Refusal("printer_unknown", printer=name if isinstance(name, str) else name.name)


class PrinterSetting(QObject):
    """`opened` gives a role and all printers of the PC, `shown` the same after they were kept,
    `kept` says that they have changed, `proof` gives a role and what its printer could prove. A
    printer may take seconds to answer: it is asked on a thread of its own.
    """

    opened = Signal(str, object)
    shown = Signal(str, object)
    kept = Signal()
    proof = Signal(str, str)
    _asked = Signal(str, object)

    def __init__(self, door: Door, speaker: Speaker, roads: Roads) -> None:
        super().__init__()
        self._door, self._speaker, self._roads = door, speaker, roads
        self._asked.connect(self._tell)

    def open(self, role: Role) -> None:
        """Looks a printer up."""
        self._door.look(
            printers_of, lambda printers: self.opened.emit(role, printers), topic="printer"
        )

    def keep(
        self,
        role: Role,
        printer: Printer,
        to_page: bool,  # noqa: FBT001 - a slot
        then: Callable[[], object] | None = None,
    ) -> None:
        """From now on it is so; what waits goes there."""

        def deed(work: Work) -> Printers:
            named = printers_of(work).having(role, checked(printer))
            printers = replace(named, roll_to_page=to_page)
            set_printers(work, printers)
            return printers

        def done(printers: Printers) -> None:
            self._speaker.tell(tr("The settings are kept. F6 prints a trial to compare with."))
            self.shown.emit(role, printers)
            self.kept.emit()
            if then:
                then()

        self._door.do(deed, done)

    def leave(
        self,
        role: Role,
        printer: Printer,
        to_page: bool,  # noqa: FBT001 - a slot
        leave: Callable[[], object],
    ) -> None:
        """Something was changed and not kept: is it to be? Then the page is left."""
        choices = (("keep", tr("Keep it")), ("drop", tr("Drop it")))
        question = tr("The changed settings of {printer} are not kept.", printer=role_name(role))

        def chosen(choice: str) -> None:
            if choice == "keep":
                self.keep(role, printer, to_page, leave)
            else:
                leave()

        self._speaker.ask(Ask(question=question, kind="choice", choices=choices), chosen)

    def ask(self, role: Role, printer: Printer) -> None:
        """How does it stand, and what can it prove?"""
        self._speaker.tell(tr("The printer is being asked; this takes some seconds."))
        Thread(target=self._ask, args=(role, printer), name="ask", daemon=True).start()

    # -- how -------------------------------------------------------------------------------------

    def _ask(self, role: Role, printer: Printer) -> None:
        told: Asked | Refusal
        try:
            told = ask_printer(printer, lambda one: self._roads(one, raw=True, job="ask"))
        except Refusal as refusal:
            told = refusal
        self._asked.emit(role, told)

    def _tell(self, role: Role, told: Asked | Refusal) -> None:
        if isinstance(told, Refusal):
            self._speaker.refuse(Words().refusal(told))
            return
        self._speaker.tell(f"{condition_words(told.condition)} {_proof_words(told.proof)}")
        self.proof.emit(role, told.proof)


def _proof_words(proof: Proof) -> str:
    words: dict[Proof, str] = {
        "none": tr("It can prove nothing."),
        "status": tr("It can prove a print by its status."),
        "process": tr("It can prove a print by the job's number."),
    }
    return words[proof]


def join_setting(
    page: PrinterRecordPage, setting: PrinterSetting, test: Callable[[Role], None]
) -> None:
    """What the page wishes is carried out; `test` prints a trial."""
    page.keep_wanted.connect(setting.keep)
    page.unkept.connect(
        lambda role, printer, to_page: setting.leave(role, printer, to_page, page.leave.emit)
    )
    page.ask_wanted.connect(setting.ask)
    page.test_wanted.connect(test)
    setting.shown.connect(page.show_record)
    setting.proof.connect(page.take_proof)
