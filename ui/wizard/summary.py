"""What will be made, before it is made."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from app.spooling.printers import Printers
from ui.frame.page import Act
from ui.frame.words import tr
from ui.look.parts.label import Label
from ui.look.theme import Theme
from ui.own import Wanted
from ui.wizard.checks import NETWORK
from ui.wizard.step import Step


class SummaryStep(Step):
    """Enter or F8 makes it; meanwhile a line says so, and no key does anything."""

    def __init__(self, theme: Theme) -> None:
        lead = tr("Enter makes the office. Until now nothing was written.")
        super().__init__(theme, tr("All of it once more"), lead)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._rows: list[QWidget] = []
        self._progress = Label(theme, "", "strong", "firuzeh_7")
        self.making = False

    def show_wanted(self, wanted: Wanted) -> None:
        """Shows it line by line."""
        for row in self._rows:
            row.setParent(None)
        self._rows = []
        for name, text in told(wanted):
            left = Label(self.theme, text, "field")
            right = Label(self.theme, name, "body", "ink_2")
            right.setFixedWidth(self.theme.px(150))
            self._rows += [right, left]
            self.put(right, left, shares=(0, 1))
        self.column.addWidget(self._progress)
        self.setAccessibleDescription("، ".join(": ".join(line) for line in told(wanted)))

    def show_making(self, *, making: bool) -> None:
        """Says that it is being made."""
        self.making = making
        self._progress.show_text(tr("The office is being made") if making else "")
        self.acts_changed.emit()

    def acts(self) -> Sequence[Act]:
        """None while it is being made."""
        return () if self.making else super().acts()

    def onward(self) -> Act:
        """The one key that writes something."""
        return Act(combo="F8", name=tr("Make the office"), filled=True)

    def press(self, combo: str) -> bool:
        """As every page, but not twice."""
        return self.making or super().press(combo)

    def ring_rect(self) -> QRect:
        """Nothing here can be filled."""
        return QRect()


def told(wanted: Wanted) -> Sequence[tuple[str, str]]:
    """Names and values, ready to show."""
    printers = _printers(wanted.printers)
    if wanted.sample:
        sample = tr("Chalus, with two counters, a kiosk and three clerks")
        return ((tr("Office"), tr("The sample office")), (tr("With"), sample), *printers)
    clerk = tr("{name}, by password", name=wanted.clerk) if wanted.password else wanted.clerk
    place = tr("Counter {n}", n=wanted.name) if wanted.role == "counter" else wanted.name
    return (
        (tr("Agency"), wanted.agency or "—"),
        (tr("Office"), wanted.office),
        (tr("This PC"), place),
        (tr("Letters of its numbers"), wanted.series),
        (tr("Clerk"), clerk),
        *printers,
    )


def _printers(printers: Printers) -> Sequence[tuple[str, str]]:
    return (
        (tr("Roll printer"), _printer(printers.roll.name)),
        (tr("Page printer"), _printer(printers.page.name)),
    )


def _printer(name: str) -> str:
    shown = name.removeprefix(NETWORK)
    return f"\u2066{shown}\u2069" if shown else tr("no printer yet")
