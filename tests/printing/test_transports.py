"""Roads to printers and files: what arrives, what is proved, and how a printer says that it stands.
What goes wrong on them stands in `test_matrix.py`.
"""

import os
import sys
from pathlib import Path
from time import monotonic
from typing import get_args

import pytest

from app.ports import Watchful
from app.printer import STOPS, Condition, Printer, Proof, Taken, lets_begin, not_ready
from app.refusal import Refusal
from printing.commands import STATUS, pieces, process
from printing.ipp import Address
from printing.reasons import gravest
from printing.road import road
from printing.status import meaning
from printing.talk import hand_over
from printing.transports.cups import CupsTransport
from printing.transports.file import FileTransport
from printing.transports.ipp import IppTransport
from printing.transports.network import NetworkTransport
from printing.transports.serial import SerialTransport
from printing.transports.system import SystemTransport
from printing.transports.usb import UsbTransport, plugged
from printing.transports.windows import WindowsTransport
from tests.printing.pretend import Machine, on_a_pty, pretend_printer
from tests.printing.pretend_ipp import pretend_ipp
from tests.printing.strips import REAL_TIME

STRIP = b"\x1dv0\x00" + bytes((72, 0, 128, 0)) + bytes(range(1, 73)) * 128
JOB = b"\x1b@\x1dP\xcb\xcb" + STRIP * 6 + b"\x1bJ\x20\x1dVB\x00"
"""56 kB, as long as a receipt."""
PROOFS: tuple[Proof, ...] = get_args(Proof)


@pytest.mark.parametrize("proof", PROOFS)
@pytest.mark.parametrize("paper", ["full", "near"])
def test_a_job_arrives_byte_for_byte_and_is_proved_where_it_can_be(
    proof: Proof, paper: str
) -> None:
    with pretend_printer() as printer:
        printer.troubles.paper = paper  # type: ignore[assignment]
        line = NetworkTransport("127.0.0.1", printer.port, Printer(proof=proof))
        assert line.send(JOB, "receipt 1") == Taken(proved=proof != "none")
        assert printer.got.get(timeout=5) == JOB
    assert (len(printer.rolls), printer.unknown) == (1, [])


@pytest.mark.parametrize("proof", PROOFS)
def test_devices_get_and_prove_the_same(proof: Proof, tmp_path: Path) -> None:
    for make in (usb, serial):
        with on_a_pty() as (machine, device):
            line = make(device, Printer(proof=proof), tmp_path)
            assert line.condition() == "fine"
            assert line.send(JOB, "receipt 1") == Taken(proved=proof != "none")
            assert line.condition() == "fine"
        assert ([roll.strips for roll in machine.rolls], machine.unknown) == ([[128] * 6], [])


class InOneBreath:
    """The line of a printer that answers nothing during a job, and everything at its end."""

    def __init__(self) -> None:
        self._machine, self._said, self._busy = Machine(), b"", False

    def write(self, data: bytes, patience: float) -> int:  # noqa: ARG002 - as a line is
        answer = self._machine.take(data)
        self._busy = self._busy or not data.startswith(REAL_TIME)
        if proof := self._machine.go_on():
            self._busy = False
        self._said += answer + proof
        return len(data)

    def read(self, patience: float) -> bytes:  # noqa: ARG002 - as a line is
        said, self._said = (b"", self._said) if self._busy else (self._said, b"")
        return said

    def finish(self) -> None: ...

    def close(self) -> None: ...


@pytest.mark.parametrize("proof", ["status", "process"])
def test_an_answer_that_comes_with_an_earlier_one_proves_all_the_same(proof: Proof) -> None:
    line = InOneBreath()
    assert hand_over(line, JOB, Printer(proof=proof)) == Taken(proved=True)


def usb(device: Path, printer: Printer, folder: Path) -> UsbTransport:
    """A road to a device that looks plugged in, whatever it is."""
    port = folder / "1-1"
    bus, devices = folder / "usbmisc", folder / "usb"
    for made in (port / "1-1:1.0", bus / "lp0", devices):
        made.mkdir(parents=True, exist_ok=True)
    for name, told in {"idVendor": "04b8", "idProduct": "0e15", "serial": "X1"}.items():
        (port / name).write_text(f"{told}\n")
    for place, target in ((bus / "lp0" / "device", port / "1-1:1.0"), (devices / "lp0", device)):
        place.unlink(missing_ok=True)
        place.symlink_to(target)
    return UsbTransport("04b8:0e15", printer, bus=bus, devices=devices)


def serial(device: Path, printer: Printer, _folder: Path) -> SerialTransport:
    """A road to a serial port."""
    return SerialTransport(str(device), printer)


def test_plugged_printers_are_found_with_their_serial_numbers(tmp_path: Path) -> None:
    usb(Path("/dev/null"), Printer(), tmp_path)
    found = list(plugged(tmp_path / "usbmisc", tmp_path / "usb"))
    assert found == [("04b8:0e15/x1", tmp_path / "usb" / "lp0")]
    assert list(plugged(tmp_path / "nowhere", tmp_path)) == []


@pytest.mark.parametrize("proof", ["none", "status"])
@pytest.mark.parametrize("knows", [(1,), (1, 4), (1, 2)])
def test_a_printer_that_knows_few_questions_prints_and_proves_all_the_same(
    knows: tuple[int, ...], proof: Proof
) -> None:
    with pretend_printer() as printer:
        printer.troubles.knows = knows
        line = NetworkTransport("127.0.0.1", printer.port, Printer(proof=proof))
        # Who says nothing of the paper may be out of it.
        assert line.condition() == ("fine" if knows == (1, 4) else "unknown")
        assert line.send(JOB, "receipt 1") == Taken(proved=proof == "status")
        assert printer.got.get(timeout=5) == JOB


def test_a_pause_comes_after_each_strip_and_a_job_is_cut_nowhere_else() -> None:
    assert [piece[-1:] for piece in pieces(JOB)] == [b"\x48"] * 6 + [b"\x00"]
    assert b"".join(pieces(JOB)) == JOB
    strange = b"\x1b@" + STRIP + b"text" + STRIP
    assert list(pieces(strange)) == [b"\x1b@" + STRIP, b"text" + STRIP]
    with pretend_printer() as printer:
        slow = NetworkTransport("127.0.0.1", printer.port, Printer(pause=40))
        begun = monotonic()
        slow.send(JOB, "receipt 1")
    assert monotonic() - begun >= 7 * 0.04


def test_the_closing_questions_are_those_of_the_reference() -> None:
    assert bytes.fromhex("1d7201") == STATUS
    assert process(b"ABCD") == bytes.fromhex("1d28480600303041424344")


TOLD: dict[str, tuple[dict[int, int], Condition]] = {
    "nothing": ({}, "silent"),
    "all well": ({1: 0x12, 2: 0x12, 3: 0x12, 4: 0x12}, "fine"),
    "of its paper nothing": ({1: 0x12}, "unknown"),
    "near the end": ({1: 0x12, 2: 0x12, 3: 0x12, 4: 0x1E}, "near_end"),
    "out of paper": ({1: 0x1A, 2: 0x32, 3: 0x12, 4: 0x7E}, "paper_out"),
    "cover open, so no paper seen": ({1: 0x1A, 2: 0x36, 3: 0x12, 4: 0x7E}, "cover_open"),
    "off line, nobody says why": ({1: 0x1A, 2: 0x12, 3: 0x12, 4: 0x12}, "offline"),
    "knife stuck": ({1: 0x1A, 2: 0x52, 3: 0x1A, 4: 0x12}, "offline"),
}


@pytest.mark.parametrize("said", TOLD)
def test_answers_of_a_printer_become_one_condition(said: str) -> None:
    answers, condition = TOLD[said]
    assert meaning(answers) == condition


def test_no_job_begins_on_a_printer_that_is_known_to_be_unable() -> None:
    begins = {proof: {c for c in get_args(Condition) if lets_begin(c, proof)} for proof in PROOFS}
    able = {"fine", "near_end", "unknown"}
    assert not lets_begin("silent", "none", answers=True)
    assert begins == {"none": able | {"silent"}, "status": able, "process": able}
    assert {condition: not_ready("p", condition).code for condition in STOPS} == STOPS


IDLE, WORKING, STOPPED = 3, 4, 5
TOLD_BY_IPP: dict[str, tuple[tuple[str, ...], int, Condition]] = {
    "all is well": (("none",), IDLE, "fine"),
    "at work": (("none",), WORKING, "fine"),
    "toner is low": (("toner-low-report", "marker-supply-low"), IDLE, "fine"),
    "paper is low": (("media-low-warning",), IDLE, "near_end"),
    "a warning that nobody knows": (("other-warning", "x-report"), IDLE, "fine"),
    "an error that nobody knows": (("other-error",), IDLE, "offline"),
    "its spool is full": (("spool-area-full-error", "media-low-warning"), IDLE, "offline"),
    "a known error beside it": (("other-error", "media-empty-error"), STOPPED, "paper_out"),
    "stopped, and paper is low": (("media-low-report",), STOPPED, "offline"),
    "a word that nobody knows": (("wifi-not-configured",), IDLE, "unknown"),
    "a state that nobody knows": (("none",), 9, "unknown"),
    "no state": (("none",), 0, "unknown"),
}


@pytest.mark.parametrize("said", TOLD_BY_IPP)
def test_nothing_that_an_ipp_printer_says_is_called_good_unless_it_is(said: str) -> None:
    reasons, state, condition = TOLD_BY_IPP[said]
    with pretend_ipp() as printer:
        printer.reasons, printer.state = reasons, state
        way = IppTransport(Address(host="127.0.0.1", port=printer.port), Printer(name="a"))
        assert way.condition() == condition


def test_a_printer_that_used_to_answer_gets_nothing_while_it_is_silent(tmp_path: Path) -> None:
    with pretend_printer() as printer, on_a_pty() as (machine, place):
        roads: list[tuple[Machine, Watchful]] = [
            (printer, NetworkTransport("127.0.0.1", printer.port)),
            (machine, serial(place, Printer(name="a"), tmp_path)),
        ]
        for end, way in roads:
            assert isinstance(way, Watchful)
            end.troubles.mute, way.answers = True, True
            with pytest.raises(Refusal, match="printer_silent"):
                way.send(JOB, "receipt 1")
            assert end.got.empty()
            way.answers = False
            assert way.send(JOB, "receipt 1") == Taken()


def test_an_address_is_told_with_its_port() -> None:
    with pretend_printer() as printer:
        printer.resetting = True
        for record in (None, Printer(name=printer.name)):
            with pytest.raises(Refusal, match="printer_refused") as told:
                NetworkTransport("127.0.0.1", printer.port, record).send(JOB * 9, "receipt 1")
            assert str(told.value.facts["printer"]).endswith(f"127.0.0.1:{printer.port}")


def test_reasons_of_print_services_become_one_condition() -> None:
    said: dict[tuple[str, ...], Condition | None] = {
        ("none",): None,
        (): None,
        ("media-low-warning",): "near_end",
        ("media-empty-error", "media-needed"): "paper_out",
        ("media-empty-error", "cover-open-report"): "cover_open",
        ("toner-low-report",): None,
        ("offline-report",): "offline",
        ("timed-out",): "unreachable",
    }
    assert {reasons: gravest(reasons) for reasons in said} == said


ROADS = {
    "tcp://10.0.0.9": NetworkTransport,
    "tcp://printer.local:9101": NetworkTransport,
    "usb://04B8:0E15": UsbTransport,
    "usb://04b8:0e15/X2F": UsbTransport,
    "serial:/dev/ttyUSB0": SerialTransport,
    "serial:COM3@19200": SerialTransport,
    "ipp://10.0.0.9": IppTransport,
    "ipp://hp.local:631/ipp/print": IppTransport,
    "system:HP LaserJet": SystemTransport,
    "thermal": WindowsTransport if sys.platform == "win32" else CupsTransport,
}


@pytest.mark.parametrize("name", ROADS)
def test_a_name_says_its_road(name: str) -> None:
    for printer in (name, Printer(name=name)):
        assert type(road(printer, raw=name == "thermal")) is ROADS[name]


@pytest.mark.parametrize(
    "name",
    [
        *("", " ", "-o", "tcp://", "tcp://-h", "tcp://h:99999", "tcp://h:x", "usb://1:2"),
        *("ipp://", "serial:", "system:", "system:-x", "file:", "file: "),
        *("tcp://256.1.1.1", "tcp://10.0.0.1.9:9100", "ipp://1.2.3.999/ipp"),
    ],
)
def test_a_name_that_leads_nowhere_is_told(name: str) -> None:
    with pytest.raises(Refusal) as refusal:
        road(name, raw=True)
    assert (refusal.value.code, refusal.value.facts) == ("printer_unknown", {"printer": name})


def test_in_a_folder_each_job_is_a_file_of_its_own(tmp_path: Path) -> None:
    for raw, ending in ((True, ".bin"), (False, ".pdf")):
        line = road(f"file:{tmp_path / 'papers'}", raw=raw, job="007-receipt")
        assert (line.condition(), line.send(JOB, "t")) == ("fine", Taken())
        assert (tmp_path / "papers" / f"007-receipt{ending}").read_bytes() == JOB


def test_a_host_that_nobody_knows_is_out_of_reach_in_time() -> None:
    begun = monotonic()
    assert NetworkTransport("no-such-host.invalid").condition() == "unreachable"
    assert monotonic() - begun < 2


def test_a_condition_is_told_within_two_seconds_by_a_mute_printer_too() -> None:
    with pretend_printer() as printer:
        printer.troubles.mute = True
        begun = monotonic()
        assert NetworkTransport("127.0.0.1", printer.port).condition() == "silent"
        assert monotonic() - begun < 2


@pytest.mark.parametrize("proof", PROOFS)
@pytest.mark.parametrize("trouble", ["paper_ends_after", "cover_opens_after"])
@pytest.mark.parametrize("length", [6, 40], ids=["a job it holds", "a job that it cannot hold"])
def test_a_fault_in_the_middle_of_a_job_is_told_within_two_seconds(
    proof: Proof, trouble: str, length: int, tmp_path: Path
) -> None:
    job = b"\x1b@" + STRIP * length + b"\x1dVB\x00"
    with (
        pretend_printer() as printer,
        on_a_pty() as (first, usb_device),
        on_a_pty() as (
            second,
            serial_device,
        ),
    ):
        record = Printer(proof=proof)
        for machine, line in (
            (printer, NetworkTransport("127.0.0.1", printer.port, record)),
            (first, usb(usb_device, record, tmp_path)),
            (second, serial(serial_device, record, tmp_path)),
        ):
            setattr(machine.troubles, trouble, 40_000)
            begun = monotonic()
            with pytest.raises(Refusal) as refusal:
                line.send(job, "receipt 1")
            assert monotonic() - begun < 2
            assert refusal.value.code == "print_unconfirmed"
            assert machine.rolls == []


def test_a_printer_with_one_client_turns_the_second_away_and_is_free_after_the_first() -> None:
    with pretend_printer(busy="refused") as printer:
        line = NetworkTransport("127.0.0.1", printer.port, Printer(proof="status"))
        printer.hold()
        line.send(JOB, "receipt 1")
        assert line.condition() == "unreachable"
        with pytest.raises(Refusal) as refusal:
            line.send(JOB, "receipt 2")
        assert refusal.value.code == "printer_unreachable"
        printer.let_go()
        assert printer.got.get(timeout=5) == JOB


def test_a_file_is_written_whole_beside_the_old(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    file = folder / "رسید.pdf"
    file.write_bytes(b"old")
    for _ in range(2):
        FileTransport(file).send(JOB, "receipt 1")
    written = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert written == {"رسید.pdf": b"old", "رسید-2.pdf": JOB, "رسید-3.pdf": JOB}


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


def script(folder: Path, name: str, body: str) -> None:
    """A program of that name that stands before the system's own."""
    program = folder / name
    program.write_text(f"#!/bin/sh\n{body}\n")
    program.chmod(0o755)


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of programs; its `lpstat` knows every printer and says nothing bad of it."""
    script(tmp_path, "lpstat", 'echo "printer $3 is idle.  enabled since today"')
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    return tmp_path


@pytest.mark.skipif(os.name != "posix", reason="CUPS is not there")
def test_cups_gets_name_title_and_bytes(programs: Path) -> None:
    script(programs, "lp", f'echo "$@" > {programs}/said; cat > {programs}/job')
    assert CupsTransport("thermal", raw=True).send(JOB, "receipt 1") == Taken()
    assert (programs / "said").read_text() == "-d thermal -t receipt 1 -o raw -- -\n"
    assert (programs / "job").read_bytes() == JOB


@pytest.mark.skipif(os.name != "posix", reason="CUPS is not there")
def test_what_a_queue_says_of_yesterdays_paper_stops_no_job(programs: Path) -> None:
    script(programs, "lpstat", "echo printer a is idle.; echo '  Alerts: media-empty-error'")
    script(programs, "lp", "cat > /dev/null")
    queue = CupsTransport("a")
    assert (queue.condition(), queue.send(JOB, "t")) == ("paper_out", Taken())


@pytest.mark.skipif(os.name != "posix", reason="CUPS is not there")
def test_a_name_that_no_queue_has_is_told_as_such(programs: Path) -> None:
    script(programs, "lpstat", "echo 'lpstat: Invalid destination name in list \"a\".' >&2; exit 1")
    for queue in (CupsTransport("a"), SystemTransport("a")):
        assert queue.condition() == "missing"
        with pytest.raises(Refusal) as refusal:
            queue.send(JOB, "t")
        assert (refusal.value.code, refusal.value.facts) == ("printer_unknown", {"printer": "a"})


def test_a_pc_without_the_service_says_the_printer_is_out_of_reach(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "")
    queue = CupsTransport("thermal")
    assert queue.condition() == "unknown"
    with pytest.raises(Refusal) as refusal:
        queue.send(JOB, "receipt 1")
    assert refusal.value.code == "printer_unreachable"


@pytest.mark.skipif(sys.platform == "win32", reason="there it would print")
def test_the_windows_road_leads_nowhere_elsewhere() -> None:
    with pytest.raises(Refusal) as refusal:
        WindowsTransport("thermal").send(JOB, "receipt 1")
    assert refusal.value.code == "printer_unreachable"
