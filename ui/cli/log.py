"""The daily log (Table 2) in four formats, and the closing of the day."""

from pathlib import Path

from msgspec.structs import replace

from app.deeds.day import close_day
from app.filling.log import log_paper
from app.local import day_of
from app.papers import LogChange, LogPaper, LogRow
from app.persian import parse_date
from app.refusal import Refusal
from ui.bootstrap import log_workbook, press
from ui.cli.as_json import as_json
from ui.cli.files import write_file
from ui.cli.said import Argument, Command, Said, Session, number
from ui.log_file import COLUMNS, log_csv, log_xlsx

FORMATS = (".pdf", ".csv", ".xlsx", ".json")


def _log(session: Session) -> Said:
    args = session.args
    suffix = Path(args.to).suffix.lower()
    if args.to and suffix not in FORMATS:
        raise Refusal("format_unknown", format=suffix, known=FORMATS)
    clerk = session.clerk
    with session.journal.look() as look:
        shown = parse_date(args.date) if args.date else day_of(look.at)
        paper = log_paper(look, shown, args.counter, supplement=args.supplement)
        paper = replace(paper, clerk=look.office.clerk_name(clerk))
    if args.to:
        write_file(args.to, _file(session, paper, suffix))
    facts = {**_facts(paper), "path": args.to}
    spoken = {
        "date": shown,
        "received": paper.totals.requests,
        "answered": paper.totals.answers,
    }
    if args.supplement:
        return _supplement(paper, facts)
    return Said(facts=facts, key="log_written" if args.to else "log", values=spoken)


def _supplement(paper: LogPaper, facts: dict[str, object]) -> Said:
    """What the closing did not know, and what has become since of what it did."""
    spoken = {
        "date": paper.day,
        "received": len(paper.received),
        "answered": len(paper.answered),
        "changed": len(paper.changed),
    }
    key = "supplement_written" if facts["path"] else "supplement"
    return Said(facts=facts, key=key, values=spoken)


def _close(session: Session) -> Said:
    args = session.args
    with session.journal.work(session.clerk) as work:
        closing = parse_date(args.date) if args.date else day_of(work.at)
        close_day(work, closing, args.counter, unsent=args.unsent)
    with session.journal.look() as look:
        paper = log_paper(look, closing, args.counter)
    facts = {
        "date": closing,
        "requests": paper.totals.requests,
        "answers": paper.totals.answers,
        "head": paper.head,
    }
    return Said(facts=facts, key="closed")


def _file(session: Session, paper: LogPaper, suffix: str) -> bytes:
    if suffix == ".pdf":
        return press().pdf(paper)
    if suffix == ".json":
        return as_json(_facts(paper)).encode()
    if suffix == ".csv":
        return log_csv(paper, session.words)
    return log_xlsx(paper, session.words, log_workbook)


def _facts(paper: LogPaper) -> dict[str, object]:
    return {
        "date": paper.day,
        "counter": paper.counter or None,
        "supplement": paper.supplement,
        "received": [_row(row) for row in paper.received],
        "answered": [_row(row) for row in paper.answered],
        "changed": [_change(change) for change in paper.changed],
        "totals": paper.totals,
        "head": paper.head,
    }


def _row(row: LogRow) -> dict[str, object]:
    mark = {"mark": row.mark} if row.mark else {}
    return {**{name: getattr(row, name) for name in COLUMNS}, **mark}


def _change(change: LogChange) -> dict[str, object]:
    why = {"reason": change.reason} if change.reason else {}
    return {**_row(change.row), "what": change.what, "at": change.at, **why}


COMMANDS = (
    Command(
        "log",
        "the daily log (Table 2)",
        _log,
        Argument("--date", default="", help="Jalali, as 1405/08/30; today when left out"),
        Argument("--counter", default="", metavar="N", type=number),
        Argument("--to", default="", metavar="FILE.pdf|csv|xlsx|json", type=str),
        Argument("--supplement", action="store_true", help="what was done after the closing"),
    ),
    Command(
        "close",
        "closes the day of a counter, or of the desk",
        _close,
        Argument("--date", default=""),
        Argument("--counter", default="", metavar="N", type=number),
        Argument("--unsent", action="store_true", help="also before the centre has got all of it"),
    ),
)
