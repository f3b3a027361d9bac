"""How this PC's backups stand."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.backing import BackupState, Kept
from app.local import local
from app.persian import format_moment
from ui.frame.page import GAP, Act
from ui.frame.words import tr
from ui.look.parts.fact_lines import FactLines
from ui.look.parts.paragraph import Paragraph
from ui.look.parts.section import Section
from ui.look.theme import Theme
from ui.look.tokens import Colour
from ui.words import Words, shown

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_Fact = tuple[str, str, Colour]


class BackupPane(QWidget):
    """What its keys wish is in the names of its signals."""

    make_wanted = Signal()
    prove_wanted = Signal()
    daily_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.state: BackupState | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Backup"))
        self.ring_radius = 6
        self.facts, self.daily = FactLines(theme), FactLines(theme)
        self._lay_out()

    def show_state(self, state: BackupState) -> None:
        """Shows how things stand."""
        self.state = state
        self.facts.show_facts(_facts(state))
        self.daily.show_facts(_daily(state))

    @property
    def stops(self) -> Sequence[QWidget]:
        """Where Tab stops."""
        return (self,)

    def acts(self) -> Sequence[Act]:
        """Make and prove, prove, the folder of every day, the way back."""
        mine = bool(self.state and self.state.editable)
        why = "" if mine else tr("Only who looks after the office may")
        return (
            Act(combo="F7", name=tr("Prove a backup"), why_not=why),
            Act(combo="F4", name=tr("Daily backup"), why_not=why),
            GAP,
            Act(combo="F9", name=tr("Restore on this PC")),
            GAP,
            Act(combo="F8", name=tr("Make a backup"), why_not=why, filled=mine),
        )

    def press(self, combo: str) -> bool:
        """The wish of a key."""
        wishes = {
            "F8": self.make_wanted,
            "F7": self.prove_wanted,
            "F4": self.daily_wanted,
            "F9": self.back_wanted,
        }
        if combo not in wishes:
            return False
        wishes[combo].emit()
        return True

    def enter(self) -> None:
        """To the keys."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is the next natural act."""
        if event.key() in _ENTER and self.state and self.state.editable:
            self.make_wanted.emit()
        else:
            super().keyPressEvent(event)

    # -- how -------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 0)
        column.setSpacing(10)
        lead = tr(
            "A backup is a copy of all data of this PC. It opens on any PC with the recovery key"
            " that stands on your sheet, and with nothing else. What was never proven may not open"
            " on the day when it is needed: prove one now and then."
        )
        parts = (
            Paragraph(self.theme, lead, "body", "ink_2"),
            Section(self.theme, tr("Made and proven")),
            self.facts,
            Section(self.theme, tr("Daily, by itself")),
            self.daily,
        )
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)


def _facts(state: BackupState) -> list[_Fact]:
    made, proven = state.made, state.proven
    how = tr("the whole key was typed") if proven and proven.whole else tr("one group was typed")
    said: list[_Fact] = [
        (tr("Made last"), _at(made) or tr("none yet"), "ink" if made else "amber"),
        (
            tr("Proven last"),
            f"{_at(proven)} ({how})" if proven else tr("none yet"),
            "amber" if state.overdue else "ink",
        ),
    ]
    if state.overdue:
        advice = tr("The last proof is older than {n} days, or there is none.", n=state.days)
        said.append((tr("Reminder"), advice, "amber"))
    return said


def _daily(state: BackupState) -> list[_Fact]:
    if not state.folder:
        return [(tr("Folder"), tr("none: no backup is made by itself"), "amber")]
    said: list[_Fact] = [
        (tr("Folder"), shown("folder", state.folder), "ink"),
        (tr("When"), tr("after closing; {n} copies are kept", n=state.keep), "ink"),
        (tr("Last one"), _at(state.daily) or tr("none yet"), "ink"),
    ]
    if state.trouble:
        said.append((tr("Trouble"), trouble_words(state.trouble), "brick"))
    return said


def trouble_words(trouble: Kept) -> str:
    """Why the daily backup failed, and when."""
    why = Words().trouble(trouble.code, {"path": trouble.path})
    return tr("{at}: {why}", at=_moment(trouble.at), why=why)


def _at(kept: Kept | None) -> str:
    return f"{_moment(kept.at)}، {shown('path', kept.path)}" if kept else ""


def _moment(at: datetime) -> str:
    return format_moment(local(at))
