"""A whole day at the desk, by commands alone; and the sample day that the program plays itself."""

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from app.refusal import Refusal
from tests.printing import strips
from tests.printing.readback import missing, pages, picture, symbols
from tests.ui.shell import PERSON, Shell
from ui.cli.main import run
from ui.day import SampleDay

SATURDAY = date(2026, 11, 21)
FRIDAY = date(2026, 11, 20)


def test_a_day_from_ticket_to_answer(office: Shell, tmp_path: Path) -> None:
    for code in ("35", "4", "35"):
        office.done("issue", "--service", code)
    first = office.done("call", "--counter", "1")["ticket"]
    second = office.done("call", "--counter", "2", "--clerk", "102")["ticket"]

    office.done("begin", "--ticket", first)
    tracking = office.register(ticket=first)
    assert office.done("finish", "--ticket", first)["outcome"] == "request"
    office.done("begin", "--ticket", second, "--clerk", "102")
    office.done("finish", "--ticket", second, "--outcome", "guidance", "--clerk", "102")
    third = office.done("call", "--counter", "1")["ticket"]
    office.done("noshow", "--ticket", third)
    assert office.done("call", "--counter", "1")["ticket"] is None
    assert office.done("close")["requests"] == 1

    office.later(days=1)
    while office.done("step", tracking, "--list")["step"]:
        office.done("step", tracking, "--begin")
        office.done("step", tracking, "--done")
    office.answer(tracking)
    waiting = office.done("issue", "--collect", tracking)
    office.done("call", "--counter", "1")
    office.done("deliver", tracking, "--ticket", waiting["ticket"])
    assert office.done("finish", "--ticket", waiting["ticket"])["outcome"] == "delivery"
    assert office.done("close")["answers"] == 1

    shown = office.done("show", tracking)
    assert (shown["state"], shown["first_step"], shown["delivered"]) == (
        "delivered",
        "2026-11-22",
        "2026-11-22",
    )
    file = tmp_path / "answer.pdf"
    office.done("paper", "answer", f"{tracking}/1", "--to", str(file))
    assert missing([tracking, PERSON["name"]], file.read_bytes()) == []
    assert office.verified()["conflicts"] == 0


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[SampleDay, dict[str, object], Path]:
    """The sample day, played once; a Friday falls back on the Wednesday before it."""
    home = tmp_path_factory.mktemp("played")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("CONFIG", "STATE"):
            patch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
        day = SampleDay(home, run, FRIDAY)
        return day, day.play(), home


def test_the_sample_day_falls_on_a_working_day(
    played: tuple[SampleDay, dict[str, object], Path],
) -> None:
    day, told, home = played
    assert told["date"] == date(2026, 11, 18)
    assert day.folder == home / "sample-day-1405-08-27"
    assert told["papers"] == len(list(day.papers.iterdir()))


def test_every_paper_of_the_sample_day_can_be_read(
    played: tuple[SampleDay, dict[str, object], Path],
) -> None:
    papers = played[0].papers
    suffixes = Counter(paper.suffix for paper in papers.iterdir())
    assert suffixes == {".pdf": 12, ".bin": 5, ".csv": 1, ".xlsx": 1, ".json": 1}
    for paper in papers.glob("*.pdf"):
        data = paper.read_bytes()
        assert pages(data) >= 1
        assert missing(["فرمانداری شهرستان چالوس"], data) == [], paper.name
    for paper in papers.glob("*.bin"):
        roll = strips.read(paper.read_bytes())
        width = 384 if paper.stem.endswith("58") else 576
        assert roll.cuts == 1
        assert len(roll.rows) > 300
        roll.image(width)


def test_numbers_of_the_sample_day_decode_off_its_papers(
    played: tuple[SampleDay, dict[str, object], Path],
) -> None:
    papers = played[0].papers
    log = json.loads((papers / "log.json").read_text("utf-8"))
    numbers = {row["tracking"] for row in log["received"]}
    drawn = picture((papers / "receipt-a4.pdf").read_bytes())
    assert any(number in said for number in numbers for said in symbols(drawn))
    roll = strips.read((papers / "receipt-80.bin").read_bytes()).image(576)
    assert any(number in said for number in numbers for said in symbols(roll))


def test_the_sample_day_is_closed_and_whole(
    played: tuple[SampleDay, dict[str, object], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    day, told, home = played
    for name in ("CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    shell = Shell(day.folder / "data", home)
    shell.clock.at = day._clock.at
    assert shell.refused("close") == "day_closed"
    assert shell.verified()["conflicts"] == 0
    log = shell.done("log", "--date", "1405/08/27")
    assert log["totals"]["requests"] == told["requests"] == len(log["received"])
    assert len(log["answered"]) == 2
    assert log["totals"]["deficiencies"] == 1


def test_a_second_sample_day_takes_another_folder(tmp_path: Path) -> None:
    first = SampleDay(tmp_path, run, SATURDAY).folder
    first.mkdir()
    assert SampleDay(tmp_path, run, SATURDAY).folder == tmp_path / "sample-day-1405-08-30-2"


def test_where_nothing_can_be_written_the_sample_day_says_so(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(Refusal) as refused:
        SampleDay(file, run, SATURDAY).play()
    assert refused.value.code == "folder_readonly"
