"""What is known of filled questionnaires (Table 5, R63-R67). They name nobody."""

from datetime import date

from app.event import Event
from app.value import Value


class Filled(Value, frozen=True, kw_only=True):
    """One of them: no ticket, request, clerk or time, only the day. `answers` has a place for each
    question: 5 for the first of the form's levels («خیلی زیاد») down to 1, 0 for none.
    """

    day: date
    answers: tuple[int, ...]
    gender: str = ""
    age: str = ""
    education: str = ""
    job: str = ""
    service: str = ""
    visits: str = ""
    remarks: str = ""


class SurveysCounted(Event, frozen=True, kw_only=True):
    """Several together, shuffled, so that their order tells nothing of who came when."""

    filled: tuple[Filled, ...]
