"""The counter's window: joins what is shown, what is asked and what is done."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QTimer, SignalInstance
from PySide6.QtGui import QCloseEvent

from app.ports import Clock
from app.showing.sync import SyncState
from ui.counter.acts import natural_act, waits_for_field, why_not
from ui.counter.answer_page import AnswerPage
from ui.counter.beside import Beside
from ui.counter.calling import Calling
from ui.counter.central_calls import Centre
from ui.counter.counter import Counter
from ui.counter.deferring import Deferring
from ui.counter.desk_page import DeskPage
from ui.counter.foot import show_foot
from ui.counter.giving import Giving
from ui.counter.head import Head
from ui.counter.identifying import Identifying
from ui.counter.keys import COUNTER_KEYS
from ui.counter.kiosk_news import KioskNews
from ui.counter.printer_setting import Roads, no_road
from ui.counter.reader import Reader
from ui.counter.reading import Reading
from ui.counter.receipt_words import tell_receipt
from ui.counter.registering import Registering
from ui.counter.renderer import Press
from ui.counter.reprinting import Reprinting
from ui.counter.resting import Resting
from ui.counter.scanning import Scanning, is_code_of_ours
from ui.counter.sending import Sending
from ui.counter.sheet import SheetBody
from ui.counter.side import Side
from ui.counter.visit_lines import called_elsewhere
from ui.frame.door import Door
from ui.frame.other_window import OTHER, Other
from ui.frame.problems import Problems
from ui.frame.sign_in import SignIn
from ui.frame.sync_words import new_alarm
from ui.frame.waiting_words import night_said
from ui.frame.window_words import day_and_time
from ui.frame.words import tr
from ui.frame.worked_window import WorkedWindow
from ui.look.theme import Theme

_WARMING = (150, 250)
"""Milliseconds after which what the first client will need is made, part by part."""

_PLACES = ("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5")
_ON_THE_SHEET = ("F6", "F7", "F8", "Shift+F8")
"""What is done to the sheet is done with the sheet in sight."""


class CounterWindow(WorkedWindow):
    """One counter, from the first number of the morning to the last paper. Who made the door lets
    `problems` hear what it refuses. What is half done is kept in the store, so that a window made
    `anew` goes on where the old one stood, and says nothing of it.
    """

    def __init__(
        self,
        theme: Theme,
        door: Door,
        problems: Problems,
        press: Press,
        *,
        number: str,
        clock: Clock,
        printers: Callable[[], Sequence[str]] = tuple,
        roads: Roads = no_road,
        first: Reading | None = None,
        anew: bool = False,
    ) -> None:
        self.head = Head(theme)
        self._anew = anew
        self._warned: tuple[str, ...] = ()
        self._overnight = 0
        self._problems = problems
        super().__init__(theme, COUNTER_KEYS, door, problems, self.head)
        self.setWindowTitle(tr("Counter {n}", n=number))
        self.counter = Counter(door, number, clock, parent=self)
        self.calling = Calling(self.counter, self)
        self.sending = Sending(self.counter, self)
        self.resting = Resting(self.counter, self)
        self.giving = Giving(self.counter, self)
        self.identifying = Identifying(self.counter)
        self.registering = Registering(self.counter, self, self.identifying)
        self.deferring = Deferring(self.counter, self)
        self.reprinting = Reprinting(self.counter, self)
        self.signing = SignIn(self, door, f"counter:{number}")
        self.beside = Beside(self, door, problems, press, printers, roads, number, self.signing)
        self.answering = self.beside.answering
        self.other = Other(self, door, "supervisor")
        self.other.wanted.connect(partial(self._make_anew, self.other_wanted))
        self.scanning = Scanning(door)
        KioskNews(door, self, self)
        self.desk = DeskPage(theme, self.counter.state)
        self._join()
        self._join_panes()
        self._join_pages()
        self._name_deeds()
        self.begin_to_tick()
        self.go(self.desk)
        self.counter.begin(first)
        for pause in _WARMING:
            QTimer.singleShot(pause, self.desk.warm)

    @property
    def answer(self) -> AnswerPage:
        """The answer's page."""
        return self.beside.answer

    # -- joining ---------------------------------------------------------------------------------

    def _join(self) -> None:
        self.counter.changed.connect(self._show)
        self.counter.arrived.connect(self._arrive)
        self.counter.too_soon.connect(self._say_too_soon)

    def _join_panes(self) -> None:
        desk = self.desk
        desk.sheet_made.connect(self._join_sheet)
        desk.side_made.connect(self._join_side)
        desk.queue.chosen.connect(self.calling.choose)
        desk.queue.why_wanted.connect(self.calling.why)
        desk.idle.scanned.connect(self.scanning.take)
        desk.idle.pressed.connect(self.press)
        self.head.sheet_wanted.connect(lambda: self.press("Ctrl+4"))
        self.head.clerk_wanted.connect(lambda: self.press("Ctrl+0"))

    def _join_sheet(self, sheet: SheetBody) -> None:
        for touched in (sheet.edited, sheet.detailed, sheet.marked):
            touched.connect(self.calling.begin)
        sheet.edited.connect(self._edit)
        sheet.detailed.connect(self.counter.detail)
        sheet.marked.connect(self.counter.mark)
        sheet.code_entered.connect(self._code_entered)
        sheet.refused.connect(self._problems.tell)
        sheet.finished.connect(self._finish)
        sheet.came_to.connect(self.counter.stand_at)
        self.identifying.known.connect(sheet.applicant_known)
        self.identifying.resumed.connect(sheet.go_on)
        self.registering.registered.connect(sheet.registered.setFocus)
        self.identifying.wrong_code.connect(sheet.code_wrong)
        self.reader = Reader(sheet.applicant.code.line, sheet.documents.rows, sheet.registered)
        self.reader.read.connect(self.scanning.take)
        self.reader.typed_over.connect(self._code_entered)

    def _join_side(self, side: Side) -> None:
        side.again.connect(self.reprinting.again)
        side.person_wanted.connect(self._open_of_person)

    def _join_pages(self) -> None:
        scanning, beside = self.scanning, self.beside
        self.answering.given.connect(self.counter.refresh)
        scanning.receipt.connect(lambda tracking: self._open_answer(tracking, scanned=True))
        scanning.slip.connect(self.calling.redeem)
        scanning.request.connect(beside.request)
        scanning.seen.connect(partial(tell_receipt, self))
        scanning.label.connect(self.calling.show_number)
        scanning.unknown.connect(beside.search)
        beside.answer_wanted.connect(self._want_answer)
        beside.called.connect(self.calling.choose)
        beside.redeemed.connect(self.calling.redeem)
        self.signing.changed.connect(self.counter.refresh)
        beside.papers_changed.connect(self.counter.read_papers)
        self.desk.queue.ready_wanted.connect(lambda: beside.due("ready"))
        self.desk.duties.wanted.connect(beside.due)

    def _name_deeds(self) -> None:
        deeds: dict[str, Callable[[], None]] = {
            "F2": self.calling.next_person,
            "Shift+F2": self.calling.choose,
            "F3": self.calling.again,
            "Shift+F3": self.calling.arrived,
            "F4": self.calling.did_not_come,
            "Shift+F4": self.sending.send_back,
            "F5": self.calling.without_number,
            "Shift+F5": self.beside.appointments,
            "Shift+F6": self.calling.why,
            "Shift+F7": self.resting.turn,
            "F6": self._mark_all,
            "F7": self.deferring.slip,
            "F8": self._register,
            "Shift+F8": self.registering.next_request,
            "F10": self.giving.give,
            "F11": self.sending.hold,
            "Shift+F11": self.sending.transfer,
            "F12": self.calling.end_visit,
            "Shift+F12": self.deferring.refer,
            "F9": self.beside.search,
            "Shift+F9": self._offer_forms,
            "Ctrl+6": self._answer,
            "Ctrl+7": self.beside.day,
            "Ctrl+8": self.beside.due,
            "Ctrl+9": self.beside.papers,
            "Ctrl+0": self.beside.clerk,
            "Ctrl++": partial(self._make_anew, self.scale_wanted),
            "Shift+F1": partial(self._make_anew, self.contrast_wanted),
            OTHER: self.other.go,
        }
        for combo, deed in deeds.items():
            self.on(combo, partial(self._do, combo, deed))
        for combo in _PLACES:
            self.on(combo, partial(self._go_to, combo))

    def _offer_forms(self) -> None:
        entry = self.counter.state.entry
        self.beside.sheets(entry.id if entry else "")

    def printed(self) -> None:
        """A printer has told how it stands; papers are no events."""
        self.counter.read_papers()
        self.beside.printed()

    # -- showing ---------------------------------------------------------------------------------

    def _show(self) -> None:
        state = self.counter.state
        self.head.show_state(state)
        self.desk.show_state(state)
        self.beside.show_keys_around(self.desk.around())
        self.beside.show_jobs(state.jobs)
        self._show_foot()
        self.say_standing()
        self._warn()

    def _warn(self) -> None:
        """Once of every counter that turns out to have the same client."""
        state = self.counter.state
        others = state.visit.elsewhere(state.number) if state.visit else ()
        new = [other for other in others if other not in self._warned]
        self._warned = others
        if new:
            self.tell(called_elsewhere(new[0]), "refusal")
        self._say_night()

    def _say_night(self) -> None:
        """Once, when midnight has taken people away from the queue."""
        queue = self.counter.state.queue
        ended = queue.overnight if queue else 0
        if ended > self._overnight:
            self.tell(night_said(ended))
        self._overnight = ended

    def arbitrate(self, centre: Centre) -> None:
        """From now on the centre, where there is one, says who was called first."""
        self.calling.central.centre = centre

    def synced(self, state: SyncState) -> None:
        """This PC and its centre stand otherwise than before."""
        before = self.counter.state.sync
        self.counter.hear(state)
        if new := new_alarm(before, state):
            self.tell(new)

    def _show_foot(self) -> None:
        """With the time: nothing there is later than the clock beside it."""
        state, now = self.counter.state, self.counter.now()
        show_foot(self.status, state, state.sync, now)
        self.status.show_time(*day_and_time(now))

    def _arrive(self) -> None:
        """Another client, or none, has come to the counter: what was asked of the one before
        means nothing any more.
        """
        self.asking.give_up()
        self.picking.give_up()
        self.go(self.desk)
        anew, self._anew = self._anew, False
        visit = self.counter.state.visit
        if visit and visit.collecting and visit.collecting.open:
            self._open_answer(visit.collecting.tracking)
        elif self.counter.state.sheet.somebodys and not anew:
            label = visit.ticket.label if visit else ""
            if label:
                self.tell(tr("The unfinished work of {label} is back.", label=label))
            else:
                self.tell(tr("The unfinished work is back."))

    def tick(self) -> None:
        """Shows what time it is, and what depends on it; once a second by itself."""
        now = self.counter.now()
        self.head.tick(now)
        self.desk.tick(now)
        self.counter.tick(now)
        self._show_foot()
        self.say_standing()

    def waited_for(self) -> str:
        """That the centre is asked, or that the clock must be mended."""
        state = self.counter.state
        if state.asking == "long":
            return tr("The centre is being asked.")
        if state.clock_behind(self.counter.now()):
            return tr("The PC's clock is behind: until it is set, no hold comes to its end.")
        return ""

    def _say_too_soon(self) -> None:
        self.refuse(tr("What was asked before is still being recorded."))

    # -- what keys and panes want ----------------------------------------------------------------

    def press(self, combo: str) -> bool:
        """As in every window; F8 that waits for a field which nobody can read leads to it."""
        here = self.page is self.desk and not (self.asking.isVisible() or self.picking.isVisible())
        wrong = combo == "F8" and here and waits_for_field(self.counter.state)
        return (wrong and self.desk.sheet.enter_wrong()) or super().press(combo)

    def _do(self, combo: str, deed: Callable[[], None]) -> None:
        """What is not possible now is not done from another page either."""
        if combo in _ON_THE_SHEET and self.page is not self.desk:
            return
        if why := why_not(self.counter.state, combo):
            self.refuse(why)
        else:
            deed()

    def _go_to(self, combo: str) -> None:
        """To a region of the desk, from wherever."""
        if why := why_not(self.counter.state, combo):
            self.refuse(why)
        elif self.page is not self.desk:
            self.go(self.desk)
            self.desk.press(combo)

    def _edit(self, part: str, text: str) -> None:
        self.counter.edit(**{part: text})
        if (part, text) == ("kind", "unnumbered"):
            self.identifying.without_code()

    def _mark_all(self) -> None:
        self.calling.begin()
        self.counter.mark_all()

    def _register(self) -> None:
        """What nobody can read is mended first."""
        if not self.desk.sheet.enter_wrong():
            self.registering.register()

    def _code_entered(self, text: str) -> None:
        sheet = self.counter.state.sheet
        if is_code_of_ours(sheet.kind, text):
            known = sheet.identified_as if sheet.identified else sheet.kind
            self.counter.edit(code=sheet.identified, kind=known)
            self.scanning.take(text)
        elif text.strip():
            self.identifying.identify(text)

    def _finish(self) -> None:
        """Everything is filled in: to what is missing, else to the next natural act."""
        button = self.key_bar.button(natural_act(self.counter.state))
        if not self.desk.sheet.first_missing() and button is not None:
            button.setFocus()

    def _answer(self) -> None:
        """Ctrl+6: the answer that is nearest: ready for this applicant, of this visit, or open."""
        state = self.counter.state
        person, visit = state.person, state.visit
        near = [line.tracking for line in (*person.ready, *person.open)] if person else []
        here = [request.tracking for request in visit.requests if request.open] if visit else []
        first = next(iter([*(near[: len(person.ready)] if person else []), *here, *near]), "")
        if first:
            self._open_answer(first)
        else:
            self.refuse(tr("No request of this applicant is open."))

    def _open_of_person(self, wanted: str) -> None:
        """What is known of the applicant: the answer that is ready, or one of the open requests."""
        person = self.counter.state.person
        if wanted == "ready" or person is None or not person.open:
            self._answer()
        elif len(person.open) == 1:
            self.beside.request(person.open[0].tracking)
        else:
            self.beside.search(self.counter.state.sheet.identified)

    def _want_answer(self, tracking: str, scanned: bool) -> None:  # noqa: FBT001 - a slot
        self._open_answer(tracking, scanned=scanned)

    def _open_answer(self, tracking: str, *, scanned: bool = False) -> None:
        visit = self.counter.state.visit
        ticket = visit.ticket.id if visit else ""
        self.answering.open(tracking, scanned=scanned, ticket=ticket)

    def _make_anew(self, wanted: SignalInstance, *what: str) -> None:
        """What is half typed is kept before the new window reads it."""
        self.counter.keep()
        self.answering.flush()
        wanted.emit(*what)

    def closeEvent(self, event: QCloseEvent) -> None:
        """What is half typed is kept before the window goes."""
        self._seconds.stop()
        self.counter.rest()
        self.answering.flush()
        super().closeEvent(event)
