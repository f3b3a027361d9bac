"""A small symbol for the telephone, and beside it what it opens."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.kiosk.face import Face
from ui.kiosk.parts.line import Line
from ui.kiosk.parts.qr_picture import QrPicture

_SIDE = 220


class TelephoneLine(QWidget):
    """The words at the right, the symbol at the left end."""

    def __init__(self, face: Face, code: str, hint: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(face.px(16))
        self.code = code
        self.hint = Line(face, hint, "", "plain", "list")  # beside the symbol no other picture
        row.addWidget(self.hint, 1)
        symbol = QrPicture(face, code, hint, side=_SIDE)
        row.addWidget(symbol, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
