"""What charts want is loaded in two parts, of which only one may be loaded beside the window."""

import subprocess
import sys

ASKED = """
import sys
from ui.bootstrap.seldom import charts, load_for_charts
before = set(sys.modules)
load_for_charts()
beside = set(sys.modules) - before
charts()
print(*sorted({name.partition(".")[0] for name in PART}))
"""
OF_QT = {"PySide6", "shiboken6", "pyqtgraph"}


def loaded(part: str) -> set[str]:
    """The packages of a part, in a process of its own."""
    code = ASKED.replace("PART", part)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_no_class_of_qt_is_made_beside_the_window() -> None:
    assert "numpy" in loaded("beside")
    assert not loaded("beside") & OF_QT


def test_little_else_is_left_for_the_window_s_own_thread() -> None:
    ours = {"ui", "app", "resources", "db", "printing"}
    left = loaded("set(sys.modules) - before - beside") - OF_QT - ours
    assert not left & {"numpy", "xml", "decimal", "multiprocessing"}
