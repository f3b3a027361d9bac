"""The icons that ship with the program, drawn in a colour of the theme and kept."""

from PySide6.QtCore import QByteArray, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

import resources
from ui.look.tokens import Colour, Tokens

MIRRORED = frozenset(
    {
        "arrow-left",
        "arrow-right",
        "chevron-left",
        "chevron-right",
        "clipboard-list",
        "corner-up-left",
        "file-text",
        "help-circle",
        "list",
        "send",
    }
)
"""Those with a direction in reading. Names are the set's own, made for reading from the left:
`chevron-right` is "forward" and points left here. The question mark turned is the Persian one."""


class Icons:
    """Draws icons by their names; each size and colour is drawn once, when first wanted."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._kept: dict[tuple[str, int, str, bool, float], QPixmap] = {}

    def pixmap(
        self, name: str, px: int, colour: Colour, *, mirrored: bool | None = None, dpr: float = 1.0
    ) -> QPixmap:
        """The icon in a square of `px` logical pixels; `mirrored` as the list says, if not told."""
        turned = name in MIRRORED if mirrored is None else mirrored
        key = (name, px, str(getattr(self._tokens, colour)), turned, dpr)
        if key not in self._kept:
            self._kept[key] = _drawn(*key)
        return self._kept[key]

    def paint(
        self,
        painter: QPainter,
        rect: QRect,
        name: str,
        colour: Colour,
        *,
        mirrored: bool | None = None,
    ) -> None:
        """Draw the icon as large as the smaller side of `rect`, in its middle."""
        side = min(rect.width(), rect.height())
        dpr = painter.device().devicePixelRatio()
        picture = self.pixmap(name, side, colour, mirrored=mirrored, dpr=dpr)
        left = rect.left() + (rect.width() - side) // 2
        painter.drawPixmap(left, rect.top() + (rect.height() - side) // 2, picture)


def _drawn(name: str, px: int, colour: str, turned: bool, dpr: float) -> QPixmap:  # noqa: FBT001
    side = round(px * dpr)
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    source = resources.path("icons", f"{name}.svg").read_text("utf-8")
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))
    painter = QPainter(picture)
    if turned:
        painter.setTransform(QTransform(-1, 0, 0, 1, side, 0))
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(dpr)
    return picture
