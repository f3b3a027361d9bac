"""The supervisor's window is locked and opened again, by who may."""

from datetime import timedelta

import pytest
from argon2 import PasswordHasher as Argon2

from app.deeds.clerk import give_password
from app.deeds.office import admit_clerk
from app.password import SAMPLE
from app.ports import Look
from db import password
from tests.ui.shell import Shell
from tests.ui.supervisor.supervisor import Supervisor


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same reckoning, with little of it."""
    monkeypatch.setattr(password, "_ARGON2ID", Argon2(1, 8, 1))


def test_the_window_is_locked_by_a_key_and_only_opened_by_who_may(supervisor: Supervisor) -> None:
    gate, page = supervisor.window.gate, supervisor.page
    supervisor.hit("Shift+F12")
    assert gate.isVisible()
    assert gate.code.value() == "201"
    supervisor.hit("Ctrl+8", "Esc", "F1")
    assert supervisor.page is page
    gate.code.line.setFocus()
    gate.code.line.selectAll()
    supervisor.type("101")
    supervisor.hit("Enter")
    supervisor.type(SAMPLE)
    supervisor.hit("Enter")
    assert "در اختیار مسئول میز خدمت" in gate.wrong.text
    gate.code.line.setFocus()
    gate.code.line.selectAll()
    supervisor.type("201")
    supervisor.hit("Enter")
    supervisor.type(SAMPLE)
    supervisor.hit("Enter")
    assert gate.isHidden()
    assert supervisor.page is page


def test_a_supervisor_who_becomes_a_clerk_keeps_no_window_of_the_supervisor(
    supervisor: Supervisor,
) -> None:
    name = supervisor.looks(lambda look: look.office.clerk("201").name)
    with supervisor.desk.journal.work() as work:
        admit_clerk(work, "202", "نسرین کاظمی", "supervisor")
        give_password(work, "202", password.hash(SAMPLE))
        admit_clerk(work, "201", name, "clerk")
    supervisor.waits(supervisor.window.gate.isVisible)
    assert "نقش" in supervisor.window.gate.why.text
    assert name in supervisor.window.gate.why.text


def test_a_pass_that_is_over_reads_nothing_more_in_a_window_that_is_open(
    office: Shell, supervisor: Supervisor
) -> None:
    first = office.file("password", b"first inspector")
    code = str(office.done("pass", "بازرس", "--password-file", first)["code"])
    supervisor.window.signing.take(supervisor.looks(lambda look: look.office.clerk(code).clerk))
    supervisor.waits(lambda: supervisor.window.signing.entrance.passing)
    assert supervisor.window.gate.isHidden()
    supervisor.clock.at += timedelta(days=1)
    supervisor.waits(supervisor.window.gate.isVisible)
    assert "پایان یافته است" in supervisor.window.gate.why.text


def test_the_head_says_who_took_over(supervisor: Supervisor) -> None:
    assert supervisor.window.head._person.text == "پروین قاسمی‌نژاد"
    clerk = supervisor.looks(_first_clerk)
    supervisor.window.signing.take(clerk)
    supervisor.rest()
    supervisor.waits(lambda: supervisor.window.head._person.text == "زهرا موسوی‌تبار")


def _first_clerk(look: Look) -> str:
    return look.office.clerk("101").clerk
