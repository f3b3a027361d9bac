"""What does not fit: listed, and settled."""

from typing import get_args

from msgspec.structs import asdict

from app.deeds.conflict import settle
from app.events.conflict import How
from app.persian import format_date
from app.ports import Double
from app.showing.conflict import ConflictShown, conflicts_shown
from app.showing.doubles import doubles_shown
from ui.cli.said import Argument, Command, Said, Session
from ui.words import shown


def _conflicts(session: Session) -> Said:
    found = conflicts_shown(session.journal)
    facts = [_facts(conflict) for conflict in found.conflicts]
    lines = [line for conflict in found.conflicts for line in _lines(session, conflict)]
    with session.journal.look() as look:
        doubles = doubles_shown(look)
    lines += [_line(session, double) for double in doubles]
    said = {"count": found.count, "conflicts": facts, "doubles": doubles}
    return Said(facts=said, key="conflicts", more=tuple(lines))


def _line(session: Session, double: Double) -> str:
    facts = {"n": len(double.ids), "ids": double.ids}
    if double.kind == "request":
        return session.words.answer("doubled_request", {"tracking": double.name, **facts})
    return session.words.answer("doubled_ticket", {"label": double.name, **facts})


def _facts(conflict: ConflictShown) -> dict[str, object]:
    facts = asdict(conflict)
    del facts["entity"]
    return facts


def _lines(session: Session, conflict: ConflictShown) -> list[str]:
    facts = {
        "event": conflict.event,
        "subject": conflict.subject,
        "name": _name(conflict),
        "conflict": conflict.reason,
    }
    sides = [asdict(side) for side in (conflict.other, conflict.this) if side]
    answer = session.words.answer
    covers = [answer("conflict_covers", {"n": conflict.covers})] if conflict.covers > 1 else []
    return [answer("conflict", facts), *covers, *(answer("conflict_side", side) for side in sides)]


def _name(conflict: ConflictShown) -> str:
    if conflict.subject == "request":
        return shown("tracking", conflict.name)
    return conflict.name or (format_date(conflict.day) if conflict.day else "")


def _settle(session: Session) -> Said:
    args = session.args
    with session.journal.work(session.clerk) as work:
        settle(work, args.event, args.how, args.note)
        left = work.open_conflict_count()
    return Said(facts={"event": args.event, "how": args.how, "count": left}, key="settled")


COMMANDS = (
    Command("conflicts", "lists what does not fit and is to be settled", _conflicts),
    Command(
        "settle",
        "says what is so of a conflict",
        _settle,
        Argument("event", metavar="EVENT"),
        Argument("--how", choices=get_args(How), required=True),
        Argument("--note", default=""),
    ),
)
