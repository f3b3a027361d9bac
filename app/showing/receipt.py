"""Whether a receipt is the office's own, told from its seal alone: without the network, and without
having heard of its request.
"""

from datetime import datetime
from typing import Literal

from msgspec.structs import replace

from app.folds import request
from app.folds.request import Request
from app.ports import Look
from app.refusal import Refusal
from app.seal import Seal, is_seal, key_code, minute, office_code, seal
from app.value import Value

Verdict = Literal["genuine", "forged", "key_unknown", "unreadable"]


class ReceiptSeen(Value, frozen=True, kw_only=True):
    """What a scanned receipt is. `node` is the PC that issued a genuine one.

    `known`: this store has its request; `recorded` are the times of receipt and promise that it
    has for it, where they are others than the receipt's.
    """

    verdict: Verdict
    tracking: str = ""
    received: datetime | None = None
    promised: datetime | None = None
    node: str = ""
    known: bool = False
    recorded: tuple[datetime, datetime] | None = None

    @property
    def differs(self) -> bool:
        """Whether it promises something else than the record."""
        return self.recorded is not None

    @property
    def followed(self) -> bool:
        """Whether it leads to its request as it stands."""
        return self.verdict == "genuine" and self.known and not self.differs


def receipt_seen(look: Look, text: str) -> ReceiptSeen | None:
    """What a text says that may be a receipt's seal; None where it is none."""
    if not is_seal(text):
        return None
    said = seal(text)
    if said is None:
        return ReceiptSeen(verdict="unreadable")
    seen = ReceiptSeen(
        verdict="genuine", tracking=said.tracking, received=said.received, promised=said.promised
    )
    keys = _keys(look, said)
    if not keys:
        return replace(seen, verdict="key_unknown")
    message = said.message(look.office.id)
    owner = next((key for key in keys if look.signed(key, message, said.signature)), "")
    if not owner:
        return replace(seen, verdict="forged")
    return _compared(look, replace(seen, node=look.office.seals[owner]))


def receipt_number(look: Look, text: str) -> str:
    """The tracking number of a receipt that may be followed: sealed and genuine, or the bare number
    of one from before receipts were sealed.

    Refuses `receipt_forged`, `receipt_key_unknown`, `receipt_unreadable`, `receipt_differs`.
    """
    seen = receipt_seen(look, text)
    if seen is None:
        return text
    if seen.verdict == "forged":
        raise Refusal("receipt_forged", tracking=seen.tracking)
    if seen.verdict == "key_unknown":
        raise Refusal("receipt_key_unknown", tracking=seen.tracking)
    if seen.verdict == "unreadable":
        raise Refusal("receipt_unreadable")
    if seen.differs:
        raise Refusal("receipt_differs", tracking=seen.tracking)
    return seen.tracking


def _keys(look: Look, said: Seal) -> list[str]:
    """The office's keys that it can be of; six digits may be those of two."""
    if said.office != office_code(look.office.id):
        return []
    return [key for key in look.office.seals if key_code(key) == said.key]


def _compared(look: Look, seen: ReceiptSeen) -> ReceiptSeen:
    """With what the store says of its request; a number that stands for two is compared to both."""
    ids = look.requests_tracked(seen.tracking)
    every = [found for found in (look.load(request.FOLD, id_) for id_ in ids) if found]
    if not every:
        return seen
    times = [_times(found) for found in every]
    equal = (seen.received, seen.promised) in times
    return replace(seen, known=True, recorded=None if equal else times[0])


def _times(found: Request) -> tuple[datetime, datetime]:
    return minute(found.received), minute(found.promised)
