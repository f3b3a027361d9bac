"""The daily report in the real window on a real store: seen, printed and closed."""

import pytest
from PySide6.QtCore import Qt

from app.deeds.looking import day_id
from app.events.day import DayClosed
from app.filling.log import log_paper
from app.folds.day import FOLD
from app.local import day_of
from app.papers import LogTotals
from tests.app.opened import national_code
from tests.ui.counter.pages import Counter
from tests.ui.keyboard import press
from tests.ui.shell import PERSON, Shell
from ui.counter.closing import Closing, join_day
from ui.counter.day_page import DayPage
from ui.log_file import log_csv
from ui.words import Words

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


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
    press(Key.Key_F12)
    counter.says("بسته شده است")


def test_f7_shows_the_supplement_which_f8_prints_and_f7_leaves_again(
    day: Day, office: Shell, counter: Counter
) -> None:
    assert next(act for act in day.page.acts() if act.combo == "F7").why_not
    office.done("close", "--counter", "1")
    tracking = day.page.received.rows[0].key
    office.done("void", tracking, "--reason", "دوبار ثبت شد")
    counter.qtbot.waitUntil(lambda: "برگ متمم" in day.page.head.trailing.text)
    assert "ابطال" not in day.page.received.rows[0].said(), "as it was signed"
    press(Key.Key_F7)
    day.waits(title="برگ متمم شنبه", rows=0)
    (changed,) = day.page.sheet.changed.rows
    assert day.page.sheet.changed.hasFocus(), "the part that held it is empty and gone"
    what, at, why = (cell.text for cell in changed.cells[1:4])
    assert (what, at.split()[0], why) == ("ابطال‌شده", "۱۴۰۵/۰۸/۳۰", "دوبار ثبت شد")
    press(Key.Key_F8)
    counter.qtbot.waitUntil(lambda: len(counter.jobs()) == 1)
    with counter.desk.journal.look() as look:
        assert b'"supplement":true' in look.job_paper(look.jobs()[0].id)
    press(Key.Key_F7)
    day.waits(title="گزارش روزانه شنبه", rows=1)
    assert day.page.received.hasFocus()
    assert not day.page.sheet.changed.isVisible()


def test_a_desk_closed_by_an_older_program_says_of_a_counter_what_it_can(
    day: Day, counter: Counter
) -> None:
    with counter.desk.journal.work() as work:
        today = day_of(work.at)
        closed = DayClosed(
            day=today,
            counter="",
            received=tuple(work.requests_of_day(today, "")),
            answered=(),
            totals=LogTotals(requests=2),
            head="ab",
        )
        work.append(FOLD, day_id(work.office.id, today), closed)
    counter.qtbot.waitUntil(lambda: "بسته شد" in day.page.head.chip.accessibleName())
    day.waits(title="باجه ۱", rows=1)
    assert [figure.value for figure in day.page.figures] == ["۱", *"۰" * 6, "—"]
    press(Key.Key_F8)
    counter.qtbot.waitUntil(lambda: len(counter.jobs()) == 1)
    with counter.desk.journal.look() as look:
        table = log_csv(log_paper(look, today, "1"), Words()).decode("utf-8-sig")
    assert "موعد گذشته,—" in table


def test_a_day_with_an_open_visit_is_not_closed(day: Day, office: Shell, counter: Counter) -> None:
    label = office.done("issue", "--service", "35")["label"]
    office.done("call", "--counter", "1")
    press(Key.Key_F12)
    counter.asked()
    press(Key.Key_Return)
    counter.says(label)
