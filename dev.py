"""The one door for people who build this program: python3 dev.py VERB [ARGS...].

  run [ARGS...]   the program with these arguments
  test [ARGS...]  all tests, quick floors first, on up to four cores, and by themselves once more
                  the few that failed beside others; or those that pytest is told
  check           format, lint, types and the direction of imports
  bench           speeds, measured beside their goals
  soak            the long tests
  tour            a whole day in the real windows; pictures and papers land in tour/, those of a
                  morning in the hall in tour/hall/, of four PCs with a centre in tour/centre/
  handbook        the pictures of docs/handbook.fa.md anew, from a tour, and the names of their keys
  lock            makes requirements.lock anew from pyproject.toml; --upgrade takes newer versions

Each verb first makes sure of .venv, filled from requirements.lock and nothing else. On Debian and
its kin, root also gets the system libraries that Qt needs; others are told what to type.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

OLDEST = (3, 11)
VERSION = f"{sys.version_info[0]}.{sys.version_info[1]}"
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
PROJECT = ROOT / "pyproject.toml"
MADE_FROM = VENV / "made-from"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

# What the Qt libraries ask of the system (`ldd` tells), and the Debian package that holds it.
QT = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
SCREEN = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
PEER = {
    "libgobject-2.0.so.0": "libglib2.0-0",
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}

# Real parts of an office that the tests print through; without them those tests are skipped.
PARTS = {
    "dbus-daemon": "dbus",
    "avahi-daemon": "avahi-daemon",
    "ippeveprinter": "cups-ipp-utils",
    "lp": "cups-client",
    "cupsfilter": "cups",
}

# All tests go over the cores file by file, in the order of the floors. No other worker takes the
# place of one that dies: the run ends, and fails.
SPREAD = (
    *("--numprocesses", "auto", "--maxprocesses", "4", "--max-worker-restart", "0"),
    *("--dist", "loadfile", "--no-loadscope-reorder", "--cache-clear"),
)
# Threads and windows of two tests at a time on a machine that others use, too, now and then outlast
# somebody's patience: so many that failed are tried again by themselves, and named.
FEW = 5
SOME_FAILED = 1
LAST_FAILED = Path(".pytest_cache/v/cache/lastfailed")
MEMORY = Path("/dev/shm")  # noqa: S108 - pytest makes a folder of its own there
ROOM = 4 << 30  # bytes

COMMANDS = {
    # -P: a folder named `app` where the program is started must not stand in for ours.
    "run": ("-P", "-m", "ui"),
    "test": ("-m", "pytest"),
    "bench": ("-m", "tests.bench"),
    "soak": ("-m", "pytest", "-m", "soak", "--hypothesis-profile=soak"),
    "tour": ("-m", "tests.central.tour", "tour"),
    "handbook": ("-m", "tests.ui.tour.handbook"),
    "lock": (
        *("-m", "uv", "pip", "compile", PROJECT.name, "--group", "dev", "--quiet"),
        *("--universal", "--python-version", ".".join(map(str, OLDEST)), "--only-binary", ":all:"),
        *("--generate-hashes", "--no-emit-index-url", "--output-file", LOCK.name),
        *("--custom-compile-command", "python3 dev.py lock"),
    ),
}
CHECKS = {
    "format": ("-m", "ruff", "format", "--check", "--quiet", "."),
    "lint": ("-m", "ruff", "check", "--quiet", "."),
    "types": ("-m", "mypy"),
    "imports": ("-c", "from importlinter.cli import lint_imports_command as go; go()", "--no-logo"),
}


def say(line: str) -> None:
    """Speak to the person at the keyboard; standard output belongs to the verb."""
    print(f"dev.py: {line}", file=sys.stderr, flush=True)


def marks(lock: bytes, project: bytes, place: str) -> list[str]:
    """Two digests: of the packages in the venv, and of the project's own description.

    `place` names the folder and the Python: a venv that was moved, or made by another Python, is
    another venv.
    """
    packages = hashlib.sha256(place.encode() + b"\0" + lock)
    return [packages.hexdigest(), hashlib.sha256(project).hexdigest()]


def wanted() -> list[str]:
    """Give the marks that a venv for these files, this folder and this Python would carry."""
    place = f"{VENV} {sys.platform} {VERSION}"
    return marks(LOCK.read_bytes(), PROJECT.read_bytes(), place)


def found() -> list[str]:
    """Give the marks of the venv that stands there: none if half made, or if its Python is gone."""
    try:
        return MADE_FROM.read_text().split() if PYTHON.exists() else []
    except OSError:
        return []


@contextmanager
def alone() -> Iterator[None]:
    """Hold every other dev.py of this folder back.

    SQLite's lock, because it is the same on every system and is freed when its process dies.
    """
    with closing(sqlite3.connect(f"{VENV}.lock", timeout=3600, isolation_level=None)) as gate:
        gate.execute("BEGIN EXCLUSIVE")
        yield


def ensure_venv() -> None:
    """Make .venv what the lock file says; costs nothing when it already is."""
    goal = wanted()
    if found() == goal:
        return
    say("setting up .venv; the first time takes a minute or two")
    with alone():
        present = found()
        if present == goal:
            return
        MADE_FROM.unlink(missing_ok=True)  # from here until the end, what stands is half made
        if present[:1] != goal[:1]:
            make_venv()
        pip("install", "--no-deps", "--no-build-isolation", "--editable", ".")
        fresh = MADE_FROM.with_suffix(".new")
        fresh.write_text("\n".join(goal))
        fresh.replace(MADE_FROM)


def outer_python() -> Path:
    """Give the Python that runs us or, when that is .venv's own, the one that made .venv."""
    if Path(sys.prefix) != VENV:
        return Path(sys.executable)
    return Path(sys.base_prefix) / ("python.exe" if os.name == "nt" else f"bin/python{VERSION}")


def make_venv() -> None:
    """Make .venv from nothing, with the packages of the lock file, each proved by its hash."""
    if importlib.util.find_spec("ensurepip") is None:
        fetch("this Python cannot make a venv", [f"python{VERSION}-venv"])
    try:
        if VENV.exists():
            shutil.rmtree(VENV)
    except OSError as error:
        raise SystemExit(f"dev.py: .venv is in use, close what runs from it ({error})") from None
    if subprocess.call([str(outer_python()), "-m", "venv", str(VENV)]) != 0:
        raise SystemExit("dev.py: the venv could not be made (see above)")
    pip("install", "--no-deps", "--only-binary", ":all:", "--require-hashes", "-r", str(LOCK))


def pip(*arguments: str) -> None:
    """Run the venv's pip; stop when it fails."""
    quiet = ("--quiet", "--disable-pip-version-check", "--no-input")
    if subprocess.call([str(PYTHON), "-m", "pip", *arguments, *quiet], cwd=ROOT) != 0:
        raise SystemExit("dev.py: packages could not be installed (see above); try again")


def loads(library: str) -> bool:
    """Ask the system's own loader."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing(libraries: Mapping[str, str]) -> list[str]:
    """Name the packages whose libraries do not load, sorted."""
    return sorted({package for library, package in libraries.items() if not loads(library)})


def fetch(why: str, packages: Sequence[str]) -> None:
    """Install system packages, or stop with the one line that says how."""
    names = " ".join(packages)
    if not shutil.which("apt-get"):
        raise SystemExit(f"dev.py: {why}; install what your system calls: {names}")
    if installed(why, packages):
        return
    raise SystemExit(f"dev.py: {why}; type: sudo apt-get update && sudo apt-get install -y {names}")


def installed(why: str, packages: Sequence[str]) -> bool:
    """Install system packages where root may; say whether it went well."""
    if sys.platform != "linux" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    say(f"{why}; installing {' '.join(packages)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    code = 1
    for step in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        code = subprocess.call(
            ["apt-get", "--quiet", "--quiet", *step], env=quiet, stdout=subprocess.DEVNULL
        )
    return code == 0


def offer_parts() -> None:
    """Install the real parts in containers, where no service of theirs begins; never insist."""
    if sys.platform == "linux" and not Path("/run/systemd/system").exists():
        beside = f"{os.environ.get('PATH', os.defpath)}:/usr/sbin"
        lost = {pack for name, pack in PARTS.items() if not shutil.which(name, path=beside)}
        if lost:
            installed("some tests print through real parts", sorted(lost))


def ensure_libraries(verb: str) -> None:
    """Make sure of the system libraries that the verb needs; only Linux leaves any to chance."""
    if sys.platform != "linux" or verb in {"check", "lock"}:
        return
    needed = QT | (PEER if verb == "bench" else {})
    if verb == "run" and "DISPLAY" in os.environ and "WAYLAND_DISPLAY" not in os.environ:
        needed |= SCREEN
    if packages := missing(needed):
        fetch("system libraries are missing", packages)
    if verb == "test":
        offer_parts()


def surroundings(verb: str) -> dict[str, str]:
    """Give what the environment says to this verb. Tests write to memory where there is plenty: a
    disk that others share is slow at times.
    """
    if verb == "run":  # … meets a person, and shows itself on their screen
        return {}
    roomy = os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM
    place = {"PYTEST_DEBUG_TEMPROOT": str(MEMORY)} if verb == "test" and roomy else {}
    return {"QT_QPA_PLATFORM": "offscreen", **place}


def hand_over(command: Sequence[str], folder: Path | None, environment: Mapping[str, str]) -> int:
    """Run the command and give its exit code.

    On Ctrl-C the child, which gets it too, ends in its own way and time.
    """
    child = subprocess.Popen(command, cwd=folder, env=environment)
    while True:
        try:
            code = child.wait()
        except KeyboardInterrupt:
            continue
        return code if code >= 0 else 128 - code


def every_test(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> int:
    """Run all tests, then by themselves the few that failed, and give the exit code: 0 where each
    has passed. Whoever fails again, or fails in company, has failed.
    """
    code = hand_over([*command, *SPREAD], folder, environment)
    failed = json.loads((folder / LAST_FAILED).read_text("utf-8")) if code == SOME_FAILED else ()
    if not 0 < len(failed) <= FEW:
        return code
    for name in failed:
        say(f"failed beside others, and is tried by itself: {name}")
    return hand_over([*command, "--last-failed", "-v"], folder, environment)


def check() -> int:
    """Run every check, print each with its seconds, and give 1 if any failed."""
    failed = 0
    for name, arguments in CHECKS.items():
        begun = time.perf_counter()
        done = subprocess.run(
            [PYTHON, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
        )
        if done.returncode:
            failed = 1
            print(done.stdout + done.stderr, end="")
        verdict = "failed" if done.returncode else "ok"
        print(f"{name:8} {verdict:7} {time.perf_counter() - begun:6.2f} s", flush=True)
    return failed


def main(arguments: Sequence[str]) -> int:
    """Carry out one verb and give its exit code; 2 for a verb that there is not."""
    if sys.version_info[:2] < OLDEST:
        raise SystemExit("dev.py: Python 3.11 or newer is needed")
    verb, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if verb != "check" and verb not in COMMANDS:
        print(__doc__, end="")
        return 0 if verb in {"-h", "--help", "help"} else 2
    ensure_venv()
    ensure_libraries(verb)
    if verb == "check":
        return check()
    command = [str(PYTHON), *COMMANDS[verb], *rest]
    environment = os.environ | surroundings(verb)
    if verb == "test" and not rest:
        return every_test(command, ROOT, environment)
    folder = None if verb == "run" else ROOT  # a person's own, for the names of files
    return hand_over(command, folder, environment)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
