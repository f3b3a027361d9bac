"""The desk at one glance: what each counter does, who waits for what, and what goes wrong."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Literal

from app.deeds.attended import unattended
from app.deeds.kiosk import troubles_of
from app.deeds.looking import day_id, the_ticket, today
from app.deeds.spool import conditions_of, printers_of
from app.event import moment
from app.events.kiosk import KioskTrouble
from app.events.office import Rules
from app.folds import day
from app.folds.day import Day
from app.folds.office import Office
from app.order import collecting_lane, counter_lane, in_order, lanes
from app.ports import Look, WaitingLine
from app.showing.holidays import YearDue, years_due
from app.spooling.printer_state import PrinterState, printer_state
from app.spooling.printers import ROLES, Role
from app.value import Value

CounterState = Literal["free", "called", "serving", "paused", "closed"]
CounterAlarm = Literal["", "called", "idle"]
"""Nobody came to who was called, or people wait whom a free counter could serve."""
LineAlarm = Literal["", "nobody", "wait", "crowd"]
"""Nobody works here who would call them; somebody waits for too long; or too many do."""

_PEOPLE = "counter:", "clerk:"
_ANSWERS = collecting_lane("")


class CounterShown(Value, frozen=True, kw_only=True):
    """One counter; `since` is when its client was called, or came; of a counter that is free and
    has served today, since when nobody is there although somebody waits for it. `clerk` is the name
    of who called, empty while nobody is there. Of one that serves nobody for a while, `service` is
    why, and `since` when that began; one whose day is closed serves nobody until tomorrow.
    """

    number: str
    title: str
    state: CounterState = "free"
    label: str = ""
    service: str = ""
    clerk: str = ""
    since: datetime | None = None
    alarm: CounterAlarm = ""


class LineShown(Value, frozen=True, kw_only=True):
    """Those who wait for one sub-service, or to collect its `answers`, or for one counter or clerk
    (`code` empty, `title` the number or the name, `of` which of them); `since` is when the first of
    them took the number.
    """

    lane: str
    code: str
    title: str
    count: int
    since: datetime
    of: Literal["service", "answers", "counter", "clerk"] = "service"
    alarm: LineAlarm = ""


class SeriesShown(Value, frozen=True, kw_only=True):
    """A PC that gives numbers: how many it gave today, and the last one when."""

    series: str
    here: bool
    count: int = 0
    last: datetime | None = None


class KioskStands(Value, frozen=True, kw_only=True):
    """A kiosk that somebody should look after, and since when."""

    name: str
    trouble: KioskTrouble
    since: datetime


class Board(Value, frozen=True, kw_only=True):
    """The desk at the instant `at`; `waiting` and `longest` are of all lines, the fullest first.
    `printers` are those of this PC; `kiosks` only those with something amiss,
    `holidays` years without theirs.
    """

    at: datetime
    counters: tuple[CounterShown, ...]
    lines: tuple[LineShown, ...]
    series: tuple[SeriesShown, ...] = ()
    printers: tuple[tuple[Role, PrinterState], ...] = ()
    kiosks: tuple[KioskStands, ...] = ()
    holidays: tuple[YearDue, ...] = ()
    waiting: int = 0
    longest: datetime | None = None
    rules: Rules = Rules()

    @property
    def alarms(self) -> frozenset[tuple[str, str]]:
        """What is wrong now, and where: who compares two boards sees what is new."""
        counters = {(each.alarm, each.number) for each in self.counters if each.alarm}
        lines = {(each.alarm, each.lane) for each in self.lines if each.alarm}
        kiosks = {(each.trouble, each.name) for each in self.kiosks}
        years = {("holidays", str(each.year)) for each in self.holidays}
        return frozenset(counters | lines | kiosks | years)


def board(look: Look) -> Board:
    """As the store has it."""
    alone = unattended(look)
    lines = [_line(look, line, alone=alone(line.lane)) for line in look.waiting_lines(look.at)]
    return Board(
        at=look.at,
        counters=_counters(look, lines),
        lines=tuple(sorted(lines, key=lambda line: (not line.alarm, -line.count, line.since))),
        series=_series(look),
        printers=_printers(look),
        kiosks=kiosks_amiss(look),
        holidays=years_due(look),
        waiting=sum(line.count for line in lines),
        longest=min((line.since for line in lines), default=None),
        rules=look.office.rules,
    )


def kiosks_amiss(look: Look) -> tuple[KioskStands, ...]:
    """What the kiosks of the office have told of themselves."""
    return tuple(
        KioskStands(name=name, trouble=trouble, since=since)
        for name in look.office.kiosks
        for trouble, since in troubles_of(look, name).items()
    )


def passed(since: datetime | None, at: datetime, minutes: int) -> bool:
    """Whether so many minutes have passed; 0 minutes never have."""
    return since is not None and minutes > 0 and at - since >= timedelta(minutes=minutes)


def _counters(look: Look, lines: Sequence[LineShown]) -> tuple[CounterShown, ...]:
    ended, since = look.last_ended(today(look)), {line.lane: line.since for line in lines}
    offered = look.services() if since else ()
    known = look.load(day.FOLD, day_id(look.office.id, today(look)))
    return tuple(
        _unless_closed(_counter(look, number, ended, since, offered), known)
        for number in in_order(look.office)
    )


def _unless_closed(shown: CounterShown, known: Day | None) -> CounterShown:
    """One that has closed today's log is not idle: whoever sat there has gone."""
    if shown.state != "free" or known is None or known.closing(shown.number) is None:
        return shown
    return CounterShown(number=shown.number, title=shown.title, state="closed")


def _counter(
    look: Look,
    number: str,
    ended: Mapping[str, datetime],
    since: Mapping[str, datetime],
    offered: Sequence[str],
) -> CounterShown:
    entity, title = look.visit_at(number), look.office.counters[number].title
    paused = look.office.paused.get(number)
    if entity is None and paused:
        return CounterShown(
            number=number, title=title, state="paused", service=paused.reason, since=paused.at
        )
    if entity is None:
        idle = _idle(look, number, ended, since, offered)
        late = passed(idle, look.at, look.office.rules.alarm_idle)
        return CounterShown(number=number, title=title, since=idle, alarm="idle" if late else "")
    ticket = the_ticket(look, entity)
    call = next(call for call in reversed(ticket.calls) if call.counter == number)
    at = moment(call.begun or call.at)
    late = not call.begun and passed(at, look.at, look.office.rules.alarm_called)
    return CounterShown(
        number=number,
        title=title,
        state="serving" if call.begun else "called",
        label=ticket.label,
        service=ticket.title,
        clerk=look.office.clerk_name(call.clerk),
        since=at,
        alarm="called" if late else "",
    )


def _idle(
    look: Look,
    number: str,
    ended: Mapping[str, datetime],
    since: Mapping[str, datetime],
    offered: Sequence[str],
) -> datetime | None:
    """Since when a counter at which somebody works today could have called; None: it could not."""
    if number not in ended or not since:
        return None
    waiting = [since[lane] for lane in lanes(look.office, number, "", offered) if lane in since]
    return max(ended[number], min(waiting)) if waiting else None


def _line(look: Look, line: WaitingLine, *, alone: bool) -> LineShown:
    of, title = _whose(look.office, line)
    return LineShown(
        lane=line.lane,
        code=line.code if of in ("service", "answers") else "",
        title=title,
        count=line.count,
        since=line.since,
        of=of,
        alarm="nobody" if alone else _line_alarm(look, line),
    )


def _line_alarm(look: Look, line: WaitingLine) -> LineAlarm:
    rules = look.office.rules
    if passed(line.since, look.at, rules.alarm_wait):
        return "wait"
    return "crowd" if 0 < rules.alarm_crowd < line.count else ""


def _whose(
    office: Office, line: WaitingLine
) -> tuple[Literal["service", "answers", "counter", "clerk"], str]:
    for number in office.counters:
        if line.lane == counter_lane(number):
            return "counter", number
    counter, clerk = _PEOPLE
    if line.lane.startswith(counter):
        return "counter", line.lane.removeprefix(counter)
    if line.lane.startswith(clerk):
        return "clerk", office.clerk_name(line.lane.removeprefix(clerk))
    return ("answers" if line.lane.startswith(_ANSWERS) else "service"), line.title


def _series(look: Look) -> tuple[SeriesShown, ...]:
    given, mine = look.numbers_given(today(look)), look.office.series.get(look.node)
    shown = []
    for series in sorted(look.office.series.values()):
        count, last = given.get(series, (0, None))
        shown.append(SeriesShown(series=series, here=series == mine, count=count, last=last))
    return tuple(shown)


def _printers(look: Look) -> tuple[tuple[Role, PrinterState], ...]:
    printers = printers_of(look)
    named = [role for role in ROLES if printers.named(role)]
    jobs = look.jobs() if named else ()
    conditions = conditions_of(look)
    return tuple((role, printer_state(role, printers, jobs, conditions)) for role in named)
