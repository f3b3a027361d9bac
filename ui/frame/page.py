"""A page: what fills a window between its head and its keys."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.roles import Roles, not_allowed
from app.value import Value
from ui.look.theme import Theme
from ui.words import Words


class Act(Value, frozen=True, kw_only=True):
    """A key as it stands now. `why_not`: it is not possible, and says so when it is pressed.

    `filled` marks the next natural act; only one key at a time has it. `note` is a small line under
    the name. `does` stands in the help where the name alone does not say it. All texts are in the
    language of the window.
    """

    combo: str
    name: str
    why_not: str = ""
    filled: bool = False
    note: str = ""
    does: str = ""


GAP = Act(combo="", name="")
"""A hairline between two groups of keys."""


class Page(QWidget):
    """Shows a part of the state, takes keys, and emits what the person wants."""

    acts_changed = Signal()
    """The key bar should ask `acts` again."""

    leave = Signal()
    """The person wants back to where they came from (Esc)."""

    seen = Signal(bool)
    """Whether it stands on top; what nobody sees need not be read again."""

    shuts: frozenset[str] = frozenset()
    """Keys of the window that mean here what `acts` says, else nothing."""

    whole: bool = False
    """It is seen whole while something is said or asked: it makes room for that."""

    acting: str = ""
    """The role of whoever works there, as the window says it; empty: it makes no difference."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme

    def acts(self) -> Sequence[Act]:
        """The keys of the bar from the right end to the left; the window shows them."""
        return ()

    def theirs(self, may: Roles) -> str:
        """Why a key that is for those roles alone is not possible: whose business it is. Empty for
        them. Nothing is asked of somebody whom the deed would refuse afterwards.
        """
        mine = not self.acting or self.acting in may
        return "" if mine else Words().refusal(not_allowed(may))

    def press(self, combo: str) -> bool:
        """Does what the key means here; False where it means nothing here."""
        if combo == "Esc":
            self.leave.emit()
            return True
        return combo in self.shuts

    def stops(self) -> Sequence[QWidget]:
        """Where Tab stops, in this order, before it goes to the keys and round again; where this
        says nothing, Tab goes as Qt has it.
        """
        return ()

    def enter(self) -> None:
        """Puts the focus where the work begins."""
        self.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.seen.emit(False)
