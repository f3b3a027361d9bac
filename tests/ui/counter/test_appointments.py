"""Appointments by keys: taken down, looked through, met and cancelled."""

from datetime import timedelta

from app.deeds.appointment import make_appointment
from app.deeds.looking import today
from app.folds.appointment import Appointment
from app.letters import latin_digits
from app.local import local
from app.persian import format_date, latin_date
from app.ports import Work
from tests.ui.counter.clerk import Clerk
from ui.counter.appointment_form import AppointmentForm
from ui.counter.appointment_page import AppointmentPage

NAME = "زهرا محمدی"
CODE = "2190764157"


def made(clerk: Clerk, minutes: int = 30, **facts: str) -> Appointment:
    """Somebody else took one down, in so many minutes."""
    at = local(clerk.clock.now()) + timedelta(minutes=minutes)

    def make(work: Work) -> Appointment:
        told = {"name": NAME, "holder": CODE, **facts}
        hour = at.time().replace(second=0, microsecond=0)
        return make_appointment(work, "27", at.date(), hour, **told)

    return clerk.does(make)


def page_of(clerk: Clerk) -> AppointmentPage:
    """The list, which stands on top."""
    page = clerk.window.page
    assert isinstance(page, AppointmentPage), clerk.said
    return page


def opens(clerk: Clerk) -> AppointmentPage:
    """Shift+F5, and the day is read."""
    clerk.hit("Shift+F5")
    page = page_of(clerk)
    clerk.waits(lambda: page._shown is not None)
    clerk.rest()
    return page


def test_an_appointment_is_taken_down_by_keys(clerk: Clerk) -> None:
    page = opens(clerk)
    assert page.table.rows == ()
    clerk.hit("F4")
    assert clerk.choosing
    clerk.type("27")
    clerk.hit("Enter")
    form = clerk.window.page
    assert isinstance(form, AppointmentForm)
    assert "نام، روز و ساعت" in form.acts()[-1].why_not
    clerk.type(NAME)
    clerk.hit("Enter")
    clerk.type(CODE, persian=True)
    clerk.hit("Enter")
    clerk.type("09121234567")
    clerk.hit("Enter", "Enter")
    clerk.type("13:30")
    clerk.hit("Enter", "Enter")
    assert page_of(clerk) is page, clerk.said
    clerk.waits(lambda: len(page.table.rows) == 1)
    assert page.line is not None
    assert (page.line.name, page.line.holder, page.line.mobile) == (NAME, CODE, "09121234567")
    assert clerk.news() == ["AppointmentMade"]


def test_what_cannot_be_recorded_stays_as_it_was_typed(clerk: Clerk) -> None:
    opens(clerk)
    clerk.hit("F4")
    clerk.type("27")
    clerk.hit("Enter")
    form = clerk.window.page
    assert isinstance(form, AppointmentForm)
    clerk.type(NAME)
    for _ in range(4):
        clerk.hit("Enter")
    clerk.type("23:30")
    clerk.hit("F8")
    assert clerk.window.page is form
    assert "باز است" in clerk.said
    assert form.name.value() == NAME
    form.hour.show_value("آب")
    clerk.hit("F8")
    assert clerk.window.page is form
    assert clerk.news() == []


def test_who_is_here_gets_a_number_and_is_called_in_turn(clerk: Clerk) -> None:
    one = made(clerk, 10)
    page = opens(clerk)
    clerk.waits(lambda: bool(page.table.rows))
    clerk.hit("F8")
    clerk.waits(lambda: page.line is not None and page.line.standing == "come")
    assert page.acts()[-1].why_not
    clerk.hit("Esc", "F2")
    assert clerk.visit.appointment == one.said.appointment
    assert clerk.visit.agreed_at == one.said.at
    clerk.hit("Shift+F6")
    assert "نوبت قبلی ساعت" in clerk.said


def test_the_queue_says_who_has_an_appointment(clerk: Clerk) -> None:
    made(clerk, 10)
    page = opens(clerk)
    clerk.waits(lambda: bool(page.table.rows))
    clerk.hit("F8", "Esc")
    assert clerk.state.queue
    assert [row.mark for row in clerk.state.queue.rows] == ["appointment"]


def test_one_is_cancelled_for_a_reason(clerk: Clerk) -> None:
    made(clerk)
    page = opens(clerk)
    clerk.waits(lambda: bool(page.table.rows))
    clerk.hit("F11", "Enter")
    assert clerk.question
    clerk.type("تلفن کرد")
    clerk.hit("Enter")
    clerk.waits(lambda: page.line is not None and page.line.standing == "cancelled")
    assert "تلفن کرد" in page.table.rows[0].cells[-1].text
    clerk.hit("F8")
    assert "لغو شده" in clerk.said


def test_one_moves_to_another_day_by_keys(clerk: Clerk) -> None:
    old = made(clerk)
    page = opens(clerk)
    clerk.waits(lambda: bool(page.table.rows))
    day = clerk.looks(today) + timedelta(days=1)
    clerk.hit("Shift+F11")
    clerk.type(format_date(day))
    clerk.hit("Enter")
    clerk.type("10:15")
    clerk.hit("Enter")
    clerk.waits(lambda: page.day == day)
    assert page.line is not None
    assert (page.line.number, page.line.standing) == (old.said.number, "expected")
    assert old.said.number in latin_digits(clerk.said)
    clerk.hit("F6")
    clerk.waits(lambda: page.day == clerk.looks(today))
    said = page.table.rows[0].cells[-1].text
    assert said == f"به {format_date(day)} ساعت ۱۰:۱۵ جابه‌جا شد"
    assert "جابه‌جا شده" in page.acts()[-1].why_not


def test_the_list_of_a_day_goes_to_the_printer(clerk: Clerk) -> None:
    page = opens(clerk)
    clerk.hit("Shift+F8")
    assert clerk.jobs() == ()
    made(clerk)
    clerk.waits(lambda: bool(page.table.rows))
    clerk.hit("Shift+F8")
    assert "برای چاپ سپرده شد" in clerk.said
    (job,) = clerk.jobs()
    assert (job.kind, job.key) == ("appointments", latin_date(clerk.looks(today)))


def test_days_are_turned_and_named(clerk: Clerk) -> None:
    page = opens(clerk)
    now = clerk.looks(today)
    clerk.hit("F7")
    clerk.waits(lambda: page._shown is not None and page._shown.day == now + timedelta(days=1))
    clerk.hit("F6", "F6")
    clerk.waits(lambda: page._shown is not None and page._shown.day == now - timedelta(days=1))
    clerk.hit("F3")
    clerk.type(format_date(now + timedelta(days=9)))
    clerk.hit("Enter")
    clerk.waits(lambda: page._shown is not None and page._shown.day == now + timedelta(days=9))
    clerk.hit("F3")
    clerk.type("آب")
    clerk.hit("Enter")
    assert "تاریخ" in clerk.said
    assert page.acts()[-1].why_not


def test_the_visit_goes_on_under_the_list(clerk: Clerk) -> None:
    given = clerk.calls()
    opens(clerk)
    clerk.hit("F12", "F4", "Esc", "Esc", "Esc")
    assert clerk.visit.id == given.id
    assert clerk.window.page is clerk.window.desk
