"""The search page in the real window on a real store: what is typed or read, and what it opens."""

import pytest
from PySide6.QtCore import Qt

from app.deeds.call import begin, call_next
from app.deeds.deficiency import announce_deficiency, missing_documents
from app.deeds.ticket import issue
from app.ports import Work
from tests.app.opened import national_code
from tests.ui.counter.pages import Counter
from tests.ui.keyboard import press, types
from tests.ui.shell import PERSON, TITLES, Shell
from ui.counter.search_page import SearchPage
from ui.counter.searching import Searching, join_search

Key = Qt.Key


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
