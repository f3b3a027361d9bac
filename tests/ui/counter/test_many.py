"""Long names, long titles, crowds: the window stays whole and quick."""

from dataclasses import dataclass
from time import perf_counter

import pytest

from app.deeds.catalogue import define_sub_service
from app.deeds.ticket import issue
from app.folds.ticket import Ticket
from app.ports import Work
from app.sub_service import FormField, RequiredDocument, Step, SubService
from tests.ui.counter.clerk import NOBODY, Clerk
from tests.ui.counter.conftest import Sits

QUICK = 0.25
"""Seconds that no key may take here; on a quiet machine it is a twentieth."""

NAME = "سید محمد علی طباطبایی نژاد اصل لاهیجانی رودسری پور فرد مقدم"
TITLE = (
    "صدور و تمدید پروانه فعالیت مراکز ارائه خدمات معاینه فنی خودروهای سبک و سنگین و موتورسیکلت"
    " در محدوده شهرستان و بخش‌های تابعه آن"
)
LARGE = SubService(
    code="900",
    title=TITLE,
    department="معاونت امور عمرانی",
    documents=tuple(
        RequiredDocument(title=f"{n} — {'تصویر برابر اصل مدرک ' * (1 + n % 4)}") for n in range(30)
    ),
    fields=tuple(FormField(title=f"مشخصه {n}") for n in range(8)),
    steps=(Step(title="بررسی", unit="عمرانی", duration=3),),
)
"""Thirty papers, eight fields, a title of a hundred and thirty letters."""


@dataclass
class Slowest:
    """The longest that a key took."""

    seconds: float = 0.0

    def type(self, clerk: Clerk, text: str) -> None:
        """Types, and measures each key."""
        for letter in text:
            began = perf_counter()
            clerk.type(letter)
            self.seconds = max(self.seconds, perf_counter() - began)

    def hit(self, clerk: Clerk, *combos: str) -> None:
        """Presses, and measures each key, not what it waits for."""
        for combo in combos:
            began = perf_counter()
            clerk.press(combo)
            self.seconds = max(self.seconds, perf_counter() - began)
            clerk.rest()


@pytest.fixture(params=[1.0, 1.5])
def clerk(request: pytest.FixtureRequest, sits: Sits) -> Clerk:
    """At counter 1, with text of both sizes."""
    return sits(scale=request.param)


def test_thirty_papers_and_long_names_are_worked_through(clerk: Clerk) -> None:
    assert len(NAME) >= 59
    assert len(TITLE) >= 120
    clerk.does(lambda work: define_sub_service(work, LARGE), by="201")
    slowest = Slowest()
    clerk.calls("900")
    slowest.type(clerk, NOBODY[0])
    clerk.hit("Enter")
    slowest.type(clerk, NAME)
    clerk.hit("Ctrl+3")
    for _ in range(30):
        slowest.hit(clerk, "Space", "Enter")
        assert_row_is_seen(clerk)
    assert clerk.focus is not clerk.window.desk.sheet.documents.rows
    clerk.hit("F8")
    assert clerk.state.sheet.registered, clerk.said
    assert slowest.seconds < QUICK


def assert_row_is_seen(clerk: Clerk) -> None:
    """The current paper stands inside the sheet, whatever scrolls."""
    sheet = clerk.window.desk.sheet
    if sheet.documents.rows.hasFocus():
        top = sheet.documents.rows.mapTo(sheet, sheet.documents.rows.ring_rect().topLeft()).y()
        assert 0 <= top < sheet.height()


def test_three_hundred_people_wait(clerk: Clerk) -> None:
    def crowd(work: Work) -> list[Ticket]:
        return [issue(work, str(8 + 8 * (n % 2))) for n in range(300)]

    clerk.does(crowd)
    assert clerk.state.queue is not None
    assert clerk.state.queue.waiting == 300
    slowest = Slowest()
    for _ in range(3):
        slowest.hit(clerk, "F2")
        slowest.type(clerk, NOBODY[0])
        slowest.hit(clerk, "F4", "Enter")
        clerk.window.asking.give_up()
    slowest.hit(clerk, "Ctrl+1", "Down", "Down", "End", "Up")
    assert slowest.seconds < QUICK


def test_five_hundred_and_sixty_sub_services_are_picked_from(clerk: Clerk) -> None:
    def grow(work: Work) -> None:
        for n in range(560):
            define_sub_service(
                work, SubService(code=str(1000 + n), title=f"{TITLE} {n}", department="عمرانی")
            )

    clerk.does(grow, by="201")
    slowest = Slowest()
    clerk.hit("F5")
    assert clerk.choosing
    slowest.type(clerk, "تمدید پروانه 15")
    for _ in range(15):
        clerk.press("Backspace")
    slowest.type(clerk, "1559")
    slowest.hit(clerk, "Enter")
    assert clerk.visit.code == "1559"
    assert slowest.seconds < QUICK
