"""What every part is handed first: colours, type and sizes of this window, at its text scale."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

from ui.look import fonts, sheet
from ui.look.fonts import Role
from ui.look.icons import Icons
from ui.look.tokens import LIGHT, Colour, Tokens

LINE = 1.4
"""Lines of a paragraph stand this many em apart; the font's own 1.56 looks like two paragraphs."""

_KNOWN = 2000
"""Texts whose width is remembered: layouts ask for the same few dozen over and over."""


class Theme:
    """Colours, fonts and sizes. It never changes: for another scale, `apply` another one and
    build the window's pages anew; no part follows a change by itself.

    Of what grows at 150 % text, what holds one line of it (fields, keys, caps, icons) grows as
    much: `px`; what has room to spare (plate, rows of the sheet) half as much: `box`; gaps stay.
    """

    def __init__(self, tokens: Tokens = LIGHT, scale: float = 1.0, *, dense: bool = False) -> None:
        self.tokens = tokens
        self.scale = scale
        self.dense = dense
        self.icons = Icons(tokens)
        self._fonts: dict[Role, QFont] = {}
        self._metrics: dict[Role, QFontMetrics] = {}
        self._colours: dict[Colour, QColor] = {}
        self._widths: dict[tuple[Role, str], int] = {}

    @property
    def large(self) -> bool:
        """Whether text is enlarged, so that key caps stand above their names."""
        return self.scale > 1

    @property
    def row_height(self) -> int:
        """Of a row of the sheet; a step less where the window has little height."""
        return self.box(28 if self.dense else 31)

    @property
    def title_height(self) -> int:
        """Of a section's title."""
        return self.px(24 if self.dense else 28)

    @property
    def field_height(self) -> int:
        """Of the box of a field, without its label."""
        return self.px(34 if self.dense else 36)

    def px(self, size: int) -> int:
        """What holds a line of text, grown as the text."""
        return round(size * self.scale)

    def box(self, size: int) -> int:
        """What has room to spare, grown half as much."""
        return round(size * (1 + (self.scale - 1) / 2))

    def colour(self, name: Colour) -> QColor:
        """A colour by its meaning."""
        if name not in self._colours:
            self._colours[name] = QColor(getattr(self.tokens, name))
        return self._colours[name]

    def font(self, role: Role) -> QFont:
        """The font of a role, the caller's own copy."""
        if role not in self._fonts:
            self._fonts[role] = fonts.made(role, self.scale)
        return QFont(self._fonts[role])

    def metrics(self, role: Role) -> QFontMetrics:
        """The measures of a role's font."""
        if role not in self._metrics:
            self._metrics[role] = QFontMetrics(self.font(role))
        return self._metrics[role]

    def width(self, role: Role, text: str) -> int:
        """How wide the text is on one line, with a pixel to spare."""
        known = self._widths.get((role, text))
        if known is None:
            if len(self._widths) >= _KNOWN:
                self._widths.clear()
            known = self._widths[role, text] = self.metrics(role).horizontalAdvance(text) + 1
        return known

    def pitch(self, role: Role) -> int:
        """From one line of a paragraph to the next."""
        return round(fonts.FACES[role].at(self.scale) * LINE)

    def qss(self) -> str:
        """The style sheet of what Qt draws itself."""
        return sheet.filled(self.tokens, field=self.field_height, row=self.px(30))

    def palette(self) -> QPalette:
        """The colours of what Qt draws itself."""
        palette = QPalette()
        for part, name in _PALETTE.items():
            palette.setColor(part, self.colour(name))
        return palette

    def apply(self, application: QApplication) -> None:
        """Dress the application: right to left, our fonts, our colours."""
        fonts.load(application)
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        application.setStyle("Fusion")
        application.setFont(self.font("body"))
        application.setPalette(self.palette())
        application.setStyleSheet(self.qss())


_PART = QPalette.ColorRole
_PALETTE: dict[QPalette.ColorRole, Colour] = {
    _PART.Window: "surface",
    _PART.WindowText: "ink",
    _PART.Base: "surface",
    _PART.AlternateBase: "ground",
    _PART.Text: "ink",
    _PART.PlaceholderText: "ink_3",
    _PART.Button: "surface",
    _PART.ButtonText: "ink",
    _PART.Highlight: "firuzeh_2",
    _PART.HighlightedText: "ink",
    _PART.ToolTipBase: "surface",
    _PART.ToolTipText: "ink",
    _PART.Link: "firuzeh_7",
}
