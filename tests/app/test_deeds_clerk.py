"""Accounts: passwords, coming and going, locks."""

from datetime import timedelta

import pytest
from argon2 import PasswordHasher as Argon2

from app.deeds.clerk import (
    account_of,
    disable_clerk,
    enable_clerk,
    give_password,
    passwords_in_use,
    sign_in,
    sign_out,
    unlock_clerk,
)
from app.deeds.office import admit_clerk, describe_office, dismiss_clerk
from app.events import clerk as said
from app.events.office import OfficeDescribed
from app.folds.clerk import FOLD, PAUSE, TRIES, Account
from app.password import SAMPLE
from app.ports import PasswordHasher
from app.refusal import Refusal
from app.showing.entrance import AT_ONCE, SIGN_IN, entrance
from app.signing_in import Entered, change, choose, enter, give
from db import password
from tests.app.desk import OFFICE, Desk
from tests.app.opened import opened

HASHER: PasswordHasher = password
GOOD, BETTER = "باران پاییزی", "قطار ساعت ۷"
WINDOW = "counter:1"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same reckoning, with little of it."""
    monkeypatch.setattr(password, "_ARGON2ID", Argon2(1, 8, 1))


@pytest.fixture
def desk() -> Desk:
    """The supervisor has a password, and nobody else."""
    desk = opened()
    give(desk, HASHER, id_of(desk, "20"), "20", GOOD)
    return desk


def id_of(desk: Desk, code: str) -> str:
    return desk.see(lambda look: look.office.clerk(code).clerk)


def account(desk: Desk, code: str) -> Account:
    return desk.see(account_of, id_of(desk, code))


def refused(desk: Desk, code: str, typed: str, window: str = WINDOW) -> Refusal:
    with pytest.raises(Refusal) as refusal:
        enter(desk, HASHER, code, typed, window)
    return refusal.value


def test_an_office_where_nobody_has_a_password_asks_for_none() -> None:
    desk = opened()
    assert not desk.see(passwords_in_use)
    entered = enter(desk, HASHER, "11", "", WINDOW)
    assert entered == Entered(clerk=id_of(desk, "11"), name="علوی")
    assert [each.window for each in account(desk, "11").signed] == [WINDOW]


def test_one_password_is_enough_for_all_to_be_asked(desk: Desk) -> None:
    assert desk.see(passwords_in_use)
    assert desk.see(entrance, id_of(desk, "11")).asked
    desk.clerk = id_of(desk, "11")
    assert desk.refused(sign_in, WINDOW, proved="something").code == "password_changed_meanwhile"


def test_the_first_password_belongs_to_who_looks_after_the_office() -> None:
    desk = opened()
    with pytest.raises(Refusal) as refusal:
        give(desk, HASHER, "", "11", GOOD)
    assert refusal.value.code == "password_supervisor_first"
    give(desk, HASHER, "", "20", GOOD)
    give(desk, HASHER, "", "11", GOOD)
    assert account(desk, "11").must_change


def test_the_right_password_lets_in_whatever_the_keyboard_makes_of_it(desk: Desk) -> None:
    assert not account(desk, "20").must_change, "nobody else chose it"
    for typed in (GOOD, GOOD.replace("ی", "ي")):
        assert enter(desk, HASHER, "20", typed, "supervisor:").clerk == id_of(desk, "20")
    choose(desk, HASHER, enter(desk, HASHER, "11", "", WINDOW), BETTER, WINDOW)
    assert not enter(desk, HASHER, "11", "قطار ساعت 7", WINDOW).change


def test_who_has_none_makes_one_when_they_first_come(desk: Desk) -> None:
    entered = enter(desk, HASHER, "11", "", WINDOW)
    assert entered.change
    assert not account(desk, "11").signed
    assert choose(desk, HASHER, entered, GOOD, WINDOW).clerk == id_of(desk, "11")
    assert account(desk, "11").signed
    assert not account(desk, "11").must_change
    recorded = desk.history(id_of(desk, "11"))
    assert {line.clerk for line, _ in recorded} == {id_of(desk, "11")}


def test_nobody_takes_the_account_of_a_supervisor_that_has_no_password_yet(desk: Desk) -> None:
    desk.do(admit_clerk, "21", "نادری", "administrator")
    assert refused(desk, "21", "", "supervisor:").code == "password_wanted"
    give(desk, HASHER, id_of(desk, "20"), "21", BETTER)
    assert enter(desk, HASHER, "21", BETTER, "supervisor:").change


def test_a_password_that_somebody_else_chose_leads_to_another_and_to_nothing_else(
    desk: Desk,
) -> None:
    give(desk, HASHER, id_of(desk, "20"), "11", GOOD)
    entered = enter(desk, HASHER, "11", GOOD, WINDOW)
    assert entered.change
    desk.clerk = id_of(desk, "11")
    hashed = account(desk, "11").hash
    assert desk.refused(sign_in, WINDOW, proved=hashed).code == "password_must_change"
    for typed, code in ((GOOD, "password_same"), ("کوتاه", "password_short")):
        with pytest.raises(Refusal) as refusal:
            choose(desk, HASHER, entered, typed, WINDOW)
        assert refusal.value.code == code
    choose(desk, HASHER, entered, BETTER, WINDOW)
    assert not enter(desk, HASHER, "11", BETTER, WINDOW).change


def test_of_two_who_change_it_at_once_the_second_begins_again(desk: Desk) -> None:
    entered = enter(desk, HASHER, "11", "", WINDOW)
    choose(desk, HASHER, entered, GOOD, WINDOW)
    with pytest.raises(Refusal) as refusal:
        choose(desk, HASHER, entered, BETTER, WINDOW)
    assert refusal.value.code == "password_changed_meanwhile"


def test_five_wrong_ones_lock_for_a_while_and_each_says_how_many_are_left(desk: Desk) -> None:
    for left in range(TRIES - 1, 0, -1):
        wrong = refused(desk, "20", "نادرست است", "supervisor:")
        assert (wrong.code, wrong.facts) == ("sign_in_wrong", {"n": left})
    until = desk.clock.now() + PAUSE
    last = refused(desk, "20", "نادرست است", "supervisor:")
    assert (last.code, last.facts) == ("clerk_locked", {"until": until})
    assert refused(desk, "20", GOOD, "supervisor:").code == "clerk_locked"
    desk.clock.move(minutes=16)
    assert refused(desk, "20", "نادرست است", "supervisor:").facts == {"n": TRIES - 1}
    assert enter(desk, HASHER, "20", GOOD, "supervisor:").clerk
    assert account(desk, "20").failures == 0


def test_a_clock_that_goes_back_shortens_no_lock(desk: Desk) -> None:
    for _ in range(TRIES):
        refused(desk, "20", "نادرست است", "supervisor:")
    desk.clock.move(days=-1)
    assert refused(desk, "20", GOOD, "supervisor:").code == "clerk_locked"


def test_a_supervisor_unlocks_at_once(desk: Desk) -> None:
    choose(desk, HASHER, enter(desk, HASHER, "11", "", WINDOW), GOOD, WINDOW)
    for _ in range(TRIES):
        refused(desk, "11", "نادرست است")
    desk.do(unlock_clerk, "11")
    assert enter(desk, HASHER, "11", GOOD, WINDOW).clerk == id_of(desk, "11")


def test_a_disabled_account_does_not_sign_in_until_it_is_enabled(desk: Desk) -> None:
    desk.do(disable_clerk, "11", "مرخصی")
    assert desk.see(entrance, id_of(desk, "11")).stands == "disabled"
    assert refused(desk, "11", GOOD).code == "clerk_disabled"
    desk.do(enable_clerk, "11")
    assert enter(desk, HASHER, "11", "", WINDOW).change


def test_somebody_is_always_left_who_looks_after_the_office(desk: Desk) -> None:
    for who, code in (("20", "clerk_is_oneself"), ("", "last_supervisor")):
        desk.clerk = id_of(desk, who) if who else ""
        assert desk.refused(disable_clerk, "20", "مرخصی").code == code
        assert desk.refused(dismiss_clerk, "20").code == code
    assert desk.refused(admit_clerk, "20", "مرادی", "clerk").code == "last_supervisor"
    desk.do(admit_clerk, "21", "نادری", "administrator")
    desk.do(disable_clerk, "20", "مرخصی")
    assert desk.refused(dismiss_clerk, "21").code == "last_supervisor", "the other one is disabled"


def test_each_window_is_for_some(desk: Desk) -> None:
    choose(desk, HASHER, enter(desk, HASHER, "11", "", WINDOW), GOOD, WINDOW)
    wrong = refused(desk, "11", GOOD, "supervisor:")
    assert wrong.code == "not_allowed"
    assert wrong.facts == {"role": ("supervisor", "administrator", "inspector")}
    assert enter(desk, HASHER, "20", GOOD, WINDOW).clerk == id_of(desk, "20")


def test_who_leaves_is_signed_out_of_that_window_alone(desk: Desk) -> None:
    desk.clerk = id_of(desk, "20")
    for window in (WINDOW, "supervisor:"):
        enter(desk, HASHER, "20", GOOD, window)
    desk.clock.move(minutes=5)
    left = desk.do(sign_out, WINDOW)
    assert [each.until for each in left.signed] == [desk.clock.now(), None]


def test_ones_own_password_is_changed_by_who_knows_it(desk: Desk) -> None:
    mine = id_of(desk, "20")
    with pytest.raises(Refusal) as refusal:
        change(desk, HASHER, mine, "نادرست است", BETTER)
    assert refusal.value.code == "sign_in_wrong"
    change(desk, HASHER, mine, GOOD, BETTER)
    assert refused(desk, "20", GOOD, "supervisor:").code == "sign_in_wrong"
    assert enter(desk, HASHER, "20", BETTER, "supervisor:").clerk == mine


def test_what_was_made_too_quickly_is_made_anew_when_it_holds(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = account(desk, "20").hash
    monkeypatch.setattr(password, "_ARGON2ID", Argon2(1, 16, 1))
    assert HASHER.stale(before)
    enter(desk, HASHER, "20", GOOD, "supervisor:")
    after = account(desk, "20").hash
    assert not HASHER.stale(after)
    assert HASHER.holds(after, GOOD)
    assert not HASHER.holds("nothing of ours", GOOD)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("کوتاه", "password_short"),
        ("        ", "password_short"),
        ("ب" * 129, "password_long"),
        ("۱۲۳۴۵۶۷۸", "password_usual"),
        ("87654321", "password_usual"),
        ("aaaaaaaab", "password_usual"),
        ("Password1", "password_usual"),
        (SAMPLE, "password_of_sample"),
        ("باجه نمونه ", "password_of_sample"),
        ("علوی علوی ۱۱", "password_is_name"),
        ("11-علوی-1111", "password_is_name"),
    ],
)
def test_what_is_easily_guessed_is_no_password(desk: Desk, typed: str, code: str) -> None:
    with pytest.raises(Refusal) as refusal:
        give(desk, HASHER, "", "11", typed)
    assert refusal.value.code == code


def test_the_password_of_the_sample_office_holds_there_and_nowhere_else(desk: Desk) -> None:
    hashed = HASHER.hash(SAMPLE)
    desk.do(give_password, "20", hashed)
    assert refused(desk, "20", SAMPLE, "supervisor:").code == "sign_in_of_sample"
    desk.do(describe_office, OFFICE, OfficeDescribed(agency="الف", name="ب", sample=True))
    assert enter(desk, HASHER, "20", SAMPLE, "supervisor:").clerk == id_of(desk, "20")


def test_a_sample_office_opens_at_once_where_it_was_set_up_and_no_other_does(desk: Desk) -> None:
    desk.settings[SIGN_IN] = AT_ONCE
    assert desk.see(entrance, desk.clerk).asked
    desk.do(describe_office, OFFICE, OfficeDescribed(agency="الف", name="ب", sample=True))
    shown = desk.see(entrance, desk.clerk)
    assert (shown.asked, shown.sample, shown.code) == (False, SAMPLE, "11")


def test_failures_of_two_pcs_count_together_in_whatever_order_they_come(desk: Desk) -> None:
    state = account(desk, "11")
    assert (state.failures, state.locked(desk.clock.now())) == (0, False)
    with desk.work() as work:
        for _ in range(TRIES + 2):
            from_two = work.append(FOLD, id_of(desk, "11"), said.SignInFailed(window=WINDOW))
    assert from_two.failures == TRIES
    assert from_two.locked(desk.clock.now() + PAUSE - timedelta(seconds=1))
    assert not from_two.locked(desk.clock.now() + PAUSE)
