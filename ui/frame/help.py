"""F1: what every key does on the page that is shown."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.value import Value
from ui.frame.keys import Key
from ui.frame.page import GAP, Act, Page
from ui.frame.words import tr
from ui.look import brush
from ui.look.parts.key_cap import cap_size, paint_cap
from ui.look.parts.scroll import Scroll
from ui.look.parts.section import Section
from ui.look.theme import Theme

_SIDE, _BETWEEN, _GAP, _ROW = 32, 48, 12, 14


class Meaning(Value, frozen=True, kw_only=True):
    """What a key does, in the language of the window."""

    combo: str
    name: str
    does: str


def meanings(page: Page | None, table: Sequence[Key]) -> list[Meaning]:
    """The keys that the page has of its own, then those of the window as they hold on it."""
    acts = {act.combo: act for act in (page.acts() if page else ()) if act != GAP}
    shuts = page.shuts if page else frozenset()
    general = [key for key in table if key.combo not in shuts]
    rest = {key.combo for key in general}
    own = [_of_page(act) for act in acts.values() if act.combo not in rest]
    return [*own, *(_of_window(key, acts.get(key.combo)) for key in general)]


def _of_page(act: Act) -> Meaning:
    why = tr("Not possible now: {why}", why=act.why_not) if act.why_not else ""
    return Meaning(combo=act.combo, name=" ".join(act.name.split()), does=act.does or why)


def _of_window(key: Key, act: Act | None) -> Meaning:
    name = " ".join(act.name.split()) if act else tr(key.name)
    return Meaning(combo=key.combo, name=name, does=(act.does if act else "") or tr(key.does))


class HelpPage(Page):
    """The keys in two columns, made of the very tables that the buttons come from."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Help for this page"))
        self._table = KeyTable(theme)
        self._scroll = Scroll(self._table)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 20, _SIDE, 0)
        column.setSpacing(12)
        column.addWidget(Section(theme, tr("Help for this page"), "F1"))
        column.addWidget(self._scroll, 1)

    def show_keys(self, keys: Sequence[Meaning]) -> None:
        """Shows these, from the top."""
        self._table.show_keys(keys)
        self.setAccessibleDescription(self._table.accessibleName())
        self._scroll.verticalScrollBar().setValue(0)

    def acts(self) -> Sequence[Act]:
        """Only the way back."""
        return (Act(combo="Esc", name=tr("Back"), filled=True),)

    def ring_rect(self) -> QRect:
        """Nothing here can be filled or chosen."""
        return QRect()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down scroll."""
        bar, step = self._scroll.verticalScrollBar(), {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if Qt.Key(event.key()) in step:
            bar.setValue(bar.value() + step[Qt.Key(event.key())] * self.theme.px(60))
        else:
            super().keyPressEvent(event)


class KeyTable(QWidget):
    """Cap, name and meaning of each key, as high as its sentences need."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[tuple[str, str, str]] = []
        self._caps = self._names = 0

    def show_keys(self, keys: Sequence[Meaning]) -> None:
        """Shows these, in their order."""
        theme = self._theme
        self._rows = [(key.combo, key.name, key.does) for key in keys]
        self._caps = max((cap_size(theme, combo).width() for combo, _, _ in self._rows), default=0)
        self._names = max((theme.width("strong", name) for _, name, _ in self._rows), default=0)
        said = (f"{combo}: {does or name}" for combo, name, does in self._rows)
        self.setAccessibleName("، ".join(said))
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setMinimumHeight(max((rect.bottom() + 1 for rect in self._places()), default=0))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(400), self.minimumHeight())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for (combo, name, does), place in zip(self._rows, self._places(), strict=True):
            self._paint_row(painter, place, combo, name, does)
        painter.end()

    def _places(self) -> list[QRect]:
        """The rows of both columns, the first column at the right."""
        half, wide = -(-len(self._rows) // 2), (self.width() - _BETWEEN) // 2
        places, top = [], 0
        for at, (_, _, does) in enumerate(self._rows):
            top = 0 if at == half else top
            lines = len(brush.broken(does, self._theme.font("body"), self._does(wide)))
            high = lines * self._theme.pitch("body") + _ROW
            places.append(QRect(0 if at >= half else wide + _BETWEEN, top, wide, high))
            top += high
        return places

    def _does(self, wide: int) -> int:
        return wide - self._caps - self._names - 2 * _GAP

    def _paint_row(self, painter: QPainter, place: QRect, combo: str, name: str, does: str) -> None:
        theme, pitch = self._theme, self._theme.pitch("body")
        size = cap_size(theme, combo)
        first = QRect(place.left(), place.top() + _ROW // 2, place.width(), pitch)
        cap = QRect(place.right() + 1 - size.width(), first.center().y() - size.height() // 2, 0, 0)
        cap.setSize(size)
        paint_cap(painter, cap, combo, "normal", theme)
        words = first.adjusted(0, 0, -self._caps - _GAP, 0)
        brush.write(painter, theme, words, name, "strong", "ink")
        words.adjust(0, 0, -self._names - _GAP, 0)
        for line in brush.broken(does, theme.font("body"), words.width()):
            brush.write(painter, theme, words, line, "body", "ink_2")
            words.translate(0, pitch)
        foot = QRect(place.left(), place.bottom(), place.width(), 1)
        painter.fillRect(foot, theme.colour("row_line"))
