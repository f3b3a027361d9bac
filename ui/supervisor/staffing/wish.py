"""What is chosen on the page: the goal, and what is changed in thought."""

from typing import cast, get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.bidi import percent
from app.persian import persian_digits
from app.staffing.advice import Assumed, Goal, WhatIf
from ui.frame.words import tr
from ui.look.parts.choice_field import ChoiceField
from ui.look.theme import Theme

_SHARES = (50, 60, 70, 80, 90, 95)
_MINUTES = (0, 5, 10, 15, 20, 30, 45, 60)
_PERCENTS = (-30, -20, -10, 0, 10, 20, 30, 50, 100)
_COUNTERS = 20


class WishRow(QWidget):
    """`changed` comes at every choice by a person."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.share = ChoiceField(theme, tr("Share of people"))
        self.minutes = ChoiceField(theme, tr("Wait at most"))
        self.arrivals = ChoiceField(theme, tr("People who come"))
        self.service = ChoiceField(theme, tr("Time at the counter"))
        self.open = ChoiceField(theme, tr("Open counters"))
        self.assumed = ChoiceField(theme, tr("How serving varies"))
        self._fill()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(12)
        for field in self.fields():
            row.addWidget(field, 1)
            field.chosen.connect(lambda _: self.changed.emit())

    def fields(self) -> tuple[ChoiceField, ...]:
        """From the right."""
        return self.share, self.minutes, self.arrivals, self.service, self.open, self.assumed

    def goal(self) -> Goal:
        """What is wanted."""
        return Goal(share=int(self.share.value()) / 100, minutes=int(self.minutes.value()))

    def what_if(self) -> WhatIf:
        """What is changed in thought."""
        known = {each: each for each in get_args(Assumed)}
        return WhatIf(
            arrivals=int(self.arrivals.value()),
            service=int(self.service.value()),
            open=int(self.open.value()),
            assumed=cast("Assumed", known[self.assumed.value()]),
        )

    def _fill(self) -> None:
        self.share.show_options([(str(n), percent(persian_digits(str(n)))) for n in _SHARES], "80")
        minutes = [(str(n), tr("{n} minutes", n=n)) for n in _MINUTES]
        self.minutes.show_options(minutes, "10")
        for field in (self.arrivals, self.service):
            field.show_options([(str(n), _percent(n)) for n in _PERCENTS], "0")
        counters = [(str(n), tr("{n} counters", n=n)) for n in range(1, _COUNTERS + 1)]
        self.open.show_options([("0", tr("As the goal needs")), *counters], "0")
        self.assumed.show_options(
            [("measured", tr("As it was measured")), ("chance", tr("By pure chance"))], "measured"
        )


def _percent(number: int) -> str:
    if number == 0:
        return tr("As they were")
    return tr("{n}% more", n=number) if number > 0 else tr("{n}% fewer", n=-number)
