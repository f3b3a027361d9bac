"""What a scanner or a hand types where no field waits for it: a number that says what it is."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from app.letters import scanned, typed_number
from app.ports import Found
from app.refusal import Refusal
from app.showing.anything import Anything, find_anything
from app.showing.receipt import ReceiptSeen
from app.sub_service import ApplicantKind
from app.tracking import check
from ui.frame.door import Door

_MARK = "BJ:"
_SHORTEST_TOKEN = 33
"""A slip's token: an identity of 32 digits and more."""


class Scanning(QObject):
    """Tells what was scanned: a receipt whose answer is ready, another request, a slip that lets
    its bearer in, a number of the queue; anything else is searched for. `seen` gives what a sealed
    receipt is; what is forged or not known here leads nowhere.
    """

    receipt = Signal(str)
    request = Signal(str)
    seen = Signal(object)
    slip = Signal(str)
    label = Signal(str)
    unknown = Signal(str)

    def __init__(self, door: Door) -> None:
        super().__init__()
        self._door = door

    def take(self, text: str) -> None:
        """Something was typed and confirmed."""
        typed = scanned(text.strip())
        if typed:
            self._door.look(
                lambda look: find_anything(look, typed),
                lambda found: self._tell(typed, found),
                topic="scan",
                awaited=True,
            )

    def _tell(self, typed: str, found: Anything) -> None:
        if ticket := next((hit for hit in found.tickets if hit.token), None):
            self.slip.emit(ticket.token)
        elif found.receipt:
            self._tell_receipt(found.receipt, found.requests)
        elif request := next((hit for hit in found.requests if is_tracking(typed)), None):
            ready = request.state == "answer_ready"
            (self.receipt if ready else self.request).emit(request.tracking)
        elif waiting := next((hit for hit in found.tickets if hit.label), None):
            self.label.emit(waiting.label)
        else:
            self.unknown.emit(typed)

    def _tell_receipt(self, seen: ReceiptSeen, requests: Sequence[Found]) -> None:
        """To its request; straight to the delivery only where paper and record agree."""
        for request in requests[:1]:
            ready = seen.followed and request.state == "answer_ready"
            (self.receipt if ready else self.request).emit(request.tracking)
        self.seen.emit(seen)


def is_tracking(text: str) -> bool:
    """Whether it can be a tracking number: twelve digits, the last of which checks the others."""
    try:
        check(text)
    except Refusal:
        return False
    return True


def is_code_of_ours(kind: ApplicantKind, text: str) -> bool:
    """Whether a code field got something scanned in place of an applicant's code. A foreigner's
    number may have twelve digits too, and is believed.
    """
    typed = scanned(text.strip())
    if typed.upper().startswith(_MARK) or len(typed_number(typed)) >= _SHORTEST_TOKEN:
        return True
    return kind != "foreigner" and is_tracking(typed)
