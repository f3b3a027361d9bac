"""One thing of the office as a form: what is typed stays, whoever changes it meanwhile."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.frame.form import Form
from ui.frame.inputs import Spec
from ui.frame.page import GAP, Act, Page
from ui.frame.words import tr
from ui.look.parts.page_head import PageHead
from ui.look.parts.paragraph import Paragraph
from ui.look.parts.scroll import Scroll
from ui.look.theme import Theme

Values = Mapping[str, Any]


class FormPage(Page):
    """`keep_wanted` gives the values by their names. `drop_wanted`: Esc while something is typed.

    `seen` is what stood when the form was opened; None: a new thing. `based` is what the next F8
    takes the place of.
    """

    keep_wanted = Signal(object)
    drop_wanted = Signal()

    def __init__(self, theme: Theme, rows: Sequence[Sequence[Spec]], note: str = "") -> None:
        super().__init__(theme)
        self.head = PageHead(theme, "")
        self.form = Form(theme, rows)
        self.based: Any = None
        self.key = ""
        self._title = ""
        self._theirs: tuple[Values, Any] | None = None
        self._stood: Values = {}
        self._closed: set[str] = set()
        self._lay_out(theme, note)
        self.form.edited.connect(lambda *_: self.acts_changed.emit())
        self.form.finished.connect(lambda: self.press("F8"))

    @property
    def values(self) -> dict[str, Any]:
        """What stands in the fields; what cannot be read is None."""
        return {name: made.value() for name, made in self.form.inputs.items()}

    @property
    def changed(self) -> bool:
        """Whether anything was typed that is not kept."""
        return self.values != self._stood

    def open_form(self, title: str, key: str, values: Values, based: Any) -> None:
        """Another thing, or the same anew."""
        self._title, self.key, self.based, self._theirs = title, key, based, None
        self._fill(values)

    def stands(self, values: Values, now: Any) -> None:
        """How the thing stands in the store by now; what is typed stays."""
        if now == self.based:
            self._theirs = None
        elif self.changed:
            self._theirs = values, now
        else:
            self.based, self._theirs = now, None
            self._fill(values)
        self._show_head()

    def overtaken(self) -> None:
        """The person has heard of it: the next F8 takes the place of what stands now."""
        if self._theirs:
            self.based = self._theirs[1]

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

    def acts(self) -> Sequence[Act]:
        """Back, theirs, keep."""
        same = "" if self._theirs else tr("Nobody has changed it meanwhile.")
        idle = "" if self.changed else tr("Nothing was changed here.")
        idle = tr("Mend the number that is marked first.") if self.form.wrong else idle
        return (
            Act(combo="Esc", name=tr("Back")),
            GAP,
            Act(combo="F7", name=tr("What stands by now"), why_not=same),
            *self.more(),
            GAP,
            Act(combo="F8", name=tr("Keep"), why_not=idle, filled=not idle),
        )

    def more(self) -> Sequence[Act]:
        """Further keys of this form."""
        return ()

    def press(self, combo: str) -> bool:
        """Keeps, shows what others kept, or leaves; asked first where something would be lost."""
        if combo == "F8" and self.changed and not self.form.wrong:
            self.keep_wanted.emit(self.values)
        elif combo == "F7" and self._theirs:
            values, self.based = self._theirs
            self._theirs = None
            self._fill(values)
        elif combo == "Esc" and self.changed:
            self.drop_wanted.emit()
        else:
            return super().press(combo)
        return True

    # -- how -------------------------------------------------------------------------------------

    def _fill(self, values: Values) -> None:
        self.form.show_values(lambda name: values[name])
        self._stood = self.values
        self._show_head()

    def _show_head(self) -> None:
        chip = tr("Changed by somebody else meanwhile") if self._theirs else ""
        self.head.show_title(self._title, chip, "amber")
        self.acts_changed.emit()

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
