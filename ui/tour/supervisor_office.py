"""The supervisor sets the office up: counters, hours, holidays, clerks."""

from collections.abc import Sequence
from functools import partial

from ui.look.parts.row import Row
from ui.supervisor.office.form_page import FormPage
from ui.supervisor.office.page import OfficePage
from ui.supervisor.office.serves_page import ServesPage
from ui.supervisor.people.form_page import PersonPage
from ui.supervisor.people.page import PeoplePage
from ui.tour.supervisor import Supervisor

_SKILLS = 3
_NEW_COUNTER = "3"


class SetsUp:
    """A third counter with a clerk of its own, shorter hours in autumn, a day that is closed."""

    def __init__(self, supervisor: Supervisor) -> None:
        self._supervisor, self._words = supervisor, supervisor.stage.script.words

    def office(self) -> None:
        """Chapter 7, tab by tab."""
        supervisor = self._supervisor
        page = supervisor.opens("Ctrl+7", OfficePage)
        self._counter(page)
        supervisor.press("2")
        supervisor.picture("office-pcs")
        supervisor.press("3")
        supervisor.picture("office-units")
        supervisor.press("4")
        supervisor.picture("office-classes")
        self._hours()
        self._closures()
        supervisor.press("7")
        supervisor.picture("office-letterhead")

    def _counter(self, page: OfficePage) -> None:
        supervisor = self._supervisor
        supervisor.press("1")
        before = len(page.pane.table.rows)
        supervisor.opens("F2", FormPage)
        supervisor.type(_NEW_COUNTER)
        supervisor.stage.hands.type(self._words["counter_title"])
        supervisor.picture("office-counter-new")
        supervisor.press("F8")
        supervisor.wait(lambda: len(page.pane.table.rows) > before, "the counter")
        supervisor.press("End")
        serves = supervisor.opens("F8", ServesPage)
        for code in self._words["counter_serves"].split():
            stood = list(serves.table.rows)
            supervisor.press("F2")
            supervisor.picks(code)
            supervisor.wait(partial(_grown, serves, stood), "what it serves")
        supervisor.picture("office-serves")
        supervisor.press("Esc")
        supervisor.sees(OfficePage)
        supervisor.picture("office-counters")

    def _hours(self) -> None:
        supervisor = self._supervisor
        supervisor.press("5")
        supervisor.opens("F2", FormPage)
        for part in ("hours_since", "hours_open", "hours_close"):
            supervisor.type(self._words[part])
        supervisor.press("F6")
        supervisor.picture("office-hours-new")
        supervisor.press("F8")
        supervisor.sees(OfficePage)
        supervisor.picture("office-hours")

    def _closures(self) -> None:
        supervisor = self._supervisor
        supervisor.press("6", "F4")
        supervisor.answers(self._words["closed_on"])
        supervisor.press("F2")
        supervisor.answers(self._words["closed_why"])
        supervisor.picture("office-closures")
        supervisor.press("F7")
        supervisor.agrees()

    def clerks(self) -> None:
        """Somebody new with a first password, and what they can do."""
        supervisor = self._supervisor
        page = supervisor.opens("Ctrl+8", PeoplePage)
        supervisor.opens("F4", PersonPage)
        supervisor.type(self._words["clerk_code"], self._words["clerk_name"])
        supervisor.press("Enter", *("Space" for _ in range(_SKILLS)))
        supervisor.picture("clerk-new")
        supervisor.press("F8")
        supervisor.sees(PeoplePage)
        code = self._words["clerk_code"]
        supervisor.wait(lambda: code in [row.key for row in page.people.rows], "the clerk")
        place = [row.key for row in page.people.rows].index(code)
        supervisor.press("Home", *("Down" for _ in range(place)), "F6")
        supervisor.picture("clerk-password-asked")
        supervisor.answers(self._words["first_password"])
        supervisor.wait(lambda: supervisor.window.strip.text, "the password")
        supervisor.picture("clerks-of-the-office")


def _grown(page: ServesPage, stood: Sequence[Row]) -> bool:
    """Whether it serves more than what stood before."""
    return len(page.table.rows) > len(stood)
