"""Every deed of the counter by its key: what it leaves in the journal and on the screen."""

import pytest
from PySide6.QtCore import QTimer

from app.spooling.printers import Printers, named_printers
from tests.ui.counter.clerk import NOBODY, Clerk
from tests.ui.counter.conftest import Sits
from tests.ui.shell import Shell
from ui.counter.keys import COUNTER_KEYS
from ui.look.parts.key_button import KeyButton

COMPANY = ("10380284790", "تعاونی تاکسیرانی چالوس")
UNNUMBERED = ("گل‌محمد نورزایی", "خان‌محمد")
"""Somebody without a code: name and father's name."""
LATIN = str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789")
REASON = "سالمند و بیمار است"


# -- calling ---------------------------------------------------------------------------------------


def test_f2_calls_and_asks_for_the_code(clerk: Clerk) -> None:
    given = clerk.gives()
    clerk.hit("F2")
    assert clerk.news() == ["TicketIssued", "TicketCalled"]
    assert clerk.visit.label == given.label
    assert "منتظر حضور" in clerk.said
    assert clerk.focus is clerk.window.desk.sheet.applicant.code.line


def test_f2_with_nobody_waiting_says_so(clerk: Clerk) -> None:
    clerk.hit("F2")
    assert "اکنون کسی در صف" in clerk.said
    assert clerk.news() == []


def test_f2_does_not_leave_somebody_who_was_only_called(clerk: Clerk) -> None:
    first = clerk.calls()
    clerk.gives()
    clerk.hit("F2")
    assert "منتظر حضور" in clerk.said
    assert clerk.ticket(first).state == "called"


def test_shift_f2_calls_a_chosen_one_with_a_reason(clerk: Clerk) -> None:
    clerk.gives()
    second = clerk.gives("16")
    clerk.hit("Shift+F2")
    assert clerk.choosing
    clerk.type(second.label.split()[-1])
    clerk.hit("Enter")
    assert second.label.translate(LATIN)[-3:] in clerk.question.translate(LATIN)
    clerk.type(REASON)
    clerk.hit("Enter")
    assert clerk.visit.id == second.id
    assert clerk.visit.why is not None
    assert (clerk.visit.why.rule, clerk.visit.why.reason) == ("chosen", REASON)


def test_a_reason_is_needed_to_call_out_of_order(clerk: Clerk) -> None:
    clerk.gives()
    clerk.hit("Shift+F2", "Enter", "Enter")
    assert clerk.question
    clerk.hit("Esc")
    assert not clerk.question
    assert clerk.free


def test_why_this_one_is_told_in_a_sentence(clerk: Clerk) -> None:
    clerk.calls(priority="elderly")
    clerk.window.desk.queue.why_wanted.emit()
    clerk.rest()
    assert "۱۵" in clerk.said


def test_f3_calls_again(clerk: Clerk) -> None:
    given = clerk.calls()
    clerk.hit("F3")
    assert clerk.news()[-1] == "TicketRecalled"
    assert clerk.visit.id == given.id
    assert "تکرار" in clerk.said


# -- nobody came -----------------------------------------------------------------------------------


def test_f4_marks_a_no_show_and_takes_it_back(clerk: Clerk) -> None:
    given = clerk.calls()
    clerk.hit("F4")
    assert clerk.free
    assert "F4" in clerk.said
    assert clerk.ticket(given).state == "no_show"
    clerk.hit("F4")
    assert clerk.ticket(given).state == "waiting"
    assert clerk.news()[-2:] == ["NoShowMarked", "NoShowUndone"]


def test_after_ten_seconds_f4_takes_nothing_back(clerk: Clerk) -> None:
    given = clerk.calls()
    clerk.hit("F4")
    undoing: QTimer = clerk.window.counter._undoing
    assert undoing.interval() == 10_000
    undoing.stop()
    undoing.timeout.emit()
    clerk.hit("F4")
    assert clerk.ticket(given).state == "no_show"
    assert "اکنون کسی در این باجه نیست" in clerk.said


def test_the_next_call_ends_the_taking_back(clerk: Clerk) -> None:
    first, second = clerk.gives(), clerk.gives()
    clerk.hit("F2", "F4", "F2")
    assert clerk.visit.id == second.id
    clerk.hit("F4")
    assert [clerk.ticket(each).state for each in (first, second)] == ["no_show", "no_show"]


def test_f4_asks_first_once_the_client_is_here(clerk: Clerk) -> None:
    given = clerk.calls()
    clerk.identifies()
    clerk.hit("F4")
    assert clerk.question
    clerk.hit("Esc")
    assert clerk.ticket(given).state == "serving"
    clerk.hit("F4")
    if not clerk.question:
        clerk.hit("F4")
    clerk.hit("Enter")
    assert clerk.ticket(given).state == "no_show"


@pytest.mark.parametrize("deed", ["F8", "F7", "Shift+F12"])
def test_who_was_served_in_this_visit_cannot_be_marked_absent(clerk: Clerk, deed: str) -> None:
    given = clerk.calls()
    clerk.identifies()
    if deed == "F8":
        clerk.hit("F6")
    clerk.hit(deed)
    if deed == "Shift+F12":
        for answer in ("آقای رضایی", "صدور مجوز", "", "نیاز به بازدید"):
            clerk.type(answer)
            clerk.hit("Enter")
    act = next(act for act in clerk.window.desk.acts() if act.combo == "F4")
    assert act.why_not
    clerk.hit("F4")
    assert "کاری ثبت شده است" in clerk.said
    assert not clerk.question
    assert clerk.ticket(given).state == "serving"
    assert "NoShowMarked" not in clerk.news()


def test_who_was_served_before_a_hold_and_does_not_come_again_ends_by_f12(clerk: Clerk) -> None:
    given = clerk.calls()
    clerk.registers()
    clerk.hit("F11", "Enter")
    clerk.window.calling.choose(given.label)
    clerk.type(REASON)
    clerk.hit("Enter", "F4")
    assert "کاری ثبت شده است" in clerk.said
    clerk.hit("F2")
    assert "F4" not in clerk.said
    assert "F12" in clerk.said
    clerk.hit("F12")
    assert (clerk.ticket(given).state, clerk.ticket(given).outcome) == ("finished", "request")


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


# -- the request -----------------------------------------------------------------------------------


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


# -- papers ----------------------------------------------------------------------------------------


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
    clerk.hit("F7")
    slip = clerk.ticket(given).deficiencies[-1].slip
    assert [paper.title for paper in slip.missing] == open_ones


def test_a_second_slip_asks_why(clerk: Clerk) -> None:
    given = clerk.calls()
    clerk.identifies()
    clerk.hit("F7")
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
    clerk.hit("F7", "F12")
    token = clerk.ticket(given).deficiencies[-1].slip.token
    other = clerk.calls()
    clerk.scan(f"BJ:D:{token}")
    assert clerk.visit.id == other.id
    assert "بدون انتظار" in clerk.said
    assert clerk.state.sheet.code == ""


def test_a_slip_is_read_into_the_persian_layout_too(clerk: Clerk) -> None:
    given = clerk.calls()
    clerk.identifies()
    clerk.hit("F7", "F12")
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
    clerk.hit("F7", "F12")
    token = clerk.ticket(given).deficiencies[-1].slip.token
    clerk.scan(f"BJ:D:{token}")
    clerk.hit("F4")
    clerk.scan(f"BJ:D:{token}")
    assert clerk.free
    assert clerk.said


# -- the end ---------------------------------------------------------------------------------------


def test_f12_ends_what_was_recorded_without_asking(clerk: Clerk) -> None:
    given = clerk.calls()
    clerk.registers()
    clerk.hit("F12")
    assert not clerk.question
    ended = clerk.ticket(given)
    assert (ended.state, ended.outcome) == ("finished", "request")


@pytest.mark.parametrize("then", ["F12", "F2"])
def test_the_outcome_is_asked_where_nothing_was_recorded(clerk: Clerk, then: str) -> None:
    given = clerk.calls()
    after = clerk.gives()
    clerk.identifies()
    clerk.hit(then)
    assert clerk.question
    clerk.type("7")
    clerk.rest()
    assert clerk.ticket(given).outcome == "withdrawn"
    assert clerk.free if then == "F12" else clerk.visit.id == after.id


def test_the_outcome_may_be_typed_ahead(clerk: Clerk) -> None:
    given = clerk.calls()
    clerk.identifies()
    clerk.press("F12")
    clerk.press("1")
    clerk.rest()
    assert clerk.ticket(given).outcome == "guidance"


def test_f12_asks_while_a_paper_is_not_printed(sits: Sits) -> None:
    clerk = sits(printers=named_printers(roll="tcp://127.0.0.1:9"), prints=True)
    given = clerk.calls()
    clerk.registers()
    clerk.waits(lambda: bool(clerk.jobs()[-1].why))
    clerk.window.counter.refresh()
    clerk.rest()
    clerk.hit("F12")
    assert "چاپ نشده" in clerk.question
    clerk.hit("Esc")
    assert clerk.ticket(given).state == "serving"
    clerk.hit("F12", "Enter")
    assert clerk.ticket(given).state == "finished"


def test_a_counter_without_a_printer_is_not_asked_about_it(sits: Sits) -> None:
    clerk = sits(printers=Printers())
    given = clerk.calls()
    clerk.registers()
    clerk.hit("F12")
    assert clerk.ticket(given).state == "finished"


def test_a_paper_of_this_visit_is_printed_again_as_a_copy(sits: Sits) -> None:
    clerk = sits(prints=True)
    clerk.calls()
    clerk.registers()
    clerk.waits(lambda: clerk.jobs()[-1].state == "sent")
    clerk.rest()
    clerk.hit("Ctrl+5", "Enter")
    assert [job.copy for job in clerk.jobs()] == [1, 2]
    assert "المثنی" in clerk.said


# -- keys that mean nothing now --------------------------------------------------------------------


def test_every_key_says_something_or_does_something_between_two_clients(clerk: Clerk) -> None:
    for combo in ("F3", "F4", "Shift+F4", "F6", "F7", "F8", "Shift+F8", "F11", "Shift+F11"):
        clerk.hit(combo)
        assert clerk.said, combo
        assert not clerk.question
    for combo in ("F12", "Shift+F12", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5"):
        clerk.hit(combo)
        assert clerk.said, combo
    assert clerk.news() == []


@pytest.mark.parametrize("state", ["free", "called", "registered"])
def test_no_key_of_the_help_falls_over_wherever_it_is_pressed(clerk: Clerk, state: str) -> None:
    clerk.gives()
    if state != "free":
        clerk.hit("F2")
    if state == "registered":
        clerk.registers()
    for key in COUNTER_KEYS:
        clerk.hit(key.combo, "Esc", "Esc")
    for key in COUNTER_KEYS:
        clerk.hit("F1", key.combo, "Esc", "Esc")
    clerk.waits(lambda: not clerk.window.held.holding)


def test_the_sheet_is_left_alone_while_it_is_out_of_sight(clerk: Clerk) -> None:
    clerk.calls()
    clerk.identifies()
    clerk.hit("F6", "F1")
    clerk.news()
    clerk.hit("F8", "F7", "Shift+F8")
    assert clerk.news() == []
    assert not clerk.choosing


def test_a_wrong_mobile_is_said_at_enter_and_f8_goes_back_to_it(clerk: Clerk) -> None:
    clerk.calls("16")
    clerk.identifies()
    mobile = clerk.window.desk.sheet.applicant.mobile
    mobile.setFocus()
    clerk.type("0912345")
    clerk.hit("Enter")
    assert "درست نیست" in clerk.said
    assert (mobile.state, clerk.focus) == ("wrong", mobile.line)
    clerk.hit("F6", "Ctrl+3", "F8")
    assert "درست نیست" in clerk.said
    assert clerk.focus is mobile.line
    assert not clerk.state.sheet.registered
    mobile.line.selectAll()
    clerk.type("09123456789")
    assert mobile.state != "wrong"
    clerk.hit("Enter")
    assert clerk.focus is not mobile.line
    clerk.hit("F8")
    assert clerk.state.sheet.registered, clerk.said


def test_a_wrong_code_of_the_representative_is_said_and_f8_goes_back_to_it(clerk: Clerk) -> None:
    clerk.calls("16")
    clerk.identifies()
    them = clerk.window.desk.sheet.applicant.representative
    them.choice.choice.setFocus()
    clerk.hit("Down", "Enter")
    assert clerk.focus is them.code.line
    clerk.type("0076229646")
    clerk.hit("Enter")
    assert "درست نیست" in clerk.said
    assert (them.code.state, clerk.focus) == ("wrong", them.code.line)
    them.name.setFocus()
    clerk.type("امیرحسین طباطبایی")
    clerk.hit("F6", "F8")
    assert "درست نیست" in clerk.said
    assert clerk.focus is them.code.line
    assert not clerk.state.sheet.registered


def test_f8_goes_back_to_the_own_field_that_nobody_can_read(clerk: Clerk) -> None:
    clerk.calls("8")
    clerk.identifies()
    clerk.window.desk.sheet.enter_details()
    clerk.type("آبادان")
    clerk.hit("Enter")
    field = clerk.focus
    clerk.type("دو")
    clerk.hit("F6", "Ctrl+2", "F8")
    assert "پذیرفته نیست" in clerk.said
    assert clerk.focus is field


def test_what_was_typed_ahead_of_a_refusal_is_forgotten(clerk: Clerk) -> None:
    for combo in ("F2", *NOBODY[0], "Enter", "F6", "F8", "F12", "1"):
        clerk.press(combo)
    clerk.rest()
    assert "اکنون کسی در صف" in clerk.said
    assert clerk.news() == []


def test_a_number_that_nobody_can_read_is_said_at_enter_and_not_only_at_f8(clerk: Clerk) -> None:
    clerk.calls("8")
    clerk.identifies()
    clerk.window.desk.sheet.enter_details()
    clerk.type("آبادان")
    clerk.hit("Enter")
    field = clerk.focus
    clerk.type("دو")
    clerk.hit("Enter")
    asked = clerk.state.entry.sheet.fields[1].title if clerk.state.entry else ""
    assert clerk.said == f"«دو» برای «{asked}» پذیرفته نیست. آن را دوباره وارد کنید."
    assert clerk.focus is field


def test_the_key_of_high_contrast_stands_in_the_help_and_works_on_every_page(
    clerk: Clerk,
) -> None:
    wanted: list[str] = []
    clerk.window.contrast_wanted.connect(lambda: wanted.append(clerk.state.sheet.code))
    clerk.hit("F1")
    assert clerk.window.page is not None
    assert "Shift+F1: " in clerk.window.page.accessibleDescription()
    clerk.hit("Shift+F1", "Esc", "Ctrl+9", "Shift+F1")
    assert len(wanted) == 2


def test_help_shows_every_key_and_goes_back(clerk: Clerk) -> None:
    clerk.calls()
    clerk.hit("F1")
    assert clerk.window.page is not clerk.window.desk
    clerk.hit("Esc")
    assert clerk.window.page is clerk.window.desk


def test_sheets_of_information_open_and_close_beside_the_work(clerk: Clerk) -> None:
    clerk.calls("35")
    clerk.type("219")
    opened = []
    for combo in ("Ctrl+4", "Ctrl+4", "Ctrl+4", "Esc"):
        clerk.hit(combo)
        opened.append(clerk.window.desk.side.sheet_open)
    assert opened == [True, False, True, False]
    clerk.type("0")
    assert clerk.state.sheet.code
