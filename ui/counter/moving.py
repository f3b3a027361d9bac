"""An appointment moves: to which day, at which time."""

from collections.abc import Callable
from datetime import date
from functools import partial

from app.deeds.appointment import move_appointment
from app.folds.appointment import Appointment
from app.persian import format_date, format_time, parse_date
from app.ports import Work
from app.refusal import Refusal
from app.showing.appointment import AppointmentLine
from app.week import parse_time
from ui.frame.ask import Ask
from ui.frame.door import Door
from ui.frame.problems import Problems
from ui.frame.window import FrameWindow
from ui.frame.words import tr

Then = Callable[[Appointment], None]


class Moving:
    """Asks, and does it."""

    def __init__(self, door: Door, window: FrameWindow, problems: Problems) -> None:
        self._door, self._window, self._problems = door, window, problems

    def begin(self, day: date, line: AppointmentLine, then: Then) -> None:
        """From that day; what stands now is offered. `then` hears of the new one."""
        question = tr("To which day does the appointment of {name} move?", name=line.name)
        asked = Ask(question=question, kind="text", given=format_date(day))
        self._window.ask(asked, partial(self._ask_hour, day, line, then))

    def _ask_hour(self, day: date, line: AppointmentLine, then: Then, typed: str) -> None:
        try:
            to = parse_date(typed)
        except Refusal as refusal:
            self._problems.tell(refusal)
            return
        question = tr("At what time on {day}?", day=format_date(to))
        asked = Ask(question=question, kind="text", given=format_time(line.at))
        self._window.ask(asked, partial(self._move, day, line, then, to))

    def _move(self, day: date, line: AppointmentLine, then: Then, to: date, typed: str) -> None:
        try:
            hour = parse_time(typed)
        except Refusal as refusal:
            self._problems.tell(refusal)
            return
        reason = tr("moved")

        def move(work: Work) -> Appointment:
            return move_appointment(work, day, line.id, to, hour, reason)

        self._door.do(move, then)
