"""The receipt or the deficiency slip is held under the reader, or its number is typed."""

from PySide6.QtGui import QKeyEvent

from app.handing.kiosk import Purpose, Wanted
from ui.frame.words import tr
from ui.kiosk.face import Face
from ui.kiosk.pages.page import BarAct, KioskPage, back, stack
from ui.kiosk.parts.code_field import CodeField
from ui.kiosk.parts.line import Line
from ui.kiosk.parts.pad import Pad
from ui.kiosk.parts.picture import Picture
from ui.kiosk.wishes import Take

_DIGITS = 12
SLIP_MARK = "BJ:D:"


class ScanPage(KioskPage):
    """Collecting: the receipt's twelve digits. Completing: the slip's token, which only a reader
    can type.
    """

    def __init__(self, face: Face, purpose: Purpose) -> None:
        collecting = purpose == "collect"
        title = tr("Hold your receipt under the reader")
        over = tr("Collect an answer")
        if not collecting:
            title, over = (
                tr("Hold your deficiency slip under the reader"),
                tr("Bring missing papers"),
            )
        super().__init__(face, title, over)
        self._purpose: Purpose = purpose
        name = (
            tr("The tracking number of the receipt")
            if collecting
            else tr("The slip has not been read yet")
        )
        self.field = CodeField(face, name, _DIGITS if collecting else 0)
        self.field.returnPressed.connect(self.done)
        self.field.sealed.connect(self.field.show_seal)
        if collecting:
            self._lay_out_collecting()
        else:
            self._lay_out_completing()

    def acts(self) -> tuple[BarAct, ...]:
        """Back, and a number."""
        return (back(), BarAct(name=tr("Take a number"), icon="ticket", filled=True))

    def done(self) -> None:
        """A number for what was read; nothing while nothing was."""
        key = self.field.value().removeprefix(SLIP_MARK)
        if key:
            self.wished.emit(Take(wanted=Wanted(purpose=self._purpose, key=key), title=self.over))

    def enter(self) -> None:
        """Into the field, where the reader types."""
        self.field.setFocus()

    def typed(self, event: QKeyEvent) -> bool:
        """What a reader types goes into the field, whatever has the focus."""
        if event.text().isprintable() and event.text():
            self.field.hear(event)
            return True
        return False

    def _lay_out_collecting(self) -> None:
        face = self.face
        hint = Line(face, tr("Or enter the twelve digits of the receipt."), "file-text")
        self.pad = Pad(face)
        self.pad.digit.connect(self.field.put)
        self.pad.back.connect(self.field.take_back)
        bring = Line(face, tr("Have the receipt and your national card with you."), "id", "good")
        if face.wide:
            self.beside(stack(face, bring, hint, self.field), stack(face, self.pad))
            return
        picture = Picture(face, "qrcode", 300)
        for part in (picture, bring, hint, self.field, self.pad):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def _lay_out_completing(self) -> None:
        face = self.face
        said = tr("With this slip you need no new wait, and keep your old place.")
        self.column.addWidget(Picture(face, "qrcode", 420))
        self.column.addWidget(Line(face, said, "repeat", "good", "list"))
        self.column.addWidget(self.field)
        hint = tr("If the slip cannot be read, choose «I do not know» on the first page.")
        self.column.addWidget(Line(face, hint, "info-circle", "plain", "list"))
        self.column.addStretch(1)
