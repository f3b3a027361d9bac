"""The key by which a backup is proven, and what it then holds."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.backing import Proven
from app.letters import persian_digits
from app.local import local
from app.persian import format_moment
from ui.frame.page import GAP, Act
from ui.frame.words import tr
from ui.look.parts.fact_lines import FactLines
from ui.look.parts.field import Field
from ui.look.theme import Theme
from ui.supervisor.settings.step_page import StepPage
from ui.words import shown

GROUP = 6


class ProvePage(StepPage):
    """Asks for the recovery key: one group of it, or all of it where F6 says so."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("Does it open elsewhere?"), "")
        self.whole, self.group, self.busy = False, 1, False
        self.path = ""
        self.one = Field(theme, tr("The group"), kind="code", most=GROUP)
        self.all = Field(theme, tr("Recovery key, eight groups"), kind="code", most=64)
        for field in (self.one, self.all):
            field.entered.connect(self.forward)
            self.column.addWidget(field)
        self.column.addStretch(1)

    @property
    def field(self) -> Field:
        """Where it is typed."""
        return self.all if self.whole else self.one

    def show_file(self, path: str, group: int) -> None:
        """Asks anew, for that group (from 1), of that file."""
        self.path, self.group = path, group
        self.show_busy(busy=False)
        for field in (self.one, self.all):
            field.show_value("")
        self._ask(whole=False)

    def show_busy(self, *, busy: bool) -> None:
        """Whether the backup is being opened."""
        self.busy = busy
        self.acts_changed.emit()

    def enter(self) -> None:
        """To the key."""
        self.field.setFocus()

    def stops(self) -> Sequence[QWidget]:
        """The key."""
        return (self.field.line,)

    def onward(self) -> Sequence[Act]:
        """One group or all; prove."""
        wait = tr("It is being opened") if self.busy else ""
        other = tr("One group only") if self.whole else tr("The whole key")
        return (
            Act(combo="F6", name=other, why_not=wait),
            GAP,
            Act(combo="F8", name=tr("Prove it"), why_not=wait, filled=not wait),
        )

    def press(self, combo: str) -> bool:
        """F6 asks for the other."""
        if combo == "F6":
            self._ask(whole=not self.whole)
            self.enter()
            return True
        return super().press(combo)

    def _ask(self, *, whole: bool) -> None:
        self.whole = whole
        self.one.setVisible(not whole)
        self.all.setVisible(whole)
        n = persian_digits(str(self.group))
        self.one.show_label(tr("Group {n} of the recovery key, as on your sheet", n=n))
        lead = (
            tr(
                "Type the whole key from the sheet. {path} is opened in a place of its own with"
                " this key alone, as another PC would open it.",
                path=shown("path", self.path),
            )
            if whole
            else tr(
                "Take the sheet with the recovery key and type group {n}. Then {path} is opened"
                " in a place of its own with that key alone, as another PC would open it.",
                n=n,
                path=shown("path", self.path),
            )
        )
        self.lead.show_text(lead)
        self.acts_changed.emit()


class ProvenPage(StepPage):
    """What a proven backup holds."""

    def __init__(self, theme: Theme) -> None:
        lead = tr("It opened with the recovery key alone, and its records hold against each other.")
        super().__init__(theme, tr("The backup opens"), lead)
        self.facts = FactLines(theme)
        self.column.addWidget(self.facts)
        self.column.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_proven(self, proven: Proven, path: str) -> None:
        """Shows it."""
        last = format_moment(local(proven.last)) if proven.last else "—"
        self.facts.show_facts(
            (
                (tr("Whose"), proven.name, "ink"),
                (tr("File"), shown("path", path), "ink"),
                (tr("Holds"), tr("{n} records", n=f"{proven.events:,}"), "ink"),
                (tr("The last of"), last, "ink"),
                (tr("To be kept"), tr("away from this PC, and the sheet elsewhere again"), "ink_2"),
            )
        )

    def acts(self) -> Sequence[Act]:
        """Done."""
        return (Act(combo="F8", name=tr("Finish"), filled=True),)

    def press(self, combo: str) -> bool:
        """Every key of leaving leads to the chapter."""
        if combo in ("F8", "Esc"):
            self.forward.emit()
            return True
        return False
