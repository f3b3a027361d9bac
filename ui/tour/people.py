"""People of the script as a deed wants them."""

from app.applicant import Applicant, Representative
from app.deeds.applicant import applicant, representative
from ui.tour.script import Person


def applicant_of(person: Person) -> Applicant:
    """As a deed wants it."""
    return applicant(
        person.kind, person.id, person.name, mobile_text=person.mobile, father=person.father
    )


def representative_of(person: Person | None) -> Representative | None:
    """Likewise; None where nobody speaks for the applicant."""
    return representative(person.id, person.name, person.proxy) if person else None
