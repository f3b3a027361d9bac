"""What the hall shows: who was called where, how many wait, and which counters rest. Neither names
nor codes nor services are in it: whoever waits reads it too.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import Literal

import msgspec

from app.announcing import Announcement, Heard
from app.decoding import decode
from app.deeds.looking import the_ticket
from app.deeds.night import over
from app.folds import catalogue, ticket
from app.folds.office import Office
from app.folds.ticket import Call, Ticket, Turn
from app.local import local
from app.order import by_code, in_order, serving
from app.ports import CallSaid, Look, Work
from app.settings import VOICE_VOLUME, the_setting, value_of
from app.value import Value

STAND = timedelta(hours=12)
"""A call that is older has nothing to say to anybody any more."""
SAID = 40
"""Calls out of which the hall is made."""
SHOWN = 4
SPOKEN, TROUBLE = "voice_spoken", "voice_trouble"
_KEPT = 8

Group = Literal["guidance", "answers", "requests"]
_GROUPS: Mapping[str, Group] = {"guide": "guidance", "ask": "guidance", "collect": "answers"}


class HallCall(Value, frozen=True, kw_only=True):
    """`key` is of this announcement alone; `again`: it is called once more. `waits`: the client is
    still called and has not come. `gone`: they need not come any more, for nobody came, or they
    were parked or sent elsewhere.
    """

    key: str
    label: str
    series: str
    number: int
    counter: str
    again: bool = False
    waits: bool = True
    gone: bool = False

    @property
    def heard(self) -> Heard:
        """As the voice hears it."""
        said = Announcement(
            key=self.key,
            series=self.series,
            number=self.number,
            counter=self.counter,
            again=self.again,
        )
        return Heard(said=said, waits=self.waits)


class Resting(Value, frozen=True, kw_only=True):
    """A counter that serves nobody for a while, and those that serve meanwhile what it does."""

    counter: str
    others: tuple[str, ...]


class Voice(Value, frozen=True, kw_only=True):
    """How calls are said: so often, so loud of 100, and between which hours. `spoken` are the last
    that were said, by whichever program.
    """

    times: int = 2
    volume: int = 80
    since: time | None = None
    until: time | None = None
    spoken: tuple[str, ...] = ()


class Hall(Value, frozen=True, kw_only=True):
    """The hall at the instant `at`; `calls` with the newest first. `hours` are of today."""

    at: datetime
    office: str
    calls: tuple[HallCall, ...] = ()
    waiting: Mapping[Group, int] = {}
    next: tuple[str, ...] = ()
    resting: tuple[Resting, ...] = ()
    hours: tuple[time, time] | None = None
    sms_line: str = ""
    notice: str = ""
    voice: Voice = Voice()
    closed: bool = False
    """Today's hours are over, and nobody waits any more."""

    @property
    def shown(self) -> tuple[HallCall, ...]:
        """Each client once, where they were called last; not whoever need not come any more, and
        nobody once the office is closed.
        """
        if self.closed and not any(call.waits for call in self.calls):
            return ()
        by_label: dict[str, HallCall] = {}
        for call in self.calls:
            by_label.setdefault(call.label, call)
        return tuple(call for call in by_label.values() if not call.gone)[:SHOWN]


class CounterBoard(Value, frozen=True, kw_only=True):
    """What stands above a counter. `services` are the titles of what it serves; `everything`: that
    is all that the desk offers. `label` is whom it has called, `came`: whom it serves now.
    `removed`: the office has it no more. `clerk` is empty where the office does not name them.
    """

    office: str
    counter: str
    title: str
    services: tuple[str, ...]
    everything: bool
    label: str = ""
    came: bool = False
    removed: bool = False
    resting: Resting | None = None
    clerk: str = ""
    hours: tuple[time, time] | None = None
    sms_line: str = ""
    phone: str = ""
    closed: bool = False
    """Today's hours are over, and nobody waits any more."""


def hall(look: Look) -> Hall:
    """All of it, from the store alone: whoever starts, or comes back, knows it at once."""
    office, old = look.office, over(look)
    return Hall(
        at=look.at,
        office=office.described.name,
        calls=_calls(look),
        waiting=_waiting(look, old),
        next=_next(look, old) if office.rules.hall_next else (),
        resting=tuple(
            _resting(office, number) for number in in_order(office) if number in office.paused
        ),
        hours=_hours(look),
        sms_line=office.described.sms_line,
        notice=office.rules.hall_notice,
        voice=_voice(look),
        closed=_closed(look, old),
    )


def counter_board(look: Look, counter: str) -> CounterBoard:
    """What stands above that counter. Refuses `counter_unknown`."""
    office = look.office
    opened = office.counter(counter)
    entity = look.visit_at(counter)
    found = look.load(ticket.FOLD, entity) if entity else None
    clerk = _serves(found, counter) if found else ""
    return CounterBoard(
        office=office.described.name,
        counter=counter,
        title=opened.title,
        services=_titles(look, opened.services or look.services()),
        everything=not opened.services,
        label=found.label if found else "",
        came=found is not None and any(call.begun for call in found.calls),
        resting=_resting(office, counter) if counter in office.paused and not found else None,
        clerk=office.clerk_name(clerk) if office.rules.board_clerk == "yes" and clerk else "",
        hours=_hours(look),
        sms_line=office.described.sms_line,
        phone=office.described.phone,
        closed=_closed(look, over(look)),
    )


def keep_spoken(work: Work, key: str, trouble: str = "") -> None:
    """That was said: whichever program takes over the voice goes on behind it. `trouble` is the
    refusal's code for which nobody heard it.
    """
    kept = (*_spoken(work), key)[-_KEPT:]
    work.set_setting(SPOKEN, msgspec.json.encode(kept).decode())
    keep_trouble(work, trouble)


def keep_trouble(work: Work, trouble: str) -> None:
    """Why nothing is heard on this PC; empty once something could be."""
    if work.setting(TROUBLE) != trouble:
        work.set_setting(TROUBLE, trouble)


def voice_trouble(look: Look) -> str:
    """Why nobody heard the last call on this PC; empty where it was heard, or nothing speaks."""
    return look.setting(TROUBLE)


def _calls(look: Look) -> tuple[HallCall, ...]:
    newest: dict[str, CallSaid] = {}
    for said in look.calls_said(look.at - STAND, SAID):
        newest.setdefault(said.call, said)
    found = (_call(look, said) for said in newest.values())
    return tuple(call for call in found if call is not None)


def _call(look: Look, said: CallSaid) -> HallCall | None:
    """None of what was called and cannot be known any more, or has no label to be shown."""
    found = look.load(ticket.FOLD, said.ticket)
    call = _of(found, said.call) if found else None
    if found is None or not found.label or said.call not in found.granted:
        return None
    turn = None if call else _turn(found, said.call)
    there = call or turn
    return HallCall(
        key=said.event,
        label=found.label,
        series=found.series,
        number=found.number,
        counter=there.counter if there else found.counter,
        again=said.again,
        waits=call is not None and call.begun is None,
        gone=turn is not None and turn.end != "finished",
    )


def _of(found: Ticket, call: str) -> Call | None:
    return next((each for each in found.calls if each.id == call), None)


def _turn(found: Ticket, call: str) -> Turn | None:
    """What became of a call that is over: turns stand in the order in which calls were granted, as
    far as nobody called one ticket twice at once.
    """
    over_ = [each for each in found.granted if each not in found.call_ids]
    place = over_.index(call)
    return found.turns[place] if place < len(found.turns) else None


def _waiting(look: Look, old: Sequence[str]) -> Mapping[Group, int]:
    counted: dict[Group, int] = {"guidance": 0, "answers": 0, "requests": 0}
    for purpose, count in look.purposes_waiting(look.at).items():
        counted[_GROUPS.get(purpose, "requests")] += count
    for entity in old:
        counted[_GROUPS.get(the_ticket(look, entity).comes_for, "requests")] -= 1
    return counted


def _next(look: Look, old: Sequence[str]) -> tuple[str, ...]:
    """Whoever would be called next in the hall as a whole."""
    most = look.office.rules.hall_next
    lanes = [line.lane for line in look.waiting_lines(look.at)]
    first = [each for each in look.next_in(lanes, look.at, most + len(old)) if each not in old]
    return tuple(the_ticket(look, each).label for each in first[:most])


def _resting(office: Office, number: str) -> Resting:
    """Another counter stands in for it where it serves all of what this one does, or everything."""
    services = office.counters[number].services
    able = [set(serving(office, service)) for service in services]
    everything = {each for each, opened in office.counters.items() if not opened.services}
    both = set.intersection(*able) if able else everything
    return Resting(
        counter=number,
        others=tuple(
            each
            for each in in_order(office)
            if each in both and each != number and each not in office.paused
        ),
    )


def _titles(look: Look, services: Sequence[str]) -> tuple[str, ...]:
    loaded = (look.load(catalogue.FOLD, service) for service in services)
    offered = [e for e in loaded if e and not e.retired and e.sheet.channel in ("desk", "both")]
    return tuple(e.sheet.title for e in sorted(offered, key=lambda e: by_code(e.sheet.code)))


def _serves(found: Ticket, counter: str) -> str:
    return next((call.clerk for call in reversed(found.calls) if call.counter == counter), "")


def _hours(look: Look) -> tuple[time, time] | None:
    if not look.office.hours:
        return None
    return look.office.calendar.hours_of(local(look.at).date())


def _closed(look: Look, old: Sequence[str]) -> bool:
    """Who took a number in time is called after closing, too."""
    if not look.office.hours or any(_waiting(look, old).values()):
        return False
    hours = _hours(look)
    return hours is None or local(look.at).time() >= hours[1]


def _voice(look: Look) -> Voice:
    rules = look.office.rules
    return Voice(
        times=rules.voice_times,
        volume=int(value_of(look, the_setting(VOICE_VOLUME))),
        since=rules.voice_since,
        until=rules.voice_until,
        spoken=_spoken(look),
    )


def _spoken(look: Look) -> tuple[str, ...]:
    kept = look.setting(SPOKEN)
    return decode(kept, tuple[str, ...]) if kept else ()
