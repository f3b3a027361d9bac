"""What was written wrongly in a request, said anew (F4 on its page)."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.folds.request import Request
from app.sub_service import ApplicantKind
from app.value import Value
from ui.counter.reading import kind_of
from ui.frame.kinds import kind_chosen, kind_options
from ui.frame.words import tr
from ui.look.parts.choice_field import ChoiceField
from ui.look.parts.field import Field
from ui.look.parts.scroll import Scroll
from ui.look.parts.section import Section
from ui.look.theme import Theme

_Asked = Field | ChoiceField


class Correction(Value, frozen=True, kw_only=True):
    """The form as it was left; texts as they were typed."""

    kind: ApplicantKind
    code: str
    name: str
    father: str
    mobile: str
    representative_id: str
    representative_name: str
    proxy: str
    remarks: str
    reason: str


class CorrectForm(QWidget):
    """Every part may be left as it is; the reason must be given. Enter leads on. What was typed for
    a request is forgotten when it is recorded, or when another one is corrected.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._request = ""
        self._stood: tuple[str, ...] = ()
        self.kind = ChoiceField(theme, tr("Kind"))
        self.kind.show_options(kind_options())
        self.name = Field(theme, tr("First and last name"))
        self.code = Field(theme, tr("Code of the applicant"), kind="code", most=12)
        self.father = Field(theme, tr("Father's name"))
        self.mobile = Field(theme, tr("Mobile phone"), kind="code", most=14, grouping="mobile")
        self.speaker_id = Field(theme, tr("Code of the representative"), kind="code", most=10)
        self.speaker = Field(theme, tr("Name of the representative"))
        self.proxy = Field(theme, tr("Proxy document (number, date, validity)"))
        self.remarks = Field(theme, tr("Remarks"))
        self.reason = Field(theme, tr("Reason of the correction"))
        self.kind.chosen.connect(self._show_code_of)
        self.code.edited.connect(self._show_kind_of)
        self._lay_out(theme)
        lead_on(self._order())

    def show_request(self, found: Request) -> None:
        """Fills it with what stands, and with what was typed for the same request before."""
        typed = self._typed() if found.id == self._request else {}
        who, spoken = found.applicant, found.representative
        texts = (who.name, who.kind, who.id, who.father, who.mobile)
        speaker = (spoken.id, spoken.name, spoken.proxy) if spoken else ("", "", "")
        for field, text in zip(self._order(), (*texts, *speaker, found.remarks, ""), strict=True):
            field.show_value(text)
        self._request, self._stood = found.id, tuple(field.value() for field in self._order())
        for field, text in typed.items():
            field.show_value(text)

    def forget(self) -> None:
        """What was typed is recorded."""
        self._request = ""

    def correction(self) -> Correction:
        """What stands in it."""
        return Correction(
            kind=kind_chosen(self.kind.value()),
            code=self.code.value(),
            name=self.name.value(),
            father=self.father.value(),
            mobile=self.mobile.value(),
            representative_id=self.speaker_id.value(),
            representative_name=self.speaker.value(),
            proxy=self.proxy.value(),
            remarks=self.remarks.value(),
            reason=self.reason.value(),
        )

    def enter(self) -> None:
        """To the name."""
        self.name.setFocus()

    def _show_code_of(self, kind: str) -> None:
        """Who has none has none here either; who has one after all has the one that stood."""
        if kind == "unnumbered":
            self.code.show_value("")
        elif not self.code.value():
            stood = dict(zip(self._order(), self._stood, strict=True))
            self.code.show_value(stood[self.code])

    def _show_kind_of(self, code: str) -> None:
        """Ten and eleven digits tell the kind by themselves."""
        self.kind.show_value(kind_of(kind_chosen(self.kind.value()), code))

    def _typed(self) -> Mapping[_Asked, str]:
        """The parts that are no longer as they stood: they alone are the clerk's."""
        stood = zip(self._order(), self._stood, strict=True)
        return {field: field.value() for field, text in stood if field.value() != text}

    def _order(self) -> tuple[_Asked, ...]:
        return (
            self.name,
            self.kind,
            self.code,
            self.father,
            self.mobile,
            self.speaker_id,
            self.speaker,
            self.proxy,
            self.remarks,
            self.reason,
        )

    def _lay_out(self, theme: Theme) -> None:
        fields = QWidget()
        around = QVBoxLayout(fields)
        around.setContentsMargins(6, 6, 6, 6)
        grid = QGridLayout()
        around.addLayout(grid)
        around.addStretch()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        for place, field in enumerate(self._order()):
            grid.addWidget(field, *divmod(place, 2))
            grid.setColumnStretch(place % 2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addWidget(Section(theme, tr("Correction of the request"), "F4"))
        column.addWidget(Scroll(fields), 1)


def lead_on(fields: Sequence[_Asked]) -> None:
    """Enter in a field leads to the next one."""
    for field, following in pairwise(fields):
        field.entered.connect(following.setFocus)
