"""What a visitor can wish on a page, as frozen values that the pages emit."""

from app.handing.kiosk import Purpose, Wanted
from app.value import Value
from ui.kiosk.places import Place


class Go(Value, frozen=True, kw_only=True):
    """To a place that is known already."""

    to: Place


class Back(Value, frozen=True, kw_only=True):
    """To the place before."""


class Leave(Value, frozen=True, kw_only=True):
    """To the first page: done."""


class Choose(Value, frozen=True, kw_only=True):
    """To the sub-services."""


class Show(Value, frozen=True, kw_only=True):
    """To the sheet of a sub-service (an id)."""

    service: str


class Take(Value, frozen=True, kw_only=True):
    """A number; `ask`: the priority is asked for first, if the office has classes."""

    wanted: Wanted
    title: str = ""
    ask: bool = False


class Print(Value, frozen=True, kw_only=True):
    """The information sheet of a sub-service (a code) on paper."""

    code: str


class Opinion(Value, frozen=True, kw_only=True):
    """An empty sheet for the visitor's opinion, on paper."""


class Follow(Value, frozen=True, kw_only=True):
    """How a request stands."""

    tracking: str
    last_digits: str


class Scan(Value, frozen=True, kw_only=True):
    """A paper that was held under the reader, or its number; `purpose`: for what, if it is not a
    slip, which brings back wherever it is read.
    """

    text: str
    purpose: Purpose = "collect"


Wish = Go | Back | Leave | Choose | Show | Take | Print | Opinion | Follow | Scan
