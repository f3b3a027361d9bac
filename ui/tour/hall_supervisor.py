"""The supervisor of the hall: appointments of other days, and the way to the voice."""

from ui.counter.appointment_form import AppointmentForm
from ui.counter.appointment_page import AppointmentPage
from ui.supervisor.settings.page import SettingsPage
from ui.tour.stage import Stage
from ui.tour.supervisor import Supervisor


class HallSupervisor:
    """At the supervisor's window."""

    def __init__(self, stage: Stage) -> None:
        self._stage, self._words = stage, stage.script.words

    def play(self) -> None:
        """Opened for as long as it takes."""
        started = self._stage.open("supervisor")
        supervisor = Supervisor(self._stage, started)
        supervisor.comes()
        self._appointments(supervisor)
        page = supervisor.opens("Ctrl+0", SettingsPage)
        supervisor.wait(lambda: page.settings.list.rows, "the settings")
        supervisor.picture("voice-way")
        self._stage.shut(started)

    def _appointments(self, supervisor: Supervisor) -> None:
        """Who came today; tomorrow somebody else comes, and then later."""
        words, hands = self._words, self._stage.hands
        page = supervisor.opens("Shift+F5", AppointmentPage)
        supervisor.wait(lambda: page.line, "who has one today")
        supervisor.picture("supervisor-appointments")
        supervisor.press("Shift+F8")
        supervisor.wait(lambda: supervisor.window.strip.text, "the list on paper")
        today = page.day
        supervisor.press("F7")
        supervisor.wait(lambda: page.day != today, "tomorrow")
        supervisor.press("F4")
        supervisor.picks(words["appointment_service"])
        supervisor.sees(AppointmentForm)
        supervisor.type(words["later_name"], "", "", "")
        hands.type(words["later_time"])
        supervisor.picture("supervisor-appointment-new")
        supervisor.press("F8")
        supervisor.wait(lambda: page.line, "the new one")
        self._moves(supervisor, page)

    def _moves(self, supervisor: Supervisor, page: AppointmentPage) -> None:
        supervisor.press("Shift+F11")
        supervisor.press("Enter")
        supervisor.wait(lambda: not supervisor.window.asking.isHidden(), "the question when")
        self._stage.hands.type(self._words["moved_time"])
        supervisor.picture("supervisor-appointment-move")
        supervisor.press("Enter")
        supervisor.wait(lambda: len(page.table.rows) > 1, "the moved one")
        supervisor.picture("supervisor-appointment-moved")
