"""What this PC is set up for: which window it opens, and how that looks."""

from typing import Literal

from app.order import in_order
from app.ports import Look, Work
from app.roles import EVERYBODY, WINDOWS
from app.spooling.printers import Printers
from app.value import Value

WINDOW, SCALE, CONTRAST, KEY = "window", "scale", "contrast", "recovery_key"
CLERK = "clerk:"
"""Names of this PC's settings."""

LARGE = 1.5
UNSEEN = "unseen"
"""The recovery key was made, and nobody has said yet that it is on paper."""


class Own(Value, frozen=True, kw_only=True):
    """`window` is «counter:1» or «kiosk:NAME»; `clerk` (an id) is who acts there."""

    window: str = ""
    scale: float = 1.0
    contrast: bool = False
    clerk: str = ""
    key_unseen: bool = False


class Wanted(Value, frozen=True, kw_only=True):
    """What the first start was told: an office, and what stands on this PC. A sample office brings
    its own names, counters and clerks. `name` is the counter's number or the kiosk's name. Without
    a `password`, typed twice, windows open without asking; with its `pin` a kiosk is left.
    """

    sample: bool = False
    agency: str = ""
    office: str = ""
    address: str = ""
    phone: str = ""
    role: Literal["counter", "kiosk"] = "counter"
    name: str = "1"
    series: str = ""
    clerk: str = ""
    password: str = ""
    again: str = ""
    pin: str = ""
    printers: Printers = Printers()


def clerk_at(look: Look, window: str) -> str:
    """Who worked at that window last (an id), if they still may, else the office's first clerk who
    may, else the first.
    """
    clerks = look.office.clerks
    may = WINDOWS.get(window.partition(":")[0], EVERYBODY)
    able = {code: clerk for code, clerk in clerks.items() if clerk.role in may}
    last = look.setting(f"{CLERK}{window}")
    if any(clerk.clerk == last for clerk in able.values()):
        return last
    first = min(able or clerks, key=lambda code: (len(code), code), default="")
    return clerks[first].clerk if first else ""


def keep_clerk(work: Work, window: str, clerk: str) -> None:
    """Who works at that window from now on."""
    work.set_setting(f"{CLERK}{window}", clerk)


def own_of(look: Look) -> Own:
    """As this PC was set up; else the office's first counter or kiosk."""
    return Own(
        window=look.setting(WINDOW) or _first_window(look),
        scale=LARGE if look.setting(SCALE) == str(LARGE) else 1.0,
        contrast=bool(look.setting(CONTRAST)),
        key_unseen=look.setting(KEY) == UNSEEN,
    )


def keep_scale(work: Work, scale: float) -> None:
    """The size of text from now on."""
    work.set_setting(SCALE, str(scale))


def keep_contrast(work: Work, *, contrast: bool) -> None:
    """Whether colours have high contrast from now on."""
    work.set_setting(CONTRAST, "high" if contrast else "")


def key_seen(work: Work) -> None:
    """The recovery key is on paper."""
    work.set_setting(KEY, "")


def _first_window(look: Look) -> str:
    counters = in_order(look.office)
    if not counters and look.office.kiosks:
        return f"kiosk:{min(look.office.kiosks)}"
    return f"counter:{counters[0] if counters else 1}"
