"""How an answer is written: ready texts, versions, issuers, steps that are still out."""

import os
import signal
import subprocess
import sys
import textwrap

from app.issuer import ISSUERS
from app.showing.answer import answer_shown, draft_place
from tests.ui.counter.answer.answerer import ALT, Counter, Key, finish_steps
from tests.ui.keyboard import focused, types
from tests.ui.shell import ROOT, Shell
from ui.bootstrap import open_desk

_OTHER = {"kind": "person", "id": "0076229645", "name": "امیرحسین طباطبایی"}

_TYPING = textwrap.dedent("""
    import sys
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from app.showing.answer import NOTHING, draft_place
    from msgspec.structs import replace
    from ui.bootstrap import SystemClock, open_desk
    from ui.counter.answering import Answering
    from ui.frame.door import Door
    from ui.frame.problems import Problems
    from ui.words import Words

    class Mute:
        def tell(self, *_): pass
        refuse = ask = pick = tell

    folder, tracking = Path(sys.argv[1]), sys.argv[2]
    application = QApplication([])
    door = Door(lambda: open_desk(folder, SystemClock()))
    answering = Answering(door, Problems(Words()), Mute())

    def type_it(_):
        answering.keep(replace(NOTHING, grounds="نیمه‌کاره"))
        look()

    def look():
        door.look(lambda seen: seen.draft(draft_place(tracking)), told)

    def told(found):
        print("kept", flush=True) if found else look()

    answering.shown.connect(type_it)
    answering.open(tracking)
    application.exec()
""")


def test_the_number_of_a_ready_text_takes_it_in_persian_digits_too(counter: Counter) -> None:
    counter.open()
    types("۳")
    texts = counter.page.form.draft()
    shown = counter.answering.present
    assert shown
    assert texts.result == shown.ready_texts[2].result
    assert counter.page.form.complete


def test_the_ready_text_under_the_cursor_is_on_the_page_before_it_is_taken(
    counter: Counter,
) -> None:
    counter.open()
    with counter.qtbot.waitSignal(counter.page.preview.drawn):
        counter.hit(Key.Key_Down)
    assert counter.page.form.texts.offering
    assert counter.page.form.draft().content == ""


def test_an_incomplete_answer_is_refused_by_the_name_of_its_field(counter: Counter) -> None:
    counter.open()
    types("0")
    types("ماده ۲")
    counter.hit(Key.Key_F8)
    counter.says("«مفاد اصلی پاسخ» در ابلاغ پاسخ خالی است")
    assert counter.request().answers == ()
    counter.qtbot.waitUntil(lambda: counter.half() is not None)


def test_an_unknown_number_is_a_sentence(counter: Counter) -> None:
    counter.answering.open("123")
    counter.says("شماره پیگیری ۱۲۳ درست نیست")


def test_a_step_that_is_still_out_is_taken_back_with_one_key(
    counter: Counter, office: Shell
) -> None:
    counter.tracking = office.register(applicant={**_OTHER})
    finish_steps(office, counter.tracking, left=1)
    counter.open()
    counter.shows(Key.Key_F6)
    assert counter.request().state == "result_back"
    assert "F6" not in {act.combo for act in counter.page.acts()}


def test_steps_before_the_last_are_not_taken_back_here(counter: Counter, office: Shell) -> None:
    counter.tracking = office.register(applicant={**_OTHER})
    counter.open()
    counter.hit(Key.Key_F6)
    counter.says("مرحله‌های دیگری")
    assert counter.request().current_step == 0


def test_a_text_is_exchanged_and_what_was_written_by_hand_stays(counter: Counter) -> None:
    counter.open()
    types("1")
    form = counter.page.form
    shown = counter.answering.present
    assert shown
    form.texts.fields["grounds"].area.selectAll()
    types("ماده ۷")
    form.texts.fields["content"].setFocus()
    counter.hit(Key.Key_Down, ALT)
    counter.qtbot.waitUntil(counter.window.picking.isVisible)
    types("2")
    counter.hit(Key.Key_Return)
    second = shown.ready_texts[1]
    assert form.draft().grounds == "ماده ۷"
    assert (form.draft().content, form.draft().result) == (second.content, second.result)
    assert focused() is form.texts.fields["content"].area


def test_a_new_version_replaces_the_ready_one_under_the_next_number(
    counter: Counter, office: Shell
) -> None:
    office.answer(counter.tracking, attachment="۲ برگ نقشه")
    counter.open(scanned=True)
    area = counter.page.form.texts.fields["content"].area
    area.setFocus()
    types("x")
    counter.says("F7")
    assert "x" not in area.toPlainText()
    counter.hit(Key.Key_F7)
    area.setFocus()
    types(" بار دوم")
    counter.shows(Key.Key_F8)
    first, second = counter.request().answers
    assert second.said.number == f"{counter.tracking}/2"
    assert second.said.content == f"{first.said.content} بار دوم"
    assert second.said.attachment == "۲ برگ نقشه"
    assert counter.half() is None
    assert [job.key for job in counter.papers()] == [second.said.number]


def test_f7_again_goes_back_to_the_ready_answer(counter: Counter, office: Shell) -> None:
    office.answer(counter.tracking)
    counter.open(scanned=True)
    counter.hit(Key.Key_F7)
    counter.page.form.texts.fields["content"].area.setFocus()
    types(" نه")
    with counter.qtbot.waitSignal(counter.answering.shown):
        counter.window.press("F7")
    assert not counter.page.writing
    assert counter.half() is None
    counter.gives(Key.Key_Return)


def test_a_new_issuer_is_asked_for_and_offered_first_next_time(counter: Counter) -> None:
    counter.open()
    types("1")
    counter.answering.name_issuer()
    counter.asked()
    types("رضا مهرپرور")
    counter.hit(Key.Key_Return)
    counter.asked()
    types("معاون")
    counter.hit(Key.Key_Return)
    counter.shows(Key.Key_F8)
    said = counter.request().answers[-1].said
    assert (said.issuer_name, said.issuer_post) == ("رضا مهرپرور", "معاون")
    assert counter.shown().issuers[0].name == "رضا مهرپرور"


def test_notes_of_another_release_are_as_good_as_none(counter: Counter) -> None:
    with counter.desk.journal.work() as work:
        work.set_setting(ISSUERS, '{"no": "list"}')
        work.keep_draft(draft_place(counter.tracking), b"[1]")
    counter.open()
    assert counter.page.form.texts.offering
    assert counter.page.form.issuer.issuer() is not None


def test_a_half_typed_answer_survives_a_kill(counter: Counter, office: Shell) -> None:
    counter.door.close()
    counter.desk.close()
    child = subprocess.Popen(
        [sys.executable, "-c", _TYPING, str(office.data), counter.tracking],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == b"kept\n"
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    child.stdout.close()
    again = open_desk(office.data, office.clock)
    with again.journal.look() as look:
        shown = answer_shown(look, counter.tracking, "")
    again.close()
    assert shown.draft
    assert shown.draft.grounds == "نیمه‌کاره"
