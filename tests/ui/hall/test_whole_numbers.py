"""No number on a wall loses a digit, however wide its letters are and whatever the screen."""

from collections.abc import Sequence

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSize
from PySide6.QtGui import QFont

from app.showing.hall import HallCall
from tests.ui.hall.watcher import Watcher
from ui.hall.face import Face, Weight
from ui.hall.part import Part
from ui.hall.said import counter_said, label_said
from ui.hall.wall import Wall

SERIES = ("ا", "ش", "الف", "سش", "ثظغ", "سشص", "ضضض")
NUMBERS = (8, 111, 223, 338, 999, 1353, 9999)
COUNTERS = ("1", "77", "15 الف", "999 سشص")
SIZES = (
    *((1920, 1080), (1366, 728), (1366, 768), (1600, 900), (1280, 1024), (1024, 768)),
    *((1024, 600), (800, 600), (1080, 1920), (3840, 2160)),
)


class Watching(Face):
    """Remembers what was asked of it and what it wrote."""

    wrote: dict[str, str]

    def fitted(
        self, text: str, units: float, weight: Weight, room: QSize, least: float = 0.0
    ) -> tuple[QFont, str]:
        font, shown = super().fitted(text, units, weight, room, least)
        self.wrote[text] = shown
        return font, shown


def watched(wall: Wall) -> Watching:
    """The wall's parts stand where they stood, on a face that remembers."""
    face = Watching(wall.theme, wall.size())
    face.wrote = {}
    for part in wall.findChildren(Part):
        part.take(face, part.geometry())
    return face


def require_whole(face: Watching, texts: Sequence[str]) -> None:
    for text in texts:
        assert face.wrote[text] == text, face.size


@pytest.mark.parametrize("size", SIZES)
def test_no_number_and_no_counter_of_the_display_is_cut(
    watcher: Watcher, size: tuple[int, int]
) -> None:
    window = watcher.hall(wide=size[0], high=size[1])
    face = watched(window)
    for series in SERIES:
        for number in NUMBERS:
            label, counter = f"{series} {number:03}", COUNTERS[number % len(COUNTERS)]
            call = HallCall(key=label, label=label, series=series, number=number, counter=counter)
            parts = (window.newest, window.earlier[0])
            window.newest.show_call(call, pulse=False)
            window.earlier[0].show_call(call)
            for part in parts:
                face.wrote.clear()
                part.grab()
                require_whole(face, (label_said(label), counter_said(counter)))


@pytest.mark.parametrize("size", SIZES)
def test_no_number_and_no_counter_of_a_board_is_cut(
    watcher: Watcher, size: tuple[int, int]
) -> None:
    window = watcher.board("1", wide=size[0], high=size[1])
    face = watched(window)
    assert window.board is not None
    for series in SERIES:
        for number in NUMBERS:
            label, counter = f"{series} {number:03}", COUNTERS[number % len(COUNTERS)]
            window.plate.show_board(replace(window.board, label=label, counter=counter))
            window.plate.grab()
            require_whole(face, (label_said(label), counter_said(counter)))
