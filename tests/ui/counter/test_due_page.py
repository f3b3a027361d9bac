"""The page of what is due in the real window on a real store: given to units and taken back."""

from functools import partial

from PySide6.QtCore import Qt

from tests.app.opened import national_code
from tests.ui.counter.pages import Counter
from tests.ui.keyboard import press, types
from tests.ui.shell import PERSON, Shell
from ui.counter.due_page import DuePage
from ui.counter.handing_over import HandingOver, join_due

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


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
