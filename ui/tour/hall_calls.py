"""The calls of the morning: each at its counter by keys, each read on the wall by an eye."""

from app.showing.hall import Resting
from ui.counter.appointment_page import AppointmentPage
from ui.frame.words import tr
from ui.hall.said import label_said, resting_said
from ui.tour.clerk import Clerk
from ui.tour.hall_office import COUNTERS, WATCHED, HallOffice

_OTHERS = tuple(number for number in COUNTERS if number != WATCHED)


class HallCalls:
    """What a clerk can do with a call, one after another."""

    def __init__(self, office: HallOffice) -> None:
        self._office, self._stage, self._script = office, office.stage, office.script
        self._display, self._board = office.display, office.board
        self._aside = ""

    def before_anybody_comes(self) -> None:
        """An empty hall; by telephone somebody agrees on a time."""
        self._display.shows(tr("Nobody has been called yet"))
        self._display.picture("display-before")
        self._board.picture("board-free")
        self._agrees()

    def play(self) -> None:
        """From the first call to the display full of calls."""
        self._all_call()
        self._not_come()
        self._appointment()
        self._held()
        self._transferred()
        self._rests()
        self._comes_back()

    # -- an appointment --------------------------------------------------------------------------

    def _agrees(self) -> None:
        clerk, words = self._clerk("1"), self._script.words
        page = self._appointments(clerk)
        clerk.picture("appointments-none")
        clerk.press("F4")
        clerk.type(words["appointment_service"])
        clerk.type(words["appointment_name"], words["appointment_code"])
        clerk.type(words["appointment_mobile"], "", words["appointment_time"])
        clerk.stage.hands.type(words["appointment_note"])
        clerk.picture("appointment-new")
        clerk.press("F8")
        clerk.wait(lambda: page.line, "the appointment")
        clerk.picture("appointment-recorded")
        clerk.press("Esc")

    def _appointment(self) -> None:
        """Whoever has one comes, and is called in the turn that was agreed."""
        clerk = self._clerk("1")
        page = self._appointments(clerk)
        clerk.press("F8")
        clerk.wait(lambda: page.line and page.line.label, "the number")
        assert page.line is not None
        label = page.line.label
        clerk.picture("appointment-here")
        clerk.press("Esc")
        self._until_called(clerk, label)
        clerk.press("Shift+F6")
        clerk.picture("why-appointment")

    def _appointments(self, clerk: Clerk) -> AppointmentPage:
        clerk.press("Shift+F5")
        clerk.wait(lambda: isinstance(clerk.window.page, AppointmentPage), "the appointments")
        page = clerk.window.page
        assert isinstance(page, AppointmentPage)
        return page

    # -- calls -----------------------------------------------------------------------------------

    def _all_call(self) -> None:
        for number in COUNTERS:
            self._office.calls(number)
            self._stage.later(1)
        self._display.picture("display-four-calls")
        watched = self._clerk(WATCHED)
        watched.press("Shift+F3")
        self._board.shows(tr("Serving now"), label_said(watched.label))
        self._board.picture("board-serving")

    def _not_come(self) -> None:
        """Called again, given up, taken back within ten seconds."""
        clerk = self._clerk("1")
        clerk.press("F3")
        self._office.calls("1", clerk.label)
        self._display.picture("display-again")
        clerk.comes()
        clerk.press("F4")
        clerk.wait(lambda: clerk.state.undoable, "the no-show")
        clerk.picture("not-come")
        clerk.press("F4")
        clerk.wait(lambda: not clerk.state.undoable, "the no-show taken back")
        clerk.picture("not-come-taken-back")

    def _held(self) -> None:
        clerk = self._clerk("2")
        self._aside = clerk.label
        clerk.press("F11")
        clerk.picture("hold")
        clerk.press("Enter")
        clerk.wait(lambda: clerk.state.visit is None, "the hold")
        clerk.picture("held-aside")

    def _transferred(self) -> None:
        """From counter 3 to counter 4, which says why it has called."""
        clerk, label = self._clerk("3"), self._office.clerks["3"].label
        clerk.press("Shift+F11")
        clerk.picture("send-to")
        clerk.type("4")
        clerk.wait(lambda: not clerk.window.asking.isHidden(), "the question what comes after")
        clerk.picture("send-and-then")
        clerk.press("1")
        clerk.wait(lambda: clerk.state.visit is None, "the transfer")
        other = self._clerk("4")
        other.ends_visit_as("1")
        self._until_called(other, label)
        other.press("Shift+F6")
        other.picture("why-sent")

    def _rests(self) -> None:
        """The wall says where to go instead."""
        clerk = self._clerk(WATCHED)
        clerk.press("Shift+F7")
        clerk.picture("rest-asked")
        clerk.press("1")
        clerk.wait(lambda: clerk.state.paused, "the rest")
        clerk.picture("resting")
        resting = resting_said(Resting(counter=WATCHED, others=_OTHERS))
        self._board.shows(resting)
        self._display.shows(resting)
        self._board.picture("board-resting")
        self._display.picture("display-resting")
        clerk.comes()
        clerk.press("Shift+F7")
        clerk.wait(lambda: not clerk.state.paused, "the counter open again")

    def _comes_back(self) -> None:
        """Who was held is called first once the time is over."""
        self._stage.later(16)
        label = self._office.calls(WATCHED)
        clerk = self._office.clerks[WATCHED]
        clerk.wait(lambda: label == self._aside, "who was held, first")
        clerk.press("Shift+F6")
        clerk.picture("why-held")
        self._stage.later(1)
        self._office.calls("3")
        self._display.picture("display-busy")

    # -- how -------------------------------------------------------------------------------------

    def _until_called(self, clerk: Clerk, label: str) -> None:
        """Whoever comes before is told what they came to ask."""
        while clerk.calls_next() != label:
            self._stage.later(1)
            clerk.ends_visit_as("1")
        self._display.shows(label_said(label))
        clerk.comes()

    def _clerk(self, number: str) -> Clerk:
        clerk = self._office.clerks[number]
        clerk.comes()
        return clerk
