"""Head, queue, idle page and left column: what they show, and what keys do in them."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.showing.service import ServiceSheet
from app.showing.visit import VisitShown
from tests.ui.counter import states
from tests.ui.counter.states import (
    CALLED,
    ENTRY,
    FREE,
    NEWCOMER,
    NOW,
    QUIET,
    REGISTERED,
    SERVING,
    TRACKING,
    answered,
    crowd,
    job,
    request,
    slip,
    ticket,
)
from ui.counter.duties_pane import DutiesPane
from ui.counter.head import USUAL, Head
from ui.counter.idle_pane import IdlePane
from ui.counter.lines import Line, Lines
from ui.counter.pane import Pane
from ui.counter.person_pane import PersonPane
from ui.counter.queue_pane import QueuePane
from ui.counter.sheet_pane import SheetPane
from ui.counter.side import Side
from ui.counter.state import CounterState
from ui.counter.visit_pane import VisitPane
from ui.frame.words import Persian
from ui.look import brush
from ui.look.parts.key_button import KeyButton
from ui.look.parts.label import Label
from ui.look.parts.line_row import LineRow
from ui.look.parts.plate import Plate
from ui.look.parts.rows import RowList
from ui.look.theme import Theme

Key = Qt.Key
Put = Callable[..., QWidget]
BODY = {1.0: 579, 1.5: 516}


@pytest.fixture(params=[1.0, 1.5], ids=["100%", "150%"])
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(scale=request.param)
    theme.apply(qapp)
    translator = Persian(qapp)
    qapp.installTranslator(translator)
    yield theme
    qapp.removeTranslator(translator)
    qapp.setStyleSheet("")


@pytest.fixture
def put(qtbot: QtBot, theme: Theme) -> Put:
    """A window with this pane beside a field, as high as the body of the counter's window."""
    kept: list[QWidget] = []

    def put(pane: Pane, state: CounterState, width: int = 0) -> QWidget:
        window = QWidget()
        kept.append(window)
        row = QHBoxLayout(window)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(pane)
        row.addWidget(QLineEdit())
        qtbot.addWidget(window)
        pane.show_state(state)
        pane.tick(NOW)
        window.resize(width or 900, BODY[theme.scale])
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return put


def lines_of(pane: QWidget) -> tuple[Line, ...]:
    return pane.findChildren(Lines)[0].lines


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key) -> None:
    QTest.keyClick(focused(), key)


def type_in(text: str) -> None:
    """As a keyboard of any layout types it; QTest knows Latin letters only."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(focused(), event)


def said_by(pane: QWidget) -> list[str]:
    seen = [child for child in pane.findChildren(QWidget) if child.isVisible()]
    return [child.accessibleName() for child in seen if child.accessibleName()]


class TestHead:
    def test_the_plate_says_free_waiting_and_how_long(self, theme: Theme, put: Put) -> None:
        head = Head(theme)
        put(head, FREE, 1366)
        plate = head.findChildren(Plate)[0]
        assert plate.accessibleName() == "باجه آزاد است"
        head.show_state(CALLED)
        assert plate.accessibleName() == "الف ۰۱۷ منتظر حضور"
        head.show_state(SERVING)
        assert plate.accessibleName() == "الف ۰۱۷ ۰۸:۴۰"
        head.tick(NOW + timedelta(seconds=USUAL))
        assert plate.accessibleName() == "الف ۰۱۷ ۲۳:۴۰"

    def test_a_visit_without_a_number_says_how_it_came(self, theme: Theme, put: Put) -> None:
        head = Head(theme)
        by_phone = VisitShown(ticket=ticket(label="", how="telephone"), entry=ENTRY)
        put(head, replace(SERVING, visit=by_phone), 1366)
        assert "تلفنی ۰۸:۴۰" in said_by(head)

    def test_the_longest_title_has_room_and_no_line_ends_in_and(
        self, theme: Theme, put: Put
    ) -> None:
        head = Head(theme)
        put(head, SERVING, 1366)
        head.resize(1366, head.height())
        title = next(part for part in said_by(head) if part.startswith("احتساب"))
        assert " و " not in title
        label = next(part for part in head.findChildren(Label) if part.accessibleName() == title)
        assert len(brush.broken(title, theme.font("heading"), label.width())) <= 2
        assert head.minimumSizeHint().width() <= 1366

    def test_its_links_are_pressed_by_the_mouse(self, theme: Theme, put: Put, qtbot: QtBot) -> None:
        head = Head(theme)
        put(head, SERVING, 1366)
        links = {
            link.accessibleName()[-7:-1]: link
            for link in head.findChildren(QAbstractButton)
            if link.isVisible()
        }
        with qtbot.waitSignal(head.clerk_wanted):
            links["Ctrl+0"].click()
        if not theme.large:
            with qtbot.waitSignal(head.sheet_wanted):
                links["Ctrl+4"].click()


class TestQueue:
    def test_it_counts_and_lists_and_marks_the_next(self, theme: Theme, put: Put) -> None:
        queue = QueuePane(theme)
        put(queue, FREE)
        said = said_by(queue)
        assert "در انتظار: ۱۴ نفر" in said
        assert "طولانی‌ترین انتظار: ۲۲ دقیقه" in said
        assert "نگه‌داشته‌شده ۲" in said
        assert "آماده تحویل ۵" in said
        rows = queue.findChildren(RowList)[0].rows
        assert [row.marked for row in rows] == [True] + [False] * 13
        assert rows[2].said().startswith("ب ۰۰۴، در انتظار از ساعت ۱۰:۲۷، بازگشت")

    def test_no_row_is_cut_in_half(self, theme: Theme, put: Put) -> None:
        queue = QueuePane(theme)
        put(queue, SERVING)
        for rows in queue.findChildren(RowList):
            height = rows.minimumSizeHint().height()
            assert rows.viewport().height() % height == 0
            assert rows.viewport().height() >= height

    def test_enter_on_a_row_chooses_who_waits_or_is_held(
        self, theme: Theme, put: Put, qtbot: QtBot
    ) -> None:
        queue = QueuePane(theme)
        put(queue, FREE)
        queue.enter()
        press(Key.Key_Down)
        with qtbot.waitSignal(queue.chosen) as second:
            press(Key.Key_Return)
        assert second.args == ["الف ۰۱۹"]
        press(Key.Key_End)
        press(Key.Key_Down)
        with qtbot.waitSignal(queue.chosen) as held:
            press(Key.Key_Return)
        assert held.args == ["الف ۰۱۲"]

    def test_arrows_go_through_all_of_it_and_back(
        self, theme: Theme, put: Put, qtbot: QtBot
    ) -> None:
        queue = QueuePane(theme)
        put(queue, SERVING)
        queue.enter()
        press(Key.Key_End)
        for _ in range(3):
            press(Key.Key_Down)
        with qtbot.waitSignal(queue.ready_wanted):
            press(Key.Key_Return)
        press(Key.Key_Down)
        with qtbot.waitSignal(queue.why_wanted):
            press(Key.Key_Return)
        press(Key.Key_Down)
        for _ in range(4):
            press(Key.Key_Up)
        assert focused() is queue.findChildren(RowList)[0]

    def test_three_hundred_have_sixty_rows_and_a_word_for_the_rest(
        self, theme: Theme, put: Put, qtbot: QtBot
    ) -> None:
        queue = QueuePane(theme)
        put(queue, replace(FREE, queue=crowd()))
        rows = queue.findChildren(RowList)[0].rows
        assert len(rows) == 61
        assert rows[-1].said() == "و ۲۴۰ نفر دیگر"
        queue.enter()
        press(Key.Key_End)
        shown = queue.findChildren(RowList)[0]
        assert shown.ring_rect().height() == shown.minimumSizeHint().height()
        with qtbot.assertNotEmitted(queue.chosen):
            press(Key.Key_Return)

    def test_the_current_row_stays_with_its_ticket(
        self, theme: Theme, put: Put, qtbot: QtBot
    ) -> None:
        queue = QueuePane(theme)
        put(queue, FREE)
        queue.enter()
        press(Key.Key_Down)
        queue.show_state(replace(FREE, queue=states.queue(states.ROWS[1:])))
        with qtbot.waitSignal(queue.chosen) as chosen:
            press(Key.Key_Return)
        assert chosen.args == ["الف ۰۱۹"]

    def test_an_empty_queue_says_so(self, theme: Theme, put: Put) -> None:
        queue = QueuePane(theme)
        put(queue, replace(QUIET, queue=replace(states.queue(()), held=())))
        assert "طولانی‌ترین انتظار: — دقیقه" in said_by(queue)
        queue.enter()
        assert isinstance(focused(), LineRow)


class TestIdle:
    def test_the_big_key_has_the_focus_and_enter_presses_it(
        self, theme: Theme, put: Put, qtbot: QtBot
    ) -> None:
        idle = IdlePane(theme)
        put(idle, FREE, 1100)
        idle.enter()
        assert "در صف این باجه: ۱۴ نفر، طولانی‌ترین انتظار: ۲۲ دقیقه" in said_by(idle)
        with qtbot.waitSignal(idle.pressed) as pressed:
            press(Key.Key_Return)
        assert pressed.args == ["F2"]

    def test_the_key_is_the_next_act_only_while_somebody_waits(
        self, theme: Theme, put: Put
    ) -> None:
        idle = IdlePane(theme)
        put(idle, FREE, 1100)
        big = idle.findChildren(KeyButton)[0]
        assert big.filled
        idle.show_state(QUIET)
        assert (big.filled, big.possible) == (False, True)
        assert any(text.startswith("اکنون کسی") for text in said_by(idle))

    def test_what_a_reader_of_codes_types_arrives_whole(
        self, theme: Theme, put: Put, qtbot: QtBot
    ) -> None:
        idle = IdlePane(theme)
        put(idle, FREE, 1100)
        idle.enter()
        so_far: list[str] = []
        pressed: list[str] = []
        idle.typed.connect(so_far.append)
        idle.pressed.connect(pressed.append)
        with qtbot.waitSignal(idle.scanned) as scanned:
            type_in(TRACKING)
            press(Key.Key_Return)
        assert scanned.args == [TRACKING]
        assert so_far == [*(TRACKING[: n + 1] for n in range(12)), ""]
        assert pressed == []

    def test_letters_of_the_persian_layout_and_spaces_are_kept(
        self, theme: Theme, put: Put, qtbot: QtBot
    ) -> None:
        idle = IdlePane(theme)
        put(idle, FREE, 1100)
        idle.enter()
        with qtbot.waitSignal(idle.scanned) as scanned:
            type_in("الف ۰۱۸")
            press(Key.Key_Enter)
        assert scanned.args == ["الف ۰۱۸"]

    def test_what_was_typed_by_mistake_is_taken_back(
        self, theme: Theme, put: Put, qtbot: QtBot
    ) -> None:
        idle = IdlePane(theme)
        put(idle, FREE, 1100)
        idle.enter()
        type_in("12")
        assert "۱۲ Enter جست‌وجو · Esc پاک‌کردن" in said_by(idle)
        press(Key.Key_Backspace)
        press(Key.Key_Escape)
        assert idle.clear_typed() is False
        with qtbot.waitSignal(idle.pressed):
            press(Key.Key_Space)


class TestDuties:
    def test_every_list_has_its_count_and_enter_names_it(
        self, theme: Theme, put: Put, qtbot: QtBot
    ) -> None:
        duties = DutiesPane(theme)
        put(duties, FREE)
        counts = {line.id: line.count for line in lines_of(duties)}
        assert counts == {
            "late": "۱",
            "today": "۳",
            "to_hand_over": "۷",
            "results_back": "۲",
            "in_units": "۱۸",
            "ready": "۵",
        }
        duties.enter()
        press(Key.Key_Down)
        press(Key.Key_Down)
        with qtbot.waitSignal(duties.wanted) as wanted:
            press(Key.Key_Return)
        assert wanted.args == ["to_hand_over"]

    def test_nothing_to_do_is_one_sentence(self, theme: Theme, put: Put) -> None:
        duties = DutiesPane(theme)
        put(duties, QUIET)
        assert lines_of(duties) == ()
        assert "کاری در انتظار انجام نیست." in said_by(duties)


class TestPerson:
    def test_the_ready_answer_comes_first_and_enter_opens_it(
        self, theme: Theme, put: Put, qtbot: QtBot
    ) -> None:
        person = PersonPane(theme)
        put(person, SERVING)
        assert [line.id for line in lines_of(person)] == ["ready", "open", "on_file", ""]
        assert [line.count for line in lines_of(person)] == ["", "۲", "۳", "۴"]
        assert "۴۸۲۷ ۱۹۳۰ ۵۵۶۳" in lines_of(person)[0].note
        person.enter()
        with qtbot.waitSignal(person.wanted) as wanted:
            press(Key.Key_Return)
        assert wanted.args == ["ready"]

    def test_the_answer_the_ticket_was_taken_for_needs_no_code(
        self, theme: Theme, put: Put
    ) -> None:
        person = PersonPane(theme)
        visit = VisitShown(ticket=ticket(purpose="collect"), entry=ENTRY, collecting=answered())
        put(person, replace(CALLED, visit=visit))
        assert [line.id for line in lines_of(person)] == ["ready"]

    def test_a_newcomer_has_nothing_on_file(self, theme: Theme, put: Put) -> None:
        person = PersonPane(theme)
        put(person, NEWCOMER)
        assert said_by(person)[-1] == "سابقه‌ای ندارد."

    def test_what_opens_nothing_emits_nothing(self, theme: Theme, put: Put, qtbot: QtBot) -> None:
        person = PersonPane(theme)
        put(person, SERVING)
        with qtbot.assertNotEmitted(person.wanted):
            person.findChildren(LineRow)[-1].click()


class TestVisit:
    def test_what_was_done_stands_in_order_with_its_paper(self, theme: Theme, put: Put) -> None:
        visit = VisitPane(theme)
        done = VisitShown(
            ticket=ticket(deficiencies=(slip(),)),
            entry=ENTRY,
            requests=(request(), answered(delivered=True)),
        )
        put(visit, replace(SERVING, visit=done))
        ids = [line.id for line in lines_of(visit)]
        assert ids == [f"receipt {REGISTERED}", "deficiency t17", f"answer {TRACKING}/1", ""]
        assert lines_of(visit)[0].text == "رسید خدمت فرستاده شد"
        assert lines_of(visit)[1].note == "فرستاده شد، ۱۰:۴۲"
        assert lines_of(visit)[-1].text == "درخواست ۲"

    def test_a_paper_that_is_not_printed_says_why(self, theme: Theme, put: Put) -> None:
        visit = VisitPane(theme)
        waits = job("receipt", REGISTERED, "held", id=7, why="no_printer")
        put(visit, replace(SERVING, jobs=(*SERVING.jobs, waits)))
        line = lines_of(visit)[0]
        assert (line.text, line.tone) == ("رسید خدمت در انتظار چاپگر", "brick")
        assert line.why
        assert line.why in said_by(visit)

    def test_enter_asks_for_the_paper_again(self, theme: Theme, put: Put) -> None:
        visit = VisitPane(theme)
        put(visit, SERVING)
        visit.enter()
        asked: list[tuple[str, str]] = []
        visit.again.connect(lambda kind, key: asked.append((kind, key)))
        press(Key.Key_Return)
        press(Key.Key_Down)
        press(Key.Key_Return)
        assert asked == [("receipt", REGISTERED), ("deficiency", "t17")]

    def test_a_long_visit_scrolls_and_keeps_its_height(self, theme: Theme, put: Put) -> None:
        visit = VisitPane(theme)
        many = tuple(request(f"{100_000_000_000 + n}") for n in range(20))
        served = ticket(deficiencies=(slip(),))
        put(visit, replace(SERVING, visit=VisitShown(ticket=served, entry=ENTRY, requests=many)))
        assert visit.height() == BODY[theme.scale]
        visit.enter()
        for _ in range(20):
            press(Key.Key_Down)
        row = focused()
        assert row.visibleRegion().boundingRect() == row.rect()

    def test_guidance_has_no_request_that_is_being_filled_in(self, theme: Theme, put: Put) -> None:
        visit = VisitPane(theme)
        guided = replace(ENTRY, sheet=replace(ENTRY.sheet, mode=1))
        put(visit, replace(states.ARRIVED, entry=guided))
        assert lines_of(visit) == ()
        assert "هنوز چیزی ثبت نشده است." in said_by(visit)


class TestInformation:
    def test_it_has_the_seven_parts_in_the_order_of_the_guide(self, theme: Theme, put: Put) -> None:
        sheet = SheetPane(theme)
        put(sheet, SERVING)
        headings = (
            "۱. محل ارائه",
            "۲. مراحل گردش کار",
            "۳. مستندات مورد نیاز",
            "۴. متوسط مدت زمان ارائه",
            "۵. استعلام‌ها",
            "۶. هزینه‌ها",
            "۷. مسئول پاسخگو",
        )
        places = [sheet.text.index(heading) for heading in headings]
        assert places == sorted(places)
        assert "۵۰۰٬۰۰۰ ریال" in sheet.text
        assert "صدور حکم — معاونت توسعه مدیریت و" in sheet.text

    def test_what_was_not_said_is_said_to_be_nothing(self, theme: Theme, put: Put) -> None:
        sheet = SheetPane(theme)
        bare = replace(ENTRY.sheet, steps=(), documents=(), inquiries=(), fees=(), forms=())
        put(sheet, replace(SERVING, entry=replace(ENTRY, sheet=bare)))
        assert "این خدمت هزینه ندارد." in sheet.text
        assert "۲. مراحل گردش کار\nندارد." in sheet.text

    def test_a_looked_up_one_says_where_and_how_soon(self, theme: Theme, put: Put) -> None:
        sheet = SheetPane(theme)
        put(sheet, FREE)
        sheet.show_sheet(ServiceSheet(entry=ENTRY, counters=("1", "3"), ahead=9, wait=(20, 35)))
        assert "باجه‌ها: ۱، ۳ · تعداد نفرات جلوتر: ۹" in sheet.text
        assert "بین ۲۰ تا ۳۵ دقیقه" in sheet.text


class TestSide:
    def test_the_information_sheet_opens_over_it_and_gives_the_focus_back(
        self, theme: Theme, put: Put
    ) -> None:
        side = Side(theme)
        window = put(side, SERVING)
        field = window.findChildren(QLineEdit)[0]
        field.setFocus()
        widths, opened, inside = [side.width()], [], []
        for _ in range(2):
            opened.append(side.toggle_sheet())
            QApplication.processEvents()
            widths.append(side.width())
            inside.append(side.isAncestorOf(focused()))
        assert (opened, inside) == ([True, False], [True, False])
        assert widths == ([250] * 3 if theme.large else [290, 400, 290])
        assert focused() is field

    def test_another_visit_closes_it(self, theme: Theme, put: Put) -> None:
        side = Side(theme)
        put(side, SERVING)
        opened = [side.toggle_sheet()]
        for state in (replace(SERVING, jobs=()), FREE):
            side.show_state(state)
            opened.append(side.sheet_open)
        assert opened == [True, True, False]
        assert not side.toggle_sheet()

    def test_ctrl_5_shows_the_visit_with_the_focus_in_it(
        self, theme: Theme, put: Put, qtbot: QtBot
    ) -> None:
        side = Side(theme)
        put(side, SERVING)
        side.enter_visit()
        with qtbot.waitSignal(side.again):
            press(Key.Key_Return)
        side.enter_person()
        with qtbot.waitSignal(side.person_wanted):
            press(Key.Key_Return)

    def test_tab_does_not_wander_into_it(self, theme: Theme, put: Put) -> None:
        side = Side(theme)
        window = put(side, SERVING)
        field = window.findChildren(QLineEdit)[0]
        field.setFocus()
        press(Key.Key_Tab)
        assert focused() is field

    @pytest.mark.parametrize("state", [SERVING, NEWCOMER, FREE])
    def test_no_words_of_the_column_end_in_dots(
        self, theme: Theme, put: Put, state: CounterState
    ) -> None:
        pane = Side(theme) if state.visit else DutiesPane(theme)
        put(pane, state)
        rows = {row.accessibleName(): row for row in pane.findChildren(LineRow) if row.isVisible()}
        lines = [line for column in pane.findChildren(Lines) for line in column.lines]
        for line in lines:
            name = " ".join(part for part in (line.text, line.note, line.count) if part)
            if name in rows:
                card = 24 if line.tone == "firuzeh" else 0
                room = rows[name].width() - card - theme.px(18) - 8
                text = theme.width("strong" if card else "open", line.text)
                assert text + theme.width("strong", line.count) <= room, line.text
                assert theme.width("secondary", line.note) <= room, line.note
