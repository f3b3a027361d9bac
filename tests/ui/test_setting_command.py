"""Settings from the command line are checked as in the window."""

import sys
from pathlib import Path

import pytest

from tests.ui.shell import Shell


def test_the_folder_of_backups_is_one_that_files_can_be_made_in(
    office: Shell, tmp_path: Path
) -> None:
    change = ("setting", "set", "backup_folder")
    assert office.refused(*change, "stick") == "setting_folder"
    assert office.refused(*change, str(tmp_path / "none")) == "setting_folder_gone"
    office.done(*change, str(tmp_path))
    assert office.done("setting", "get", "backup_folder")["value"] == str(tmp_path)
    office.done(*change, "")


@pytest.mark.skipif(sys.platform != "linux", reason="a folder that is closed even to its owner")
def test_a_folder_that_nobody_may_write_into_is_refused(office: Shell) -> None:
    assert office.refused("setting", "set", "backup_folder", "/proc") == "setting_folder_closed"
