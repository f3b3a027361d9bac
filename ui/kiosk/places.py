"""Where a visitor can be, as frozen values: a page is built from one."""

from typing import Literal

from app.handing.kiosk import Given, Purpose, Wanted
from app.showing.kiosk import RequestStanding
from app.showing.service import ServiceLine, ServiceSheet
from app.value import Value

PaperState = Literal["awaited", "came", "missing", "before"]
"""Of a number's paper: `missing` where the number stands on the screen alone, `before` where it was
printed often enough when the number was asked for before.
"""


class Home(Value, frozen=True, kw_only=True):
    """What have you come for?"""


class Choosing(Value, frozen=True, kw_only=True):
    """The most used sub-services, the departments, and the way to search among all."""

    most_used: tuple[ServiceLine, ...]
    services: tuple[ServiceLine, ...]

    @property
    def departments(self) -> tuple[str, ...]:
        """In the order in which the catalogue names them; what has none is under the empty name."""
        return tuple(dict.fromkeys(line.department for line in self.services))


class Departments(Value, frozen=True, kw_only=True):
    """All departments, where they are too many for one page with the rest."""

    services: tuple[ServiceLine, ...]
    names: tuple[str, ...]


class Listing(Value, frozen=True, kw_only=True):
    """The sub-services of a department."""

    department: str
    services: tuple[ServiceLine, ...]


class Searching(Value, frozen=True, kw_only=True):
    """Sub-services by words of their titles."""

    services: tuple[ServiceLine, ...]


class Sheet(Value, frozen=True, kw_only=True):
    """What to know before taking a number."""

    sheet: ServiceSheet


class Priority(Value, frozen=True, kw_only=True):
    """Which class the visitor belongs to, if any."""

    title: str
    wanted: Wanted


class Scanning(Value, frozen=True, kw_only=True):
    """The receipt or the slip is held under the reader."""

    purpose: Purpose


class Following(Value, frozen=True, kw_only=True):
    """Tracking number and last digits of the code."""


class Standing(Value, frozen=True, kw_only=True):
    """How a request stands."""

    standing: RequestStanding


class Number(Value, frozen=True, kw_only=True):
    """The number that was given, and what is known of its paper."""

    given: Given
    paper: PaperState = "awaited"


Place = (
    Home
    | Choosing
    | Departments
    | Listing
    | Searching
    | Sheet
    | Priority
    | Scanning
    | Following
    | Standing
    | Number
)
