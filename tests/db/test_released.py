"""Whatever a released program wrote, this one opens, vouches for, and shows as it was."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.db.release import EXPECTED, RELEASED, told

FOLDERS = sorted(folder for folder in RELEASED.iterdir() if folder.is_dir())


def kept(expected: Any, now: Any) -> bool:
    """Whether all that was said then is said now; more may be said."""
    if isinstance(expected, Mapping):
        return isinstance(now, Mapping) and all(
            name in now and kept(value, now[name]) for name, value in expected.items()
        )
    if isinstance(expected, list):
        return len(expected) == len(now) and all(map(kept, expected, now))
    return bool(expected == now)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_folder_of_a_released_program_is_whole_and_shows_what_it_showed(
    folder: Path, tmp_path: Path
) -> None:
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    expected = json.loads((folder / EXPECTED).read_text("utf-8"))
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    now = told(copy, list(expected["show"]))
    assert (now["verify"]["chain"], now["verify"]["projections"]) == ("whole", "equal")
    added = now["verify"].pop("events") - expected["verify"].pop("events")
    assert added in (0, 1), "the key of its seals, where it had none"
    assert kept(expected, now), now
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


def test_there_is_a_released_folder() -> None:
    assert [folder.name for folder in FOLDERS][:1] == ["1405-08-30"]
