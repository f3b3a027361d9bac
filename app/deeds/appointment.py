"""Appointments (نوبت قبلی): agreed with somebody, or taken back."""

from datetime import date, datetime, time, timedelta
from typing import Final

from app.deeds.looking import the_desk_entry, today
from app.deeds.meeting import book_id, book_of, require_open
from app.events.appointment import AppointmentCancelled, AppointmentMade
from app.folds import appointment
from app.folds.appointment import Appointment, Book
from app.identity import legal_id, national_code
from app.ids import new_id
from app.letters import search_key, typed_number
from app.local import instant, local
from app.mobile import mobile
from app.persian import clean, format_date, format_time, tidy
from app.ports import Look, Work
from app.refusal import Refusal
from app.roles import deed
from app.tracking import damm

AHEAD: Final = 180
"""Days for which appointments are taken."""

_DIGITS = 4
_LEGAL = 11


@deed
def make_appointment(
    work: Work,
    service: str,
    day: date,
    hour: time,
    *,
    name: str,
    holder: str = "",
    mobile_text: str = "",
    note: str = "",
) -> Appointment:
    """Somebody is to come on that day at that local time, for the sub-service of that code.

    Refuses `appointment_name_empty`, what their code or mobile is refused for, `appointment_past`,
    `appointment_far(days)`, `appointment_shut(date)` of a day on which the office is closed,
    `appointment_outside(opens, closes)`, `appointment_doubled(time)` where that code has one for
    the same sub-service on that day, and `service_…`.
    """
    return _make(work, service, day, hour, name, holder, mobile_text, note)


@deed
def move_appointment(
    work: Work, day: date, entity: str, to: date, hour: time, reason: str
) -> Appointment:
    """It holds at that time of that day instead, under its old number unless somebody has it there:
    the old one is cancelled for the `reason`, and says when it holds. Refuses as these two do.
    """
    at = instant(datetime.combine(to, hour))
    old = _cancel(work, day, entity, reason, moved_to=at).said
    return _make(
        work, old.code, to, hour, old.name, old.holder, old.mobile, old.note, number=old.number
    )


def _make(
    work: Work,
    service: str,
    day: date,
    hour: time,
    name: str,
    holder: str,
    mobile_text: str,
    note: str,
    *,
    number: str = "",
) -> Appointment:
    said = tidy(clean(name))
    if not said:
        raise Refusal("appointment_name_empty")
    entry = the_desk_entry(work, service)
    at = _at(work, day, hour)
    who, book = _holder(holder), book_of(work, day)
    for known in book.by_time if book and who else ():
        if known.state == "open" and (known.said.holder, known.said.service) == (who, entry.id):
            raise Refusal("appointment_doubled", time=format_time(local(known.said.at)))
    made = AppointmentMade(
        appointment=new_id(work.at),
        number=_number(work, book, number),
        day=day,
        at=at,
        name=said,
        holder=who,
        mobile=mobile(mobile_text) if tidy(mobile_text) else "",
        service=entry.id,
        code=entry.sheet.code,
        title=entry.sheet.title,
        note=clean(note),
    )
    after = work.append(appointment.FOLD, book_id(work, day), made)
    return after.kept[made.appointment]


@deed
def cancel_appointment(work: Work, day: date, entity: str, reason: str) -> Appointment:
    """It does not hold any more. Refuses `appointment_unknown`, `appointment_met(label)`,
    `appointment_cancelled`, `reason_empty`.
    """
    return _cancel(work, day, entity, reason)


def _cancel(
    work: Work, day: date, entity: str, reason: str, *, moved_to: datetime | None = None
) -> Appointment:
    found = _the_one(work, day, entity)
    require_open(work, found)
    if not tidy(reason):
        raise Refusal("reason_empty")
    cancelled = AppointmentCancelled(appointment=entity, reason=clean(reason), moved_to=moved_to)
    return work.append(appointment.FOLD, book_id(work, day), cancelled).kept[entity]


def _the_one(look: Look, day: date, entity: str) -> Appointment:
    book = book_of(look, day)
    found = book.kept.get(entity) if book else None
    if found is None:
        raise Refusal("appointment_unknown")
    return found


def _at(work: Work, day: date, hour: time) -> datetime:
    at = instant(datetime.combine(day, hour))
    if at < work.at:
        raise Refusal("appointment_past")
    if day > today(work) + timedelta(days=AHEAD):
        raise Refusal("appointment_far", days=AHEAD)
    hours = work.office.calendar.hours_of(day) if work.office.hours else (time.min, time.max)
    if hours is None:
        raise Refusal("appointment_shut", date=format_date(day))
    opens, closes = hours
    if not opens <= hour < closes:
        raise Refusal("appointment_outside", opens=format_time(opens), closes=format_time(closes))
    return at


def _holder(text: str) -> str:
    """A person's or a company's code in ASCII digits; who has none tells none."""
    if not search_key(text):
        return ""
    return (legal_id if len(typed_number(text)) == _LEGAL else national_code)(text)


def _number(work: Work, book: Book | None, known: str) -> str:
    """Digits and a check digit; no two of a day that are known here have the same, but for one that
    was cancelled and its follower, which keeps the number that is `known`.
    """
    said = tuple(book.kept.values()) if book else ()
    taken = {each.said.number for each in said}
    if known and known not in {each.said.number for each in said if not each.cancelled}:
        return known
    while True:
        digits = f"{int(new_id(work.at)[-12:], 16) % 10**_DIGITS:0{_DIGITS}}"
        number = digits + damm(digits)
        if number not in taken:
            return number
