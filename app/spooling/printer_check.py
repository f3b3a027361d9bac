"""What may be said of a printer: measures that its commands and our forms can bear, and proofs
that its road can bring.
"""

from app.printer import Printer
from app.refusal import Refusal
from app.spooling.roads import proofs

SHORTEST, TALLEST = 8, 255
"""Rows of a strip; one byte of their number is all that some printers keep."""
LONGEST_PAUSE = 1000
"""Milliseconds: more would be longer than any strip takes to print."""

_COARSEST, _FINEST = 90, 255
_NARROWEST, _WIDEST = 40, 112
_INCH = 25.4


def checked(printer: Printer) -> Printer:
    """The printer, if its record can be. Refuses `printer_head_wrong(dots, dpi)` for a head that no
    roll has, `printer_strip_wrong(least, most)`, `printer_pause_wrong(most)`,
    `printer_proof_wrong(printer)` for a proof that its road cannot bring.
    """
    fine = _COARSEST <= printer.dpi <= _FINEST
    if not fine or not _NARROWEST <= printer.dots * _INCH / printer.dpi <= _WIDEST:
        raise Refusal("printer_head_wrong", dots=printer.dots, dpi=printer.dpi)
    if not SHORTEST <= printer.strip <= TALLEST:
        raise Refusal("printer_strip_wrong", least=SHORTEST, most=TALLEST)
    if not 0 <= printer.pause <= LONGEST_PAUSE:
        raise Refusal("printer_pause_wrong", most=LONGEST_PAUSE)
    if printer.proof not in proofs(printer.name):
        raise Refusal("printer_proof_wrong", printer=printer.name)
    return printer
