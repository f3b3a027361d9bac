"""While a backup is being made."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal

from app.letters import persian_digits
from ui.frame.page import Act
from ui.frame.words import tr
from ui.look.parts.progress_bar import ProgressBar
from ui.look.theme import Theme
from ui.supervisor.settings.step_page import StepPage

_BEAT = 100


class MakingPage(StepPage):
    """How far the copy has come; Esc ends it (`stopped`)."""

    stopped = Signal()

    def __init__(self, theme: Theme) -> None:
        lead = tr("Work goes on meanwhile, here and at every counter.")
        super().__init__(theme, tr("The backup is being made"), lead)
        self.bar = ProgressBar(theme)
        self.column.addWidget(self.bar)
        self.column.addStretch(1)
        self._heard = (0, 0)
        self._beat = QTimer(self, interval=_BEAT)
        self._beat.timeout.connect(self._show)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.seen.connect(self._watch)

    def hear(self, done: int, of: int) -> None:
        """So many bytes of so many; from any thread."""
        self._heard = (done, of)

    def acts(self) -> Sequence[Act]:
        """It can be ended."""
        return (Act(combo="Esc", name=tr("Stop the backup")),)

    def press(self, combo: str) -> bool:
        """Esc ends it; nothing else means anything here."""
        if combo == "Esc":
            self.stopped.emit()
        return combo in ("Esc", "F8")

    def _watch(self, seen: bool) -> None:  # noqa: FBT001 - a slot
        self._heard = (0, 0)
        self._show()
        if seen:
            self._beat.start()
        else:
            self._beat.stop()

    def _show(self) -> None:
        done, of = self._heard
        part = min(done / of, 1.0) if of else 0.0
        n = persian_digits(str(round(100 * part)))
        self.bar.show_part(part, tr("{n} percent is written", n=n) if of else tr("Begins"))
