"""Appointments: made, listed, cancelled, met."""

from collections.abc import Mapping
from datetime import date

from app.deeds.appointment import cancel_appointment, make_appointment, move_appointment
from app.deeds.looking import ahead_of, today
from app.deeds.meeting import meet_appointment, the_appointment
from app.folds.appointment import Appointment
from app.local import local
from app.persian import format_date, format_time, parse_date
from app.ports import Look
from app.refusal import Refusal
from app.showing.appointment import AppointmentLine, Appointments, appointments_of
from app.week import parse_time
from ui.cli.said import Argument, Command, Said, Session, number


def _appointment(session: Session) -> Said:
    runs = {"list": _list, "make": _make, "move": _move, "cancel": _cancel, "meet": _meet}
    return runs[session.args.what](session)


def _list(session: Session) -> Said:
    found = _of_day(session)
    lines = tuple(_line(session, line) for line in found.lines)
    facts = {
        "day": found.day,
        "expected": found.expected,
        "appointments": [_facts(line) for line in found.lines],
    }
    return Said(facts=facts, key="appointments", more=lines, values={"day": format_date(found.day)})


def _make(session: Session) -> Said:
    args = session.args
    _require(("--service", args.service), ("--date", args.date), ("--at", args.at))
    day, hour = parse_date(args.date), parse_time(args.at)
    with session.journal.work(session.clerk) as work:
        made = make_appointment(
            work,
            args.service,
            day,
            hour,
            name=args.name,
            holder=args.id,
            mobile_text=args.mobile,
            note=args.note,
        )
    return _told(made)


def _move(session: Session) -> Said:
    """To another time, or another day."""
    args = session.args
    _require(("--at", args.at))
    to, hour = parse_date(args.to) if args.to else None, parse_time(args.at)
    with session.journal.work(session.clerk) as work:
        day, entity = _meant(session, work)
        moved = move_appointment(work, day, entity, to or day, hour, args.reason)
    return _told(moved)


def _cancel(session: Session) -> Said:
    with session.journal.work(session.clerk) as work:
        done = cancel_appointment(work, *_meant(session, work), session.args.reason)
    return Said(facts={"appointment": done.said.appointment}, key="appointment_cancelled")


def _meet(session: Session) -> Said:
    args = session.args
    with session.journal.work(session.clerk) as work:
        found = meet_appointment(work, args.who, tap=args.tap)
    with session.journal.look() as look:
        ahead = ahead_of(look, found)
        number_ = the_appointment(look, found.appointment).said.number
    facts = {
        "ticket": found.id,
        "label": found.label,
        "sub_service": found.title,
        "service": found.code,
        "number": number_,
        "counts_from": found.effective_at,
        "ahead": ahead,
    }
    return Said(facts=facts, key="issued")


def _of_day(session: Session) -> Appointments:
    day = _day(session)
    with session.journal.look() as look:
        return appointments_of(look, day or today(look))


def _day(session: Session) -> date | None:
    return parse_date(session.args.date) if session.args.date else None


def _meant(session: Session, look: Look) -> tuple[date, str]:
    """The day and the id of the one that is named; of several the one that still holds."""
    wanted = _day(session) or today(look)
    named = [each for each in appointments_of(look, wanted).lines if _is(each, session.args.who)]
    named.sort(key=lambda each: each.standing == "cancelled")
    return wanted, named[0].id if named else ""


def _require(*options: tuple[str, str]) -> None:
    """Refuses `option_missing(option)` of the first that says nothing."""
    for option, said in options:
        if not said:
            raise Refusal("option_missing", option=option)


def _told(made: Appointment) -> Said:
    facts = {
        "appointment": made.said.appointment,
        "number": made.said.number,
        "day": made.said.day,
        "at": made.said.at,
    }
    said = {"day": format_date(made.said.day), "at": format_time(local(made.said.at))}
    return Said(facts=facts, key="appointment_made", values=said)


def _is(line: AppointmentLine, said: str) -> bool:
    return number(said) in (line.number, line.id)


def _facts(line: AppointmentLine) -> Mapping[str, object]:
    return {
        "appointment": line.id,
        "number": line.number,
        "at": line.at,
        "name": line.name,
        "id": line.holder,
        "service": line.code,
        "standing": line.standing,
        "label": line.label or None,
        "reason": line.reason or None,
        "moved_to": line.moved_to,
    }


def _line(session: Session, line: AppointmentLine) -> str:
    facts = {
        "at": format_time(local(line.at)),
        "number": line.number,
        "name": line.name,
        "title": line.title,
        "standing": line.standing,
        "moved_to": line.moved_to,
    }
    key = "appointment_moved_line" if line.moved_to else "appointment_line"
    return session.words.answer(key, facts)


COMMANDS = (
    Command(
        "appointment",
        "lists the appointments of a day, makes, moves or cancels one, or gives the ticket of one",
        _appointment,
        Argument("what", choices=("list", "make", "move", "cancel", "meet")),
        Argument("who", nargs="?", default="", help="number, or the holder's own code"),
        Argument("--date", default="", help="today where it is not said"),
        Argument("--at", default="", metavar="TIME"),
        Argument("--to", default="", metavar="DATE", help="where it moves to; else the same day"),
        Argument("--service", default="", metavar="CODE"),
        Argument("--name", default="", help="of the holder"),
        Argument("--id", default="", help="of the holder"),
        Argument("--mobile", default="", help="of the holder"),
        Argument("--note", default=""),
        Argument("--reason", default="", help="why it is cancelled or moved"),
        Argument("--tap", default="", metavar="ID", help="the same tap gives the same ticket"),
    ),
)
