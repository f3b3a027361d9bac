"""«دلیل این فراخوان»: everything that was reckoned with, from what stands in the journal."""

from collections.abc import Iterator
from datetime import datetime

from app.local import day_of
from app.persian import format_moment, format_time
from app.showing.why import WhyShown
from ui.frame.words import tr


def why_sentence(why: WhyShown | None) -> str:
    """The rule first, then what counted, then where they waited."""
    if why is None:
        return tr("This visit was not called from the queue.")
    return " · ".join(_parts(why))


def _parts(why: WhyShown) -> Iterator[str]:
    yield _rule(why)
    yield tr("number taken at {issued}", issued=_time(why.issued_at, why))
    if why.kept:
        yield tr("kept from an earlier day")
    if why.slip:
        yield tr("back with a deficiency slip, without a new wait")
    if why.credit:
        yield tr("{credit} minutes ahead for {priority}", credit=why.credit, priority=why.priority)
    if why.appointment:
        yield _appointment(why)
    yield tr("counts from {effective}", effective=_time(why.effective_at, why))
    if why.behind:
        yield tr("put back behind others")
    if why.held:
        yield tr("on hold since {time}", time=_time(why.held, why))
    yield _line(why)
    if why.anywhere:
        yield tr("on no counter's list: every counter calls for it")


def _time(at: datetime, why: WhyShown) -> str:
    """With its date where that is not today."""
    return format_time(at) if day_of(at) == why.day else format_moment(at)


def _rule(why: WhyShown) -> str:
    if why.rule == "chosen":
        return tr("Called out of order: {reason}", reason=why.reason)
    if why.rule == "raised":
        return tr("Put before others: {reason}", reason=why.reason)
    return tr("{label} is the earliest whom this counter takes", label=why.label)


def _appointment(why: WhyShown) -> str:
    time = _time(why.appointment, why) if why.appointment else ""
    if why.in_time:
        return tr("appointment at {time}", time=time)
    return tr("came too late for the appointment at {time}", time=time)


def _line(why: WhyShown) -> str:
    if why.lane == "counter":
        return tr("sent to counter {n}", n=why.where)
    if why.lane == "clerk":
        return tr("sent to {name}", name=why.where)
    return tr("line of «{title}»", title=why.where)
