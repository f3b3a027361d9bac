"""Answer and delivery in the real window on a real store: keys in, journal and paper out."""

import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from datetime import date
from functools import partial

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.deeds.answer import Draft
from app.deeds.looking import the_request
from app.folds.request import Request, StepTimes
from app.issuer import ISSUERS
from app.showing.answer import AnswerShown, answer_shown, draft_in, draft_place
from app.spooling.spool import Job
from app.sub_service import Step
from tests.ui.keyboard import focused, press, types
from tests.ui.press_here import press_here
from tests.ui.shell import ROOT, TITLES, Shell
from ui.bootstrap import Desk, open_desk
from ui.counter.answer_page import AnswerPage, join
from ui.counter.answer_steps import AnswerSteps
from ui.counter.answering import Answering
from ui.counter.keys import COUNTER_KEYS
from ui.frame.door import Door
from ui.frame.page import Page
from ui.frame.problems import Problems
from ui.frame.window import FrameWindow
from ui.look.theme import Theme
from ui.words import Words

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
LONG = "با درخواست متقاضی موافقت شد. " * 104
"""Some 3,000 letters."""


class Counter:
    """A window with an empty page under the answer's, and whoever carries out the deeds."""

    def __init__(self, qtbot: QtBot, desk: Desk, door: Door, theme: Theme, tracking: str) -> None:
        self.qtbot, self.desk, self.door, self.tracking = qtbot, desk, door, tracking
        problems = Problems(Words())
        self.window = FrameWindow(theme, COUNTER_KEYS)
        self.page = AnswerPage(theme, press_here())
        self.answering = Answering(door, problems, self.window, counter="1")
        problems.told.connect(self.window.refuse)
        door.refused.connect(problems.tell)
        join(self.page, self.answering)
        self.answering.shown.connect(lambda _: self.window.go(self.page))
        self.window.on("Ctrl+6", lambda: self.answering.open(tracking))
        qtbot.addWidget(self.window)
        self.window.resize(1366, 728)
        self.window.go(Page(theme))
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def open(self, *, scanned: bool = False) -> None:
        """The page of the request, once it is there."""
        with self.qtbot.waitSignal(self.answering.shown):
            self.answering.open(self.tracking, scanned=scanned)

    def hit(self, key: Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key press, into whatever has the focus."""
        press(key, held)

    def shows(self, key: Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key press after which the request is shown anew."""
        with self.qtbot.waitSignal(self.answering.shown):
            self.hit(key, held)

    def gives(self, key: Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key press with which the answer is handed over."""
        with self.qtbot.waitSignal(self.answering.given):
            self.hit(key, held)

    def says(self, words: str) -> None:
        """Waits until the strip says so."""
        self.qtbot.waitUntil(lambda: words in self.window.strip.text)

    def asked(self) -> None:
        """Waits until a question stands on top of the keys."""
        self.qtbot.waitUntil(self.window.asking.isVisible)

    def request(self) -> Request:
        """As it stands in the journal."""
        with self.desk.journal.look() as look:
            return the_request(look, self.tracking)

    def half(self) -> Draft | None:
        """What is kept of a half-typed answer."""
        with self.desk.journal.look() as look:
            return draft_in(look.draft(draft_place(self.tracking)))

    def papers(self) -> list[Job]:
        """Answers on their way to a printer, oldest first."""
        with self.desk.journal.look() as look:
            return [job for job in reversed(look.jobs()) if job.kind == "answer"]

    def shown(self) -> AnswerShown:
        """As somebody else would see it."""
        with self.desk.journal.look() as look:
            return answer_shown(look, self.tracking, "")


@pytest.fixture
def tracking(office: Shell) -> str:
    """A request whose last step came back: its answer can be written."""
    number = office.register()
    _finish_steps(office, number)
    return number


@pytest.fixture
def counter(
    qtbot: QtBot, office: Shell, desk: Desk, theme: Theme, tracking: str
) -> Iterator[Counter]:
    """The counter, its clerk signed in."""
    clerk = _clerk(desk)
    door = Door(lambda: open_desk(office.data, office.clock), clerk=clerk)
    yield Counter(qtbot, desk, door, theme, tracking)
    door.close()


def _clerk(desk: Desk) -> str:
    with desk.journal.look() as look:
        return look.office.clerk("101").clerk


def _finish_steps(office: Shell, number: str, left: int = 0) -> None:
    steps = office.done("step", number, "--list")["steps"]
    for _ in steps[left:]:
        office.done("step", number, "--done")


def test_a_usual_answer_takes_four_key_presses(counter: Counter) -> None:
    counter.shows(Key.Key_6, CONTROL)
    counter.hit(Key.Key_Down)
    counter.hit(Key.Key_Return)
    with counter.qtbot.waitSignal(counter.answering.shown):
        counter.hit(Key.Key_F8)

    (answer,) = counter.request().answers
    second = counter.shown().ready_texts[1]
    assert (answer.said.result, answer.said.number) == (second.result, f"{counter.tracking}/1")
    assert answer.said.content == second.content
    assert answer.said.issuer_name
    assert [(job.key, job.copy) for job in counter.papers()] == [(f"{counter.tracking}/1", 1)]
    counter.says("آماده تحویل")


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


def test_enter_hands_over_what_was_scanned_and_prints_it_once(
    counter: Counter, office: Shell
) -> None:
    office.answer(counter.tracking)
    counter.open(scanned=True)
    counter.gives(Key.Key_Return)
    delivery = counter.request().delivery
    assert delivery
    assert (delivery.said.receiver, delivery.said.counter) == ("applicant", "1")
    assert (delivery.said.lost_reason, delivery.clerk) == ("", counter.door.clerk)
    assert [job.copy for job in counter.papers()] == [1]
    counter.says("تحویل شد")
    assert counter.window.page is not counter.page


def test_an_answer_that_was_printed_to_be_signed_is_not_printed_again(counter: Counter) -> None:
    counter.open()
    types("1")
    counter.shows(Key.Key_F8)
    act = counter.page.acts()[-1]
    assert (act.combo, act.note) == ("F8", "نسخه اصل صادر شده است")
    counter.hit(Key.Key_Space)
    counter.gives(Key.Key_Return)
    assert [job.copy for job in counter.papers()] == [1]


def test_ctrl_p_prints_the_offices_copy_too_and_neither_is_a_duplicate(
    counter: Counter, office: Shell
) -> None:
    office.answer(counter.tracking)
    counter.open(scanned=True)
    counter.gives(Key.Key_P, CONTROL)
    jobs = counter.papers()
    assert [job.copy for job in jobs] == [1, 1]
    with counter.desk.journal.look() as look:
        papers = [look.job_paper(job.id) for job in jobs]
    assert [b'"office_copy":true' in paper for paper in papers] == [False, True]


def test_without_the_receipt_the_reason_and_the_card_are_asked(
    counter: Counter, office: Shell
) -> None:
    office.answer(counter.tracking)
    counter.open()
    counter.hit(Key.Key_Return)
    counter.asked()
    counter.hit(Key.Key_Return)
    assert counter.window.asking.isVisible()  # nobody signs by mistake that it was lost
    types("مفقود شدن رسید")
    counter.hit(Key.Key_Return)
    counter.asked()
    counter.gives(Key.Key_Return)
    delivery = counter.request().delivery
    assert delivery
    assert delivery.said.lost_reason == "مفقود شدن رسید"
    assert delivery.said.identity_document == "کارت ملی"


def test_giving_up_the_question_hands_nothing_over(counter: Counter, office: Shell) -> None:
    office.answer(counter.tracking)
    counter.open()
    counter.hit(Key.Key_Return)
    counter.asked()
    counter.hit(Key.Key_Escape)
    assert not counter.window.asking.isVisible()
    assert counter.window.page is counter.page
    assert counter.request().delivery is None


def test_whoever_is_not_entitled_gets_a_sentence_and_no_answer(
    counter: Counter, office: Shell
) -> None:
    office.answer(counter.tracking)
    counter.open(scanned=True)
    counter.page.request.representative.setFocus()
    counter.hit(Key.Key_Space)
    counter.hit(Key.Key_Return)
    counter.says("نه متقاضی است و نه نماینده ثبت‌شده")
    assert counter.request().delivery is None
    assert counter.papers() == []


def test_an_incomplete_answer_is_refused_by_the_name_of_its_field(counter: Counter) -> None:
    counter.open()
    types("0")
    types("ماده ۲")
    counter.hit(Key.Key_F8)
    counter.says("«مفاد اصلی پاسخ» در ابلاغ پاسخ خالی است")
    assert counter.request().answers == ()
    counter.qtbot.waitUntil(lambda: counter.half() is not None)


def test_what_was_delivered_elsewhere_meanwhile_is_said(counter: Counter, office: Shell) -> None:
    office.answer(counter.tracking)
    counter.open(scanned=True)
    office.done("deliver", counter.tracking)
    counter.hit(Key.Key_Return)
    counter.says("تحویل شده است")
    counter.answering.open(counter.tracking)
    counter.says("تحویل شده است")


def test_keys_that_print_other_papers_at_the_counter_do_nothing_here(counter: Counter) -> None:
    elsewhere: list[str] = []
    for combo in ("F6", "F7", "Shift+F8", "Ctrl+P"):
        counter.window.on(combo, partial(elsewhere.append, combo))
    counter.open()
    counter.hit(Key.Key_F6)
    counter.hit(Key.Key_F7)
    counter.hit(Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    counter.hit(Key.Key_P, CONTROL)
    assert elsewhere == []
    assert counter.request().answers == ()


def test_what_is_typed_while_the_answer_is_made_is_no_half_of_another(counter: Counter) -> None:
    counter.open()
    types("1")
    with counter.qtbot.waitSignal(counter.answering.shown):
        counter.hit(Key.Key_F8)
        types("و")
    counter.answering.flush()
    counter.open()
    assert counter.half() is None
    assert not counter.page.writing


def test_an_unknown_number_is_a_sentence(counter: Counter) -> None:
    counter.answering.open("123")
    counter.says("شماره پیگیری ۱۲۳ درست نیست")


def test_a_step_that_is_still_out_is_taken_back_with_one_key(
    counter: Counter, office: Shell
) -> None:
    counter.tracking = office.register(applicant={**_OTHER})
    _finish_steps(office, counter.tracking, left=1)
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


def test_who_has_no_code_takes_the_answer_in_person(counter: Counter, office: Shell) -> None:
    counter.tracking = office.register(
        applicant={"kind": "unnumbered", "name": "گل‌محمد نورزایی", "mobile": "09121234567"}
    )
    office.answer(counter.tracking)
    counter.open(scanned=True)
    counter.gives(Key.Key_Return)
    delivery = counter.request().delivery
    assert delivery
    assert (delivery.said.receiver, delivery.said.receiver_name, delivery.said.receiver_id) == (
        "applicant",
        "گل‌محمد نورزایی",
        "",
    )


def test_for_a_company_its_representative_comes(counter: Counter, office: Shell) -> None:
    counter.tracking = office.register(
        applicant={"kind": "legal", "id": "10380284790", "name": "شرکت راه‌سازان شمال"},
        representative={"id": _OTHER["id"], "name": _OTHER["name"]},
        documents=dict.fromkeys((*TITLES, "آگهی تأسیس یا آخرین تغییرات شرکت"), True),
    )
    office.answer(counter.tracking)
    counter.open(scanned=True)
    counter.gives(Key.Key_Return)
    delivery = counter.request().delivery
    assert delivery
    assert (delivery.said.receiver, delivery.said.receiver_name) == (
        "representative",
        _OTHER["name"],
    )


def test_three_thousand_letters_go_on_the_second_page_which_follows_the_cursor(
    counter: Counter,
) -> None:
    counter.open()
    types("0")
    content = counter.page.form.texts.fields["content"]
    content.setFocus()
    with counter.qtbot.waitSignal(counter.page.preview.drawn):
        content.area.insertPlainText(LONG)
    preview = counter.page.preview
    counter.qtbot.waitUntil(lambda: len(preview.leaves) > 1)
    pages = [place for place, leaf in enumerate(preview.leaves) if "content" in leaf.spots]
    assert preview.number == pages[-1] == 1
    counter.hit(Key.Key_Home, CONTROL)
    assert preview.number == 0


def test_every_control_of_the_page_has_a_name_for_screen_readers(counter: Counter) -> None:
    counter.open()
    nameless = [
        type(each).__name__
        for each in counter.page.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
        and each.isVisible()
        and not each.accessibleName()
    ]
    assert nameless == []


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_squeezed_at_the_smallest_screen(
    counter: Counter, office: Shell, qapp: QApplication, scale: float
) -> None:
    office.answer(counter.tracking)
    theme = Theme(scale=scale)
    theme.apply(qapp)
    page = AnswerPage(theme, press_here())
    counter.qtbot.addWidget(page)
    page.resize(1366, 579 if scale == 1.0 else 500)
    with counter.qtbot.waitSignal(counter.answering.shown) as told:
        counter.answering.open(counter.tracking)
    page.show_answer(told.args[0])
    page.show()
    assert page.minimumSizeHint().width() <= 1366
    assert page.minimumSizeHint().height() <= page.height()


@pytest.mark.parametrize("high", [20, 40, 60, 100, 150, 400])
@pytest.mark.parametrize("count", [1, 3, 7])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_step_vanishes_without_a_word(
    qtbot: QtBot, qapp: QApplication, high: int, count: int, scale: float
) -> None:
    theme = Theme(scale=scale)
    theme.apply(qapp)
    steps = AnswerSteps(theme)
    qtbot.addWidget(steps)
    steps.resize(260, high)
    titles = [f"گام {place}" for place in range(count)]
    steps.show_steps([_step(title, done=place < 2) for place, title in enumerate(titles)])
    seen, left = steps.seen()
    assert [*seen, *range(left)]
    assert len(seen) + left == count
    assert min(2, count - 1) in seen, "the present one"
    assert not left or high < count * theme.px(24)


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_steps_are_seen_when_the_answer_is_handed_over(
    counter: Counter, office: Shell, qapp: QApplication, scale: float
) -> None:
    office.answer(counter.tracking)
    theme = Theme(scale=scale)
    theme.apply(qapp)
    page = AnswerPage(theme, press_here())
    counter.qtbot.addWidget(page)
    page.resize(1366, 579 if scale == 1.0 else 509)
    with counter.qtbot.waitSignal(counter.answering.shown) as told:
        counter.answering.open(counter.tracking)
    page.show_answer(told.args[0])
    page.show()
    steps = page.request.steps
    shown = steps.visibleRegion().boundingRect()
    assert shown.height() >= theme.px(24)
    seen, left = steps.seen()
    assert len(seen) + left == len(told.args[0].request.steps) > 1


def _step(title: str, *, done: bool) -> StepTimes:
    step = Step(title=title, unit="دبیرخانه", duration=1)
    on = date(2026, 11, 21)
    given = StepTimes(step=step, handed_over=1, handed_over_on=on)
    return replace(given, done=2, done_on=on) if done else given


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
