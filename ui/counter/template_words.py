"""What may be chosen for a form, in words."""

from app.bidi import apart
from app.papers import PAPERS
from app.persian import format_date, format_time
from app.seal import fingerprint, key_lines
from app.showing.template import EditionShown, SealShown
from app.spooling.printers import ROLES
from app.templates.template import EMBLEM, NO_EMBLEM, rules_of
from app.templates.template_check import MOST_COPIES, PLACES, SMALLEST, places_of
from ui.frame.paper_words import role_name
from ui.frame.words import tr

OWN = "own"
"""The choice of a picture that stands in a file."""

KINDS = tuple(PAPERS)
_STEP = 0.05

Options = list[tuple[str, str]]


def size_options(kind: str) -> Options:
    """Factors of the form's type that it bears."""
    count = round((rules_of(kind).largest - SMALLEST) / _STEP)
    sizes = [round(SMALLEST + _STEP * step, 2) for step in range(count + 1)]
    return [(f"{size:g}", tr("{n} percent", n=round(size * 100))) for size in sizes]


def copy_options() -> Options:
    """How often it is printed at once."""
    return [(str(n), tr("{n} at once", n=n)) for n in range(1, MOST_COPIES + 1)]


def paper_options(kind: str) -> Options:
    """What it may be printed on."""
    names = {"roll": tr("Roll")}
    papers = rules_of(kind).papers
    return [("", tr("As is usual")), *((paper, names.get(paper, paper)) for paper in papers)]


def printer_options() -> Options:
    """Which printer takes it."""
    return [("", tr("As is usual")), *((role, role_name(role)) for role in ROLES)]


def emblem_options(*, own: bool) -> Options:
    """Which emblem stands on it."""
    kept = [(OWN, tr("A picture of its own"))] if own else []
    return [(EMBLEM, tr("The office's emblem")), (NO_EMBLEM, tr("No emblem")), *kept]


def places_words(kind: str) -> str:
    """What may stand in braces."""
    return "، ".join(f"{{{PLACES[name]}}}" for name in places_of(kind))


def edition_words(edition: EditionShown) -> tuple[str, str, str]:
    """Which edition it is, its day, and at what time it was made by whom."""
    if edition.at is None:
        return tr("As it ships"), "", ""
    name = tr("Edition {n}", n=edition.template.version)
    day, time = format_date(edition.at.date()), format_time(edition.at)
    return name, day, f"{time} · {edition.clerk}"


def seal_words(seal: SealShown) -> str:
    """A public key: of which PC, its fingerprint, and the whole of it."""
    named = tr("Key of the receipts' seals, PC {n}", n=seal.place)
    if seal.here:
        named = tr("Key of the receipts' seals, this PC ({n})", n=seal.place)
    fingers = tr("Fingerprint: {text}", text=fingerprint(seal.key))
    whole = (apart(line) for line in key_lines(seal.key))
    return "\n".join((named, fingers, tr("The whole public key:"), *whole))
