"""Papers to a file or a printer."""

from argparse import Namespace
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, cast

from msgspec.structs import replace

from app.deeds.day import day_id
from app.deeds.looking import the_request, the_ticket
from app.deeds.numbering import ticket_day
from app.deeds.paper import next_copy, print_paper
from app.filling.answer import answer_paper
from app.filling.deficiency import deficiency_paper
from app.filling.log import log_paper
from app.filling.receipt import receipt_paper
from app.filling.sheet import (
    information_paper,
    request_steps_paper,
    steps_paper,
    survey_paper,
)
from app.filling.ticket import ticket_paper
from app.folds import day, request, ticket
from app.folds.fold import Fold
from app.local import local
from app.papers import AnswerPaper, Copy, DeficiencyPaper, LogPaper, Paper
from app.persian import parse_date
from app.ports import Look
from app.refusal import Refusal
from app.tracking import check
from ui.bootstrap import Press, press, printer
from ui.cli.files import write_file
from ui.cli.said import Argument, Command, Said, Session

Fill = Callable[[Look, str], Paper]
ROLL = ".bin"
SUFFIXES = (".pdf", ROLL)
NETWORK = "tcp://"
PAGES_ONLY = ("log", "survey")


def _paper(session: Session) -> Said:
    args = session.args
    if args.to and Path(args.to).suffix.lower() not in SUFFIXES:
        raise Refusal("format_unknown", format=Path(args.to).suffix, known=SUFFIXES)
    clerk = session.clerk
    with session.journal.look() as look:
        filled = KINDS[args.kind](look, args.key)
        filled = replace(filled, clerk=filled.clerk or look.office.clerk_name(clerk))
        owner = _owner(look, args.kind, args.key) if args.copy or args.printer else None
        clerk_name, at = look.office.clerk_name(clerk), local(look.at)
        mark = next_copy(look, *owner, args.kind, _which(filled), copy=args.copy) if owner else 1
    room = press()
    data = _made(args, room, _marked(filled, mark, clerk_name, at))
    if owner:
        with session.journal.work(clerk) as work:
            given = print_paper(work, *owner, args.kind, _which(filled), copy=args.copy)
        if given != mark:  # somebody else printed it meanwhile
            data = _made(args, room, _marked(filled, given, clerk_name, at))
    if args.printer:
        printer(args.printer, raw=_on_roll(args)).send(data, f"bajeh-{args.kind}")
        return Said(facts={"kind": args.kind, "printer": args.printer}, key="printed")
    write_file(args.to, data)
    return Said(facts={"kind": args.kind, "path": args.to}, key="paper")


def _made(args: Namespace, room: Press, filled: Paper) -> bytes:
    if _on_roll(args):
        return room.thermal(filled, cast(Any, args.width or 80))
    return room.pdf(filled, args.size)


def _on_roll(args: Namespace) -> bool:
    """A file says so by its name, a printer by its width; port 9100 is a thermal printer's unless a
    size of page is asked for, or the paper is one that no roll can hold.
    """
    if args.to:
        return Path(args.to).suffix.lower() == ROLL
    network = args.printer.startswith(NETWORK) and not args.size and args.kind not in PAGES_ONLY
    return args.width is not None or network


def _marked(filled: Paper, number: int, clerk: str, at: datetime) -> Paper:
    """The paper with the mark of its copy; the original bears none."""
    if number <= 1:
        return filled
    return replace(filled, copy=Copy(number=number, clerk=clerk, at=at))


def _which(filled: Paper) -> str:
    """Which of several papers of one kind and owner: slip, answer, counter's log or supplement."""
    if isinstance(filled, DeficiencyPaper | AnswerPaper):
        return filled.number
    if isinstance(filled, LogPaper):
        return f"{filled.counter}{'/supplement' if filled.supplement else ''}"
    return ""


def _owner(look: Look, kind: str, key: str) -> tuple[Fold[Any], str] | None:
    """Whose document it is. Sheets of the catalogue are nobody's, and are not counted."""
    if kind in ("ticket", "deficiency"):
        return ticket.FOLD, _ticket(look, key)
    if kind in ("receipt", "answer"):
        return request.FOLD, the_request(look, _tracking(key)).id
    if kind == "log":
        return day.FOLD, day_id(look.office.id, parse_date(key))
    return None


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


KINDS: dict[str, Fill] = {
    "ticket": lambda look, key: ticket_paper(look, _ticket(look, key)),
    "deficiency": lambda look, key: deficiency_paper(look, _ticket(look, key)),
    "information": information_paper,
    "receipt": receipt_paper,
    "answer": answer_paper,
    "log": lambda look, key: log_paper(look, parse_date(key)),
    "survey": lambda look, key: survey_paper(look, "" if key == "-" else key),
    "steps": _steps,
}

COMMANDS = (
    Command(
        "paper",
        "makes a paper, to a file or a printer",
        _paper,
        Argument("kind", choices=tuple(KINDS), metavar="KIND", help=", ".join(KINDS)),
        Argument("key", metavar="KEY", help="ticket or label, tracking, service code or date"),
        Argument("--to", default="", metavar="FILE.pdf|FILE.bin", type=str, group="where"),
        Argument("--printer", default="", metavar="tcp://HOST[:PORT]|NAME", group="where"),
        Argument("--width", type=int, choices=(80, 58), default=None, help="of the roll, mm"),
        Argument("--size", choices=("A4", "A5"), default=None),
        Argument("--copy", action="store_true", help="marked «المثنی»"),
    ),
)
