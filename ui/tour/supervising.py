"""When the supervisor comes to the window, and what is done there."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import time
from pathlib import Path

from ui.tour.stage import Stage
from ui.tour.supervisor import Supervisor
from ui.tour.supervisor_catalogue import EntersGuide
from ui.tour.supervisor_day import Runs
from ui.tour.supervisor_large import Enlarges
from ui.tour.supervisor_office import SetsUp
from ui.tour.supervisor_pc import KeepsSafe
from ui.tour.supervisor_reports import Reports

STICK, REPORTS = "stick", "reports"
"""Folders of the backup and of the supervisor's files."""

_LONG = 60.0
"""Seconds."""


class Supervising:
    """Files come into folders of `to`."""

    def __init__(self, stage: Stage, to: Path) -> None:
        self._stage, self._to = stage, to

    def sets_up(self) -> None:
        """The office as its supervisor wants it; then a backup of it."""
        with self._window() as supervisor:
            office = SetsUp(supervisor)
            office.office()
            office.clerks()
            EntersGuide(supervisor).play()
            KeepsSafe(supervisor, self._to / STICK).backup()

    def at(self, moment: time, act: Callable[[Runs], None]) -> None:
        """An act of the day at its time."""
        self._stage.at(moment)
        with self._window() as supervisor:
            act(Runs(supervisor))

    def looks_back(self) -> None:
        """Figures, records, an inspection; the window is locked; all once more in large text."""
        with self._slowly(), self._window() as supervisor:
            Reports(supervisor, self._to / REPORTS).play()
            KeepsSafe(supervisor, self._to / STICK).locks()
            Enlarges(supervisor).play()

    @contextmanager
    def _slowly(self) -> Iterator[None]:
        """What is reckoned beside the window may take its time."""
        patience = self._stage.patience
        usual, patience.deadline = patience.deadline, _LONG
        yield
        patience.deadline = usual

    @contextmanager
    def _window(self) -> Iterator[Supervisor]:
        started = self._stage.open("supervisor")
        supervisor = Supervisor(self._stage, started)
        supervisor.comes()
        yield supervisor
        self._stage.shut(started)
