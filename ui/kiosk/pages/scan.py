"""A receipt or a deficiency slip is held under the reader, or the number of one, or of an
appointment, is typed.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.handing.kiosk import Purpose
from app.value import Value
from ui.frame.words import tr
from ui.kiosk.face import Face
from ui.kiosk.pages.page import BarAct, KioskPage, back, stack
from ui.kiosk.parts.code_field import CodeField
from ui.kiosk.parts.line import Line
from ui.kiosk.parts.pad import Pad
from ui.kiosk.parts.picture import Picture
from ui.kiosk.wishes import Scan


class _Asked(Value, frozen=True, kw_only=True):
    """What the page says. `most`: digits that can be typed, 0 where only a reader can type it;
    `whole`: so many of them are not grouped; `bring` and `hint` are sentences with their pictures.
    """

    title: str
    over: str
    name: str
    most: int = 0
    whole: int = 0
    picture: str = "qrcode"
    bring: tuple[str, str]
    hint: tuple[str, str]


class ScanPage(KioskPage):
    """Collecting: the receipt's twelve digits. Completing: the slip's token. An appointment: its
    number, or the code of its holder.
    """

    def __init__(self, face: Face, purpose: Purpose) -> None:
        asked = _asked(purpose)
        super().__init__(face, asked.title, asked.over)
        self._purpose: Purpose = purpose
        self._seen = asked.most > 0
        self.field = CodeField(face, asked.name, asked.most, whole=asked.whole)
        self.field.returnPressed.connect(self.done)
        self.field.sealed.connect(self.field.show_seal)
        if asked.most:
            self._lay_out_typing(asked)
        else:
            self._lay_out_reading(asked)

    def acts(self) -> tuple[BarAct, ...]:
        """Back, and a number."""
        return (back(), BarAct(name=tr("Take a number"), icon="ticket", filled=True))

    def done(self) -> None:
        """A number for what was read; else it is said what is missing."""
        text = self.field.value()
        if not self._seen or not text.isdecimal():
            self.field.empty()  # nobody could mend it: the next one is read from its beginning
        if told := self.field.slip:
            self.field.begin_anew()
            self.enter()
            self.missed.emit(told)
        elif text and (self._purpose != "collect" or self.field.full or not text.isdecimal()):
            self.field.begin_anew()
            self.wished.emit(Scan(text=text, purpose=self._purpose))
        else:
            self.enter()
            self.missed.emit(_missing(self._purpose))

    def enter(self) -> None:
        """Into the field, where it is typed."""
        if self._seen:
            self.field.setFocus()

    def typed(self, event: QKeyEvent) -> bool:
        """What a reader types goes into the field, whatever has the focus."""
        if event.text().isprintable() and event.text():
            self.field.hear(event)
            return True
        if not self._seen and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done()
            return True
        return False

    def _lay_out_typing(self, asked: _Asked) -> None:
        face = self.face
        self.pad = Pad(face)
        self.pad.digit.connect(self._put)
        self.pad.back.connect(self.field.take_back)
        hint, bring = Line(face, *asked.hint), Line(face, *asked.bring, "good")
        if face.wide:
            self.beside(stack(face, bring, hint, self.field), stack(face, self.pad))
            return
        for part in (Picture(face, asked.picture, 300), bring, hint, self.field, self.pad):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def _put(self, digit: str) -> None:
        """What is wrong with the number is said with its last digit."""
        self.field.put(digit)
        if told := self.field.slip:
            self.missed.emit(told)

    def _lay_out_reading(self, asked: _Asked) -> None:
        face = self.face
        self.column.addWidget(Picture(face, asked.picture, 420))
        self.column.addWidget(Line(face, *asked.bring, "good", "list"))
        self.field.setParent(self)  # hears the reader; there are no keys, so it asks for none
        self.field.hide()
        self.column.addWidget(Line(face, *asked.hint, "plain", "list"))
        self.column.addStretch(1)


def _missing(purpose: Purpose) -> str:
    match purpose:
        case "complete":
            return tr("Hold the slip under the reader first.")
        case "appointment":
            return tr("Enter the number of the appointment first.")
        case _:
            return tr("Hold the receipt under the reader, or enter its twelve digits.")


def _asked(purpose: Purpose) -> _Asked:
    match purpose:
        case "complete":
            return _slip()
        case "appointment":
            return _appointment()
        case _:
            return _receipt()


def _receipt() -> _Asked:
    return _Asked(
        title=tr("Hold your receipt under the reader"),
        over=tr("Collect an answer"),
        name=tr("The tracking number of the receipt"),
        most=12,
        bring=(tr("Have the receipt and your national card with you."), "id"),
        hint=(tr("Or enter the twelve digits of the receipt."), "file-text"),
    )


def _slip() -> _Asked:
    hint = tr("If the slip cannot be read, choose «I do not know» on the first page.")
    return _Asked(
        title=tr("Hold your deficiency slip under the reader"),
        over=tr("Bring missing papers"),
        name=tr("The slip has not been read yet"),
        bring=(tr("With this slip you need no new wait, and keep your old place."), "repeat"),
        hint=(hint, "info-circle"),
    )


def _appointment() -> _Asked:
    return _Asked(
        title=tr("Enter the number of your appointment"),
        over=tr("I have an appointment"),
        name=tr("The number of the appointment"),
        most=11,
        whole=5,
        picture="calendar-event",
        bring=(tr("Your turn counts from the agreed time."), "calendar-event"),
        hint=(tr("Or enter your national code, if you gave it."), "id"),
    )
