"""What a search does: looked up while typing, opened with Enter, sheets printed."""

from PySide6.QtCore import QObject, QTimer, Signal

from app.handing.handing_out import hand_out
from app.letters import scanned, typed_number
from app.showing.anything import Anything, TicketHit, find_anything
from app.spooling.spool import Job
from ui.counter.receipt_words import tell_receipt
from ui.counter.search_page import SearchPage
from ui.counter.search_rows import REQUEST, TICKET, parted
from ui.frame.door import Door
from ui.frame.speaker import Speaker
from ui.frame.words import tr
from ui.words import Words

PAUSE = 120
"""Milliseconds after the last key until the store is asked."""


class Searching(QObject):
    """`found` gives what was found, and for which text.

    What is opened: `request_wanted` (tracking number), `chosen` (the label of somebody who waits),
    `scanned` (the number of a receipt whose answer is ready), `redeemed` (a deficiency token).
    """

    found = Signal(object, str)
    request_wanted = Signal(str)
    chosen = Signal(str)
    scanned = Signal(str)
    redeemed = Signal(str)

    def __init__(self, door: Door, speaker: Speaker) -> None:
        super().__init__()
        self._door, self._speaker = door, speaker
        self._words = Words()
        self._text = ""
        self._found = Anything()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._look)

    def type(self, text: str) -> None:
        """Looks it up a moment after the last key; what stands there without a text, at once."""
        self._text = text
        if text:
            self._pause.start()
        else:
            self._pause.stop()
            self._look()

    def hurry(self, text: str) -> None:
        """Looks it up at once and opens what was found first: a scanner waits for nothing."""
        self._text = text
        self._pause.stop()
        self._look(then_open=True)

    def open(self, key: str, text: str) -> None:
        """Opens a row of what was found last for that text."""
        group, id_ = parted(key)
        if group == REQUEST:
            self._open_request(id_, text)
        elif group == TICKET:
            hit = next((one for one in self._found.tickets if one.ticket == id_), None)
            if hit is not None:
                self._open_ticket(hit)
        else:
            self.print_sheet(id_)

    def print_sheet(self, code: str) -> None:
        """The information sheet of a sub-service."""

        def said(job: Job) -> None:
            self._speaker.tell(tr("The information sheet of {title} is printed.", title=job.title))

        self._door.do(lambda work: hand_out(work, "information", code), said)

    # -- how -------------------------------------------------------------------------------------

    def _look(self, *, then_open: bool = False) -> None:
        text = self._text

        def take(found: Anything) -> None:
            self._found = found
            self.found.emit(found, text)
            if then_open:
                self._open_first(text)
            if found.receipt and (then_open or not found.receipt.followed):
                tell_receipt(self._speaker, found.receipt)

        self._door.look(lambda look: find_anything(look, text), take, topic="search")

    def _open_first(self, text: str) -> None:
        """Where only one thing was found it is what was meant; of several the clerk chooses."""
        requests, tickets = self._found.requests, self._found.tickets
        services = self._found.services
        if len(requests) + len(tickets) + len(services) != 1:
            return
        if requests:
            self._open_request(requests[0].tracking, text)
        elif tickets:
            self._open_ticket(tickets[0])

    def _open_request(self, tracking: str, text: str) -> None:
        hit = next((one for one in self._found.requests if one.tracking == tracking), None)
        seen = self._found.receipt
        whole = seen.followed if seen else typed_number(scanned(text)) == tracking
        if whole and hit is not None and hit.state == "answer_ready":
            self.scanned.emit(tracking)
        else:
            self.request_wanted.emit(tracking)

    def _open_ticket(self, hit: TicketHit) -> None:
        if hit.token:
            self.redeemed.emit(hit.token)
        elif hit.state in ("waiting", "held", "no_show"):
            self.chosen.emit(hit.label)
        else:
            state = self._words.value("state", hit.state)
            self._speaker.refuse(
                tr("{label} does not wait: {state}.", label=hit.label, state=state)
            )


def join_search(page: SearchPage, searching: Searching) -> None:
    """What is typed on the page is looked up, and what was found is shown."""
    page.typed.connect(searching.type)
    page.hurried.connect(searching.hurry)
    page.taken.connect(searching.open)
    page.sheet_wanted.connect(searching.print_sheet)
    searching.found.connect(page.show_found)
