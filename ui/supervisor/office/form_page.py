"""One thing of the office as a form."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.frame.form import Form
from ui.frame.inputs import Spec
from ui.frame.words import tr
from ui.look.parts.paragraph import Paragraph
from ui.look.parts.scroll import Scroll
from ui.look.theme import Theme
from ui.supervisor.kept_page import KeptPage, Values


class FormPage(KeptPage):
    """Some values in rows of fields."""

    def __init__(self, theme: Theme, rows: Sequence[Sequence[Spec]], note: str = "") -> None:
        super().__init__(theme)
        self.form = Form(theme, rows)
        self._closed: set[str] = set()
        self._lay_out(theme, note)
        self.form.edited.connect(lambda *_: self.acts_changed.emit())
        self.form.finished.connect(lambda: self.press("F8"))

    @property
    def values(self) -> dict[str, Any]:
        """What stands in the fields; what cannot be read is None."""
        return {name: made.value() for name, made in self.form.inputs.items()}

    @property
    def lacking(self) -> str:
        """What cannot be read is not kept."""
        return tr("Mend the number that is marked first.") if self.form.wrong else ""

    def show_values(self, values: Values) -> None:
        """Shows them in the fields."""
        self.form.show_values(lambda name: values[name])

    def close_field(self, name: str, *, closed: bool) -> None:
        """Whether a field is there to be read only."""
        self._closed = {name} if closed else set()
        self.form.inputs[name].close(closed=closed)

    def enter(self) -> None:
        """To the first field that can be filled."""
        self.form.enter(next(name for name in self.form.inputs if name not in self._closed))

    def stops(self) -> Sequence[QWidget]:
        """The fields."""
        return self.form.stops

    # -- how -------------------------------------------------------------------------------------

    def _lay_out(self, theme: Theme, note: str) -> None:
        inside = QWidget()
        fields = QVBoxLayout(inside)
        fields.setContentsMargins(12, 8, 12, 8)
        fields.setSpacing(12)
        if note:
            fields.addWidget(Paragraph(theme, note, "secondary", "ink_2"))
        fields.addWidget(self.form)
        fields.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 20, 4)
        column.addWidget(self.head)
        column.addWidget(Scroll(inside), 1)
