"""The form of a kind of paper: how it stands, how it stood before, and a page of it to look at."""

from datetime import datetime

from msgspec.structs import replace

from app.deeds.spool import printers_of
from app.deeds.template import editions_of, template_of
from app.event import moment
from app.filling.specimen import specimen
from app.local import local
from app.papers import Kind, Paper
from app.ports import Look
from app.printer import Printer
from app.roles import may_do
from app.spooling.printers import Printers, roll_printer
from app.templates.template import EMBLEM, NO_EMBLEM, Template
from app.value import Value


class EditionShown(Value, frozen=True, kw_only=True):
    """One edition; the form as it ships has neither a time nor anybody who made it."""

    template: Template
    at: datetime | None = None
    clerk: str = ""


class SealShown(Value, frozen=True, kw_only=True):
    """A public key of the office: the number of its PC, and whether that is this one."""

    place: int
    here: bool
    key: str


class TemplateShown(Value, frozen=True, kw_only=True):
    """`editions` newest first, the form as it ships last. `page` is filled with nobody's facts;
    `emblems` are the pictures by what `Template.emblem` calls them.
    """

    kind: Kind
    template: Template
    editions: tuple[EditionShown, ...]
    editable: bool
    page: Paper
    emblems: dict[str, bytes]
    seals: tuple[SealShown, ...] = ()
    """What the office's receipts are known by, on the form of the receipt."""
    rolls: tuple[Printer, ...]
    """This PC's roll printers by what they burn, then the usual ones."""


def template_shown(look: Look, kind: Kind, clerk: str) -> TemplateShown:
    """As it stands, for that clerk (an id)."""
    template = template_of(look, kind)
    return TemplateShown(
        kind=kind,
        template=template,
        editions=(*_editions(look, kind), EditionShown(template=Template())),
        editable=may_do(look, clerk, "template.edit_template"),
        page=specimen(look, kind, template),
        seals=seals_shown(look) if kind == "receipt" else (),
        rolls=_rolls(printers_of(look)),
        emblems={EMBLEM: look.office.emblem, NO_EMBLEM: b"", **look.office.pictures},
    )


def seals_shown(look: Look) -> tuple[SealShown, ...]:
    """All keys by which any counter knows the office's receipts."""
    office = look.office
    return tuple(
        SealShown(place=office.places.get(node, 0), here=node == look.node, key=key)
        for key, node in office.seals.items()
    )


def tried_on(shown: TemplateShown, template: Template, png: bytes = b"") -> Paper:
    """The page in a form that nobody has kept yet; `png`: with a picture that is as new."""
    emblem = png or shown.emblems.get(template.emblem, b"")
    head = replace(shown.page.letterhead, emblem=emblem)
    return replace(shown.page, letterhead=head, template=template)


def _rolls(printers: Printers) -> tuple[Printer, ...]:
    """One of each measure."""
    named = [printer for printer in (printers.roll, printers.roll_spare) if printer.name]
    usual = (roll_printer("", 80), roll_printer("", 58))
    measures = {(each.dots, each.dpi): each for each in reversed([*named, *usual])}
    found = [Printer(width=p.width, dots=p.dots, dpi=p.dpi) for p in measures.values()]
    return tuple(reversed(found))


def _editions(look: Look, kind: Kind) -> tuple[EditionShown, ...]:
    return tuple(
        EditionShown(
            template=edition.template,
            at=local(moment(edition.at)),
            clerk=look.office.clerk_name(edition.clerk),
        )
        for edition in reversed(editions_of(look, kind))
    )
