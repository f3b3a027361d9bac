"""A PC joins an office: reads the file, asks once, waits for the centre beside the window."""

from collections.abc import Callable
from functools import partial
from threading import Event

from PySide6.QtCore import QObject, Signal

from app.refusal import Refusal
from app.sync.node_file import NodeFile
from ui.frame.errands import Errands
from ui.frame.problems import Problems
from ui.house import House
from ui.look.theme import Theme
from ui.wizard.join_steps import FileStep, JoinStep, WaitStep
from ui.wizard.step import Step

STEPS = 3
"""The welcome, the file, the question and what comes of it."""


class Joining(QObject):
    """Shows its pages through `show` with their places; `joined` says that this PC's window may
    come.
    """

    joined = Signal()

    _came = Signal(int, int)

    def __init__(
        self,
        theme: Theme,
        house: House,
        problems: Problems,
        errands: Errands,
        show: Callable[[Step, int, int], None],
    ) -> None:
        super().__init__()
        self._theme, self._house, self._problems = theme, house, problems
        self._errands, self._show = errands, show
        self._file = FileStep(theme)
        self._file.forward.connect(self._read)
        self._question: JoinStep | None = None
        self._wait: WaitStep | None = None
        self._stop = Event()
        self._came.connect(self._tell)
        errands.failed.connect(self._failed)

    def begin(self) -> None:
        """Asks for the file."""
        self._show(self._file, 2, STEPS)

    # -- the file --------------------------------------------------------------------------------

    def _read(self) -> None:
        said = self._file.said()
        self._errands.go(partial(self._house.node_file, said), self._ask, self._not_read)

    def _not_read(self, refusal: Refusal) -> None:
        self._problems.tell(refusal)
        self._file.enter()

    # -- the question ----------------------------------------------------------------------------

    def _ask(self, node: NodeFile) -> None:
        self._question = JoinStep(self._theme, node)
        self._question.forward.connect(partial(self._join, node))
        self._back_to_question()

    def _join(self, node: NodeFile) -> None:
        if self._errands.busy or self._question is None:
            return
        try:
            pin = self._question.read()
        except Refusal as refusal:
            self._problems.tell(refusal)
            self._question.enter()
            return
        self._stop.clear()
        self._wait = WaitStep(self._theme, node)
        self._wait.stopped.connect(self._stop.set)
        self._show(self._wait, 3, STEPS)
        join = partial(self._house.join, node, pin, self._hear)
        self._errands.go(join, lambda _: self.joined.emit(), self._not_joined)

    def _not_joined(self, refusal: Refusal) -> None:
        self._back_to_question()
        self._problems.tell(refusal)

    def _back_to_question(self) -> None:
        if self._question is not None:
            self._show(self._question, 3, STEPS)

    # -- while it is joined ----------------------------------------------------------------------

    def _hear(self, taken: int, of: int) -> None:
        """On the errand's own thread."""
        if self._stop.is_set():
            raise Refusal("joining_stopped")
        self._came.emit(taken, of)

    def _tell(self, taken: int, of: int) -> None:
        if self._wait is not None:
            self._wait.show_taken(taken, of)

    def _failed(self, _: object) -> None:
        """A bug; it is told already."""
        if self._wait is not None:
            self._back_to_question()
