"""What every paper carries: letterhead, moment, clerk."""

from datetime import date, datetime, time

from app.folds.office import Office
from app.local import local
from app.papers import Letterhead
from app.persian import format_time
from app.ports import Look
from app.sub_service import RequiredDocument

FORMS = {"original": "اصل", "copy": "تصویر", "both": "اصل و تصویر"}


def letterhead(office: Office) -> Letterhead:
    """The office's own head."""
    said = office.described
    return Letterhead(
        agency=said.agency,
        office=said.name,
        address=said.address,
        phone=said.phone,
        url=said.url,
        sms_line=said.sms_line,
        emblem=said.emblem,
        sample=said.sample,
    )


def made(look: Look, clerk: str = "") -> tuple[datetime, str]:
    """When a paper is made (local time), and the name of the clerk who makes it."""
    return local(look.at), look.office.clerk_name(clerk or look.clerk)


def form_word(document: RequiredDocument | str) -> str:
    """«اصل», «تصویر» or both."""
    form = document if isinstance(document, str) else document.form
    return FORMS.get(form, form)


def hours_of(office: Office, day: date) -> tuple[str, str]:
    """Opening and closing of a day in words, empty where the office is shut."""
    hours: tuple[time, time] | None = office.calendar.hours_of(day)
    return (format_time(hours[0]), format_time(hours[1])) if hours else ("", "")
