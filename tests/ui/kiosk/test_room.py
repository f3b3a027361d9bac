"""Every page on every screen, in every size and height, with the longest names."""

import pytest
from PySide6.QtCore import QPoint

from app.deeds.founding import PlannedClass
from tests.ui.kiosk.conftest import Opens
from tests.ui.kiosk.every_place import every_place, shown_with_everything
from tests.ui.kiosk.seen import SIZES, WatchedFace, amiss
from ui.kiosk.building import page_of
from ui.kiosk.face import Face
from ui.kiosk.modes import Modes
from ui.kiosk.notice import Notice
from ui.kiosk.pages.choose import ChoosePage
from ui.kiosk.pages.priority import PriorityPage
from ui.kiosk.places import Choosing
from ui.kiosk.screen import Screen

LONGEST = (
    "این برگ اعلام نقص شناخته نشد. آن را دوباره زیر بارکدخوان بگیرید یا در صفحه نخست "
    "«نمی‌دانم، راهنمایی می‌خواهم» را برگزینید."
)
OFFICE = "فرمانداری شهرستان چالوس"


@pytest.mark.parametrize("low", [False, True])
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_covered_or_too_small_for_a_finger(
    opens: Opens, size: str, *, large: bool, low: bool
) -> None:
    visitor = opens()
    shown = shown_with_everything(visitor.window.attendant.shown)
    face = WatchedFace(visitor.window.theme, SIZES[size], large=large, low=low)
    wrong: list[str] = []
    for place in visitor.looks(every_place):
        page = page_of(face, place, shown)
        screen = Screen(face, page, OFFICE, Modes(large=large, low=low), prints=True)
        screen.resize(SIZES[size])
        screen.show()
        wrong += [f"{type(place).__name__}: {each}" for each in amiss(screen, face)]
        screen.close()
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("low", [False, True])
@pytest.mark.parametrize("size", SIZES)
def test_larger_text_shows_as_many_of_the_most_used(opens: Opens, size: str, *, low: bool) -> None:
    visitor = opens()
    choosing = next(p for p in visitor.looks(every_place) if isinstance(p, Choosing))
    seen: list[int] = []
    for large in (False, True):
        face = Face(visitor.window.theme, SIZES[size], large=large, low=low)
        page = ChoosePage(face, choosing)
        screen = Screen(face, page, OFFICE, Modes(large=large, low=low))
        screen.resize(SIZES[size])
        screen.show()
        seen.append(len(page.most_used.shown))
        screen.close()
    usual, larger = seen
    assert larger >= usual
    assert low or larger == len(choosing.most_used)


@pytest.mark.parametrize("low", [False, True])
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("size", SIZES)
def test_what_is_said_stands_whole_and_covers_nothing_that_can_be_touched(
    opens: Opens, size: str, *, large: bool, low: bool
) -> None:
    visitor = opens()
    face = WatchedFace(visitor.window.theme, SIZES[size], large=large, low=low)
    shown = shown_with_everything(visitor.window.attendant.shown)
    wrong: list[str] = []
    for place in visitor.looks(every_place):
        page = page_of(face, place, shown)
        screen = Screen(face, page, OFFICE, Modes(large=large, low=low), prints=True)
        screen.resize(SIZES[size])
        screen.show()
        screen.grab()
        notice = Notice()
        notice.say(screen, LONGEST, "refusal")
        found = amiss(screen, face, notice.line)
        wrong += [f"{type(place).__name__}: {each}" for each in found]
        screen.close()
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("low", [False, True])
def test_none_of_these_stands_first_on_every_leaf(opens: Opens, size: str, *, low: bool) -> None:
    visitor = opens(
        classes=tuple(PlannedClass(code=f"c{n}", title=f"گروه {n}", credit=5) for n in range(9))
    )
    visitor.window.resize(SIZES[size])
    visitor.wants(large=True, low=low)
    visitor.touches("ثبت درخواست")
    visitor.touches_this(visitor.page(ChoosePage).most_used.shown[0])
    visitor.touches("دریافت نوبت")
    grid = visitor.page(PriorityPage).grid
    assert grid.leaves > 1
    for _ in range(grid.leaves):
        none = visitor.button("هیچ")
        assert none.mapTo(visitor.window, QPoint()).y() < grid.mapTo(visitor.window, QPoint()).y()
        grid.turn(1)
