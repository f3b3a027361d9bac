"""The pages on which a PC joins an office that has a centre: the file, the question, the wait."""

from collections.abc import Sequence
from time import monotonic

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from app.sync.node_file import NodeFile
from ui.frame.bare import take_as_typed
from ui.frame.page import GAP, Act
from ui.frame.words import tr
from ui.look.parts.field import Field
from ui.look.parts.label import Label
from ui.look.theme import Theme
from ui.wizard.checks import check_pin
from ui.wizard.pin_field import pin_field
from ui.wizard.progress import Progress
from ui.wizard.step import Step

UNREAD = 0.5
"""Seconds in which Enter agrees to nothing: some scanners send more than one."""


class FileStep(Step):
    """Where the file is; it may be dropped, and a scanner types into the same field."""

    def __init__(self, theme: Theme) -> None:
        lead = tr("Take the file of this PC, or its symbol, from the centre's administrator.")
        super().__init__(theme, tr("Join an office that has a centre"), lead)
        label = tr("File with its folder, or the scanned symbol")
        self.file = Field(theme, label, tr("can be dropped here too"))
        take_as_typed(self.file)
        self.put(self.file)
        self.file.line.setAcceptDrops(False)
        self.setAcceptDrops(True)

    def said(self) -> str:
        """What stands in the field, as it was typed."""
        return self.file.line.text()

    def acts(self) -> Sequence[Act]:
        """Back, the choosing of a file, and on."""
        choose = Act(combo="F4", name=tr("Choose a file"))
        return (Act(combo="Esc", name=tr("Back")), GAP, choose, self.onward())

    def press(self, combo: str) -> bool:
        """F4 chooses among the files."""
        if combo == "F4":
            self._choose()
            return True
        return super().press(combo)

    def enter(self) -> None:
        """What was typed before is typed over."""
        super().enter()
        self.file.line.selectAll()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may come down."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """It is taken as if its name were typed."""
        event.acceptProposedAction()
        self._take(event.mimeData().urls()[0].toLocalFile())

    def _choose(self) -> None:
        dialog = QFileDialog(self, tr("Choose a file"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._take)
        dialog.open()

    def _take(self, file: str) -> None:
        self.file.line.setText(file)
        self.forward.emit()


class JoinStep(Step):
    """Says whose PC this is to be, and asks once; of a kiosk, with its PIN."""

    def __init__(self, theme: Theme, node: NodeFile) -> None:
        title = tr("Is this PC the one described here?")
        kiosk = node.role == "kiosk"
        super().__init__(theme, title, _lead(kiosk=kiosk))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for name, text in described(node):
            self._line(name, text)
        self.pin = pin_field(theme) if kiosk else None
        if self.pin is not None:
            self.put(self.pin)
        self._shown_at = 0.0
        self.setAccessibleName(title)
        self.setAccessibleDescription("، ".join(": ".join(line) for line in described(node)))

    def read(self) -> str:
        """The PIN that was chosen; empty where there is no kiosk. Refuses as `check_pin` does."""
        pin = self.pin.value() if self.pin is not None else ""
        if self.pin is not None:
            check_pin(pin)
        return pin

    def onward(self) -> Act:
        """The answer."""
        return Act(combo="Enter", name=tr("Yes, join"), filled=True)

    def press(self, combo: str) -> bool:
        """Enter agrees, and not before it could be read."""
        if combo in {"F8", "Enter"} and monotonic() - self._shown_at < UNREAD:
            return True
        return super().press(combo)

    def enter(self) -> None:
        """To what is to be filled, else to the question itself."""
        self._shown_at = monotonic()
        asked = self if self.pin is None else self.pin
        asked.setFocus(Qt.FocusReason.OtherFocusReason)

    def ring_rect(self) -> QRect:
        """The question itself cannot be filled."""
        return QRect()

    def _line(self, name: str, text: str) -> None:
        left: QWidget = Label(self.theme, text, "field")
        right = Label(self.theme, name, "body", "ink_2")
        right.setFixedWidth(self.theme.px(150))
        self.put(right, left, shares=(0, 1))


class WaitStep(Step):
    """How far the joining is; Esc ends it."""

    stopped = Signal()

    def __init__(self, theme: Theme, node: NodeFile) -> None:
        lead = tr("Nothing needs to be done. The window of this PC opens by itself.")
        title = tr("Joining {office}", office=node.office_name)
        super().__init__(theme, title, lead)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title)
        self.progress = Progress(theme)
        self.progress.show_words(tr("The centre is being asked"))
        self.put(self.progress)
        self._stopping = False

    def show_taken(self, taken: int, of: int) -> None:
        """So many lines of so many have come."""
        if not self._stopping:
            self.progress.show_taken(taken, of)

    def acts(self) -> Sequence[Act]:
        """Nothing but to stop."""
        return (Act(combo="Esc", name=tr("Stop")),)

    def press(self, combo: str) -> bool:
        """It ends as soon as the centre has answered what it was just asked."""
        if combo == "Esc" and not self._stopping:
            self._stopping = True
            self.progress.show_words(tr("It is being stopped"))
            self.stopped.emit()
        return combo in {"Esc", "Enter", "F8"}

    def ring_rect(self) -> QRect:
        """Nothing here can be filled."""
        return QRect()


def _lead(*, kiosk: bool) -> str:
    """How to answer."""
    if kiosk:
        return tr("If so, choose the PIN by which alone this kiosk is left. Otherwise Esc.")
    return tr("If so, press Enter; all else happens by itself. Otherwise Esc.")


def described(node: NodeFile) -> Sequence[tuple[str, str]]:
    """Names and values, ready to show."""
    roles = {
        "counter": tr("Counter"),
        "kiosk": tr("Kiosk"),
        "hall": tr("Screen of the hall"),
        "supervisor": tr("Supervisor"),
        "unit": tr("Unit of the office"),
    }
    return (
        (tr("Office"), node.office_name),
        (tr("Role of this PC"), roles[node.role]),
        (tr("Name of this PC"), tr("{name}", name=node.name)),
        (tr("Letters of its numbers"), node.series or tr("gives no numbers")),
    )
