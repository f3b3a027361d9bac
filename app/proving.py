"""What a printer can prove, found out by asking it."""

from collections.abc import Callable

from msgspec.structs import replace

from app.ports import Transport
from app.printer import STOPS, Condition, Printer, Proof, not_ready
from app.refusal import Refusal
from app.spooling.roads import known_proof, proofs, talks
from app.value import Value


class Asked(Value, frozen=True, kw_only=True):
    """How it stands, and the best that it can prove."""

    condition: Condition
    proof: Proof


def ask_printer(printer: Printer, road: Callable[[Printer], Transport]) -> Asked:
    """Sends it jobs of nothing, and hears whether it proves them; nothing is printed. Where the
    road alone tells what it proves nothing is sent.

    Refuses as the road does where it cannot be asked: it stands still, or nobody is there.
    """
    now = road(printer).condition()
    if now == "silent":
        return Asked(condition=now, proof="none")
    if now in STOPS:
        raise not_ready(printer.name, now)
    if not talks(printer.name):
        return Asked(condition=now, proof=known_proof(printer.name))
    for proof in reversed(proofs(printer.name)):
        if proof != "none" and _proves(road(replace(printer, proof=proof))):
            return Asked(condition=now, proof=proof)
    return Asked(condition=now, proof="none")


def _proves(transport: Transport) -> bool:
    try:
        return transport.send(b"", "bajeh-ask").proved
    except Refusal as refusal:
        if refusal.code in STOPS.values():
            raise
        return False
