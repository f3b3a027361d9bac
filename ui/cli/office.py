"""Changing the office: counters, clerks, closures, hours, rules, emblem, the clock."""

from datetime import time
from typing import Any, get_args

import msgspec
from msgspec.structs import asdict

from app.bidi import apart
from app.deeds.looking import the_entry
from app.deeds.office import (
    admit_clerk,
    announce_closures,
    choose_emblem,
    close_counter,
    confirm_clock,
    dismiss_clerk,
    lift_closure,
    open_counter,
    set_hours,
    set_rules,
)
from app.events.office import Role, Rules
from app.folds.office import Office
from app.persian import latin_digits, parse_date
from app.ports import Work
from app.refusal import Refusal
from app.seal import fingerprint, key_lines
from app.showing.template import seals_shown
from ui.cli.files import read_file
from ui.cli.said import Argument, Command, Said, Session, number

WEEK = {"sat": 5, "sun": 6, "mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4}


def _office(session: Session) -> Said:
    args = session.args
    if args.what == _SHOW:
        return _show(session)
    with session.journal.work(session.clerk) as work:
        _CHANGES[args.what](work, session)
    return Said(facts={"changed": args.what}, key="office_changed")


def _show(session: Session) -> Said:
    """The office, and the keys by which its seals are known."""
    with session.journal.look() as look:
        office, seals = look.office, seals_shown(look)
    keys = [
        {
            "place": seal.place,
            "node": office.seals[seal.key],
            "here": seal.here,
            "key": seal.key,
            "fingerprint": fingerprint(seal.key),
        }
        for seal in seals
    ]
    said = office.described
    facts = {"office": said.name, "agency": said.agency, "keys": keys}
    lines = [_told(session, key) for key in keys]
    return Said(facts=facts, key="office_shown", more=tuple(line for key in lines for line in key))


def _told(session: Session, key: dict[str, Any]) -> tuple[str, ...]:
    """A key for people: its fingerprint, and the whole of it in groups."""
    whole = map(apart, key_lines(key["key"]))
    return (session.words.answer("office_key", key), *whole)


def _counter(work: Work, session: Session) -> Office:
    args, key = session.args, number(session.args.key)
    if args.remove:
        return close_counter(work, key)
    codes = [code for code in args.services.split(",") if code]
    services = tuple(the_entry(work, code).id for code in codes)
    return open_counter(work, key, title=args.name, services=services)


def _clerk(work: Work, session: Session) -> Office:
    args, key = session.args, number(session.args.key)
    if args.remove:
        return dismiss_clerk(work, key)
    return admit_clerk(work, key, args.name, args.role)


def _closure(work: Work, session: Session) -> Office:
    day = parse_date(session.args.key)
    if session.args.remove:
        return lift_closure(work, day)
    return announce_closures(work, {day: session.args.name})


def _hours(work: Work, session: Session) -> Office:
    """KEY is the first day; --week sat-wed=07:30-14:30,thu=07:30-12:00 as `day=from-to`."""
    hours = dict(_day(item) for item in session.args.week.split(",") if item)
    return set_hours(work, parse_date(session.args.key), hours)


def _emblem(work: Work, session: Session) -> Office:
    key = session.args.key
    return choose_emblem(work, b"" if session.args.remove else read_file(key))


def _rules(work: Work, session: Session) -> Office:
    """KEY is a list of settings, `night=keep,usual_days=7`; the others stay."""
    pairs = (item.partition("=") for item in session.args.key.split(",") if item)
    changed = {name.strip(): latin_digits(value).strip() for name, _, value in pairs}
    try:
        rules = msgspec.convert({**asdict(work.office.rules), **changed}, Rules, strict=False)
    except msgspec.ValidationError:
        raise Refusal("rules_wrong", rules=session.args.key) from None
    if unknown := set(changed) - set(asdict(rules)):
        raise Refusal("rules_wrong", rules=", ".join(sorted(unknown)))
    return set_rules(work, rules)


def _clock(work: Work, session: Session) -> Office:
    return confirm_clock(work, session.args.key)


def _day(item: str) -> tuple[int, tuple[time, time]]:
    try:
        day, span = latin_digits(item).split("=")
        opens, closes = span.split("-")
        return WEEK[day.strip().lower()], (time.fromisoformat(opens), time.fromisoformat(closes))
    except (ValueError, KeyError):
        raise Refusal("hours_unreadable", text=item) from None


_SHOW = "show"
_CHANGES = {
    "counter": _counter,
    "clerk": _clerk,
    "closure": _closure,
    "hours": _hours,
    "rules": _rules,
    "emblem": _emblem,
    "clock": _clock,
}

COMMANDS = (
    Command(
        "office",
        "shows the office and the keys of its seals; changes counters, clerks, closures, hours,"
        " rules or emblem, or confirms the clock",
        _office,
        Argument("what", choices=(_SHOW, *_CHANGES)),
        Argument(
            "key",
            nargs="?",
            default="",
            help="counter, clerk, date, settings, emblem file, or reason for the clock",
        ),
        Argument("--name", default="", help="name of the clerk, title of counter or closure"),
        Argument("--role", choices=get_args(Role), default="clerk"),
        Argument("--services", default="", metavar="CODES", help="of a counter, by commas"),
        Argument("--week", default="", help="sat=07:30-14:30,sun=07:30-14:30,…"),
        Argument("--remove", action="store_true"),
    ),
)
