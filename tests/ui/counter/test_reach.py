"""Everything is reached by keys and seen whole, at both sizes of text: measured, not eyed."""

import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QStackedWidget, QWidget

from tests.ui.counter.clerk import NOBODY, Clerk
from tests.ui.counter.conftest import Sits
from tests.ui.counter.test_appointments import made, opens
from tests.ui.shell import Shell
from ui.look import brush
from ui.look.fonts import Role
from ui.look.parts.focus_ring import Ringed
from ui.look.parts.rows import RowList
from ui.look.theme import Theme
from ui.look.tokens import Colour

W = TypeVar("W", bound=QWidget)

LONG = "سید محمد علی طباطبایی نژاد اصل لاهیجانی رودسری پور فرد مقدم"
"""A name of sixty letters."""

_MAY_ELIDE = {
    "ui.look.parts.row_paint",
    "ui.counter.queue_rows",
    "ui.counter.ready_texts",
    "ui.counter.answer_steps",
    "ui.look.parts.choice_field",
}
"""Lists and choices cut a long title; it stands in full elsewhere."""


def idle(_clerk: Clerk) -> None:
    """Nobody is here."""


def called(clerk: Clerk) -> None:
    clerk.calls("8")


def serving(clerk: Clerk) -> None:
    clerk.calls("4")
    clerk.identifies()
    clerk.hit("Ctrl+3")


def serving_many(clerk: Clerk) -> None:
    clerk.calls("35")
    clerk.identifies(NOBODY[0], LONG)
    clerk.hit("Ctrl+3", "Space", "Enter", "Delete", "Enter", "-")


def complete(clerk: Clerk) -> None:
    clerk.calls("27")
    clerk.identifies()
    clerk.hit("F6")


def registered(clerk: Clerk) -> None:
    clerk.calls("27")
    clerk.registers()


def refused(clerk: Clerk) -> None:
    clerk.calls("27")
    clerk.registers()
    clerk.hit("F12")
    clerk.calls("27")
    clerk.identifies()
    clerk.hit("F8")


def asked(clerk: Clerk) -> None:
    clerk.calls("27")
    clerk.hit("F11")


def outcome(clerk: Clerk) -> None:
    clerk.calls("27")
    clerk.identifies()
    clerk.hit("F12")


def picking(clerk: Clerk) -> None:
    clerk.calls("27")
    clerk.hit("Shift+F11")


def helping(clerk: Clerk) -> None:
    clerk.hit("F1")


def informed(clerk: Clerk) -> None:
    clerk.calls("35")
    clerk.hit("Ctrl+4")


def answering(clerk: Clerk) -> None:
    clerk.calls("16")
    clerk.registers()
    clerk.hit("Ctrl+6")


def searching(clerk: Clerk) -> None:
    clerk.calls("27")
    clerk.registers(NOBODY[0], LONG)
    clerk.hit("F12", "F9")
    clerk.type("لاهیجانی")
    clerk.waits(lambda: len(clerk.window.findChildren(RowList)) > 0)


def due(clerk: Clerk) -> None:
    clerk.calls("27")
    clerk.registers(NOBODY[0], LONG)
    clerk.hit("F12", "Ctrl+8")


def reporting(clerk: Clerk) -> None:
    clerk.calls("27")
    clerk.registers(NOBODY[0], LONG)
    clerk.hit("F12", "Ctrl+7")


def printing(clerk: Clerk) -> None:
    clerk.calls("27")
    clerk.registers(NOBODY[0], LONG)
    clerk.hit("F12", "Ctrl+9")


def resting(clerk: Clerk) -> None:
    clerk.hit("Shift+F7")
    clerk.type("1")
    clerk.rest()


def appointments(clerk: Clerk) -> None:
    made(clerk, 20, name=LONG)
    made(clerk, 45, holder="", mobile_text="09121234567")
    opens(clerk)


def appointing(clerk: Clerk) -> None:
    opens(clerk)
    clerk.hit("F4")
    clerk.type("8")
    clerk.hit("Enter")


def changing(clerk: Clerk) -> None:
    clerk.hit("Ctrl+0")


STATES: Sequence[Callable[[Clerk], None]] = (
    idle,
    called,
    serving,
    serving_many,
    complete,
    registered,
    refused,
    asked,
    outcome,
    picking,
    helping,
    informed,
    answering,
    searching,
    due,
    reporting,
    printing,
    resting,
    appointments,
    appointing,
    changing,
)
SCALES = (1.0, 1.5)


@pytest.fixture(params=SCALES)
def scale(request: pytest.FixtureRequest) -> float:
    """Usual text, and text half as large again."""
    return float(request.param)


@pytest.fixture(params=STATES, ids=lambda state: state.__name__)
def there(request: pytest.FixtureRequest, sits: Sits, office: Shell, scale: float) -> Clerk:
    """A clerk in the state, with some waiting in the queue."""
    for service in ("32", "16", "4"):
        office.done("issue", "--service", service, "--priority", "elderly")
    clerk = sits(scale=scale)
    while clerk.state.queue and clerk.state.queue.rows and request.param is not idle:
        clerk.hit("F2", "F4")
    request.param(clerk)
    clerk.rest()
    return clerk


class Cut(list[str]):
    """Texts that found no room, with who wrote them."""


@pytest.fixture
def cut(monkeypatch: pytest.MonkeyPatch) -> Cut:
    """Looks over the shoulder of whoever paints a line of text."""
    cuts, write = Cut(), brush.write

    def look(
        painter: QPainter,
        theme: Theme,
        rect: QRect,
        text: str,
        role: Role,
        colour: Colour,
        align: brush.Align = "start",
    ) -> None:
        who = sys._getframe(1)
        while who.f_globals["__name__"] == brush.__name__ and who.f_back:
            who = who.f_back
        name = who.f_globals["__name__"]
        if text and name not in _MAY_ELIDE and theme.width(role, text) - 1 > rect.width():
            cuts.append(f"{name}: «{text}» {theme.width(role, text)} > {rect.width()}")
        write(painter, theme, rect, text, role, colour, align)

    monkeypatch.setattr(brush, "write", look)
    return cuts


def test_all_is_seen_whole_and_has_a_name(there: Clerk, cut: Cut) -> None:
    there.window.grab()
    assert sorted(set(cut)) == []
    assert hints_cut(there) == []
    assert stick_out(there) == []
    assert nameless(there) == []
    assert_ringed(there)
    for combo in ("F2", "F8"):
        button = there.window.key_bar.button(combo)
        if button is not None:
            spot = QRect(button.mapTo(there.window, QPoint()), button.size())
            assert there.window.rect().contains(spot)


def hints_cut(clerk: Clerk) -> list[str]:
    """What stands in an empty line."""
    lines = [line for line in shown(clerk, QLineEdit) if not line.text()]
    texts = [(line, line.placeholderText()) for line in lines]
    return [
        text
        for line, text in texts
        if line.fontMetrics().horizontalAdvance(text) > line.width() - 12
    ]


def stick_out(clerk: Clerk) -> list[str]:
    """Parts that lie beyond what holds them."""
    held = [each for each in shown(clerk, QWidget) if each.parentWidget() and not _scrolls(each)]
    return [
        f"{each} {each.geometry()} in {parent}"
        for each in held
        if (parent := each.parentWidget())
        and not each.size().isEmpty()
        and not parent.rect().contains(each.geometry())
    ]


def nameless(clerk: Clerk) -> list[QWidget]:
    """Controls of which a screen reader could not speak."""
    return [
        each
        for each in shown(clerk, QWidget)
        if each.focusPolicy() != Qt.FocusPolicy.NoFocus
        and each.focusProxy() is None
        and not each.accessibleName()
    ]


def assert_ringed(clerk: Clerk) -> None:
    """The ring is around what the next key touches."""
    window, focus = clerk.window, clerk.focus
    assert window.ring.target is focus
    rect = focus.ring_rect() if isinstance(focus, Ringed) else focus.rect()
    if not rect.isEmpty():
        spot = QRect(focus.mapTo(window, rect.topLeft()), rect.size())
        assert window.ring.isVisible()
        assert window.ring.geometry().contains(spot)


TOLD = "کد ملی ۱۲۳ درست نیست. لطفاً ده رقم آن را از روی کارت ملی دوباره وارد کنید."


def test_a_message_hides_neither_the_focus_nor_a_head(there: Clerk, cut: Cut) -> None:
    window = there.window
    for last in _last_of_the_page(there):
        last.setFocus(Qt.FocusReason.TabFocusReason)
        window.refuse(TOLD)
        there.rest()
        strip = window.strip.geometry()
        assert strip.bottom() < window.key_bar.y()
        assert strip.top() > window.pages.y()
        assert not window.ring.isVisible() or not window.ring.geometry().intersects(strip)
        assert_ringed(there)
        window.grab()
        assert sorted(set(cut)) == []
        assert stick_out(there) == []
        there.press("Down")


def _last_of_the_page(clerk: Clerk) -> list[QWidget]:
    """What has the focus, and the lowest that may have it; while something is asked, its own."""
    page = clerk.window.page
    if page is None or clerk.question or clerk.choosing:
        return [clerk.focus]
    low = [each for each in shown(clerk, QWidget) if _may_have_focus(each, page)]
    return [clerk.focus, *sorted(low, key=lambda each: each.mapToGlobal(QPoint()).y())[-2:]]


def _may_have_focus(each: QWidget, page: QWidget) -> bool:
    tab = bool(each.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tab and each.focusProxy() is None and page.isAncestorOf(each)


def test_tab_goes_round_the_sheet_and_the_keys_alone(sits: Sits, scale: float) -> None:
    clerk = sits(scale=scale)
    clerk.calls("8")
    clerk.identifies()
    desk = clerk.window.desk
    clerk.hit("Ctrl+2")
    start, regions, seen = clerk.focus, [], []
    for _ in range(60):
        clerk.hit("Tab")
        seen.append(clerk.focus)
        regions.append(_region(clerk, clerk.focus))
        if clerk.focus is start:
            break
    assert clerk.focus is start, regions
    assert desk.sheet.documents.rows in seen
    order = [each for place, each in enumerate(regions) if place == 0 or regions[place - 1] != each]
    assert order == ["applicant", "documents", "details", "keys", "applicant"]
    assert len(set(map(id, seen))) == len(seen)


def test_enter_leads_from_the_code_to_the_last_key(sits: Sits, scale: float) -> None:
    clerk = sits(scale=scale)
    clerk.calls("8")
    clerk.type(NOBODY[0])
    clerk.hit("Enter")
    clerk.type(NOBODY[1])
    path: list[str] = []
    for _ in range(30):
        if clerk.focus is clerk.window.desk.sheet.documents.rows:
            clerk.hit("Space")
        elif path and path[-1] in ("documents", "details"):
            clerk.type("5")
        path.append(_region(clerk, clerk.focus))
        if path[-1] == "keys":
            break
        clerk.hit("Enter")
    assert path[-1] == "keys", path
    assert clerk.focus is clerk.window.key_bar.button("F8")
    clerk.hit("Enter")
    assert clerk.state.sheet.registered, clerk.said


def shown(clerk: Clerk, kind: type[W]) -> list[W]:
    """What stands on the screen."""
    return [each for each in clerk.window.findChildren(kind) if each.isVisible()]


def _scrolls(each: QWidget) -> bool:
    """Whether it lies in something that scrolls, or takes turns with others."""
    parent = each.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea):
            return True
        parent = parent.parentWidget()
    return isinstance(each.parentWidget(), QStackedWidget)


def _region(clerk: Clerk, focus: QWidget) -> str:
    sheet = clerk.window.desk.sheet
    regions: dict[str, QWidget] = {
        "applicant": sheet.applicant,
        "documents": sheet.documents,
        "details": sheet.details,
        "keys": clerk.window.key_bar,
    }
    return next((name for name, part in regions.items() if part.isAncestorOf(focus)), str(focus))
