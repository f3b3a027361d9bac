"""What the forms of a request's page say, as deeds."""

from datetime import date, datetime, time

from app.applicant import Applicant, Representative
from app.deeds.applicant import applicant, representative
from app.deeds.request import correct
from app.deeds.step import find_deficiency
from app.folds.request import Request
from app.persian import parse_date
from app.ports import Work
from ui.counter.correct_form import Correction
from ui.counter.later_form import Later
from ui.counter.reading import kind_of


def record_correction(work: Work, known: Request, said: Correction) -> Request:
    """Says anew what differs from what was `known`. Refuses as `correct` does, and a wrong code."""
    return correct(
        work,
        known.tracking,
        said.reason,
        applicant=_applicant(said),
        representative=_spoken_anew(said, known),
        unrepresented=known.representative is not None and not _spoken(said),
        remarks=None if known.remarks == said.remarks else said.remarks,
    )


def record_later(work: Work, tracking: str, said: Later) -> Request:
    """Papers that a unit asks for. Refuses as `find_deficiency` does, and an impossible date."""
    estimate = _closing(work, parse_date(said.estimate)) if said.estimate else None
    return find_deficiency(work, tracking, said.documents, parse_date(said.until), estimate)


def _applicant(said: Correction) -> Applicant:
    return applicant(
        kind_of(said.kind, said.code),
        said.code,
        said.name,
        mobile_text=said.mobile,
        father=said.father,
    )


def _spoken(said: Correction) -> bool:
    """Whether anything of a representative stands in the form."""
    return bool(said.representative_id or said.representative_name or said.proxy)


def _spoken_anew(said: Correction, known: Request) -> Representative | None:
    """Who speaks for the applicant, where that was changed."""
    typed = (said.representative_id, said.representative_name, said.proxy)
    before = known.representative
    stood = (before.id, before.name, before.proxy) if before else ("", "", "")
    return representative(*typed) if _spoken(said) and typed != stood else None


def _closing(work: Work, day: date) -> datetime:
    """The office's closing on that day; its midnight where it is shut."""
    hours = work.office.calendar.hours_of(day)
    return datetime.combine(day, hours[1] if hours else time.min)
