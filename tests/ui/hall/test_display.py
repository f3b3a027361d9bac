"""The hall's display, seen as somebody who waits sees it."""

import ast
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRect, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QFont, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.deeds.call import no_show
from app.deeds.centre import Standing as Centred
from app.deeds.office import open_counter, set_rules
from app.deeds.ticket import issue_guidance
from app.ports import Work
from app.showing.sync import SyncState
from tests.ui.hall.conftest import Standing
from tests.ui.hall.watcher import Watcher
from ui.hall.calls import THICK, THIN
from ui.hall.face import Face, Weight
from ui.hall.wall import OLD, best_of
from ui.hall.window import HallWindow
from ui.look.theme import Theme

SIZES = [(1920, 1080), (3840, 2160), (1366, 768), (1080, 1920), (1024, 768)]


class Sizing(Face):
    """Remembers how large each line became."""

    def __init__(self, theme: Theme, size: QSize) -> None:
        super().__init__(theme, size)
        self.sizes: dict[str, int] = {}

    def fitted(
        self, text: str, units: float, weight: Weight, room: QSize, least: float = 0.0
    ) -> tuple[QFont, str]:
        font, shown = super().fitted(text, units, weight, room, least)
        self.sizes[shown] = font.pixelSize()
        return font, shown


def newest(window: HallWindow) -> str:
    return window.newest.accessibleName()


def rules(**changes: object) -> Callable[[Work], None]:
    def change(work: Work) -> None:
        set_rules(work, replace(work.office.rules, **changes))

    return change


def test_a_call_comes_to_the_wall(watcher: Watcher) -> None:
    window = watcher.hall()
    assert newest(window) == "هنوز شماره‌ای فراخوانده نشده است"
    given = watcher.comes()
    watcher.calls("2")
    watcher.waits(lambda: "باجه ۲" in newest(window))
    assert newest(window) == f"{given.label}، باجه ۲"


def test_who_starts_late_sees_all_of_it(watcher: Watcher) -> None:
    for counter in ("1", "2"):
        watcher.comes()
        watcher.calls(counter)
    window = watcher.hall()
    assert newest(window) == "الف ۰۰۲، باجه ۲"
    assert window.earlier[0].accessibleName() == "الف ۰۰۱، باجه ۱"
    assert window.newest.pulse.state() != QVariantAnimation.State.Running


def test_the_frame_of_a_new_call_pulses_three_times(watcher: Watcher, qtbot: QtBot) -> None:
    window = watcher.hall()
    watcher.comes()
    watcher.calls("1")
    watcher.waits(lambda: window.newest.pulse.state() == QVariantAnimation.State.Running)
    assert window.newest.pulse.loopCount() == 3
    window.newest.pulse.setCurrentTime(300)
    assert window.newest.frame == pytest.approx(THICK, abs=0.5)
    with qtbot.waitSignal(window.newest.pulse.finished):
        pass
    assert window.newest.frame == pytest.approx(THIN, abs=0.01)


def test_a_recall_pulses_again(watcher: Watcher) -> None:
    given = watcher.comes()
    watcher.calls("1")
    window = watcher.hall()
    watcher.recalls(given, "1")
    watcher.waits(lambda: window.newest.pulse.state() == QVariantAnimation.State.Running)


def test_who_waits_and_who_rests_stand_below(watcher: Watcher) -> None:
    watcher.comes()
    watcher.does(issue_guidance)
    watcher.rests("1")
    window = watcher.hall()
    said = window.waiting.accessibleName()
    assert said == (
        "در انتظار، درخواست ۱، پاسخ ۰، راهنمایی ۱، باجه ۱ موقتاً پاسخگو نیست؛ به باجه ۲ مراجعه کنید"
    )


def test_several_that_rest_are_told_by_turns(watcher: Watcher) -> None:
    for counter in ("1", "2"):
        watcher.rests(counter)
    window = watcher.hall()
    told = set()
    for _ in range(14):
        window.tick()
        told.add(window.waiting.resting)
    assert told == {"باجه ۱ موقتاً پاسخگو نیست", "باجه ۲ موقتاً پاسخگو نیست"}


@pytest.mark.parametrize(("wide", "high"), SIZES)
def test_who_rests_is_read_from_afar_however_many_serve_instead(
    watcher: Watcher, wide: int, high: int
) -> None:
    for number in (*range(3, 61), "70", "72", "74 الف", "76", "78", "80"):
        watcher.does(partial(open_counter, number=str(number)))
    watcher.rests("1")
    window = watcher.hall(wide=wide, high=high)
    assert "به باجه‌های ۲\u00a0تا\u00a0۶۰، ۷۰، ۷۲، ۷۴\u00a0الف، ۷۶، ۷۸ و" in window.waiting.resting
    face = Sizing(window.theme, window.size())
    window.waiting.take(face, window.waiting.geometry())
    window.waiting.grab()
    told = {text: size for text, size in face.sizes.items() if "باجه ۱" in text}
    assert told
    assert all(size >= 34 * 0.7 * face.unit for size in told.values()), told


def test_the_next_ones_come_and_go_with_the_setting(watcher: Watcher) -> None:
    watcher.comes()
    window = watcher.hall()
    high = window.newest.height()
    assert not window.next.isVisible()
    watcher.does(rules(hall_next=3))
    watcher.waits(window.next.isVisible)
    assert window.next.accessibleName() == "نوبت‌های بعدی، الف ۰۰۱"
    assert window.newest.height() < high


def test_the_notice_moves_only_where_it_must_and_rests_while_a_number_is_spoken(
    watcher: Watcher,
) -> None:
    window = watcher.hall()
    watcher.waits(lambda: not window.notice.moves)
    watcher.does(rules(hall_notice="همه مدارک را پیش از نوبت آماده کنید. " * 3))
    watcher.waits(lambda: window.notice.moves)
    watcher.waits(lambda: window.notice.place > 3)
    window.notice.rest(True)
    stood = window.notice.place
    watcher.waits(lambda: not window.notice.moves)
    window.notice.rest(False)
    watcher.waits(lambda: window.notice.moves)
    assert window.notice.place == stood


def test_neither_a_clock_set_back_nor_midnight_changes_who_was_called_last(
    watcher: Watcher, clock: Standing
) -> None:
    window = watcher.hall()
    watcher.comes()
    watcher.calls("1")
    clock.at -= timedelta(hours=1)
    watcher.comes()
    watcher.calls("2")
    watcher.waits(lambda: newest(window) == "الف ۰۰۲، باجه ۲")
    clock.at += timedelta(hours=15)
    watcher.comes()
    watcher.waits(lambda: "درخواست ۱" in window.waiting.accessibleName())
    assert newest(window) == "هنوز شماره‌ای فراخوانده نشده است"


# -- when things go wrong ------------------------------------------------------------------------


def test_what_is_old_says_since_when_and_stays(watcher: Watcher, clock: Standing) -> None:
    given = watcher.comes()
    watcher.calls("1")
    window = watcher.hall()
    assert window.head.old == ""
    window.door.close()
    clock.seconds += OLD + 1
    clock.at = clock.at.replace(minute=20)
    window.tick()
    assert window.head.old == "آخرین به‌روزرسانی ۱۰:۴۵"
    assert given.label in newest(window)


@pytest.mark.expected_log("unexpected")
def test_a_store_that_fails_leaves_the_wall_as_it_was_and_is_asked_less_and_less(
    watcher: Watcher, clock: Standing, monkeypatch: pytest.MonkeyPatch
) -> None:
    watcher.comes()
    watcher.calls("1")
    window = watcher.hall()
    asked = 0

    def broken(_: object) -> None:
        nonlocal asked
        asked += 1
        raise OSError("the disk is gone")

    with monkeypatch.context() as patch:
        patch.setattr("ui.hall.window.hall", broken)
        for _ in range(120):
            clock.seconds += 1
            window.tick()
            watcher.waits(lambda: not window._reading)
        assert "الف ۰۰۱" in newest(window)
        assert window.head.old
        assert asked < 10
    clock.seconds += 60
    window.tick()
    watcher.waits(lambda: not window.head.old)


@pytest.mark.parametrize("stands", ["away", "revoked", "unknown", "unproven", "failed"])
def test_a_centre_that_says_nothing_is_told_in_the_same_thin_line(
    watcher: Watcher, clock: Standing, stands: Centred
) -> None:
    window = watcher.hall()
    window.synced(SyncState(centre=stands, since=clock.at))
    assert window.head.old == "آخرین به‌روزرسانی ۱۰:۴۵"
    window.synced(SyncState(centre="reached"))
    assert window.head.old == ""


def test_missing_sound_is_said_at_the_foot(watcher: Watcher) -> None:
    window = watcher.hall()
    window.notice.show_trouble("بی‌صدا: بلندگو وصل نیست")
    assert "بلندگو وصل نیست" in window.notice.accessibleName()


def test_a_second_screen_is_the_halls(watcher: Watcher) -> None:
    first, second, wall = (
        QRect(0, 0, 1366, 768),
        QRect(1366, 0, 800, 600),
        QRect(0, 768, 1920, 1080),
    )
    assert best_of([first], first) == first
    assert best_of([first, second], first) == second
    assert best_of([first, second, wall], first) == wall


@pytest.mark.parametrize(("wide", "high"), SIZES)
def test_it_fills_any_screen_and_nothing_is_cut(watcher: Watcher, wide: int, high: int) -> None:
    for counter in ("1", "2"):
        watcher.comes()
        watcher.calls(counter)
    watcher.comes()
    watcher.does(rules(hall_next=4))
    window = watcher.hall(wide=800, high=600)
    window.resize(wide, high)
    parts = (
        window.head,
        window.newest,
        *window.earlier,
        window.next,
        window.waiting,
        window.notice,
    )
    for part in parts:
        assert window.rect().contains(part.geometry()), part
        for other in parts:
            assert part is other or not part.geometry().intersects(other.geometry())
    assert not _blank(window.grab().toImage())


def _blank(picture: QImage) -> bool:
    """Whether it is one colour throughout."""
    places = [(x, y) for x in range(0, picture.width(), 37) for y in range(0, picture.height(), 29)]
    return len({QColor(picture.pixel(x, y)).rgb() for x, y in places}) < 4


def test_only_its_own_key_closes_it(watcher: Watcher, qtbot: QtBot) -> None:
    window = watcher.hall()
    window.setFocus()
    for key in (Qt.Key.Key_F12, Qt.Key.Key_Escape, Qt.Key.Key_Return):
        QTest.keyClick(window, key)
    assert window.isVisible()
    with qtbot.waitSignal(window.left):
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(window, Qt.Key.Key_Q, held)
    assert not window.isVisible()


def test_a_key_asks_for_the_recordings(watcher: Watcher, qtbot: QtBot) -> None:
    window = watcher.hall()
    with qtbot.waitSignal(window.recording_wanted):
        QTest.keyClick(window, Qt.Key.Key_F9)


# -- what nobody may read there ------------------------------------------------------------------


def _stands(window: HallWindow, label: str) -> bool:
    return label in newest(window)


def test_every_text_is_painted_in_one_place() -> None:
    for file in Path("ui/hall").glob("*.py"):
        calls = {
            node.func.attr
            for node in ast.walk(ast.parse(file.read_text("utf-8")))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        }
        painted = calls & {"drawText", "drawStaticText", "setText", "drawTextLayout", "QLabel"}
        assert not painted or file.name == "face.py"


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Every text that is painted from now on."""
    found: set[str] = set()
    fitted = Face.fitted

    def watched(face: Face, text: str, *how: object) -> tuple[QFont, str]:
        found.add(text)
        return fitted(face, text, *how)  # type: ignore[arg-type]

    monkeypatch.setattr(Face, "fitted", watched)
    return found


def test_neither_names_nor_codes_nor_services_are_painted(
    watcher: Watcher, painted: set[str]
) -> None:
    secrets = watcher.looks(
        lambda look: {
            *(clerk.name for clerk in look.office.clerks.values()),
            *(look.office.classes[code].title for code in look.office.classes),
        }
    )
    titles = set()
    window = watcher.hall()
    for counter in ("1", "2", "1", "2"):
        given = watcher.comes("35", priority="elderly")
        titles.add(given.title)
        called = watcher.calls(counter)
        watcher.serves(called, counter)
        watcher.ends(called, counter)
        watcher.waits(partial(_stands, window, called.label))
        window.grab()
    assert any("الف" in text for text in painted)
    for text in painted | set(watcher.reads(window)):
        assert not any(secret in text for secret in secrets | titles), text
        assert not any(len(word) == 10 and word.isdecimal() for word in text.split())


def test_on_a_standing_screen_all_of_what_rests_is_read(watcher: Watcher) -> None:
    for number in ("3", "4", "5", "6", "7", "8", "9"):
        watcher.does(partial(open_counter, number=number))
    window = watcher.hall(wide=1080, high=1920)
    calm = window.waiting.height()
    watcher.rests("1")
    watcher.waits(lambda: bool(window.waiting.resting))
    assert window.waiting.height() > calm
    room = window.width() - window.face.px(2 * 48 + 38 + 24)
    lines = window.face.lines(window.waiting.resting, 34, "medium", room, 2)
    assert "…" not in "".join(lines)
    assert not window.waiting.geometry().intersects(window.notice.geometry())


def test_when_the_newest_leaves_the_wall_the_one_before_it_does_not_pulse(watcher: Watcher) -> None:
    window = watcher.hall()
    for _ in range(2):
        watcher.comes()
    watcher.calls("1")
    second = watcher.calls("2")
    watcher.waits(lambda: "۰۰۲" in window.newest.accessibleName())
    window.newest.pulse.stop()
    watcher.does(lambda work: no_show(work, second.id))
    watcher.waits(lambda: "۰۰۱" in window.newest.accessibleName())
    assert window.newest.pulse.state() == window.newest.pulse.State.Stopped


def test_as_many_next_ones_are_told_as_are_painted(watcher: Watcher, painted: set[str]) -> None:
    for _ in range(12):
        watcher.comes()
    watcher.does(rules(hall_next=8))
    window = watcher.hall(wide=1080, high=1920)
    watcher.waits(window.next.isVisible)
    window.grab()
    told = window.next.accessibleName().split("، ")[1:]
    assert 0 < len(told) < 8
    assert {text for text in painted if text.startswith("الف")} == set(told)


def test_who_is_sent_to_several_counters_reads_where_in_one_piece(watcher: Watcher) -> None:
    for number in ("3", "4"):
        watcher.does(partial(open_counter, number=number))
    watcher.rests("1")
    window = watcher.hall()
    told = window.waiting.resting.replace("\u00a0", " ")
    assert told.endswith("به باجه‌های ۲، ۳ و ۴ مراجعه کنید")
    assert " و" not in window.waiting.resting, "no line begins with the last of them"


@pytest.mark.parametrize("old", ["", "از ۱۰:۴۵ تازه نشده است"])
def test_a_long_name_and_a_long_day_are_read_whole_on_a_standing_screen(
    watcher: Watcher, old: str
) -> None:
    head = watcher.hall(wide=1080, high=1920).head
    office = "اداره ثبت اسناد و املاک شهرستان خلیل‌آباد و حومه"
    head.show_office(office)
    head.show_now(datetime(2027, 5, 12, 12, 45))
    head.show_old(old)
    pieces = list(head.pieces())
    said = " ".join(piece.text for piece in pieces).replace("\u00a0", " ")
    assert all(part in said for part in (office, "چهارشنبه", "۱۴۰۶", "۱۲:۴۵", old))
    for piece in pieces:
        wide = head.face.width(piece.text, piece.units, piece.weight)
        assert wide <= piece.spot.width(), piece.text
        assert head.rect().contains(piece.spot)
        assert not any(piece.spot.intersects(other.spot) for other in pieces if other != piece)
