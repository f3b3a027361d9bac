"""What has happened before the day that is played: by deeds, each at its time."""

from collections.abc import Mapping
from contextlib import closing
from datetime import date
from pathlib import Path

from app.deeds.looking import the_desk_entry
from app.deeds.pad import prepare_pad
from app.deeds.spool import set_printers
from app.persian import parse_date
from app.ports import Look
from app.spooling.printers import named_printers
from app.sub_service import Step
from ui.tour.earlier import Earlier
from ui.tour.script import Script
from ui.tour.stage import Stage
from ui.tour.weeks import Weeks

_SHEETS = 2
"""Of the pad of blank receipts, that its paper is soon seen through."""


class BeforeTheDay:
    """`trackings` are the requests by story, `pad` is a number of the blank receipts."""

    def __init__(self, stage: Stage, papers: Path) -> None:
        self._stage, self._script, self._papers = stage, stage.script, papers
        self.trackings: Mapping[str, str] = {}
        self.pad = ""

    def play(self) -> None:
        """Printers and blank receipts, requests of some stories, weeks of others."""
        with closing(self._stage.house.open()) as store:
            with store.journal.work() as work:
                folder = f"file:{self._papers}"
                set_printers(work, named_printers(roll=folder, page=folder))
                self.pad = prepare_pad(work, _SHEETS).sheets[0]
            earlier = Earlier(store.journal, self._stage.clock, self._script.date)
            with store.journal.look() as look:
                weeks = Weeks(self._script.past, _days(look, self._script), self._tables(look))
            earlier.play(self._script.before, weeks.planned())
            self.trackings = earlier.trackings

    def _tables(self, look: Look) -> dict[str, tuple[Step, ...]]:
        codes = {wish.service for wish in self._script.past.wishes}
        return {code: the_desk_entry(look, code).sheet.steps for code in codes}


def _days(look: Look, script: Script) -> tuple[date, ...]:
    """Working days between the set-up and the day that is played."""
    calendar = look.office.calendar
    days = [calendar.next_open_day(parse_date(script.set_up))]
    while days[-1] < script.date:
        days.append(calendar.next_open_day(days[-1]))
    return tuple(day for day in days if day < script.date)
