"""What stands on the cards of a sub-service's sheet: papers to bring, places to go."""

from collections.abc import Sequence

from app.persian import persian_figures
from app.sub_service import RequiredDocument, SubService
from app.value import Value
from ui.frame.words import tr
from ui.kiosk.pictures import Pictures
from ui.kiosk.told import isolated


class Card(Value, frozen=True, kw_only=True):
    """What to bring, or where to go."""

    name: str
    note: str
    icon: str


def cards_of(sheet: SubService, *, notes: bool) -> tuple[Card, ...]:
    """The papers, where it is given, and with `notes` what else is to be known of both."""
    return (*_papers(sheet), *_places(sheet), *(_notes(sheet) if notes else ()))


def _papers(sheet: SubService) -> Sequence[Card]:
    pictures = Pictures()
    return [
        Card(name=paper.title, note=paper_note(paper), icon=pictures.of(paper.title))
        for paper in sheet.documents
    ]


def _places(sheet: SubService) -> Sequence[Card]:
    """Everywhere that it is given, where the catalogue says so."""
    name = tr("Where it is given")
    places = map(persian_figures, sheet.places)
    return [Card(name=name, note=place, icon="building-bank") for place in places]


def _notes(sheet: SubService) -> Sequence[Card]:
    """What else is to be known of papers and places."""
    cards: list[Card] = []
    if sheet.inquiries:
        note = tr("The office makes them itself; you are not asked for them.")
        cards.append(Card(name=tr("Inquiries"), note=note, icon="shield-check"))
    if sheet.channel == "both" and sheet.url:
        name = tr("Possible electronically as well")
        cards.append(Card(name=name, note=isolated(sheet.url), icon="device-mobile"))
    return cards


def paper_note(document: RequiredDocument) -> str:
    """Original or copy, how many, and when it is asked for at all."""
    forms = {
        "original": tr("The original of it"),
        "copy": tr("A copy of it"),
        "both": tr("The original and a copy of it"),
    }
    parts = [forms[document.form]]
    if document.count > 1:
        parts.append(tr("{n} pieces of it", n=document.count))
    if document.condition:
        parts.append(document.condition)
    elif not document.obligatory:
        parts.append(tr("if you have it"))
    if document.kinds == ("legal",):
        parts.append(tr("only for companies"))
    return (
        tr("{first}; {rest}", first=parts[0], rest="، ".join(parts[1:])) if parts[1:] else parts[0]
    )
