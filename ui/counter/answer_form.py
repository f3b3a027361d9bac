"""The form of an answer (Table 4): result, issuer, letter, and its four texts."""

from collections.abc import Sequence
from typing import get_args

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.deeds.answer import Draft
from app.showing.answer import NOTHING, AnswerShown, from_ready_text
from app.sub_service import AnswerResult, ReadyText
from ui.counter.answer_texts import AnswerTexts
from ui.counter.issuer_field import IssuerField
from ui.frame.results import result_words
from ui.frame.words import tr
from ui.look.parts.choice_field import ChoiceField
from ui.look.parts.field import Field
from ui.look.parts.section import Section
from ui.look.theme import Theme

NEEDED = ("grounds", "content", "objection", "issuer_name")
RESULTS: tuple[AnswerResult, ...] = get_args(AnswerResult)
BAR = 12
"""At the left of the texts, where they scroll: in the margin, and all fields end in one line."""

_NO_MOUSE = Qt.WidgetAttribute.WA_TransparentForMouseEvents
_FOCUS = Qt.FocusPolicy.StrongFocus
_NO_FOCUS = Qt.FocusPolicy.NoFocus
_WIDEST = 16_777_215
"""Qt's own word for "as wide as you like"."""


class AnswerForm(QWidget):
    """`edited` gives the form at every change by the clerk; `here` the field they are in and which
    share of it stands before the cursor; `tried` the form as it would be with the usual text under
    the cursor. `text_wanted` and `issuer_wanted` ask for what others have to ask; `closed` tells
    that somebody typed into a form that is there to be read.
    """

    edited = Signal(object)
    tried = Signal(object)
    here = Signal(str, float)
    text_wanted = Signal(str)
    issuer_wanted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._ready: tuple[ReadyText, ...] = ()
        self._attachment = ""
        self.head = Section(theme, tr("Answer notice"), "Ctrl+6")
        self.result = ChoiceField(theme, tr("Result"))
        self.issuer = IssuerField(theme)
        self.letter = Field(theme, tr("Letter number"))
        self.texts = AnswerTexts(theme)
        self._lay_out()
        self._connect()

    # -- what is shown ---------------------------------------------------------------------------

    def show_form(self, shown: AnswerShown, draft: Draft, *, locked: str = "") -> None:
        """Shows a form to write in, or to read: `locked` is what is said of it then."""
        self._ready = shown.ready_texts
        self.result.show_options(_results(), draft.result)
        self.issuer.show_issuers(shown, draft)
        self.letter.show_value(draft.letter)
        self._attachment = draft.attachment
        self.texts.show_texts(draft, self._ready, locked=bool(locked))
        for box in (self.result, self.issuer, self.letter):
            box.setAttribute(_NO_MOUSE, bool(locked))
            box.close_box(closed=bool(locked))
        for inner in (self.result.choice, self.issuer.choice, self.letter.line):
            inner.setFocusPolicy(_NO_FOCUS if locked else _FOCUS)
        if locked:
            self.head.show_trailing(locked, "firuzeh_7")
        else:
            self._count(self.draft())

    def draft(self) -> Draft:
        """What stands in the form."""
        issuer, value = self.issuer.issuer(), self.result.value()
        return replace(
            NOTHING,
            **self.texts.values(),
            result=next((result for result in RESULTS if result == value), ""),
            letter=self.letter.value(),
            attachment=self._attachment,
            issuer_name=issuer.name if issuer else "",
            issuer_post=issuer.post if issuer else "",
        )

    @property
    def complete(self) -> bool:
        """Whether all that must be written is written."""
        return _written(self.draft()) == len(NEEDED)

    def enter(self) -> None:
        """To the usual texts, or to the first text that is still empty."""
        self.texts.enter()

    def take(self, ready: ReadyText | None, name: str = "") -> None:
        """Fills in a usual answer. What was written by hand stays, but for the text `name`."""
        if ready is not None:
            after = self.texts.taking(ready, self.draft(), name)
            self.result.show_value(after.result)
            self.texts.fill(after)
        self.texts.enter(name or "grounds")
        self._changed()

    def name_issuer(self, name: str, post: str) -> None:
        """Signs with somebody new."""
        self.issuer.add(name, post)
        self._changed()

    # -- how -------------------------------------------------------------------------------------

    def _changed(self) -> None:
        draft = self.draft()
        self._count(draft)
        self.texts.show_offers(draft)
        self.edited.emit(draft)

    def _count(self, draft: Draft) -> None:
        done = _written(draft)
        said = tr("{done} of {needed} necessary parts written", done=done, needed=len(NEEDED))
        self.head.show_trailing(said, "firuzeh_7" if done == len(NEEDED) else "ink_2")

    def _result_chosen(self, result: str) -> None:
        """A result with one usual answer brings it along while nothing is written."""
        fitting = [ready for ready in self._ready if ready.result == result]
        if self.texts.offering and len(fitting) == 1:
            self.take(fitting[0])
        else:
            self._changed()

    def _try(self, ready: ReadyText | None) -> None:
        draft = self.draft()
        self.tried.emit(from_ready_text(ready, draft) if ready else draft)

    def _connect(self) -> None:
        self.result.chosen.connect(self._result_chosen)
        self.issuer.chosen.connect(self._changed)
        self.issuer.new_wanted.connect(self.issuer_wanted)
        self.letter.edited.connect(self._changed)
        self.result.entered.connect(self.issuer.setFocus)
        self.issuer.entered.connect(self.letter.setFocus)
        self.letter.entered.connect(self.enter)
        self.texts.edited.connect(self._changed)
        self.texts.taken.connect(self.take)
        self.texts.tried.connect(self._try)
        self.texts.here.connect(self.here)
        self.texts.text_wanted.connect(self.text_wanted)
        self.texts.closed.connect(self.closed)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        px, box = self.theme.px, self.theme.box
        for field, wide in ((self.result, px(152)), (self.issuer, 0), (self.letter, box(106))):
            row.addWidget(field, 0 if wide else 1)
            field.setMinimumWidth(wide or px(120))
            field.setMaximumWidth(wide or _WIDEST)
        above = QVBoxLayout()
        above.setContentsMargins(BAR if self.theme.large else 0, 0, 0, 0)
        above.setSpacing(8)
        above.addWidget(self.head)
        above.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(above)
        column.addWidget(self.texts, 1)


def _results() -> Sequence[tuple[str, str]]:
    return (("", tr("No result is named")), *result_words().items())


def _written(draft: Draft) -> int:
    return sum(bool(getattr(draft, name)) for name in NEEDED)
