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
from ui.wizard.progress import Progress
from ui.wizard.step import Step

UNREAD = 0.5
"""Seconds in which Enter agrees to nothing: some scanners send more than one."""


class FileStep(Step):
    """Where the file is; it may be dropped, and a scanner types into the same field."""

    def __init__(self, theme: Theme) -> None:
        lead = tr(
            "The centre's administrator gives a file for this PC, or shows a symbol to scan."
            " Each is good for one PC."
        )
        super().__init__(theme, tr("Join an office that has a centre"), lead)
        self.file = Field(theme, tr("File with its folder, or the scanned symbol"))
        self.file.show_hint(tr("Drop the file here, or choose it with F4"))
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
    """Says whose PC this is to be and asks once; then how far it is. Esc ends what is begun."""

    stopped = Signal()

    def __init__(self, theme: Theme, node: NodeFile) -> None:
        lead = tr("If so, press Enter; all else happens by itself. Otherwise Esc.")
        super().__init__(theme, tr("Is this PC the one described here?"), lead)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for name, text in described(node):
            self._line(name, text)
        self.progress = Progress(theme)
        self.put(self.progress)
        self._shown_at = 0.0
        self.show_working(working=False)
        self.setAccessibleName(tr("Is this PC the one described here?"))
        self.setAccessibleDescription("، ".join(": ".join(line) for line in described(node)))

    def show_working(self, *, working: bool) -> None:
        """Whether it is being joined now."""
        self.working = working
        self.progress.show_words(tr("The centre is being asked") if working else "")
        self.progress.setVisible(working)
        self.acts_changed.emit()

    def show_stopping(self) -> None:
        """It ends as soon as the centre has answered the question that is under way."""
        self.progress.show_words(tr("It is being stopped"))

    def acts(self) -> Sequence[Act]:
        """One answer, and the way back."""
        if self.working:
            return (Act(combo="Esc", name=tr("Stop")),)
        return (Act(combo="Esc", name=tr("Back")), GAP, self.onward())

    def onward(self) -> Act:
        """The answer."""
        return Act(combo="Enter", name=tr("Yes, join"), filled=True)

    def press(self, combo: str) -> bool:
        """Enter agrees, once, and not before it could be read."""
        if self.working:
            if combo == "Esc":
                self.stopped.emit()
            return True
        if combo in {"F8", "Enter"} and monotonic() - self._shown_at < UNREAD:
            return True
        return super().press(combo)

    def enter(self) -> None:
        """To the question itself."""
        self._shown_at = monotonic()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def ring_rect(self) -> QRect:
        """Nothing here can be filled."""
        return QRect()

    def _line(self, name: str, text: str) -> None:
        left: QWidget = Label(self.theme, text, "field")
        right = Label(self.theme, name, "body", "ink_2")
        right.setFixedWidth(self.theme.px(150))
        self.put(right, left, shares=(0, 1))


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
