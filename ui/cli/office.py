"""Changing the office: counters, clerks, closures, hours, rules, emblem, the clock."""

from datetime import time
from typing import Any, get_args

from msgspec.structs import replace

from app.bidi import apart
from app.deeds.clerk import disable_clerk, enable_clerk, unlock_clerk
from app.deeds.looking import the_entry, today
from app.deeds.office import (
    admit_clerk,
    announce_closures,
    choose_emblem,
    close_counter,
    confirm_clock,
    confirm_year,
    define_priority_class,
    dismiss_clerk,
    lift_closure,
    lift_hours,
    open_counter,
    place_kiosk,
    remove_kiosk,
    remove_priority_class,
    set_hours,
    set_rules,
)
from app.deeds.pause import pause_counter, resume_counter
from app.deeds.unit import define_unit, remove_unit
from app.events.office import Role, UnitDefined
from app.folds.office import Office
from app.persian import latin_digits, parse_date, weekday_title
from app.ports import Work
from app.refusal import Refusal
from app.seal import fingerprint, key_lines
from app.settings import as_field, the_setting, typed
from app.showing.appointment import appointments_of
from app.showing.office import holidays_to_add
from app.showing.template import seals_shown
from app.signing_in import give
from app.week import days_of_year
from ui.bootstrap import holidays_between
from ui.cli.files import read_file, read_password
from ui.cli.said import Argument, Command, Said, Session, number

_YEARS = range(1300, 1500)

WEEK = {"sat": 5, "sun": 6, "mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4}


def _office(session: Session) -> Said:
    args = session.args
    if args.what in _TELLING:
        return _TELLING[args.what](session)
    if args.what == "clerk":
        _account(session)
    else:
        with session.journal.work(session.steward) as work:
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
    if args.resume:
        return resume_counter(work, key)
    if args.pause is not None:
        return pause_counter(work, key, args.pause)
    known = work.office.counters.get(key)
    services = _services(work, args.services, known.services if known else ())
    title = args.name or (known.title if known else "")
    return open_counter(work, key, title=title, services=services)


def _services(work: Work, said: str | None, before: tuple[str, ...]) -> tuple[str, ...]:
    """The ids of these sub-services, told by their codes with commas; those `before` where nothing
    is said of them.
    """
    if said is None:
        return before
    return tuple(the_entry(work, code).id for code in said.split(",") if code)


def _account(session: Session) -> None:
    """Name, role and skills, the account's state, then its password: each where it is asked for."""
    args, key = session.args, number(session.args.key)
    typed = read_password(args.password_file) if args.password_file else ""
    described = args.name or args.role or args.services is not None
    disabled = args.disable is not None
    if described or not (typed or args.remove or disabled or args.enable or args.unlock):
        with session.journal.work(session.steward) as work:
            _describe(work, session, key)
    with session.journal.work(session.steward) as work:
        _change_account(work, session, key)
    if typed:
        by = session.clerk if args.clerk else ""  # whoever may read the key of the store
        give(session.journal, session.desk.passwords, by, key, typed)


def _describe(work: Work, session: Session, key: str) -> None:
    """What is left out stays as it is of somebody who is here."""
    args, known = session.args, work.office.clerks.get(key)
    name = args.name or (known.name if known else "")
    role = args.role or (known.role if known else "clerk")
    skills = _services(work, args.services, known.skills if known else ())
    admit_clerk(work, key, name, role, skills)


def _change_account(work: Work, session: Session, key: str) -> None:
    args = session.args
    if args.disable is not None:
        disable_clerk(work, key, args.disable)
    if args.enable:
        enable_clerk(work, key)
    if args.unlock:
        unlock_clerk(work, key)
    if args.remove:
        dismiss_clerk(work, key)


def _closure(session: Session) -> Said:
    """Of a day that is closed also how many appointments stand on it."""
    args, day = session.args, parse_date(session.args.key)
    facts: dict[str, object] = {"changed": args.what}
    with session.journal.work(session.steward) as work:
        if args.remove:
            lift_closure(work, day)
        else:
            announce_closures(work, {day: args.name}, args.reason)
            facts["appointments"] = appointments_of(work, day).expected
    standing = facts.get("appointments")
    return Said(facts=facts, key="closure_appointments" if standing else "office_changed")


def _hours(work: Work, session: Session) -> Office:
    """KEY is the first day; --week sat=07:30-14:30,thu=07:30-12:00 as `day=from-to`."""
    since = parse_date(session.args.key)
    if session.args.remove:
        return lift_hours(work, since)
    if not session.args.week.strip(" ,"):
        raise Refusal("hours_week_empty")
    hours: dict[int, tuple[time, time]] = {}
    for item in filter(None, session.args.week.split(",")):
        day, span = _day(item)
        if day in hours:
            raise Refusal("hours_day_twice", weekday=weekday_title(day))
        hours[day] = span
    return set_hours(work, since, hours)


def _holidays(work: Work, session: Session) -> Office:
    """KEY is a Jalali year: its official holidays to come that are not in the list yet, or that
    somebody has compared them.
    """
    typed = number(session.args.key)
    year = int(typed) if typed.isdecimal() else 0
    if year not in _YEARS:
        raise Refusal("year_wrong", year=session.args.key)
    if session.args.confirm:
        return confirm_year(work, year)
    known = holidays_between(*days_of_year(year))
    if not known:
        raise Refusal("holidays_unknown", year=str(year))
    new = holidays_to_add(work.office, known, today(work))
    return announce_closures(work, new) if new else work.office


def _unit(work: Work, session: Session) -> Office:
    args = session.args
    if args.remove:
        return remove_unit(work, args.key, although=args.although)
    posts = tuple(filter(None, args.posts.split(",")))
    unit = UnitDefined(name=args.key, posts=posts, person=args.name, phone=args.phone)
    return define_unit(work, unit, seen=work.office.unit(args.key))


def _class(work: Work, session: Session) -> Office:
    args = session.args
    if args.remove:
        return remove_priority_class(work, args.key)
    return define_priority_class(work, args.key, args.name or args.key, args.credit)


def _kiosk(work: Work, session: Session) -> Office:
    key = session.args.key
    return remove_kiosk(work, key) if session.args.remove else place_kiosk(work, key)


def _emblem(work: Work, session: Session) -> Office:
    key = session.args.key
    return choose_emblem(work, b"" if session.args.remove else read_file(key))


def _rules(work: Work, session: Session) -> Office:
    """KEY is a list of settings, `night=keep,usual_days=7`; the others stay."""
    pairs = [item.partition("=") for item in session.args.key.split(",") if item.strip()]
    if not pairs:
        raise Refusal("option_missing", option="KEY")
    rules = work.office.rules
    for name, _, value in pairs:
        setting = the_setting(name.strip())
        if setting.here:
            raise Refusal("setting_here", key=setting.key)
        said = typed(setting, "" if value.strip() == _NOTHING else value)
        rules = replace(rules, **{setting.key: as_field(setting, said)})
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


_NOTHING = "null"
_TELLING = {"show": _show, "closure": _closure}
_CHANGES = {
    "counter": _counter,
    "hours": _hours,
    "holidays": _holidays,
    "unit": _unit,
    "class": _class,
    "kiosk": _kiosk,
    "rules": _rules,
    "emblem": _emblem,
    "clock": _clock,
}

COMMANDS = (
    Command(
        "office",
        "shows the office and the keys of its seals; changes counters, clerks, units, classes,"
        " kiosks, closures, holidays, hours, rules or emblem, or confirms the clock",
        _office,
        Argument("what", choices=(*_TELLING, "clerk", *_CHANGES)),
        Argument(
            "key",
            nargs="?",
            default="",
            help="counter, clerk, unit, class, kiosk, date, year, settings, emblem file, or reason"
            " for the clock",
        ),
        Argument(
            "--name",
            default="",
            help="name of the clerk, title of counter, class or closure, person of the unit",
        ),
        Argument(
            "--role", choices=get_args(Role), default="", help="clerk when left out of a new one"
        ),
        Argument("--services", metavar="CODES", help="of counter or clerk, by commas; '' for all"),
        Argument("--week", default="", help="sat=07:30-14:30,sun=07:30-14:30,…"),
        Argument("--reason", default="", help="of a closure of a day that is over"),
        Argument("--remove", action="store_true"),
        Argument("--pause", default=None, metavar="REASON", help="of the counter, for a while"),
        Argument("--resume", action="store_true", help="the counter serves again"),
        Argument("--posts", default="", help="of the unit, by commas"),
        Argument("--phone", default="", help="of the unit"),
        Argument("--although", action="store_true", help="open requests stand in the unit"),
        Argument("--credit", type=int, default=0, metavar="MINUTES", help="of the class"),
        Argument("--confirm", action="store_true", help="the year's holidays were compared"),
        Argument(
            "--password-file",
            default="",
            type=str,
            metavar="FILE",
            help="a first password for the clerk; - reads it from the standard input",
        ),
        Argument("--disable", default=None, metavar="REASON", help="the clerk's account"),
        Argument("--enable", action="store_true", help="the clerk's account"),
        Argument("--unlock", action="store_true", help="after wrong passwords"),
    ),
)
