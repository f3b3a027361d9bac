"""A visit ends by F12: what is asked before, and what comes of it."""

import pytest

from app.spooling.printers import Printers, named_printers
from tests.ui.counter.clerk import Clerk
from tests.ui.counter.conftest import Sits
from ui.counter.day_page import DayPage
from ui.counter.request_page import RequestPage


def test_f12_ends_what_was_recorded_without_asking(clerk: Clerk) -> None:
    given = clerk.calls()
    clerk.registers()
    clerk.hit("F12")
    assert not clerk.question
    ended = clerk.ticket(given)
    assert (ended.state, ended.outcome) == ("finished", "request")


@pytest.mark.parametrize("then", ["F12", "F2"])
def test_the_outcome_is_asked_where_nothing_was_recorded(clerk: Clerk, then: str) -> None:
    given = clerk.calls()
    after = clerk.gives()
    clerk.identifies()
    clerk.hit(then)
    assert clerk.question
    clerk.type("3")
    clerk.rest()
    assert clerk.ticket(given).outcome == "withdrawn"
    assert clerk.free if then == "F12" else clerk.visit.id == after.id


def test_the_outcome_may_be_typed_ahead(clerk: Clerk) -> None:
    given = clerk.calls()
    clerk.identifies()
    clerk.press("F12")
    clerk.press("1")
    clerk.rest()
    assert clerk.ticket(given).outcome == "guidance"


def test_f12_asks_while_a_paper_is_not_printed(sits: Sits) -> None:
    clerk = sits(printers=named_printers(roll="tcp://127.0.0.1:9"), prints=True)
    given = clerk.calls()
    clerk.registers()
    clerk.waits(lambda: bool(clerk.jobs()[-1].why))
    clerk.window.counter.refresh()
    clerk.rest()
    clerk.hit("F12")
    assert "چاپ نشده" in clerk.question
    clerk.hit("Esc")
    assert clerk.ticket(given).state == "serving"
    clerk.hit("F12", "Enter")
    assert clerk.ticket(given).state == "finished"


def test_a_counter_without_a_printer_is_not_asked_about_it(sits: Sits) -> None:
    clerk = sits(printers=Printers())
    given = clerk.calls()
    clerk.registers()
    clerk.hit("F12")
    assert clerk.ticket(given).state == "finished"


def test_a_paper_of_this_visit_is_printed_again_as_a_copy(sits: Sits) -> None:
    clerk = sits(prints=True)
    clerk.calls()
    clerk.registers()
    clerk.waits(lambda: clerk.jobs()[-1].state == "sent")
    clerk.rest()
    clerk.hit("Ctrl+5", "Enter")
    assert [job.copy for job in clerk.jobs()] == [1, 2]
    assert "المثنی" in clerk.said


def test_the_report_comes_up_as_that_of_today_whatever_day_was_looked_at_before(
    clerk: Clerk,
) -> None:
    clerk.hit("Ctrl+7")
    page = clerk.window.page
    assert isinstance(page, DayPage)
    today = page.head.title.text
    assert "شنبه ۳۰ آبان" in today
    clerk.hit("PgUp", "F6")
    assert page.head.title.text != today
    titles: list[str] = []
    page.seen.connect(lambda seen: titles.append(page.head.title.text) if seen else None)
    clerk.hit("Esc", "Ctrl+7")
    assert titles == [today]


def test_enter_on_a_row_of_the_daily_report_opens_its_request(clerk: Clerk) -> None:
    clerk.calls()
    clerk.registers()
    clerk.hit("F12", "Ctrl+7")
    clerk.waits(
        lambda: isinstance(clerk.window.page, DayPage) and bool(clerk.window.page.received.rows)
    )
    clerk.hit("Enter")
    clerk.waits(lambda: isinstance(clerk.window.page, RequestPage))
