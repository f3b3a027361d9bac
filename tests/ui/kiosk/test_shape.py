"""What fingers and eyes need: sizes, room, names; and that no touch does harm."""

from collections.abc import Iterator
from datetime import timedelta
from random import Random

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from app.events.office import Rules
from app.showing.board import kiosks_amiss
from app.showing.service import ServiceLine, service_sheet, services
from tests.ui.kiosk.conftest import Opens
from tests.ui.kiosk.visitor import Visitor
from ui.kiosk.face import Face, Role
from ui.kiosk.modes import Modes
from ui.kiosk.pages.sheet import SheetPage
from ui.kiosk.parts.paper_card import PaperCard
from ui.kiosk.places import Departments, Number, Sheet
from ui.kiosk.screen import Screen
from ui.kiosk.wishes import Go

LEAST_TEXT, LEAST_TARGET, LEAST_WIDE = 28, 88, 56
"""Pixels: 7 and 22 mm of an upright screen of 22", 20 mm of a wide one."""
SMALLEST: tuple[Role, ...] = ("small", "body", "button", "list")


def along_the_way(visitor: Visitor) -> Iterator[str]:
    """Every page, one after the other."""
    yield "first"
    visitor.touches("ثبت درخواست")
    yield "choosing"
    visitor.touches("جست")
    yield "searching"
    visitor.touches("بازگشت")
    if visitor.shows("همه حوزه‌ها"):
        visitor.touches("همه حوزه‌ها")
        yield "departments"
    visitor.touches("معاونت هماهنگی امور عمرانی")
    yield "listing"
    visitor.touches("صدور مجوز نقل")
    yield "sheet"
    visitor.touches("دریافت نوبت")
    yield "priority"
    visitor.touches("هیچ")
    yield "number"
    visitor.touches("صفحه نخست")
    for name in ("دریافت پاسخ", "تکمیل مدارک", "پیگیری"):
        visitor.touches(name)
        yield name
        visitor.touches("بازگشت")


def least_height(screen: QWidget) -> int:
    """What the layout cannot do without."""
    layout = screen.layout()
    assert layout is not None
    width = screen.width()
    high = layout.minimumHeightForWidth(width) if layout.hasHeightForWidth() else 0
    return max(high, layout.totalMinimumSize().height())


@pytest.mark.parametrize("low", [False, True])
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("wide", [False, True])
def test_every_page_has_room_and_names(opens: Opens, *, wide: bool, large: bool, low: bool) -> None:
    visitor = opens(wide=wide)
    for place in along_the_way(visitor):
        visitor.wants(large=large, low=low)
        screen = visitor.window.screen_shown
        assert least_height(screen) <= screen.height(), place
        for each in (*visitor.buttons(), *screen.findChildren(QLineEdit)):
            assert each.accessibleName(), place
            spot = each.rect().translated(each.mapTo(screen, QPoint()))
            assert screen.rect().contains(spot), (place, each.accessibleName())


@pytest.mark.parametrize("low", [False, True])
@pytest.mark.parametrize("wide", [False, True])
def test_targets_and_text_are_large_enough(opens: Opens, *, wide: bool, low: bool) -> None:
    visitor = opens(wide=wide)
    least = LEAST_WIDE if wide else LEAST_TARGET
    for place in along_the_way(visitor):
        visitor.wants(low=low)
        for button in visitor.buttons():
            size = (button.width(), button.height())
            assert min(size) >= least, (place, button.text(), size)
            top = button.mapTo(visitor.window, QPoint()).y()
            assert not low or top >= visitor.window.height() / 3, (place, button.text())
    if wide:
        return
    face = visitor.window.screen_shown.face
    assert all(face.font(role).pixelSize() >= LEAST_TEXT for role in SMALLEST)


def test_back_stands_at_the_right_and_the_number_at_the_left(opens: Opens) -> None:
    visitor = opens()
    for place in along_the_way(visitor):
        bar = visitor.window.screen_shown.bar
        if bar is None:
            assert place == "first"
            continue
        first, *rest = bar.buttons
        assert first.geometry().right() > bar.width() * 0.9, place
        for button in rest:
            assert button.x() < first.x(), place
        filled = [button for button in rest if button.text() == "دریافت نوبت"]
        assert all(button.x() < bar.width() * 0.1 for button in filled), place


@pytest.mark.parametrize("low", [False, True])
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("wide", [False, True])
def test_the_sheet_of_every_service_has_room(
    opens: Opens, *, wide: bool, large: bool, low: bool
) -> None:
    visitor = opens(wide=wide)
    window = visitor.window
    face = Face(window.theme, window.size(), large=large, low=low)
    sheets = visitor.looks(lambda look: [service_sheet(look, s.id) for s in services(look)])
    for sheet in sheets:
        waited = replace(sheet, ahead=12, wait=(20, 35))
        page = SheetPage(face, waited, prints=True, giving=True)
        modes = Modes(large=large, low=low)
        screen = Screen(face, page, "فرمانداری شهرستان چالوس", modes, prints=True)
        screen.resize(window.size())
        assert least_height(screen) <= window.height(), sheet.entry.sheet.title


def test_every_place_where_a_service_is_given_stands_on_its_sheet(opens: Opens) -> None:
    visitor = opens(wide=True)
    sheet = visitor.looks(lambda look: service_sheet(look, "16"))
    assert len(sheet.entry.sheet.places) == 2
    visitor.window.attendant.wish(Go(to=Sheet(sheet=sheet)))
    grid = visitor.page(SheetPage).papers
    said: list[str] = []
    for _ in range(grid.leaves):
        said += [card.note for card in grid.shown if isinstance(card, PaperCard)]
        grid.turn(1)
    assert set(sheet.entry.sheet.places) <= set(said)


def test_in_larger_text_an_upright_sheet_shows_at_least_four_papers_a_leaf(opens: Opens) -> None:
    visitor = opens()
    visitor.wants(large=True)
    sheets = visitor.looks(lambda look: [service_sheet(look, s.id) for s in services(look)])
    longest = max(sheets, key=lambda sheet: len(sheet.entry.sheet.documents))
    visitor.window.attendant.wish(Go(to=Sheet(sheet=longest)))
    grid = visitor.page(SheetPage).papers
    said: list[str] = []
    for leaf in range(grid.leaves):
        assert len(grid.shown) >= 4 or leaf == grid.leaves - 1
        said += [card.note for card in grid.shown if isinstance(card, PaperCard)]
        grid.turn(1)
    assert any("خواسته نمی‌شود" in note for note in said)
    assert any(longest.entry.sheet.url in note for note in said)


def test_a_sheet_without_a_measured_wait_says_only_who_is_ahead(opens: Opens) -> None:
    visitor = opens()
    visitor.touches("ثبت درخواست")
    visitor.touches("برقراری حقوق ورثه")
    place = visitor.place()
    assert isinstance(place, Sheet)
    assert place.sheet.wait is None
    told = visitor.page(SheetPage).facts.accessibleName()
    assert "کسی در انتظار نیست" in told
    assert "دقیقه" not in told


def test_many_departments_have_a_page_of_their_own(opens: Opens) -> None:
    visitor = opens()
    names = tuple(f"حوزه {n}" for n in range(40))
    lines = tuple(
        ServiceLine(id=name, code="1", title="خدمت", department=name, mode=2, channel="desk")
        for name in names
    )
    visitor.clock.seconds += 1
    visitor.window.attendant.wish(Go(to=Departments(services=lines, names=names)))
    first = next(each.text() for each in visitor.buttons() if each.text().startswith("حوزه"))
    assert not visitor.shows("قبلی")
    visitor.touches("بعدی")
    assert not visitor.shows(first)
    visitor.touches("قبلی")
    assert visitor.shows(first)


@pytest.mark.parametrize("wide", [False, True])
def test_two_hundred_touches_anywhere_do_no_harm(opens: Opens, *, wide: bool) -> None:
    visitor = opens(wide=wide)
    window, chance = visitor.window, Random(14050830)
    numbers: set[str] = set()

    def note() -> None:
        place = visitor.place()
        if isinstance(place, Number):
            numbers.add(place.given.ticket)

    window.attendant.arrived.connect(note)
    for _ in range(200):
        visitor.clock.seconds += chance.choice((0.05, 0.5, 3))
        spot = QPoint(chance.randrange(window.width()), chance.randrange(window.height()))
        anywhere = window.childAt(spot) or window
        target = chance.choice(visitor.buttons()) if chance.random() < 0.7 else anywhere
        QTest.mouseClick(target, Qt.MouseButton.LeftButton)
        if chance.random() < 0.5:
            visitor.waits(lambda: not window.attendant.busy)
        if chance.random() < 0.05:
            visitor.stays_away(60)
    visitor.waits(lambda: not window.attendant.busy)
    assert 0 < visitor.tickets() == len(numbers)


def test_a_child_at_it_for_a_minute_gets_few_numbers_and_the_staff_is_told(opens: Opens) -> None:
    visitor = opens()
    window, chance = visitor.window, Random(14050830)
    for _ in range(200):
        visitor.clock.seconds += 0.3
        visitor.clock.at += timedelta(seconds=0.3)
        place = visitor.place()
        wanted = [each for each in visitor.buttons() if each.text().startswith(("نمی", "صفحه"))]
        anything = chance.choice(visitor.buttons())
        touched = chance.choice(wanted) if wanted and chance.random() < 0.8 else anything
        QTest.mouseClick(touched, Qt.MouseButton.LeftButton)
        visitor.waits(lambda: not window.attendant.busy)
        if place is not visitor.place():
            visitor.clock.seconds += 0.4  # the page is looked at
    assert visitor.tickets() <= 2 * Rules().kiosk_pace
    (told,) = visitor.looks(kiosks_amiss)
    assert told.trouble == "storm"
