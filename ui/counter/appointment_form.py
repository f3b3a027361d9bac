"""A new appointment: with whom, when, and for which sub-service."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.persian import format_date
from app.showing.service import ServiceLine
from app.value import Value
from ui.counter.correct_form import lead_on
from ui.counter.side_page import SidePage
from ui.frame.page import GAP, Act
from ui.frame.words import tr
from ui.look.parts.field import Field
from ui.look.parts.page_head import PageHead
from ui.look.parts.paragraph import Paragraph
from ui.look.theme import Theme

_CODE, _MOBILE = 11, 14


class Booked(Value, frozen=True, kw_only=True):
    """The form as it was left; texts as they were typed."""

    service: str
    name: str
    holder: str
    mobile: str
    day: str
    hour: str
    note: str


class AppointmentForm(SidePage):
    """`kept` gives what stands in it; `service_wanted`: another sub-service. What was typed stays
    until it is recorded.
    """

    kept = Signal(object)
    service_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._service = ""
        self.head = PageHead(theme, tr("New appointment"))
        self.title = Paragraph(theme, "", "heading", "ink")
        self.name = Field(theme, tr("First and last name"))
        self.holder = Field(theme, tr("National code, if there is one"), kind="code", most=_CODE)
        self.mobile = Field(theme, tr("Mobile phone"), kind="code", most=_MOBILE, grouping="mobile")
        self.day = Field(theme, tr("Day"))
        self.hour = Field(theme, tr("Appointed time"))
        self.note = Field(theme, tr("Remarks"))
        self._lay_out()
        self._connect()

    def show_service(self, line: ServiceLine) -> None:
        """For which sub-service it is."""
        self._service = line.code
        self.title.show_text(tr("Sub-service: {title}", title=line.title))
        self.acts_changed.emit()

    def open_day(self, day: date) -> None:
        """An empty form for that day; another one may be typed."""
        for field in self._fields():
            field.show_value("")
        self.day.show_value(format_date(day))

    def enter(self) -> None:
        """To the name."""
        self.name.line.setFocus()

    def stops(self) -> Sequence[QWidget]:
        """Field by field."""
        return [field.line for field in self._fields()]

    def acts(self) -> Sequence[Act]:
        """Back, another sub-service, keep."""
        lacking = self._lacking()
        return (
            Act(combo="Esc", name=tr("Back")),
            GAP,
            Act(combo="F6", name=tr("Another sub-service")),
            GAP,
            Act(combo="F8", name=tr("Record it"), why_not=lacking, filled=not lacking),
        )

    def press(self, combo: str) -> bool:
        """The wish of a key."""
        if combo == "F6":
            self.service_wanted.emit()
        elif combo == "F8" and not self._lacking():
            self.kept.emit(self._booked())
        else:
            return super().press(combo)
        return True

    # -- how -------------------------------------------------------------------------------------

    def _booked(self) -> Booked:
        return Booked(
            service=self._service,
            name=self.name.value(),
            holder=self.holder.value(),
            mobile=self.mobile.value(),
            day=self.day.value(),
            hour=self.hour.value(),
            note=self.note.value(),
        )

    def _lacking(self) -> str:
        """What must still be typed."""
        wanted = (self.name, self.day, self.hour)
        left = [field for field in wanted if not field.value().strip()]
        return tr("Name, day and time are wanted") if left else ""

    def _fields(self) -> tuple[Field, ...]:
        return (self.name, self.holder, self.mobile, self.day, self.hour, self.note)

    def _connect(self) -> None:
        fields = self._fields()
        lead_on(fields)
        self.note.entered.connect(lambda: self.press("F8"))
        for field in fields:
            field.edited.connect(lambda _: self.acts_changed.emit())

    def _lay_out(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(20, 4, 20, 4)
        page.setSpacing(12)
        page.addWidget(self.head)
        page.addWidget(self.title)
        rows = (
            ((self.name, 3), (self.holder, 2), (self.mobile, 2)),
            ((self.day, 2), (self.hour, 1), (self.note, 4)),
        )
        for fields in rows:
            row = QHBoxLayout()
            row.setSpacing(12)
            for field, share in fields:
                row.addWidget(field, share)
            page.addLayout(row)
        page.addStretch(1)
