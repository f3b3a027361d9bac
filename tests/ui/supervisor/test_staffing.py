"""The chapter of staffing: counters for a goal, played through in a process of its own."""

from datetime import timedelta

from app.deeds.call import begin, call_next
from app.deeds.ticket import issue
from app.deeds.visit import finish
from app.letters import latin_digits
from app.ports import Work
from tests.ui.supervisor.conftest import Sits
from tests.ui.supervisor.supervisor import Supervisor
from ui.supervisor.staffing.page import StaffingPage

_LONG = 60_000


def one_visit(work: Work) -> None:
    called = call_next(work, "1")
    begin(work, called.id)


def the_end(work: Work) -> None:
    entity = work.visit_at("1")
    assert entity is not None
    finish(work, entity, "guidance")


def test_large_text_cuts_no_name_and_keeps_the_assumptions_behind_a_key(sits: Sits) -> None:
    supervisor = sits(scale=1.5)
    page = opened(supervisor)
    for field in page.wish.fields():
        name = field.choice.accessibleName()
        assert name
        assert page.theme.width("label", name) <= field.width()
    row = page.hours.visualRect(page.hours.model().index(0, 0)).height()
    assert page.hours.viewport().height() // row >= 3
    assert not page.assumptions.isVisible()
    supervisor.hit("F6")
    assert page.assumptions.isVisible()
    assert not page.hours.isVisible()
    supervisor.hit("F6")
    assert page.hours.isVisible()


def opened(supervisor: Supervisor) -> StaffingPage:
    for _ in range(12):
        supervisor.clock.at += timedelta(minutes=1)
        supervisor.does(lambda work: issue(work, "35"))
        supervisor.does(one_visit)
        supervisor.clock.at += timedelta(minutes=8)
        supervisor.does(the_end)
    supervisor.hit("Ctrl+5")
    page = supervisor.page
    assert isinstance(page, StaffingPage)
    supervisor.waits(lambda: bool(page.hours.rows) and not page.busy, _LONG)
    return page


def test_each_hour_says_how_many_counters_it_needs(supervisor: Supervisor) -> None:
    page = opened(supervisor)
    hours = [(row.key, row.cells[4].text) for row in page.hours.rows]
    assert hours == [("8", "۲"), ("9", "۲")]
    assert page.figures.figures[2].value == "۸"
    assert "فرض" in page.assumptions.text


def test_what_if_answers_by_keys(supervisor: Supervisor) -> None:
    page = opened(supervisor)
    supervisor.hit("F2", "Tab", "Tab")
    assert supervisor.focus is page.wish.arrivals.choice
    came = float(latin_digits(page.hours.rows[0].cells[1].text))
    supervisor.hit("End")
    supervisor.waits(lambda: not page.busy, _LONG)
    assert float(latin_digits(page.hours.rows[0].cells[1].text)) == 2 * came
    assert page.hours.rows[0].cells[4].text == "۳"


def test_the_period_moves_wherever_the_focus_stands(supervisor: Supervisor) -> None:
    supervisor.hit("Ctrl+5")
    page = supervisor.page
    assert isinstance(page, StaffingPage)
    for control in page.stops():
        control.setFocus()
        assert supervisor.focus is control
        wishes, name = [field.value() for field in page.wish.fields()], page.head.title.text
        supervisor.hit("PgUp")
        assert page.head.title.text != name
        supervisor.hit("PgDn")
        assert page.head.title.text == name
        assert [field.value() for field in page.wish.fields()] == wishes
    supervisor.waits(lambda: not page.busy, _LONG)


def test_while_it_counts_and_when_that_was_stopped_it_does_not_say_nobody(
    supervisor: Supervisor,
) -> None:
    supervisor.hit("Ctrl+5")
    page = supervisor.page
    assert isinstance(page, StaffingPage)
    supervisor.waits(lambda: not page.busy, _LONG)
    page.show_share(0.5)
    assert page.hours.empty == "در حال شمارش است."
    supervisor.hit("F5")
    assert page.hours.empty == "شمارش متوقف شد."


def test_a_month_without_anybody_says_so(supervisor: Supervisor) -> None:
    supervisor.hit("Ctrl+5")
    page = supervisor.page
    assert isinstance(page, StaffingPage)
    supervisor.waits(lambda: bool(page.figures.figures) and not page.busy, _LONG)
    assert page.hours.rows == ()
    assert page.hours.empty == "در این دوره کسی مراجعه نکرده است."


def test_large_text_fits(sits: Sits) -> None:
    page = opened(sits(scale=1.5))
    assert page.hours.width() <= page.width()
