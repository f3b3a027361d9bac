"""Folders that may not be written, and disks that are full."""

import ctypes
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.ui.shell import ROOT, Facts, Shell, python


def without_privilege() -> None:
    """Takes from root what lets it write where nobody may."""
    libc = ctypes.CDLL(None)
    for capability in (1, 2, 3) if os.geteuid() == 0 else ():
        libc.prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP


def as_ordinary_user(*words: str) -> tuple[int, Facts]:
    """What a command says to somebody who is not root."""
    ended = subprocess.run(
        python(*words, "--json"),
        capture_output=True,
        preexec_fn=without_privilege,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=60,
        check=False,
    )
    assert ended.stderr == b""
    return ended.returncode, json.loads(ended.stdout)


@pytest.fixture
def closed(office: Shell) -> Iterator[Callable[[Path], None]]:
    """Takes from a folder the right to write in it, until the test ends."""
    folders: list[Path] = []

    def close(folder: Path) -> None:
        folder.chmod(0o500)
        folders.append(folder)

    yield close
    for folder in folders:
        folder.chmod(0o700)


def test_a_read_only_folder_is_told_in_words(
    office: Shell, closed: Callable[[Path], None], tmp_path: Path
) -> None:
    data = ("--data", str(office.data))
    before = office.events()
    shut = tmp_path / "shut"
    shut.mkdir()
    closed(shut)
    told = as_ordinary_user(*data, "backup", str(shut / "copy"))
    assert (told[0], told[1]["refused"]) == (3, "folder_readonly")
    told = as_ordinary_user(*data, "log", "--to", str(shut / "log.json"))
    assert (told[0], told[1]["refused"]) == (3, "paper_unwritable")
    told = as_ordinary_user("--data", str(shut / "new"), "setup", "--sample")
    assert (told[0], told[1]["refused"]) == (3, "folder_readonly")
    assert list(shut.iterdir()) == []

    closed(office.data)
    told = as_ordinary_user(*data, "issue", "--service", "35")
    assert (told[0], told[1]["refused"]) == (3, "folder_readonly")
    office.data.chmod(0o700)
    assert office.events() == before


def test_set_up_without_a_place_for_its_key_leaves_no_store(
    nowhere: Shell, closed: Callable[[Path], None], tmp_path: Path
) -> None:
    closed(tmp_path / "user/config/bajeh/keys")
    told = as_ordinary_user("--data", str(nowhere.data), "setup", "--sample")
    assert (told[0], told[1]["refused"]) == (3, "folder_readonly")
    assert list(nowhere.data.iterdir()) == []
    (tmp_path / "user/config/bajeh/keys").chmod(0o700)
    nowhere.done("setup", "--sample")
    nowhere.verified()


FULL_DISK = """
set -e
mount -t tmpfs -o size=1500k tmpfs "$1"
cp -r "$2"/. "$1"
dd if=/dev/zero of="$1/filler" bs=4k 2>/dev/null || true
truncate -s "-$3" "$1/filler"
shift 3
"$@"
"""
ON_A_FULL_DISK = """
import json, sys
from pathlib import Path
from tests.ui.shell import REQUEST, Shell
disk = Path(sys.argv[1])
shell = Shell(disk, disk.parent)
shell.later(minutes=5)
told = shell.file("request.json", REQUEST)
labels, code = [], 0
while code == 0 and len(labels) < 200:
    code, facts = shell.do("issue", "--service", "35")
    if code == 0:
        labels.append(facts["label"])
full = [facts["refused"], shell.refused("register", told)]
full.append(shell.refused("backup", str(disk / "copy")))
full.append(Shell(disk / "new", disk.parent).refused("setup", "--sample"))
rest = (disk / "rest").open("wb", buffering=0)
for size in (4096, 1):
    try:
        while rest.write(b"x" * size) == size:
            pass
    except OSError:
        continue
unwritten = shell.refused("log", "--to", str(disk / "log.xlsx"))
left = [file.name for name in ("new/*", "*copy*", "*log*") for file in disk.glob(name)]
left = [name for name in left if name != ".setting-up.lock"]
rest.close()
(disk / "rest").unlink()
(disk / "filler").unlink()
shell.later(minutes=1)
after = shell.done("issue", "--service", "35")
print(json.dumps({
    "full": full,
    "unwritten": unwritten,
    "left": left,
    "labels": labels,
    "ahead": after["ahead"],
    **shell.verified(),
}))
"""


def on_a_full_disk(office: Shell, disk: Path, free: int) -> Facts:
    """What happens on a disk with that many bytes left, where one can be made."""
    disk.mkdir()
    script = office.home / "script.py"
    script.write_text(ON_A_FULL_DISK)
    ended = subprocess.run(
        [
            *("unshare", "--map-root-user", "--mount", "sh", "-c", FULL_DISK, "sh"),
            *(str(disk), str(office.data), str(free), sys.executable, str(script), str(disk)),
        ],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        text=True,
        timeout=60,
        check=False,
    )
    if "unshare" in ended.stderr or "mount" in ended.stderr:
        pytest.skip("this system lets nobody make a small disk")
    assert ended.stderr == ""
    told: Facts = json.loads(ended.stdout)
    return told


def test_a_full_disk_loses_nothing(office: Shell, tmp_path: Path) -> None:
    told = on_a_full_disk(office, tmp_path / "disk", free=120 * 1024)
    assert told["full"] == ["disk_full"] * 4
    assert told["unwritten"] in ("paper_unwritable", "disk_full")
    assert told["left"] == []
    assert 0 < len(told["labels"]) == len(set(told["labels"])) == told["ahead"]


def test_a_disk_without_a_byte_left_is_no_damage(office: Shell, tmp_path: Path) -> None:
    assert set(on_a_full_disk(office, tmp_path / "disk", free=0)["full"]) == {"disk_full"}
