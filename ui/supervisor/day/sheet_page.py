"""What was written by hand on a blank receipt, entered when the power is back."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.persian import long_date
from app.sub_service import ApplicantKind
from app.value import Value
from ui.frame.kinds import kind_chosen, kind_options
from ui.frame.page import GAP, Act, Page
from ui.frame.words import tr
from ui.look.parts.choice_field import ChoiceField
from ui.look.parts.field import Field
from ui.look.parts.page_head import PageHead
from ui.look.parts.paragraph import Paragraph
from ui.look.parts.scroll import Scroll
from ui.look.theme import Theme
from ui.words import shown


class Written(Value, frozen=True, kw_only=True):
    """The form as it was left; texts as they were typed."""

    tracking: str
    day: str
    hour: str
    kind: ApplicantKind
    code: str
    name: str
    father: str
    mobile: str
    representative_id: str
    representative_name: str
    proxy: str
    counter: str
    remarks: str


class SheetPage(Page):
    """`keep_wanted` gives what stands in it, `service_wanted` asks for another sub-service,
    `dated` tells every date that was typed, to see what is promised.
    """

    keep_wanted = Signal(object)
    service_wanted = Signal()
    dated = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._tracking = ""
        self._service = ""
        self.head = PageHead(theme, "")
        self.service = Paragraph(theme, "", "strong", "ink")
        self.promise = Paragraph(theme, "", "open", "ink_2")
        self.day = Field(theme, tr("Date on the receipt"), tr("year/month/day"))
        self.hour = Field(theme, tr("Hour"), tr("may be left empty"))
        self.kind = ChoiceField(theme, tr("Kind"))
        self.kind.show_options(kind_options())
        self.code = Field(theme, tr("Code of the applicant"), kind="code", most=12)
        self.name = Field(theme, tr("First and last name"))
        self.father = Field(theme, tr("Father's name"))
        self.mobile = Field(theme, tr("Mobile phone"), kind="code", most=14, grouping="mobile")
        self.counter = ChoiceField(theme, tr("Counter that received it"))
        self.speaker_id = Field(theme, tr("Code of the representative"), kind="code", most=10)
        self.speaker = Field(theme, tr("Name of the representative"))
        self.proxy = Field(theme, tr("Proxy document (number, date, validity)"))
        self.remarks = Field(theme, tr("Remarks"))
        self._lay_out()
        for before, after in pairwise(self._order()):
            before.entered.connect(after.setFocus)
        self.day.edited.connect(self.dated)

    def show_sheet(self, tracking: str, counters: Sequence[tuple[str, str]]) -> None:
        """An empty form for that number; what was typed for it before stays."""
        if tracking != self._tracking:
            for field in self._order():
                field.show_value("")
            self.kind.show_options(kind_options(), "person")
        self._tracking = tracking
        self.counter.show_options([("", tr("not known")), *counters], self.counter.value())
        number = shown("tracking", tracking)
        self.head.show_title(tr("Receipt {number}, written by hand", number=number))
        self.promise.show_text("")

    def show_service(self, title: str) -> None:
        """For which sub-service it was written."""
        self._service = title
        self.service.show_text(title)
        self.acts_changed.emit()

    def show_promise(self, promised: date | None) -> None:
        """What is promised from the date that stands in the form; None: it cannot be said."""
        said = tr("Promised date: {day}", day=long_date(promised)) if promised else ""
        self.promise.show_text(said)

    def forget(self) -> None:
        """What was typed is recorded."""
        self._tracking = ""

    def written(self) -> Written:
        """What stands in it."""
        return Written(
            tracking=self._tracking,
            day=self.day.value(),
            hour=self.hour.value(),
            kind=kind_chosen(self.kind.value() or "person"),
            code=self.code.value(),
            name=self.name.value(),
            father=self.father.value(),
            mobile=self.mobile.value(),
            representative_id=self.speaker_id.value(),
            representative_name=self.speaker.value(),
            proxy=self.proxy.value(),
            counter=self.counter.value(),
            remarks=self.remarks.value(),
        )

    def enter(self) -> None:
        """To the date."""
        self.day.setFocus()

    def acts(self) -> Sequence[Act]:
        """Another sub-service, and keeping."""
        none = "" if self._service else tr("The sub-service is not chosen yet; F5 chooses it.")
        return (
            Act(combo="Esc", name=tr("Back")),
            GAP,
            Act(combo="F5", name=tr("Sub-service")),
            Act(combo="F8", name=tr("Keep"), why_not=none, filled=True),
        )

    def press(self, combo: str) -> bool:
        """The wish of a key."""
        if combo == "F5":
            self.service_wanted.emit()
        elif combo == "F8" and self._service:
            self.keep_wanted.emit(self.written())
        else:
            return super().press(combo)
        return True

    def _order(self) -> tuple[Field | ChoiceField, ...]:
        return (
            self.day,
            self.hour,
            self.code,
            self.name,
            self.kind,
            self.mobile,
            self.father,
            self.counter,
            self.speaker_id,
            self.speaker,
            self.proxy,
            self.remarks,
        )

    def _lay_out(self) -> None:
        fields = QWidget()
        around = QVBoxLayout(fields)
        around.setContentsMargins(6, 6, 6, 6)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        for place, field in enumerate(self._order()):
            grid.addWidget(field, *divmod(place, 2))
            grid.setColumnStretch(place % 2, 1)
        around.addLayout(grid)
        around.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 20, 4)
        column.setSpacing(8)
        column.addWidget(self.head)
        inset = QVBoxLayout()
        inset.setContentsMargins(12, 0, 12, 0)
        inset.addWidget(self.service)
        inset.addWidget(self.promise)
        column.addLayout(inset)
        column.addWidget(Scroll(fields), 1)
