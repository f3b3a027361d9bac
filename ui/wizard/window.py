"""The window of the first start: leads through its pages and makes the office at their end."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent

from app.refusal import Refusal
from ui.frame.ask import Ask
from ui.frame.errands import Errands
from ui.frame.keys import Key
from ui.frame.page import Page
from ui.frame.problems import Problems
from ui.frame.window import FrameWindow
from ui.frame.words import tr
from ui.house import House
from ui.look.theme import Theme
from ui.own import Wanted
from ui.wizard.done import DoneStep
from ui.wizard.forms import OfficeStep, PrinterStep, RestoreStep
from ui.wizard.head import WizardHead
from ui.wizard.joining import Joining
from ui.wizard.keeping import NAME, keep_key, key_of, note_seen, print_key
from ui.wizard.key import KeyStep
from ui.wizard.pc import PcStep
from ui.wizard.step import Step
from ui.wizard.summary import SummaryStep
from ui.wizard.welcome import JOIN, RESTORE, SAMPLE, WelcomeStep

KEYS = (
    Key(combo="Enter", name="Next field", does="Leads through the fields, then to the next page"),
    Key(combo="F8", name="Go on", does="Goes to the next page"),
    Key(combo="F4", name="Choose a file", does="Looks for the file of the centre's administrator"),
    Key(combo="F7", name="Keep in a file", does="Writes the recovery key as a file to print later"),
    Key(combo="Esc", name="Back", does="Goes back one page; nothing typed is lost"),
    Key(combo="F1", name="Help for this page", does="Shows these keys"),
)

_STEPS = 7


class WizardWindow(FrameWindow):
    """`ready` says that the data stand and this PC's window may come. With a `key` the office was
    made before, and only the recovery key is still to be taken to paper.
    """

    ready = Signal()

    def __init__(self, theme: Theme, house: House, problems: Problems, *, key: str = "") -> None:
        self._head = WizardHead(theme)
        super().__init__(theme, KEYS, self._head)
        self.setWindowTitle(tr("Setting up Bajeh"))
        self.status.hide()
        self._house, self._problems = house, problems
        self._wanted = Wanted()
        self._places: dict[Step, tuple[int, int]] = {}
        self._errands, self._asking_printers, self._keeping = (Errands(self) for _ in range(3))
        self._printers = PrinterStep(theme)
        self._office, self._pc = OfficeStep(theme), PcStep(theme)
        self._summary = SummaryStep(theme)
        self._joining = Joining(theme, house, problems, self._errands, self._step)
        self._join()
        self._join_steps()
        if key:
            self._show_key(key)
        else:
            self._welcome()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Not while the office is being made, or its key goes to paper."""
        if self._errands.busy or self._keeping.busy:
            event.ignore()
        else:
            super().closeEvent(event)

    # -- joining ---------------------------------------------------------------------------------

    def _join(self) -> None:
        self._problems.told.connect(self.refuse)
        for errands in (self._errands, self._asking_printers, self._keeping):
            errands.refused.connect(self._problems.tell)
            errands.failed.connect(self._problems.tell_bug)
        self._errands.failed.connect(lambda _: self._summary.show_making(making=False))

    def _join_steps(self) -> None:
        self._office.forward.connect(partial(self._read, self._office))
        self._pc.forward.connect(partial(self._read, self._pc))
        self._printers.forward.connect(partial(self._read, self._printers))
        self._summary.forward.connect(self._make)
        self._joining.joined.connect(self.ready)

    # -- from page to page -----------------------------------------------------------------------

    def _welcome(self) -> None:
        welcome = WelcomeStep(self.theme)
        welcome.chosen.connect(self._begin)
        self._asking_printers.go(self._house.printers, self._printers.show_found)
        self._step(welcome, 1)

    def _begin(self, way: str) -> None:
        if way == JOIN:
            self._joining.begin()
            return
        self._wanted = Wanted(sample=way == SAMPLE)
        if way == RESTORE:
            step = RestoreStep(self.theme)
            step.forward.connect(partial(self._restore, step))
            self._step(step, 2)
        else:
            self._step(*((self._printers, 4) if way == SAMPLE else (self._office, 2)))

    def _read(self, step: OfficeStep | PcStep | PrinterStep) -> None:
        try:
            self._wanted = step.read(self._wanted)
        except Refusal as refusal:
            self._problems.tell(refusal)
            step.field_of(refusal.code).setFocus()
            return
        if step is self._office:
            self._step(self._pc, 3)
        elif step is self._pc:
            self._step(self._printers, 4)
        else:
            self._summary.show_wanted(self._wanted)
            self._step(self._summary, 5)

    def _make(self) -> None:
        self._summary.show_making(making=True)
        wanted = self._wanted
        self._errands.go(partial(self._house.set_up, wanted), self._made, self._not_made)

    def _made(self, _: None) -> None:
        self._errands.go(partial(key_of, self._house), self._show_key)

    def _not_made(self, refusal: Refusal) -> None:
        self._summary.show_making(making=False)
        self._problems.tell(refusal)

    def _restore(self, step: RestoreStep) -> None:
        if not self._errands.busy:
            self.tell(tr("The backup is being opened"))
        self._errands.go(
            partial(self._house.restore, step.file.value(), step.key.value()), self._done
        )

    # -- the recovery key ------------------------------------------------------------------------

    def _show_key(self, key: str) -> None:
        step = KeyStep(self.theme, key)
        step.printed.connect(self._print)
        step.kept.connect(self._ask_file)
        step.forward.connect(partial(self._check, step))
        self._step(step, 6)

    def _print(self) -> None:
        told = partial(self._told, tr("The recovery key was sent to the printer."))
        self._keeping.go(partial(print_key, self._house), told)

    def _ask_file(self) -> None:
        question = tr("Which file is the recovery key to be kept in?")
        given = str(Path.home() / f"{NAME}.pdf")
        self.ask(Ask(question=question, kind="path", given=given), self._keep)

    def _keep(self, file: str) -> None:
        told = partial(self._told, tr("The recovery key was kept in the file {path}.", path=file))
        self._keeping.go(partial(keep_key, self._house, file), told)

    def _told(self, text: str, _: None) -> None:
        self.tell(text)

    def _check(self, step: KeyStep) -> None:
        try:
            step.check()
        except Refusal as refusal:
            self._problems.tell(refusal)
        else:
            self._errands.go(partial(note_seen, self._house), self._done)

    def _done(self, _: None) -> None:
        step = DoneStep(self.theme)
        step.forward.connect(self.ready)
        self._step(step, 7)

    def _step(self, step: Step, place: int, steps: int = _STEPS) -> None:
        self._places[step] = place, steps
        self.go(step)

    def go(self, page: Page) -> None:
        """The head says how far one has come."""
        if isinstance(page, Step):
            place, steps = self._places[page]
            self._head.show_step(tr("Step {n} of {all}", n=place, all=steps))
        super().go(page)
