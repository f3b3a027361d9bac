"""What nobody holds any more goes soon, and no key waits for the search."""

import gc
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from ui.frame import garbage
from ui.frame.garbage import Garbage


@pytest.fixture
def searched() -> Iterator[list[int]]:
    """The generations that were searched."""
    found: list[int] = []

    def hear(phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            found.append(info["generation"])

    gc.collect()
    gc.callbacks.append(hear)
    yield found
    gc.callbacks.remove(hear)


@pytest.fixture
def collector(monkeypatch: pytest.MonkeyPatch) -> Iterator[Garbage]:
    """One that looks all the time."""
    monkeypatch.setattr(garbage, "_PAUSE", 1)
    made = Garbage()
    made.start()
    yield made
    made.stop()
    gc.unfreeze()


def rings() -> list[object]:
    """So many that Python would look at them."""
    made: list[object] = []
    for _ in range(2 * gc.get_threshold()[0]):
        ring: list[object] = []
        ring.append(ring)
        made.append(ring)
    return made


def works(qtbot: QtBot, searched: list[int]) -> None:
    """Somebody works until it was time for a search."""
    before = len(searched)
    rings()
    qtbot.waitUntil(lambda: len(searched) > before)


def test_young_garbage_is_found_soon_and_everything_is_searched_seldom(
    qtbot: QtBot, collector: Garbage, searched: list[int]
) -> None:
    for _ in range(150):
        works(qtbot, searched)
    assert set(searched) == {0, 1}


def test_everything_is_searched_in_the_end(
    qtbot: QtBot, collector: Garbage, searched: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(garbage, "_SELDOM", 0.0)
    while 2 not in searched:
        works(qtbot, searched)
