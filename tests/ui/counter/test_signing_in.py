"""Who works at the counter says so by a password; whatever happens, the client stays."""

from collections.abc import Callable

import pytest
from argon2 import PasswordHasher as Argon2
from PySide6.QtWidgets import QLineEdit

from app.deeds.clerk import account_of, disable_clerk, give_password
from app.deeds.office import admit_clerk, set_rules
from app.events.office import Rules
from app.folds.clerk import TRIES
from app.password import SAMPLE
from app.ports import Look
from app.showing.entrance import SIGN_IN, entrance
from app.signing_in import Entered, choose
from db import password
from tests.ui.counter.clerk import NOBODY, Clerk
from tests.ui.counter.conftest import Sits
from tests.ui.shell import Shell
from ui.bootstrap import open_desk
from ui.frame.sign_in_panel import SignInPanel

MINE, HERS = "باران پاییزی", "قطار ساعت ۷"


@pytest.fixture
def asked(office: Shell, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """A sample office that asks; 102 has a password that only 102 knows."""
    monkeypatch.setattr(password, "_ARGON2ID", Argon2(1, 8, 1))
    desk = open_desk(office.data, office.clock)
    with desk.journal.work() as work:
        work.set_setting(SIGN_IN, "")
        give_password(work, "101", password.hash(MINE))
        clerk = work.office.clerk("102")
        give_password(work, "102", password.hash("نخستین گذرواژه"))
        proved = account_of(work, clerk.clerk).hash
    first = Entered(clerk=clerk.clerk, name=clerk.name, change=True, proved=proved)
    choose(desk.journal, password, first, HERS, "counter:2")
    desk.close()
    return office


@pytest.fixture
def locked(asked: Shell, sits: Sits) -> Clerk:
    """The window as it comes up in the morning: it was 101's, who has a first password."""
    clerk = sits()
    clerk.window.signing.begin(clerk.looks(lambda look: entrance(look, clerk.door.clerk)))
    clerk.rest()
    return clerk


@pytest.fixture
def inside(locked: Clerk) -> Clerk:
    """101 has chosen a password and works."""
    types_password(locked, MINE)
    types_own(locked, "برف زمستانی")
    assert locked.window.gate.isHidden()
    return locked


def types_password(clerk: Clerk, typed: str) -> None:
    clerk.type(typed)
    clerk.hit("Enter")


def types_own(clerk: Clerk, typed: str, again: str = "") -> None:
    clerk.type(typed)
    clerk.hit("Enter")
    clerk.type(again or typed)
    clerk.hit("Enter")


def id_of(code: str) -> Callable[[Look], str]:
    return lambda look: look.office.clerk(code).clerk


def gate(clerk: Clerk) -> SignInPanel:
    return clerk.window.gate


def test_the_window_is_covered_until_somebody_has_signed_in(locked: Clerk) -> None:
    assert gate(locked).isVisible()
    assert gate(locked).code.value() == "101"
    assert gate(locked).isAncestorOf(locked.focus)
    assert isinstance(locked.focus, QLineEdit)
    assert locked.focus.echoMode() == QLineEdit.EchoMode.Password
    locked.gives()
    locked.hit("F2", "F1", "Ctrl+9", "Ctrl++", "Esc")
    assert locked.free
    assert gate(locked).isVisible()
    assert locked.window.page is locked.window.desk


def test_a_sample_office_tells_its_password(locked: Clerk) -> None:
    assert SAMPLE in gate(locked).hint.text


def test_a_first_password_leads_to_one_of_ones_own_and_in(locked: Clerk) -> None:
    types_password(locked, MINE)
    assert gate(locked).isVisible()
    assert gate(locked).fresh.isVisible()
    types_own(locked, MINE)
    assert "همان گذرواژه پیشین" in gate(locked).wrong.text
    types_own(locked, "برف زمستانی", "برف تابستانی")
    assert "یکسان نیست" in gate(locked).wrong.text
    types_own(locked, "برف زمستانی")
    assert gate(locked).isHidden()
    assert locked.door.clerk == locked.looks(id_of("101"))
    signed = locked.looks(lambda look: account_of(look, locked.door.clerk).signed)
    assert [each.window for each in signed] == ["counter:1"]


def test_a_wrong_password_is_told_calmly_and_five_of_them_lock(locked: Clerk) -> None:
    for _ in range(TRIES - 1):
        types_password(locked, "نادرست است")
        assert "دیگر می‌توانید وارد کنید" in gate(locked).wrong.text
    types_password(locked, "نادرست است")
    assert "تا ۱۴۰۵" in gate(locked).wrong.text
    types_password(locked, MINE)
    assert "ممکن نیست" in gate(locked).wrong.text
    assert gate(locked).isVisible()


def test_what_is_typed_behind_the_password_goes_to_the_counter(inside: Clerk) -> None:
    inside.gives()
    inside.window.signing.lock()
    inside.rest()
    inside.type("برف زمستانی")
    for combo in ("Enter", "F2"):
        inside.window._pressed = ("", 0.0)
        inside.press(combo)
    inside.rest()
    assert not inside.free


def test_the_focus_comes_back_to_the_code_that_is_half_typed(inside: Clerk) -> None:
    """In the window where a first password was changed: its fields were hidden one by one."""
    inside.calls()
    for half in (NOBODY[0][:4], NOBODY[0][4:7]):
        inside.type(half)
        line = inside.focus
        inside.window.signing.lock()
        inside.rest()
        types_password(inside, "برف زمستانی")
        assert gate(inside).isHidden()
        assert inside.focus is line
    inside.type(NOBODY[0][7:])
    inside.hit("Enter")
    assert inside.state.sheet.identified == NOBODY[0]


def test_a_first_password_in_the_midst_of_a_code_leads_back_into_it(inside: Clerk) -> None:
    inside.calls()
    inside.type(NOBODY[0][:4])
    line = inside.focus
    with inside.desk.journal.work() as work:
        give_password(work, "101", password.hash(MINE))
    inside.window.signing.lock()
    inside.rest()
    types_password(inside, MINE)
    assert gate(inside).fresh.isVisible()
    assert inside.focus is gate(inside).fresh.line
    types_own(inside, "تگرگ بهاری")
    assert gate(inside).isHidden()
    assert inside.focus is line


def test_a_role_that_has_no_counter_locks_the_window_and_keeps_the_client(inside: Clerk) -> None:
    label = inside.calls().label
    who = inside.looks(lambda look: look.office.clerk("101"))
    with inside.desk.journal.work() as work:
        admit_clerk(work, "101", who.name, "inspector")
    inside.waits(gate(inside).isVisible)
    assert "نقش" in gate(inside).why.text
    assert gate(inside).code.value() == ""
    inside.type("102")
    inside.hit("Enter")
    types_password(inside, HERS)
    assert gate(inside).isHidden()
    assert inside.visit.label == label


def test_the_lock_keeps_the_client_and_what_is_half_typed(inside: Clerk) -> None:
    label = inside.calls().label
    inside.identifies()
    inside.hit("Ctrl+0")
    inside.type("قفل")
    inside.hit("Enter")
    assert gate(inside).isVisible()
    types_password(inside, "برف زمستانی")
    assert gate(inside).isHidden()
    assert inside.visit.label == label
    assert inside.state.sheet.name == NOBODY[1]


def test_another_clerk_takes_over_with_the_client_by_two_keys_and_a_password(
    inside: Clerk,
) -> None:
    label = inside.calls().label
    inside.identifies()
    before = inside.door.clerk
    inside.hit("Ctrl+0")
    inside.type("102")
    inside.hit("Enter")
    assert gate(inside).code.value() == "102"
    types_password(inside, HERS)
    assert inside.door.clerk == inside.looks(id_of("102"))
    assert (inside.visit.label, inside.state.sheet.name) == (label, NOBODY[1])
    inside.hit("F6", "F8")
    tracking = inside.state.sheet.registered
    assert tracking
    recorded, _ = inside.desk.journal.history(inside.state.visit.requests[0].id)[-1]  # type: ignore[union-attr]
    assert recorded.clerk == inside.door.clerk
    left = inside.looks(lambda look: account_of(look, before).signed[-1])
    assert left.until is not None


def test_a_hand_over_is_taken_back(inside: Clerk) -> None:
    inside.hit("Ctrl+0")
    inside.type("102")
    inside.hit("Enter", "Esc")
    assert gate(inside).isHidden()
    assert inside.door.clerk == inside.looks(id_of("101"))


def test_a_window_that_nobody_touches_covers_itself(inside: Clerk) -> None:
    label = inside.calls().label
    signing = inside.window.signing
    now = signing._elapsed()
    signing._elapsed = lambda: now + 9 * 60
    signing.watch()
    assert gate(inside).isHidden()
    signing._elapsed = lambda: now + 11 * 60
    signing.watch()
    assert gate(inside).isVisible()
    assert gate(inside).code.value() == "101"
    gate(inside).code.line.setFocus()
    gate(inside).code.line.selectAll()
    inside.type("102")
    inside.hit("Enter")
    types_password(inside, HERS)
    assert inside.door.clerk == inside.looks(id_of("102"))
    assert inside.visit.label == label


def test_a_hand_over_that_is_left_alone_is_not_taken_back_without_a_password(
    inside: Clerk,
) -> None:
    inside.hit("Ctrl+0")
    inside.type("102")
    inside.hit("Enter")
    signing = inside.window.signing
    now = signing._elapsed()
    signing._elapsed = lambda: now + 11 * 60
    signing.watch()
    inside.hit("Esc")
    assert gate(inside).isVisible()
    types_password(inside, "برف زمستانی")
    assert gate(inside).isHidden()
    assert inside.door.clerk == inside.looks(id_of("101"))


def test_the_office_says_after_how_long_or_never(inside: Clerk) -> None:
    signing = inside.window.signing
    with inside.desk.journal.work() as work:
        set_rules(work, Rules(lock_minutes=0))
    inside.waits(lambda: signing.entrance.minutes == 0)
    signing._elapsed = lambda: 1e9
    signing.watch()
    assert gate(inside).isHidden()


def test_an_account_that_is_disabled_elsewhere_locks_the_window_and_loses_nothing(
    inside: Clerk,
) -> None:
    label = inside.calls().label
    inside.identifies()
    with inside.desk.journal.work() as work:
        disable_clerk(work, "101", "مرخصی")
    inside.waits(gate(inside).isVisible)
    assert "غیرفعال شد" in gate(inside).why.text
    assert gate(inside).code.value() == ""
    inside.type("101")
    inside.hit("Enter")
    types_password(inside, "برف زمستانی")
    assert "غیرفعال" in gate(inside).wrong.text
    gate(inside).code.line.setFocus()
    gate(inside).code.line.selectAll()
    inside.type("102")
    inside.hit("Enter")
    types_password(inside, HERS)
    assert gate(inside).isHidden()
    assert (inside.visit.label, inside.state.sheet.name) == (label, NOBODY[1])


def test_ones_own_password_is_changed_at_the_counter(inside: Clerk) -> None:
    inside.hit("Ctrl+0")
    inside.type("تغییر")
    inside.hit("Enter")
    types_password(inside, "برف زمستانی")
    types_own(inside, "تگرگ بهاری")
    assert gate(inside).isHidden()
    assert "تغییر کرد" in inside.said
    inside.window.signing.lock()
    inside.rest()
    types_password(inside, "برف زمستانی")
    assert gate(inside).wrong.text
    types_password(inside, "تگرگ بهاری")
    assert gate(inside).isHidden()


def test_whoever_leaves_is_signed_out(inside: Clerk) -> None:
    inside.window.signing.leave()
    inside.rest()
    signed = inside.looks(lambda look: account_of(look, inside.door.clerk).signed)
    assert signed[-1].until is not None


def test_where_passwords_are_not_asked_nothing_is_covered(clerk: Clerk) -> None:
    clerk.window.signing.begin(clerk.looks(lambda look: entrance(look, clerk.door.clerk)))
    assert gate(clerk).isHidden()
    clerk.window.signing._elapsed = lambda: 1e9
    clerk.window.signing.watch()
    assert gate(clerk).isHidden()


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_panel_fits_at_both_sizes_of_text(asked: Shell, sits: Sits, scale: float) -> None:
    clerk = sits(scale=scale)
    clerk.window.signing.begin(clerk.looks(lambda look: entrance(look, clerk.door.clerk)))
    clerk.rest()
    types_password(clerk, "نادرست است")
    card = gate(clerk)._card
    assert gate(clerk).rect().contains(card.geometry())
    assert card.layout().heightForWidth(card.width()) <= card.height()  # type: ignore[union-attr]
