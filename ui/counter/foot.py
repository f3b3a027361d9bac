"""The status bar of a counter: the centre, the printers, the day."""

from collections.abc import Sequence
from datetime import datetime

from app.showing.sync import SyncState
from app.spooling.printer_state import PrinterState, printer_state
from app.spooling.printers import MAIN_ROLES, ROLES, Role
from app.spooling.spool import lacks_printer, wants_decision
from ui.counter.state import CounterState
from ui.frame.paper_words import printer_short, printer_words
from ui.frame.sync_words import sync_items
from ui.frame.words import tr
from ui.look.parts.status_bar import StatusBar, StatusItem

_GRAVE: tuple[PrinterState, ...] = (
    "unreachable",
    "missing",
    "silent",
    "paper_out",
    "cover_open",
    "offline",
    "unknown",
    "no_printer",
    "near_end",
    "printing",
    "untried",
    "untold",
    "ready",
)
_CALM: tuple[PrinterState, ...] = ("printing", "untried", "untold", "ready")


def show_foot(status: StatusBar, state: CounterState, sync: SyncState, now: datetime) -> None:
    """Calm is grey; only what is wrong takes colour."""
    status.show_items((*sync_items(sync, now), _printer(state), *_papers(state)))
    status.show_clerk(state.clerk_name)


def worst_printer(state: CounterState) -> PrinterState:
    """The gravest state of this PC's printers; `no_printer` only where there is none at all, and
    `unknown` also where a paper is held that the only printer cannot take.
    """
    printers = state.printers
    if not printers.any:
        return "no_printer"
    states = [_state(role, state) for role in ROLES if printers.named(role)]
    held: list[PrinterState] = ["unknown" for job in state.jobs if lacks_printer(job)]
    return min((*states, *held), key=_GRAVE.index)


def _printer(state: CounterState) -> StatusItem:
    worst = worst_printer(state)
    words = {
        "ready": tr("Printer ready"),
        "printing": tr("Printing"),
        "near_end": tr("Paper near its end"),
        "unreachable": tr("Printer cannot be reached"),
        "missing": tr("No printer of that name"),
        "silent": tr("Printer does not answer"),
        "paper_out": tr("Printer has no paper"),
        "cover_open": tr("The printer's cover is open"),
        "offline": tr("Printer is switched offline"),
        "unknown": tr("Papers are held; Ctrl+9"),
        "no_printer": tr("No printer is set; Ctrl+9"),
        "untried": tr("Printer not tried yet"),
        "untold": tr("The printer's state is unknown"),
    }
    if worst not in _CALM:
        icon = "printer" if worst == "near_end" else "alert-triangle"  # it still prints
        return StatusItem(icon=icon, text=_which(worst, state) or words[worst], tone="warning")
    main = [_state(role, state) for role in MAIN_ROLES]
    same = worst == "printing" or len(set(main)) == 1
    text = words["printing" if worst == "printing" else main[0]] if same else _each(main)
    return StatusItem(icon="printer", text=text)


def _which(worst: PrinterState, state: CounterState) -> str:
    """Which of several printers have the trouble; empty where that need not be told."""
    states = {role: _state(role, state) for role in ROLES if state.printers.named(role)}
    if len(set(states.values())) < 2 or worst not in states.values() or worst == "unknown":
        return ""
    return " · ".join(
        tr("{printer}: {state}", printer=printer_short(role), state=printer_words(each))
        for role, each in states.items()
        if each not in _CALM
    )


def _papers(state: CounterState) -> tuple[StatusItem, ...]:
    """Papers that a person must decide about, whatever the printers say meanwhile."""
    if any(job.state == "unconfirmed" for job in state.jobs):
        text = tr("A print is not confirmed; look at the paper")
    elif any(map(wants_decision, state.jobs)):
        text = tr("A paper could not be printed")
    else:
        return ()
    return (StatusItem(icon="alert-triangle", text=text, tone="warning"),)


def _state(role: Role, state: CounterState) -> PrinterState:
    return printer_state(role, state.printers, state.jobs, state.conditions)


def _each(main: Sequence[PrinterState]) -> str:
    """The printer for slips and the one for pages, where they do not stand alike."""
    roll, page = map(printer_words, main)
    return tr("Roll printer: {roll} · page printer: {page}", roll=roll, page=page)
