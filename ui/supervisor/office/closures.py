"""Carries out what is wished for holidays and closures."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import partial

from app.deeds.estimate import moved
from app.deeds.office import announce_closures, confirm_year, lift_closure, require_as_shown
from app.local import local
from app.persian import long_date, parse_date, persian_digits
from app.ports import Look, RequestLine, Work
from app.refusal import Refusal
from app.showing.appointment import appointments_of
from app.showing.holidays import year_to_list
from app.showing.office import holidays_to_add
from app.week import days_of_year
from ui.frame.words import tr
from ui.supervisor.means import Means
from ui.supervisor.office.doing import LOOK_AGAIN, Doing
from ui.supervisor.office.lines_page import LinesPage
from ui.supervisor.office.page import OfficePage

_PAST = "closure_past"

_MOST = 2_000
"""Open requests that are looked at for a later estimate."""


class Closures(Doing):
    """Days on which the office is shut, the holidays of a year, and who waits longer for them."""

    def __init__(self, means: Means, page: OfficePage) -> None:
        super().__init__(means, page)
        self.lines = LinesPage(means.theme)

    @property
    def keys(self) -> Mapping[tuple[str, str], Callable[[str], object]]:
        """Of the sixth tab."""
        return {
            ("closures", "F2"): self._close_day,
            ("closures", "F3"): self._lift,
            ("closures", "F4"): lambda _: self._go_to(),
            ("closures", "F6"): lambda _: self._seed(),
            ("closures", "F7"): lambda _: self._confirm(),
            ("closures", "F9"): lambda _: self._show_later(),
        }

    def _close_day(self, key: str) -> None:
        self._ask_why(date.fromisoformat(key), "")

    def _ask_why(self, day: date, typed: str) -> None:
        """Why; `typed` is what was answered before somebody else was first."""
        shown = self.page.shown
        title = shown.office.closures.get(day, "") if shown else ""
        question = tr("Why is the office shut on {day}?", day=long_date(day))
        if typed and title:
            question = tr("Closed meanwhile as «{title}». Which reason holds?", title=title)
        given = typed or persian_digits(title)
        self.ask(question, lambda why: self._announce(day, why, title), given=given)

    def _announce(self, day: date, why: str, title: str, reason: str = "") -> None:
        def act(work: Work) -> object:
            require_as_shown(title, work.office.closures.get(day, ""))
            return announce_closures(work, {day: why}, reason)

        def done(_: object) -> None:
            self.page.stale.emit()
            told = partial(self._tell_closed, day)
            self.means.door.look(partial(_touched, day), told, awaited=True)

        def refused(refusal: Refusal) -> None:
            self.refuse(refusal)
            if refusal.code == _PAST:
                question = tr("Why is {day} entered only now?", day=long_date(day))
                self.ask(question, lambda late: self._announce(day, why, title, late))
            if refusal.code == LOOK_AGAIN:
                self.means.door.look(lambda _: None, lambda _: self._ask_why(day, why))

        self.means.door.do(act, done, refused)

    def _tell_closed(self, day: date, touched: tuple[int, int]) -> None:
        later, standing = touched
        said = [tr("{date} is closed. Promised dates stay as they are.", date=day)]
        if later:
            said.append(tr("{n} open requests are expected later now (F9).", n=later))
        if standing:
            said.append(tr("{n} appointments stand: move them (Shift+F5, Shift+F11).", n=standing))
        self.means.speaker.tell(" ".join(said))

    def _lift(self, key: str) -> None:
        day = date.fromisoformat(key)
        question = tr("Does the office work on {day} after all?", day=long_date(day))
        said = tr("{date} is a working day again, as its weekday is.", date=day)
        self.sure(question, lambda work: lift_closure(work, day), said)

    def _go_to(self) -> None:
        def typed(text: str) -> None:
            try:
                self.page.calendar.go(parse_date(text))
            except Refusal as refusal:
                self.refuse(refusal)

        self.ask(tr("To which date?"), typed)

    def _seed(self) -> None:
        shown, seen = self.page.shown, self.page.calendar.year
        year = year_to_list(shown.office, shown.today, seen) if shown else seen
        first, beyond = days_of_year(year)

        def read() -> Callable[[], object]:
            known = self.means.house.holidays(first, beyond)
            if not known:
                raise Refusal("holidays_unknown", year=str(year))
            return lambda: self._take(year, known)

        self.aside(read)

    def _take(self, year: int, known: Mapping[date, str]) -> None:
        shown = self.page.shown
        new = holidays_to_add(shown.office, known, shown.today) if shown else {}
        shown_year = persian_digits(str(year))
        if not new:
            said = tr("No official holiday to come of {year} is missing.", year=shown_year)
            self.means.speaker.tell(said)
            return
        self.page.calendar.go(days_of_year(year)[0])
        question = tr("Add {n} official holidays of {year}?", n=len(new), year=shown_year)
        said = tr("Added. Compare lunar days with the official calendar, then confirm the year.")
        self.sure(question, lambda work: announce_closures(work, new), said)

    def _confirm(self) -> None:
        year = self.page.calendar.year
        shown_year = persian_digits(str(year))
        question = tr("Were the closures of {year} compared one by one?", year=shown_year)
        said = tr("The holidays of {year} are confirmed.", year=shown_year)
        self.sure(question, lambda work: confirm_year(work, year), said)

    def _show_later(self) -> None:
        def come(lines: tuple[RequestLine, ...]) -> None:
            self.lines.show_lines(tr("Expected later than promised"), lines)
            self.means.go(self.lines)

        self.means.door.look(_later, come, awaited=True)


def _touched(day: date, look: Look) -> tuple[int, int]:
    """How many open requests a closure of that day makes later, and how many appointments stand on
    it.
    """
    return len(moved(look, day, _MOST)), appointments_of(look, day).expected


def _later(look: Look) -> tuple[RequestLine, ...]:
    return moved(look, local(look.at).date() - timedelta(days=366), _MOST)
