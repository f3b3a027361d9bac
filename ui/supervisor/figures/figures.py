"""Joins the page of figures, the store and files."""

from pathlib import Path

from PySide6.QtCore import QObject

from app.deeds.survey import enter_survey, waiting_surveys
from app.events.survey import Filled
from app.figures.report import QUESTIONS, Report, report
from app.local import day_of
from app.period import Period
from app.persian import format_moment, latin_date
from app.refusal import Refusal
from ui.figure_papers import ENDINGS, report_paper
from ui.file_name import known_ending
from ui.frame.ask import Ask
from ui.frame.beside import Beside, Store, Tell
from ui.frame.periods import Periods
from ui.frame.words import tr
from ui.supervisor.figures.page import FiguresPage
from ui.supervisor.figures.survey_page import SurveyPage
from ui.supervisor.figures.trace import Traced, TracePage, trace
from ui.supervisor.figures.views import View, views
from ui.supervisor.means import Means
from ui.words import Words


def figures(means: Means) -> FiguresPage:
    """The page; the present month is counted when it first comes up."""
    page = FiguresPage(means.theme)
    FiguresDesk(means, page)
    return page


class FiguresDesk(QObject):
    """Long readings are done beside the window, the rest through the door."""

    def __init__(self, means: Means, page: FiguresPage) -> None:
        super().__init__(page)
        self._means, self._page, self._words = means, page, Words()
        self._periods = Periods(means.speaker, means.door, means.clock, "month", self.count)
        self._report: Report | None = None
        self._views: tuple[View, ...] = ()
        self._counting: Beside[Report] = Beside(means.house.open)
        self._filing: Beside[str] = Beside(means.house.open)
        self._survey = SurveyPage(means.theme, self._words)
        self._connect()
        page.show_period(self._periods.now.name)

    # -- counting --------------------------------------------------------------------------------

    def count(self, period: Period) -> None:
        """Counts another period; the one before is given up."""
        self._page.show_period(period.name)
        self._page.show_share(0)

        def act(store: Store, tell: Tell) -> Report:
            with store.journal.look() as look:
                return report(look, period, tell)

        self._counting.do(act)

    def _seen(self, seen: bool) -> None:  # noqa: FBT001 - a slot
        if seen and self._report is None and not self._counting.busy:
            self.count(self._periods.now)

    def _came(self, told: Report) -> None:
        self._report, self._views = told, views(told, self._words)
        at = tr("As it stood {at}", at=format_moment(told.at))
        here = tr("{n} tickets are not over yet", n=told.here) if told.here else ""
        self._page.show_views(self._views, "، ".join(part for part in (here, at) if part))

    def _give_up(self) -> None:
        self._counting.give_up()
        self._page.rest(tr("Counting was stopped."))

    # -- rows behind a figure --------------------------------------------------------------------

    def _trace(self, table: str, key: str) -> None:
        if self._report is None:
            return
        title = tr("Rows behind a figure of {period}", period=self._periods.now.name)

        def show(traced: Traced) -> None:
            self._means.go(TracePage(self._means.theme, title, traced))

        read = trace(self._report, table, key, self._words)
        self._means.door.look(read, show, awaited=True)

    # -- files -----------------------------------------------------------------------------------

    def ask_file(self, ending: str) -> None:
        """Where the report is kept; its name says in which form."""
        name = "-".join(("figures", *latin_date(self._periods.now.first).split("/")))
        given = str(Path.home() / f"{name}{ending}")
        question = tr("Name of the file (ending .pdf or .xlsx)?")
        self._means.speaker.ask(Ask(question=question, kind="path", given=given), self._keep)

    def _keep(self, name: str) -> None:
        told = self._report
        if told is None:
            return
        try:
            ending = known_ending(name, ENDINGS)
        except Refusal as refusal:
            self._means.door.refused.emit(refusal)
            return
        house, words, clerk = self._means.house, self._words, self._means.door.clerk
        pictures = self._pictures() if ending == ".pdf" else {}

        def act(store: Store, _: Tell) -> str:
            if ending == ".xlsx":
                house.write(name, house.report_workbook(told, words))
                return name
            with store.journal.look() as look:
                paper = report_paper(look, told, words, pictures, clerk)
            press = house.press()
            try:
                house.write(name, press.pdf(paper))
            finally:
                press.close()
            return name

        self._means.speaker.tell(tr("The file is being written."))
        self._filing.do(act)

    def _pictures(self) -> dict[str, bytes]:
        """The picture of each view, over its first table."""
        found: dict[str, bytes] = {}
        for view in self._views:
            if view.plot is not None and view.tables[0].name not in found:
                found[view.tables[0].name] = self._page.picture.png(view.plot)
        return found

    # -- questionnaires --------------------------------------------------------------------------

    def _open_survey(self) -> None:
        def show(told: int) -> None:
            self._survey.show_day(day_of(self._means.clock.now()), told)
            self._means.go(self._survey)

        self._means.door.look(lambda look: len(waiting_surveys(look)), show, awaited=True)

    def _take(self, filled: Filled) -> None:
        def taken(waiting: int) -> None:
            self._survey.clear()
            self._survey.show_day(filled.day, waiting)
            self._means.speaker.tell(tr("The form was taken in."))

        self._means.door.do(lambda work: enter_survey(work, filled, QUESTIONS), taken)

    # -- how -------------------------------------------------------------------------------------

    def _connect(self) -> None:
        page, means = self._page, self._means
        page.seen.connect(self._seen)
        page.period_wanted.connect(self._periods.ask)
        page.moved.connect(self._periods.move)
        page.give_up_wanted.connect(self._give_up)
        page.traced.connect(self._trace)
        page.save_wanted.connect(self.ask_file)
        page.survey_wanted.connect(self._open_survey)
        self._survey.filled.connect(self._take)
        self._counting.share.connect(page.show_share)
        self._counting.came.connect(self._came)
        self._filing.came.connect(
            lambda name: means.speaker.tell(tr("The report is kept in {path}.", path=name))
        )
        for reading in (self._counting, self._filing):
            reading.refused.connect(means.door.refused)
            reading.failed.connect(means.door.failed)
        stops = (self._counting.give_up, self._filing.give_up)
        for stop in stops:
            page.destroyed.connect(stop)
