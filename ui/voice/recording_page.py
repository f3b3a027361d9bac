"""The words of the voice, one below the other: which are recorded, and which lack."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal

from app.announcing import AGAIN, AND, CLIPS, COUNTER, NUMBER
from app.letters import persian_digits
from ui.frame.list_page import ListPage
from ui.frame.page import GAP, Act
from ui.frame.words import tr
from ui.look.parts.row import Cell, Column, Row
from ui.look.parts.rows import RowList
from ui.look.theme import Theme
from ui.voice.bank import Bank

RECORD, PLAY, SAMPLE, DROP, CLOSE = "F5", "F6", "F7", "Shift+F4", "F12"

_COLUMNS = (
    Column(width=260, role="strong"),
    Column(role="body", colour="ink_2"),
    Column(width=220, align="end", role="body"),
)


class RecordingPage(ListPage):
    """`wanted` carries the key and the name of the word that is current."""

    wanted = Signal(str, str)

    def __init__(self, theme: Theme, bank: Bank) -> None:
        heads = (tr("Word"), tr("What it is for"), tr("Recording"))
        super().__init__(theme, tr("Words of the voice"), RowList(theme, _COLUMNS, heads=heads))
        self._bank = bank
        self._recording = ""
        self._names = tuple(CLIPS)
        self.table.opened.connect(lambda _: self.press(RECORD))
        self.show_bank()

    @property
    def current(self) -> str:
        """The name of the word that the keys mean."""
        return self._names[max(self.table.place, 0)]

    def show_bank(self) -> None:
        """As it stands on the disk now."""
        self.table.show_rows([self._row(name) for name in self._names])
        lacking = len(self._bank.lacking())
        chip = tr("{n} words lack", n=persian_digits(str(lacking))) if lacking else ""
        self.head.show_title(tr("Words of the voice"), chip, "amber")
        said = tr("until then the synthetic voice speaks") if lacking else tr("All are recorded")
        self.head.trailing.show_text(said)
        self.acts_changed.emit()

    def show_recording(self, name: str) -> None:
        """The microphone listens to that word, or no longer."""
        self._recording = name
        self.show_bank()

    def go_on(self, name: str) -> None:
        """After that word comes the next one that lacks."""
        self.show_bank()
        place = self._names.index(name)
        later = (*range(place + 1, len(self._names)), *range(place))
        lacking = [each for each in later if not self._bank.has(self._names[each])]
        if self._bank.has(name) and lacking:
            self.table.go(lacking[0])

    def acts(self) -> Sequence[Act]:
        """What may be done with the word that is current."""
        lacks = "" if self._bank.has(self.current) else tr("This word is not recorded yet.")
        busy = tr("End the recording first.") if self._recording else ""
        end = tr("End and listen") if self._recording else tr("Record")
        return (
            Act(combo=RECORD, name=end, filled=True),
            GAP,
            Act(combo=PLAY, name=tr("Listen"), why_not=busy or lacks),
            Act(combo=SAMPLE, name=tr("A call as in the hall"), why_not=busy),
            Act(combo=DROP, name=tr("Forget this recording"), why_not=busy or lacks),
            GAP,
            Act(combo=CLOSE, name=tr("Close this window"), why_not=busy),
        )

    def press(self, combo: str) -> bool:
        """Tells what is wished of which word."""
        keys = (RECORD, PLAY, SAMPLE, DROP, CLOSE)
        name = self._recording or self.current
        wishes: dict[str, Callable[[], object]] = {
            key: partial(self.wanted.emit, key, name) for key in keys
        }
        return self.wished(combo, wishes)

    def _row(self, name: str) -> Row:
        if name == self._recording:
            state = Cell(text=tr("Speak now …"), role="strong", colour="brick")
        elif self._bank.has(name):
            state = Cell(text=tr("Is recorded"), colour="firuzeh_7")
        else:
            state = Cell(text=tr("Lacks"), colour="amber")
        return Row(cells=(Cell(text=CLIPS[name]), Cell(text=_use(name)), state), key=name)


def _use(name: str) -> str:
    uses = {
        NUMBER: tr("before the number, joined to it"),
        COUNTER: tr("before the counter, joined to it"),
        AGAIN: tr("when a call is repeated"),
        AND: tr("between two parts of a number, said short"),
    }
    if name in uses:
        return uses[name]
    return tr("letter of a series") if name.startswith("letter") else tr("number")
