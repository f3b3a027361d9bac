"""One thing that is written anew: what is typed stays, whoever changes it meanwhile."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal

from ui.frame.page import GAP, Act, Page
from ui.frame.words import tr
from ui.look.parts.page_head import PageHead
from ui.look.theme import Theme

Values = Mapping[str, Any]


class KeptPage(Page):
    """`keep_wanted` gives the values by their names. `drop_wanted`: Esc while something is typed.

    `based` is what the next F8 takes the place of; None: a new thing.
    """

    keep_wanted = Signal(object)
    drop_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.head = PageHead(theme, "")
        self.based: Any = None
        self.key = ""
        self._title = ""
        self._theirs: tuple[Values, Any] | None = None
        self._stood: Values = {}

    @property
    def values(self) -> dict[str, Any]:
        """What stands in the fields."""
        raise NotImplementedError

    @property
    def lacking(self) -> str:
        """Why what is typed cannot be kept; empty where it can."""
        return ""

    @property
    def changed(self) -> bool:
        """Whether anything was typed that is not kept."""
        return self.values != self._stood

    def open_form(self, title: str, key: str, values: Values, based: Any) -> None:
        """Another thing, or the same anew."""
        self._title, self.key, self.based, self._theirs = title, key, based, None
        self._fill(values)

    def stands(self, values: Values, now: Any) -> None:
        """How the thing stands in the store by now; what is typed stays."""
        if now == self.based:
            self._theirs = None
        elif self.changed:
            self._theirs = values, now
        else:
            self.based, self._theirs = now, None
            self._fill(values)
        self._show_head()

    def overtaken(self) -> None:
        """The person has heard of it: the next F8 takes the place of what stands now."""
        if self._theirs:
            self.based = self._theirs[1]

    def show_values(self, values: Values) -> None:
        """Shows them in the fields; nothing of it counts as a change."""
        raise NotImplementedError

    def acts(self) -> Sequence[Act]:
        """Back, theirs, keep."""
        same = "" if self._theirs else tr("Nobody has changed it meanwhile.")
        idle = self._idle()
        return (
            Act(combo="Esc", name=tr("Back")),
            GAP,
            Act(combo="F7", name=tr("What stands by now"), why_not=same),
            *self.more(),
            GAP,
            Act(combo="F8", name=tr("Keep"), why_not=idle, filled=not idle),
        )

    def more(self) -> Sequence[Act]:
        """Further keys of this page."""
        return ()

    def press(self, combo: str) -> bool:
        """Keeps, shows what others kept, or leaves; asked first where something would be lost."""
        if combo == "F8" and not self._idle():
            self.keep_wanted.emit(self.values)
        elif combo == "F7" and self._theirs:
            values, self.based = self._theirs
            self._theirs = None
            self._fill(values)
        elif combo == "Esc" and self.changed:
            self.drop_wanted.emit()
        else:
            return super().press(combo)
        return True

    # -- how -------------------------------------------------------------------------------------

    def _idle(self) -> str:
        return self.lacking or ("" if self.changed else tr("Nothing was changed here."))

    def _fill(self, values: Values) -> None:
        self.show_values(values)
        self._stood = self.values
        self._show_head()

    def _show_head(self) -> None:
        chip = tr("Changed by somebody else meanwhile") if self._theirs else ""
        self.head.show_title(self._title, chip, "amber")
        self.acts_changed.emit()
