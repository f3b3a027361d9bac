"""The board above a counter."""

from datetime import timedelta

from msgspec.structs import replace

from app.deeds.office import close_counter, open_counter, set_rules
from tests.ui.hall.conftest import Standing
from tests.ui.hall.watcher import Watcher


def test_a_board_says_whom_its_counter_serves(watcher: Watcher) -> None:
    window = watcher.board("2")
    assert window.plate.accessibleName() == "باجه ۲، لطفاً منتظر فراخوان شماره خود باشید"
    watcher.comes()
    called = watcher.calls("2")
    watcher.waits(lambda: "فراخوان شماره الف ۰۰۱" in window.plate.accessibleName())
    watcher.serves(called, "2")
    watcher.waits(lambda: "در حال خدمت به شماره الف ۰۰۱" in window.plate.accessibleName())


def test_a_board_names_what_is_served_there(watcher: Watcher) -> None:
    service = watcher.looks(lambda look: look.entry_of("35")) or ""
    watcher.does(lambda work: open_counter(work, "3", services=(service,)))
    window = watcher.board("3")
    title = watcher.comes("35").title
    assert window.services.accessibleName() == f"خدمات این باجه، {title}"
    assert "و ۲۷ خدمت دیگر" in watcher.board("1").services.accessibleName()


def test_a_board_that_rests_says_where_to_go(watcher: Watcher) -> None:
    window = watcher.board("2")
    watcher.rests("2")
    watcher.waits(lambda: "موقتاً پاسخگو نیست" in window.plate.accessibleName())


def test_a_board_says_that_the_office_is_closed_once_nobody_waits(
    watcher: Watcher, clock: Standing
) -> None:
    given = watcher.comes()
    clock.at += timedelta(hours=10)
    window = watcher.board("2")
    assert "منتظر فراخوان" in window.plate.accessibleName(), "who came in time is still called"
    called = watcher.calls("2")
    watcher.waits(lambda: "الف ۰۰۱" in window.plate.accessibleName())
    assert called.id == given.id
    watcher.serves(called, "2")
    watcher.ends(called, "2")
    watcher.waits(lambda: "اداره اکنون تعطیل است" in window.plate.accessibleName())
    display = watcher.hall()
    assert display.newest.accessibleName().startswith("اداره اکنون تعطیل است؛ ساعت پاسخگویی")


def test_a_board_names_its_clerk_where_the_office_wishes(watcher: Watcher) -> None:
    watcher.does(lambda work: set_rules(work, replace(work.office.rules, board_clerk="yes")))
    clerk = watcher.looks(lambda look: look.office.clerk("101"))
    watcher.acts_as(clerk.clerk)
    watcher.comes()
    watcher.calls("2")
    window = watcher.board("2")
    assert f"کارمند: {clerk.name}" in window.foot.accessibleName()


def test_a_board_fits_its_screen_lying_and_standing(watcher: Watcher) -> None:
    for wide, high in ((1920, 1080), (1080, 1920), (1024, 600)):
        window = watcher.board("1", wide=wide, high=high)
        parts = (window.head, window.plate, window.services, window.only, window.foot)
        for part in parts:
            assert window.rect().contains(part.geometry())
            for other in parts:
                assert part is other or not part.geometry().intersects(other.geometry())


def test_a_board_of_a_counter_that_is_taken_away_says_that_it_is_closed(watcher: Watcher) -> None:
    window = watcher.board("2")
    watcher.does(lambda work: close_counter(work, "2"))
    watcher.waits(lambda: "تعطیل" in window.plate.accessibleName())
    watcher.does(lambda work: open_counter(work, "2"))
    watcher.waits(lambda: "منتظر" in window.plate.accessibleName())
