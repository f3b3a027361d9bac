"""Any paper by its kind and what it is of, and what tells its copies apart."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from msgspec.structs import replace

from app.deeds.looking import day_id, the_request, the_ticket
from app.deeds.numbering import ticket_day
from app.filling.answer import answer_paper
from app.filling.appointments import appointments_paper
from app.filling.board import board_paper
from app.filling.common import P, dressed
from app.filling.deficiency import deficiency_paper
from app.filling.log import log_paper
from app.filling.pad import pad_paper
from app.filling.receipt import receipt_paper
from app.filling.sheet import information_paper, request_steps_paper, steps_paper, survey_paper
from app.filling.ticket import ticket_paper
from app.filling.transit import cover_paper, handover_paper
from app.folds import day, pad, request, ticket
from app.folds.fold import Fold
from app.papers import AnswerPaper, Copy, DeficiencyPaper, Kind, LogPaper, PadPaper, Paper
from app.persian import latin_digits, parse_date
from app.ports import Look
from app.tracking import check


def fill(look: Look, kind: Kind, key: str) -> Paper:
    """The paper as it would be now. `key`: a ticket or its label of today, a tracking or answer
    number, a sub-service's code, a day; of the survey a code or «-», of the board a counter, of the
    hand-over list a day, or a day and after a colon one unit, of a pad any of its numbers.

    Refuses as its filling does.
    """
    return in_its_form(look, kind, key, _KINDS[kind](look, key))


def in_its_form(look: Look, kind: Kind, key: str, filled: P) -> P:
    """The paper in the form that its original was printed in, else in the form of today."""
    owner = owner_of(look, kind, key)
    state = look.load(*owner) if owner else None
    original = state.original(kind, which_of(filled)) if state else None
    if original is None:
        return dressed(look, kind, filled)
    return dressed(look, kind, filled, original.template, original.emblem)


def owner_of(look: Look, kind: Kind, key: str) -> tuple[Fold[Any], str] | None:
    """Whose document it is. Sheets of the catalogue are nobody's, and are not counted."""
    if kind in ("ticket", "deficiency"):
        return ticket.FOLD, _ticket(look, key)
    if kind in ("receipt", "answer"):
        return request.FOLD, the_request(look, _tracking(key)).id
    if kind == "log":
        return day.FOLD, day_id(look.office.id, parse_date(key))
    if kind == "pad":
        return pad.FOLD, pad.pads_id(look.office.id)
    return None


def which_of(filled: Paper) -> str:
    """Which of several papers of one kind and owner: slip, answer, the office's copy of an answer,
    counter's log or supplement, pad.
    """
    if isinstance(filled, AnswerPaper):
        return f"{filled.number}{'/office' if filled.office_copy else ''}"
    if isinstance(filled, DeficiencyPaper):
        return filled.number
    if isinstance(filled, LogPaper):
        return f"{filled.counter}{'/supplement' if filled.supplement else ''}"
    if isinstance(filled, PadPaper):
        return filled.pad
    return ""


def marked(filled: Paper, number: int, clerk: str, at: datetime) -> Paper:
    """The paper with the mark of its copy; the original bears none."""
    if number <= 1:
        return filled
    return replace(filled, copy=Copy(number=number, clerk=clerk, at=at))


def _ticket(look: Look, key: str) -> str:
    """A ticket by its id, or by its label of today."""
    labelled = look.ticket_labelled(key, ticket_day(look))
    return labelled or the_ticket(look, key).id


def _tracking(key: str) -> str:
    return key.split("/", maxsplit=1)[0]


def _steps(look: Look, key: str) -> Paper:
    """Of a sub-service by its code, or of a request by its number."""
    if look.entry_of(key):
        return steps_paper(look, key)
    return request_steps_paper(look, check(key))


def _handover(look: Look, key: str) -> Paper:
    day, _, unit = key.partition(":")
    return handover_paper(look, parse_date(day), unit.strip())


_KINDS: dict[Kind, Callable[[Look, str], Paper]] = {
    "ticket": lambda look, key: ticket_paper(look, _ticket(look, key)),
    "deficiency": lambda look, key: deficiency_paper(look, _ticket(look, key)),
    "information": information_paper,
    "receipt": receipt_paper,
    "answer": answer_paper,
    "log": lambda look, key: log_paper(look, parse_date(key)),
    "survey": lambda look, key: survey_paper(look, "" if key == "-" else key),
    "steps": _steps,
    "handover": _handover,
    "cover": cover_paper,
    "board": lambda look, key: board_paper(look, latin_digits(key).strip()),
    "pad": pad_paper,
    "appointments": lambda look, key: appointments_paper(look, parse_date(key)),
}
