"""A questionnaire on paper (Table 5), entered: two keys for most questions, no name asked."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.events.survey import Filled
from app.letters import persian_digits
from app.persian import format_date
from ui.figure_tables import questions
from ui.frame.list_keys import ListKeys
from ui.frame.page import GAP, Act, Page
from ui.frame.words import tr
from ui.look.parts.choice_field import ChoiceField
from ui.look.parts.field import Field
from ui.look.parts.page_head import PageHead
from ui.look.parts.paragraph import Paragraph
from ui.look.parts.row import Cell, Column, Row
from ui.look.parts.rows import RowList
from ui.look.parts.scroll import Scroll
from ui.look.parts.text_field import TextField
from ui.look.theme import Theme
from ui.words import Words

_LEVELS = tuple("12345")
_COLUMNS = (
    Column(width=36, role="strong"),
    Column(role="body"),
    Column(width=84, align="end", role="strong"),
)
_NARROW = 300


class SurveyPage(Page):
    """`filled` gives what was entered; the page is empty again when it was taken."""

    filled = Signal(object)

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__(theme)
        self._words, self._day = words, date.min
        self._questions = questions()
        self._answers = [0] * len(self._questions)
        self.head = PageHead(theme, tr("A filled form"))
        self.questions = RowList(
            theme,
            _COLUMNS,
            heads=("", tr("Question"), tr("Level")),
            height=29,
            keeps_current=True,
        )
        self.questions.setAccessibleName(tr("Questions"))
        self.gender = ChoiceField(theme, tr("Gender"))
        self.gender.show_options(
            [("", tr("Not said")), ("male", tr("Man")), ("female", tr("Woman"))]
        )
        self.age = Field(theme, tr("Age"))
        self.education = Field(theme, tr("Education"))
        self.job = Field(theme, tr("Job"))
        self.service = Field(theme, tr("Came for which service"))
        self.visits = Field(theme, tr("Visits in the last year"))
        self.remarks = TextField(theme, tr("Proposals"), lines=3)
        self._keys = ListKeys([self.questions], (*_LEVELS, "Delete"), self._answer)
        self._lay_out()
        self._show()

    def show_day(self, day: date, waiting: int) -> None:
        """The day of the form, and how many wait to be counted."""
        self._day = day
        said = tr("{day}; {n} forms wait to be counted", day=format_date(day), n=waiting)
        self.head.trailing.show_text(said)

    def clear(self) -> None:
        """Ready for the next one."""
        self._answers = [0] * len(self._questions)
        for field in self._fields():
            field.show_value("")
        self.gender.show_value("")
        self.remarks.show_value("")
        self._show()
        self.questions.go(0)
        self.questions.setFocus()

    def acts(self) -> Sequence[Act]:
        """Levels by digits, F8 takes the form in."""
        some = "" if any(self._answers) else tr("No question is answered yet.")
        first, last = self._words.value("figure_head", "level5"), "level1"
        levels = tr("{first} to {last}", first=first, last=self._words.value("figure_head", last))
        return (
            Act(combo="Esc", name=tr("Back")),
            Act(combo="1", name=tr("Level 1 to 5"), note=levels),
            GAP,
            Act(combo="F8", name=tr("Take this form in"), why_not=some, filled=not some),
        )

    def press(self, combo: str) -> bool:
        """Does it."""
        if combo == "F8":
            self.filled.emit(self._said())
        elif combo in _LEVELS:
            self._answer(combo)
        else:
            return super().press(combo)
        return True

    def enter(self) -> None:
        """To the first question."""
        self.questions.go(0)
        self.questions.setFocus()

    def stops(self) -> Sequence[QWidget]:
        """Questions first, then who answered them."""
        lines = [field.line for field in self._fields()]
        return (self.questions, self.gender.choice, *lines, self.remarks.area)

    # -- how -------------------------------------------------------------------------------------

    def _answer(self, key: str) -> None:
        """The first level is the highest, as the form has it."""
        place = max(self.questions.place, 0)
        self._answers[place] = 0 if key == "Delete" else 6 - int(key)
        self._show()
        if key != "Delete":
            self.questions.go(place + 1)
        self.acts_changed.emit()

    def _show(self) -> None:
        self.questions.show_rows(
            tuple(self._row(place, text) for place, text in enumerate(self._questions))
        )

    def _row(self, place: int, text: str) -> Row:
        level = self._answers[place]
        said = self._words.value("figure_head", f"level{level}") if level else "—"
        number = persian_digits(str(place + 1))
        return Row(cells=(Cell(text=number), Cell(text=text), Cell(text=said)), key=str(place))

    def _said(self) -> Filled:
        return Filled(
            day=self._day,
            answers=tuple(self._answers),
            gender=self.gender.value(),
            age=self.age.value(),
            education=self.education.value(),
            job=self.job.value(),
            service=self.service.value(),
            visits=self.visits.value(),
            remarks=self.remarks.value(),
        )

    def _fields(self) -> tuple[Field, ...]:
        return self.age, self.education, self.job, self.service, self.visits

    def _lay_out(self) -> None:
        aside = QWidget()
        scroll = Scroll(aside)
        scroll.setFixedWidth(self.theme.box(_NARROW))
        fields = QVBoxLayout(aside)
        fields.setContentsMargins(8, 0, 8, 6)
        fields.setSpacing(4)
        for field in (self.gender, *self._fields(), self.remarks):
            fields.addWidget(field)
        fields.addStretch()
        promise = tr("Nobody is named. Forms are counted together when the day is closed.")
        fields.addWidget(Paragraph(self.theme, promise, "least", "ink_2"))
        beside = QHBoxLayout()
        beside.setSpacing(20)
        beside.addWidget(self.questions, 1)
        beside.addWidget(scroll)
        page = QVBoxLayout(self)
        page.setContentsMargins(20, 4, 20, 4)
        page.addWidget(self.head)
        page.addLayout(beside, 1)
