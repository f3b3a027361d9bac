"""One entry of the catalogue: what is typed, what it is based on, and what its keys do."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.catalogue_check import Flaw, flaws, unfinished
from app.showing.catalogue import NEW, EntryShown
from app.sub_service import SubService
from ui.frame.page import Act, Page
from ui.frame.sheet_lines import edition
from ui.frame.words import tr
from ui.look.parts.page_head import PageHead
from ui.look.theme import Theme
from ui.look.tokens import Colour
from ui.supervisor.catalogue.entry_acts import ENTER, entry_acts
from ui.supervisor.catalogue.entry_typed import EntryTyped
from ui.supervisor.catalogue.entry_view import EntryView
from ui.words import Words

_SOON = 120
"""Milliseconds until what is typed is on the disk."""


class EntryPage(Page):
    """`keep_wanted` gives what stands in the fields, `draft_changed` what is half typed, or None
    where nothing is; `attach_wanted`, `save_wanted`, `open_wanted` and `drop_wanted` the title of a
    form; `known_wanted` names of which one shall be chosen. `told` gives a sentence for the strip.
    """

    keep_wanted = Signal(object)
    draft_changed = Signal(object)
    attach_wanted = Signal(str)
    save_wanted = Signal(str)
    open_wanted = Signal(str)
    drop_wanted = Signal(str)
    known_wanted = Signal(object)
    told = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.typed = EntryTyped()
        self.head = PageHead(theme, "")
        self.view = EntryView(theme)
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self.flush)
        self.view.edited.connect(self._edited)
        self.view.turned.connect(self.acts_changed)
        self.view.drop_wanted.connect(self.drop_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 4)
        column.setSpacing(4)
        column.addWidget(self.head)
        column.addWidget(self.view, 1)

    # -- what it shows ---------------------------------------------------------------------------

    def open_entry(self, shown: EntryShown) -> None:
        """Another entry: what was half typed of it before is there again."""
        self.typed.take(shown)
        if shown.draft:
            self.typed.go_on(shown.draft)
            self.told.emit(tr("What was half typed here is back."), "advice")
        self.view.turn(0)
        self._fill()

    def show_entry(self, shown: EntryShown) -> None:
        """The same entry as it stands by now; what is typed stays."""
        if shown.key != self.typed.key:
            return
        if self.typed.changed:
            self.typed.shown = shown
            self._show_rest()
        else:
            self.kept(shown)

    def copy(self, sheet: SubService) -> None:
        """Begins a new entry with what another one says."""
        self.typed.sheet = sheet
        self._fill()
        self._soon.start()

    def kept(self, shown: EntryShown) -> None:
        """What was typed holds now."""
        self._soon.stop()
        self.typed.take(shown)
        self._fill()

    def overtaken(self, version: int) -> None:
        """Somebody else kept a version meanwhile: what is typed takes its place if it is kept once
        more.
        """
        self.typed.based = version
        self.flush()
        self._show_head()

    def go(self, flaw: Flaw) -> None:
        """To where it is mended."""
        self.view.go(flaw)

    def flush(self) -> None:
        """What is half typed is given to be kept, now."""
        self._soon.stop()
        self.draft_changed.emit(self.typed.draft)

    # -- keys ------------------------------------------------------------------------------------

    def acts(self) -> Sequence[Act]:
        """The keys of the part that is seen."""
        return entry_acts(self.view, self.typed.shown, changed=self.typed.changed)

    def press(self, combo: str) -> bool:
        """The wish of a key, where it is possible."""
        possible = {act.combo for act in self.acts() if not act.why_not}
        deeds: dict[str, Callable[[], object]] = {
            "Esc": self._back,
            "F2": self._add,
            "F3": self._remove,
            "F4": self._attach_or_choose,
            "F5": lambda: self.save_wanted.emit(self.view.title),
            "F6": lambda: self.open_wanted.emit(self.view.title),
            "F7": self._forget,
            "F8": self._keep,
            "F9": self.view.look_at_flaws,
            "F11": lambda: self.drop_wanted.emit(self.view.title),
        }
        if combo == "Ctrl+Z" and self.view.in_list:
            self.view.in_list.undo()
            return True
        if combo not in deeds or combo not in possible:
            return super().press(combo)
        deeds[combo]()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no control took: Enter goes on."""
        if event.key() in ENTER:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def stops(self) -> Sequence[QWidget]:
        """The tabs, the part, what is lacking."""
        return self.view.stops

    def enter(self) -> None:
        """To the parts; of a new entry to its code."""
        if self.typed.key == NEW:
            self.view.part.enter()
        else:
            self.view.tabs.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever goes elsewhere leaves nothing behind that is not kept."""
        if self._soon.isActive():
            self.flush()
        super().hideEvent(event)

    # -- how -------------------------------------------------------------------------------------

    def _back(self) -> None:
        if self.view.covered:
            self.view.uncover()
        elif not self.view.tabs.hasFocus():
            self.view.tabs.setFocus()
        else:
            self._leave()

    def _leave(self) -> None:
        self.flush()
        self.leave.emit()
        if self.typed.changed:
            said = tr("What you typed is kept as a draft; it is not in force.")
            self.told.emit(said, "advice")

    def _add(self) -> None:
        if self.view.part.table:
            self.view.part.table.add()

    def _remove(self) -> None:
        if self.view.part.table:
            self.view.part.table.remove()

    def _attach_or_choose(self) -> None:
        if self.view.on_files:
            self.attach_wanted.emit(self.view.title)
        elif self.typed.shown:
            units = self.view.place_of_known == "unit"
            self.known_wanted.emit(
                self.typed.shown.units if units else self.typed.shown.departments
            )

    def _forget(self) -> None:
        if self.typed.shown:
            self.typed.take(self.typed.shown)
            self._fill()
            self.flush()

    def _keep(self) -> None:
        lacking = unfinished(self.typed.sheet)
        if self.view.go_wrong():
            self.told.emit(tr("Mend the number that is marked first."), "refusal")
        elif lacking:
            self.go(lacking)
            self.told.emit(Words().flaw(lacking), "refusal")
        else:
            self.flush()
            self.keep_wanted.emit(self.typed.sheet)

    def _edited(self, name: str, value: object) -> None:
        self.typed.put(name, value)
        self._soon.start()
        self._show_rest()

    def _fill(self) -> None:
        self.view.show_sheet(self.typed.sheet, new=self.typed.key == NEW)
        self._show_rest()

    def _show_rest(self) -> None:
        entry = self.typed.entry
        files = entry.files if entry else ()
        self.view.show_files(files, self.typed.sheet)
        units = self.typed.shown.office_units if self.typed.shown else ()
        self.view.show_flaws(flaws(self.typed.sheet, files, units))
        foot = edition(entry) if entry and not self.typed.changed else ""
        self.view.aside.show_sheet(self.typed.sheet, foot)
        self._show_head()

    def _show_head(self) -> None:
        self.head.show_title(self.typed.title(), self.typed.chip(), "amber")
        colour: Colour = "amber" if self.typed.overtaken else "ink_2"
        self.head.trailing.show_text(self.typed.origin(), colour)
        self.acts_changed.emit()
