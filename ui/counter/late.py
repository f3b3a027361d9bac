"""Somebody who was called, did not come, and stands here after all."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.deeds.call import call_chosen, undo_no_show
from app.folds.ticket import Ticket
from app.ports import Work
from app.showing.absent import Absent, absent
from ui.counter.central_calls import CentralCalls
from ui.counter.counter import Counter
from ui.frame.ask import Ask
from ui.frame.speaker import Speaker
from ui.frame.words import tr


class Late(QObject):
    """Brings a no-show back, within the office's rule without a word, later for a reason; and calls
    it at once where the counter is free.
    """

    def __init__(
        self,
        counter: Counter,
        speaker: Speaker,
        central: CentralCalls,
        *,
        told: Callable[[Ticket], None],
    ) -> None:
        super().__init__()
        self._counter, self._speaker, self._central = counter, speaker, central
        self._told = told

    def unless(self, label: str, then: Callable[[], None]) -> None:
        """Asks for the no-show of that label, or that id; goes on where there is none."""

        def found(late: Absent | None) -> None:
            if late is None:
                then()
            else:
                self._ask(late)

        self._counter.door.look(lambda look: absent(look, label), found, awaited=True)

    # -- how -------------------------------------------------------------------------------------

    def _ask(self, late: Absent) -> None:
        if not late.late:
            self._restore(late, "")
            return
        question = tr(
            "{n} were called after {label}; the rule allows {most}. Why does it come back?",
            n=late.n,
            label=late.label,
            most=late.most,
        )
        self._speaker.ask(Ask(question=question, kind="text"), lambda why: self._restore(late, why))

    def _restore(self, late: Absent, reason: str) -> None:
        state = self._counter.state
        free = state.visit is None and not state.asking and state.paused is None
        here = free and (state.by_paper or not self._central.arbitrates)
        number, why = state.number, reason or tr("Came late, within the rule")

        def bring_back(work: Work) -> Ticket:
            back = undo_no_show(work, late.ticket, reason=reason)
            return call_chosen(work, number, back.id, why) if here else back

        def then(back: Ticket) -> None:
            if here:
                self._told(back)
            elif free:
                self._central.choose(back.id, why, lambda: self._say_back(back))
            else:
                self._say_back(back)

        self._counter.undoable("", "")
        self._counter.do(bring_back, then)

    def _say_back(self, back: Ticket) -> None:
        said = tr("{label} is back in the queue, at the old place.", label=back.label)
        self._speaker.tell(said)
