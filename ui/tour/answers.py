"""Those who come for an answer, come back, are sent on, or telephone."""

from collections.abc import Mapping

from ui.counter.answer_page import AnswerPage
from ui.tour.at_the_kiosk import AtTheKiosk
from ui.tour.clerk import Clerk
from ui.tour.script import Before, Client
from ui.tour.stage import Stage


class Answers:
    """`trackings` are those of earlier days, by story."""

    def __init__(self, clerk: Clerk, kiosk: AtTheKiosk, trackings: Mapping[str, str]) -> None:
        self._clerk, self._kiosk, self._trackings = clerk, kiosk, trackings
        self._stage: Stage = clerk.stage

    def collected(self) -> None:
        """A number for the answer; it is handed over against the receipt."""
        clerk = self._clerk
        self._kiosk.collects("ready", self._trackings["ready"])
        clerk.comes()
        clerk.calls_next()
        clerk.sees_answer()
        clerk.large_picture("answer-to-hand-over")
        clerk.press("Space")
        clerk.picture("answer-receipt-taken")
        clerk.hands_over("Enter")
        clerk.picture("answer-handed-over")
        clerk.ends_visit()

    def asked_about(self) -> None:
        """How it stands, at the kiosk, without a number."""
        before = self._before("today")
        self._kiosk.asks_about(self._trackings["today"], before.person.id[-4:])
        self._clerk.comes()

    def came_back(self, client: Client, token: str) -> None:
        """With the slip and what was missing: no new wait."""
        clerk = self._clerk
        self._kiosk.comes_back("returned", token)
        clerk.comes()
        clerk.calls_next()
        clerk.wait(lambda: clerk.state.identified, "who the slip was written for")
        clerk.settle()
        clerk.picture("returned-called")
        clerk.settles_papers()
        clerk.fills_in(client.wishes[0])
        clerk.registers()
        clerk.picture("returned-registered")
        clerk.ends_visit()

    def lost_receipt(self) -> None:
        """Against an identity document, and the reason why."""
        clerk, before = self._clerk, self._before("lost")
        clerk.press("F5")
        clerk.large_picture("without-a-number", "F5", away="Esc")
        clerk.press("Esc")
        clerk.receives(before.wish.service)
        clerk.identifies(before.person)
        clerk.large_picture("visit-answer-ready")
        clerk.opens_answer()
        clerk.press("F8")
        clerk.picture("answer-lost-receipt")
        clerk.type(clerk.stage.script.words["lost_receipt"])
        clerk.picture("answer-identity-seen")
        clerk.hands_over("Enter")
        clerk.ends_visit()

    def result_back(self) -> None:
        """The units are done: the answer is written by four keys, and handed over."""
        clerk, before = self._clerk, self._before("result_back")
        clerk.receives(before.wish.service)
        clerk.identifies(before.person)
        clerk.opens_answer()
        clerk.large_picture("answer-ready-texts", "Ctrl+6")
        clerk.press("Enter")
        clerk.large_picture("answer-written", "Ctrl+6")
        clerk.press("F8")
        page = clerk.window.page
        assert isinstance(page, AnswerPage)
        clerk.wait(lambda: not page.writing, "the answer")
        clerk.picture("answer-prepared")
        clerk.press("Space")
        clerk.hands_over("Ctrl+P")
        clerk.ends_visit()

    def telephone(self) -> None:
        """Guidance by telephone."""
        clerk = self._clerk
        clerk.press("F5", "Down", "Enter")
        clerk.wait(lambda: clerk.state.visit is not None, "the call")
        clerk.picture("telephone")
        clerk.ends_visit()

    def sent_on(self, client: Client) -> None:
        """Counter 2 takes over, without a new wait."""
        started = self._stage.open("counter:2")
        other = Clerk(self._stage, started)
        other.comes()
        other.picture("counter-2")
        other.calls_next()
        other.serves(client)
        other.picture("counter-2-registered")
        other.ends_visit()
        self._stage.shut(started)
        self._clerk.comes()

    def _before(self, story: str) -> Before:
        return next(each for each in self._stage.script.before if each.story == story)
