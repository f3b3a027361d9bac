"""Who asks (متقاضی): code first, for only then papers and requests on file belong to somebody. Who
has none is asked for the name at once.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.identity import applicant_id
from app.letters import typed_number
from app.mobile import mobile
from app.refusal import Refusal
from app.sub_service import ApplicantKind
from ui.counter.keys import name_of
from ui.counter.pane import Pane
from ui.counter.reading import kind_of
from ui.counter.representative import RepresentativeFields
from ui.counter.state import CounterState, Sheet
from ui.counter.typed import Typed
from ui.frame.kinds import kind_chosen, kind_options
from ui.frame.modes import mode_name
from ui.frame.words import tr
from ui.look.parts.boxed import Boxed
from ui.look.parts.chip import Chip
from ui.look.parts.choice_field import ChoiceField
from ui.look.parts.field import Field
from ui.look.parts.section import Section
from ui.look.theme import Theme

_GAP = 12


class ApplicantPane(Pane):
    """`edited` gives a part of the sheet and its text at every change; `code_entered` the code on
    Enter; `left_down`: all fields are done, the work goes on with the papers; `refused` the
    `Refusal` of what was entered and is wrong.

    Ten and eleven digits tell person and company by themselves; the kind is reached backwards. The
    code is hidden of who has none.
    """

    edited = Signal(str, str)
    code_entered = Signal(str)
    refused = Signal(object)
    left_down = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "surface")
        self._guided = False
        self._sheet = Sheet()
        self._identified = False
        self.kind = ChoiceField(theme, tr("Kind"))
        self.code = Field(theme, tr("National code"), kind="code", most=12)
        self.name = Field(theme, tr("First and last name"))
        self.father = Field(theme, tr("Father's name"))
        self.mobile = Field(theme, tr("Mobile phone"), kind="code", most=11, grouping="mobile")
        self.representative = RepresentativeFields(theme)
        self._title = Section(theme, tr(name_of("Ctrl+2")), "Ctrl+2")
        self._chip = Chip(theme)
        self._second = QWidget()
        self._typed = {part: self._watch(part) for part in ("code", "name", "father", "mobile")}
        self.kind.show_options(kind_options())
        self._connect()
        self._lay_out()

    def show_state(self, state: CounterState) -> None:
        """Shows the sheet's applicant; what is being typed is left alone."""
        self._sheet = sheet = state.sheet
        self._identified = state.identified
        self._guided = state.entry is not None and state.entry.sheet.mode == 1
        if self.theme.large:
            self._chip.show_text(mode_name(state.entry.sheet.mode) if state.entry else "")
        self._show_kind(sheet.kind)
        for part, typed in self._typed.items():
            typed.show(getattr(sheet, part))
        self._show_filled(state)
        self._judge_code()
        self.representative.show_state(state)

    def show_wrong(self) -> None:
        """The code that was entered is wrong; it stays where it was typed."""
        self.code.mark("wrong")
        self.enter()

    def enter(self) -> None:
        """To the code, or to the name of who has none."""
        self.code.line.selectAll()
        self._begin()

    def enter_name(self) -> None:
        """To the name, where somebody is new."""
        self.name.setFocus()

    def first_missing(self) -> Boxed | None:
        """The first field without which nothing can be registered."""
        if not self._identified:
            return self.code
        if not self.name.value():
            return self.name
        return self.representative.first_missing() if self._sheet.told_apart else self.father

    def first_wrong(self) -> tuple[Field, Refusal] | None:
        """The first field that is filled with what cannot be, and why."""
        refusal = _mobile_refusal(self.mobile.value())
        return (self.mobile, refusal) if refusal else self.representative.first_wrong()

    @property
    def order(self) -> tuple[QWidget, ...]:
        """The controls as Tab goes through them."""
        them = self.representative
        fields = (self.code, self.name, self.father, self.mobile, them.code, them.name, them.proxy)
        lines = [field.line for field in fields]
        return (self.kind.choice, *lines[:4], them.choice.choice, *lines[4:])

    # -- what is typed ---------------------------------------------------------------------------

    def _watch(self, part: str) -> Typed:
        field: Field = getattr(self, part)
        return Typed(field, lambda text: self._said(part, text))

    def _said(self, part: str, text: str) -> None:
        if part == "code":
            self._tell_kind(typed_number(text))
            self._judge_code()
        self.edited.emit(part, text)

    def _tell_kind(self, code: str) -> None:
        """The eleventh digit makes a company, its loss a person again."""
        kind = kind_of(self._kind(), code)
        if kind != self.kind.value() and (len(code) == 11 or _right(kind, code)):
            self._choose_kind(kind)

    def _choose_kind(self, kind: str) -> None:
        self._show_kind(kind)
        self._judge_code()
        self.edited.emit("kind", kind)

    def _judge_code(self) -> None:
        """A right code has its tick as soon as it is complete; a foreigner's once it is entered,
        for nothing says when it is.
        """
        kind, code = self._kind(), self.code.value()
        known = code == self._sheet.identified
        if code and (known or (kind != "foreigner" and _right(kind, code))):
            self.code.mark("correct")
        elif self.code.state == "correct":
            self.code.mark("plain")

    def _kind(self) -> ApplicantKind:
        return kind_chosen(self.kind.value())

    def _code_entered(self) -> None:
        if self._guided and not self.code.value():
            self.left_down.emit()
        else:
            self.code_entered.emit(self.code.value())

    def _begin(self) -> None:
        (self.name if self.code.isHidden() else self.code).setFocus()

    def _name_entered(self) -> None:
        after = self.mobile if self.father.isHidden() else self.father
        after.setFocus()

    def _mobile_entered(self) -> None:
        """A wrong one is said, and whoever typed it is still there to mend it."""
        refusal = _mobile_refusal(self.mobile.value())
        if refusal is None:
            self.representative.choice.setFocus()
        else:
            self.mobile.mark("wrong")
            self.refused.emit(refusal)

    # -- what is shown ---------------------------------------------------------------------------

    def _show_kind(self, kind: str) -> None:
        """Other kinds are called otherwise; a company has no father, and some have no code."""
        if self.kind.value() != kind:
            self.kind.show_value(kind)
        codes = {
            "person": tr("National code"),
            "legal": tr("National id"),
            "foreigner": tr("Comprehensive number of foreigners"),
        }
        self.code.setVisible(kind in codes)
        self.code.show_label(codes.get(kind, ""))
        company = kind == "legal"
        names = tr("Name of company or institution"), tr("First and last name")
        self.name.show_label(names[0] if company else names[1])
        self.father.setVisible(not company)

    def _show_filled(self, state: CounterState) -> None:
        """What stands as it was registered last says so, field by field."""
        known = state.person.applicant if state.person else None
        for part in ("name", "father", "mobile"):
            field: Field = getattr(self, part)
            same = field.value() == getattr(known, part) if known else state.sheet.from_file
            field.show_filled(tr("from file") if same and field.value() else "")
            field.line.setToolTip(field.value())

    # -- how -------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.kind.chosen.connect(self._choose_kind)
        self.kind.entered.connect(self._begin)
        self.code.entered.connect(self._code_entered)
        self.name.entered.connect(self._name_entered)
        self.father.entered.connect(self.mobile.setFocus)
        self.mobile.entered.connect(self._mobile_entered)
        self.representative.edited.connect(self.edited)
        self.representative.refused.connect(self.refused)
        self.representative.left_down.connect(self.left_down)
        self.representative.new_shown.connect(self._second.setVisible)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 9, 20, 12)
        column.setSpacing(0)
        column.addLayout(_row((self._title, 0), (self._chip, -1)))
        column.addSpacing(2)
        fields = QVBoxLayout()
        fields.setSpacing(7)
        column.addLayout(fields)
        them, large = self.representative, self.theme.large
        first = ((self.kind, 130 if large else 100), (self.code, 220 if large else 158))
        if large:
            fields.addLayout(_row(*first, (self.name, 0)))
            rest = ((self.father, 200), (self.mobile, 220), (them.choice, 0))
            fields.addLayout(_row(*rest))
        else:
            fields.addLayout(_row(*first, (self.name, 0), (self.father, 132)))
            fields.addLayout(_row((self.mobile, 270), (them.choice, 0)))
        new = ((them.code, 220 if large else 200), (them.name, 0), (them.proxy, 0))
        self._second.setLayout(_row(*new))
        self._second.setVisible(False)
        fields.addWidget(self._second)


def _row(*parts: tuple[QWidget, int]) -> QHBoxLayout:
    """A row of the pane: each part and its width, 0 for what is left, -1 for its own."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(_GAP)
    for part, width in parts:
        if width > 0:
            part.setFixedWidth(width)
        row.addWidget(part, 1 if width == 0 else 0)
    return row


def _right(kind: ApplicantKind, code: str) -> bool:
    try:
        applicant_id(kind, code)
    except Refusal:
        return False
    return True


def _mobile_refusal(text: str) -> Refusal | None:
    """Why that is no mobile number; nothing is asked of who has none."""
    try:
        if text:
            mobile(text)
    except Refusal as refusal:
        return refusal
    return None
