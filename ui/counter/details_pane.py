"""What this sub-service alone asks, the remarks, and what will be promised (مشخصات درخواست)."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.folds.catalogue import Entry
from app.refusal import Refusal
from app.sub_service import FieldKind, FormField
from ui.counter.own_fields import field_refusal
from ui.counter.pane import Pane
from ui.counter.promise_line import PromiseLine
from ui.counter.state import CounterState
from ui.counter.typed import Typed
from ui.frame.words import tr
from ui.look.parts.choice_field import ChoiceField
from ui.look.parts.field import Field
from ui.look.parts.gone import let_go
from ui.look.parts.label import Label
from ui.look.parts.section import Section
from ui.look.theme import Theme

_Asked = Field | ChoiceField
_GAP = 12
_WIDTH = 746
"""Of the rows in the narrowest window; in a wider one the fields of words grow."""
_WIDTHS: dict[FieldKind, int] = {"text": 180, "number": 80, "date": 130, "money": 150}
_READY, _REMARKS = 260, 220


class DetailsPane(Pane):
    """`edited` gives a part of the sheet (remarks, ready_text) and its text, `detailed` the title
    of the sub-service's own field and its text; `finished` follows Enter in the last field.
    `refused` gives the `Refusal` of what was entered into an own field and nobody can read.
    """

    edited = Signal(str, str)
    detailed = Signal(str, str)
    refused = Signal(object)
    finished = Signal()
    rebuilt = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "surface")
        self._entry: Entry | None = None
        self._asked: tuple[FormField, ...] = ()
        self._fields: dict[str, Field] = {}
        self._typed: dict[str, Typed] = {}
        self.ready: ChoiceField | None = None
        self.remarks = Field(theme, tr("Remarks"))
        self.remarks.setParent(self)
        self._remarks = Typed(self.remarks, lambda text: self.edited.emit("remarks", text))
        self.remarks.entered.connect(self.finished)
        self._guided = Label(
            theme, tr("This sub-service is done by guidance; no request is registered."), lines=1
        )
        self._rows = QVBoxLayout()
        self._rows.setSpacing(7)
        self._promise = PromiseLine(theme)
        self._lay_out()

    def show_state(self, state: CounterState) -> None:
        """Shows the fields of the sub-service as they are filled, and the promise."""
        if state.entry is None:
            return
        if state.entry != self._entry:
            self._entry = state.entry
            self._build(state.entry)
        for asked in self._asked:
            if self._typed[asked.title].show(state.sheet.details.get(asked.title, "")):
                _judge(asked, self._fields[asked.title])
        self._remarks.show(state.sheet.remarks)
        if self.ready and self.ready.value() != state.sheet.ready_text:
            self.ready.show_value(state.sheet.ready_text)
        self._promise.show_promise(state.entry, state.promised)

    def enter(self) -> None:
        """To the first field that is empty, else to the first one."""
        if self._entry is None or self._entry.sheet.mode == 1:
            self.finished.emit()
            return
        fields = self._line_up()
        empty = next((field for field in fields if not field.value()), fields[0])
        empty.setFocus()

    def first_missing(self) -> Field | None:
        """The first field that must be filled, or is filled with what nobody can read."""
        for asked in self._asked:
            field = self._fields[asked.title]
            if field_refusal(asked, field.value()):
                field.mark("wrong")
                return field
        return None

    def first_wrong(self) -> tuple[Field, Refusal] | None:
        """The first field that is filled with what nobody can read, and why."""
        every = ((asked, self._fields[asked.title]) for asked in self._asked)
        filled = ((asked, field) for asked, field in every if field.value())
        wrong = ((field, field_refusal(asked, field.value())) for asked, field in filled)
        return next(((field, refusal) for field, refusal in wrong if refusal), None)

    @property
    def order(self) -> tuple[QWidget, ...]:
        """The controls as Tab goes through them."""
        ready = (self.ready.choice,) if self.ready else ()
        return (*ready, *(field.line for field in self._fields.values()), self.remarks.line)

    # -- the fields of a sub-service -------------------------------------------------------------

    def _build(self, entry: Entry) -> None:
        """Other fields in place of those of another sub-service."""
        self._clear()
        guided = entry.sheet.mode == 1
        self._guided.setVisible(guided)
        self.remarks.setVisible(not guided)
        self._asked = () if guided else entry.sheet.fields
        if entry.sheet.mode == 3 and entry.sheet.ready_texts:
            self.ready = self._ready_choice([text.title for text in entry.sheet.ready_texts])
        for asked in self._asked:
            self._add(asked)
        self._chain()
        if not guided:
            self._place()
        self.rebuilt.emit()

    def _clear(self) -> None:
        gone: list[_Asked] = [*self._fields.values()]
        if self.ready:
            gone.append(self.ready)
        for field in gone:
            field.setParent(None)
            let_go(field)
        self._fields, self._typed, self.ready = {}, {}, None
        while self._rows.takeAt(0) is not None:
            """A row that is taken out is gone at once; to have Qt delete it later ended the program
            now and then.
            """

    def _add(self, asked: FormField) -> None:
        field = Field(self.theme, asked.title, grouping="money" if asked.kind == "money" else "")
        title = asked.title
        self._fields[title] = field
        self._typed[title] = Typed(field, lambda text: self.detailed.emit(title, text))
        field.line.editingFinished.connect(lambda: _judge(asked, field))
        if asked.kind == "date":
            field.show_hint(tr("year/month/day"))

    def _ready_choice(self, titles: Sequence[str]) -> ChoiceField:
        ready = ChoiceField(self.theme, tr("Ready answer, given at once"))
        later = ("", tr("The answer is prepared later"))
        ready.show_options([later, *((title, title) for title in titles)])
        ready.chosen.connect(lambda title: self.edited.emit("ready_text", title))
        return ready

    def _line_up(self) -> list[_Asked]:
        ready: list[_Asked] = [self.ready] if self.ready else []
        ready += [*self._fields.values(), self.remarks]
        return ready

    def _chain(self) -> None:
        """Enter goes from each to the next."""
        for field, after in pairwise(self._line_up()):
            field.entered.connect(partial(self._go_on, field, after))

    def _go_on(self, field: _Asked, after: _Asked) -> None:
        """From what was entered to the next, unless nobody can read it: then it is said why, and
        whoever typed it is still there to mend it.
        """
        asked = next((each for each in self._asked if self._fields[each.title] is field), None)
        refusal = field_refusal(asked, field.value()) if asked and field.value() else None
        if refusal is None:
            after.setFocus()
        else:
            self.refused.emit(refusal)

    # -- where they stand ------------------------------------------------------------------------

    def _place(self) -> None:
        """As many as fit stand in a row; words take what is left of it, first of all remarks."""
        row: list[_Asked] = []
        for field in self._line_up():
            if row and self._wide([*row, field]) > _WIDTH:
                self._put(row)
                row = []
            row.append(field)
        self._put(row)

    def _put(self, row: list[_Asked]) -> None:
        line = QHBoxLayout()
        line.setSpacing(_GAP)
        remarks: list[_Asked] = [field for field in row if field is self.remarks]
        growing = remarks or [field for field in row if self._grows(field)]
        for field in row:
            if field in growing:
                field.setMinimumWidth(min(self._width(field), _WIDTH))
            else:
                field.setFixedWidth(min(self._width(field), _WIDTH))
            line.addWidget(field, 1 if field in growing else 0)
        if not growing:
            line.addStretch(1)
        self._rows.addLayout(line)

    def _wide(self, row: Sequence[_Asked]) -> int:
        return sum(self._width(field) + _GAP for field in row) - _GAP

    def _width(self, field: _Asked) -> int:
        if field is self.remarks:
            return self.theme.px(_REMARKS)
        if field is self.ready:
            return self.theme.px(_READY)
        usual = self.theme.px(_WIDTHS[self._kind(field)])
        return max(usual, self.theme.width("label", field.label) + 2)

    def _grows(self, field: _Asked) -> bool:
        return field in (self.remarks, self.ready) or self._kind(field) == "text"

    def _kind(self, field: _Asked) -> FieldKind:
        return next(asked.kind for asked in self._asked if asked.title == field.label)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 9, 20, 9)
        column.setSpacing(2)
        column.addWidget(Section(self.theme, tr("Details of the request")))
        column.addWidget(self._guided)
        column.addLayout(self._rows)
        column.addSpacing(2)
        column.addWidget(self._promise)
        self._guided.setVisible(False)
        self._promise.setVisible(False)


def _judge(asked: FormField, field: Field) -> None:
    """What nobody can read is marked when it is entered or left, and when it comes back half done;
    nothing is asked for before its time.
    """
    if field.value() and field_refusal(asked, field.value()):
        field.mark("wrong")
