"""The supervisor looks after appointments: who comes when, new ones, moved and cancelled ones."""

from datetime import time, timedelta

from app.deeds.appointment import make_appointment, move_appointment
from app.deeds.looking import today
from app.folds.appointment import Appointment
from app.persian import format_date
from app.ports import Work
from app.showing.appointment import appointments_of
from tests.ui.supervisor.conftest import Sits
from tests.ui.supervisor.supervisor import Supervisor
from ui.counter.appointment_page import AppointmentPage
from ui.look.parts.row_paint import INSET
from ui.supervisor.board.page import BoardPage

NAME = "زهرا محمدی"
NAME_LONG = "سیده فاطمه‌زهرا حسینی طباطبایی اردکانی یزدی"


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


def test_the_rail_names_no_chapter_while_the_list_is_open(supervisor: Supervisor) -> None:
    names = supervisor.window.rail.names
    opened(supervisor)
    supervisor.hit("F1")
    assert not any(name.isChecked() for name in names.values())
    supervisor.hit("Esc", "Esc")
    assert [combo for combo, name in names.items() if name.isChecked()] == ["Ctrl+1"]
    supervisor.hit("Shift+F9")
    assert not any(name.isChecked() for name in names.values())
    supervisor.hit("Ctrl+3", "Shift+F5")
    names["Ctrl+3"].click()
    assert [combo for combo, name in names.items() if name.isChecked()] == ["Ctrl+3"]


def test_in_larger_text_names_and_telephones_are_read_whole(sits: Sits) -> None:
    supervisor = sits(scale=1.5)
    now = supervisor.looks(today)

    def make(work: Work) -> Appointment:
        told = {"name": NAME_LONG, "mobile_text": "09121234567"}
        one = make_appointment(work, "27", now, time(13, 30), **told)
        moved = now + timedelta(days=1)
        move_appointment(work, now, one.said.appointment, moved, time(9), "سفر")
        return one

    supervisor.does(make)
    page = opened(supervisor)
    supervisor.waits(lambda: bool(page.table.rows))
    (row,) = page.table.rows
    what, when, below = row.cells
    table = page.table.viewport().width() - 2 * INSET
    theme = supervisor.window.theme
    beside = theme.width("open", what.text) + theme.width("secondary", when.text)
    assert NAME_LONG in what.text
    assert beside < table
    assert "۰۹۱۲۱۲۳۴۵۶۷" in below.text
    assert theme.width("secondary", below.text) < table
