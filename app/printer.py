"""One printer of this PC: the road to it, its head and paper, and how it tells what it did."""

from typing import Literal

from app.refusal import Refusal
from app.value import Value

Condition = Literal[
    "fine",
    "near_end",
    "paper_out",
    "cover_open",
    "offline",
    "unreachable",
    "missing",
    "silent",
    "unknown",
]
"""How a printer says that it stands. `missing`: there is none of that name; `silent`: it took the
question and did not answer, though it could; `unknown`: on this road nobody can ask. None of them
is ever shown as fine.
"""

Proof = Literal["none", "status", "process"]
"""How it can show that a job is on paper: not at all; by a status that it sends once it comes to
the end of the job (GS r); by giving back the job's own number (GS ( H), as newer Epsons do.
"""


class Printer(Value, frozen=True, kw_only=True):
    """`name` is the road: `tcp://host[:port]`, `usb://vendor:product[/serial]`, `serial:DEVICE`,
    `ipp://…`, `file:FOLDER`, or a name that the system knows; empty: there is none.

    The rest describes a thermal printer: `width` of its roll in millimetres, `dots` and `dpi` of
    its head, the rows of one strip and the pause after it in milliseconds, whether it draws QR
    itself, whether it has a knife, and what it can prove.
    """

    name: str = ""
    width: Literal[80, 58] = 80
    dots: int = 576
    dpi: int = 203
    strip: int = 128
    pause: int = 0
    native_qr: bool = False
    knife: bool = True
    proof: Proof = "none"


class Taken(Value, frozen=True, kw_only=True):
    """What is known after a job was handed over: `proved` is that the printer itself said so."""

    proved: bool = False


STOPS: dict[Condition, str] = {
    "unreachable": "printer_unreachable",
    "offline": "printer_offline",
    "paper_out": "printer_paper_out",
    "cover_open": "printer_cover_open",
    "silent": "printer_silent",
    "missing": "printer_unknown",
}
"""Conditions in which no job begins, and the refusal that says so. Nothing was sent then: the job
may be tried again, or go elsewhere.
"""


def lets_begin(condition: Condition, proof: Proof, *, answers: bool = False) -> bool:
    """Whether a job may begin. A silent printer gets one only if nothing was hoped of it, neither a
    proof nor an answer, for it never gave one: many cheap ones never answer, and print.
    """
    hoped = answers or proof != "none"
    return condition not in STOPS or (condition == "silent" and not hoped)


def not_ready(printer: str, condition: Condition) -> Refusal:
    """Why no job may begin."""
    if condition == "missing":
        return Refusal("printer_unknown", printer=printer)
    return Refusal(f"printer_{condition}", printer=printer)


def as_promised(taken: Taken, printer: Printer) -> Taken | Refusal:
    """A printer that can prove a job and did not has perhaps not printed it."""
    if printer.proof != "none" and not taken.proved:
        return Refusal("print_unconfirmed", printer=printer.name)
    return taken
