"""A morning in the hall, once: a finger at both kiosks, an eye on the walls, clerks at four PCs."""

import json
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.ui.shell import Facts, Shell
from tests.ui.tour import handbook
from tests.ui.tour.seen import colours
from ui.bootstrap import open_desk
from ui.kiosk.pages.page import KioskPage
from ui.tour.album import CONTRAST, KEYS, LARGE, LOW
from ui.tour.script import read_central_script, read_hall_script, read_script

STORIES = {
    "TicketIssued": 12,
    "WaitTold": 8,
    "AppointmentMade": 3,
    "AppointmentMet": 1,
    "AppointmentCancelled": 1,
    "TicketCalled": 8,
    "TicketRecalled": 1,
    "NoShowMarked": 1,
    "NoShowUndone": 1,
    "TicketHeld": 1,
    "TicketTransferred": 1,
    "CounterPaused": 1,
    "CounterResumed": 1,
}
"""How often at least each kind must stand in the journal."""

KIOSKS, WAYS = ("upright", "wide"), (LARGE, CONTRAST, LOW)


class Toured:
    """What the tour told, where its pictures lie, and a shell at the data that it left."""

    def __init__(self, home: Path) -> None:
        self.home, self.folder = home, home / "hall"
        self.shell = Shell(self.folder / "data", home)
        nowhere = Shell(home / "nowhere", home)
        self.told: Facts = nowhere.done("tour", "--hall", "--to", str(self.folder))
        self.pictures = sorted(self.folder.glob("*.png"))

    def shown(self, way: str) -> dict[str, QImage]:
        """The pictures of one way of showing the kiosks, by their names."""
        return {file.stem: QImage(str(file)) for file in (self.folder / way).glob("*.png")}


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Toured:
    """Played once."""
    home = tmp_path_factory.mktemp("hall")
    with pytest.MonkeyPatch.context() as patch:
        _live_in(home, patch)
        return Toured(home)


@pytest.fixture
def toured(played: Toured, monkeypatch: pytest.MonkeyPatch, own_folders: None) -> Toured:
    """The same, with its key at hand."""
    _live_in(played.home, monkeypatch)
    return played


def _live_in(home: Path, patch: pytest.MonkeyPatch) -> None:
    for name in ("CONFIG", "STATE"):
        patch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))


def test_what_happened_in_the_hall_stands_in_the_journal(toured: Toured) -> None:
    with closing(open_desk(toured.shell.data, toured.shell.clock)) as desk:
        rows = desk.journal.cursor.execute("SELECT kind, COUNT(*) FROM event GROUP BY kind")
        happened = dict(rows.fetchall())
    missed = {
        kind: happened.get(kind, 0) for kind, n in STORIES.items() if happened.get(kind, 0) < n
    }
    assert missed == {}
    assert toured.shell.verified()["conflicts"] == 0


def test_both_kiosks_showed_every_page_there_is(toured: Toured) -> None:
    assert toured.told["pages"] == sorted(each.__name__ for each in KioskPage.__subclasses__())


@pytest.mark.parametrize("way", WAYS)
def test_every_page_of_a_kiosk_is_there_in_each_way_of_showing_it(toured: Toured, way: str) -> None:
    usual = {
        name: image
        for name, image in toured.shown("").items()
        if name.split("-")[1] in KIOSKS and not name.endswith("guidance")
    }
    other = toured.shown(way)
    assert other.keys() == usual.keys()
    for name, image in other.items():
        assert image.size() == usual[name].size(), name
        assert image != usual[name], f"{way}/{name} looks as usual"
        assert len(colours(image)) > 4, f"{way}/{name} is blank"


def test_the_walls_are_shown_as_large_as_they_hang_there(toured: Toured) -> None:
    walls = {
        name: image
        for name, image in toured.shown("").items()
        if name.split("-")[1] in ("display", "board")
    }
    assert len(walls) >= 6
    assert {(image.width(), image.height()) for image in walls.values()} == {(1920, 1080)}


def test_every_picture_shows_something_of_its_own(toured: Toured) -> None:
    seen = [QImage(str(picture)) for picture in toured.pictures]
    for picture, image in zip(toured.pictures, seen, strict=True):
        assert len(colours(image)) > 8, f"{picture.name} is blank"
    for (name, _), (before, after) in zip(pairwise(toured.pictures), pairwise(seen), strict=True):
        assert before != after, f"{name.name} and the next one are the same"


def test_pictures_are_numbered_and_captioned_apart_from_those_of_other_days(
    toured: Toured,
) -> None:
    names = [picture.stem.split("-", 1) for picture in toured.pictures]
    captions = read_hall_script().captions
    assert [int(number) for number, _ in names] == list(range(1, len(names) + 1))
    assert [name for _, name in names] == list(captions)
    others = read_script().captions.keys() | read_central_script().captions.keys()
    assert not captions.keys() & others


def test_every_number_has_its_paper(toured: Toured) -> None:
    tickets = [file.name for file in (toured.folder / "papers").iterdir() if "ticket" in file.name]
    assert len(tickets) >= STORIES["TicketIssued"]


def test_the_handbook_calls_keys_of_the_hall_as_the_windows_do_today(toured: Toured) -> None:
    told = json.loads((toured.folder / KEYS).read_text("utf-8"))
    kept = json.loads((handbook.PICTURES / KEYS).read_text("utf-8"))
    here = {name: keys for name, keys in kept.items() if name in read_hall_script().captions}
    assert here == {name: told[name] for name in here}, "python3 dev.py handbook takes them anew"
