"""A sub-service that is wholly electronic: its address, and no number (R11)."""

from PySide6.QtCore import Qt

from app.showing.service import ServiceSheet
from ui.frame.words import tr
from ui.kiosk.face import Face
from ui.kiosk.pages.page import BarAct, KioskPage, back, stack
from ui.kiosk.parts.line import Line
from ui.kiosk.parts.qr_picture import QrPicture
from ui.kiosk.told import isolated
from ui.kiosk.wishes import Print

_USUAL, _LOW = 420, 300
"""The side of the picture; less where the page is low."""


class ElectronicPage(KioskPage):
    """The address in words and as a picture for the telephone."""

    def __init__(self, face: Face, sheet: ServiceSheet, *, prints: bool) -> None:
        entry = sheet.entry.sheet
        super().__init__(face, entry.title, tr("File a request"))
        self._code, self._prints = entry.code, prints
        said = tr("This service is given only electronically; no number is needed.")
        self.column.addWidget(Line(face, said, "device-mobile", "good", "list"))
        if entry.url:
            self._show_address(entry.url)
        self.column.addStretch(2)

    def acts(self) -> tuple[BarAct, ...]:
        """Back, and the sheet on paper."""
        paper = BarAct(name=tr("Print this sheet"), icon="printer", wish=Print(code=self._code))
        return (back(), paper) if self._prints else (back(),)

    def _show_address(self, address: str) -> None:
        """Beside the picture where there is little height, else below it."""
        face, low = self.face, self.face.wide and self.face.low
        name = tr("Picture for the telephone: {address}", address=address)
        self.picture = QrPicture(face, address, name, _LOW if low else _USUAL)
        hint = tr("Hold your telephone's camera before this picture, or open this address:")
        lines = Line(face, hint, "qrcode"), Line(face, isolated(address), "send", "plain", "list")
        if low:
            self.beside(stack(face, *lines), stack(face, self.picture), (2, 1))
            return
        self.column.addStretch(1)
        self.column.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignHCenter)
        for line in lines:
            self.column.addWidget(line)
