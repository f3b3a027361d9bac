"""The supervisor looks after appointments: who comes when, new ones, moved and cancelled ones."""

from datetime import timedelta

from app.deeds.looking import today
from app.persian import format_date
from app.showing.appointment import appointments_of
from tests.ui.supervisor.supervisor import Supervisor
from ui.counter.appointment_page import AppointmentPage
from ui.supervisor.board.page import BoardPage

NAME = "زهرا محمدی"


def opened(supervisor: Supervisor) -> AppointmentPage:
    """Shift+F5, and the day is read."""
    supervisor.hit("Shift+F5")
    page = supervisor.page
    assert isinstance(page, AppointmentPage)
    supervisor.waits(lambda: page.day is not None)
    return page


def test_an_appointment_is_made_moved_and_cancelled_by_keys(supervisor: Supervisor) -> None:
    page = opened(supervisor)
    supervisor.hit("F4")
    supervisor.type("27")
    supervisor.hit("Enter")
    supervisor.type(NAME)
    supervisor.hit("Enter", "Enter", "Enter", "Enter")
    supervisor.type("13:30")
    supervisor.hit("F8")
    supervisor.waits(lambda: len(page.table.rows) == 1)
    tomorrow = supervisor.looks(today) + timedelta(days=1)
    supervisor.hit("Shift+F11")
    supervisor.type(format_date(tomorrow))
    supervisor.hit("Enter")
    supervisor.type("9:00")
    supervisor.hit("Enter")
    supervisor.waits(lambda: page.day == tomorrow and page.line is not None)
    supervisor.hit("F11")
    supervisor.type("تلفن کرد")
    supervisor.hit("Enter")
    supervisor.waits(lambda: page.line is not None and page.line.standing == "cancelled")
    (left,) = supervisor.looks(lambda look: appointments_of(look, today(look))).lines
    assert (left.name, left.standing) == (NAME, "cancelled")


def test_esc_leads_back_to_the_chapter(supervisor: Supervisor) -> None:
    opened(supervisor)
    supervisor.hit("Esc")
    assert isinstance(supervisor.page, BoardPage)


def test_the_window_is_locked_from_the_list_too(supervisor: Supervisor) -> None:
    opened(supervisor)
    supervisor.hit("Shift+F12")
    supervisor.waits(lambda: not supervisor.window.gate.isHidden())
