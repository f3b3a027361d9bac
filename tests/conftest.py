"""What every test may rely on: its own folders, no window on the screen, no unexpected warning."""

import gc
import logging
import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import settings

# Before anything loads Qt or looks for a keyring; programs that a test starts inherit both.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

# The same cases on every run, so that a red test is about the change; `soak` looks for new ones.
settings.register_profile("quick", max_examples=50, deadline=None, derandomize=True)
settings.register_profile("soak", max_examples=5_000, deadline=None, print_blob=True)
settings.load_profile("quick")

TESTS = Path(__file__).parent
ENOUGH = 50_000
"""Objects made since the last search for garbage."""
FLOORS = ("house", "app", "db", "central", "printing", "ui")
HOMES = {
    "HOME": "home",
    "USERPROFILE": "home",
    "XDG_CACHE_HOME": "cache",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_RUNTIME_DIR": "runtime",
    "XDG_STATE_HOME": "state",
    "WIN_PD_OVERRIDE_APPDATA": "data",
    "WIN_PD_OVERRIDE_LOCAL_APPDATA": "data",
}
QT_LEVELS = {
    "QtDebugMsg": logging.DEBUG,
    "QtInfoMsg": logging.INFO,
    "QtWarningMsg": logging.WARNING,
    "QtCriticalMsg": logging.ERROR,
    "QtFatalMsg": logging.CRITICAL,
}

SCREENLESS = "This plugin does not support "
"""How Qt begins what it says of windows and pop-ups that are shown without a screen."""


class Loud(logging.Handler):
    """Keeps the text of every record of level WARNING or above, from any thread."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep it as a reader of the log would see it."""
        self.texts.append(f"{record.levelname} {record.name}: {self.format(record)}")


def complaint(texts: Sequence[str], patterns: Sequence[str]) -> str:
    """Say what was logged unexpectedly and what was expected in vain; empty when all is well."""
    stray = [text for text in texts if not any(re.search(each, text) for each in patterns)]
    vain = [each for each in patterns if not any(re.search(each, text) for text in texts)]
    return "\n".join(
        [f"logged unexpectedly: {text}" for text in stray]
        + [f"expected in the log, but absent: {each}" for each in vain]
    )


@contextmanager
def qt_in_the_log() -> Iterator[None]:
    """Turn Qt's messages into log records; where Qt is not loaded, it stays so."""
    core = sys.modules.get("PySide6.QtCore")
    if core is None:
        yield
        return
    log = logging.getLogger("qt")
    before = core.qInstallMessageHandler(
        lambda kind, _context, text: (
            None if text.startswith(SCREENLESS) else log.log(QT_LEVELS[kind.name], "%s", text)
        )
    )
    try:
        yield
    finally:
        core.qInstallMessageHandler(before)


def floor(path: Path) -> int:
    """Give the place of a test file in `FLOORS`; what stands elsewhere comes last."""
    name = path.relative_to(TESTS).parts[0] if path.is_relative_to(TESTS) else ""
    return FLOORS.index(name) if name in FLOORS else len(FLOORS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the lower floors first, so that the first red is the cause."""
    items.sort(key=lambda item: floor(item.path))


@pytest.hookimpl(optionalhook=True)
def pytest_handlecrashitem(crashitem: str) -> None:
    """End with another code than where tests failed: of the rest nobody knows anything."""
    pytest.exit(f"a worker died in {crashitem}", pytest.ExitCode.INTERNAL_ERROR)


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test its own home, so that none touches the user's."""
    for variable, name in HOMES.items():
        folder = tmp_path / "user" / name
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        monkeypatch.setenv(variable, str(folder))


@pytest.fixture(autouse=True)
def garbage_in_between() -> Iterator[None]:
    """Collect between tests, on this thread: a widget that a test's own thread finds while Qt
    deletes it here would end the run.
    """
    gc.disable()
    yield
    if gc.get_count()[0] > ENOUGH:
        gc.collect()


@pytest.fixture(autouse=True)
def no_unexpected_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs a warning, or makes Qt print one, unless `expected_log` names it."""
    patterns = [text for mark in request.node.iter_markers("expected_log") for text in mark.args]
    loud = Loud()
    root = logging.getLogger()
    root.addHandler(loud)
    try:
        with qt_in_the_log():
            yield
    finally:
        root.removeHandler(loud)
    if said := complaint(loud.texts, patterns):
        pytest.fail(said, pytrace=False)
