"""The chapter of figures: counted beside the window, traced to its rows, kept as a file."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from app.applicant import Applicant
from app.counted import FilledRow
from app.deeds.answer import Draft, prepare_answer
from app.deeds.call import begin, call_next
from app.deeds.request import register
from app.deeds.step import hand_over
from app.deeds.survey import waiting_surveys
from app.deeds.ticket import issue
from app.deeds.visit import finish
from app.deeds.waiting import tell_wait
from app.figures.opinions import count_opinions
from app.figures.report import QUESTIONS, report
from app.period import period_of
from app.persian import format_date
from app.ports import Work
from app.waiting import told_wait
from app.waits.habits import ENOUGH
from tests.app.opened import TODAY
from tests.ui.supervisor.conftest import Sits
from tests.ui.supervisor.supervisor import Supervisor
from ui.look.parts.row_paint import BETWEEN, INSET
from ui.supervisor.figures.page import FiguresPage
from ui.supervisor.figures.survey_page import SurveyPage
from ui.supervisor.figures.trace import TracePage
from ui.supervisor.figures.views import views
from ui.words import Words

CODES = ("0003472183", "0084575948", "0013542419", "0499370899", "0790419904")
ANSWER = Draft(
    grounds="ماده ۲",
    content="موافقت شد.",
    objection="تا ده روز",
    issuer_name="رضا",
    issuer_post="رئیس",
)
MEANWHILE = timedelta(days=40)
"""After all promises of that morning."""


def a_morning(supervisor: Supervisor) -> None:
    """Ten clients at two counters; every second one leaves a request, of which two are answered."""
    for number in range(10):
        counter = str(number % 2 + 1)
        supervisor.clock.at += timedelta(minutes=3)
        supervisor.does(partial(issue, service=("35", "16", "27")[number % 3]))
        supervisor.clock.at += timedelta(minutes=2 + 3 * number % 11)
        supervisor.does(partial(_serve, counter=counter))
        supervisor.clock.at += timedelta(minutes=4)
        supervisor.does(partial(_end, counter=counter))
        if number % 2:
            who = Applicant(id=CODES[number // 2], name="نگار صدر")
            supervisor.does(partial(_ask, who=who, answered=number > 5))


def _serve(work: Work, counter: str) -> None:
    begin(work, call_next(work, counter).id)


def _end(work: Work, counter: str) -> None:
    entity = work.visit_at(counter)
    assert entity is not None
    finish(work, entity, "guidance")


def _ask(work: Work, who: Applicant, *, answered: bool) -> None:
    """One that is answered at once, or lies with its first unit."""
    made = register(work, "16", who, counter="1")
    hand_over(work, made.tracking)
    if answered:
        prepare_answer(work, made.tracking, ANSWER)


def opened(supervisor: Supervisor) -> FiguresPage:
    """The chapter, with the month counted."""
    supervisor.hit("Ctrl+4")
    page = supervisor.page
    assert isinstance(page, FiguresPage)
    supervisor.waits(lambda: page.shown_table is not None, 30_000)
    return page


def of_the_year(supervisor: Supervisor) -> FiguresPage:
    """The chapter after the morning, all of its year counted."""
    a_morning(supervisor)
    supervisor.clock.at += MEANWHILE
    page = opened(supervisor)
    supervisor.hit("F5")
    supervisor.type("سال")
    supervisor.hit("Enter")
    supervisor.waits(lambda: "سال" in page.head.title.text and not page.busy)
    return page


def values(page: FiguresPage) -> list[str]:
    return [figure.value for figure in page.figures.figures]


def test_the_headline_is_the_share_of_promises_kept(supervisor: Supervisor) -> None:
    page = of_the_year(supervisor)
    assert values(page) == ["\u2066۴۰\u2069٪", "۵", "۰", "۳", "۰"]
    assert page.table.rows[0].cells[1].text == "۵"
    assert page.picture.plot is not None
    assert page.picture.plot.series[0].values == (0.4,)


def test_which_unit_is_late_is_seen_at_a_glance(supervisor: Supervisor) -> None:
    page = of_the_year(supervisor)
    supervisor.hit("3")
    share, unit, lying = values(page)
    assert (share, unit, lying) == ("\u2066۰\u2069٪", "واحد بازرسی و پاسخگویی به شکایات", "۵")
    supervisor.hit("Space")
    table = page.shown_table
    assert table is not None
    assert table.name == "steps"


def test_a_figure_leads_to_its_rows_and_back(supervisor: Supervisor) -> None:
    page = of_the_year(supervisor)
    supervisor.hit("Enter")
    traced = supervisor.page
    assert isinstance(traced, TracePage)
    late = [row for row in traced.list.rows if row.cells[-1].colour == "brick"]
    assert (len(late), len(traced.list.rows)) == (3, 5)
    supervisor.hit("Esc")
    assert supervisor.page is page
    supervisor.hit("2", "Enter")
    visits = supervisor.page
    assert isinstance(visits, TracePage)
    assert len(visits.list.rows) == 4


def test_a_month_without_anybody_says_so(supervisor: Supervisor) -> None:
    page = opened(supervisor)
    assert page.table.rows == ()
    assert page.table.empty == "در این دوره موردی نیست."
    assert values(page)[0] == "—"
    supervisor.hit("PgDn")
    assert supervisor.said == "آن دوره هنوز نرسیده است."
    supervisor.hit("PgUp")
    supervisor.waits(lambda: "مهر" in page.head.title.text and not page.busy)


@pytest.mark.parametrize(("key", "ending"), [("F7", ".xlsx"), ("F8", ".pdf")])
def test_a_report_is_kept_as_a_file(
    supervisor: Supervisor, tmp_path: Path, key: str, ending: str
) -> None:
    of_the_year(supervisor)
    file = tmp_path / f"report{ending}"
    supervisor.hit(key)
    supervisor.window.asking._field.line.setText(str(file))  # type: ignore[union-attr]
    supervisor.hit("Enter")
    supervisor.waits(lambda: file.name in supervisor.said, 60_000)
    if ending == ".pdf":
        assert file.read_bytes().startswith(b"%PDF")
        return
    by_service, by_day, waits, *_ = load_workbook(file).worksheets
    assert (by_service["B2"].value, by_service["C2"].value) == (5, 0.4)
    assert by_service["C1"].value == "درصد به‌موقع (سهم از ۱)"
    day, said = by_day["A2"].value, by_day["B2"].value
    assert isinstance(day, datetime)
    assert said == format_date(day.date())
    assert by_day["B1"].value == "تاریخ شمسی"
    assert waits["E1"].value == "میانگین انتظار (دقیقه)"


def test_a_filled_form_is_entered_by_digits(supervisor: Supervisor) -> None:
    opened(supervisor)
    supervisor.hit("Shift+F6")
    page = supervisor.page
    assert isinstance(page, SurveyPage)
    for digit in "1234512345123451":
        supervisor.hit(digit)
    assert [row.cells[2].text for row in page.questions.rows[:2]] == ["خیلی زیاد", "زیاد"]
    supervisor.hit("F8")
    assert supervisor.said == "پرسشنامه ثبت شد."
    kept = supervisor.looks(waiting_surveys)
    assert kept[0].answers == (5, 4, 3, 2, 1) * 3 + (5,)
    assert {row.cells[2].text for row in page.questions.rows} == {"—"}


def test_a_question_that_nobody_answered_has_no_bar(supervisor: Supervisor) -> None:
    told = supervisor.looks(lambda look: report(look, period_of("day", TODAY), lambda _: None))
    row = FilledRow(TODAY.isoformat(), "", "", "", "50" + "3" * (QUESTIONS - 2), "")
    plot = views(replace(told, opinions=count_opinions([row], QUESTIONS)), Words())[-1].plot
    assert plot
    assert plot.labels[:2] == ("۱", "۳")
    assert [sum(bars) for bars in zip(*(each.values for each in plot.series), strict=True)] == [
        1
    ] * (QUESTIONS - 1)
    row = row._replace(answers="0" * QUESTIONS)
    nothing = replace(told, opinions=count_opinions([row], QUESTIONS))
    assert views(nothing, Words())[-1].plot is None


def test_counting_can_be_stopped(supervisor: Supervisor) -> None:
    page = opened(supervisor)
    page.show_share(0.1)
    supervisor.hit("F5")
    assert not page.busy
    assert page.head.trailing.text == "شمارش متوقف شد."


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_every_view_shows_its_picture_and_every_column_whole(sits: Sits, scale: float) -> None:
    page = of_the_year(sitting := sits(scale=scale))
    sitting.window.resize(1366, 728)
    sitting.rest()
    for view in "123456":
        sitting.hit(view)
        assert page.picture.isVisible()
        for _ in page.view.tables if page.view else ():
            assert_whole(page)
            seen = columns(page)
            while True:
                sitting.hit("Left")
                assert_whole(page)
                if columns(page) <= seen:
                    break
                seen |= columns(page)
            assert page.shown_table is not None
            assert seen == set(page.shown_table.heads)
            sitting.hit("Space")
    assert sitting.focus is page.table


def columns(page: FiguresPage) -> set[str]:
    """The heads in view."""
    return set(page.table.heads)


def assert_whole(page: FiguresPage) -> None:
    """Nothing is cut at the edge, and the first column leaves room for a name."""
    theme, table = page.theme, page.table
    columns = table._painter.columns
    room = table.viewport().width() - 2 * INSET
    others = sum(theme.px(column.width) + BETWEEN for column in columns)
    assert room - others >= 150
    for column, head in zip(columns[1:], table.heads[1:], strict=True):
        assert theme.width("label", head) <= theme.px(column.width)
    assert page.picture.height() >= 150


def test_a_visit_that_was_left_open_is_marked_among_the_rows(supervisor: Supervisor) -> None:
    a_client(supervisor, partial(issue, service="16"))
    supervisor.does(partial(issue, service="16"))
    supervisor.does(partial(_serve, counter="1"))
    supervisor.clock.at += timedelta(hours=5)
    supervisor.does(partial(_end, counter="1"))
    page = opened(supervisor)
    supervisor.hit("2")
    assert page.table.rows[0].cells[-1].text == "۱"
    supervisor.hit("Enter")
    traced = supervisor.page
    assert isinstance(traced, TracePage)
    assert [row.cells[8].text for row in traced.list.rows] == ["۴", "بسته‌نشده"]


def test_the_rows_of_a_unit_say_how_long_they_took_and_by_how_much_they_are_late(
    supervisor: Supervisor,
) -> None:
    of_the_year(supervisor)
    supervisor.hit("3", "Enter")
    traced = supervisor.page
    assert isinstance(traced, TracePage)
    taken, late = (row.text for row in traced.list.rows[0].cells[-2:])
    assert (taken, late) == ("۲۰۲٫۲", "۱۹۸٫۲")
    supervisor.hit("Esc", "Down", "Enter")
    by_desk = supervisor.page
    assert isinstance(by_desk, TracePage)
    assert [[cell.text for cell in row.cells[-2:]] for row in by_desk.list.rows] == [["۰", "—"]] * 5


def _told(work: Work) -> None:
    found = issue(work, "16")
    told = told_wait(work, found.id)
    assert told is not None
    tell_wait(work, found.id, told)


def a_client(
    supervisor: Supervisor,
    takes: Callable[[Work], object],
    waits: int = 0,
) -> None:
    """One who takes a number, waits so many minutes, and is served for four."""
    supervisor.does(takes)
    supervisor.clock.at += timedelta(minutes=waits)
    supervisor.does(partial(_serve, counter="1"))
    supervisor.clock.at += timedelta(minutes=4)
    supervisor.does(partial(_end, counter="1"))


def told_ones(supervisor: Supervisor) -> None:
    """Clients who were told how long they will wait: the last two were called late."""
    for late in (0, 0, 0, 30, 30):
        supervisor.clock.at += timedelta(seconds=10)
        a_client(supervisor, _told, late)


def test_how_often_a_told_wait_came_true_is_seen(supervisor: Supervisor) -> None:
    for _ in range(ENOUGH):
        a_client(supervisor, partial(issue, service="16"))
    told_ones(supervisor)
    page = opened(supervisor)
    supervisor.hit("2")
    assert values(page)[-1] == "\u2066۶۰\u2069٪"
    supervisor.hit("Space", "Space", "Space", "Space")
    (row,) = page.table.rows
    assert [cell.text for cell in row.cells][1:] == ["۵", "\u2066۶۰\u2069٪", "۰", "۲", "۵"]
    supervisor.hit("Enter")
    assert isinstance(supervisor.page, TracePage)


def test_large_text_fits(sits: Sits) -> None:
    page = of_the_year(large := sits(scale=1.5))
    large.hit("2")
    assert large.window.page is page
    first, *_ = page.table._painter.columns
    names = page.table.viewport().width() - sum(
        page.theme.px(column.width) + 8 for column in page.table._painter.columns
    )
    assert first.width == 0
    assert names >= 200
    large.hit("6")
    assert page.shown_table is not None
    assert page.shown_table.name == "opinions"
