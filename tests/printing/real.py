"""The real parts of a Linux office, in a folder of their own: CUPS, and an IPP printer.

On Debian they come with: apt-get install --no-install-recommends cups cups-client cups-ipp-utils
avahi-daemon dbus
"""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep

BUS = """<busconfig><type>system</type><listen>{address}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow user="*"/><allow own="*"/><allow send_type="method_call"/>
<allow send_destination="*"/><allow receive_sender="*"/></policy></busconfig>"""
AVAHI = "[server]\nallow-interfaces=lo\nuse-ipv6=no\n[wide-area]\nenable-wide-area=no\n"
CUPSD = """Listen 127.0.0.1:{port}
WebInterface No
Browsing Off
LogLevel debug
<Location />
Order deny,allow
</Location>
<Policy default>
<Limit All>
Order deny,allow
</Limit>
</Policy>
"""
FILES = """ServerRoot {box}/etc
RequestRoot {box}/spool
TempDir {box}/tmp
CacheDir {box}/cache
StateDir {box}/run
AccessLog {box}/access
ErrorLog {box}/errors
PageLog {box}/pages
SystemGroup root
FileDevice No
Printcap {box}/printcap
"""
PROGRAMS = ("dbus-daemon", "avahi-daemon", "ippeveprinter", "cupsd", "lpadmin", "lp", "lpstat")
BACKENDS = ("ipp", "socket")
PATIENCE = 10.0


def missing() -> str:
    """Why they cannot be had here; empty where they can."""
    if sys.platform != "linux":
        return "CUPS and ippeveprinter are tried on Linux"
    if os.geteuid():
        return "avahi-daemon and cupsd want to be started by root"
    if Path("/run/avahi-daemon/pid").exists():
        return "another avahi-daemon runs here"
    folder = Path("/usr/lib/cups/backend")
    lost = [name for name in PROGRAMS if not _found(name)]
    lost += [f"CUPS' backend {name}" for name in BACKENDS if not (folder / name).exists()]
    return f"not installed: {', '.join(lost)}" if lost else ""


@dataclass
class Office:
    """What runs: the address of an IPP printer, and a CUPS to which printers can be told."""

    box: Path
    ipp: int
    cups: int

    @property
    def papers(self) -> list[Path]:
        """What the IPP printer has got."""
        return sorted((self.box / "papers").glob("*.pdf"), key=lambda file: file.stat().st_mtime_ns)

    def add(self, name: str, *model: str) -> None:
        """One more queue."""
        order = [_found("lpadmin"), "-h", f"127.0.0.1:{self.cups}", "-p", name, "-E", *model]
        subprocess.run(order, check=True, timeout=PATIENCE, capture_output=True)


def stop(office: Office, name: str) -> None:
    """A queue that a person has stopped."""
    order = [_found("cupsdisable"), "-h", f"127.0.0.1:{office.cups}", name]
    subprocess.run(order, check=True, timeout=PATIENCE, capture_output=True)


@contextmanager
def office() -> Iterator[Office]:
    """All of it, for the length of a block, in a folder that CUPS' own user may enter."""
    with TemporaryDirectory(prefix="bajeh-office-") as folder:
        box = Path(folder)
        box.chmod(0o755)
        with _in(box) as running:
            yield running


@contextmanager
def _in(box: Path) -> Iterator[Office]:
    address = f"unix:path={box}/bus"
    around = {**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": address}
    ipp, cups = _free_port(), _free_port()
    for name in ("papers", "etc", "spool", "tmp", "cache", "run"):
        (box / name).mkdir(parents=True)
    (box / "bus.conf").write_text(BUS.format(address=address))
    (box / "avahi.conf").write_text(AVAHI)
    (box / "etc/cupsd.conf").write_text(CUPSD.format(port=cups))
    (box / "etc/cups-files.conf").write_text(FILES.format(box=box))
    loose = ("--no-rlimits", "--no-drop-root", "--no-chroot")
    takes = ("-f", "application/pdf,image/pwg-raster", "-r", "off", "-c", "/bin/true")
    with ExitStack() as running:

        def run(name: str, *words: str) -> None:
            running.enter_context(_running([_found(name), *words], around, box / f"{name}.log"))

        run("dbus-daemon", "--nofork", "--nopidfile", f"--config-file={box}/bus.conf")
        _until((box / "bus").exists)
        run("avahi-daemon", *loose, "-f", str(box / "avahi.conf"))
        _until(lambda: "startup complete" in (box / "avahi-daemon.log").read_text())
        run(
            "ippeveprinter",
            "-p",
            str(ipp),
            "-n",
            "localhost",
            "-k",
            "-d",
            f"{box}/papers",
            *takes,
            "A4",
        )
        run("cupsd", "-f", "-c", f"{box}/etc/cupsd.conf", "-s", f"{box}/etc/cups-files.conf")
        _until(lambda: _open(ipp) and _open(cups))
        yield Office(box, ipp, cups)


@contextmanager
def _running(order: Sequence[str], around: dict[str, str], log: Path) -> Iterator[None]:
    with log.open("wb") as told:
        child = subprocess.Popen(order, env=around, stdout=told, stderr=told, cwd=log.parent)
        try:
            yield
        finally:
            child.terminate()
            try:
                child.wait(5)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()


def _found(name: str) -> str:
    """Where it is; services stand beside the usual path."""
    return shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin:/sbin") or ""


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    return port


def _open(port: int) -> bool:
    with socket.socket() as line:
        return line.connect_ex(("127.0.0.1", port)) == 0


def _until(true: Callable[[], bool]) -> None:
    end = monotonic() + PATIENCE
    while not true():
        assert monotonic() < end, "a real part did not start"
        sleep(0.05)
