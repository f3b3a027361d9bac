"""A backup is made, proven with the recovery key, and made by itself every day."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.backing import backup_state
from tests.ui.shell import Shell
from tests.ui.supervisor.conftest import Sits
from tests.ui.supervisor.supervisor import Supervisor
from ui.bootstrap import open_desk, prove
from ui.frame.daily_backup import DailyBackup
from ui.frame.page import Page
from ui.supervisor.settings.back_page import BackPage
from ui.supervisor.settings.file_page import FilePage
from ui.supervisor.settings.page import SettingsPage
from ui.supervisor.settings.prove_page import ProvenPage, ProvePage

_OVERDUE = "پشتیبان آزموده"


@pytest.fixture
def page(supervisor: Supervisor) -> SettingsPage:
    supervisor.hit("Ctrl+0", "F3")
    found = supervisor.page
    assert isinstance(found, SettingsPage)
    supervisor.waits(lambda: found.backup.state is not None)
    return found


def state(supervisor: Supervisor):  # type: ignore[no-untyped-def]
    return supervisor.looks(backup_state)


def foot(supervisor: Supervisor) -> str:
    return " ".join(item.text for item in supervisor.window.status._items)


def comes(supervisor: Supervisor, kind: type[Page]) -> None:
    supervisor.waits(lambda: isinstance(supervisor.page, kind))
    supervisor.rest()


def made(supervisor: Supervisor, file: Path) -> ProvePage:
    supervisor.hit("F8")
    assert isinstance(supervisor.page, FilePage)
    supervisor.type(str(file))
    supervisor.hit("F8")
    comes(supervisor, ProvePage)
    asked = supervisor.page
    assert isinstance(asked, ProvePage)
    return asked


def test_a_backup_is_made_and_proven_with_one_group(
    supervisor: Supervisor, page: SettingsPage, tmp_path: Path
) -> None:
    assert state(supervisor).overdue
    supervisor.waits(lambda: _OVERDUE in foot(supervisor))
    file = tmp_path / "on-a-stick.bajeh"
    asked = made(supervisor, file)
    assert file.is_file()
    groups = supervisor.desk.recovery_key.split("-")
    supervisor.type(groups[asked.group % 8])
    supervisor.hit("F8")
    supervisor.waits(lambda: "نمی‌خواند" in supervisor.said)
    assert state(supervisor).proven is None
    asked.enter()
    asked.field.line.selectAll()
    supervisor.type(groups[asked.group - 1])
    supervisor.hit("F8")
    comes(supervisor, ProvenPage)
    assert _OVERDUE not in foot(supervisor), "at once, not with the next beat"
    now = state(supervisor)
    assert now.proven is not None
    assert not now.overdue
    assert now.proven.path == str(file)
    supervisor.hit("Enter")
    assert supervisor.page is page
    supervisor.waits(lambda: page.backup.state is not None and not page.backup.state.overdue)


def test_the_whole_key_proves_that_the_paper_is_enough(
    supervisor: Supervisor, page: SettingsPage, tmp_path: Path
) -> None:
    made(supervisor, tmp_path / "b.bajeh")
    supervisor.hit("F6")
    supervisor.type(supervisor.desk.recovery_key)
    supervisor.hit("F8")
    comes(supervisor, ProvenPage)
    assert state(supervisor).proven.whole


def test_a_file_that_is_there_is_not_written_over(
    supervisor: Supervisor, page: SettingsPage, tmp_path: Path
) -> None:
    file = tmp_path / "mine.txt"
    file.write_text("mine")
    supervisor.hit("F8")
    supervisor.type(str(file))
    supervisor.hit("F8")
    supervisor.waits(lambda: "از پیش هست" in supervisor.said)
    assert isinstance(supervisor.page, FilePage)
    assert file.read_text() == "mine"


def test_what_is_no_backup_is_told(
    supervisor: Supervisor, page: SettingsPage, tmp_path: Path
) -> None:
    (tmp_path / "photo").write_bytes(b"x" * 9000)
    supervisor.hit("F7")
    supervisor.type(str(tmp_path / "photo"))
    supervisor.hit("F8", "F6")
    supervisor.type(supervisor.desk.recovery_key)
    supervisor.hit("F8")
    supervisor.waits(lambda: "باز نشد" in supervisor.said)
    assert state(supervisor).proven is None


def test_restoring_here_is_explained_and_never_done(
    supervisor: Supervisor, page: SettingsPage
) -> None:
    supervisor.hit("F9")
    shown: object = supervisor.page
    assert isinstance(shown, BackPage)
    supervisor.hit("Esc")
    assert supervisor.page is page


@pytest.fixture
def daily(supervisor: Supervisor, office: Shell) -> Iterator[DailyBackup]:
    thread = DailyBackup(lambda: open_desk(office.data, office.clock))
    yield thread
    thread.end()


def test_one_backup_a_day_and_so_many_are_kept(
    supervisor: Supervisor, page: SettingsPage, daily: DailyBackup, office: Shell, tmp_path: Path
) -> None:
    folder = tmp_path / "نسخه‌ها"
    folder.mkdir()
    (folder / "mine.bajeh").write_text("mine")
    assert daily.turn(supervisor.desk) == "rest"
    supervisor.hit("F4")
    supervisor.type(str(folder))
    supervisor.hit("F8")
    assert supervisor.page is page
    assert "هر روز" in supervisor.said
    office.done("setting", "set", "backup_keep", "2")
    turns = []
    for _ in range(4):
        turns += [daily.turn(supervisor.desk), daily.turn(supervisor.desk)]
        office.later(days=1)
    assert turns == ["made", "rest"] * 4
    mine, *copies = sorted((file.name for file in folder.iterdir()), key=len)
    assert mine == "mine.bajeh"
    assert len(copies) == 2
    proof = prove(folder / copies[0], supervisor.desk.recovery_key, office.clock)
    assert proof.sound
    assert proof.name == "فرمانداری شهرستان چالوس"


def test_a_folder_that_is_away_is_told_in_words_and_tried_again(
    supervisor: Supervisor, page: SettingsPage, daily: DailyBackup, office: Shell, tmp_path: Path
) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    office.done("setting", "set", "backup_folder", str(folder))
    folder.rmdir()
    assert daily.turn(supervisor.desk) == "failed"
    supervisor.hit("Ctrl+1", "Ctrl+0")
    supervisor.waits(page.head.chip.isVisible)
    assert state(supervisor).trouble.code == "backup_folder_gone"
    folder.mkdir()
    assert daily.turn(supervisor.desk) == "made"
    assert state(supervisor).trouble is None


def test_a_clerk_makes_no_backup(sits: Sits) -> None:
    clerk = sits(code="101")
    clerk.hit("Ctrl+0", "F3", "F8")
    assert isinstance(clerk.page, SettingsPage)
    assert "در اختیار" in clerk.said
