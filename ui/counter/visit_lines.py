"""What was done in a visit, as lines: each paper with what became of it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.event import moment
from app.folds.request import Request
from app.folds.ticket import Deficiency
from app.persian import format_time
from app.showing.visit import VisitShown
from app.spooling.spool import Job, came_elsewhere, newest_of
from app.spooling.waiting import Stop, stops
from ui.counter.keys import name_of
from ui.counter.lines import Line
from ui.counter.state import CounterState
from ui.frame.paper_words import stop_words
from ui.frame.printer_words import role_short
from ui.frame.words import tr
from ui.words import Words, shown

_TROUBLED = ("unconfirmed", "failed", "held")


class _Papers(NamedTuple):
    """The papers on their way, and what those wait for that stand still."""

    jobs: Sequence[Job]
    stops: Mapping[int, Stop]
    words: Words

    def newest(self, kind: str, key: str) -> Job | None:
        """Its last paper; of one that was sent again long ago nothing is known any more."""
        return newest_of(self.jobs, kind, key)


class _Done(NamedTuple):
    """Something that was done, when, and the paper that it has."""

    at: int
    line: Line


def visit_lines(state: CounterState, words: Words) -> tuple[Line, ...]:
    """What is wrong, then the oldest first, what is not finished yet last. Ids are «kind key» of
    the paper.
    """
    if state.visit is None:
        return ()
    papers = _Papers(state.jobs, stops(state.printers, state.jobs, state.conditions), words)
    done = sorted(_done(state.visit, papers), key=lambda one: one.at)
    return (*_elsewhere(state), *(one.line for one in done), *_present(state))


def called_elsewhere(counter: str) -> str:
    """What is said to each of two counters that have the same client."""
    return tr("This number was called to counter {n} as well.", n=counter)


def _elsewhere(state: CounterState) -> tuple[Line, ...]:
    """What must be cleared up before anything else is done for this client."""
    others = state.visit.elsewhere(state.number) if state.visit else ()
    return tuple(
        Line(
            icon="alert-triangle",
            text=tr("At counter {n}, too", n=other),
            tone="brick",
            why=called_elsewhere(other),
        )
        for other in others
    )


def _done(visit: VisitShown, papers: _Papers) -> list[_Done]:
    ticket = visit.ticket
    slips = [_slip(ticket.id, slip, papers) for slip in ticket.deficiencies]
    new = [_receipt(one, papers) for one in visit.requests if one.ticket == ticket.id]
    given = [
        _delivered(one, papers)
        for one in visit.requests
        if one.delivery and one.delivery.said.ticket == ticket.id
    ]
    return [*slips, *new, *given]


def _receipt(request: Request, papers: _Papers) -> _Done:
    job = papers.newest("receipt", request.tracking)
    text = _with_state(tr("Receipt"), job, papers)
    note = shown("tracking", request.tracking)
    line = _line(f"receipt {request.tracking}", text, note, job, papers)
    return _Done(request.registered_at, line)


def _delivered(request: Request, papers: _Papers) -> _Done:
    assert request.delivery is not None
    number = request.delivery.said.number
    job = papers.newest("answer", number)
    text = tr("Answer delivered to the applicant")
    note = shown("tracking", request.tracking)
    if job is not None and not job.ended:
        text = _with_state(tr("Notice of the answer"), job, papers)
    return _Done(request.delivery.at, _line(f"answer {number}", text, note, job, papers))


def _slip(ticket: str, slip: Deficiency, papers: _Papers) -> _Done:
    job = papers.newest("deficiency", slip.slip.number)
    at = format_time(moment(slip.at))
    note = tr("{state}, {time}", state=_state(job, papers), time=at) if job else at
    return _Done(slip.at, _line(f"deficiency {ticket}", tr(name_of("F7")), note, job, papers))


def _present(state: CounterState) -> tuple[Line, ...]:
    """The request that is being filled in."""
    guided = state.entry is not None and state.entry.sheet.mode == 1
    if state.visit is None or not state.begun or guided or state.sheet.registered:
        return ()
    if state.visit.requests and not state.sheet.code:
        return ()  # an answer was given, and nothing else is asked for
    count = sum(one.ticket == state.visit.ticket.id for one in state.visit.requests)
    text = tr("Request {n}", n=count + 1)
    return (Line(icon="edit", text=text, note=tr("being filled in")),)


def _line(id_: str, text: str, note: str, job: Job | None, papers: _Papers) -> Line:
    troubled = job is not None and job.state in _TROUBLED
    stopped = job is not None and job.id in papers.stops
    refusal = job.refusal if job else None
    return Line(
        id=id_,
        icon="printer-off" if troubled or stopped else "printer",
        text=text,
        note=note,
        tone="brick" if troubled else "amber" if stopped else "normal",
        why=papers.words.refusal(refusal) if refusal else "",
    )


def _with_state(paper: str, job: Job | None, papers: _Papers) -> str:
    if job is None:
        return paper
    return tr("{paper} {state}", paper=paper, state=_state(job, papers))


def _state(job: Job, papers: _Papers) -> str:
    stop = papers.stops.get(job.id)
    if stop and stop.behind:
        return stop_words(stop)
    if came_elsewhere(job) and job.state in ("sent", "confirmed"):
        return tr("on {printer}", printer=role_short(job.role))
    states = {
        "queued": tr("in the queue of the printer"),
        "sending": tr("is being printed"),
        "confirmed": tr("printed"),
        "sent": tr("sent"),
        "unconfirmed": tr("print not confirmed"),
        "held": tr("waits for a printer"),
    }
    return states.get(job.state, tr("not printed"))
