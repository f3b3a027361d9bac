"""Accounts from the command line, where no password is asked."""

import pytest
from argon2 import PasswordHasher as Argon2

from app.deeds.clerk import account_of
from app.folds.clerk import TRIES, Account
from app.password import SAMPLE
from app.refusal import Refusal
from app.signing_in import enter
from db import password
from resources import path
from tests.ui.shell import Shell
from ui.bootstrap import open_desk
from ui.sample import sample_plan


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same reckoning, with little of it."""
    monkeypatch.setattr(password, "_ARGON2ID", Argon2(1, 8, 1))


def account(office: Shell, code: str) -> Account:
    desk = open_desk(office.data, office.clock)
    with desk.journal.look() as look:
        found = account_of(look, look.office.clerk(code).clerk)
    desk.close()
    return found


def test_a_first_password_comes_from_a_file_or_the_standard_input(office: Shell) -> None:
    file = office.home / "word.txt"
    file.write_text("باران پاییزی\nمابقی\n", "utf-8")
    assert office.done("office", "clerk", "102", "--password-file", str(file)) == {
        "changed": "clerk"
    }
    given = account(office, "102")
    assert given.must_change
    assert password.holds(given.hash, "باران پاییزی")
    file.write_text("کوتاه", "utf-8")
    wrong = ("office", "clerk", "102", "--password-file")
    assert office.refused(*wrong, str(file)) == "password_short"
    assert office.refused(*wrong, "nowhere.txt") == "file_missing"
    for nothing in ("", " \n", "\nدر خط دوم\n"):
        file.write_text(nothing, "utf-8")
        assert office.refused(*wrong, str(file)) == "password_file_empty"
    assert account(office, "102") == given


def test_an_account_is_not_disabled_without_a_reason(office: Shell) -> None:
    for nothing in ("", " "):
        assert office.refused("office", "clerk", "101", "--disable", nothing) == "reason_empty"
    assert not account(office, "101").disabled


def test_a_supervisor_who_forgot_theirs_gets_a_first_one_too(office: Shell) -> None:
    file = office.home / "word.txt"
    file.write_text("باران پاییزی", "utf-8")
    office.done("office", "clerk", "201", "--password-file", str(file))
    assert account(office, "201").must_change


def test_a_clerk_is_admitted_with_a_password_at_once(office: Shell) -> None:
    file = office.home / "word.txt"
    file.write_text("باران پاییزی", "utf-8")
    words = ("--name", "نسرین کاظمی", "--role", "unit", "--password-file", str(file))
    office.done("office", "clerk", "103", *words)
    assert account(office, "103").must_change


def test_accounts_are_disabled_enabled_and_unlocked(office: Shell) -> None:
    office.done("office", "clerk", "101", "--disable", "مرخصی")
    assert account(office, "101").disabled == "مرخصی"
    assert office.refused("issue", "--service", "7") == "clerk_disabled"
    office.done("office", "clerk", "101", "--enable")
    office.done("issue", "--service", "7")
    desk = open_desk(office.data, office.clock)
    for _ in range(TRIES):
        with pytest.raises(Refusal):
            enter(desk.journal, password, "101", "نادرست است", "counter:1")
    desk.close()
    assert account(office, "101").failures == TRIES
    office.done("office", "clerk", "101", "--unlock")
    assert account(office, "101").failures == 0


def test_the_office_is_changed_by_who_looks_after_it(office: Shell) -> None:
    assert office.refused("office", "clerk", "101", "--remove", "--clerk", "102") == "not_allowed"
    assert office.refused("office", "clerk", "201", "--remove", "--clerk", "201") == (
        "clerk_is_oneself"
    )
    office.done("office", "clerk", "102", "--remove")


def test_the_sample_office_ships_with_the_password_that_it_tells(office: Shell) -> None:
    kept = [clerk.password for clerk in sample_plan(office.clock.now().date()).clerks]
    assert all(password.holds(each, SAMPLE) for each in kept)
    assert "$argon2id$v=19$m=65536,t=2,p=1$" in path("sample", "office.json").read_text("utf-8")
    assert not account(office, "101").must_change
