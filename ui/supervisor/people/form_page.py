"""One clerk: code, name, role, and the sub-services that they can do."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.letters import persian_digits
from app.roles import ROLES
from ui.frame.page import Act
from ui.frame.tick_rows import TickList
from ui.frame.words import tr
from ui.look.parts.choice_field import ChoiceField
from ui.look.parts.field import Field
from ui.look.parts.paragraph import Paragraph
from ui.look.parts.row import Cell, Column, Row
from ui.look.parts.section import Section
from ui.look.theme import Theme
from ui.supervisor.kept_page import KeptPage, Values
from ui.words import Words

_COLUMNS = (Column(width=72, role="strong"), Column(role="body"))


class PersonPage(KeptPage):
    """Its values are code, name, role and skills (ids; none ticked: everything); `services` stands
    beside them in what it shows.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        words = Words()
        self._had: frozenset[str] = frozenset()
        self.code = Field(theme, tr("Code of the clerk"), kind="code", most=6)
        self.name = Field(theme, tr("First and last name"))
        self.role = ChoiceField(theme, tr("Role"))
        self.role.show_options([(role, words.value("role", role)) for role in ROLES])
        self.may = Paragraph(theme, "", "secondary", "ink_2")
        self.skills = TickList(theme, _COLUMNS, (tr("Code"), tr("Sub-service")), "")
        self.skills.setAccessibleName(tr("What they can do; none ticked: everything"))
        self._lay_out()
        self._connect()

    @property
    def values(self) -> dict[str, Any]:
        """What stands in the fields."""
        return {
            "code": self.code.value(),
            "name": self.name.value(),
            "role": self.role.value(),
            "skills": self._skills(),
        }

    @property
    def lacking(self) -> str:
        """Nobody is without code and name."""
        named = self.code.value() and self.name.value()
        return "" if named else tr("Code and name are wanted")

    def show_values(self, values: Values) -> None:
        """Fills the fields; only somebody new gets a code."""
        closed = self.based is not None
        self.code.show_value(values["code"])
        self.code.close_box(closed=closed)
        self.code.line.setReadOnly(closed)
        self.name.show_value(values["name"])
        self.role.show_value(values["role"])
        self._had = frozenset(values["skills"])
        self.skills.show_table([_service(*each) for each in values["services"]])
        self._tick(values["skills"])
        self._explain()

    def enter(self) -> None:
        """To what is typed first."""
        (self.name if self.based else self.code).line.setFocus()

    def stops(self) -> Sequence[QWidget]:
        """Field by field."""
        return (self.code.line, self.name.line, self.role.choice, self.skills)

    def more(self) -> Sequence[Act]:
        """All sub-services."""
        return (Act(combo="F6", name=tr("Tick all or none")),)

    def press(self, combo: str) -> bool:
        """Ticks; else as all forms."""
        if combo != "F6":
            return super().press(combo)
        self.skills.tick_all()
        return True

    # -- how -------------------------------------------------------------------------------------

    def _skills(self) -> tuple[str, ...]:
        """Ticking the last one means everything; all that is offered by now may still be less."""
        ticked = self.skills.ticked
        every = len(ticked) == len(self.skills.rows) and self._had != set(ticked)
        return () if every else ticked

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
        self.skills.ticks_changed.connect(self.acts_changed)
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
