"""The whole tour, once: what happened stands in the journal, and every picture shows something."""

import json
import re
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
from openpyxl import load_workbook
from PySide6.QtGui import QImage

from app.papers import PAGE_ONLY, Kind
from tests.printing import strips
from tests.printing.readback import pages
from tests.ui.shell import Facts, Shell
from tests.ui.tour import handbook
from tests.ui.tour.seen import colours
from ui.bootstrap import open_desk
from ui.tour.album import KEYS
from ui.tour.script import read_script

STORIES = {
    "TicketIssued": 13,
    "VisitOpened": 3,
    "TicketRecalled": 1,
    "NoShowMarked": 1,
    "NoShowUndone": 1,
    "TicketHeld": 1,
    "TicketTransferred": 1,
    "DeficiencyAnnounced": 1,
    "TokenRedeemed": 1,
    "RequestRegistered": 19,
    "RequestCorrected": 1,
    "StepHandedOver": 25,
    "AnswerPrepared": 4,
    "AnswerDelivered": 4,
    "DayClosed": 15,
    "CounterOpened": 4,
    "HoursSet": 2,
    "ClosuresAnnounced": 2,
    "ClerkAdmitted": 5,
    "PasswordSet": 2,
    "SubServiceDefined": 1,
    "RulesSet": 1,
    "SurveysCounted": 3,
}
"""How often at least each kind must stand in the journal."""


class Toured:
    """What the tour told, where its pictures lie, and a shell at the data that it left."""

    def __init__(self, home: Path) -> None:
        self.home, self.folder = home, home / "tour"
        self.shell = Shell(self.folder / "data", home)
        self.told: Facts = Shell(home / "nowhere", home).done("tour", "--to", str(self.folder))
        self.pictures = sorted(self.folder.glob("*.png"))
        self.large = sorted((self.folder / "150").glob("*.png"))
        self.papers = sorted((self.folder / "papers").iterdir())


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Toured:
    """Played once."""
    home = tmp_path_factory.mktemp("toured")
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


def test_every_story_of_the_tour_stands_in_the_journal(toured: Toured) -> None:
    with closing(open_desk(toured.shell.data, toured.shell.clock)) as desk:
        rows = desk.journal.cursor.execute("SELECT kind, COUNT(*) FROM event GROUP BY kind")
        happened = dict(rows.fetchall())
    missed = {
        kind: happened.get(kind, 0) for kind, n in STORIES.items() if happened.get(kind, 0) < n
    }
    assert missed == {}


def test_at_least_twelve_clients_were_served(toured: Toured) -> None:
    assert toured.told["clients"] >= 12
    log = toured.shell.done("log", "--date", "1405/08/30")
    assert log["totals"]["requests"] >= 10
    assert log["totals"]["answers"] >= 4


def test_the_store_is_whole_after_the_tour(toured: Toured) -> None:
    assert toured.shell.verified()["conflicts"] == 0


def test_every_picture_shows_something_of_its_own(toured: Toured) -> None:
    assert toured.told["pictures"] == len(toured.pictures) + len(toured.large)
    for pictures in (toured.pictures, toured.large):
        seen = [QImage(str(picture)) for picture in pictures]
        for picture, image in zip(pictures, seen, strict=True):
            assert image.width() >= 1080, picture.name
            assert len(colours(image)) > 8, f"{picture.name} is blank"
        for (name, _), (before, after) in zip(pairwise(pictures), pairwise(seen), strict=True):
            assert before != after, f"{name.name} and the next one are the same"


def test_the_pictures_are_numbered_and_each_has_its_caption(toured: Toured) -> None:
    names = [picture.stem.split("-", 1) for picture in toured.pictures]
    assert [int(number) for number, _ in names] == list(range(1, len(names) + 1))
    assert {name for _, name in names} == set(read_script().captions)
    page = (toured.folder / "index.html").read_text("utf-8")
    assert len(re.findall("<figure>", page)) == len(names)


def test_every_paper_lies_there_in_both_forms(toured: Toured) -> None:
    pdf = {paper.stem for paper in toured.papers if paper.suffix == ".pdf"}
    rolls = {paper.stem for paper in toured.papers if paper.suffix == ".bin"}
    only = {name for name in pdf - rolls if not set(PAGE_ONLY) & set(name.split("-"))}
    assert only == {"recovery-key"}
    assert rolls <= pdf
    kinds = {name for stem in pdf for name in stem.split("-")}
    assert kinds >= {*get_args(Kind), "trial"}
    shown = {picture.stem for picture in (toured.folder / "forms").glob("*.png")}
    assert shown == pdf - {"recovery-key"}


def test_every_paper_can_be_read(toured: Toured) -> None:
    for paper in toured.papers:
        if paper.suffix == ".pdf":
            assert pages(paper.read_bytes()) >= 1
        else:
            assert strips.read(paper.read_bytes()).cuts == 1, paper.name


def test_the_handbook_calls_keys_as_the_windows_do_today(toured: Toured) -> None:
    told = json.loads((toured.folder / KEYS).read_text("utf-8"))
    kept = json.loads((handbook.PICTURES / KEYS).read_text("utf-8"))
    here = {name: keys for name, keys in kept.items() if name in read_script().captions}
    assert here == {name: told[name] for name in here}, "python3 dev.py handbook takes them anew"


def test_the_reports_of_the_supervisor_lie_there(toured: Toured) -> None:
    reports = toured.folder / "reports"
    assert pages((reports / "figures.pdf").read_bytes()) >= 1
    assert pages((reports / "inspection.pdf").read_bytes()) >= 1
    assert len(load_workbook(reports / "figures.xlsx").worksheets) > 1
    assert (toured.folder / "stick" / "chalus.bajeh").stat().st_size > 0


def test_a_folder_of_something_else_is_left_alone(toured: Toured, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "photo.png").write_bytes(b"")
    assert toured.shell.refused("tour", "--to", str(tmp_path / "mine")) == "tour_folder_taken"
    assert (tmp_path / "mine" / "photo.png").exists()
