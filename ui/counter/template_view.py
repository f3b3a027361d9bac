"""The page, or the strip, that will print: drawn by the press itself while the form is edited."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent

from app.papers import A5_FIRST, LYING, Paper
from app.printer import Printer
from app.templates.template import rules_of
from ui.counter.drawn import INCH, Drawn, PaperPlace
from ui.counter.renderer import Leaf, Press
from ui.frame.words import tr
from ui.look.theme import Theme

_PAGES = {"A3": (297, 420), "A4": (210, 297), "A5": (148, 210)}


class FormView(PaperPlace):
    """A piece of paper in the middle, as large as there is room for; a strip part by part."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._image, self._part = theme, QImage(), QRect()

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


class TemplateView(Drawn):
    """Shows a paper on its page or on a roll."""

    def __init__(self, theme: Theme, press: Press) -> None:
        self.view = FormView(theme)
        super().__init__(theme, press, tr("As it will be printed"), self.view)
        self._paper: Paper | None = None
        self._kind = ""
        self._roll: Printer | None = None
        self._renderer.drawn.connect(self._take)
        self.view.resized.connect(self._draw)
        self.view.turned.connect(self.turn)

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

    def show_nothing(self) -> None:
        """What is wished for cannot be printed: nothing is shown in its place."""
        self._paper, self._leaves = None, ()
        self._clear()

    @property
    def excess(self) -> str:
        """In words, how much longer it has become than such a paper should be; empty: it is not."""
        rules = rules_of(self._kind)
        if not self._roll:
            n = len(self._leaves)
            return tr("It takes {n} pages; make the texts shorter.", n=n) if n > rules.pages else ""
        dots = sum(leaf.image.height() for leaf in self._leaves)
        n = round(dots / self._roll.dpi * INCH / 10)
        long = n > rules.strip
        return tr("It takes {n} cm of the roll; make the texts shorter.", n=n) if long else ""

    def turn(self, steps: int = 1) -> None:
        """To another page; after the last comes the first."""
        if self._leaves:
            self._number = (self._number + steps) % self.pages
            self._show()

    def _draw(self) -> None:
        if self._paper is not None and self.view.width() > 1:
            wide, high = _measures(self._kind, self._paper)
            self._renderer.draw(self._paper, self.view.fitting(wide, high), self._roll)

    def _take(self, leaves: Sequence[Leaf]) -> None:
        if self._paper is None:  # what was drawn meanwhile holds no more
            return
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

    def _clear(self) -> None:
        self.view.show_page(QImage(), QRect())
        said = tr("Cannot be printed so")
        self._title.show_trailing(said, "brick")
        self.view.setAccessibleDescription(said)

    def _show(self) -> None:
        pages = self._pages()
        if not pages:
            return
        self.view.show_page(*pages[self._number])
        self._say_where(len(pages))


def _measures(kind: str, paper: Paper) -> tuple[float, float]:
    """Of the page that it comes on, in millimetres."""
    wide, high = _PAGES[paper.template.paper if paper.template.paper in _PAGES else _usual(kind)]
    return (high, wide) if kind in LYING else (wide, high)


def _usual(kind: str) -> str:
    return "A5" if kind in A5_FIRST else "A4"
