"""The command line prints through the spool: the original once, every later one a marked copy."""

from pathlib import Path

import pytest

from app.decoding import decode
from app.deeds.looking import the_request
from app.deeds.spool import hold, set_printers
from app.handing.handing_out import hand_out
from app.papers import ReceiptPaper
from app.spooling.printers import named_printers
from app.spooling.spool import Job
from tests.printing.readback import missing
from tests.printing.samples import emblem
from tests.ui.shell import PERSON, ROOT, Shell
from ui.bootstrap import open_desk

HEAD = ("--clerk", "201")
NOBODY = "tcp://127.0.0.1:1"
OTHER = {**PERSON, "id": "9991052641"}


def marks(file: Path) -> bool:
    """Whether the page bears the mark of a copy."""
    return missing(["المثنی"], file.read_bytes()) == []


def copies(office: Shell, tracking: str) -> list[int]:
    """The numbers of the receipts that are on record."""
    desk = open_desk(office.data, office.clock)
    with desk.journal.look() as look:
        printed = the_request(look, tracking).printed
    desk.close()
    return [each.copy for each in printed]


def jobs(office: Shell) -> list[Job]:
    """What the windows of this PC see, the oldest first."""
    desk = open_desk(office.data, office.clock)
    with desk.journal.look() as look:
        found = sorted(look.jobs(), key=lambda job: job.id)
    desk.close()
    return found


def test_each_job_is_a_file_of_its_own(office: Shell, tmp_path: Path) -> None:
    out = tmp_path / "out"
    for tracking in (office.register(), office.register(applicant=OTHER)):
        office.done("paper", "receipt", tracking, "--printer", f"file:{out}")
        office.done("paper", "survey", "-", "--printer", f"file:{out}")
    kinds = sorted(path.name.strip("0123456789-")[:6] for path in out.iterdir())
    assert kinds == ["receip", "receip", "survey", "survey"]


def test_a_folder_without_a_name_is_no_printer(
    office: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tracking = office.register()
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())
    for kind, key in (("receipt", tracking), ("survey", "-")):
        for name in ("file:", "file: ", "tcp://256.1.1.1"):
            told = office.refused("paper", kind, key, "--printer", name)
            assert told == "printer_unknown"
    assert sorted(tmp_path.iterdir()) == before


def test_what_surely_came_on_no_paper_is_the_original_still(office: Shell, tmp_path: Path) -> None:
    tracking, out = office.register(), tmp_path / "out"
    for _ in range(2):
        told = office.refused("paper", "receipt", tracking, "--printer", NOBODY)
        assert told == "printer_unreachable"
    assert copies(office, tracking) == [1]
    assert [(job.state, job.copy) for job in jobs(office)] == [("held", 1)]
    for marked in (False, True):
        office.done("paper", "receipt", tracking, "--printer", f"file:{out}", "--size", "A4")
        newest = max(out.iterdir(), key=lambda path: path.name)
        assert marks(newest) is marked
    assert copies(office, tracking) == [1, 2]
    assert [job.state for job in jobs(office)] == ["sent", "sent"]


def test_a_file_that_cannot_be_written_uses_nothing_up(office: Shell, tmp_path: Path) -> None:
    tracking = office.register()
    nowhere, file = str(tmp_path / "no" / "r.pdf"), tmp_path / "r.pdf"
    assert office.refused("paper", "receipt", tracking, "--to", nowhere) == "paper_unwritable"
    office.done("paper", "receipt", tracking, "--to", str(file))
    assert not marks(file)


def test_a_file_is_the_original_once(office: Shell, tmp_path: Path) -> None:
    tracking, file = office.register(), tmp_path / "r.pdf"
    for number, marked in ((1, False), (2, True), (3, True)):
        office.done("paper", "receipt", tracking, "--to", str(file))
        assert marks(file) is marked
        assert copies(office, tracking)[-1] == number
    assert missing(["نسخه ۳"], file.read_bytes()) == []


def test_a_form_wanted_twice_comes_twice(office: Shell, tmp_path: Path) -> None:
    out = tmp_path / "out"
    for kind in ("receipt", "survey"):
        told = office.file("twice.json", {"copies": 2})
        office.done("template", "set", kind, told, *HEAD)
    tracking = office.register()
    office.done("paper", "receipt", tracking, "--printer", f"file:{out}", "--size", "A5")
    first, second = sorted(out.iterdir())
    assert (marks(first), marks(second)) == (False, True)
    office.done("paper", "survey", "-", "--printer", f"file:{out}")
    assert len(list(out.iterdir())) == 4
    office.done("paper", "receipt", tracking, "--to", str(tmp_path / "r.pdf"))
    assert copies(office, tracking) == [1, 2, 3]


def test_what_waits_for_a_printer_of_this_pc_is_not_made_twice(
    office: Shell, tmp_path: Path
) -> None:
    tracking, file, out = office.register(), tmp_path / "r.pdf", tmp_path / "out"
    desk = open_desk(office.data, office.clock)
    with desk.journal.work() as work:
        set_printers(work, named_printers(roll=NOBODY))
        waiting = hand_out(work, "receipt", tracking)
    office.done("paper", "receipt", tracking, "--to", str(file))
    assert marks(file)  # the original is at the printer, and comes there
    office.done("paper", "receipt", tracking, "--printer", f"file:{out}", "--size", "A4")
    assert [marks(path) for path in out.iterdir()] == [False]
    assert [job.state for job in jobs(office)] == ["sent", "sent"]
    with desk.journal.work() as work:
        held = hand_out(work, "receipt", tracking, copy=True)
        hold(work, held.id)
    desk.close()
    office.done("paper", "receipt", tracking, "--to", str(file))
    assert jobs(office)[-1].id == held.id > waiting.id
    assert copies(office, tracking) == [1, 2, 3]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("log", "1405/08/30", "--to", "a.pdf", "--size", "A5"), "paper_size_wrong"),
        (("survey", "-", "--to", "a.pdf", "--size", "A5"), "paper_size_wrong"),
        (("log", "1405/08/30", "--printer", "x", "--size", "A3"), "paper_size_wrong"),
        (("board", "1", "--to", "a.pdf", "--size", "A5"), "paper_size_wrong"),
        (("information", "35", "--to", "a.pdf", "--size", "A3"), "paper_size_wrong"),
        (("information", "35", "--to", "a.pdf", "--width", "80"), "paper_width_of_page"),
        (("information", "35", "--to", "a.bin", "--size", "A4"), "paper_size_of_roll"),
        (("survey", "-", "--printer", "x", "--width", "80"), "paper_not_on_roll"),
    ],
)
def test_what_a_form_cannot_be_is_told(
    office: Shell, tmp_path: Path, words: tuple[str, ...], code: str
) -> None:
    placed = [str(tmp_path / word) if word.startswith("a.") else word for word in words]
    assert office.refused("paper", *placed) == code
    assert list(tmp_path.glob("a.*")) == []


def test_a_copy_wears_the_emblem_of_its_original(office: Shell, tmp_path: Path) -> None:
    mine, file = emblem(), str(tmp_path / "r.pdf")
    office.done("office", "emblem", office.file("old.png", mine), *HEAD)
    tracking = office.register()
    office.done("paper", "receipt", tracking, "--to", file)
    office.done("office", "emblem", str(ROOT / "docs/pictures/ticket.png"), *HEAD)
    office.done("paper", "receipt", tracking, "--to", file)
    office.done("office", "emblem", "-", "--remove", *HEAD)
    office.done("paper", "receipt", tracking, "--to", file)
    other = office.register(applicant=OTHER)
    office.done("paper", "receipt", other, "--to", file)
    office.done("office", "emblem", office.file("old.png", mine), *HEAD)
    office.done("paper", "receipt", other, "--to", file)
    desk = open_desk(office.data, office.clock)
    with desk.journal.look() as look:
        worn = [
            decode(look.job_paper(job.id), ReceiptPaper).letterhead.emblem
            for job in reversed(look.jobs())
        ]
    desk.close()
    assert worn == [mine, mine, mine, b"", b""]


@pytest.mark.expected_log("ZeroDivisionError")
def test_a_paper_that_breaks_the_press_is_the_original_still(
    office: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tracking, file = office.register(), tmp_path / "r.pdf"

    class Broken:
        def pdf(self, *_: object) -> bytes:
            raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr("ui.cli.paper.press", Broken)
        assert office.do("paper", "receipt", tracking, "--to", str(file))[0] == 1
    assert "ZeroDivisionError" in (office.data / "bajeh.log").read_text("utf-8")
    office.done("paper", "receipt", tracking, "--to", str(file))
    assert not marks(file)
