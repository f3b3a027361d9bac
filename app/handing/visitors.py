"""What is refused at the kiosk, said to whoever stands before it: in their words, and nothing of a
request whose receipt may have been found in the street.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from app.letters import typed_number
from app.refusal import Refusal
from app.seal import is_seal

_SAID = {
    "answer_not_ready": "nothing_to_collect",
    "already_delivered": "nothing_to_collect",
    "request_ended": "nothing_to_collect",
    "token_wrong": "slip_unknown",
    "token_used": "slip_ended",
    "token_expired": "slip_ended",
    "visit_open": "slip_too_early",
    "appointment_cancelled": "appointment_gone",
    "service_unknown": "service_gone",
    "service_retired": "service_gone",
    "service_g2g": "service_gone",
    "priority_unknown": "priority_gone",
}
"""Instead of what a clerk is told."""

_RECEIPT = 12
"""Digits of a receipt's number."""


@contextmanager
def in_their_words() -> Iterator[None]:
    """Whatever is refused meanwhile is refused so that a visitor may read it."""
    try:
        yield
    except Refusal as refusal:
        if refusal.code in _SAID:
            raise Refusal(_SAID[refusal.code]) from None
        raise


def require_receipt(text: str) -> None:
    """Refuses `paper_unknown` of what is neither sealed nor as long as a tracking number: what
    else was read is not called a wrong one.
    """
    if not is_seal(text) and not _is_tracking(text):
        raise Refusal("paper_unknown")


def require_slip(text: str) -> None:
    """Refuses `slip_wanted` of a receipt: another card of the first page is for that."""
    if is_seal(text) or _is_tracking(text):
        raise Refusal("slip_wanted")


def _is_tracking(text: str) -> bool:
    digits = typed_number(text)
    return digits.isdecimal() and len(digits) == _RECEIPT
