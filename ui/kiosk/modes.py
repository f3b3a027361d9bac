"""How a visitor wants the kiosk: each of these ends when the visitor has left."""

from typing import Literal

from msgspec.structs import replace

from app.value import Value
from ui.frame.words import tr

Mode = Literal["aloud", "large", "contrast", "low"]


class Modes(Value, frozen=True, kw_only=True):
    """`aloud`: each page is read; `large`: larger text; `low`: for who sits in a wheelchair."""

    aloud: bool = False
    large: bool = False
    contrast: bool = False
    low: bool = False

    def turned(self, mode: Mode) -> "Modes":
        """With one of them the other way round."""
        return replace(self, **{mode: not getattr(self, mode)})


class Tool(Value, frozen=True, kw_only=True):
    """What every page offers beside its own; `mode` empty: a sheet for the visitor's opinion."""

    name: str
    icon: str
    mode: Mode | Literal[""] = ""


def tools_in_head(modes: Modes) -> tuple[Tool, ...]:
    """At its far end, the last at the left; none in the low layout."""
    return () if modes.low else (_aloud(modes), _large(modes))


def tools_below(modes: Modes, *, first: bool, prints: bool) -> tuple[Tool, ...]:
    """Below the page, from the right: in the low layout all of them, on every page."""
    higher = (_aloud(modes), _large(modes)) if modes.low else ()
    usual = (_low(modes), _contrast(modes)) if first or modes.low else ()
    survey = Tool(name=tr("Opinion form"), icon="clipboard-list")
    return (*higher, *usual, *((survey,) if first and prints else ()))


def _aloud(modes: Modes) -> Tool:
    name = tr("Be silent") if modes.aloud else tr("Read aloud")
    return Tool(name=name, icon="volume" if modes.aloud else "ear", mode="aloud")


def _large(modes: Modes) -> Tool:
    name = tr("Usual text size") if modes.large else tr("Larger text")
    return Tool(name=name, icon="text-size", mode="large")


def _contrast(modes: Modes) -> Tool:
    name = tr("Usual colours") if modes.contrast else tr("Stronger colours")
    return Tool(name=name, icon="contrast", mode="contrast")


def _low(modes: Modes) -> Tool:
    name = tr("Usual height") if modes.low else tr("Wheelchair height")
    return Tool(name=name, icon="wheelchair", mode="low")
