"""A thermal printer on USB, by the numbers of its maker, through the kernel's printer driver."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from app.printer import Condition, Printer, Taken, not_ready
from printing.status import condition
from printing.talk import hand_over, nobody
from printing.transports.device import DeviceLine

BUS, DEVICES = Path("/sys/class/usbmisc"), Path("/dev/usb")
"""Where Linux lists what its driver `usblp` serves, and the devices themselves."""


class UsbTransport:
    """Sends to the printer of that vendor and product, and serial number if there are twins.

    Linux only, and without any library: the kernel's driver is bidirectional, and taking the
    printer away from it, as libusb does, would need more rights. Whoever prints is in the group
    `lp`. Elsewhere a USB printer goes by the name that its system gives it.

    Refuses `printer_unreachable(printer)` when it is unplugged or closed to us; the rest is
    `printing.talk.hand_over`'s.
    """

    def __init__(
        self, number: str, printer: Printer, *, bus: Path = BUS, devices: Path = DEVICES
    ) -> None:
        self._number, self._printer = number.lower(), printer
        self._bus, self._devices = bus, devices
        self.still: Callable[[bool], None] = nobody
        self.answers = False

    def send(self, data: bytes, title: str) -> Taken:  # noqa: ARG002 - as the port asks
        """Hand the job over."""
        try:
            line = self._line()
        except OSError as trouble:
            raise not_ready(self._printer.name, "unreachable") from trouble
        with closing(line):
            return hand_over(line, data, self._printer, self.still, answers=self.answers)

    def condition(self) -> Condition:
        """Asks DLE EOT 1 to 4."""
        try:
            with closing(self._line()) as line:
                return condition(line)
        except OSError:
            return "unreachable"

    def _line(self) -> DeviceLine:
        for number, device in plugged(self._bus, self._devices):
            if number == self._number or number.startswith(f"{self._number}/"):
                return DeviceLine(device)
        raise FileNotFoundError(self._number)


def plugged(bus: Path = BUS, devices: Path = DEVICES) -> Iterator[tuple[str, Path]]:
    """The USB printers of this PC: `vendor:product[/serial]`, and the device of each."""
    for entry in sorted(bus.glob("lp*")):
        # The interface, whose parent is the printer itself.
        printer = (entry / "device").resolve().parent
        try:
            vendor, product = (_told(printer / f"id{part}") for part in ("Vendor", "Product"))
        except OSError:
            continue
        serial = printer / "serial"
        tail = f"/{_told(serial)}" if serial.exists() else ""
        yield f"{vendor}:{product}{tail}".lower(), devices / entry.name


def _told(file: Path) -> str:
    return file.read_text("ascii", "replace").strip()
