"""Appointments: agreed, met in time or late, and one rule with everybody else in the hall."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.deeds.appointment import cancel_appointment, make_appointment, move_appointment
from app.deeds.call import call_next
from app.deeds.meeting import book_id, meet_appointment
from app.deeds.night import settle_night
from app.deeds.ticket import issue
from app.deeds.visit import finish, return_to_queue
from app.event import micros
from app.events.appointment import AppointmentCancelled, AppointmentMet
from app.events.office import Rules
from app.filling.appointments import appointments_paper
from app.folds import appointment, ticket
from app.folds.appointment import Appointment
from app.folds.ticket import FOLD
from app.handing.kiosk import Wanted, give_number
from app.local import instant, local
from app.refusal import Refusal
from app.showing.appointment import appointments_of
from app.showing.queue import counter_queue
from app.showing.why import why_shown
from app.tracking import damm
from tests.app.desk import Desk
from tests.app.opened import (
    HOLIDAY,
    LETTERS,
    PERMIT,
    PLAIN,
    PORTAL,
    STAMP,
    TODAY,
    TOMORROW,
    national_code,
    opened,
)

CODE = national_code(1_234_567)
NAME = "زهرا محمدی"
NINE = time(9)


def made(desk: Desk, hour: time = NINE, day: date = TODAY, **facts: Any) -> Appointment:
    """An appointment for a permit."""
    told = {"name": NAME, "holder": CODE, **facts}
    return desk.do(make_appointment, PERMIT, day, hour, **told)


def at(desk: Desk, hour: int, minute: int = 0) -> None:
    """Moves the clock to that time of the day."""
    desk.clock.at = instant(
        local(desk.clock.at).replace(hour=hour, minute=minute, second=0, microsecond=0)
    )


# -- agreed ----------------------------------------------------------------------------------------


def test_an_appointment_stands_in_the_book_of_its_day() -> None:
    desk = opened()
    second = made(desk, time(11), mobile_text="09121234567", note="با همراه")
    first = made(desk, NINE, name="  گل‌محمد نورزایی ", holder="")
    shown = desk.see(appointments_of, TODAY)
    assert [line.id for line in shown.lines] == [
        first.said.appointment,
        second.said.appointment,
    ]
    assert (shown.expected, shown.lines[0].name, shown.lines[0].holder) == (2, "گل‌محمد نورزایی", "")
    assert (shown.lines[1].mobile, shown.lines[1].title) == ("09121234567", "صدور مجوز")
    assert (len(first.said.number), damm(first.said.number)) == (5, "0")
    assert desk.see(appointments_of, TOMORROW).lines == ()


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"name": "  "}, "appointment_name_empty"),
        ({"holder": "1234567890"}, "national_code_wrong"),
        ({"holder": "123"}, "national_code_length"),
        ({"holder": "10380284791"}, "legal_id_wrong"),
        ({"mobile_text": "12"}, "mobile_wrong"),
        ({"hour": time(7, 45)}, "appointment_past"),
        ({"day": TODAY - timedelta(days=1)}, "appointment_past"),
        ({"day": TODAY + timedelta(days=181)}, "appointment_far"),
        ({"day": HOLIDAY}, "appointment_shut"),
        ({"day": date(2026, 11, 26)}, "appointment_shut"),
        ({"hour": time(14, 30)}, "appointment_outside"),
    ],
)
def test_what_cannot_be_agreed_is_refused(facts: dict[str, Any], code: str) -> None:
    told = {"day": TODAY, "hour": NINE, "name": NAME, "holder": "", **facts}
    day, hour = told.pop("day"), told.pop("hour")
    assert opened().refused(make_appointment, PERMIT, day, hour, **told).code == code


@pytest.mark.parametrize(
    ("service", "code"),
    [("99", "service_unknown"), (PORTAL, "service_electronic_only"), (LETTERS, "service_g2g")],
)
def test_only_what_the_desk_serves_is_agreed(service: str, code: str) -> None:
    assert opened().refused(make_appointment, service, TODAY, NINE, name=NAME).code == code


def test_nobody_has_two_appointments_for_one_thing_on_one_day() -> None:
    desk = opened()
    first = made(desk)
    refusal = desk.refused(make_appointment, PERMIT, TODAY, time(10), name=NAME, holder=CODE)
    assert (refusal.code, refusal.facts) == ("appointment_doubled", {"time": "۰۹:۰۰"})
    desk.do(make_appointment, STAMP, TODAY, time(10), name=NAME, holder=CODE)
    made(desk, day=TOMORROW)
    for _ in range(2):
        made(desk, holder="", name="بی‌کد")
    desk.do(cancel_appointment, TODAY, first.said.appointment, "تلفن کرد")
    made(desk, time(10))


def test_a_company_may_have_one() -> None:
    assert made(opened(), holder="10380284790").said.holder == "10380284790"


def test_an_appointment_is_cancelled_for_a_reason_and_once() -> None:
    desk = opened()
    one = made(desk).said.appointment
    assert desk.refused(cancel_appointment, TODAY, one, " ").code == "reason_empty"
    desk.do(cancel_appointment, TODAY, one, "تلفن کرد")
    (line,) = desk.see(appointments_of, TODAY).lines
    assert (line.standing, line.reason) == ("cancelled", "تلفن کرد")
    assert desk.refused(cancel_appointment, TODAY, one, "باز").code == "appointment_cancelled"
    assert desk.refused(meet_appointment, one).code == "appointment_cancelled"
    assert desk.refused(cancel_appointment, TOMORROW, one, "باز").code == "appointment_unknown"


def test_an_appointment_moves_with_its_number_and_leaves_its_old_time() -> None:
    desk = opened()
    old = made(desk, note="با همراه").said
    moved = desk.do(
        move_appointment, TODAY, old.appointment, TOMORROW, time(11), "به فردا ۱۱:۰۰ رفت"
    ).said
    assert (moved.day, local(moved.at).time(), moved.number) == (TOMORROW, time(11), old.number)
    assert (moved.name, moved.holder, moved.note) == (old.name, old.holder, old.note)
    (left,) = desk.see(appointments_of, TODAY).lines
    assert (left.standing, left.reason) == ("cancelled", "به فردا ۱۱:۰۰ رفت")
    assert left.moved_to == moved.at
    again = desk.do(move_appointment, TOMORROW, moved.appointment, TOMORROW, NINE, "زودتر").said
    assert again.number == old.number
    assert desk.see(appointments_of, TOMORROW).expected == 1


def test_an_appointment_that_cannot_move_stays_where_it_was() -> None:
    desk = opened()
    one = made(desk).said.appointment
    for to, hour, code in (
        (HOLIDAY, NINE, "appointment_shut"),
        (TOMORROW, time(23), "appointment_outside"),
        (TODAY, time(7, 45), "appointment_past"),
    ):
        assert desk.refused(move_appointment, TODAY, one, to, hour, "رفت").code == code
    assert desk.refused(move_appointment, TODAY, one, TOMORROW, NINE, " ").code == "reason_empty"
    assert desk.see(appointments_of, TODAY).lines[0].standing == "expected"
    desk.do(meet_appointment, one)
    refusal = desk.refused(move_appointment, TODAY, one, TOMORROW, NINE, "رفت")
    assert refusal.code == "appointment_met"


def test_the_list_of_a_day_has_who_is_expected_and_who_came() -> None:
    desk = opened()
    first = made(desk, note="با همراه", mobile_text="09121234567").said
    made(desk, time(10), holder="", name="بی‌کد")
    gone = made(desk, time(11), holder="", name="نمی‌آید").said.appointment
    desk.do(cancel_appointment, TODAY, gone, "تلفن کرد")
    label = desk.do(meet_appointment, first.appointment).label
    paper = desk.see(appointments_paper, TODAY)
    assert [(row.time, row.name, row.label) for row in paper.rows] == [
        (NINE, NAME, label),
        (time(10), "بی‌کد", ""),
    ]
    assert (paper.rows[0].number, paper.rows[0].mobile) == (first.number, "09121234567")
    with pytest.raises(Refusal, match="appointments_none"):
        desk.see(appointments_paper, TOMORROW)


# -- met -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("by", ["number", "code", "id", "persian"])
def test_who_comes_gets_a_ticket_that_is_bound_to_it(by: str) -> None:
    desk = opened()
    one = made(desk).said
    said = {
        "number": one.number,
        "code": CODE,
        "id": one.appointment,
        "persian": one.number.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")),
    }[by]
    given = desk.do(meet_appointment, said)
    assert (given.appointment, given.agreed_at, given.effective_at) == (
        one.appointment,
        one.at,
        one.at,
    )
    (line,) = desk.see(appointments_of, TODAY).lines
    assert (line.standing, line.label, line.state) == ("come", given.label, "waiting")
    assert desk.refused(meet_appointment, said).facts == {"label": given.label}
    assert desk.refused(cancel_appointment, TODAY, one.appointment, "دیر").code == "appointment_met"


def test_the_same_tap_gives_the_same_ticket() -> None:
    desk = opened()
    number = made(desk).said.number
    given = desk.do(meet_appointment, number, tap="t1")
    assert desk.do(meet_appointment, number, tap="t1") == given


def test_a_kiosk_gives_the_number_by_the_code_of_the_appointment() -> None:
    desk = opened()
    number = made(desk).said.number
    given = desk.do(give_number, Wanted(purpose="appointment", key=number), "t1")
    assert (given.title, given.purpose, given.ahead) == ("صدور مجوز", "appointment", 0)


def test_who_comes_on_another_day_hears_which_one_it_is() -> None:
    desk = opened()
    made(desk, day=TOMORROW)
    refusal = desk.refused(meet_appointment, CODE)
    assert (refusal.code, refusal.facts["time"]) == ("appointment_other_day", "۰۹:۰۰")
    assert desk.refused(meet_appointment, "00000").code == "appointment_unknown"
    assert desk.refused(meet_appointment, "").code == "appointment_unknown"
    desk.clock.move(days=2)
    assert desk.refused(meet_appointment, CODE).code == "appointment_other_day"


def test_of_several_the_earliest_that_is_open_is_meant() -> None:
    desk = opened()
    later = desk.do(make_appointment, STAMP, TODAY, time(11), name=NAME, holder=CODE)
    made(desk)
    assert desk.do(meet_appointment, CODE).title == "صدور مجوز"
    assert desk.do(meet_appointment, CODE).title == later.said.title
    assert desk.refused(meet_appointment, CODE).code == "appointment_met"


# -- the one rule ----------------------------------------------------------------------------------


def test_who_is_in_time_goes_before_those_who_took_a_number_after_the_agreed_time() -> None:
    desk = opened()
    made(desk)
    at(desk, 8, 50)
    before = desk.do(issue, PERMIT)
    at(desk, 9, 2)
    after = desk.do(issue, PERMIT)
    at(desk, 9, 14)
    came = desk.do(meet_appointment, CODE)
    called = [desk.do(call_next, "1").id]
    for _ in range(2):
        desk.do(finish, called[-1], "service")
        called.append(desk.do(call_next, "1").id)
    assert called == [before.id, came.id, after.id]


def test_who_comes_early_waits_for_the_agreed_time_but_not_for_an_empty_hall() -> None:
    desk = opened()
    made(desk)
    came = desk.do(meet_appointment, CODE)
    desk.clock.move(minutes=1)
    walked_in = desk.do(issue, PERMIT)
    assert desk.do(call_next, "1").id == walked_in.id
    assert desk.do(call_next, "2").id == came.id


@pytest.mark.parametrize(("late", "kept"), [(0, True), (15, True), (16, False), (90, False)])
def test_a_late_one_falls_to_the_time_of_issue(late: int, *, kept: bool) -> None:
    desk = opened()
    agreed = made(desk).said.at
    at(desk, 9, 0)
    desk.clock.move(minutes=late)
    came = desk.do(meet_appointment, CODE)
    assert came.effective_at == (agreed if kept else desk.clock.at)
    desk.do(call_next, "1")
    why = desk.see(why_shown, came.id, "1")
    assert why is not None
    assert (why.appointment, why.in_time) == (agreed, kept)


def test_how_late_is_a_setting_and_the_list_tells_who_is_missed() -> None:
    desk = opened(Rules(late_minutes=0))
    agreed = made(desk).said.at
    at(desk, 9)
    desk.clock.move(seconds=1)
    assert desk.see(appointments_of, TODAY).lines[0].standing == "late"
    assert desk.do(meet_appointment, CODE).effective_at == agreed + timedelta(seconds=1)


def test_the_queue_marks_who_has_an_appointment() -> None:
    desk = opened()
    made(desk)
    came = desk.do(meet_appointment, CODE)
    (row,) = desk.see(counter_queue, "1", desk.clerk).rows
    assert (row.ticket, row.mark) == (came.id, "appointment")


def test_the_centres_receipt_does_not_call_early_comers_before_their_time() -> None:
    desk = opened()
    agreed = made(desk).said.at
    came = desk.do(meet_appointment, CODE)
    (line, issued), *rest = desk.history(came.id)
    received = micros(desk.clock.at + timedelta(seconds=2))
    found = FOLD([(replace(line, received=received), issued), *rest])
    assert found is not None
    assert found.effective_at == agreed


def test_a_returned_one_keeps_the_agreed_time_and_the_night_does_not() -> None:
    desk = opened(Rules(night="keep"))
    agreed = made(desk).said.at
    came = desk.do(meet_appointment, CODE)
    desk.do(call_next, "1")
    assert desk.do(return_to_queue, came.id).effective_at == agreed
    desk.clock.move(days=1)
    desk.do(settle_night)
    assert desk.ticket(came.id).ended == "cleared"
    assert desk.do(call_next, "1").continues == came.id


@given(
    agreed=st.integers(61, 380),
    taken=st.lists(st.integers(61, 380), min_size=1, max_size=12, unique=True),
)
def test_an_appointment_and_numbers_are_called_by_one_time(agreed: int, taken: list[int]) -> None:
    desk = opened()
    morning = desk.clock.at.replace(second=0, microsecond=0) - timedelta(minutes=1)
    when = morning + timedelta(minutes=agreed)
    desk.do(make_appointment, PLAIN, TODAY, local(when).time(), name=NAME, holder=CODE)
    expected = {desk.do(meet_appointment, CODE).id: when}
    for minute in sorted(taken):
        desk.clock.at = morning + timedelta(minutes=minute, seconds=1)
        expected[desk.do(issue, PERMIT).id] = desk.clock.at
    called = []
    for _ in expected:
        called.append(desk.do(call_next, "1").id)
        desk.do(finish, called[-1], "service")
    assert called == sorted(expected, key=lambda each: expected[each])


# -- two PCs that were apart -----------------------------------------------------------------------


def test_two_tickets_for_one_appointment_are_a_conflict_and_the_first_counts() -> None:
    desk = opened()
    one = made(desk).said
    first = desk.do(meet_appointment, CODE)
    book = desk.see(book_id, TODAY)
    met = AppointmentMet(appointment=one.appointment, ticket="f" * 32)
    found = desk.do(lambda work: work.append(appointment.FOLD, book, met))
    assert [conflict.reason for conflict in found.conflicts] == ["appointment_met_twice"]
    assert found.kept[one.appointment].ticket == first.id
    other = AppointmentCancelled(appointment="e" * 32, reason="ب")
    after = desk.do(lambda work: work.append(appointment.FOLD, book, other))
    assert after.conflicts[-1].reason == "no_such_appointment"
    assert desk.state(ticket.FOLD, first.id) is not None
