"""Papers through the real parts of a Linux office: CUPS, its queues, and an IPP printer."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from time import monotonic, sleep

import pypdfium2
import pytest

from app.printer import Printer, Taken
from app.refusal import Refusal
from printing.paper import Press
from printing.road import road
from tests.printing import real, samples, strips
from tests.printing.pretend import pretend_printer

WHY = real.missing()
pytestmark = pytest.mark.skipif(bool(WHY), reason=WHY)


@pytest.fixture(scope="module")
def office() -> Iterator[real.Office]:
    """Started once."""
    with real.office() as running:
        yield running


@pytest.fixture(autouse=True)
def at_that_office(office: real.Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """CUPS' programs ask the one in the folder."""
    monkeypatch.setenv("CUPS_SERVER", f"127.0.0.1:{office.cups}")


def until(true: Callable[[], bool]) -> None:
    """Waits for what another program does."""
    end = monotonic() + 20
    while not true():
        assert monotonic() < end
        sleep(0.05)


def is_whole(file: Path) -> bool:
    """Whether the printer has written all of a PDF file."""
    return file.read_bytes().rstrip().endswith(b"%%EOF")


def pages(file: Path) -> list[str]:
    """The text of a PDF file's pages."""
    with pypdfium2.PdfDocument(BytesIO(file.read_bytes())) as opened:
        return [page.get_textpage().get_text_range() for page in opened]


def test_a_receipt_reaches_an_ipp_printer_and_is_proved(office: real.Office, press: Press) -> None:
    printer = Printer(name=f"ipp://localhost:{office.ipp}/ipp/print", proof="status")
    way, paper = road(printer, raw=False), press.pdf(samples.receipt())
    before = len(office.papers)
    assert way.condition() == "fine"
    assert way.send(paper, "bajeh-001-receipt") == Taken(proved=True)
    (arrived,) = office.papers[before:]
    assert arrived.read_bytes() == paper


def test_an_ipp_printer_takes_no_commands_of_rolls(office: real.Office, press: Press) -> None:
    way = road(f"ipp://127.0.0.1:{office.ipp}", raw=True)
    with pytest.raises(Refusal) as refusal:
        way.send(press.thermal(samples.ticket()), "bajeh-001-ticket")
    assert refusal.value.code == "printer_refused"


def test_a_receipt_goes_through_a_queue_of_cups(office: real.Office, press: Press) -> None:
    office.add("page", "-v", f"ipp://localhost:{office.ipp}/ipp/print", "-m", "everywhere")
    way, before = road("page", raw=False), len(office.papers)
    assert way.condition() == "unknown"
    assert way.send(press.pdf(samples.receipt()), "bajeh-002-receipt") == Taken()
    until(lambda: len(office.papers) > before and is_whole(office.papers[-1]))
    assert len(pages(office.papers[-1])) == 1


def test_a_receipt_is_painted_by_the_systems_driver(office: real.Office, press: Press) -> None:
    office.add("driven", "-v", f"ipp://localhost:{office.ipp}/ipp/print", "-m", "everywhere")
    way, before = road("system:driven", raw=False), len(office.papers)
    assert way.send(press.pdf(samples.receipt()), "bajeh-003-receipt") == Taken()
    until(lambda: len(office.papers) > before and is_whole(office.papers[-1]))
    assert len(pages(office.papers[-1])) == 1


def test_a_roll_goes_through_a_raw_queue_byte_for_byte(office: real.Office, press: Press) -> None:
    job = press.thermal(samples.ticket())
    with pretend_printer() as printer:
        office.add("thermal", "-v", f"socket://127.0.0.1:{printer.port}", "-m", "raw")
        assert road("thermal", raw=True).send(job, "bajeh-004-ticket") == Taken()
        assert printer.got.get(timeout=20) == job
    assert printer.rolls[0].rows == strips.read(job).rows


def test_a_queue_that_is_stopped_and_one_that_is_not_there_are_told(office: real.Office) -> None:
    office.add("stopped", "-v", "socket://127.0.0.1:9", "-m", "raw")
    real.stop(office, "stopped")
    for name, condition, code in (
        ("stopped", "offline", "printer_offline"),
        ("nobody", "missing", "printer_unknown"),
    ):
        way = road(name, raw=True)
        assert way.condition() == condition
        with pytest.raises(Refusal) as refusal:
            way.send(b"x", "bajeh-005-ticket")
        assert refusal.value.code == code
