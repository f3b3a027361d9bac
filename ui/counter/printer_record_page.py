"""What one printer is (F3 at the printers): its roll, its head, what it can and what it proves."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from app.printer import Printer, Proof
from app.refusal import Refusal
from app.spooling.printer_check import checked
from app.spooling.printers import Printers, Role, roll_printer
from app.spooling.roads import talks
from ui.counter.printer_form import PrinterForm
from ui.counter.side_page import SidePage
from ui.frame.page import GAP, Act
from ui.frame.paper_words import printer_name, role_name
from ui.frame.printer_words import on_roll, road_words
from ui.frame.words import tr
from ui.look.parts.label import Label
from ui.look.parts.page_head import PageHead
from ui.look.theme import Theme
from ui.words import Words

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class PrinterRecordPage(SidePage):
    """`keep_wanted` gives the role, the printer and whether slips go to plain paper; `ask_wanted`
    the role and the printer as it stands in the fields; `test_wanted` the role. `unkept` gives what
    `keep_wanted` does: the person leaves, and it is not kept.
    """

    keep_wanted = Signal(str, object, bool)
    ask_wanted = Signal(str, object)
    test_wanted = Signal(str)
    unkept = Signal(str, object, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._words = Words()
        self._role: Role = "roll"
        self._printers = Printers()
        self.head = PageHead(theme, tr("Settings of the printer"))
        self.name = Label(theme, role="field")
        self.form = PrinterForm(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 20, 4)
        column.setSpacing(4)
        column.addWidget(self.head)
        inset = QVBoxLayout()
        inset.setContentsMargins(12, 0, 12, 4)
        inset.addWidget(self.name)
        column.addLayout(inset)
        column.addWidget(self.form, 1)
        self.form.edited.connect(self._look)

    def show_record(self, role: Role, printers: Printers) -> None:
        """Shows a printer as it is kept."""
        self._role, self._printers = role, printers
        name = printers.named(role)
        self.name.show_text(f"{printer_name(name)} · {road_words(name)}")
        self.form.show_record(role, printers)
        self._look()

    def take_proof(self, role: Role, proof: Proof) -> None:
        """What that printer could prove just now."""
        if role == self._role:
            self.form.take_proof(proof)

    def enter(self) -> None:
        """To the first field."""
        self.form.enter()

    # -- keys ------------------------------------------------------------------------------------

    def acts(self) -> Sequence[Act]:
        """Usual values, asking the printer, trying it, keeping."""
        same = "" if self._changed else tr("Nothing is changed")
        unsaid = "" if talks(self._kept.name) else tr("Nobody can ask it on this road")
        first = tr("Keep the changes first (F8)") if self._changed else ""
        no_roll = "" if on_roll(self._role) else tr("Only of roll printers")
        usual = no_roll or ("" if self.form.printer() != self._usual else tr("All is as usual"))
        return (
            Act(combo="Esc", name=tr("Back")),
            GAP,
            Act(combo="F4", name=tr("Usual values"), why_not=usual),
            Act(combo="F7", name=tr("Ask the printer"), why_not=unsaid),
            Act(combo="F6", name=tr("Test print"), why_not=first),
            GAP,
            Act(combo="F8", name=tr("Keep the settings"), why_not=same, filled=not same),
        )

    def press(self, combo: str) -> bool:
        """The wish of a key, where it is possible."""
        possible = {act.combo for act in self.acts() if not act.why_not}
        deeds: dict[str, Callable[[], object]] = {
            "F4": lambda: self.form.take_printer(self._usual),
            "F6": lambda: self.test_wanted.emit(self._role),
            "F7": lambda: self.ask_wanted.emit(self._role, self.form.printer()),
            "F8": lambda: self.keep_wanted.emit(*self._as_typed),
        }
        if combo == "Esc" and self._changed:
            self.unkept.emit(*self._as_typed)
            return True
        if combo not in deeds or combo not in possible:
            return super().press(combo)
        deeds[combo]()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no field took: Enter goes on."""
        if Qt.Key(event.key()) in _ENTER:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    # -- how -------------------------------------------------------------------------------------

    @property
    def _kept(self) -> Printer:
        return self._printers.of(self._role)

    @property
    def _usual(self) -> Printer:
        """As most printers of that roll are; what it proves is its own."""
        now = self.form.printer()
        return replace(roll_printer(now.name, now.width), proof=now.proof)

    @property
    def _changed(self) -> bool:
        to_page = self.form.to_page.isChecked()
        return (self.form.printer(), to_page) != (self._kept, self._printers.roll_to_page)

    def _look(self) -> None:
        """Says at once what may not be so."""
        try:
            checked(self.form.printer())
        except Refusal as refusal:
            self.head.trailing.show_text(self._words.refusal(refusal), "brick")
        else:
            self.head.trailing.show_text("", "ink_2")
        chip = tr("changed, not kept yet") if self._changed else ""
        title = tr("Settings: {printer}", printer=role_name(self._role))
        self.head.show_title(title, chip, "amber")
        self.acts_changed.emit()

    @property
    def _as_typed(self) -> tuple[Role, Printer, bool]:
        return self._role, self.form.printer(), self.form.to_page.isChecked()
