"""What the office has made of a form: its lines and sentences, and which rows stand on it."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from app.papers import (
    AnswerPaper,
    CoverPaper,
    DeficiencyPaper,
    InformationPaper,
    Paper,
    ReceiptPaper,
    StepsPaper,
    TicketPaper,
)
from app.persian import format_date, format_time, long_date, persian_digits, persian_figures
from app.templates.template import Place
from printing.forms import parts
from printing.forms.kinds import Type, styled
from printing.model import Block, Gap, text

T = TypeVar("T")

_PLACE = re.compile(r"\{(\w+)\}")


def rows(paper: Paper, known: Mapping[str, T]) -> list[T]:
    """The rows that stand on the form, in their order; `known` are the form's own, in its order."""
    wanted = paper.template.rows
    if wanted is None:
        return list(known.values())
    return [known[name] for name in wanted if name in known]


def merged(paper: Paper, known: Mapping[str, Iterable[T]]) -> list[T]:
    """The same where a row is several things, or none."""
    return [one for some in rows(paper, known) for one in some]


def sentences(paper: Paper, place: Place, kind: Type) -> tuple[Block, ...]:
    """The office's own sentences at a place of the form, with room around them."""
    lines = [
        filled(paper, sentence.text)
        for sentence in paper.template.sentences
        if sentence.place == place
    ]
    said = parts.rows_of([line for line in lines if line], kind.body)
    return (Gap(height=1.2), *said, Gap(height=1.2)) if said else ()


def line(paper: Paper, words: str, kind: Type) -> tuple[Block, ...]:
    """A heading or footer across the middle; nothing where it says nothing."""
    said = filled(paper, words)
    return (text(said, styled(kind.label, align="center")),) if said else ()


def filled(paper: Paper, words: str) -> str:
    """The words with what is known of the paper; empty where something they name is not known: a
    sentence with a hole is worse on an official paper than none.
    """
    known = _facts(paper)
    if any(not known.get(name) for name in _PLACE.findall(words)):
        return ""
    return persian_figures(_PLACE.sub(lambda found: known[found[1]], words))


def _facts(paper: Paper) -> dict[str, str]:
    head = paper.letterhead
    return {
        "office": head.office,
        "agency": head.agency,
        "address": head.address,
        "phone": persian_digits(head.phone),
        "url": head.url,
        "sms": persian_digits(head.sms_line),
        "date": format_date(paper.at.date()),
        "day": long_date(paper.at.date()),
        "time": format_time(paper.at),
        "counter": persian_digits(paper.counter),
        "clerk": paper.clerk,
        **_of(paper),
    }


def _of(paper: Paper) -> dict[str, str]:
    """What is known of papers of its kind alone."""
    told = _KNOWN.get(type(paper))
    return told(paper) if told else {}


_KNOWN: dict[type[Paper], Callable[[Any], dict[str, str]]] = {
    TicketPaper: lambda paper: {
        "service": paper.sub_service,
        "number": persian_digits(paper.label),
    },
    DeficiencyPaper: lambda paper: {
        "service": paper.sub_service,
        "number": persian_digits(paper.number),
        "name": paper.name,
    },
    ReceiptPaper: lambda paper: {
        "service": paper.sub_service,
        "number": parts.tracking(paper.tracking),
        "name": paper.name,
    },
    AnswerPaper: lambda paper: {"number": parts.tracking(paper.number), "name": paper.name},
    CoverPaper: lambda paper: {
        "service": paper.sub_service,
        "number": parts.tracking(paper.tracking),
        "name": paper.name,
    },
    InformationPaper: lambda paper: {"service": paper.sub_service.title},
    StepsPaper: lambda paper: {"service": paper.sub_service},
}
