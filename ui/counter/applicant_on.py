"""The applicant who stands on the sheet."""

from app.applicant import Applicant
from app.deeds.applicant import applicant
from ui.counter.state import Sheet


def applicant_on(sheet: Sheet) -> Applicant:
    """As a request or a slip names them; refuses what is no name, no number."""
    return applicant(
        sheet.kind, sheet.identified, sheet.name, mobile_text=sheet.mobile, father=sheet.father
    )
