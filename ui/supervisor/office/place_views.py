"""Where people are served: counters, and the PCs and kiosks of the office."""

from collections.abc import Sequence

from app.events.office import CounterOpened
from app.letters import persian_digits
from app.local import local
from app.order import by_code
from app.persian import format_date, format_time
from app.showing.office import OfficeShown, PcShown
from ui.frame.page import GAP, Act
from ui.frame.words import tr
from ui.look.parts.row import Cell, Column, Row
from ui.supervisor.office.view import View, none_chosen

_COUNTERS = (
    Column(width=96, role="strong"),
    Column(width=180, role="open"),
    Column(role="body", colour="ink_2"),
    Column(width=200, role="body", colour="ink_2"),
)
_PCS = (
    Column(width=112, role="strong"),
    Column(role="open"),
    Column(width=84, role="strong"),
    Column(width=120, role="body", colour="ink_2"),
    Column(width=150, align="end", role="body", colour="ink_2"),
)


def counters() -> View:
    """The counters and what each serves."""
    return View(
        which="counters",
        name=tr("Counters of the office"),
        columns=_COUNTERS,
        heads=(tr("Counter"), tr("Title"), tr("Serves"), tr("State")),
        empty=tr("No counter is set up yet."),
        rows=_counter_rows,
        acts=_counter_acts,
        note=lambda _: tr(
            "What no counter names, every counter serves. A change holds from the next call on."
        ),
    )


def pcs() -> View:
    """The PCs, what they are called and the letters of their numbers; and the kiosks."""
    return View(
        which="pcs",
        name=tr("PCs and kiosks"),
        columns=_PCS,
        heads=(tr("PC"), tr("Name"), tr("Series of numbers"), tr("Window"), tr("Last heard")),
        empty=tr("No PC is known yet."),
        rows=_pc_rows,
        acts=_pc_acts,
        note=lambda _: tr("Each PC gives numbers of its own letters, so that none is given twice."),
    )


def _counter_rows(shown: OfficeShown) -> Sequence[Row]:
    office = shown.office
    return [_counter(shown, office.counters[n]) for n in sorted(office.counters, key=by_code)]


def _counter(shown: OfficeShown, counter: CounterOpened) -> Row:
    paused = shown.office.paused.get(counter.number)
    state = tr("paused: {reason}", reason=paused.reason) if paused else tr("open")
    cells = (
        Cell(text=tr("Counter {n}", n=counter.number)),
        Cell(text=counter.title),
        Cell(text=_served(shown, counter)),
        Cell(
            text=state,
            icon="player-pause" if paused else "",
            colour="amber" if paused else None,
        ),
    )
    return Row(cells=cells, key=counter.number)


def _served(shown: OfficeShown, counter: CounterOpened) -> str:
    if not counter.services:
        return tr("all sub-services")
    codes = [persian_digits(each.code) for each in shown.services if each.id in counter.services]
    if not codes:
        return tr("only what is given no longer")
    count = persian_digits(str(len(codes)))
    return tr("{n} sub-services: {codes}", n=count, codes="، ".join(codes))


def _counter_acts(shown: OfficeShown, key: str) -> Sequence[Act]:
    none = none_chosen(key)
    paused = key in shown.office.paused
    return (
        Act(combo="F2", name=tr("New counter")),
        Act(combo="F4", name=tr("Title of the counter"), why_not=none),
        Act(combo="F3", name=tr("Take the counter away"), why_not=none),
        GAP,
        Act(
            combo="F7",
            name=tr("Open it again") if paused else tr("Pause the counter"),
            why_not=none,
            does=tr("For a while nobody is called there; board and hall say why"),
        ),
        GAP,
        Act(combo="F8", name=tr("What it serves"), why_not=none, filled=not none),
    )


def _pc_rows(shown: OfficeShown) -> Sequence[Row]:
    kiosks = [
        Row(
            cells=(
                Cell(text=tr("a kiosk"), icon="ticket"),
                Cell(text=name),
                Cell(),
                Cell(),
                Cell(),
            ),
            key=f"kiosk:{name}",
        )
        for name in shown.office.kiosks
    ]
    return [*(_pc(pc) for pc in shown.pcs), *kiosks]


def _pc(pc: PcShown) -> Row:
    title = tr("PC {n}", n=persian_digits(str(pc.place)))
    name = pc.name or tr("without a name")
    heard = local(pc.heard) if pc.heard else None
    when = f"{format_date(heard.date())} {format_time(heard)}" if heard else "—"
    cells = (
        Cell(text=title),
        Cell(
            text=tr("{name} (this PC)", name=name) if pc.here else name,
            colour=None if pc.name else "ink_3",
        ),
        Cell(text=pc.series or tr("gives no numbers"), colour=None if pc.series else "ink_3"),
        Cell(text=_window(pc.window)),
        Cell(text=when),
    )
    return Row(cells=cells, key=f"pc:{pc.node}")


def _window(window: str) -> str:
    kind, _, name = window.partition(":")
    if kind == "counter":
        return tr("Counter {n}", n=name)
    return tr("Kiosk {name}", name=name) if kind == "kiosk" else ""


def _pc_acts(_: OfficeShown, key: str) -> Sequence[Act]:
    pc = none_chosen(key) or ("" if key.startswith("pc:") else tr("This is a kiosk, not a PC."))
    kiosk = none_chosen(key) or ("" if key.startswith("kiosk:") else tr("Only kiosks are removed."))
    return (
        Act(combo="F2", name=tr("New kiosk")),
        Act(combo="F3", name=tr("Take the kiosk away"), why_not=kiosk),
        GAP,
        Act(combo="F6", name=tr("Letters of its numbers"), why_not=pc),
        Act(combo="F4", name=tr("Name the PC"), why_not=pc, filled=not pc),
    )
