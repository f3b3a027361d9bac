"""Carries out what is wished for the hours of the week."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

from msgspec.structs import replace

from app.deeds.office import lift_hours, require_as_seen, set_hours, set_rules
from app.events.office import HoursSet
from app.folds.office import Office
from app.persian import format_time, parse_date, tidy
from app.ports import Look, Work
from app.refusal import Refusal
from app.week import hours_typed, parse_time
from ui.frame.words import tr
from ui.supervisor.kept_page import Values
from ui.supervisor.means import Means
from ui.supervisor.office.doing import Doing
from ui.supervisor.office.forms import HoursForm, hours_values, spans_typed
from ui.supervisor.office.page import OfficePage
from ui.supervisor.office.time_views import in_force


class Hours(Doing):
    """Weekly hours from dates on, and the end of number-giving."""

    def __init__(self, means: Means, page: OfficePage) -> None:
        super().__init__(means, page)
        said = tr("The hours are kept. Dates that were promised stay as they are.")
        self.hours = self.joined(HoursForm(means.theme), _keep_hours, _hours_now, said)

    @property
    def keys(self) -> Mapping[tuple[str, str], Callable[[str], object]]:
        """Of the fifth tab."""
        return {
            ("hours", "F2"): lambda _: self._open_hours(""),
            ("hours", "F3"): self._lift_hours,
            ("hours", "F4"): self._open_hours,
            ("hours", "F6"): lambda _: self._end_numbers(),
        }

    def _open_hours(self, key: str) -> None:
        shown = self.page.shown
        if shown is None:
            return
        since = date.fromisoformat(key) if key else None
        week = _week(shown.office, since) if since else None
        if since and since < shown.today:  # what held is over: these become others from today on
            self._fill_hours("", hours_values(week, shown.today), None)
        else:
            self._fill_hours(key, hours_values(week or in_force(shown), since), week)

    def _fill_hours(self, key: str, values: Values, week: HoursSet | None) -> None:
        title = tr("New hours from a day on")
        if week:
            title = tr("Hours from {date} on", date=week.since)
        self.hours.open_form(title, key, values, week)
        self.hours.close_field("since", closed=week is not None)
        self.means.go(self.hours)

    def _lift_hours(self, key: str) -> None:
        since = date.fromisoformat(key)
        question = tr("Take the hours from {date} on back? Those before go on.", date=since)
        said = tr("The change is taken back.")
        self.sure(question, lambda work: lift_hours(work, since), said)

    def _end_numbers(self) -> None:
        shown = self.page.shown
        until = shown.office.rules.numbers_until if shown else None

        def typed(text: str) -> None:
            said = tr("Kiosks give numbers until closing.")
            if tidy(text):
                said = tr("The end of number-giving holds from now on.")
            self.do(partial(_numbers_until, text=text), said)

        question = tr("Until when do kiosks give numbers (empty: until closing)?")
        given = format_time(until) if until else ""
        self.ask(question, typed, given=given, optional=True)


def _week(office: Office, since: date) -> HoursSet | None:
    return next((week for week in office.weeks if week.since == since), None)


def _keep_hours(work: Work, values: Values, based: HoursSet | None) -> object:
    since = parse_date(values["since"])
    standing = _week(work.office, since)
    if based is None and standing:
        raise Refusal("hours_since_taken", date=since)
    require_as_seen(based, standing)
    return set_hours(work, since, hours_typed(spans_typed(values)))


def _hours_now(look: Look, key: str) -> tuple[Values, Any] | None:
    since = date.fromisoformat(key)
    week = _week(look.office, since)
    return (hours_values(week, since), week) if week else None


def _numbers_until(work: Work, text: str) -> object:
    until = parse_time(text) if tidy(text) else None
    return set_rules(work, replace(work.office.rules, numbers_until=until))
