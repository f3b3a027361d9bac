"""The status bar of a counter: the centre, the printers, the day."""

from datetime import datetime

from app.local import local
from app.persian import format_date, format_time, weekday_name
from app.spool import ROLES, PrinterState, printer_state
from ui.counter.state import CounterState
from ui.frame.words import tr
from ui.look.parts.status_bar import StatusBar, StatusItem

_GRAVE: tuple[PrinterState, ...] = (
    "unreachable",
    "failed",
    "unconfirmed",
    "unknown",
    "no_printer",
    "printing",
    "ready",
)


def show_foot(status: StatusBar, state: CounterState) -> None:
    """Calm is grey; only what is wrong takes colour."""
    status.show_items(
        (
            StatusItem(icon="plug-connected", text=tr("Works by itself, without a centre")),
            _printer(state),
        )
    )
    status.show_clerk(state.clerk_name)


def show_time(status: StatusBar, now: datetime) -> None:
    """Day and time of the office."""
    here = local(now)
    status.show_time(f"{weekday_name(here.date())} {format_date(here.date())}", format_time(here))


def worst_printer(state: CounterState) -> PrinterState:
    """The gravest state of this PC's printers; `no_printer` only where there is none at all, and
    `unknown` also where a paper is held that the only printer cannot take.
    """
    printers = state.printers
    if not printers.roll and not printers.page:
        return "no_printer"
    states = [printer_state(role, printers, state.jobs) for role in ROLES if printers.named(role)]
    held: list[PrinterState] = ["unknown" for job in state.jobs if job.state == "held"]
    return min((*states, *held), key=_GRAVE.index)


def _printer(state: CounterState) -> StatusItem:
    worst = worst_printer(state)
    words = {
        "ready": tr("Printer ready"),
        "printing": tr("Printing"),
        "unreachable": tr("Printer does not answer"),
        "unconfirmed": tr("A print is not confirmed; look at the paper"),
        "failed": tr("A paper could not be printed"),
        "unknown": tr("Papers are held; Ctrl+9"),
        "no_printer": tr("No printer is set; Ctrl+9"),
    }
    calm = worst in ("ready", "printing")
    icon = "printer" if calm else "alert-triangle"
    return StatusItem(icon=icon, text=words[worst], tone="calm" if calm else "warning")
