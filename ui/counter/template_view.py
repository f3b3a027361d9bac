"""The page, or the strip, that will print: drawn by the press itself while the form is edited."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.papers import Paper
from app.printer import Printer
from ui.counter.renderer import Leaf, Press, Renderer
from ui.frame.words import tr
from ui.look.parts.section import Section
from ui.look.theme import Theme

_INCH = 25.4
_PAGES = {"A3": (297, 420), "A4": (210, 297), "A5": (148, 210)}
_LYING = ("log", "handover")
_A5_FIRST = ("receipt", "deficiency", "ticket")
_LEAST = 20


class FormView(QWidget):
    """A piece of paper in the middle, as large as there is room for; a strip part by part."""

    resized = Signal()
    turned = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._image, self._part = theme, QImage(), QRect()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def dpi(self, wide: float, high: float) -> int:
        """The most dots an inch at which a page of so many millimetres fits, on this screen."""
        room = min(self.width() / wide, self.height() / high)
        return max(int(room * _INCH * self.devicePixelRatio()), _LEAST)

    def parts(self, strip: QImage) -> list[QRect]:
        """A strip cut where the room ends, so that it can be read."""
        high = max(round(strip.width() * self.height() / max(self._across(strip), 1)), 1)
        tops = range(0, max(strip.height(), 1), high)
        whole = strip.rect()
        return [QRect(0, top, strip.width(), high).intersected(whole) for top in tops]

    def show_page(self, image: QImage, part: QRect) -> None:
        """Shows a part of a picture."""
        self._image, self._part = image, part
        self.update()

    def _across(self, image: QImage) -> int:
        """How wide a picture is shown: never larger than its own dots."""
        return min(round(image.width() / self.devicePixelRatio()), self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.turned.emit()
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._image.isNull():
            return
        wide = self._across(self._image)
        high = round(wide * self._part.height() / max(self._part.width(), 1))
        spot = QRect(QPoint((self.width() - wide) // 2, 0), QSize(wide, high))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(spot), self._image, QRectF(self._part))
        painter.setPen(self._theme.colour("edge_soft"))
        painter.drawRect(spot.adjusted(0, 0, -1, -1))
        painter.end()


class TemplateView(QWidget):
    """Shows a paper on its page or on a roll; `drawn` tells that the newest is on the screen."""

    drawn = Signal()

    def __init__(self, theme: Theme, press: Press) -> None:
        super().__init__()
        self._paper: Paper | None = None
        self._kind = ""
        self._roll: Printer | None = None
        self._leaves: Sequence[Leaf] = ()
        self._number = 0
        self._title = Section(theme, tr("As it will be printed"))
        self.view = FormView(theme)
        self._renderer = Renderer(press)
        self._renderer.drawn.connect(self._take)
        self.view.resized.connect(self._draw)
        self.view.turned.connect(self.turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self.view)

    @property
    def drawing(self) -> bool:
        """Whether the newest paper is still to come."""
        return self._renderer.busy

    @property
    def leaves(self) -> Sequence[Leaf]:
        """The pages as they were drawn."""
        return self._leaves

    @property
    def pages(self) -> int:
        """How many there are to look at."""
        return len(self._pages())

    def show_paper(self, kind: str, paper: Paper, roll: Printer | None) -> None:
        """Shows it, on a page or on that printer's roll; from its top if it is another one."""
        if (kind, roll) != (self._kind, self._roll):
            self._number = 0
        self._kind, self._paper, self._roll = kind, paper, roll
        self._draw()

    def turn(self, steps: int = 1) -> None:
        """To another page; after the last comes the first."""
        if self._leaves:
            self._number = (self._number + steps) % self.pages
            self._show()

    def _draw(self) -> None:
        if self._paper is not None and self.view.width() > 1:
            wide, high = _measures(self._kind, self._paper)
            self._renderer.draw(self._paper, self.view.dpi(wide, high), self._roll)

    def _take(self, leaves: Sequence[Leaf]) -> None:
        self._leaves = leaves
        self._number = min(self._number, self.pages - 1)
        self._show()
        self.drawn.emit()

    def _pages(self) -> list[tuple[QImage, QRect]]:
        if self._roll:
            return [(leaf.image, part) for leaf in self._leaves for part in self._parts(leaf)]
        return [(leaf.image, leaf.image.rect()) for leaf in self._leaves]

    def _parts(self, leaf: Leaf) -> list[QRect]:
        return self.view.parts(leaf.image)

    def _show(self) -> None:
        pages = self._pages()
        if not pages:
            return
        self.view.show_page(*pages[self._number])
        where = tr("Page {page} of {pages}", page=self._number + 1, pages=len(pages))
        self._title.show_trailing(where, "ink_2")
        self.view.setAccessibleName(tr("As it will be printed"))
        self.view.setAccessibleDescription(where)


def _measures(kind: str, paper: Paper) -> tuple[float, float]:
    """Of the page that it comes on, in millimetres."""
    wide, high = _PAGES[paper.template.paper if paper.template.paper in _PAGES else _usual(kind)]
    return (high, wide) if kind in _LYING else (wide, high)


def _usual(kind: str) -> str:
    return "A5" if kind in _A5_FIRST else "A4"
