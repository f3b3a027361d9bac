"""The page of one request in the real window on a real store: its steps, papers and inquiries."""

from functools import partial

from PySide6.QtCore import Qt

from app.handing.handing_out import hand_out
from tests.ui.counter.pages import Counter, Open
from tests.ui.keyboard import press, types
from tests.ui.shell import TITLES, Shell

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_f6_gives_a_request_to_its_unit_with_a_letter_and_takes_the_result_back(
    opened: Open, counter: Counter
) -> None:
    press(Key.Key_F6)
    counter.asked()
    after = opened.shows_after(partial(counter.answers, "۱۲۳"))
    assert (after.waits_for, after.steps[0].letter) == ("unit", "۱۲۳")
    assert "شماره ثبت" in opened.texts()
    types(" ")
    press(Key.Key_F6)
    counter.asked()
    after = opened.shows_after(lambda: press(Key.Key_Return))
    assert after.current_step == 1
    assert after.steps[0].result == "انجام شد"


def test_a_letter_without_a_number_is_handed_over_all_the_same(
    opened: Open, counter: Counter
) -> None:
    press(Key.Key_F6)
    counter.asked()
    after = opened.shows_after(lambda: press(Key.Key_Return))
    assert (after.waits_for, after.steps[0].letter) == ("unit", "")


def test_f7_records_papers_that_a_unit_misses_later(opened: Open, counter: Counter) -> None:
    press(Key.Key_F7)
    types(" ")
    opened.page.later.other.setFocus()
    types("نقشه محل")
    opened.page.later.estimate.setFocus()
    types("1405/09/25")
    after = opened.shows_after(lambda: press(Key.Key_F8))
    (found,) = after.deficiencies
    assert found.documents == (TITLES[0], "نقشه محل")
    assert found.estimate is not None
    assert "نقشه محل" in opened.texts()


def test_a_date_that_does_not_exist_is_refused(opened: Open, counter: Counter) -> None:
    press(Key.Key_F7)
    types(" ")
    until = opened.page.later.until
    until.show_value("۱۴۰۵/۱۲/۳۰")
    press(Key.Key_F8)
    counter.says("در تقویم وجود ندارد")
    assert counter.request(opened.tracking).deficiencies == ()


def test_f3_asks_another_body_and_records_its_answer(opened: Open, counter: Counter) -> None:
    press(Key.Key_F3)
    counter.qtbot.waitUntil(counter.window.picking.isVisible)
    after = opened.shows_after(lambda: press(Key.Key_Return))
    (asked,) = after.inquiries
    press(Key.Key_Down)
    press(Key.Key_F3)
    counter.qtbot.waitUntil(counter.window.picking.isVisible)
    press(Key.Key_Return)
    after = opened.shows_after(partial(counter.answers, "تأیید شد"))
    assert [(one.title, one.result) for one in after.inquiries] == [(asked.title, "تأیید شد")]
    assert asked.title in opened.texts()


def test_an_inquiry_that_the_catalogue_lacks_is_asked_by_hand(
    opened: Open, counter: Counter
) -> None:
    press(Key.Key_F3)
    counter.qtbot.waitUntil(counter.window.picking.isVisible)
    types("دیگر")
    press(Key.Key_Return)
    counter.answers("سابقه مالیاتی")
    after = opened.shows_after(partial(counter.answers, "امور مالیاتی"))
    assert [(one.title, one.body) for one in after.inquiries] == [("سابقه مالیاتی", "امور مالیاتی")]


def test_f8_prints_the_receipt_once_more(opened: Open, counter: Counter) -> None:
    counter.do(lambda work: hand_out(work, "receipt", opened.tracking))
    opened.shows_after(lambda: press(Key.Key_F8))
    assert [(job.kind, job.copy) for job in counter.jobs()] == [("receipt", 2), ("receipt", 1)]
    assert "المثنی (نسخه ۲)" in opened.texts()


def test_shift_f8_prints_the_cover_for_the_secretariat(opened: Open, counter: Counter) -> None:
    act = next(act for act in opened.page.acts() if act.combo == "Shift+F8")
    assert act.name.split() == ["برگ", "همراه", "درخواست"]
    press(Key.Key_F8, SHIFT)
    counter.says("برگ همراه درخواست برای چاپ")
    assert [(job.kind, job.key) for job in counter.jobs()] == [("cover", opened.tracking)]


def test_the_page_tells_who_did_what_and_when(opened: Open) -> None:
    first = opened.page.history.rows[-1].said()
    assert first.startswith("ثبت درخواست")
    assert "۱۴۰۵/۰۸/۳۰ ۰۸:۰۰" in first


def test_what_another_program_does_with_the_request_is_seen(opened: Open, office: Shell) -> None:
    after = opened.shows_after(lambda: office.done("step", opened.tracking, "--begin"))
    assert after.waits_for == "unit"
    assert "در دست واحد" in opened.texts()
