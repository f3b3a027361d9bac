"""How a request stands: which one is asked for."""

from PySide6.QtGui import QKeyEvent

from app.showing.kiosk import LAST_DIGITS
from ui.frame.words import tr
from ui.kiosk.face import Face
from ui.kiosk.pages.page import BarAct, KioskPage, back, stack
from ui.kiosk.parts.code_field import CodeField, Run
from ui.kiosk.parts.pad import Pad
from ui.kiosk.parts.section import Section
from ui.kiosk.wishes import Follow, Scan

_DIGITS = 12


class FollowPage(KioskPage):
    """The receipt's number or its seal, then four digits that only its applicant knows."""

    def __init__(self, face: Face) -> None:
        super().__init__(face, tr("Which request do you ask about?"), tr("Ask about a request"))
        number, last = (
            tr("Twelve digits of the receipt, or scan it"),
            tr("Last four digits of the national code"),
        )
        run = Run()  # a reader types on when twelve digits have led to the other field
        self.tracking = CodeField(face, number, _DIGITS, run)
        self.last = CodeField(face, last, LAST_DIGITS, run)
        self.tracking.sealed.connect(self.tracking.show_seal)
        self.last.sealed.connect(self._take_seal)
        self.last.read_on.connect(self._take_number)
        self.tracking.textChanged.connect(self._on_when_full)
        self.tracking.returnPressed.connect(self._next)
        self.last.returnPressed.connect(self.done)
        self.pad = Pad(face)
        self.pad.digit.connect(self._put)
        self.pad.back.connect(lambda: self._at().take_back())
        fields = (
            Section(face, tr("The tracking number of the receipt")),
            self.tracking,
            Section(face, tr("Last four digits of the applicant's national code")),
            self.last,
        )
        if face.wide:
            self.beside(stack(face, *fields), stack(face, self.pad))
        else:
            self.column.addWidget(stack(face, *fields, self.pad))

    def acts(self) -> tuple[BarAct, ...]:
        """Back, and the answer."""
        return (back(), BarAct(name=tr("Show how it stands"), icon="search", filled=True))

    def done(self) -> None:
        """Asks once both are there; else says what is missing and puts the focus there. Of another
        paper that was read it is said what it is.
        """
        if other := self._other():
            self.wished.emit(Scan(text=other))
        elif not self.tracking.full:
            self.tracking.setFocus()
            self.missed.emit(tr("Hold the receipt under the reader, or enter its twelve digits."))
        elif told := self.tracking.slip:
            self.tracking.begin_anew()
            self.tracking.setFocus()
            self.missed.emit(told)
        elif not self.last.full:
            self.last.setFocus()
            self.missed.emit(tr("Enter all four digits."))
        else:
            for field in (self.tracking, self.last):
                field.begin_anew()
            wish = Follow(tracking=self.tracking.value(), last_digits=self.last.value())
            self.wished.emit(wish)

    def enter(self) -> None:
        """Into the first field that is not full."""
        (self.last if self.tracking.full else self.tracking).setFocus()

    def typed(self, event: QKeyEvent) -> bool:
        """Digits go into the field that is not full yet."""
        if event.text().isprintable() and event.text():
            self._at().hear(event)
            return True
        return False

    def _at(self) -> CodeField:
        if self.tracking.hasFocus() or self.last.hasFocus():
            return self.tracking if self.tracking.hasFocus() else self.last
        return self.last if self.tracking.full else self.tracking

    def _put(self, digit: str) -> None:
        """What is wrong with the number is said with its last digit."""
        field = self._at()
        field.put(digit)
        if field is self.tracking and (told := field.slip):
            field.setFocus()
            self.missed.emit(told)

    def _take_seal(self) -> None:
        """What runs over into the last digits is none of them."""
        self.last.empty()
        self.tracking.show_seal()
        self.tracking.setFocus()

    def _take_number(self) -> None:
        """A receipt that is read again is no last digits; those are asked for once more."""
        if len(self.last.here.digits) == _DIGITS:
            self.tracking.show_number(self.last.here.digits)
            self.last.empty()

    def _next(self) -> None:
        """Enter in the first field."""
        if other := self._other():
            self.wished.emit(Scan(text=other))
        else:
            self.last.setFocus()

    def _other(self) -> str:
        """What was read and is no digits, and stands here no longer."""
        for field in (self.tracking, self.last):
            text = field.value()
            if text and not text.isdecimal():
                field.empty()
                return text
        return ""

    def _on_when_full(self) -> None:
        if self.tracking.full and self.tracking.hasFocus():
            self.last.setFocus()
