"""Which keys are possible now, and why not: a pure reading of the state."""

from collections.abc import Callable, Mapping, Sequence

from app.checklist import Checklist
from ui.counter.keys import name_of
from ui.counter.own_fields import field_refusal
from ui.counter.state import CounterState
from ui.frame.page import GAP, Act
from ui.frame.words import tr


def counter_acts(state: CounterState) -> tuple[Act, ...]:
    """The key bar between two clients and while one is served: places never change."""
    return (
        _next(state),
        GAP,
        _act("F11", _needs_label(state)),
        _no_show(state),
        _act("F3", _needs_label(state)),
        _act("Shift+F8", _needs_registered(state)),
        _act("F6", _papers(state), filled=natural_act(state) == "F6"),
        _slip(state),
        GAP,
        _register(state),
    )


def why_not(state: CounterState, combo: str) -> str:
    """Why a key is not possible now, has it a button or not; empty where it is."""
    for act in counter_acts(state):
        if act.combo == combo:
            return act.why_not
    reasons = _REASONS.get(combo, ())
    return next((why for reason in reasons if (why := reason(state))), "")


def natural_act(state: CounterState) -> str:
    """The combo of the next natural act: the one filled button (look: it changes key, never
    place).
    """
    if not state.visit or state.sheet.registered:
        return "F2"
    if not _register_why(state):
        return "F8"
    if _is_done(state):
        return "F2"
    if not state.identified or not _missing(state.checklist):
        return ""
    return "F7" if state.checklist and state.checklist.missing else "F6"


def _is_done(state: CounterState) -> bool:
    """Whether nothing is left to do: guidance, a slip in the client's hand, an answer given."""
    visit = state.visit
    if visit is None or not state.begun or state.unregistered:
        return False
    guided = state.entry is not None and state.entry.sheet.mode == 1
    gave = bool(visit.requests) and not state.identified
    return guided or gave or bool(visit.ticket.deficiencies)


def _act(combo: str, why_not: str = "", *, filled: bool = False) -> Act:
    return Act(combo=combo, name=tr(name_of(combo)), why_not=why_not, filled=filled)


def _next(state: CounterState) -> Act:
    why = _asking(state) or _awaited(state) or _resting(state)
    filled = state.visit is not None and not why and natural_act(state) == "F2"
    name = tr("Call by the paper") if state.by_paper else tr("Next person")
    return Act(combo="F2", name=name, why_not=why, filled=filled)


def _asking(state: CounterState) -> str:
    return tr("The centre is being asked.") if state.asking else ""


def _resting(state: CounterState) -> str:
    """Why nobody is called here, and what opens the counter."""
    if state.paused is None:
        return ""
    if state.visit is not None:
        return tr("The counter rests; F12 ends this visit")
    return tr("The counter rests: {reason}; Shift+F7 opens it", reason=state.paused.reason)


def _here_already(state: CounterState) -> str:
    return tr("The client is here already") if state.begun else ""


def _awaited(state: CounterState) -> str:
    """Whom this counter waits for, and what to do if nobody comes."""
    if state.visit is None or state.begun:
        return ""
    if state.visit.recorded:
        return tr("Waiting for the client; F12 if nobody comes")
    return tr("Waiting for the client; F4 if nobody comes")


def _no_show(state: CounterState) -> Act:
    if state.undoable and state.visit is None:
        return Act(combo="F4", name=tr("Take it back"), note=state.undoable_label)
    served = state.visit is not None and state.visit.recorded
    why = tr("Something is recorded in this visit; F12 ends it") if served else ""
    return _act("F4", _needs_label(state) or why)


def _slip(state: CounterState) -> Act:
    why = _needs_visit(state) or ("" if state.identified else tr("The applicant is not known"))
    if not why and (state.checklist is None or not state.checklist.rows):
        why = tr("No papers are asked for")
    return _act("F7", why or _already(state), filled=natural_act(state) == "F7")


def _register(state: CounterState) -> Act:
    why = _register_why(state)
    at_once = state.entry is not None and state.entry.sheet.mode == 3 and state.sheet.ready_text
    name = tr("Register, give and print") if at_once else tr("Register and print receipt")
    filled = natural_act(state) == "F8"
    return Act(combo="F8", name=name, why_not=why, filled=filled, note=why)


def waits_for_field(state: CounterState) -> bool:
    """Whether a field that nobody can read is all that keeps the request from being registered."""
    return not _before_fields(state) and bool(_unreadable(state))


def _register_why(state: CounterState) -> str:
    if why := _before_fields(state):
        return why
    if wrong := _unreadable(state):
        return tr("{field} is wrong", field=wrong)
    empty = _empty(state)
    return tr("{n} fields are empty", n=empty) if empty else ""


def _before_fields(state: CounterState) -> str:
    if not state.visit:
        return tr("The applicant is not known")
    if state.entry and state.entry.sheet.mode == 1:
        return tr("Guidance only; F12 ends the visit")
    if state.sheet.registered:
        return _already(state)
    if why := _unknown(state):
        return why
    if left := _missing(state.checklist):
        return tr("{n} papers remain", n=left)
    return ""


def _unknown(state: CounterState) -> str:
    """What must still be said of the applicant."""
    if not state.identified or not state.sheet.name.strip():
        return tr("The applicant is not known")
    return "" if state.sheet.told_apart else tr("Father's name or mobile phone is needed")


def _papers(state: CounterState) -> str:
    if state.sheet.registered:
        return _already(state)
    if state.checklist is None or not state.checklist.rows:
        return _needs_visit(state) or tr("No papers are asked for")
    return _needs_visit(state) or ("" if state.identified else tr("The applicant is not known"))


def _missing(checklist: Checklist | None) -> int:
    """Obligatory papers that are not there, settled or not."""
    if checklist is None:
        return 0
    return len(checklist.unsettled) + sum(row.obligatory for row in checklist.missing)


def _empty(state: CounterState) -> int:
    """Fields of the sub-service that must be filled in and are not."""
    fields = state.entry.sheet.fields if state.entry else ()
    told = state.sheet.details
    return sum(field.obligatory and not told.get(field.title, "").strip() for field in fields)


def _unreadable(state: CounterState) -> str:
    """The first field of the sub-service that is filled with what nobody can read; empty: none."""
    fields = state.entry.sheet.fields if state.entry else ()
    told = [(field, state.sheet.details.get(field.title, "")) for field in fields]
    wrong = (field.title for field, text in told if text.strip() and field_refusal(field, text))
    return next(wrong, "")


def _needs_visit(state: CounterState) -> str:
    return "" if state.visit else tr("Nobody is at the counter")


def _needs_label(state: CounterState) -> str:
    if state.visit and not state.visit.ticket.label:
        return tr("This visit has no number")
    return _needs_visit(state)


def _needs_registered(state: CounterState) -> str:
    return "" if state.sheet.registered else tr("After registering the request")


def _closed(state: CounterState) -> str:
    """Why nothing is filled in any more, and where it is mended."""
    if not state.sheet.registered:
        return ""
    return tr("The request is registered; Shift+F8 begins the next, F9 finds it to correct it.")


def _already(state: CounterState) -> str:
    return tr("Registered already") if state.sheet.registered else ""


_REASONS: Mapping[str, Sequence[Callable[[CounterState], str]]] = {
    **dict.fromkeys(("Shift+F4", "Shift+F11"), (_needs_label,)),
    "Shift+F3": (_needs_label, _here_already),
    "Shift+F2": (_asking, _resting),
    **dict.fromkeys(("F5", "F10"), (_asking,)),
    **dict.fromkeys(("F12", "Shift+F12", "Shift+F6", "Ctrl+4", "Ctrl+5"), (_needs_visit,)),
    **dict.fromkeys(("Ctrl+2", "Ctrl+3"), (_needs_visit, _closed)),
}
"""Of keys that have no button in the bar."""
