"""The net under all tests can tear: shown on a small test file, run for real."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SAMPLE = """
import logging, warnings
import pytest
from PySide6 import QtCore

def test_python_logs():
    logging.getLogger("db").warning("the disk is full")

def test_qt_prints():
    QtCore.qWarning("the disk is full")

def test_python_warns():
    warnings.warn("the disk is full")

@pytest.mark.expected_log("disk")
def test_expected():
    logging.getLogger("db").warning("the disk is full")

@pytest.mark.expected_log("disk")
def test_expected_in_vain():
    pass

def test_note():
    logging.getLogger("db").info("the disk is half full")
"""


def test_a_test_fails_by_what_is_logged_and_was_not_expected(tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text((ROOT / "tests" / "conftest.py").read_text())
    (tmp_path / "test_it.py").write_text(SAMPLE)
    command = [sys.executable, "-m", "pytest", "-q", "-c", str(ROOT / "pyproject.toml")]
    options = ["--rootdir", str(tmp_path), "-p", "no:cacheprovider", str(tmp_path)]
    done = subprocess.run(command + options, capture_output=True, text=True, check=False)
    assert set(re.findall(r"^(?:ERROR|FAILED) .*::(\w+)", done.stdout, re.MULTILINE)) == {
        "test_python_logs",
        "test_qt_prints",
        "test_python_warns",
        "test_expected_in_vain",
    }, done.stdout + done.stderr


def test_a_test_lives_in_folders_of_its_own(tmp_path: Path) -> None:
    assert Path.home().is_relative_to(tmp_path)
    assert Path(os.environ["XDG_STATE_HOME"]).is_relative_to(tmp_path)
