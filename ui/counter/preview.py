"""The live page of Table 4: what stands in the form, as it will be on paper."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter, QPaintEvent

from app.papers import AnswerPaper
from ui.counter.drawn import INCH, Drawn, PaperPlace
from ui.counter.renderer import Leaf, Press
from ui.frame.words import tr
from ui.look.theme import Theme

_WIDE, _HIGH = 210, 297
"""A4 in millimetres."""


class PaperView(PaperPlace):
    """One sheet of white paper, as large as there is room for; a lit row lies under the ink."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._image = QImage()
        self._lit = QRectF()

    @property
    def dpi(self) -> int:
        """The most dots an inch at which a whole page fits, on this screen."""
        return self.fitting(_WIDE, _HIGH)

    @property
    def sheet(self) -> QRect:
        """Where the paper lies: whole, at the top, in the middle, dot for dot as it is drawn."""
        scale = self.dpi / INCH / self.devicePixelRatio()
        wide = round(scale * _WIDE)
        return QRect((self.width() - wide) // 2, 0, wide, round(scale * _HIGH))

    def show_page(self, image: QImage, lit: QRectF) -> None:
        """Shows a picture of a page; `lit` is in its dots, empty: nothing is lit."""
        self._image, self._lit = image, lit
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        sheet = self.sheet
        painter.fillRect(sheet, self._theme.colour("surface"))
        if not self._image.isNull():
            painter.drawImage(QRectF(sheet), self._image)
            self._paint_light(painter, sheet)
        painter.setPen(self._theme.colour("edge_soft"))
        painter.drawRect(sheet.adjusted(0, 0, -1, -1))
        painter.end()

    def _paint_light(self, painter: QPainter, sheet: QRect) -> None:
        scale = sheet.width() / self._image.width()
        lit = QRectF(self._lit.topLeft() * scale, self._lit.size() * scale)
        painter.save()
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.fillRect(lit.translated(sheet.topLeft()), self._theme.colour("saffron_pale"))
        painter.restore()


class Preview(Drawn):
    """Shows the paper, the row that is being written lit, and the page on which that is."""

    def __init__(self, theme: Theme, press: Press) -> None:
        self.page = PaperView(theme)
        super().__init__(theme, press, tr("Preview of Table 4"), self.page)
        self._paper: AnswerPaper | None = None
        self._field, self._share = "", 0.0
        self._renderer.drawn.connect(self._take)
        self.page.resized.connect(self._draw)
        self.page.turned.connect(self.turn)

    @property
    def number(self) -> int:
        """The page that is shown, counted from 0."""
        return self._number

    def show_paper(self, paper: AnswerPaper) -> None:
        """Draws it soon, without keeping anybody waiting."""
        if paper != self._paper:
            self._paper = paper
            self._draw()

    def light(self, field: str, share: float = 0.0) -> None:
        """Lights the row of a field of the paper; `share` of its text stands before the cursor."""
        self._field, self._share = field, share
        self._number = self._page_of(field, share)
        self._show()

    def turn(self) -> None:
        """The next page; after the last the first."""
        self._number = (self._number + 1) % max(len(self._leaves), 1)
        self._show()

    def _draw(self) -> None:
        if self._paper is not None and self.page.width() > 1:
            self._renderer.draw(self._paper, self.page.dpi)

    def _take(self, leaves: Sequence[Leaf]) -> None:
        self._leaves = leaves
        if self._field:
            self._number = self._page_of(self._field, self._share)
        self._number = min(self._number, len(leaves) - 1)
        self._show()
        self.drawn.emit()

    def _page_of(self, field: str, share: float) -> int:
        """A long text goes on over several pages: the one on which that share of it stands."""
        parts = [
            (n, leaf.spots[field].height())
            for n, leaf in enumerate(self._leaves)
            if field in leaf.spots
        ]
        left = share * sum(height for _, height in parts)
        for number, height in parts:
            left -= height
            if left <= 0:
                return number
        return parts[-1][0] if parts else self._number

    def _show(self) -> None:
        if not self._leaves:
            return
        leaf = self._leaves[self._number]
        self.page.show_page(leaf.image, leaf.spots.get(self._field, QRectF()))
        self._say_where(len(self._leaves))
