"""The clerks: admitted, changed, locked out, let in again; and who came when."""

import pytest
from argon2 import PasswordHasher as Argon2
from msgspec.structs import replace

from app.deeds.catalogue import retire_sub_service
from app.deeds.clerk import account_of, sign_in
from app.deeds.looking import the_entry, the_entry_taken
from app.deeds.office import admit_clerk, dismiss_clerk
from app.events.office import ClerkAdmitted
from app.folds.clerk import TRIES, Account
from app.order import by_code
from app.ports import Look
from app.refusal import Refusal
from app.signing_in import enter
from db import password
from tests.ui.supervisor.conftest import Sits
from tests.ui.supervisor.supervisor import Supervisor
from ui.supervisor.people.form_page import PersonPage
from ui.supervisor.people.page import PeoplePage


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same reckoning, with little of it."""
    monkeypatch.setattr(password, "_ARGON2ID", Argon2(1, 8, 1))


@pytest.fixture
def page(supervisor: Supervisor) -> PeoplePage:
    supervisor.hit("Ctrl+8")
    found = supervisor.page
    assert isinstance(found, PeoplePage)
    assert [row.key for row in found.people.rows] == ["101", "102", "201"]
    return found


def chosen(supervisor: Supervisor, code: str) -> None:
    page = supervisor.page
    assert isinstance(page, PeoplePage)
    places = [row.key for row in page.people.rows].index(code) - page.people.place
    supervisor.hit(*["Down" if places > 0 else "Up"] * abs(places))
    assert page.person is not None
    assert page.person.code == code


def account(look: Look, code: str) -> Account:
    return account_of(look, look.office.clerk(code).clerk)


def test_a_clerk_is_admitted_by_keys_alone(supervisor: Supervisor, page: PeoplePage) -> None:
    supervisor.hit("F4")
    assert type(supervisor.page).__name__ == "PersonPage"
    supervisor.type("103")
    supervisor.hit("Enter")
    supervisor.type("نسرین کاظمی")
    supervisor.hit("Enter", "Down", "Down", "Enter", "Space", "F8")
    assert supervisor.page is page
    assert "ثبت شد" in supervisor.said
    who = supervisor.looks(lambda look: look.office.clerk("103"))
    assert (who.name, who.role) == ("نسرین کاظمی", "administrator")
    assert who.skills == (supervisor.looks(lambda look: the_entry(look, "1").id),)
    assert [row.key for row in page.people.rows] == ["101", "102", "103", "201"]


def form_of(supervisor: Supervisor) -> PersonPage:
    page = supervisor.page
    assert isinstance(page, PersonPage)
    return page


def clerk_of(supervisor: Supervisor, code: str) -> ClerkAdmitted:
    return supervisor.looks(lambda look: look.office.clerk(code))


def test_a_new_clerk_does_not_take_the_account_of_another(
    supervisor: Supervisor, page: PeoplePage
) -> None:
    before = clerk_of(supervisor, "101")
    supervisor.hit("F4")
    supervisor.type("101")
    supervisor.hit("Enter")
    supervisor.type("نسرین کاظمی")
    supervisor.hit("F8")
    assert "کد «۱۰۱» در فهرست هست" in supervisor.said
    assert clerk_of(supervisor, "101") == before
    assert form_of(supervisor).values["name"] == "نسرین کاظمی"
    supervisor.does(lambda work: dismiss_clerk(work, "101"))
    supervisor.hit("F8")
    assert supervisor.page is page
    assert clerk_of(supervisor, "101").clerk != before.clerk, "a code that is free is given anew"


def test_the_name_is_changed_and_role_and_code_stay(
    supervisor: Supervisor, page: PeoplePage
) -> None:
    before = clerk_of(supervisor, "101")
    chosen(supervisor, "101")
    supervisor.hit("F2", "Down", "F8")
    assert "چیزی تغییر نکرده" in supervisor.said
    supervisor.type("‌پور")
    supervisor.hit("F8")
    assert supervisor.page is page, "no role is changed by an arrow in the name"
    assert clerk_of(supervisor, "101") == replace(before, name=f"{before.name}‌پور")


def test_of_two_who_change_a_clerk_the_second_hears_of_the_first(
    supervisor: Supervisor, page: PeoplePage
) -> None:
    before = clerk_of(supervisor, "101")
    chosen(supervisor, "101")
    supervisor.hit("F2")
    supervisor.type(" راد")
    supervisor.does(lambda work: admit_clerk(work, "101", before.name, "unit"))
    form = form_of(supervisor)
    supervisor.waits(lambda: bool(form.head.chip.accessibleName()))
    supervisor.hit("F8")
    assert "همکار دیگری" in supervisor.said
    assert clerk_of(supervisor, "101") == replace(before, role="unit")
    assert form.values["name"] == f"{before.name} راد"
    supervisor.hit("F7")
    assert (form.values["name"], form.values["role"]) == (before.name, "unit")
    supervisor.type(" راد")
    supervisor.hit("F8")
    assert supervisor.page is page
    after = clerk_of(supervisor, "101")
    assert after == replace(before, name=f"{before.name} راد", role="unit")


@pytest.mark.parametrize("again", [False, True])
def test_a_clerk_who_was_dismissed_does_not_come_back_by_a_form_that_was_open(
    supervisor: Supervisor, page: PeoplePage, *, again: bool
) -> None:
    chosen(supervisor, "101")
    supervisor.hit("F2")
    supervisor.type(" راد")
    supervisor.does(lambda work: dismiss_clerk(work, "101"))
    if again:
        supervisor.does(lambda work: admit_clerk(work, "101", "نسرین کاظمی", "clerk"))
    left = supervisor.looks(lambda look: look.office.clerks)
    for _ in range(2):
        supervisor.hit("F8")
        assert "پایان کار" in supervisor.said
        form_of(supervisor)
        assert supervisor.looks(lambda look: look.office.clerks) == left
    supervisor.hit("Esc")
    assert supervisor.question, "what was typed is not lost in silence"


def test_a_skill_in_what_is_given_no_longer_is_seen_and_kept(
    supervisor: Supervisor, page: PeoplePage
) -> None:
    who = clerk_of(supervisor, "101")
    skill = supervisor.looks(lambda look: the_entry(look, "35").id)
    supervisor.does(lambda work: admit_clerk(work, "101", who.name, who.role, (skill,)))
    supervisor.does(lambda work: retire_sub_service(work, "35", "به مرکز رفت"))
    chosen(supervisor, "101")
    supervisor.hit("F2")
    table = form_of(supervisor).skills
    assert table.ticked == (skill,)
    row = next(row for row in table.rows if row.key == skill)
    assert "دیگر ارائه نمی‌شود" in row.cells[-1].text
    supervisor.type("‌پور")
    supervisor.hit("F8")
    assert supervisor.page is page
    assert clerk_of(supervisor, "101").skills == (skill,)
    supervisor.hit("F4")
    assert skill not in [row.key for row in form_of(supervisor).skills.rows]


def test_a_clerk_who_can_do_all_that_is_left_is_not_given_everything(
    supervisor: Supervisor, page: PeoplePage
) -> None:
    who = clerk_of(supervisor, "101")
    entries = supervisor.looks(lambda look: [the_entry_taken(look, e) for e in look.services()])
    gone, *left = sorted(entries, key=lambda entry: by_code(entry.sheet.code))
    skills = tuple(entry.id for entry in left)
    supervisor.does(lambda work: admit_clerk(work, "101", who.name, who.role, skills))
    supervisor.does(lambda work: retire_sub_service(work, gone.sheet.code, "به مرکز رفت"))
    chosen(supervisor, "101")
    supervisor.hit("F2")
    supervisor.type("‌پور")
    supervisor.hit("F8")
    assert supervisor.page is page
    assert clerk_of(supervisor, "101").skills == skills


def test_a_first_password_is_given_and_told_where_it_is_too_easy(
    supervisor: Supervisor, page: PeoplePage
) -> None:
    chosen(supervisor, "101")
    supervisor.hit("F6")
    supervisor.type("کوتاه")
    supervisor.hit("Enter")
    assert "دست‌کم ۸ نویسه" in supervisor.said
    supervisor.hit("F6")
    supervisor.type("باران پاییزی")
    supervisor.hit("Enter")
    assert "گذرواژه نخست" in supervisor.said
    assert supervisor.looks(lambda look: account(look, "101").must_change)
    assert page.people.rows[0].cells[3].text == "گذرواژه نخست"


def test_ones_own_password_is_changed_by_who_knows_the_present_one(
    supervisor: Supervisor, page: PeoplePage
) -> None:
    chosen(supervisor, "201")
    supervisor.hit("F6")
    gate = supervisor.window.gate
    assert gate.isVisible()
    supervisor.type("باجه نمونه")
    supervisor.hit("Enter")
    for _ in range(2):
        supervisor.type("برف زمستانی")
        supervisor.hit("Enter")
    assert gate.isHidden()
    hashed = supervisor.looks(lambda look: account(look, "201").hash)
    assert password.holds(hashed, "برف زمستانی")
    assert supervisor.page is page


def test_whoever_is_locked_out_is_let_in_again(supervisor: Supervisor, page: PeoplePage) -> None:
    for _ in range(TRIES):
        with pytest.raises(Refusal):
            enter(supervisor.desk.journal, password, "101", "نادرست است", "counter:1")
    supervisor.waits(lambda: "قفل تا" in page.people.rows[0].cells[4].text)
    chosen(supervisor, "101")
    supervisor.hit("F7")
    assert not supervisor.looks(lambda look: account(look, "101").failures)
    assert page.people.rows[0].cells[4].text == "فعال"
    supervisor.hit("F7")
    assert "قفل نیست" in supervisor.said


def test_an_account_is_disabled_for_a_reason_and_enabled(
    supervisor: Supervisor, page: PeoplePage
) -> None:
    chosen(supervisor, "101")
    supervisor.hit("F8")
    supervisor.type("مرخصی")
    supervisor.hit("Enter")
    assert page.people.rows[0].cells[4].text == "غیرفعال: مرخصی"
    supervisor.hit("F8")
    assert not supervisor.looks(lambda look: account(look, "101").disabled)
    chosen(supervisor, "201")
    supervisor.hit("F8")
    supervisor.type("مرخصی")
    supervisor.hit("Enter")
    assert "حساب خود" in supervisor.said


def test_who_came_when_stands_under_the_clerks(supervisor: Supervisor, page: PeoplePage) -> None:
    with supervisor.desk.journal.look() as look:
        clerk, hashed = look.office.clerk("101").clerk, account(look, "101").hash
    with supervisor.desk.journal.work(clerk) as work:
        sign_in(work, "counter:1", proved=hashed)
    chosen(supervisor, "101")
    supervisor.waits(lambda: bool(page.signed.rows))
    assert page.signed.rows[0].cells[2].text == "باجه ۱، رایانه ۱"


def test_a_clerk_is_dismissed_and_the_last_supervisor_is_not(
    supervisor: Supervisor, page: PeoplePage
) -> None:
    chosen(supervisor, "102")
    supervisor.hit("F11", "Enter")
    assert [row.key for row in page.people.rows] == ["101", "201"]
    chosen(supervisor, "201")
    supervisor.hit("F11", "Enter")
    assert "حساب خود" in supervisor.said


def test_a_clerk_sees_the_page_and_changes_nothing(sits: Sits) -> None:
    clerk = sits(code="101")
    clerk.hit("Ctrl+8", "F7")
    chosen(clerk, "102")
    page = clerk.page
    assert isinstance(page, PeoplePage)
    for combo in ("F2", "F4", "F6", "F7", "F8", "F11"):
        clerk.hit(combo)
        assert clerk.page is page
        assert not clerk.question
        assert "مسئول" in clerk.said, combo
    clerk.hit("Enter")
    assert clerk.page is page
    chosen(clerk, "101")
    assert not next(act for act in page.acts() if act.combo == "F6").why_not, "one's own"


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_both_pages_fit(sits: Sits, scale: float) -> None:
    supervisor = sits(scale=scale)
    supervisor.hit("Ctrl+8")
    for combos in ((), ("F2",)):
        supervisor.hit(*combos)
        least = supervisor.page.minimumSizeHint()
        assert least.width() <= supervisor.page.width()
        assert least.height() <= supervisor.page.height()


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_names_have_room_at_both_sizes_of_text(sits: Sits, scale: float) -> None:
    supervisor = sits(scale=scale)
    supervisor.hit("Ctrl+8")
    page = supervisor.page
    assert isinstance(page, PeoplePage)
    taken = sum(supervisor.window.theme.px(column.width) for column in page.people._painter.columns)
    assert page.people.viewport().width() - taken > supervisor.window.theme.px(200)
