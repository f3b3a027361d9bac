"""A printer's record in words, and what may be chosen for it."""

from app.printer import Condition, Printer, Proof
from app.spooling.printers import Printers, Role
from app.spooling.roads import RoadKind, proofs, road_kind, talks
from ui.frame.words import tr

Options = list[tuple[str, str]]

OTHER = "other"
"""The choice of a head that is none of the usual ones."""

HEADS: tuple[tuple[int, int], ...] = ((576, 203), (512, 180), (384, 203))
"""Dots and dots an inch of the heads that most printers have."""


def road_words(name: str) -> str:
    """What kind of road leads to it."""
    words: dict[RoadKind, str] = {
        "none": "",
        "network": tr("network"),
        "usb": tr("USB cable"),
        "serial": tr("serial line"),
        "ipp": tr("network, IPP"),
        "folder": tr("folder"),
        "driver": tr("driver of the system"),
        "system": tr("printer of the system"),
    }
    return words[road_kind(name)]


def typed_words(name: str) -> str:
    """What a typed address would be."""
    words: dict[RoadKind, str] = {
        "network": tr("A printer on the network"),
        "usb": tr("A printer on a USB cable"),
        "serial": tr("A printer on a serial line"),
        "ipp": tr("A printer on the network, by IPP"),
        "folder": tr("A folder; papers become files"),
    }
    return words.get(road_kind(name), tr("A printer by the system's driver"))


def on_roll(role: Role) -> bool:
    """Whether it prints on rolls."""
    return role in ("roll", "roll_spare")


def role_short(role: Role) -> str:
    """A printer by what it prints on, in a word or two."""
    names: dict[Role, str] = {
        "roll": tr("roll"),
        "page": tr("plain paper"),
        "roll_spare": tr("spare roll"),
        "page_spare": tr("spare plain paper"),
    }
    return names[role]


def roll_words(printers: Printers, role: Role) -> str:
    """What is known of a roll printer's head; nothing where there is no roll."""
    printer = printers.of(role)
    if not on_roll(role) or not printer.name:
        return ""
    return tr("{n} mm, {dots} dots", n=printer.width, dots=printer.dots)


def condition_words(condition: Condition) -> str:
    """How a printer says that it stands; what nobody knows is never called good."""
    words: dict[Condition, str] = {
        "fine": tr("The printer says that all is well."),
        "near_end": tr("The printer says that its paper is near its end."),
        "paper_out": tr("The printer says that it has no paper."),
        "cover_open": tr("The printer says that its cover is open."),
        "offline": tr("The printer says that it is not ready."),
        "unreachable": tr("The printer does not answer; is it on, and connected?"),
        "missing": tr("There is no printer of that name."),
        "silent": tr("The printer can be reached, and tells nothing of itself."),
        "unknown": tr("On this road nobody can ask how the printer stands."),
    }
    return words[condition]


def head_of(printer: Printer) -> str:
    """The choice that is its head."""
    known = (printer.dots, printer.dpi) in HEADS
    return _head(printer.dots, printer.dpi) if known else OTHER


def head_options() -> Options:
    """Heads by their dots."""
    usual = [
        (_head(dots, dpi), tr("{dots} dots, {dpi} an inch", dots=dots, dpi=dpi))
        for dots, dpi in HEADS
    ]
    return [*usual, (OTHER, tr("another one"))]


def width_options() -> Options:
    """Widths of rolls."""
    return [("80", tr("80 mm")), ("58", tr("58 mm"))]


def cut_options() -> Options:
    """How the paper is parted."""
    return [("knife", tr("its knife cuts")), ("tear", tr("torn by hand"))]


def symbol_options() -> Options:
    """Who draws QR symbols."""
    return [("dots", tr("this program")), ("native", tr("the printer itself"))]


def proof_options(name: str) -> Options:
    """What it can prove, as far as its road lets it."""
    words: dict[Proof, str] = {
        "none": tr("none; the clerk looks"),
        "status": tr("its status at the end") if talks(name) else tr("the state of the job"),
        "process": tr("the job's number at the end"),
    }
    return [(proof, words[proof]) for proof in proofs(name)]


def _head(dots: int, dpi: int) -> str:
    return f"{dots}@{dpi}"
