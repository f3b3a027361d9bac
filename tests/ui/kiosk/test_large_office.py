"""An office of many counters, of counters with letters, and of long names."""

import pytest
from msgspec.structs import replace

from app.deeds.founding import PlannedCounter
from app.showing.service import most_used, services
from tests.ui.kiosk.conftest import Opens
from tests.ui.kiosk.every_place import every_place
from tests.ui.kiosk.seen import SIZES, WatchedFace, amiss
from ui.kiosk.face import Face
from ui.kiosk.modes import Modes
from ui.kiosk.pages.choose import ChoosePage
from ui.kiosk.pages.sheet import SheetPage, facts_of
from ui.kiosk.parts.card import Card
from ui.kiosk.parts.facts import Facts
from ui.kiosk.places import Choosing, Sheet
from ui.kiosk.screen import Screen

OFFICE = "فرمانداری شهرستان چالوس"
LONG = "سازمان مدیریت و برنامه‌ریزی و امور بین‌الملل شهرستان‌های شمالی استان و حومه آن"
MANY = (*(str(number) for number in range(1, 61)), "77", "80 الف", "80 ب", "91", "93", "95", "97")


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("size", SIZES)
def test_a_list_of_many_counters_is_read_whole(opens: Opens, size: str, *, large: bool) -> None:
    visitor = opens(counters=tuple(PlannedCounter(number=number) for number in MANY))
    place = next(p for p in visitor.looks(every_place) if isinstance(p, Sheet))
    told = facts_of(place.sheet)[-2].text
    assert told.startswith("۱\u00a0تا\u00a0۶۰، ۷۷، ۸۰\u00a0الف")
    face = WatchedFace(visitor.window.theme, SIZES[size], large=large)
    screen = Screen(face, SheetPage(face, place.sheet, prints=True, giving=True), OFFICE, Modes())
    screen.resize(SIZES[size])
    screen.show()
    assert not list(amiss(screen, face))
    screen.close()


def test_counters_are_named_in_order_and_none_is_broken_over_two_lines(opens: Opens) -> None:
    numbers = ("1", "10", "15 الف", "2", "3")
    visitor = opens(counters=tuple(PlannedCounter(number=number) for number in numbers))
    visitor.touches("نمی‌دانم")
    assert visitor.number().given.counters == ("1", "2", "3", "10", "15 الف")
    facts = visitor.window.screen_shown.page.findChildren(Facts)
    assert any("۱، ۲، ۳، ۱۰\u00a0و\u00a0۱۵\u00a0الف" in each.accessibleName() for each in facts)


@pytest.mark.parametrize("low", [False, True])
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("size", SIZES)
def test_a_long_department_keeps_how_many_it_has(
    opens: Opens, size: str, *, large: bool, low: bool
) -> None:
    visitor = opens()
    lines = tuple(replace(line, department=LONG) for line in visitor.looks(services))
    face = WatchedFace(visitor.window.theme, SIZES[size], large=large, low=low)
    page = ChoosePage(face, Choosing(most_used=lines[:6], services=lines))
    screen = Screen(face, page, OFFICE, Modes(large=large, low=low))
    screen.resize(SIZES[size])
    screen.show()
    assert not list(amiss(screen, face))
    cards = [card for card in page.findChildren(Card) if card.text().startswith(LONG[:10])]
    for card in cards:
        assert card.text().endswith(f"({len(lines)})".translate(_PERSIAN))
        assert LONG in card.accessibleName()
    screen.close()
    assert cards or (low and size == "upright"), "there the search alone has room"


@pytest.mark.parametrize("size", ["wide", "full"])
def test_low_and_in_larger_text_the_most_used_stand_on_one_leaf(opens: Opens, size: str) -> None:
    visitor = opens()
    lines = visitor.looks(services)
    choosing = Choosing(most_used=visitor.looks(most_used), services=lines)
    face = Face(visitor.window.theme, SIZES[size], large=True, low=True)
    page = ChoosePage(face, choosing)
    screen = Screen(face, page, OFFICE, Modes(large=True, low=True))
    screen.resize(SIZES[size])
    screen.show()
    assert page.most_used.leaves == 1
    assert len(page.most_used.shown) == 6
    screen.close()


_PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
