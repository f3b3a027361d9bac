"""The settings as a table that narrows while somebody types, and who changed what beside it."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.local import local
from app.persian import format_moment
from app.showing.settings import Change, SettingShown
from ui.frame.arrows import Arrows
from ui.frame.bare import BareField
from ui.frame.narrow import Narrowing
from ui.frame.page import GAP, Act
from ui.frame.words import tr
from ui.look.parts.paragraph import Paragraph
from ui.look.parts.row import Cell, Column, Row
from ui.look.parts.rows import RowList
from ui.look.parts.section import Section
from ui.look.theme import Theme
from ui.supervisor.settings.said import group_name, meaning_of, name_of, value_words
from ui.words import Words

_COLUMNS = (
    Column(width=100, role="secondary", colour="ink_2"),
    Column(width=260, role="strong"),
    Column(role="body"),
    Column(width=190, role="body", colour="ink_2"),
    Column(width=200, role="secondary", colour="ink_2"),
)
_LARGE = (
    Column(width=270, role="strong"),
    Column(role="body"),
    Column(width=150, role="body", colour="ink_2"),
)
_USUAL, _LOW = 34, 26
"""Heights of a row: enlarged ones stand closer, so that more of them are seen."""
_CHANGES = (
    Column(width=170, role="body"),
    Column(width=220, role="body"),
    Column(role="body", colour="ink_2"),
)


class _Found(NamedTuple):
    shown: SettingShown
    first: str
    text: str


class SettingsPane(QWidget):
    """`wanted` gives the setting to change, `usual_wanted` the one to take back; `turned` follows
    whatever its keys depend on.
    """

    wanted = Signal(object)
    usual_wanted = Signal(object)
    turned = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._words = Words()
        self._rows: Narrowing[_Found] = Narrowing(())
        self._shown: tuple[SettingShown, ...] = ()
        self.field = BareField(theme, tr("Search in the settings"))
        self.field.show_hint(tr("A word of the name or of what it does"))
        columns = _LARGE if theme.large else _COLUMNS
        high = _LOW if theme.large else _USUAL
        heads = _heads(large=theme.large)
        self.list = RowList(theme, columns, heads=heads, height=high, keeps_current=True)
        self.list.setAccessibleName(tr("All settings"))
        self.meaning = Paragraph(theme, "", "body", "ink")
        self.last = Paragraph(theme, "", "secondary", "ink_2")
        self.changes = RowList(theme, _CHANGES, height=30, empty=tr("Never changed here."))
        self.changes.setAccessibleName(tr("Who changed it"))
        self._title = Section(theme, tr("Who changed it"))
        self.field.edited.connect(lambda _: self._narrow())
        self.field.entered.connect(self._open)
        Arrows(self.field.line, self.list)
        self.list.opened.connect(lambda _: self._open())
        self.list.moved_to.connect(lambda _: self._meant())
        self._lay_out()

    @property
    def setting(self) -> SettingShown | None:
        """The one that is meant."""
        place = self.list.place
        return self._shown[place] if 0 <= place < len(self._shown) else None

    @property
    def stops(self) -> Sequence[QWidget]:
        """Where Tab stops."""
        return (self.field.line, self.list, *(() if self.theme.large else (self.changes,)))

    def show_settings(self, settings: Sequence[SettingShown]) -> None:
        """Shows them; what was typed to narrow the list still does."""
        self._rows = Narrowing([_Found(each, "", self._text(each)) for each in settings])
        self._narrow()

    def acts(self) -> Sequence[Act]:
        """Change, and back to what is usual."""
        shown = self.setting
        none = "" if shown else tr("Nothing is chosen in the list.")
        theirs = "" if not shown or shown.editable else tr("Only who looks after the office may")
        usual = tr("It is so already") if shown and shown.usual else ""
        why = none or theirs
        return (
            Act(
                combo="F6",
                name=tr("As usual"),
                why_not=why or usual,
                does=tr("Takes the setting back to what holds where nobody has set it"),
            ),
            GAP,
            Act(combo="Enter", name=tr("Change"), why_not=why, filled=not why),
        )

    def press(self, combo: str) -> bool:
        """The wish of a key, where it is possible."""
        if combo == "Esc" and self.field.value():
            self.field.show_value("")
            self._narrow()
        elif combo == "Enter":
            self._open()
        elif combo == "F6" and self.setting:
            self.usual_wanted.emit(self.setting)
        else:
            return False
        return True

    def enter(self) -> None:
        """To the search; what is typed takes the place of what stands there."""
        self.field.setFocus()
        self.field.line.selectAll()

    # -- how -------------------------------------------------------------------------------------

    def _open(self) -> None:
        if self.setting and self.setting.editable:
            self.wanted.emit(self.setting)

    def _text(self, shown: SettingShown) -> str:
        setting, words = shown.setting, self._words
        name, meaning = name_of(setting, words), meaning_of(setting, words)
        return f"{name} {meaning} {group_name(setting.group, self._words)} {setting.key}"

    def _narrow(self) -> None:
        self._shown = tuple(found.shown for found in self._rows.by(self.field.value()))
        self.list.show_empty(tr("No setting of that kind."))
        self.list.show_rows([self._row(shown) for shown in self._shown])
        if self.list.place < 0:
            self.list.go(0)
        self._meant()

    def _row(self, shown: SettingShown) -> Row:
        setting, words = shown.setting, self._words
        value = Cell(
            text=value_words(setting, shown.value, words),
            colour="ink" if shown.usual else "firuzeh_7",
            role="body" if shown.usual else "strong",
        )
        name = Cell(text=name_of(setting, words))
        usual = Cell(text=value_words(setting, setting.default, words))
        if self.theme.large:
            return Row(cells=(name, value, usual), key=setting.key)
        group = Cell(text=group_name(setting.group, self._words))
        return Row(cells=(group, name, value, usual, _who(shown)), key=setting.key)

    def _meant(self) -> None:
        shown = self.setting
        self.meaning.show_text(meaning_of(shown.setting, self._words) if shown else "")
        none = tr("Never changed here.")
        if shown and shown.setting.here:
            none = tr("A setting of this PC alone; nobody writes down who changes it.")
        self.changes.show_empty(none)
        changes = shown.changes if shown else ()
        self.changes.show_rows([self._change(each) for each in changes])
        self.last.show_text(self._last(changes) if self.theme.large else "")
        self.last.setVisible(bool(self.last.text))
        self.turned.emit()

    def _last(self, changes: Sequence[Change]) -> str:
        """Where there is no room for all of them, the newest; Ctrl+9 has the others."""
        told = self._change(changes[0]).cells if changes else ()
        return (
            tr("Changed last: {text}", text=" · ".join(cell.text for cell in told)) if told else ""
        )

    def _change(self, change: Change) -> Row:
        assert self.setting is not None
        cells = (
            Cell(text=format_moment(local(change.at))),
            Cell(text=change.who or tr("the program")),
            Cell(text=value_words(self.setting.setting, change.value, self._words)),
        )
        return Row(cells=cells, key=change.at.isoformat())

    def _lay_out(self) -> None:
        meaning = QVBoxLayout()
        meaning.setContentsMargins(12, 2, 12, 2)
        meaning.addWidget(self.meaning)
        meaning.addWidget(self.last)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(self.list, 5)
        column.addLayout(meaning)
        column.addWidget(self._title)
        column.addWidget(self.changes, 1)
        for part in (self._title, self.changes):
            part.setVisible(not self.theme.large)


def _who(shown: SettingShown) -> Cell:
    if shown.setting.here:
        return Cell(text=tr("of this PC"))
    last = shown.changes[0] if shown.changes else None
    return Cell(text=last.who or tr("the program")) if last else Cell(text="—")


def _heads(*, large: bool) -> tuple[str, ...]:
    middle = (tr("Setting"), tr("Now"), tr("Usually"))
    return middle if large else (tr("About"), *middle, tr("Changed last by"))
