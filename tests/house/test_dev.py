"""The door of the house: what it imports, what it installs, and when it does so anew."""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import dev

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCK = (ROOT / "requirements.lock").read_text("utf-8")


def named(requirement: str) -> str:
    """Give the name of a required package as lock files spell it."""
    name = re.match(r"[\w.-]+", requirement)
    assert name
    return re.sub(r"[-_.]+", "-", name[0]).lower()


def test_the_door_needs_nothing_but_python() -> None:
    tree = ast.parse((ROOT / "dev.py").read_text("utf-8"))
    names = [
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    ]
    names += [str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names | {"__future__"}


def test_the_lock_holds_every_dependency_with_a_hash() -> None:
    blocks = re.split(r"\n(?=\w)", LOCK)
    hashed = {named(block) for block in blocks if "--hash=sha256:" in block}
    required = PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"]
    assert {named(each) for each in required + PROJECT["build-system"]["requires"]} <= hashed
    assert all("--hash=sha256:" in block for block in blocks if not block.startswith("#"))


def test_the_lock_holds_the_versions_that_the_project_pins() -> None:
    required = PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"]
    bare = [each.partition(";")[0] for each in required]  # some hold on some systems alone
    pins = [f"{named(each)}=={each.split('==')[1]}" for each in bare if "==" in each]
    assert [pin for pin in pins if not re.search(rf"^{re.escape(pin)} ", LOCK, re.MULTILINE)] == []


def test_the_lock_says_nothing_of_where_packages_come_from() -> None:
    assert re.findall(r"https?://|--(?:extra-)?index-url|--find-links|--trusted-host", LOCK) == []


def test_a_venv_is_made_anew_for_another_lock_python_or_folder() -> None:
    goal = dev.marks(b"lock", b"project", "here 3.11")
    assert dev.marks(b"lock", b"project", "here 3.11") == goal
    for other in (
        dev.marks(b"other", b"project", "here 3.11"),
        dev.marks(b"lock", b"project", "here 3.12"),
        dev.marks(b"lock", b"project", "there 3.11"),
    ):
        assert other[0] != goal[0]


def test_for_other_settings_the_packages_stay() -> None:
    one, two = (dev.marks(b"lock", project, "here") for project in (b"one", b"two"))
    assert one[0] == two[0]
    assert one[1] != two[1]


def test_a_venv_without_its_mark_counts_as_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "MADE_FROM", tmp_path / "made-from")
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))
    assert dev.found() == []
    (tmp_path / "made-from").write_text("packages\nproject")
    assert dev.found() == ["packages", "project"]
    monkeypatch.setattr(dev, "PYTHON", tmp_path / "gone")
    assert dev.found() == []


def test_a_second_door_waits_until_the_first_has_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    script = (
        "import dev, pathlib, sys; dev.VENV = pathlib.Path(sys.argv[1])\n"
        "with dev.alone(): print('in')"
    )
    command = [sys.executable, "-c", script, str(tmp_path / ".venv")]
    with dev.alone():
        other = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        with pytest.raises(subprocess.TimeoutExpired):
            other.wait(0.5)
    assert other.communicate(timeout=10)[0] == "in\n"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems bring these libraries along")
def test_a_library_that_does_not_load_names_its_package_once() -> None:
    table = {"libno1.so.9": "libno", "libno2.so.9": "libno", "libc.so.6": "libc6"}
    assert dev.missing(table) == ["libno"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signals to die by")
def test_the_exit_code_is_the_programs_own() -> None:
    for code, text in ((3, "import sys; sys.exit(3)"), (137, "import os; os.kill(os.getpid(), 9)")):
        assert dev.hand_over([sys.executable, "-c", text], None, os.environ) == code


@pytest.mark.parametrize(("arguments", "code"), [([], 2), (["dance"], 2), (["--help"], 0)])
def test_an_unknown_verb_is_answered_with_the_list(
    arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(arguments) == code
    said = capsys.readouterr().out
    assert all(f"\n  {verb} " in said for verb in [*dev.COMMANDS, "check"])


PYTEST = [sys.executable, "-m", "pytest"]


def runs(folder: Path, capfd: pytest.CaptureFixture[str], text: str) -> tuple[int, str]:
    """Give the exit code of a house whose tests these are, and what was said."""
    (folder / "pyproject.toml").write_text("[tool.pytest.ini_options]", "utf-8")
    (folder / "test_one.py").write_text(text, "utf-8")
    shutil.copy(ROOT / "tests" / "conftest.py", folder)
    own = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    return dev.every_test(PYTEST, folder, own), "".join(capfd.readouterr())


def test_a_test_that_fails_beside_others_alone_is_tried_by_itself_and_named(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    code, said = runs(
        tmp_path,
        capfd,
        "import os\n"
        "def test_in_peace(): assert 'PYTEST_XDIST_WORKER' not in os.environ\n"
        "def test_anywhere(): pass\n",
    )
    assert code == 0
    assert "tried by itself: test_one.py::test_in_peace" in said
    assert "1 failed, 1 passed" in said
    assert "1 passed in" in said.partition("1 failed, 1 passed")[2]


def test_what_fails_again_has_failed(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    code, said = runs(tmp_path, capfd, "def test_never(): assert not 'so'\n")
    assert code == 1
    assert said.count("1 failed") == 2


def test_many_that_fail_have_failed(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    text = "import os\n" + "".join(
        f"def test_{n}(): assert 'PYTEST_XDIST_WORKER' not in os.environ\n"
        for n in range(dev.FEW + 1)
    )
    code, said = runs(tmp_path, capfd, text)
    assert code == 1
    assert "tried by itself" not in said


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signals to die by")
def test_where_a_worker_dies_nothing_is_tried_again(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    text = "import os\ndef test_dies(): os.kill(os.getpid(), 9)\ndef test_rest(): pass\n"
    code, said = runs(tmp_path, capfd, text)
    assert code == pytest.ExitCode.INTERNAL_ERROR
    assert "a worker died in test_one.py::test_dies" in said
    assert "tried by itself" not in said


def test_tests_write_to_memory_where_there_is_plenty_and_to_the_disk_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "MEMORY", tmp_path)
    monkeypatch.setattr(dev, "ROOM", 0)
    assert dev.surroundings("test")["PYTEST_DEBUG_TEMPROOT"] == str(tmp_path)
    assert "PYTEST_DEBUG_TEMPROOT" not in dev.surroundings("bench")
    monkeypatch.setattr(dev, "ROOM", 1 << 62)
    assert "PYTEST_DEBUG_TEMPROOT" not in dev.surroundings("test")
    monkeypatch.setattr(dev, "MEMORY", tmp_path / "nowhere")
    assert "PYTEST_DEBUG_TEMPROOT" not in dev.surroundings("test")


def test_only_the_program_itself_shows_on_a_screen() -> None:
    assert dev.surroundings("run") == {}
    assert all(
        dev.surroundings(verb)["QT_QPA_PLATFORM"] == "offscreen" for verb in ("test", "bench")
    )


def test_what_must_pass_before_a_change_lands_is_check_and_test() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert "for verb in check test" in script
    assert 'python3 dev.py "$verb"' in script
    assert os.name == "nt" or os.access(ROOT / ".ci" / "run", os.X_OK)
