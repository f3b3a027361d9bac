"""A clerk at a counter: every deed by the keys that the glossary names."""

from collections.abc import Sequence

from app.refusal import Refusal
from ui.counter.answer_page import AnswerPage
from ui.counter.state import CounterState
from ui.counter.window import CounterWindow
from ui.tour.script import Client, Person, Wish
from ui.tour.seated import Seated


class Clerk(Seated):
    """Presses keys and looks at what they bring."""

    @property
    def window(self) -> CounterWindow:
        """The window as it is now: larger text makes another one."""
        window = self._started.window
        assert isinstance(window, CounterWindow)
        return window

    @property
    def state(self) -> CounterState:
        """What the window shows."""
        return self.window.counter.state

    def comes(self) -> None:
        """To the window, which may have stood behind another."""
        self.stage.front(self.window)
        self.wait(lambda: self.state.loaded, "the counter")
        self.settle()

    def rests(self) -> bool:
        """No deed is under way, and no preview is being drawn."""
        return not self.state.busy and self._drawn()

    # -- visits ----------------------------------------------------------------------------------

    def calls_next(self) -> str:
        """F2; gives the label of whoever is called."""
        before = self.state.visit.ticket.id if self.state.visit else ""
        self.press("F2")
        self.wait(lambda: self._other_visit(before), "somebody called")
        self.settle()
        return self.label

    @property
    def label(self) -> str:
        """The number of whoever stands at the counter."""
        return self.state.visit.ticket.label if self.state.visit else ""

    def ends_visit(self) -> None:
        """F12."""
        self.press("F12")
        self.wait(lambda: self.state.visit is None, "the end of the visit")
        self.settle()

    def ends_visit_as(self, outcome: str) -> None:
        """F12; where nothing was recorded it is asked what came of it, and that digit is said."""
        self.press("F12")
        if self.state.visit is not None:
            self.press(outcome)
        self.wait(lambda: self.state.visit is None, "the end of the visit")
        self.settle()

    def identifies(self, person: Person) -> None:
        """The code; for somebody new also the name and what goes with it."""
        if person.kind == "foreigner":
            self.press("Ctrl+2", "Backtab", "Down", "Down", "Enter")
        self.type(person.id)
        self.wait(lambda: self.state.identified, "the applicant")
        self.settle()

    def writes(self, person: Person, representative: Person | None = None) -> None:
        """Who is new: from the name to the representative."""
        about = (person.name,) if person.kind == "legal" else (person.name, person.father)
        self.type(*about, person.mobile)
        if representative is not None:
            self.press("Down")
            self.wait(lambda: self.window.desk.sheet.applicant.representative.new, "a new one")
            self.type("", representative.id, representative.name, representative.proxy)
        else:
            self.press("Enter")

    def settles_papers(self, missing: Sequence[str] = ()) -> None:
        """All are there, but for those that are missing."""
        self.press("Ctrl+3", "F6")
        for title in missing:
            self._goes_to(title)
            self.press("Delete")

    def fills_in(self, wish: Wish) -> None:
        """The sub-service's own fields, to the last one and on to the key that ends it."""
        if self.window.desk.sheet.documents.rows.hasFocus():
            self.press("Enter")
        asked = self.state.entry.sheet.fields if self.state.entry else ()
        self.type(*(wish.details.get(field.title, "") for field in asked), wish.remarks)

    def registers(self) -> str:
        """F8; gives the tracking number."""
        self.press("F8")
        self.wait(lambda: self.state.sheet.registered, "the registration")
        self.settle()
        return self.state.sheet.registered

    def receives(self, picked: str) -> None:
        """F5: somebody without a number, for what is typed into the list."""
        self.press("F5")
        self.type(picked)
        self.wait(lambda: self.state.visit is not None, "somebody without a number")
        self.settle()

    def opens_answer(self) -> None:
        """Ctrl+6."""
        self.press("Ctrl+6")
        self.sees_answer()

    def sees_answer(self) -> None:
        """The answer's page has come up."""
        self.wait(lambda: isinstance(self.window.page, AnswerPage), "the answer's page")
        self.settle()

    def hands_over(self, *keys: str) -> None:
        """The keys that give the answer; the page is left then."""
        self.press(*keys)
        self.wait(lambda: self.window.page is self.window.desk, "the delivery")
        self.settle()

    def serves(self, client: Client) -> str:
        """A whole request, from the code to the receipt."""
        self.identifies(client.person)
        if self.state.person is None or self.state.person.applicant is None:
            self.writes(client.person, client.representative)
        self.settles_papers()
        self.fills_in(client.wishes[0])
        return self.registers()

    def _drawn(self) -> bool:
        page = self.window.page
        return not (isinstance(page, AnswerPage) and page.preview.drawing)

    def _other_visit(self, before: str) -> bool:
        visit = self.state.visit
        return visit is not None and visit.ticket.id != before

    def _goes_to(self, title: str) -> None:
        rows = self.state.checklist.rows if self.state.checklist else ()
        by_hand = [row.title for row in rows if not row.inquiry]
        if title not in by_hand:
            raise Refusal("tour_stopped", step=self.stage.patience.step, what=title)
        self.press("Home", *("Down" for _ in range(by_hand.index(title))))
