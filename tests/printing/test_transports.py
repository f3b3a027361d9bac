"""Roads to printers and files, with printers that misbehave."""

import os
import socket
import struct
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.ports import Transport
from app.refusal import Refusal
from printing.transports.cups import CupsTransport
from printing.transports.file import FileTransport
from printing.transports.network import NetworkTransport
from printing.transports.windows import WindowsTransport

JOB = bytes(range(256)) * 220
"""56 kB, as long as a receipt."""
HUGE = JOB * 400
"""More than the system buffers for a printer that does not read."""


@contextmanager
def printer(serve: Callable[[socket.socket], None]) -> Iterator[int]:
    """A pretend printer for one client; gives its port."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def run() -> None:
            client, _ = server.accept()
            with client:
                serve(client)

        thread = threading.Thread(target=run)
        thread.start()
        yield server.getsockname()[1]
        thread.join(10)
        assert not thread.is_alive()


def drain(client: socket.socket) -> bytes:
    parts = []
    while part := client.recv(65536):
        parts.append(part)
    return b"".join(parts)


def test_a_job_arrives_byte_for_byte_and_the_line_is_closed() -> None:
    got: list[bytes] = []
    with printer(lambda client: got.append(drain(client))) as port:
        NetworkTransport("127.0.0.1", port).send(JOB, "receipt 1")
    assert got == [JOB]


def test_a_printer_that_is_off_is_told_at_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(Refusal) as refusal:
        NetworkTransport("127.0.0.1", port).send(JOB, "receipt 1")
    assert refusal.value.code == "printer_unreachable"
    assert refusal.value.facts == {"printer": "127.0.0.1"}


def test_a_printer_that_dies_on_the_way_refused() -> None:
    def die(client: socket.socket) -> None:
        client.recv(20_000)
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    with printer(die) as port, pytest.raises(Refusal) as refusal:
        NetworkTransport("127.0.0.1", port).send(HUGE, "receipt 1")
    assert refusal.value.code == "printer_refused"


def test_a_printer_that_reads_nothing_is_not_waited_for_long() -> None:
    done = threading.Event()

    def mute(client: socket.socket) -> None:
        done.wait(10)

    with printer(mute) as port:
        with pytest.raises(Refusal) as refusal:
            NetworkTransport("127.0.0.1", port, patience=0.3).send(HUGE, "receipt 1")
        done.set()
    assert refusal.value.code == "printer_refused"


def test_every_road_is_one_that_the_spool_can_take(tmp_path: Path) -> None:
    roads: list[Transport] = [
        FileTransport(tmp_path / "a.pdf"),
        NetworkTransport("127.0.0.1"),
        CupsTransport("thermal"),
        WindowsTransport("thermal"),
    ]
    assert all(callable(road.send) for road in roads)


def test_a_file_is_written_whole_in_place_of_the_old(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    file = folder / "رسید.pdf"
    file.write_bytes(b"old")
    FileTransport(file).send(JOB, "receipt 1")
    assert file.read_bytes() == JOB
    assert list(folder.iterdir()) == [file]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a device that is always full")
def test_a_full_disk_is_told_in_words() -> None:
    with pytest.raises(Refusal) as refusal:
        FileTransport(Path("/dev/full")).send(JOB, "receipt 1")
    assert refusal.value.code == "paper_unwritable"
    assert refusal.value.facts["path"] == "/dev/full"


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="rights of another kind")
def test_a_folder_closed_to_us_a_folder_and_a_missing_one_are_told(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    (closed / "a.pdf").write_bytes(b"old")
    places = [tmp_path, tmp_path / "missing" / "a.pdf"]
    if os.geteuid():
        closed.chmod(0o500)
        places.append(closed / "a.pdf")
    for place in places:
        with pytest.raises(Refusal) as refusal:
            FileTransport(place).send(JOB, "receipt 1")
        assert refusal.value.code == "paper_unwritable"
    closed.chmod(0o700)
    assert (closed / "a.pdf").read_bytes() == b"old"


def test_when_the_disk_fills_on_the_way_the_old_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    file = folder / "a.pdf"
    file.write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Refusal) as refusal:
        FileTransport(file).send(JOB, "receipt 1")
    assert refusal.value.facts["why"] == "No space left on device"
    assert file.read_bytes() == b"old"
    assert list(folder.iterdir()) == [file]


def script(folder: Path, body: str) -> None:
    program = folder / "lp"
    program.write_text(f"#!/bin/sh\n{body}\n")
    program.chmod(0o755)


@pytest.mark.skipif(os.name != "posix", reason="CUPS is not there")
def test_cups_gets_name_title_and_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script(tmp_path, f'echo "$@" > {tmp_path}/said; cat > {tmp_path}/job')
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    CupsTransport("thermal", raw=True).send(JOB, "receipt 1")
    assert (tmp_path / "said").read_text() == "-d thermal -t receipt 1 -o raw -- -\n"
    assert (tmp_path / "job").read_bytes() == JOB


@pytest.mark.skipif(os.name != "posix", reason="CUPS is not there")
def test_cups_says_why_it_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script(tmp_path, "cat > /dev/null; echo 'lp: no such printer' >&2; exit 1")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    with pytest.raises(Refusal) as refusal:
        CupsTransport("nowhere").send(JOB, "receipt 1")
    assert refusal.value.code == "printer_refused"
    assert refusal.value.facts == {"printer": "nowhere", "why": "lp: no such printer"}


def test_a_pc_without_the_service_says_the_printer_is_out_of_reach(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Refusal) as refusal:
        CupsTransport("thermal").send(JOB, "receipt 1")
    assert refusal.value.code == "printer_unreachable"


@pytest.mark.skipif(sys.platform == "win32", reason="there it would print")
def test_the_windows_road_leads_nowhere_elsewhere() -> None:
    with pytest.raises(Refusal) as refusal:
        WindowsTransport("thermal").send(JOB, "receipt 1")
    assert refusal.value.code == "printer_unreachable"
