"""How the office wants a form: what may be set without a programmer, and what may not."""

from typing import Literal

from app.value import Value

Place = Literal["before_signature", "foot"]
PaperSize = Literal["", "A3", "A4", "A5", "roll"]
PrinterRole = Literal["", "roll", "page", "roll_spare", "page_spare"]
Bond = Literal["free", "needed", "guide"]

EMBLEM, NO_EMBLEM = "office", "none"
"""What `Template.emblem` says beside the name of a picture of its own."""


class Sentence(Value, frozen=True, kw_only=True):
    """One more sentence on a form, with {places} for what is known of the paper."""

    text: str
    place: Place = "before_signature"


class Template(Value, frozen=True, kw_only=True):
    """Of one form. Version 0 is the form as it ships; every edition counts one more.

    `emblem` is the office's, none, or the name of a picture that the office keeps for it. `rows`
    None are the form's own rows; else those that stand on it, in their order. `size` is a factor
    of the form's type. `paper` and `printer` empty: as the form has it.
    """

    version: int = 0
    basmala: bool = True
    emblem: str = EMBLEM
    heading: str = ""
    footer: str = ""
    sentences: tuple[Sentence, ...] = ()
    rows: tuple[str, ...] | None = None
    size: float = 1.0
    copies: int = 1
    paper: PaperSize = ""
    printer: PrinterRole = ""


class FormRow(Value, frozen=True, kw_only=True):
    """A row or part of a form. `bond` guide: its place and presence are the guide's; needed: it
    may stand elsewhere among its group, never be missing. Rows stay in the group they are in.
    """

    name: str
    bond: Bond = "free"
    group: int = 0


class FormRules(Value, frozen=True, kw_only=True):
    """What a form leaves to the office."""

    rows: tuple[FormRow, ...] = ()
    papers: tuple[PaperSize, ...] = ("A4", "A5", "roll")
    largest: float = 1.3
    sentences: int = 4
    letters: int = 600
    """Of all sentences together, in the form's own type; fewer where it is larger."""
    strip: int = 40
    """Centimetres of a roll from which on it is long for what it is."""
    pages: int = 1
    """Pages that it may well have."""
    head: bool = True
    """Whether it has a letterhead."""
    facts: tuple[str, ...] = ()
    """What is known of the paper beside what is known of all."""


def _rows(group: int, names: str, bond: Bond = "free") -> tuple[FormRow, ...]:
    return tuple(FormRow(name=name, bond=bond, group=group) for name in names.split())


_RULES: dict[str, FormRules] = {
    "ticket": FormRules(
        rows=(*_rows(0, "counters ahead wait"), *_rows(1, "documents patience")),
        sentences=2,
        letters=200,
        strip=25,
        facts=("service", "number"),
    ),
    "deficiency": FormRules(
        rows=(
            *_rows(0, "name id service missing", "needed"),
            *_rows(1, "reason seen"),
            *_rows(1, "fee", "needed"),
            *_rows(1, "inquiries"),
            *_rows(1, "basis", "needed"),
            *_rows(2, "until", "needed"),
            *_rows(2, "question"),
        ),
        letters=400,
        facts=("service", "number", "name"),
    ),
    "information": FormRules(
        rows=(
            *_rows(0, "how"),
            *_rows(1, "places steps documents average inquiries fees answerable follow", "guide"),
            *_rows(2, "note"),
            *_rows(2, "edition", "needed"),
        ),
        strip=70,
        pages=2,
        facts=("service",),
    ),
    "receipt": FormRules(
        rows=(
            *_rows(
                0, "tracking service name id promised clerk signature received delivered", "guide"
            ),
            *_rows(1, "next", "needed"),
            *_rows(1, "bring"),
            *_rows(2, "documents answerable follow changes"),
        ),
        letters=400,
        facts=("service", "number", "name"),
    ),
    "answer": FormRules(
        rows=_rows(0, "number id name grounds content objection remarks issuer", "guide"),
        facts=("number", "name"),
    ),
    "log": FormRules(
        rows=(
            *_rows(0, "received_today answered", "guide"),
            *_rows(1, "totals", "needed"),
            *_rows(1, "state"),
            *_rows(1, "chain", "needed"),
            *_rows(2, "signatures", "needed"),
        ),
        papers=("A4",),
        pages=3,
    ),
    "survey": FormRules(
        rows=_rows(0, "respondent questions closing", "guide"),
        papers=("A4",),
        largest=1.0,
        sentences=0,
        head=False,
    ),
    "steps": FormRules(rows=_rows(0, "service steps", "guide"), facts=("service",)),
    "handover": FormRules(papers=("A4",)),
    "appointments": FormRules(papers=("A4",)),
    "cover": FormRules(papers=("A4",), facts=("service", "number", "name")),
    "board": FormRules(papers=("A4", "A3"), sentences=2, letters=300),
    "pad": FormRules(papers=("A4", "A5"), largest=1.0, sentences=1, letters=120, pages=2),
}


def rules_of(kind: str) -> FormRules:
    """What the form of that kind leaves to the office."""
    return _RULES.get(kind, FormRules())


def own_rows(kind: str) -> tuple[str, ...]:
    """The rows of the form as it ships."""
    return tuple(row.name for row in rules_of(kind).rows)
