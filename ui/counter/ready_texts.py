"""The usual answers of a sub-service, offered while nothing is written: one key takes one."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QKeyEvent, QPainter

from app.letters import latin_digits, persian_digits
from app.sub_service import ReadyText
from ui.frame.results import result_word
from ui.frame.words import tr
from ui.look import brush
from ui.look.parts.chip import Tone
from ui.look.parts.key_cap import cap_size, paint_cap
from ui.look.parts.row import Cell, Row
from ui.look.parts.row_paint import INSET, RowPainter
from ui.look.parts.rows import RowList
from ui.look.theme import Theme

_HEIGHT = 68
_OWN = "0"
_TONES: dict[str, Tone] = {"refused": "brick", "applicant_must_act": "amber"}


class ReadyTexts(RowList):
    """`taken` gives the text that Enter or its number chose, None for one's own words. `tried`
    follows the row under the cursor.
    """

    taken = Signal(object)
    tried = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, painter=_Painter(theme, (), theme.box(_HEIGHT)))
        self._texts: tuple[ReadyText, ...] = ()
        self.setAccessibleName(tr("Ready texts"))
        self.opened.connect(lambda place: self.taken.emit(self._at(place)))
        self.moved_to.connect(lambda place: self.tried.emit(self._at(place)))

    def show_texts(self, texts: Sequence[ReadyText]) -> None:
        """Offers these, and an empty form as the last."""
        self._texts = tuple(texts)
        rows = [_row(number, text) for number, text in enumerate(texts, 1)]
        own = Row(
            key=_OWN,
            cells=(
                Cell(cap=_OWN),
                Cell(text=tr("In one's own words")),
                Cell(),
                Cell(text=tr("An empty form")),
            ),
        )
        self.show_rows([*rows, own])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit takes the text of that number at once."""
        digit = latin_digits(event.text())
        if digit == _OWN:
            self.taken.emit(None)
        elif digit.isascii() and digit.isdigit() and int(digit) <= len(self._texts):
            self.taken.emit(self._texts[int(digit) - 1])
        else:
            super().keyPressEvent(event)

    def _at(self, place: int) -> ReadyText | None:
        return self._texts[place] if 0 <= place < len(self._texts) else None


class _Painter(RowPainter):
    """Number, title and result over the beginning of the answer."""

    def paint_cells(
        self, painter: QPainter, rect: QRect, place: int, row: Row, *, current: bool
    ) -> None:
        del place, current
        cap, title, result, begins = row.cells
        inner = rect.adjusted(INSET, 6, -INSET, -6)
        size = cap_size(self.theme, cap.cap)
        spot = QRect(inner.right() + 1 - size.width(), 0, size.width(), size.height())
        upper = QRect(inner.left(), inner.top(), inner.width(), inner.height() // 2)
        spot.moveTop(upper.center().y() - size.height() // 2)
        paint_cap(painter, spot, persian_digits(cap.cap), "normal", self.theme)
        words = upper.adjusted(0, 0, -size.width() - 12, 0)
        taken = self._paint_result(painter, words, result)
        spare = words.adjusted(taken, 0, 0, 0)
        brush.write(painter, self.theme, spare, title.text, "strong", "ink")
        lower = QRect(words.left(), upper.bottom() + 1, words.width(), upper.height())
        brush.write(painter, self.theme, lower, begins.text, "secondary", "ink_2")

    def _paint_result(self, painter: QPainter, rect: QRect, result: Cell) -> int:
        """At the far edge; gives the room it took."""
        if not result.text:
            return 0
        colour = result.colour or "firuzeh_7"
        wide = self.theme.width("chip", result.text)
        spot = QRect(rect.left(), rect.top(), wide, rect.height())
        brush.write(painter, self.theme, spot, result.text, "chip", colour, "end")
        return wide + 12


def _row(number: int, text: ReadyText) -> Row:
    tone = _TONES.get(text.result)
    word = result_word(text.result)
    return Row(
        key=f"{number}",
        cells=(
            Cell(cap=str(number)),
            Cell(text=text.title),
            Cell(text=word, colour="brick" if tone == "brick" else "amber" if tone else None),
            Cell(text=text.content),
        ),
        spoken=f"{persian_digits(str(number))}، {text.title}، {word}، {text.content}",
    )
