"""A request is registered by F8, and what F8 says where that is not possible."""

import pytest

from tests.ui.counter.clerk import NOBODY, Clerk
from ui.look.parts.key_button import KeyButton


def test_f8_registers_a_new_applicant(clerk: Clerk) -> None:
    given = clerk.calls()
    clerk.type(NOBODY[0])
    clerk.hit("Enter")
    assert clerk.focus is clerk.window.desk.sheet.applicant.name.line
    clerk.type(NOBODY[1])
    clerk.hit("F6", "F8")
    visit = clerk.state.visit
    assert visit
    (found,) = visit.requests
    assert (found.applicant.name, found.ticket) == (NOBODY[1], given.id)
    assert clerk.news()[-2:] == ["RequestRegistered", "PaperPrinted"]
    assert "شماره پیگیری" in clerk.said
    assert clerk.filled == "F2"
    clerk.hit("F8")
    assert "ثبت شده است" in clerk.said


def test_f8_says_what_is_still_missing(clerk: Clerk) -> None:
    clerk.calls()
    clerk.hit("F8")
    assert "متقاضی معلوم نیست" in clerk.said
    clerk.identifies()
    clerk.hit("F8")
    assert "مدرک مانده است" in clerk.said
    assert "RequestRegistered" not in clerk.news()


def test_f8_says_which_fields_are_empty(clerk: Clerk) -> None:
    clerk.calls("8")
    clerk.identifies()
    clerk.hit("F6", "F8")
    assert "۲ فیلد خالی است" in clerk.said


def test_a_wrong_code_is_said_and_stays(clerk: Clerk) -> None:
    clerk.calls()
    clerk.type("2190764158")
    clerk.hit("Enter")
    assert "درست نیست" in clerk.said
    assert clerk.state.sheet.code
    assert not clerk.state.identified
    assert clerk.focus is clerk.window.desk.sheet.applicant.code.line


def test_mode_1_is_guidance_alone(clerk: Clerk) -> None:
    clerk.calls("32")
    clerk.hit("F8")
    assert "فقط راهنمایی" in clerk.said
    clerk.hit("F12")
    assert clerk.free
    assert clerk.news()[-1] == "ServiceFinished"


def test_mode_3_is_given_at_once_from_a_ready_text(clerk: Clerk) -> None:
    clerk.calls("4")
    clerk.identifies()
    clerk.hit("F6")
    entry = clerk.state.entry
    assert entry
    clerk.window.counter.edit(ready_text=entry.sheet.ready_texts[0].title)
    clerk.hit("F8")
    kinds = clerk.news()
    assert kinds.count("AnswerDelivered") == 1
    visit = clerk.state.visit
    assert visit
    assert visit.requests[0].delivery is not None
    clerk.hit("F12")
    assert clerk.free


def test_mode_3_asks_once_which_answer_is_given_and_enter_takes_the_first(clerk: Clerk) -> None:
    clerk.calls("4")
    clerk.identifies()
    clerk.hit("F6", "F8")
    entry = clerk.state.entry
    assert entry
    assert clerk.question
    assert "RequestRegistered" not in clerk.news()
    asked = [button.accessibleName() for button in clerk.window.asking.findChildren(KeyButton)]
    for text in (*(text.title for text in entry.sheet.ready_texts), "پاسخ بعداً تنظیم می‌شود"):
        assert any(text in name for name in asked), (text, asked)
    clerk.hit("Enter")
    visit = clerk.state.visit
    assert visit
    (found,) = visit.requests
    assert found.delivery is not None
    assert found.answers[-1].said.result == entry.sheet.ready_texts[0].result


@pytest.mark.parametrize("digit", ["2", "4"])
def test_a_digit_takes_another_answer_of_mode_3_or_leaves_it_for_later(
    clerk: Clerk, digit: str
) -> None:
    clerk.calls("4")
    clerk.identifies()
    clerk.hit("F6", "F8")
    clerk.type(digit)
    clerk.rest()
    visit = clerk.state.visit
    assert visit
    (found,) = visit.requests
    entry = clerk.state.entry
    assert entry
    texts = entry.sheet.ready_texts
    given = [answer.said.content for answer in found.answers]
    assert given == ([texts[1].content] if digit == "2" else [])
    kinds = [job.kind for job in clerk.jobs()]
    assert kinds == (["answer"] if digit == "2" else ["receipt"])


def test_what_is_asked_at_f8_may_be_taken_back(clerk: Clerk) -> None:
    clerk.calls("4")
    clerk.identifies()
    clerk.hit("F6", "F8", "Esc")
    assert not clerk.state.sheet.registered
    assert "RequestRegistered" not in clerk.news()


def test_a_duplicate_request_is_asked_about_when_all_else_is_right(clerk: Clerk) -> None:
    clerk.calls("16")
    clerk.registers()
    clerk.hit("F12")
    clerk.calls("16")
    clerk.identifies()
    clerk.hit("F6")
    clerk.window.counter.detail("تاریخ واقعه", "دیروز")
    clerk.hit("F8")
    assert not clerk.question
    assert "پذیرفته نیست" in clerk.said
    clerk.window.counter.detail("تاریخ واقعه", "۱۴۰۵/۰۸/۰۱")
    clerk.hit("F8")
    assert clerk.question


def test_a_duplicate_request_asks_why(clerk: Clerk) -> None:
    clerk.calls()
    clerk.registers()
    clerk.hit("F12")
    clerk.calls()
    clerk.identifies()
    clerk.hit("F6", "F8")
    assert clerk.question
    clerk.type("پرونده دیگری است")
    clerk.hit("Enter")
    assert clerk.state.sheet.registered, clerk.said
    assert clerk.news().count("RequestRegistered") == 2


def test_shift_f8_needs_a_registered_request(clerk: Clerk) -> None:
    clerk.calls()
    clerk.hit("Shift+F8")
    assert "پس از ثبت درخواست" in clerk.said
    assert not clerk.choosing


def test_who_comes_to_write_the_answer_is_not_told_that_there_is_none(clerk: Clerk) -> None:
    clerk.calls("16")
    clerk.registers()
    clerk.hit("Ctrl+6")
    assert clerk.window.page is clerk.window.answer
    assert clerk.said == ""
