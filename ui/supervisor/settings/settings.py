"""Joins the pages of the settings and the store."""

from functools import partial
from typing import Literal

from PySide6.QtCore import QObject

from app.deeds.setting import change_setting
from app.events.office import Rules
from app.refusal import Refusal
from app.showing.settings import SettingShown, settings_shown
from ui.frame.ask import Ask
from ui.frame.live import Live
from ui.frame.pick import Pick, PickRow
from ui.frame.words import tr
from ui.supervisor.means import Means
from ui.supervisor.settings.backups import Backups
from ui.supervisor.settings.page import SettingsPage
from ui.supervisor.settings.said import name_of, value_words
from ui.words import Words


def settings(means: Means) -> SettingsPage:
    """The page, kept up to date while it is seen."""
    page = SettingsPage(means.theme)
    page.setProperty("changing", Changing(means, page))
    page.setProperty("backups", Backups(means, page))
    return page


class Changing(QObject):
    """Settings are changed where they stand."""

    def __init__(self, means: Means, page: SettingsPage) -> None:
        super().__init__(page)
        self._means, self._page, self._words = means, page, Words()
        page.settings.wanted.connect(self.ask)
        page.recording_wanted.connect(means.record)
        page.settings.usual_wanted.connect(self.take_back)
        self._rules: Rules | None = None
        page.seen.connect(self._forget)
        Live(means.door, page, lambda look: look.office.rules, self._take_rules)

    def ask(self, shown: SettingShown, given: str | None = None) -> None:
        """Another value; `given` is what was typed before and could not be taken."""
        setting = shown.setting
        name = name_of(setting, self._words)
        if setting.choices:
            self._pick(shown, name)
            return
        kind: Literal["path", "text"] = "path" if setting.kind == "folder" else "text"
        stands = shown.value if given is None else given
        asked = Ask(question=name, kind=kind, given=stands, optional=setting.kind != "count")
        self._means.speaker.ask(asked, partial(self._change, shown))

    def take_back(self, shown: SettingShown) -> None:
        """To what holds where nobody has set it."""
        self._change(shown, shown.setting.default)

    def _pick(self, shown: SettingShown, name: str) -> None:
        setting = shown.setting
        rows = tuple(
            PickRow(
                id=said,
                first=str(place),
                text=value_words(setting, said, self._words),
                trailing=tr("now") if said == shown.value else "",
            )
            for place, said in enumerate(setting.choices, 1)
        )
        self._means.speaker.pick(Pick(title=name, rows=rows), partial(self._change, shown))

    def _change(self, shown: SettingShown, typed: str) -> None:
        deed = partial(change_setting, key=shown.setting.key, text=typed, seen=shown.value)
        self._means.door.do(deed, partial(self._changed, shown), partial(self._not, shown, typed))

    def _changed(self, shown: SettingShown, said: str) -> None:
        setting = shown.setting
        name, value = name_of(setting, self._words), value_words(setting, said, self._words)
        self._read()
        self._means.speaker.tell(tr("{name}: {value}", name=name, value=value))

    def _not(self, shown: SettingShown, typed: str, refusal: Refusal) -> None:
        """What cannot be taken is asked again, with what was typed."""
        if refusal.code.startswith(("setting_", "time_")) and "meanwhile" not in refusal.code:
            self.ask(shown, typed)
        self._read()
        self._means.speaker.refuse(self._words.refusal(refusal))

    def _forget(self) -> None:
        self._rules = None

    def _take_rules(self, rules: Rules) -> None:
        """The history is long: it is read where the settings are others than before."""
        if rules != self._rules:
            self._rules = rules
            self._read()

    def _read(self) -> None:
        clerk = self._means.door.clerk
        self._means.door.with_store(
            lambda store: settings_shown(store.journal, clerk), self._page.settings.show_settings
        )
