"""Holding, sending back, transferring and referring; and who is received without a number."""

import pytest

from tests.ui.counter.clerk import Clerk

# -- sending on ------------------------------------------------------------------------------------


def test_f11_holds_for_some_minutes(clerk: Clerk) -> None:
    given = clerk.calls()
    clerk.hit("F11", "Enter")
    held = clerk.ticket(given)
    assert held.state == "held"
    assert held.held_until is not None
    assert (held.held_until - clerk.clock.now()).total_seconds() == 15 * 60
    assert clerk.free
    assert clerk.state.queue
    assert [row.label for row in clerk.state.queue.held] == [given.label]


def test_shift_f4_sends_back_to_the_old_place_or_behind_everybody(clerk: Clerk) -> None:
    first = clerk.calls()
    second = clerk.gives()
    clerk.clock.at = clerk.clock.at.replace(minute=50)
    clerk.hit("Shift+F4")
    clerk.type("1")
    clerk.rest()
    assert clerk.free
    clerk.hit("F2")
    assert clerk.visit.id == first.id
    clerk.hit("Shift+F4")
    clerk.type("2")
    clerk.rest()
    clerk.hit("F2")
    assert clerk.visit.id == second.id


@pytest.mark.parametrize(
    ("typed", "service", "lane"),
    [("2", "27", "counter"), ("102", "27", "clerk"), ("16", "16", "service")],
)
def test_shift_f11_transfers(clerk: Clerk, typed: str, service: str, lane: str) -> None:
    given = clerk.calls()
    clerk.hit("Shift+F11")
    clerk.type(typed)
    clerk.hit("Enter")
    clerk.type("1")
    clerk.rest()
    sent = clerk.ticket(given)
    assert (sent.state, sent.code) == ("waiting", service)
    assert clerk.news()[-1] == "TicketTransferred"
    assert clerk.free
    assert lane in sent.lane or sent.lane


@pytest.mark.parametrize("place", ["طبقه دوم، اتاق ۲۰۴", ""])
def test_shift_f12_sends_to_a_unit_and_says_where(clerk: Clerk, place: str) -> None:
    given = clerk.calls()
    clerk.hit("Shift+F12")
    for answer in ("آقای رضایی", "صدور مجوز", place, "نیاز به بازدید"):
        assert clerk.question
        clerk.type(answer)
        clerk.hit("Enter")
    assert not clerk.question
    (referral,) = clerk.ticket(given).referrals
    assert (referral.unit, referral.reason) == ("صدور مجوز", "نیاز به بازدید")
    assert referral.place == place
    clerk.hit("F12")
    assert clerk.ticket(given).outcome == "referral"


# -- without a number ------------------------------------------------------------------------------


def test_f5_receives_without_a_number(clerk: Clerk) -> None:
    clerk.hit("F5")
    clerk.type("16")
    clerk.hit("Enter")
    assert (clerk.visit.how, clerk.visit.code, clerk.visit.label) == ("walk_in", "16", "")
    tracking = clerk.registers()
    clerk.hit("F12")
    assert tracking
    assert clerk.free


def test_f5_takes_a_telephone_call(clerk: Clerk) -> None:
    clerk.hit("F5", "Down", "Enter")
    assert clerk.visit.how == "telephone"
    clerk.hit("F12")
    assert clerk.free
    assert clerk.news()[-1] == "ServiceFinished"


def test_a_visit_without_a_number_is_not_called_held_or_sent_on(clerk: Clerk) -> None:
    clerk.hit("F5", "Enter")
    clerk.news()
    for combo in ("F3", "F4", "F11", "Shift+F4", "Shift+F11"):
        clerk.hit(combo)
        assert "این مراجعه نوبت ندارد" in clerk.said, combo
        assert not clerk.question
        assert not clerk.choosing
    assert clerk.news() == []


def test_f5_while_somebody_is_here_says_who(clerk: Clerk) -> None:
    given = clerk.calls()
    clerk.hit("F5")
    assert not clerk.choosing
    assert "پایان نیافته" in clerk.said
    assert clerk.visit.id == given.id


def test_nobody_is_chosen_while_somebody_is_here(clerk: Clerk) -> None:
    clerk.calls()
    clerk.gives()
    clerk.hit("Shift+F2")
    assert not clerk.choosing
    assert "پایان نیافته" in clerk.said
