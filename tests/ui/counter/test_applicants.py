"""Companies, foreigners, representatives, and applicants who have no code."""

from tests.ui.counter.clerk import NOBODY, Clerk
from tests.ui.counter.conftest import Sits

COMPANY = ("10380284790", "تعاونی تاکسیرانی چالوس")
UNNUMBERED = ("گل‌محمد نورزایی", "خان‌محمد")
"""Somebody without a code: name and father's name."""


def test_a_company_is_known_by_eleven_digits(clerk: Clerk) -> None:
    clerk.calls()
    clerk.registers(*COMPANY)
    visit = clerk.state.visit
    assert visit
    assert visit.requests[0].applicant.kind == "legal"


def test_a_foreigner_is_said_first(clerk: Clerk) -> None:
    clerk.calls("16")
    clerk.window.desk.sheet.applicant.kind.choice.setFocus()
    clerk.hit("Down", "Down")
    assert clerk.state.sheet.kind == "foreigner"
    clerk.window.desk.sheet.enter_code()
    clerk.registers("123456789", "محمد نبی احمدی")
    visit = clerk.state.visit
    assert visit
    assert visit.requests[0].applicant.kind == "foreigner"


def test_a_representative_is_registered_and_offered_again(clerk: Clerk) -> None:
    clerk.calls()
    clerk.identifies(*COMPANY)
    counter = clerk.window.counter
    counter.edit(
        representative_id="0076229645", representative_name="امیرحسین طباطبایی", proxy="۱۲۳"
    )
    clerk.hit("F6", "F8")
    visit = clerk.state.visit
    assert visit
    found = visit.requests[0].representative
    assert found is not None
    assert found.name == "امیرحسین طباطبایی"
    clerk.hit("F12")
    clerk.calls("16")
    clerk.identifies(*COMPANY)
    assert clerk.state.person
    assert [one.name for one in clerk.state.person.representatives] == [found.name]


def test_the_next_request_of_a_company_has_its_own_papers(clerk: Clerk) -> None:
    clerk.calls("28")
    clerk.registers(*COMPANY)
    clerk.hit("Shift+F8")
    clerk.type("16")
    clerk.hit("Enter")
    assert clerk.state.entry
    assert clerk.state.entry.sheet.code == "16"
    assert clerk.state.sheet.name == COMPANY[1]
    clerk.hit("F6", "F8", "F2")
    clerk.gives("27")
    clerk.hit("F2")
    assert clerk.state.entry.sheet.code == "27"


# -- without a code --------------------------------------------------------------------------------


def says_there_is_no_code(clerk: Clerk, name: str, father: str) -> None:
    """From the code backwards to the kind, and then what must be told instead."""
    assert clerk.focus is clerk.window.desk.sheet.applicant.code.line
    clerk.window.desk.sheet.applicant.kind.choice.setFocus()
    clerk.hit("Down", "Down", "Down", "Enter")
    for text in (name, father):
        clerk.type(text)
        clerk.hit("Enter")


def test_who_has_no_code_is_registered_by_name_and_father(clerk: Clerk) -> None:
    clerk.calls("16")
    says_there_is_no_code(clerk, *UNNUMBERED)
    assert clerk.state.identified
    clerk.hit("F6")
    assert clerk.filled == "F8"
    clerk.hit("F8")
    visit = clerk.state.visit
    assert visit
    who = visit.requests[0].applicant
    assert (who.kind, who.id, who.name, who.father) == ("unnumbered", "", *UNNUMBERED)
    assert [job.kind for job in clerk.jobs()] == ["receipt"]


def test_f8_says_that_a_name_alone_tells_nobody_without_a_code_apart(clerk: Clerk) -> None:
    clerk.calls("16")
    says_there_is_no_code(clerk, UNNUMBERED[0], "")
    clerk.hit("F6", "F8")
    assert "نام پدر یا تلفن همراه" in clerk.said
    clerk.hit("Ctrl+3", "Delete", "F7")
    assert "بازشناخته نمی‌شود" in clerk.said
    assert not {"RequestRegistered", "DeficiencyAnnounced"} & set(clerk.news())
    clerk.hit("F6")
    clerk.window.desk.sheet.applicant.mobile.setFocus()
    clerk.type("09112345678")
    clerk.hit("F8")
    assert clerk.state.sheet.registered, clerk.said


def test_the_next_who_has_no_code_is_somebody_else(clerk: Clerk) -> None:
    for _ in range(2):
        clerk.calls("16")
        says_there_is_no_code(clerk, *UNNUMBERED)
        assert clerk.state.person is not None
        assert clerk.state.person.applicant is None
        assert not clerk.state.person.open
        assert not clerk.state.person.on_file
        clerk.hit("F6", "F8")
        assert clerk.state.sheet.registered, clerk.said
        clerk.hit("F12")
    assert clerk.news().count("RequestRegistered") == 2


def test_what_was_filled_in_by_a_code_goes_with_the_code(clerk: Clerk) -> None:
    clerk.calls("16")
    clerk.registers()
    clerk.hit("F12")
    clerk.calls("16")
    clerk.identifies()
    clerk.hit("F6")
    assert clerk.state.sheet.from_file
    clerk.window.desk.sheet.applicant.kind.choice.setFocus()
    clerk.hit("Down", "Down", "Down")
    sheet = clerk.state.sheet
    assert (sheet.kind, sheet.code, sheet.identified) == ("unnumbered", "", "")
    assert (sheet.name, sheet.marks) == ("", {})
    assert clerk.state.person is not None
    assert clerk.state.person.applicant is None
    assert "on_file" not in {row.mark for row in clerk.state.checklist.rows}  # type: ignore[union-attr]
    clerk.hit("Up", "Up", "Up", "Enter")
    assert not clerk.state.identified
    clerk.identifies()
    assert clerk.state.sheet.name == NOBODY[1]


def test_the_next_request_of_who_has_no_code_keeps_what_was_told(clerk: Clerk) -> None:
    clerk.calls("28")
    says_there_is_no_code(clerk, *UNNUMBERED)
    clerk.hit("F6", "F8", "Shift+F8")
    clerk.type("16")
    clerk.hit("Enter")
    sheet = clerk.state.sheet
    assert (sheet.kind, sheet.name, sheet.father) == ("unnumbered", *UNNUMBERED)
    assert clerk.state.identified
    clerk.hit("F6", "F8")
    visit = clerk.state.visit
    assert visit
    assert {request.applicant.name for request in visit.requests} == {UNNUMBERED[0]}
    assert len(visit.requests) == 2


def test_who_has_no_code_comes_back_with_the_slip_and_need_not_tell_it_again(
    clerk: Clerk, sits: Sits
) -> None:
    given = clerk.calls()
    says_there_is_no_code(clerk, *UNNUMBERED)
    clerk.hit("F6", "Ctrl+3", "Delete", "F7", "F12")
    slip = clerk.ticket(given).deficiencies[-1].slip
    clerk.scan(f"BJ:D:{slip.token}")
    clerk.waits(lambda: clerk.state.identified and not clerk.state.busy)
    pane = clerk.window.desk.sheet.applicant
    assert pane.code.isHidden()
    assert (pane.name.value(), pane.father.value()) == UNNUMBERED
    assert {clerk.row(title).mark for title in slip.received} == {"received"}
    assert clerk.window.desk.sheet.documents.rows.hasFocus()
    pane.name.setFocus()
    clerk.type("ی")
    clerk.close()
    again = sits()
    again.waits(lambda: again.state.identified and not again.state.busy)
    again.rest()
    assert again.state.sheet.name == UNNUMBERED[0] + "ی"


def test_half_done_work_for_who_has_no_code_is_there_after_a_new_window(
    clerk: Clerk, sits: Sits
) -> None:
    clerk.calls()
    says_there_is_no_code(clerk, *UNNUMBERED)
    clerk.close()
    again = sits()
    again.waits(lambda: again.state.identified and not again.state.busy)
    again.rest()
    assert again.state.sheet.father == UNNUMBERED[1]
    assert again.state.person is not None
    assert "کار ناتمام نوبت" in again.said


def test_a_code_read_after_all_leaves_the_kind_as_it_was_said_last(clerk: Clerk) -> None:
    clerk.calls()
    pane = clerk.window.desk.sheet.applicant
    pane.kind.choice.setFocus()
    clerk.hit("Down", "Down", "Down", "Up", "Enter")
    assert clerk.state.sheet.kind == "foreigner"
    clerk.scan("BJ:D:" + "0" * 40)
    clerk.hit("Esc")
    assert clerk.state.sheet.kind == "foreigner"
