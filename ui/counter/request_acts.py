"""Which keys of a request's page are possible now, and why not."""

from app.folds.request import Request
from app.showing.request import RequestShown
from ui.counter.keys import name_of
from ui.frame.page import GAP, Act
from ui.frame.words import tr
from ui.words import Words


def request_acts(shown: RequestShown) -> tuple[Act, ...]:
    """The key bar of the page; places never change."""
    found = shown.request
    over = _over(found)
    return (
        Act(combo="Esc", name=tr("Back")),
        GAP,
        Act(combo="F12", name=tr("Declare void"), why_not=over),
        Act(combo="F11", name=tr("Withdrawal"), why_not=over),
        Act(combo="F4", name=tr("Correct")),
        Act(combo="F3", name=tr("Inquiry"), why_not=over),
        Act(combo="F7", name=tr("Deficiency"), why_not=over),
        Act(combo="Ctrl+6", name=tr(name_of("Ctrl+6")), why_not=over, filled=_to_answer(found)),
        _step(found, over),
        GAP,
        Act(combo="F8", name=tr("Receipt again")),
    )


def _over(found: Request) -> str:
    return "" if found.open else Words().value("state", found.state)


def _to_answer(found: Request) -> bool:
    return found.waits_for in ("answer", "delivery")


def _step(found: Request, over: str) -> Act:
    if found.waits_for == "unit":
        return Act(combo="F6", name=tr("Result came back"), filled=True)
    none_left = tr("No step is left") if found.open and found.current_step is None else ""
    handing = found.waits_for == "hand_over"
    return Act(
        combo="F6", name=tr("Hand over to the unit"), why_not=over or none_left, filled=handing
    )
