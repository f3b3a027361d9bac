"""When the office is open, and what it is called."""

from collections.abc import Sequence
from datetime import date

from app.events.office import HoursSet
from app.letters import persian_digits
from app.persian import format_date, format_time, weekday_name
from app.showing.office import OfficeShown
from ui.frame.page import GAP, Act
from ui.frame.words import tr
from ui.look.parts.row import Cell, Column, Row
from ui.supervisor.office.view import View, none_chosen
from ui.supervisor.office.words import closed_words, moves, since_words, week_words

_HOURS = (
    Column(width=150, role="strong"),
    Column(role="open"),
    Column(width=200, role="body", colour="ink_2"),
    Column(width=110, align="end", role="body", colour="ink_2"),
)
_CLOSURES = (
    Column(width=96, role="strong"),
    Column(role="open"),
    Column(width=76, align="end", role="body", colour="ink_2"),
)
_LETTERHEAD = (
    Column(width=220, role="body", colour="ink_2"),
    Column(role="open"),
)
PARTS = ("agency", "name", "address", "phone", "url", "sms_line")


def hours() -> View:
    """The weekly hours by the dates from which they hold."""
    return View(
        which="hours",
        name=tr("Working hours"),
        columns=_HOURS,
        heads=(tr("From the day"), tr("Hours of the week"), tr("Closed on"), tr("State")),
        empty=tr("No hours are set: the office promises no dates."),
        rows=_hours_rows,
        acts=_hours_acts,
        note=_hours_note,
    )


def closures(*, large: bool) -> View:
    """The days on which the office is shut, of the year of the month that is seen."""
    parts = 2 if large else len(_CLOSURES)
    return View(
        which="closures",
        name=tr("Holidays and closures"),
        columns=_CLOSURES[:parts],
        heads=(tr("Day"), tr("Why the office is shut"), "")[:parts],
        empty=tr("No day of this year is marked as closed."),
        rows=lambda shown: [_closure(*each) for each in sorted(shown.office.closures.items())],
        acts=lambda _, __: (),
        note=lambda _: tr(
            "Lunar holidays may move by a day; promised dates stay as they were printed."
        ),
    )


def letterhead() -> View:
    """What stands at the head and foot of papers."""
    return View(
        which="letterhead",
        name=tr("Letterhead"),
        columns=_LETTERHEAD,
        heads=(tr("Part of the letterhead"), tr("As it is printed")),
        empty="",
        rows=_letterhead_rows,
        acts=_letterhead_acts,
        note=lambda _: tr("Papers that were printed keep what they said."),
    )


def part_names() -> dict[str, str]:
    """What the parts of the letterhead are called."""
    return {
        "agency": tr("Agency"),
        "name": tr("Name of the office"),
        "address": tr("Address"),
        "phone": tr("Phone"),
        "url": tr("Address on the web"),
        "sms_line": tr("SMS line for opinions"),
    }


def in_force(shown: OfficeShown) -> HoursSet | None:
    """The hours of today."""
    begun = [week for week in shown.office.weeks if week.since <= shown.today]
    return begun[-1] if begun else next(iter(shown.office.weeks), None)


def _hours_rows(shown: OfficeShown) -> Sequence[Row]:
    holding = in_force(shown)
    return [_week(week, shown.today, holds=week is holding) for week in shown.office.weeks]


def _week(week: HoursSet, today: date, *, holds: bool) -> Row:
    state = since_words(week.since, today, holds=holds)
    cells = (
        Cell(text=format_date(week.since)),
        Cell(text=week_words(week.hours), colour=None if holds or week.since > today else "ink_3"),
        Cell(text=closed_words(week.hours)),
        Cell(
            text=state,
            icon="check" if holds else "",
            colour="firuzeh_7" if holds else "amber" if week.since > today else None,
        ),
    )
    return Row(cells=cells, key=week.since.isoformat(), marked=holds)


def _hours_note(shown: OfficeShown) -> str:
    until = shown.office.rules.numbers_until
    giving = tr("Kiosks give numbers until closing.")
    if until:
        giving = tr("Kiosks give numbers until {time}.", time=format_time(until))
    promised = tr("New hours change no date that was promised before.")
    return f"{giving} {promised}"


def _hours_acts(shown: OfficeShown, key: str) -> Sequence[Act]:
    none = none_chosen(key)
    only = tr("These are the only hours.") if len(shown.office.weeks) == 1 else ""
    return (
        Act(combo="F2", name=tr("New hours from a day on")),
        Act(combo="F3", name=tr("Take the change back"), why_not=none or only),
        GAP,
        Act(
            combo="F6",
            name=tr("End of number-giving"),
            does=tr("From then on kiosks give no number; empty: until closing"),
        ),
        GAP,
        Act(combo="F4", name=tr("Change these hours"), why_not=none, filled=not none),
    )


def _closure(day: date, title: str) -> Row:
    cells = (
        Cell(text=format_date(day)),
        Cell(
            text=persian_digits(title),
            icon="alert-triangle" if moves(title) else "",
            colour="amber" if moves(title) else None,
        ),
        Cell(text=weekday_name(day)),
    )
    return Row(cells=cells, key=day.isoformat())


def _letterhead_rows(shown: OfficeShown) -> Sequence[Row]:
    said = shown.office.described
    names = part_names()
    texts = [(part, names[part], persian_digits(getattr(said, part))) for part in PARTS]
    texts[4] = (PARTS[4], names[PARTS[4]], said.url)
    emblem = tr("a picture") if shown.office.emblem else ""
    rows = [*texts, ("emblem", tr("Emblem of the letterhead"), emblem)]
    return [
        Row(
            cells=(
                Cell(text=name),
                Cell(text=text or tr("nothing"), colour=None if text else "ink_3"),
            ),
            key=part,
        )
        for part, name, text in rows
    ]


def _letterhead_acts(shown: OfficeShown, _: str) -> Sequence[Act]:
    none = "" if shown.office.emblem else tr("The letterhead has no emblem.")
    return (
        Act(combo="F6", name=tr("Emblem from a file"), does=tr("A PNG picture, best square")),
        Act(combo="F3", name=tr("No emblem"), why_not=none),
        GAP,
        Act(combo="F4", name=tr("Change the letterhead"), filled=True),
    )
