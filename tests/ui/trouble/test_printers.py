"""Papers and printers of the command line, in trouble and out of it."""

import socket
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread

import pytest

from tests.printing import strips
from tests.printing.readback import missing
from tests.ui.shell import TITLES, Shell


@contextmanager
def printer(answer: Callable[[socket.socket], None]) -> Iterator[str]:
    """The address of a printer that does this with whoever calls."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            caller, _ = server.accept()
            with caller:
                answer(caller)

        listener = Thread(target=serve, daemon=True)
        listener.start()
        yield f"tcp://127.0.0.1:{server.getsockname()[1]}"
        listener.join(timeout=10)


def test_a_paper_goes_to_a_network_printer(office: Shell) -> None:
    given = office.done("issue", "--service", "35")
    taken = bytearray()

    def swallow(caller: socket.socket) -> None:
        while data := caller.recv(65536):
            taken.extend(data)

    with printer(swallow) as address:
        printed = office.done("paper", "ticket", given["label"], "--printer", address)
    assert printed == {"kind": "ticket", "printer": address}
    assert strips.read(bytes(taken)).cuts == 1


def handed_out(office: Shell, *words: str) -> bytes:
    """The page that a network printer was given."""
    taken = bytearray()

    def take(line: socket.socket) -> None:
        while piece := line.recv(65_536):
            taken.extend(piece)

    with printer(take) as address:
        office.done("paper", *words, "--size", "A4", "--printer", address)
    return bytes(taken)


def test_each_slip_has_an_original_of_its_own(office: Shell) -> None:
    ticket = office.done("walkin", "--service", "35", "--counter", "1")["ticket"]
    told = ("deficiency", "--ticket", ticket, "--missing")
    office.done(*told, TITLES[2])
    assert missing(["المثنی"], handed_out(office, "deficiency", ticket)) == ["المثنی"]
    assert missing(["المثنی", "نسخه ۲"], handed_out(office, "deficiency", ticket)) == []
    office.done(*told, TITLES[3], "--reason", "از قلم افتاد")
    second = handed_out(office, "deficiency", ticket)
    assert missing([TITLES[3], "المثنی"], second) == ["المثنی"]
    assert missing(["المثنی", "نسخه ۲"], handed_out(office, "deficiency", ticket)) == []


def test_an_earlier_answer_is_printed_after_a_later_one(office: Shell) -> None:
    tracking = office.register()
    office.answer(tracking, content="نخستین پاسخ")
    office.answer(tracking, content="دومین پاسخ")
    newest = handed_out(office, "answer", tracking)
    assert missing(["دومین پاسخ", "نخستین پاسخ", "المثنی"], newest) == ["نخستین پاسخ", "المثنی"]
    earlier = handed_out(office, "answer", f"{tracking}/1")
    assert missing(["نخستین پاسخ", "دومین پاسخ", "المثنی"], earlier) == ["دومین پاسخ", "المثنی"]
    again = handed_out(office, "answer", f"{tracking}/۲")
    assert missing(["دومین پاسخ", "المثنی", "نسخه ۲"], again) == []


def test_a_printer_that_hangs_up_is_told_in_words(office: Shell) -> None:
    tracking = office.register()

    def hang_up(caller: socket.socket) -> None:
        caller.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    with printer(hang_up) as address:
        words = ("paper", "receipt", tracking, "--printer", address)
        code, facts = office.do(*words)
    # The network may have taken all before it heard: then nobody can know.
    assert (code, facts.get("refused")) in (
        (0, None),
        (3, "printer_refused"),
        (3, "printer_unreachable"),
    )
    assert office.done("show", tracking)["state"] == "registered"
    office.verified()


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("tcp://127.0.0.1:1", {"printer_unreachable"}),
        ("tcp://no.such.host.invalid", {"printer_unreachable"}),
        ("tcp://", {"printer_unknown", "printer_unreachable"}),
        ("tcp://127.0.0.1:nonsense", {"printer_unknown", "printer_unreachable"}),
        ("tcp://127.0.0.1:99999", {"printer_unknown", "printer_unreachable"}),
        ("no such printer", {"printer_unknown", "printer_unreachable", "printer_refused"}),
    ],
)
def test_where_no_printer_is_the_request_stands(office: Shell, name: str, codes: set[str]) -> None:
    tracking = office.register()
    assert office.refused("paper", "receipt", tracking, "--printer", name) in codes
    assert office.done("show", tracking)["state"] == "registered"
    office.verified()
