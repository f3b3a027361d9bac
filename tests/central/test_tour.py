"""Two counters, a kiosk and a hall run a day against a real server, and end equal."""

import json
from pathlib import Path

import pytest

from tests.central.office import Centre
from tests.central.server import Server
from tests.central.tour import made
from tests.ui.shell import Facts, Shell
from ui.counter import document_rows
from ui.frame import ask, sync_thread
from ui.tour.script import read_central_script


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A day without its pauses."""
    monkeypatch.setattr(sync_thread, "POLL", 0.2)
    monkeypatch.setattr(sync_thread, "TURN", 0.1)
    monkeypatch.setattr(sync_thread, "wait_after", lambda *_: 0.2)
    monkeypatch.setattr(ask, "_UNREAD", 0.0)
    monkeypatch.setattr(document_rows, "_TWICE", 0.0)


def test_four_pcs_run_a_day_with_the_cable_pulled_twice_and_end_equal(
    server: Server, tmp_path: Path, own_folders: None, quick: None, qapp: object
) -> None:
    shell, to = Shell(tmp_path / "nowhere", tmp_path), tmp_path / "day"
    dsn = made(server, "toured")
    told: Facts = shell.done("tour", "--to", str(to), "--centre", dsn)
    assert (told["equal"], told["pulls"], len(told["pcs"])) == (True, 2, 4)
    assert len({(pc["events"], pc["feed"], pc["mark"]) for pc in told["pcs"]}) == 1
    for pc in told["pcs"]:
        assert (pc["unsent"], pc["chain"], pc["projections"]) == (0, "whole", "equal")
        assert pc["conflicts"] > pc["open_conflicts"] == 0
    written = json.loads((to / "centre.json").read_text("utf-8"))
    assert {**written, "folder": str(to)} == told
    names = [picture.stem.split("-", 1)[1] for picture in sorted(to.glob("*.png"))]
    assert names == list(read_central_script().captions)


def test_an_address_that_cannot_be_read_is_not_blamed_on_the_centre(
    tmp_path: Path, own_folders: None
) -> None:
    shell, to = Shell(tmp_path / "nowhere", tmp_path), tmp_path / "day"
    for dsn in ("foo=bar", "no dsn", "host=127.0.0.1 port=abc"):
        assert shell.refused("tour", "--to", str(to), "--centre", dsn) == "dsn_wrong"
        assert shell.refused("central", "status", dsn) == "dsn_wrong"


def test_a_centre_that_an_office_works_with_is_left_alone(
    centre: Centre, tmp_path: Path, own_folders: None
) -> None:
    centre.enrol("11" * 16)
    shell, to = Shell(tmp_path / "nowhere", tmp_path), tmp_path / "day"
    code = shell.refused("tour", "--to", str(to), "--centre", centre.dsn)
    assert (code, (to / "pc-1").exists()) == ("tour_centre_taken", False)
