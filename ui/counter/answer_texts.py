"""The four texts of an answer; while all are empty, the usual answers stand in their place."""

from functools import partial
from itertools import pairwise

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.deeds.answer import Draft
from app.showing.answer import from_ready_text
from app.sub_service import ReadyText
from ui.counter.answer_text import AnswerText
from ui.counter.ready_texts import ReadyTexts
from ui.frame.words import tr
from ui.look.parts.digits import shown as typed
from ui.look.parts.label import Label
from ui.look.parts.scroll import Scroll
from ui.look.theme import Theme

_BESIDE = 6
"""Between the scroll bar and the fields: the ring of the focus."""

_REMARKS = "remarks"
"""Nobody has usual ones."""


class AnswerTexts(QStackedWidget):
    """`edited`: the clerk changed one. `here` gives the one they are in and which share of it
    stands before the cursor, `text_wanted` the one for which a usual text is wanted. `taken` and
    `tried` give the usual answer that was chosen, or is under the cursor; None: own words.
    """

    edited = Signal()
    here = Signal(str, float)
    text_wanted = Signal(str)
    closed = Signal()
    taken = Signal(object)
    tried = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._ready: tuple[ReadyText, ...] = ()
        self.offers = ReadyTexts(theme)
        least = 3 if theme.large else 2
        self.fields = {
            "grounds": AnswerText(theme, tr("Legal grounds and reasoning"), least=least),
            "content": AnswerText(theme, tr("Main content of the answer"), least=least),
            "objection": AnswerText(theme, tr("Where and until when to object"), least=2),
            _REMARKS: AnswerText(theme, tr("Remarks on the answer"), least=1),
        }
        self._lay_out()
        self._connect()

    # -- what is shown ---------------------------------------------------------------------------

    def show_texts(self, draft: Draft, ready: tuple[ReadyText, ...], *, locked: bool) -> None:
        """Shows the texts of a form, or the usual answers if it has none."""
        self._ready = ready
        self.offers.show_texts(ready)
        for field in self.fields.values():
            field.lock(locked=locked)
        self.fill(draft)
        untouched = not any(getattr(draft, name) for name in self.fields)
        self.setCurrentIndex(0 if ready and untouched and not locked else 1)

    def fill(self, draft: Draft) -> None:
        """Shows these texts, and from which usual answer each came."""
        for name, field in self.fields.items():
            field.show_value(getattr(draft, name))
        self.show_offers(draft)

    def show_offers(self, draft: Draft) -> None:
        """Says beside each text from which usual answer it came."""
        for name, field in self.fields.items():
            offers = bool(self._ready) and name != _REMARKS
            field.show_offer(self._usual(name, getattr(draft, name)), offers=offers)

    def values(self) -> dict[str, str]:
        """What stands in them."""
        return {name: field.value() for name, field in self.fields.items()}

    @property
    def offering(self) -> bool:
        """Whether the usual answers stand in place of the empty texts."""
        return self.currentIndex() == 0

    def taking(self, ready: ReadyText, before: Draft, name: str) -> Draft:
        """The form with a usual answer in it; what was written by hand stays, but for `name`."""
        kept = {
            each: text
            for each, text in self.values().items()
            if each != name and text and not self._usual(each, text)
        }
        return replace(from_ready_text(ready, before), **kept)

    def enter(self, name: str = "") -> None:
        """To that text; else to the usual answers, or to the first text that is still empty."""
        if self.offering and not name:
            self.offers.setFocus()
            return
        self.setCurrentIndex(1)
        empty = (each for each, text in self.values().items() if not text)
        self.fields[name or next(empty, "grounds")].setFocus()

    # -- how -------------------------------------------------------------------------------------

    def _usual(self, name: str, text: str) -> str:
        """The title of the usual answer that says so, if one does."""
        same = (ready.title for ready in self._ready if typed(getattr(ready, name)) == typed(text))
        return next(same, "") if text else ""

    def _try(self, ready: ReadyText | None) -> None:
        if self.offering:
            self.tried.emit(ready)

    def _connect(self) -> None:
        self.offers.taken.connect(self.taken)
        self.offers.tried.connect(self._try)
        for field, following in pairwise(self.fields.values()):
            field.entered.connect(following.setFocus)
        for name, field in self.fields.items():
            field.edited.connect(lambda _: self.edited.emit())
            field.here.connect(partial(self.here.emit, name))
            field.text_wanted.connect(partial(self.text_wanted.emit, name))
            field.closed.connect(self.closed)

    def _lay_out(self) -> None:
        below = QWidget()
        column = QVBoxLayout(below)
        left = _BESIDE if self.theme.large else 0
        column.setContentsMargins(left, 0, 0, 0)
        column.setSpacing(8)
        for field, share in zip(self.fields.values(), (4, 4, 3, 2), strict=True):
            column.addWidget(field, share)
        self.addWidget(self._offers_under_hint())
        self.addWidget(Scroll(below) if self.theme.large else below)

    def _offers_under_hint(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(_BESIDE if self.theme.large else 0, 0, 0, 0)
        column.setSpacing(6)
        hint = tr("Take a ready text with Enter or its number; the page shows it beforehand.")
        column.addWidget(Label(self.theme, hint, "secondary", "ink_2"))
        column.addWidget(self.offers, 1)
        return whole
