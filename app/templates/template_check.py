"""What may be said in a template: each refusal names what is wrong and what is possible."""

import re
from collections.abc import Collection
from itertools import pairwise

from msgspec.structs import replace

from app.letters import clean, tidy
from app.refusal import Refusal
from app.templates.picture import is_picture
from app.templates.template import (
    EMBLEM,
    NO_EMBLEM,
    FormRow,
    FormRules,
    Sentence,
    Template,
    rules_of,
)

LONGEST_LINE, LONGEST_SENTENCE = 120, 300
FOOT = 200
"""Letters of the sentences at the foot: they stand on every page."""
SMALLEST, MOST_COPIES = 0.85, 3
LARGEST_EMBLEM = 200_000
"""Bytes: it stands in the journal, and in every job of a printer."""

PLACES = {
    "office": "واحد",
    "agency": "دستگاه",
    "address": "نشانی",
    "phone": "تلفن",
    "url": "پایگاه",
    "sms": "پیامک",
    "date": "تاریخ",
    "day": "روز",
    "time": "ساعت",
    "counter": "باجه",
    "clerk": "کارمند",
    "service": "خدمت",
    "number": "شماره",
    "name": "متقاضی",
}
"""What may stand in braces, and how the office may write it in Persian."""

_OF_SOME = ("service", "number", "name")
_PLACE = re.compile(r"\{([^{}]*)\}")
_PRINTERS = {"roll": ("roll", "roll_spare"), "A4": ("page", "page_spare")}


def checked(kind: str, template: Template, pictures: Collection[str] = ()) -> Template:
    """The template, its texts clean and its places named in one way, or a refusal in words."""
    rules = rules_of(kind)
    if len(template.sentences) > rules.sentences:
        raise Refusal("template_sentences_many", most=rules.sentences)
    if not SMALLEST <= template.size <= rules.largest:
        raise Refusal("template_size_wrong", least=SMALLEST, most=rules.largest)
    _check_letters(rules, template)
    if not 1 <= template.copies <= MOST_COPIES:
        raise Refusal("template_copies_wrong", most=MOST_COPIES)
    if template.emblem not in (EMBLEM, NO_EMBLEM, *pictures):
        raise Refusal("template_emblem_unknown")
    _check_rows(rules.rows, template.rows)
    _check_paper(kind, template)
    return replace(
        template,
        heading=_line(kind, template.heading, LONGEST_LINE),
        footer=_line(kind, template.footer, LONGEST_LINE),
        sentences=tuple(_sentence(kind, sentence) for sentence in template.sentences),
    )


def checked_emblem(png: bytes) -> bytes:
    """The picture. Refuses `template_emblem_large`, `template_emblem_broken`."""
    if len(png) > LARGEST_EMBLEM:
        raise Refusal("template_emblem_large", most=LARGEST_EMBLEM // 1000)
    if not is_picture(png):
        raise Refusal("template_emblem_broken")
    return png


def places_of(kind: str) -> tuple[str, ...]:
    """What may stand in braces on that form."""
    facts = rules_of(kind).facts
    return tuple(name for name in PLACES if name not in _OF_SOME or name in facts)


def written(text: str) -> str:
    """The words of a template as the office writes them, its places in Persian."""
    return _PLACE.sub(lambda found: f"{{{PLACES.get(found[1], found[1])}}}", text)


def _check_letters(rules: FormRules, template: Template) -> None:
    """Larger type takes more room, along the line and from line to line."""
    area = max(template.size, 1.0) ** 2
    lengths = [(len(sentence.text), sentence.place) for sentence in template.sentences]
    letters, most = sum(length for length, _ in lengths), int(rules.letters / area)
    if letters > most:
        raise Refusal("template_sentences_long", n=letters, most=most)
    foot, most = sum(length for length, place in lengths if place == "foot"), int(FOOT / area)
    if foot > most:
        raise Refusal("template_foot_long", n=foot, most=most)


def _sentence(kind: str, sentence: Sentence) -> Sentence:
    text = _line(kind, sentence.text, LONGEST_SENTENCE)
    if not text:
        raise Refusal("template_sentence_empty")
    return replace(sentence, text=text)


def _line(kind: str, text: str, longest: int) -> str:
    words = " ".join(clean(text).split())
    if len(words) > longest:
        raise Refusal("template_text_long", n=len(words), most=longest)
    known = {PLACES[name]: name for name in places_of(kind)}
    named = _PLACE.sub(lambda found: f"{{{_known(found[1], known)}}}", words)
    if "{" in (left := _PLACE.sub("", named)) or "}" in left:
        raise Refusal("template_brace_open")
    return named


def _known(written: str, known: dict[str, str]) -> str:
    """The one name of a place, however it is written."""
    name = tidy(written)
    if name not in known and name not in known.values():
        raise Refusal("template_place_unknown", name=name, known=tuple(known))
    return known.get(name, name)


def _check_rows(rows: tuple[FormRow, ...], wanted: tuple[str, ...] | None) -> None:
    if wanted is None:
        return
    known = {row.name: row for row in rows}
    for name in wanted:
        if name not in known:
            raise Refusal("template_row_unknown", form_row=name)
        if wanted.count(name) > 1:
            raise Refusal("template_row_twice", form_row=name)
    for row in rows:
        if row.bond != "free" and row.name not in wanted:
            raise Refusal("template_row_needed", form_row=row.name)
    _check_order(rows, [known[name] for name in wanted])


def _check_order(rows: tuple[FormRow, ...], wanted: list[FormRow]) -> None:
    """Groups stand in the form's order, and so do the guide's rows among each other."""
    for before, row in pairwise(wanted):
        if row.group < before.group:
            raise Refusal("template_row_moved", form_row=row.name)
    bound = [row for row in wanted if row.bond == "guide"]
    for row, place in zip(bound, (row for row in rows if row.bond == "guide"), strict=True):
        if row != place:
            raise Refusal("template_row_moved", form_row=row.name)


def _check_paper(kind: str, template: Template) -> None:
    papers = rules_of(kind).papers
    if template.paper and template.paper not in papers:
        raise Refusal("template_paper_wrong", paper_size=papers)
    fits = _PRINTERS["roll" if template.paper == "roll" else "A4"]
    anything = not template.paper and "roll" in papers
    if template.printer and not anything and template.printer not in fits:
        raise Refusal("template_printer_wrong", printer_role=template.printer)
