"""Papers are settled, the slip of those that are missing is printed, and its token read."""

import pytest

from tests.ui.counter.clerk import Clerk
from tests.ui.shell import Shell


def test_papers_are_settled_by_one_key_each(clerk: Clerk) -> None:
    clerk.calls()
    clerk.identifies()
    clerk.hit("Ctrl+3")
    checklist = clerk.state.checklist
    assert checklist
    titles = [row.title for row in checklist.rows if not row.inquiry]
    clerk.hit("Space", "Enter", "Delete", "Enter", "-")
    marks = [clerk.row(title).mark for title in titles[:3]]
    assert marks == ["received", "missing", "not_needed"]
    clerk.hit("-")
    assert clerk.row(titles[2]).mark == "open"


def test_f7_prints_the_slip_and_its_token_lets_back_in(clerk: Clerk) -> None:
    given = clerk.calls()
    clerk.identifies()
    clerk.hit("F6", "Ctrl+3")
    clerk.hit("Delete")
    clerk.hit("F7")
    slip = clerk.ticket(given).deficiencies[-1].slip
    assert len(slip.missing) == 1
    assert slip.applicant is not None
    assert [job.kind for job in clerk.jobs()] == ["deficiency"]
    assert clerk.news()[-2:] == ["DeficiencyAnnounced", "PaperPrinted"]
    clerk.hit("F12")
    assert clerk.ticket(given).outcome == "deficiency"
    clerk.scan(f"BJ:D:{slip.token}")
    assert clerk.visit.continues == given.id
    assert clerk.news()[-3:] == ["TokenRedeemed", "TicketIssued", "TicketCalled"]


def test_who_comes_back_with_a_slip_is_known_and_so_is_what_was_seen(clerk: Clerk) -> None:
    given = clerk.calls()
    clerk.identifies()
    clerk.hit("F6", "Ctrl+3", "Delete", "F7", "F12")
    slip = clerk.ticket(given).deficiencies[-1].slip
    clerk.scan(f"BJ:D:{slip.token}")
    clerk.waits(lambda: clerk.state.identified and not clerk.state.busy)
    assert slip.applicant is not None
    assert clerk.window.desk.sheet.applicant.code.value() == slip.applicant.id
    assert clerk.window.desk.sheet.applicant.name.value() == slip.applicant.name
    assert {clerk.row(title).mark for title in slip.received} == {"received"}
    assert clerk.row(slip.missing[0].title).mark == "open"
    assert clerk.window.desk.sheet.documents.rows.hasFocus()


def test_a_request_that_is_registered_is_known_of_the_applicant_at_once(clerk: Clerk) -> None:
    clerk.calls()
    clerk.registers()
    clerk.waits(lambda: bool(clerk.state.person and clerk.state.person.open))
    clerk.hit("F2")
    assert clerk.state.person is None


def test_f7_means_all_that_nobody_settled(clerk: Clerk) -> None:
    given = clerk.calls()
    clerk.identifies()
    checklist = clerk.state.checklist
    assert checklist
    open_ones = [row.title for row in checklist.unsettled]
    clerk.hit("Ctrl+3", "Delete", "F7")
    assert not clerk.question
    slip = clerk.ticket(given).deficiencies[-1].slip
    assert [paper.title for paper in slip.missing] == open_ones


def test_a_slip_for_papers_that_nobody_looked_at_is_asked_about(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.frame.ask._UNREAD", 0.0)
    given = clerk.calls()
    clerk.identifies()
    clerk.hit("F7")
    assert "علامت نخورده" in clerk.question
    clerk.hit("Esc")
    assert not clerk.ticket(given).deficiencies
    clerk.hit("F7", "Enter")
    checklist = clerk.state.checklist
    assert checklist
    slip = clerk.ticket(given).deficiencies[-1].slip
    assert len(slip.missing) == len(checklist.unsettled)


def test_a_second_slip_asks_why(clerk: Clerk) -> None:
    given = clerk.calls()
    clerk.identifies()
    clerk.hit("Ctrl+3", "Delete", "F7")
    clerk.hit("F7")
    assert clerk.question
    clerk.type("مدرک تازه لازم شد")
    clerk.hit("Enter")
    assert [each.slip.reason for each in clerk.ticket(given).deficiencies] == [
        "",
        "مدرک تازه لازم شد",
    ]


def test_a_slip_is_scanned_while_somebody_else_is_served(clerk: Clerk) -> None:
    given = clerk.calls()
    clerk.identifies()
    clerk.hit("Ctrl+3", "Delete", "F7", "F12")
    token = clerk.ticket(given).deficiencies[-1].slip.token
    other = clerk.calls()
    clerk.scan(f"BJ:D:{token}")
    assert clerk.visit.id == other.id
    assert "بدون انتظار" in clerk.said
    assert clerk.state.sheet.code == ""


def test_a_slip_is_read_into_the_persian_layout_too(clerk: Clerk) -> None:
    given = clerk.calls()
    clerk.identifies()
    clerk.hit("Ctrl+3", "Delete", "F7", "F12")
    token = clerk.ticket(given).deficiencies[-1].slip.token
    clerk.calls()
    clerk.type("219")
    layout = str.maketrans("bdaecf", "ذیشثزب")
    clerk.scan("ذـ:ي:" + token.translate(layout))
    assert "بدون انتظار" in clerk.said
    assert clerk.state.sheet.code == "219"


def test_a_receipt_is_read_while_the_last_one_is_still_told(clerk: Clerk, office: Shell) -> None:
    tracking = office.register()
    for _ in office.done("step", tracking, "--list")["steps"]:
        office.done("step", tracking, "--done")
    office.answer(tracking)
    clerk.calls()
    clerk.registers()
    clerk.scan(tracking)
    clerk.waits(lambda: clerk.window.page is clerk.window.answer)


def test_a_used_token_is_refused(clerk: Clerk) -> None:
    given = clerk.calls()
    clerk.identifies()
    clerk.hit("Ctrl+3", "Delete", "F7", "F12")
    token = clerk.ticket(given).deficiencies[-1].slip.token
    clerk.scan(f"BJ:D:{token}")
    clerk.hit("F4")
    clerk.scan(f"BJ:D:{token}")
    assert clerk.free
    assert clerk.said
