"""What the hall says, in the language of its windows."""

from datetime import datetime, time

from app.letters import persian_digits, persian_figures
from app.persian import format_time
from app.showing.hall import CounterBoard, Group, Hall, Resting
from ui.frame.counter_words import counter_named, counters_named
from ui.frame.words import tr


def label_said(label: str) -> str:
    """A number as it stands on the client's paper."""
    return persian_figures(label)


def counter_said(counter: str) -> str:
    """«باجه ۳»."""
    return tr("Counter {counter}", counter=counter_named(counter))


def waiting_said(hall: Hall) -> tuple[tuple[str, str], ...]:
    """How many wait for what: the name of the group and the number."""
    names: dict[Group, str] = {
        "requests": tr("for a request"),
        "answers": tr("for an answer"),
        "guidance": tr("for guidance"),
    }
    return tuple(
        (name, persian_digits(str(hall.waiting.get(group, 0)))) for group, name in names.items()
    )


def resting_said(resting: Resting) -> str:
    """That a counter rests, and where to go instead."""
    counter = counter_named(resting.counter)
    if not resting.others:
        return tr("Counter {counter} does not serve for the moment", counter=counter)
    others = counters_named(resting.others)
    if len(resting.others) == 1:
        return tr("Counter {counter} rests; go to counter {other}", counter=counter, other=others)
    return tr("Counter {counter} rests; go to counters {others}", counter=counter, others=others)


def hours_said(hours: tuple[time, time] | None) -> str:
    """From when until when the office answers today; nothing of a closed day."""
    if hours is None:
        return ""
    since, until = (format_time(each) for each in hours)
    return tr("Open from {since} to {until}", since=since, until=until)


def closed_said(hours: tuple[time, time] | None) -> str:
    """That nobody is called any more today."""
    if hours is None:
        return tr("The office is closed today")
    since, until = (format_time(each) for each in hours)
    return tr("The office is closed now; open from {since} to {until}", since=since, until=until)


def notice_said(hall: Hall) -> str:
    """The line at the foot."""
    parts = (hours_said(hall.hours), hall.notice, opinions_said(hall.sms_line))
    return " · ".join(persian_figures(part) for part in parts if part)


def opinions_said(sms_line: str) -> str:
    """Where opinions are sent to; nothing where the office has no line for them."""
    if not sms_line:
        return ""
    return tr("Your opinion: SMS {line}", line=f"\u2066{persian_digits(sms_line)}\u2069")


def updated_said(at: datetime) -> str:
    """Since when nothing new has come."""
    return tr("Last updated at {time}", time=format_time(at))


def trouble_said(code: str) -> str:
    """Why nothing is heard."""
    if code == "sound_missing":
        return tr("No sound: no loudspeaker is connected")
    return tr("No sound: the voice is missing") if code else ""


def services_title(board: CounterBoard) -> str:
    """What stands above the list of services; nothing where there are none."""
    if board.removed:
        return ""
    if board.everything:
        return tr("All services of the desk, among them")
    return tr("Services of this counter")
