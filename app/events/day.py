"""What happens to a day of the desk."""

from datetime import date

from app.event import Event


class DayClosed(Event, frozen=True, kw_only=True):
    """The daily log (Table 2) was closed; later work of that day goes on a supplement.

    `counter` empty: the whole desk. `head` is the chain's head when it was closed.
    """

    day: date
    counter: str
    requests: int
    answers: int
    head: str
