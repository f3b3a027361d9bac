"""Settings and backups, in two tabs."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.backing import BackupState
from app.settings import VOICE_VOLUME, the_setting
from ui.frame.list_keys import ListKeys
from ui.frame.page import Act, Page
from ui.frame.words import tr
from ui.look.parts.page_head import PageHead
from ui.look.parts.part_tabs import PartTabs
from ui.look.theme import Theme
from ui.supervisor.settings.backup_pane import BackupPane
from ui.supervisor.settings.settings_pane import SettingsPane

_TABS = ("F2", "F3")
_VOICE = "F7"


class SettingsPage(Page):
    """F2 and F3 lead to the tabs: digits are typed into the search. `recording_wanted`: the words
    of the hall's voice are to be recorded.
    """

    recording_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.head = PageHead(theme, tr("Settings and backup"))
        self.settings, self.backup = SettingsPane(theme), BackupPane(theme)
        self.tabs = PartTabs(theme, [tr("All settings"), tr("Backup")])
        self.stack = QStackedWidget()
        for pane in (self.settings, self.backup):
            self.stack.addWidget(pane)
        self.settings.turned.connect(self.acts_changed)
        self.tabs.chosen.connect(self.turn)
        self.tabs.entered.connect(self.enter)
        self._digits = ListKeys((self.tabs, self.settings.list, self.backup), "12", self.press)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 20, 4)
        column.setSpacing(4)
        for part in (self.head, self.tabs):
            column.addWidget(part)
        column.addWidget(self.stack, 1)
        self.tabs.choose(0)

    @property
    def pane(self) -> SettingsPane | BackupPane:
        """The tab that is seen."""
        return self.backup if self.stack.currentIndex() else self.settings

    def show_backup(self, state: BackupState) -> None:
        """How backups stand."""
        self.backup.show_state(state)
        chip = ""
        if state.overdue:
            chip = tr("No proven backup for {n} days", n=state.days)
        if state.trouble:
            chip = tr("The daily backup fails")
        self.head.show_title(tr("Settings and backup"), chip, "brick" if state.trouble else "amber")
        self.acts_changed.emit()

    def turn(self, place: int) -> None:
        """Another tab, and into it."""
        self.tabs.choose(place)
        self.stack.setCurrentIndex(place)
        self.enter()
        self.acts_changed.emit()

    def enter(self) -> None:
        """Into the tab that is seen."""
        self.pane.enter()

    def stops(self) -> Sequence[QWidget]:
        """The tabs, then what is seen."""
        return (self.tabs, *self.pane.stops)

    def acts(self) -> Sequence[Act]:
        """The two tabs, then the keys of what is seen."""
        here = self.stack.currentIndex()
        other = tr("All settings") if here else tr("Backup")
        voice = Act(
            combo=_VOICE,
            name=tr("Record the voice"),
            why_not=self.theirs(the_setting(VOICE_VOLUME).may),
            does=tr("The hall then calls with a voice of this office; it is kept on this PC"),
        )
        return (
            Act(combo=_TABS[1 - here], name=other),
            *(() if here else (voice,)),
            *self.pane.acts(),
        )

    def press(self, combo: str) -> bool:
        """The wish of a key, where it is possible."""
        if combo in _TABS:
            self.turn(_TABS.index(combo))
        elif combo == _VOICE and self.pane is self.settings:
            self.recording_wanted.emit()
        elif combo in ("1", "2"):
            self.turn(int(combo) - 1)
        elif not self.pane.press(combo):
            return super().press(combo)
        return True
