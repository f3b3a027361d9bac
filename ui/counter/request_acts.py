"""Which keys of a request's page are possible now, and why not."""

from app.event import moment
from app.folds.request import Request
from app.showing.request import RequestShown
from ui.counter.keys import name_of
from ui.frame.page import GAP, Act
from ui.frame.words import tr
from ui.words import Words, shown


def request_acts(request: RequestShown) -> tuple[Act, ...]:
    """The key bar of the page; places never change. What is over gives its receipt, what was handed
    over takes corrections, too, and nothing else.
    """
    found = request.request
    return (
        Act(combo="Esc", name=tr("Back")),
        GAP,
        _while_open(found, "F12", tr("Declare void")),
        _while_open(found, "F11", tr("Withdrawal")),
        _correct(found),
        _while_open(found, "F3", tr("Inquiry")),
        _while_open(found, "F7", tr("Deficiency")),
        _while_open(found, "Ctrl+6", tr(name_of("Ctrl+6")), filled=_to_answer(found)),
        _step(found),
        GAP,
        _while_open(found, "Shift+F8", tr("Cover sheet of the request")),
        Act(combo="F8", name=tr("Receipt again")),
    )


def step_acts(request: RequestShown) -> tuple[Act, ...]:
    """The key bar of the page for whoever does the steps; the rest is the business of the desk."""
    found = request.request
    return (
        Act(combo="Esc", name=tr("Back")),
        GAP,
        _while_open(found, "F3", tr("Inquiry")),
        _while_open(found, "F7", tr("Deficiency")),
        _while_open(found, "Shift+F8", tr("Cover sheet of the request")),
        GAP,
        _step(found),
    )


def _while_open(found: Request, combo: str, name: str, *, filled: bool = False) -> Act:
    """A key that says under its name how the request ended, and when pressed, what to do now."""
    note = "" if found.open else Words().value("state", found.state)
    return Act(combo=combo, name=name, why_not=_over(found), filled=filled, note=note)


def _correct(found: Request) -> Act:
    """A paper that its applicant has may still be wrong; nothing hangs on one that is void."""
    if found.ended:
        return _while_open(found, "F4", tr("Correct"))
    return Act(combo="F4", name=tr("Correct"))


def _over(found: Request) -> str:
    """Why nothing more can be done with it; empty while it can."""
    if found.delivery:
        when, name = _when(found.delivery.at), found.delivery.said.receiver_name
        return tr(
            "Given to {name} on {when}; anything more is a new request.", name=name, when=when
        )
    if found.ended == "withdrawn":
        when = _when(found.ended_at)
        return tr(
            "Withdrawn by the applicant on {when}; anything more is a new request.", when=when
        )
    if found.ended:
        return tr("Void since {when}; anything more is a new request.", when=_when(found.ended_at))
    return ""


def _when(at: int | None) -> str:
    return shown("datetime", None if at is None else moment(at))


def _to_answer(found: Request) -> bool:
    return found.waits_for in ("answer", "delivery")


def _step(found: Request) -> Act:
    if found.waits_for == "unit":
        return Act(combo="F6", name=tr("Result came back"), filled=True)
    if found.open and found.current_step is None:
        return Act(combo="F6", name=tr("Hand over to the unit"), why_not=_no_step(found))
    handing = found.waits_for == "hand_over"
    return _while_open(found, "F6", tr("Hand over to the unit"), filled=handing)


def _no_step(found: Request) -> str:
    if found.answers:
        return tr("No step is left and the answer is ready; Ctrl+6 hands it over.")
    return tr("No step is left; Ctrl+6 writes the answer.")
