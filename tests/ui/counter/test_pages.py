"""The counter's other pages in the real window on a real store: keys in, journal and papers out."""

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.deeds.call import begin, call_next
from app.deeds.deficiency import announce_deficiency, missing_documents
from app.deeds.looking import the_request
from app.deeds.spool import printers_of, set_printers
from app.deeds.ticket import issue
from app.events.request import RequestCorrected
from app.folds.request import Request
from app.handing.handing_out import hand_out
from app.ports import Work
from app.refusal import Refusal
from app.showing.request import request_shown
from app.spooling.printers import Printers, named_printers
from app.spooling.spool import Job, begun, done, stopped
from tests.app.opened import national_code
from tests.ui.keyboard import press, types
from tests.ui.shell import PERSON, TITLES, Shell
from ui.bootstrap import Desk, open_desk, printers
from ui.counter.clerks import Clerks
from ui.counter.closing import Closing, join_day
from ui.counter.day_page import DayPage
from ui.counter.due_page import DuePage
from ui.counter.handing_over import HandingOver, join_due
from ui.counter.keys import COUNTER_KEYS
from ui.counter.mending import Mending, join_request
from ui.counter.papers import Papers, join_papers
from ui.counter.printer_address import printer_address
from ui.counter.printer_page import PrinterPage
from ui.counter.request_page import RequestPage
from ui.counter.request_rows import facts_of
from ui.counter.search_page import SearchPage
from ui.counter.searching import Searching, join_search
from ui.counter.sheets import Sheets
from ui.frame.door import Door
from ui.frame.page import Page
from ui.frame.problems import Problems
from ui.frame.window import FrameWindow
from ui.frame.words import speak_persian
from ui.look.theme import Theme
from ui.words import Words

Key = Qt.Key
T = TypeVar("T")

SHIFT = Qt.KeyboardModifier.ShiftModifier
BODY = {1.0: 728 - 64 - 57 - 28, 1.5: 728 - 76 - 101 - 42}
"""What a page has at 1366 x 728, by the scale of its text."""


class Counter:
    """A window with an empty page at the bottom, and a door behind it."""

    def __init__(self, qtbot: QtBot, desk: Desk, door: Door, theme: Theme) -> None:
        self.qtbot, self.desk, self.door, self.theme = qtbot, desk, door, theme
        self.problems = problems = Problems(Words())
        self.window = FrameWindow(theme, COUNTER_KEYS)
        problems.told.connect(self.window.refuse)
        door.refused.connect(problems.tell)
        qtbot.addWidget(self.window)
        self.window.resize(1366, 728)
        self.window.go(Page(theme))
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def after(self, signal: SignalInstance, act: Callable[[], object]) -> list[object]:
        """What a signal gives after an act."""
        with self.qtbot.waitSignal(signal) as waited:
            act()
        return list(waited.args or ())

    def says(self, words: str) -> None:
        """Waits until the strip says so."""
        self.qtbot.waitUntil(lambda: words in self.window.strip.text)

    def answers(self, text: str) -> None:
        """Types into the question on top of the keys, and Enter."""
        self.qtbot.waitUntil(self.window.asking.isVisible)
        types(text)
        press(Key.Key_Return)

    def asked(self) -> None:
        """Waits for a question."""
        self.qtbot.waitUntil(self.window.asking.isVisible)

    def do(self, deed: Callable[[Work], T]) -> T:
        """A deed beside the window."""
        with self.desk.journal.work(self.door.clerk) as work:
            return deed(work)

    def request(self, tracking: str) -> Request:
        """As it stands in the journal."""
        with self.desk.journal.look() as look:
            return the_request(look, tracking)

    def jobs(self) -> Sequence[Job]:
        """Papers on their way, newest first."""
        with self.desk.journal.look() as look:
            return look.jobs()


@pytest.fixture(params=[1.0, 1.5], ids=["100", "150"])
def scale(request: pytest.FixtureRequest) -> float:
    """Both sizes of text."""
    return float(request.param)


@pytest.fixture
def desk(office: Shell) -> Iterator[Desk]:
    """A second opening of the store, to look at what was written."""
    made = open_desk(office.data, office.clock)
    yield made
    made.close()


@pytest.fixture
def clerk(desk: Desk) -> str:
    """Who sits at the counter."""
    with desk.journal.look() as look:
        return look.office.clerk("101").clerk


@pytest.fixture
def door(qtbot: QtBot, office: Shell, clerk: str) -> Iterator[Door]:
    """The window's own opening of the store."""
    made = Door(partial(open_desk, office.data, office.clock), clerk=clerk)
    with qtbot.waitSignal(made.opened):
        pass
    yield made
    made.close()


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The Persian light theme."""
    speak_persian(qapp)
    made = Theme()
    made.apply(qapp)
    yield made
    qapp.setStyleSheet("")


@pytest.fixture
def counter(qtbot: QtBot, desk: Desk, door: Door, theme: Theme) -> Counter:
    """Counter 1 with nobody at it."""
    return Counter(qtbot, desk, door, theme)


# -- search --------------------------------------------------------------------------------------


class Search:
    """The search page, opened."""

    def __init__(self, counter: Counter) -> None:
        self.page = SearchPage(counter.theme)
        self.searching = Searching(counter.door, counter.window)
        join_search(self.page, self.searching)
        counter.window.go(self.page)
        self.counter = counter

    def finds(self, text: str) -> list[str]:
        """The keys of the rows that come while this is typed."""
        found = self.searching.found
        with self.counter.qtbot.waitSignal(found, check_params_cb=lambda _, said: bool(said)):
            types(text)
        return [row.key for row in self.page.list.rows]


@pytest.fixture
def search(counter: Counter) -> Search:
    """With nothing typed yet."""
    return Search(counter)


def test_results_come_while_a_name_is_typed_and_enter_opens_the_request(
    office: Shell, search: Search, counter: Counter
) -> None:
    tracking = office.register()
    assert search.finds("رمضانی") == [f"request:{tracking}"]
    wanted = counter.after(search.searching.request_wanted, lambda: press(Key.Key_Return))
    assert wanted == [tracking]


def test_arrows_typed_into_the_field_move_in_the_results(
    office: Shell, search: Search, counter: Counter
) -> None:
    first = office.register()
    office.register(applicant={**PERSON, "id": national_code(7_000_000)})
    assert len(search.finds("رمضانی")) == 2
    press(Key.Key_Down)
    wanted = counter.after(search.searching.request_wanted, lambda: press(Key.Key_Return))
    assert wanted == [first]


def test_a_scanned_receipt_whose_answer_is_ready_goes_straight_to_its_delivery(
    office: Shell, search: Search, counter: Counter
) -> None:
    tracking = office.register()
    while office.done("step", tracking, "--list")["step"]:
        office.done("step", tracking, "--done")
    office.answer(tracking)

    def scan() -> None:
        types(tracking)
        press(Key.Key_Return)

    assert counter.after(search.searching.scanned, scan) == [tracking]


def test_a_scanned_receipt_without_an_answer_opens_its_request(
    office: Shell, search: Search, counter: Counter
) -> None:
    tracking = office.register()

    def scan() -> None:
        types(tracking)
        press(Key.Key_Return)

    assert counter.after(search.searching.request_wanted, scan) == [tracking]


def test_a_scanned_slip_lets_its_bearer_in(search: Search, counter: Counter) -> None:
    def slip(work: Work) -> str:
        visit = issue(work, "35")
        call_next(work, "1")
        begin(work, visit.id, counter="1")
        missing = missing_documents(work, "35", TITLES[:1])
        return announce_deficiency(work, visit.id, missing).deficiencies[-1].slip.token

    token = counter.do(slip)

    def scan() -> None:
        types(f"BJ:D:{token}")
        press(Key.Key_Return)

    assert counter.after(search.searching.redeemed, scan) == [token]


def test_whoever_waits_is_chosen_and_whoever_does_not_is_told_in_words(
    office: Shell, search: Search, counter: Counter
) -> None:
    label = office.done("issue", "--service", "35")["label"]
    assert search.finds(label)[0].startswith("ticket:")
    chosen = counter.after(search.searching.chosen, lambda: press(Key.Key_Return))
    assert chosen == [label]
    office.done("call", "--counter", "1")
    search.page.search("")
    search.page.enter()
    search.finds(label)
    press(Key.Key_Return)
    counter.says("فراخوانده‌شده")


def test_the_sheet_of_a_sub_service_that_was_found_is_printed(
    search: Search, counter: Counter
) -> None:
    assert search.finds("35") == ["service:35"]
    press(Key.Key_F8)
    counter.says("برگ اطلاع‌رسانی")
    assert [(job.kind, job.key) for job in counter.jobs()] == [("information", "35")]


def test_keys_that_mean_nothing_for_a_row_say_why(
    office: Shell, search: Search, counter: Counter
) -> None:
    search.finds("35")
    press(Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    counter.says("فقط برای درخواست")


def test_before_anything_is_typed_the_latest_requests_of_the_day_stand_there(
    office: Shell, search: Search, counter: Counter
) -> None:
    made = [
        office.register(applicant={**PERSON, "id": national_code(n)})
        for n in range(7_000_000, 7_000_006)
    ]
    counter.after(search.searching.found, search.page.enter)
    latest = [f"request:{tracking}" for tracking in made[:0:-1]]
    assert [row.key for row in search.page.list.rows] == latest
    assert (
        counter.after(search.searching.request_wanted, lambda: press(Key.Key_Return)) == made[-1:]
    )


def test_a_search_that_finds_nothing_says_so(search: Search) -> None:
    assert search.finds("هیچ‌کس") == []
    assert search.page.head.trailing.text == "چیزی یافت نشد."


# -- one request ---------------------------------------------------------------------------------


class Open:
    """A request's page, opened."""

    def __init__(self, counter: Counter, tracking: str) -> None:
        self.page, self.tracking, self.counter = RequestPage(counter.theme), tracking, counter
        self.mending = Mending(counter.door, counter.window)
        join_request(self.page, self.mending)
        counter.after(self.mending.shown, lambda: self.mending.open(tracking))
        counter.window.go(self.page)

    def shows_after(self, act: Callable[[], object]) -> Request:
        """The request after something that is recorded, once the page shows it."""
        known = len(self.facts())
        act()
        self.counter.qtbot.waitUntil(lambda: len(self.facts()) > known)
        self.counter.qtbot.waitUntil(lambda: len(self.page.history.rows) == len(self.facts()))
        return self.counter.request(self.tracking)

    def shows(self, tracking: str) -> bool:
        """Whether the page has come to that request."""
        return self.page.tracking == tracking

    def facts(self) -> Sequence[object]:
        """What stands in the journal about it."""
        found = self.counter.request(self.tracking)
        return self.counter.desk.journal.history(found.id)

    def texts(self) -> str:
        """All that its lists say."""
        work = self.page.work
        lists = (work.steps, work.spoken, work.papers, self.page.history)
        return "\n".join(row.said() for each in lists for row in each.rows)


@pytest.fixture
def opened(office: Shell, counter: Counter) -> Open:
    """A request that was just registered."""
    return Open(counter, office.register())


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


def test_f11_records_a_withdrawal_and_nothing_is_possible_after_it(
    opened: Open, counter: Counter
) -> None:
    press(Key.Key_F11)
    after = opened.shows_after(partial(counter.answers, "منصرف شد"))
    assert (after.state, after.ended_reason) == ("withdrawn", "منصرف شد")
    press(Key.Key_F6)
    counter.says("انصراف داده است")


def end(office: Shell, tracking: str, how: str) -> None:
    """A request is over."""
    if how == "delivered":
        for _ in office.done("step", tracking, "--list")["steps"]:
            office.done("step", tracking, "--done")
        office.answer(tracking)
        office.done("deliver", tracking)
    else:
        deed = "withdraw" if how == "withdrawn" else "void"
        office.done(deed, tracking, "--reason", "دوباره‌کاری")


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ("delivered", ("۱۴۰۵/۰۸/۳۰", PERSON["name"], "تحویل شده است", "درخواست تازه")),
        ("withdrawn", ("۱۴۰۵/۰۸/۳۰", "انصراف داده است", "درخواست تازه")),
        ("voided", ("۱۴۰۵/۰۸/۳۰", "ابطال شده است", "درخواست تازه")),
    ],
)
def test_keys_of_a_request_that_is_over_say_how_it_ended_and_what_to_do_instead(
    office: Shell, counter: Counter, how: str, words: Sequence[str]
) -> None:
    tracking = office.register()
    end(office, tracking, how)
    opened = Open(counter, tracking)
    known = len(opened.facts())
    for combo in ("F11", "F12", "F3", "F6", "F7", "Ctrl+6"):
        button = counter.window.key_bar.button(combo)
        assert button is not None
        assert not button.possible
        counter.window.press(combo)
        for word in words:
            assert word in counter.window.strip.text, combo
            assert word in button.accessibleDescription(), combo
        assert not counter.window.asking.isVisible()
        assert not counter.window.picking.isVisible()
    assert len(opened.facts()) == known


def test_a_request_that_was_delivered_while_the_reason_was_asked_is_not_withdrawn(
    opened: Open, office: Shell, counter: Counter
) -> None:
    press(Key.Key_F11)
    counter.asked()
    end(office, opened.tracking, "delivered")
    counter.answers("منصرف شد")
    counter.says("تحویل شده است")
    assert counter.request(opened.tracking).state == "delivered"


def test_a_request_without_a_step_left_says_that_its_answer_comes_next(
    office: Shell, counter: Counter
) -> None:
    tracking = office.register()
    for _ in office.done("step", tracking, "--list")["steps"]:
        office.done("step", tracking, "--done")
    Open(counter, tracking)
    press(Key.Key_F6)
    counter.says("پاسخ را با Ctrl+6 تنظیم کنید")
    office.answer(tracking)
    Open(counter, tracking)
    counter.window.press("F6")
    counter.says("پاسخ آماده است")


def test_f12_asks_twice_before_a_request_is_void(opened: Open, counter: Counter) -> None:
    press(Key.Key_F12)
    counter.answers("ثبت اشتباه")
    counter.asked()
    press(Key.Key_Escape)
    assert counter.request(opened.tracking).open
    press(Key.Key_Down)
    press(Key.Key_F12)
    counter.answers("ثبت اشتباه")
    counter.asked()
    after = opened.shows_after(lambda: press(Key.Key_Return))
    assert (after.state, after.ended_reason) == ("voided", "ثبت اشتباه")


def test_f8_prints_the_receipt_once_more(opened: Open, counter: Counter) -> None:
    counter.do(lambda work: hand_out(work, "receipt", opened.tracking))
    opened.shows_after(lambda: press(Key.Key_F8))
    assert [(job.kind, job.copy) for job in counter.jobs()] == [("receipt", 2), ("receipt", 1)]
    assert "المثنی (نسخه ۲)" in opened.texts()


def test_the_page_tells_who_did_what_and_when(opened: Open) -> None:
    first = opened.page.history.rows[-1].said()
    assert first.startswith("ثبت درخواست")
    assert "۱۴۰۵/۰۸/۳۰ ۰۸:۰۰" in first


def test_what_another_program_does_with_the_request_is_seen(opened: Open, office: Shell) -> None:
    after = opened.shows_after(lambda: office.done("step", opened.tracking, "--begin"))
    assert after.waits_for == "unit"
    assert "در دست واحد" in opened.texts()


# -- due dates -----------------------------------------------------------------------------------


class Due:
    """The page of what is due, opened."""

    def __init__(self, counter: Counter) -> None:
        self.page, self.counter = DuePage(counter.theme), counter
        self.handing = HandingOver(counter.door, counter.window)
        join_due(self.page, self.handing)
        counter.after(self.handing.shown, self.handing.open)
        counter.window.go(self.page)

    def rows(self) -> list[str]:
        """The numbers that the list shows."""
        return [row.key for row in self.page.table.rows]


def three(office: Shell) -> list[str]:
    """Three requests of three applicants."""
    return [
        office.register(applicant={**PERSON, "id": national_code(5_000_000 + n)}) for n in range(3)
    ]


def test_ticked_requests_are_handed_over_with_one_letter_and_taken_back(
    office: Shell, counter: Counter
) -> None:
    numbers = three(office)
    due = Due(counter)
    types("۳")
    assert (due.page.which, set(due.rows())) == ("to_hand_over", set(numbers))
    types("  ")
    given = set(due.page.table.ticked)
    assert len(given) == 2
    press(Key.Key_F6)
    counter.after(due.handing.shown, partial(counter.answers, "۵۵"))
    counter.says("۲ درخواست")
    counter.qtbot.waitUntil(lambda: len(due.rows()) == 1)
    assert {n for n in numbers if counter.request(n).steps[0].letter == "۵۵"} == given
    types("4")
    assert set(due.rows()) == given
    press(Key.Key_F7)
    types(" ")
    press(Key.Key_F6)
    counter.qtbot.waitUntil(lambda: len(due.rows()) == 1)
    assert sum(counter.request(n).current_step == 1 for n in numbers) == 1


def test_the_list_of_the_day_and_the_covers_are_printed_from_the_same_page(
    office: Shell, counter: Counter
) -> None:
    numbers = three(office)
    due = Due(counter)
    types("3")
    press(Key.Key_F8)
    counter.says("درخواستی به واحدها تحویل نشده است")
    press(Key.Key_F7)
    press(Key.Key_F8, SHIFT)
    counter.says("۳ برگ همراه")
    press(Key.Key_F6)
    counter.after(due.handing.shown, partial(counter.answers, "۵۵"))
    press(Key.Key_F8)
    counter.says("فهرست تحویل برای چاپ")
    jobs = counter.jobs()
    assert sorted(job.key for job in jobs if job.kind == "cover") == sorted(numbers)
    assert [job.key for job in jobs if job.kind == "handover"] == ["1405/08/30"]


def test_forms_of_no_client_are_chosen_and_printed(counter: Counter) -> None:
    Sheets(counter.door, counter.window, "1").offer()
    types("تابلو")
    press(Key.Key_Return)
    counter.says("برای چاپ سپرده شد")
    assert [(job.kind, job.key) for job in counter.jobs()] == [("board", "1")]


def test_a_hand_over_that_one_request_forbids_leaves_all_where_they_were(
    office: Shell, counter: Counter
) -> None:
    numbers = three(office)
    due = Due(counter)
    types("3")
    press(Key.Key_F7)
    press(Key.Key_F6)
    counter.asked()
    office.done("step", numbers[1], "--begin")
    press(Key.Key_Return)
    counter.says("پیش از این")
    assert [counter.request(n).waits_for for n in numbers] == ["hand_over", "unit", "hand_over"]
    assert due.page.which == "to_hand_over"


def test_enter_opens_a_request_and_f4_prints_its_steps(office: Shell, counter: Counter) -> None:
    tracking = office.register()
    due = Due(counter)
    types("3")
    assert counter.after(due.page.opened, lambda: press(Key.Key_Return)) == [tracking]
    press(Key.Key_F4)
    counter.says("جدول مراحل")
    assert [(job.kind, job.key) for job in counter.jobs()] == [("steps", tracking)]


def test_an_empty_list_says_so_and_its_keys_say_why(counter: Counter) -> None:
    due = Due(counter)
    assert due.rows() == []
    press(Key.Key_F6)
    counter.says("موردی در این فهرست نیست")


def test_late_requests_are_marked_by_more_than_a_colour(office: Shell, counter: Counter) -> None:
    tracking = office.register()
    office.later(days=60)
    due = Due(counter)
    assert (due.page.which, due.rows()) == ("late", [tracking])
    assert due.page.table.rows[0].cells[-1].icon == "alert-circle"


# -- the day -------------------------------------------------------------------------------------


class Day:
    """The daily report of counter 1, opened."""

    def __init__(self, counter: Counter) -> None:
        self.page, self.counter = DayPage(counter.theme), counter
        self.closing = Closing(counter.door, counter.window, "1")
        join_day(self.page, self.closing)
        counter.after(self.closing.shown, self.closing.open)
        counter.window.go(self.page)

    def waits(self, *, title: str = "", rows: int | None = None) -> None:
        """Waits for a sheet of that title, with so many rows in its first part."""
        head = self.page.head.title
        self.counter.qtbot.waitUntil(lambda: title in head.text and rows in (None, self.count()))

    def count(self) -> int:
        """The rows of the first part."""
        return len(self.page.received.rows)


@pytest.fixture
def day(office: Shell, counter: Counter) -> Day:
    """One request at counter 1 and one at counter 2 today."""
    office.register(counter="1")
    office.register(counter="2", applicant={**PERSON, "id": national_code(6_000_000)})
    return Day(counter)


def test_the_day_shows_table_2_of_this_counter_and_of_the_desk(day: Day) -> None:
    day.waits(title="باجه ۱", rows=1)
    assert day.page.figures[0].value == "۱"
    press(Key.Key_F6)
    day.waits(title="همه باجه‌ها", rows=2)


def test_page_keys_go_through_the_days_but_not_into_the_future(day: Day, counter: Counter) -> None:
    press(Key.Key_PageUp)
    day.waits(title="جمعه ۲۹ آبان", rows=0)
    press(Key.Key_PageDown)
    day.waits(title="شنبه ۳۰ آبان", rows=1)
    press(Key.Key_PageDown)
    assert "شنبه ۳۰ آبان" in day.page.head.title.text


def test_f8_prints_the_counter_and_shift_f8_the_desk(day: Day, counter: Counter) -> None:
    press(Key.Key_F8)
    counter.says("برای چاپ سپرده شد")
    press(Key.Key_F8, SHIFT)
    counter.qtbot.waitUntil(lambda: len(counter.jobs()) == 2)
    assert [job.kind for job in counter.jobs()] == ["log", "log"]
    with counter.desk.journal.look() as look:
        papers = [look.job_paper(job.id) for job in look.jobs()]
    assert [b'"counter":"1"' in paper for paper in papers] == [False, True]


def test_f12_closes_the_day_after_one_question_and_the_rest_is_a_supplement(
    day: Day, office: Shell, counter: Counter
) -> None:
    press(Key.Key_F12)
    counter.asked()
    press(Key.Key_Return)
    counter.qtbot.waitUntil(lambda: "بسته شد" in day.page.head.chip.accessibleName())
    office.register(counter="1", applicant={**PERSON, "id": national_code(8_000_000)})
    counter.qtbot.waitUntil(lambda: "برگ متمم" in day.page.head.trailing.text)
    assert day.count() == 1
    press(Key.Key_F7)
    counter.qtbot.waitUntil(lambda: len(counter.jobs()) == 1)
    press(Key.Key_F12)
    counter.says("بسته شده است")


def test_a_day_with_an_open_visit_is_not_closed(day: Day, office: Shell, counter: Counter) -> None:
    label = office.done("issue", "--service", "35")["label"]
    office.done("call", "--counter", "1")
    press(Key.Key_F12)
    counter.asked()
    press(Key.Key_Return)
    counter.says(label)


# -- printers ------------------------------------------------------------------------------------


class Print:
    """The page of papers and printers, opened."""

    def __init__(self, counter: Counter, found: Sequence[str] = ("Zebra",)) -> None:
        self.page, self.counter = PrinterPage(counter.theme), counter
        self.papers = Papers(counter.door, counter.window, lambda: found)
        join_papers(self.page, self.papers)
        self.refresh()
        counter.window.go(self.page)

    def refresh(self) -> None:
        """Looks again."""
        self.counter.after(self.papers.shown, self.papers.refresh)

    def shows_after(self, act: Callable[[], object]) -> list[str]:
        """The states of the papers after a deed."""
        self.counter.after(self.papers.shown, act)
        return [job.state for job in self.counter.jobs()]

    def named(self) -> Printers:
        """The printers of this PC."""
        with self.counter.desk.journal.look() as look:
            return printers_of(look)


@pytest.fixture
def held(office: Shell, counter: Counter) -> Print:
    """A receipt that waits for a printer, of which there is none."""
    tracking = office.register()
    counter.do(lambda work: set_printers(work, Printers()))
    counter.do(lambda work: hand_out(work, "receipt", tracking))
    return Print(counter)


def test_naming_a_printer_sends_what_was_held_to_it(held: Print, counter: Counter) -> None:
    assert [job.state for job in counter.jobs()] == ["held"]
    assert "چاپگری تعیین نشده" in held.page.why.text
    press(Key.Key_F4)
    counter.qtbot.waitUntil(counter.window.picking.isVisible)
    types("192.0.2.7")
    press(Key.Key_Return)
    counter.asked()
    states = held.shows_after(lambda: types("2"))
    assert held.named() == named_printers(roll="tcp://192.0.2.7", width=58)
    assert states == ["queued"]


def test_a_printer_of_the_system_or_a_folder_is_taken_for_pages(
    held: Print, counter: Counter
) -> None:
    held.page.printers.setFocus()
    press(Key.Key_Down)
    press(Key.Key_F4)
    counter.qtbot.waitUntil(counter.window.picking.isVisible)
    types("Zebra")
    assert held.shows_after(lambda: press(Key.Key_Return)) == ["queued"]
    assert held.named().named("page") == "Zebra"
    press(Key.Key_F4)
    counter.qtbot.waitUntil(counter.window.picking.isVisible)
    types("file:/home/papers")
    held.shows_after(lambda: press(Key.Key_Return))
    assert held.named().named("page") == "file:/home/papers"
    counter.qtbot.waitUntil(held.page.printers.hasFocus)
    press(Key.Key_F4)
    counter.qtbot.waitUntil(counter.window.picking.isVisible)
    types("هیچ")
    held.shows_after(lambda: press(Key.Key_Return))
    assert held.named().named("page") == ""


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("192.168.1.20", "tcp://192.168.1.20"),
        ("۱۹۲.۱۶۸.۱.۲۰:۹۱۰۰", "tcp://192.168.1.20:9100"),
        ("TCP://roll-2", "tcp://roll-2"),
        ("roll.office.example:9100", "tcp://roll.office.example:9100"),
        ("File: /home/برگ‌های ۲", "file:/home/برگ‌های ۲"),
        ("192.168.1", ""),
        ("192.168.1.20:0", ""),
        ("192.168.1.20:65536", ""),
        ("tcp://", ""),
        ("tcp://two words", ""),
        ("Laser", ""),
        ("file:papers", ""),
        ("USB://04b8:0202", "usb://04b8:0202"),
        ("usb://04b8:0202/X1", "usb://04b8:0202/X1"),
        ("usb://04b8", ""),
        ("serial:/dev/ttyS0@9600", "serial:/dev/ttyS0@9600"),
        ("serial:COM3", "serial:COM3"),
        ("serial:", ""),
        ("ipp://۱۹۲.۱۶۸.۱.۲۰/ipp/print", "ipp://192.168.1.20/ipp/print"),
        ("ipp://laser:8631", "ipp://laser:8631"),
        ("ipp://laser:99999", ""),
        ("system: لیزری ۲", "system:لیزری ۲"),
        ("system:-o", ""),
        ("system:", ""),
        ("", ""),
    ],
)
def test_an_address_or_a_whole_path_is_the_name_of_a_printer(typed: str, name: str) -> None:
    assert printer_address(typed) == name


def test_a_printer_that_was_found_goes_before_an_address_that_reads_like_it(
    counter: Counter,
) -> None:
    counter.do(lambda work: set_printers(work, Printers()))
    shown = Print(counter, ("192.0.2.7", "Zebra"))
    shown.page.printers.setFocus()
    press(Key.Key_Down)
    press(Key.Key_F4)
    counter.qtbot.waitUntil(counter.window.picking.isVisible)
    types("192.0.2.7")
    shown.shows_after(lambda: press(Key.Key_Return))
    assert shown.named().named("page") == "192.0.2.7"


def test_what_is_neither_a_printer_nor_an_address_is_not_taken(
    held: Print, counter: Counter
) -> None:
    press(Key.Key_F4)
    picking = counter.window.picking
    counter.qtbot.waitUntil(picking.isVisible)
    types("192.0.2")
    press(Key.Key_Return)
    assert picking.isVisible()
    assert held.named() == Printers()


def test_a_paper_that_nobody_confirmed_is_taken_as_printed_or_printed_again(
    office: Shell, counter: Counter
) -> None:
    tracking = office.register()

    def unconfirmed(work: Work) -> None:
        set_printers(work, named_printers(page="Zebra"))
        job = begun(hand_out(work, "receipt", tracking), "Zebra")
        work.set_job(stopped(job, Refusal("print_unconfirmed")))

    counter.do(unconfirmed)
    shown = Print(counter)
    assert "برگه را ببینید" in shown.page.why.text
    assert shown.shows_after(lambda: press(Key.Key_F8)) == ["queued", "sent"]
    assert [(job.copy, job.why) for job in counter.jobs()] == [(2, ""), (1, "print_repeated")]
    press(Key.Key_Up)
    assert shown.shows_after(lambda: press(Key.Key_F7)) == ["confirmed", "sent"]
    press(Key.Key_Down)
    press(Key.Key_F7)
    counter.says("پایان یافته است")


def test_a_paper_that_is_not_printed_comes_as_it_was(office: Shell, counter: Counter) -> None:
    tracking = office.register()

    def unconfirmed(work: Work) -> None:
        set_printers(work, named_printers(page="Zebra"))
        job = begun(hand_out(work, "receipt", tracking), "Zebra")
        work.set_job(stopped(job, Refusal("print_unconfirmed")))

    counter.do(unconfirmed)
    shown = Print(counter)
    shift = Qt.KeyboardModifier.ShiftModifier
    assert shown.shows_after(lambda: press(Key.Key_F7, shift)) == ["queued"]
    assert [job.copy for job in counter.jobs()] == [1]
    why_not = {act.combo: act.why_not for act in shown.page.acts()}
    assert "تردیدی نیست" in why_not["Shift+F7"]


def test_delete_takes_a_paper_out_of_the_queue(held: Print) -> None:
    assert held.shows_after(lambda: press(Key.Key_Delete)) == ["cancelled"]


def test_a_paper_that_is_done_is_printed_again_as_a_copy(office: Shell, counter: Counter) -> None:
    tracking = office.register()

    def printed(work: Work) -> None:
        set_printers(work, named_printers(page="Zebra"))
        work.set_job(done(begun(hand_out(work, "receipt", tracking), "Zebra")))

    counter.do(printed)
    shown = Print(counter)
    assert shown.shows_after(lambda: press(Key.Key_F8)) == ["queued", "sent"]
    assert [job.copy for job in counter.jobs()] == [2, 1]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows asks its spooler")
def test_printers_are_those_that_the_system_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "lpstat"
    told.write_text("#!/bin/sh\necho Zebra\necho Laser\necho Zebra\n")
    told.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert printers() == ("Laser", "Zebra")
    told.unlink()
    assert printers() == ()


# -- clerks --------------------------------------------------------------------------------------


def test_another_clerk_takes_over_and_deeds_bear_the_name(office: Shell, counter: Counter) -> None:
    clerks = Clerks(counter.door, counter.window, "1")
    clerks.change()
    counter.qtbot.waitUntil(counter.window.picking.isVisible)
    types("102")
    counter.after(clerks.changed, lambda: press(Key.Key_Return))
    opened = Open(counter, office.register())
    after = opened.shows_after(lambda: press(Key.Key_F8))
    recorded, _ = counter.desk.journal.history(after.id)[-1]
    with counter.desk.journal.look() as look:
        assert recorded.clerk == look.office.clerk("102").clerk


# -- all of them ---------------------------------------------------------------------------------


def pages(theme: Theme) -> list[Page]:
    """One of each."""
    kinds = (SearchPage, RequestPage, DuePage, DayPage, PrinterPage)
    return [kind(theme) for kind in kinds]


def test_pages_fit_the_window_at_both_sizes_of_text(
    qtbot: QtBot, qapp: QApplication, scale: float
) -> None:
    theme = Theme(scale=scale)
    theme.apply(qapp)
    for page in pages(theme):
        qtbot.addWidget(page)
        least = page.minimumSizeHint()
        assert (least.width() <= 1366, least.height() <= BODY[scale]) == (True, True), page
    qapp.setStyleSheet("")


def test_whatever_takes_the_focus_has_a_name(qtbot: QtBot, theme: Theme) -> None:
    for page in pages(theme):
        qtbot.addWidget(page)
        nameless = [
            each
            for each in page.findChildren(QWidget)
            if each.focusPolicy() != Qt.FocusPolicy.NoFocus
            and each.focusProxy() is None
            and not each.accessibleName()
        ]
        assert nameless == [], page
