"""One clerk: code, name, role, and the sub-services that they can do."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.letters import persian_digits
from app.roles import ROLES
from app.showing.people import PersonShown
from ui.frame.page import GAP, Act, Page
from ui.frame.tick_rows import TickList
from ui.frame.words import tr
from ui.look.parts.choice_field import ChoiceField
from ui.look.parts.field import Field
from ui.look.parts.page_head import PageHead
from ui.look.parts.paragraph import Paragraph
from ui.look.parts.row import Cell, Column, Row
from ui.look.parts.section import Section
from ui.look.theme import Theme
from ui.words import Words

Services = Sequence[tuple[str, str, str]]
"""Id, code and title of what the office offers."""

_COLUMNS = (Column(width=72, role="strong"), Column(role="body"))


class PersonPage(Page):
    """`kept` gives code, name, role and skills (ids; none ticked: everything)."""

    kept = Signal(str, str, str, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._person: PersonShown | None = None
        self.head = PageHead(theme, "")
        self.code = Field(theme, tr("Code of the clerk"), kind="code", most=6)
        self.name = Field(theme, tr("First and last name"))
        self.role = ChoiceField(theme, tr("Role"))
        self.may = Paragraph(theme, "", "secondary", "ink_2")
        self.skills = TickList(theme, _COLUMNS, (tr("Code"), tr("Sub-service")), "")
        self.skills.setAccessibleName(tr("What they can do; none ticked: everything"))
        self._lay_out()
        self._connect()

    def show_person(self, person: PersonShown | None, services: Services) -> None:
        """Fills the fields; None: somebody new."""
        self._person = person
        words = Words()
        self.head.show_title(person.name if person else tr("A new clerk"))
        self.code.show_value(person.code if person else "")
        self.code.close_box(closed=person is not None)
        self.code.line.setReadOnly(person is not None)
        self.name.show_value(person.name if person else "")
        options = [(role, words.value("role", role)) for role in ROLES]
        self.role.show_options(options, person.role if person else "clerk")
        self.skills.show_table([_service(*each) for each in services])
        self._tick(person.skills if person else ())
        self._explain()

    def enter(self) -> None:
        """To what is typed first."""
        (self.name if self._person else self.code).line.setFocus()

    def stops(self) -> Sequence[QWidget]:
        """Field by field."""
        return (self.code.line, self.name.line, self.role.choice, self.skills)

    def acts(self) -> Sequence[Act]:
        """Back, all sub-services, keep."""
        lacking = not (self.code.value() and self.name.value())
        why = tr("Code and name are wanted") if lacking else ""
        return (
            Act(combo="Esc", name=tr("Back")),
            GAP,
            Act(combo="F6", name=tr("Tick all or none")),
            GAP,
            Act(combo="F8", name=tr("Keep"), why_not=why, filled=not why),
        )

    def press(self, combo: str) -> bool:
        """The wish of a key."""
        if combo == "F6":
            self.skills.tick_all()
        elif combo == "F8":
            every = len(self.skills.ticked) == len(self.skills.rows)
            skills = () if every else self.skills.ticked
            self.kept.emit(self.code.value(), self.name.value(), self.role.value(), skills)
        else:
            return super().press(combo)
        return True

    # -- how -------------------------------------------------------------------------------------

    def _tick(self, skills: Sequence[str]) -> None:
        if len(self.skills.ticked) == len(self.skills.rows):
            self.skills.tick_all()
        for place, row in enumerate(self.skills.rows):
            if (row.key in skills) != (row.key in self.skills.ticked):
                self.skills.go(place)
                self.skills.tick()
        self.skills.go(0)

    def _explain(self, _: str = "") -> None:
        said = {
            "clerk": tr("Serves clients at a counter."),
            "supervisor": tr("May do all that others may; one is enough for a small office."),
            "administrator": tr("Looks after office, clerks and catalogue; serves nobody."),
            "unit": tr("Does the steps of requests."),
            "inspector": tr("Reads, and changes nothing."),
        }
        self.may.show_text(said.get(self.role.value(), ""))
        self.acts_changed.emit()

    def _connect(self) -> None:
        for field in (self.code, self.name):
            field.edited.connect(lambda _: self.acts_changed.emit())
        self.role.chosen.connect(self._explain)
        self.code.entered.connect(self.name.line.setFocus)
        self.name.entered.connect(self.role.choice.setFocus)
        self.role.entered.connect(self.skills.setFocus)

    def _lay_out(self) -> None:
        fields = QHBoxLayout()
        fields.setSpacing(12)
        for field, share in ((self.code, 1), (self.name, 3), (self.role, 2)):
            fields.addWidget(field, share)
        page = QVBoxLayout(self)
        page.setContentsMargins(20, 4, 20, 4)
        page.setSpacing(8)
        page.addWidget(self.head)
        page.addLayout(fields)
        page.addWidget(self.may)
        page.addWidget(Section(self.theme, self.skills.accessibleName()))
        page.addWidget(self.skills, 1)


def _service(entity: str, code: str, title: str) -> Row:
    return Row(cells=(Cell(text=persian_digits(code)), Cell(text=title)), key=entity)
