"""Who speaks for the applicant: nobody, somebody known from earlier requests, or somebody new."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.applicant import Representative
from app.deeds.applicant import representative
from app.identity import national_code
from app.refusal import Refusal
from ui.counter.state import CounterState, Sheet
from ui.counter.typed import Typed
from ui.frame.words import tr
from ui.look.parts.choice_field import ChoiceField
from ui.look.parts.field import Field
from ui.look.theme import Theme

_NOBODY, _NEW = "", "new"
PARTS = ("representative_id", "representative_name", "proxy")
"""What a sheet holds of a representative."""


class RepresentativeFields(QObject):
    """The choice, and the three fields of a new one; the applicant's pane lays them out.

    `edited` gives the part of the sheet and its text; `new_shown` whether the three are wanted;
    `left_down` follows Enter in the last one that is wanted; `refused` the `Refusal` of a wrong
    code.
    """

    edited = Signal(str, str)
    refused = Signal(object)
    new_shown = Signal(bool)
    left_down = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.choice = ChoiceField(theme, tr("Representative / attorney"))
        self.code = Field(theme, tr("National code of the representative"), kind="code", most=10)
        self.name = Field(theme, tr("Name of the representative"))
        self.proxy = Field(theme, tr("Proxy document"))
        self.proxy.show_hint(tr("number, date, validity"))
        self._known: tuple[Representative, ...] = ()
        self._ticket = ""
        self._new = False
        fields = zip(PARTS, (self.code, self.name, self.proxy), strict=True)
        self._typed = {part: Typed(field, self._sayer(part)) for part, field in fields}
        self.choice.chosen.connect(self._chosen)
        self.choice.entered.connect(self._choice_entered)
        self.code.edited.connect(lambda _: self._judge(typing=True))
        self.code.entered.connect(self._code_entered)
        self.name.entered.connect(self.proxy.setFocus)
        self.proxy.entered.connect(self.left_down)
        self._offer()

    @property
    def new(self) -> bool:
        """Whether the three fields are wanted."""
        return self._new

    def show_state(self, state: CounterState) -> None:
        """Shows whom the sheet names, among those who are known."""
        sheet = state.sheet
        known = state.person.representatives if state.person else ()
        if sheet.ticket != self._ticket:
            self._ticket, self._new = sheet.ticket, False
        if known != self._known:
            self._known = known
            self._offer()
        for part in PARTS:
            self._typed[part].show(getattr(sheet, part))
        self._show_choice(sheet)
        self._judge(typing=True)

    def first_missing(self) -> Field | None:
        """The first field of a new one that is still empty or wrong."""
        if not self._new:
            return None
        if not _is_right(self.code.value()):
            return self.code
        return None if self.name.value() else self.name

    def first_wrong(self) -> tuple[Field, Refusal] | None:
        """Of a new one of whom anything is known: the field that is wrong, and why."""
        said = (self.code.value(), self.name.value(), self.proxy.value())
        if not self._new or not any(said):
            return None
        if refusal := _code_refusal(said[0]):
            return self.code, refusal
        try:
            representative(*said)
        except Refusal as refusal:
            return self.name, refusal
        return None

    def _sayer(self, part: str) -> Callable[[str], None]:
        return lambda text: self.edited.emit(part, text)

    # -- how -------------------------------------------------------------------------------------

    def _offer(self) -> None:
        known = [(one.id, one.name) for one in self._known]
        new = (_NEW, tr("A new representative…"))
        self.choice.show_options([(_NOBODY, tr("The applicant in person")), *known, new])

    def _show_choice(self, sheet: Sheet) -> None:
        typed = any(getattr(sheet, part) for part in PARTS)
        among = any(_same(one, sheet) for one in self._known)
        if typed:
            self._new = not among
        wanted = _NEW if self._new else sheet.representative_id if among else _NOBODY
        if self.choice.value() != wanted:
            self.choice.show_value(wanted)
        self.new_shown.emit(self._new)

    def _chosen(self, key: str) -> None:
        self._new = key == _NEW
        found = next((one for one in self._known if one.id == key), None)
        said = (found.id, found.name, found.proxy) if found else ("", "", "")
        for part, text in zip(PARTS, said, strict=True):
            self.edited.emit(part, text)
        self.new_shown.emit(self._new)

    def _choice_entered(self) -> None:
        if self._new:
            self.code.setFocus()
        else:
            self.left_down.emit()

    def _code_entered(self) -> None:
        self._judge(typing=False)
        refusal = _code_refusal(self.code.value())
        if refusal is None:
            self.name.setFocus()
        else:
            self.refused.emit(refusal)

    def _judge(self, *, typing: bool) -> None:
        """A right code has its tick at once; a wrong one is marked when it is left with Enter."""
        if _is_right(self.code.value()):
            self.code.mark("correct")
        elif not typing:
            self.code.mark("wrong")


def _same(one: Representative, sheet: Sheet) -> bool:
    said = (sheet.representative_id, sheet.representative_name, sheet.proxy)
    return (one.id, one.name, one.proxy) == said


def _is_right(code: str) -> bool:
    return _code_refusal(code) is None


def _code_refusal(code: str) -> Refusal | None:
    """Why that is no code of a person."""
    try:
        national_code(code)
    except Refusal as refusal:
        return refusal
    return None
