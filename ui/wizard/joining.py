"""A PC joins an office: reads the file, asks once, waits for the centre beside the window."""

from collections.abc import Callable
from functools import partial
from threading import Event

from PySide6.QtCore import QObject, Signal

from app.refusal import Refusal
from app.sync.node_file import NodeFile
from ui.frame.problems import Problems
from ui.house import House
from ui.look.theme import Theme
from ui.wizard.errand import Errands
from ui.wizard.join_steps import FileStep, JoinStep
from ui.wizard.step import Step

STEPS = 3
"""The welcome, the file, the question."""


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
        self._step: JoinStep | None = None
        self._stop = Event()
        self._came.connect(self._tell)
        errands.failed.connect(self._rest)

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
        self._step = JoinStep(self._theme, node)
        self._step.forward.connect(partial(self._join, node))
        self._step.stopped.connect(self._give_up)
        self._show(self._step, 3, STEPS)

    def _join(self, node: NodeFile) -> None:
        assert self._step is not None
        self._stop.clear()
        self._step.show_working(working=True)
        join = partial(self._house.join, node, self._hear)
        self._errands.go(join, lambda _: self.joined.emit(), self._not_joined)

    def _give_up(self) -> None:
        assert self._step is not None
        self._stop.set()
        self._step.show_stopping()

    def _not_joined(self, refusal: Refusal) -> None:
        self._rest()
        self._problems.tell(refusal)

    def _rest(self, _: object = None) -> None:
        if self._step is not None:
            self._step.show_working(working=False)

    # -- while it is joined ----------------------------------------------------------------------

    def _hear(self, taken: int, of: int) -> None:
        """On the errand's own thread."""
        if self._stop.is_set():
            raise Refusal("joining_stopped")
        self._came.emit(taken, of)

    def _tell(self, taken: int, of: int) -> None:
        if self._step is not None and self._step.working and not self._stop.is_set():
            self._step.progress.show_taken(taken, of)
