"""A request is corrected in the real window on a real store: keys in, journal out."""

from functools import partial

from PySide6.QtCore import Qt

from app.events.request import RequestCorrected
from app.showing.request import request_shown
from tests.app.opened import national_code
from tests.ui.counter.pages import Counter, Open
from tests.ui.keyboard import press, types
from tests.ui.shell import PERSON, Shell
from ui.frame.history_words import history_rows
from ui.frame.request_rows import facts_of
from ui.words import Words

Key = Qt.Key


def test_f4_says_anew_what_was_written_wrongly(opened: Open, counter: Counter) -> None:
    press(Key.Key_F4)
    form = opened.page.correct
    assert form.name.line.hasFocus()
    form.father.setFocus()
    types("سیدمحمدرضا")
    form.reason.setFocus()
    types("جا افتاده بود")
    after = opened.shows_after(lambda: press(Key.Key_F8))
    assert (after.applicant.father, after.corrected) == ("سیدمحمدرضا", ("جا افتاده بود",))
    history = counter.desk.journal.history(after.id)
    said = next(event for _, event in history if isinstance(event, RequestCorrected))
    assert (said.name, said.representative, said.remarks) == (None, None, None)
    counter.qtbot.waitUntil(lambda: opened.page.middle.currentWidget() is opened.page.work)
    shown = request_shown(counter.desk.journal, after.tracking)
    newest, changed, *_ = history_rows(shown.history, Words())
    assert newest.cells[2].text.startswith("جا افتاده بود")
    assert (changed.cells[0].text, changed.cells[2].text) == ("نام پدر", "از «—» به «سیدمحمدرضا»")


def test_a_correction_without_a_reason_is_refused_and_stays_on_the_screen(
    opened: Open, counter: Counter
) -> None:
    press(Key.Key_F4)
    form = opened.page.correct
    form.speaker_id.setFocus()
    types(national_code(7_654_321))
    form.speaker.setFocus()
    types("رضا کریمی")
    press(Key.Key_F8)
    counter.says("دلیل این کار")
    assert opened.page.middle.currentWidget() is form
    assert form.speaker.value() == "رضا کریمی"
    form.reason.setFocus()
    types("ثبت نشده بود")
    after = opened.shows_after(lambda: press(Key.Key_F8))
    assert after.representative is not None
    assert after.representative.name == "رضا کریمی"


def test_who_has_no_code_is_corrected_and_given_a_code_that_came_later(
    office: Shell, counter: Counter
) -> None:
    who = {"kind": "unnumbered", "name": "گل‌محمد نورزایی", "father": "خان‌محمد"}
    opened = Open(counter, office.register(applicant=who))
    about = dict(facts_of(request_shown(counter.desk.journal, opened.tracking)))
    assert (about["کد متقاضی"], about.get("تلفن همراه")) == ("—", None)
    press(Key.Key_F4)
    form = opened.page.correct
    form.mobile.setFocus()
    types("09121234567")
    form.reason.setFocus()
    types("جا افتاده بود")
    after = opened.shows_after(lambda: press(Key.Key_F8)).applicant
    assert (after.kind, after.id, after.mobile) == ("unnumbered", "", "09121234567")
    press(Key.Key_F4)
    form.code.setFocus()
    types(national_code(7_654_321))
    form.reason.setFocus()
    types("شناسنامه گرفت")
    after = opened.shows_after(lambda: press(Key.Key_F8)).applicant
    assert (after.kind, after.id) == ("person", national_code(7_654_321))


def test_whose_code_was_noted_by_mistake_is_corrected_to_have_none(
    opened: Open, counter: Counter
) -> None:
    press(Key.Key_F4)
    form = opened.page.correct
    stood = form.code.value()
    form.kind.setFocus()
    for _ in range(3):
        press(Key.Key_Down)
    assert (form.kind.value(), form.code.value()) == ("unnumbered", "")
    press(Key.Key_Up)
    assert form.code.value() == stood
    press(Key.Key_Down)
    form.father.setFocus()
    types("خان‌محمد")
    form.reason.setFocus()
    types("کد از آن دیگری بود")
    after = opened.shows_after(lambda: press(Key.Key_F8)).applicant
    assert (after.kind, after.id, after.father) == ("unnumbered", "", "خان‌محمد")
    press(Key.Key_F4)
    form.code.setFocus()
    types(stood)
    assert form.kind.value() == "person"


def test_a_representative_who_was_noted_by_mistake_is_taken_out(
    office: Shell, counter: Counter
) -> None:
    spoken = {"id": national_code(7_654_321), "name": "رضا کریمی"}
    opened = Open(counter, office.register(representative=spoken))
    press(Key.Key_F4)
    form = opened.page.correct
    form.speaker_id.show_value("")
    form.speaker.show_value("")
    form.reason.setFocus()
    types("نماینده ندارد")
    assert opened.shows_after(lambda: press(Key.Key_F8)).representative is None


def test_esc_keeps_what_was_typed_into_a_correction_until_it_is_recorded(
    opened: Open, counter: Counter
) -> None:
    form = opened.page.correct
    press(Key.Key_F4)
    form.father.setFocus()
    types("سیدمحمدرضا")
    press(Key.Key_Escape)
    assert opened.page.middle.currentWidget() is opened.page.work
    press(Key.Key_F4)
    assert form.father.value() == "سیدمحمدرضا"
    form.reason.setFocus()
    types("جا افتاده بود")
    after = opened.shows_after(lambda: press(Key.Key_F8))
    assert after.applicant.father == "سیدمحمدرضا"
    counter.qtbot.waitUntil(lambda: opened.page.middle.currentWidget() is opened.page.work)
    press(Key.Key_F4)
    assert (form.father.value(), form.reason.value()) == ("سیدمحمدرضا", "")


def test_the_correction_of_another_request_begins_with_what_stands_there(
    opened: Open, office: Shell, counter: Counter
) -> None:
    other = office.register(applicant={**PERSON, "id": national_code(7_000_000)})
    form = opened.page.correct
    press(Key.Key_F4)
    form.father.setFocus()
    types("سیدمحمدرضا")
    press(Key.Key_Escape)
    for tracking in (other, opened.tracking):
        opened.mending.open(tracking)
        counter.qtbot.waitUntil(partial(opened.shows, tracking))
        press(Key.Key_F4)
        assert form.father.value() == ""
        press(Key.Key_Escape)


def test_what_somebody_else_corrected_meanwhile_stands_beside_what_was_typed(
    opened: Open, office: Shell, counter: Counter
) -> None:
    form = opened.page.correct
    press(Key.Key_F4)
    form.father.setFocus()
    types("سیدمحمدرضا")
    press(Key.Key_Escape)
    told = office.file("remarks.json", {"remarks": "پرونده دوم"})
    said = (opened.tracking, told, "--reason", "از قلم افتاد")
    opened.shows_after(lambda: office.done("correct", *said))
    press(Key.Key_F4)
    assert (form.father.value(), form.remarks.value()) == ("سیدمحمدرضا", "پرونده دوم")


def test_keys_of_the_visit_do_nothing_in_a_form(opened: Open, counter: Counter) -> None:
    ended: list[str] = []
    counter.window.on("F12", lambda: ended.append("visit"))
    counter.window.on("F4", lambda: ended.append("absent"))
    press(Key.Key_F4)
    press(Key.Key_F12)
    press(Key.Key_F3)
    press(Key.Key_F4)
    assert ended == []
    press(Key.Key_Escape)
    assert opened.page.middle.currentWidget() is opened.page.work
    assert counter.window.page is opened.page
