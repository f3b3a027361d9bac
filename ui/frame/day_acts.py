"""Keys that every page with the daily report has."""

from app.showing.day import DayShown
from ui.frame.page import Act
from ui.frame.words import tr


def supplement_act(shown: DayShown) -> Act:
    """F7: from the report to its supplement, and back."""
    does = tr("What came after the closing, or the report again")
    if shown.supplement:
        return Act(combo="F7", name=tr("The report itself"), does=does)
    none = "" if shown.late else tr("Nothing came after the closing")
    return Act(combo="F7", name=tr("Supplement"), does=does, why_not=none)


def print_act(shown: DayShown, why_not: str = "") -> Act:
    """F8: on paper what is on the screen."""
    name = tr("Print the supplement") if shown.supplement else tr("Print the report")
    return Act(combo="F8", name=name, why_not=why_not, filled=not why_not)
