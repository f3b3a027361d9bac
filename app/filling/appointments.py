"""The list of a day's appointments."""

from datetime import date

from app.deeds.looking import the_ticket
from app.deeds.meeting import book_of
from app.filling.common import letterhead, made
from app.folds.appointment import Appointment
from app.local import local
from app.papers import AppointmentRow, AppointmentsPaper
from app.persian import format_date
from app.ports import Look
from app.refusal import Refusal


def appointments_paper(look: Look, day: date) -> AppointmentsPaper:
    """Who is to come on a day and who came, in the order of their times; who is not expected any
    more is left out. Refuses `appointments_none(date)`.
    """
    book = book_of(look, day)
    held = [each for each in (book.by_time if book else ()) if each.state != "cancelled"]
    if not held:
        raise Refusal("appointments_none", date=format_date(day))
    at, clerk = made(look)
    return AppointmentsPaper(
        letterhead=letterhead(look.office),
        at=at,
        clerk=clerk,
        day=day,
        rows=tuple(_row(look, each) for each in held),
    )


def _row(look: Look, one: Appointment) -> AppointmentRow:
    said = one.said
    return AppointmentRow(
        time=local(said.at).time(),
        number=said.number,
        name=said.name,
        sub_service=said.title,
        mobile=said.mobile,
        label=the_ticket(look, one.ticket).label if one.ticket else "",
        note=said.note,
    )
