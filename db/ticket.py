"""Tickets as the queue, the hall and the figures read them."""

import re
from typing import Any

from app.event import micros, moment
from app.folds import ticket
from app.folds.ticket import Ticket, Turn
from app.local import day_of, local
from app.persian import search_key
from app.ports import VisitLine
from db.projection import Projection, Row, Rows
from db.sql.figures import MISSING, VISIT
from db.sql.ticket import CALL, TICKET

_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")


def label_key(label: str) -> str:
    """A label as it is compared: in any spelling, its number with or without zeros before it."""
    return _ZEROS.sub("", search_key(label))


def _rows(state: Ticket) -> Rows:
    row = (
        state.id,
        state.label,
        label_key(state.label),
        state.series,
        state.number,
        state.day.isoformat(),
        state.state,
        state.lane,
        micros(state.effective_at),
        state.issued_at,
        micros(state.held_until) if state.held_until else None,
        state.ended_at,
        state.service,
        state.code,
        state.title,
        state.counter,
        state.outcome,
        state.how,
        len(state.deficiencies),
        len(state.referrals),
        _slip_for(state),
        state.comes_for,
        None if state.ended else state.request or None,
    )
    counters = {call.id: call.counter for call in state.calls}
    calls = [(call, state.id, counters.get(call)) for call in state.granted]
    return {TICKET: [row], CALL: calls, VISIT: _visits(state), MISSING: _missing(state)}


def _visits(state: Ticket) -> list[Row]:
    """Its turns at counters; and the wait that nobody's call ended, unless it goes on."""
    rows = [_visit(state, place, turn) for place, turn in enumerate(state.turns)]
    if state.ended == "cleared" and not state.carried_to:
        rows.append(_given_up(state))
    return rows


def _visit(state: Ticket, place: int, turn: Turn) -> Row:
    since, begun = moment(min(turn.since, turn.called)), turn.begun
    waited = state.how == "ticket"
    return (
        state.day.isoformat(),
        turn.counter,
        turn.called,
        state.id,
        place,
        local(since).hour,
        turn.service,
        turn.clerk,
        _seconds(turn.since, turn.called) if waited else None,
        _seconds(turn.called, begun) if waited and begun else None,
        _seconds(begun, turn.ended) if begun else None,
        turn.ended,
        "kept" if state.carried_to else turn.end,
    )


def _given_up(state: Ticket) -> Row:
    ended = state.ended_at or state.issued_at
    hour = local(moment(state.waits_since)).hour
    told = (hour, state.service, "", None, None, None, ended, "cleared")
    place = len(state.turns) or -1
    return (state.day.isoformat(), "", 0, state.id, place, *told)


def _seconds(since: int, until: int) -> int:
    """Whole ones; a clock that was put back makes none."""
    return max(until - since, 0) // 1_000_000


def _missing(state: Ticket) -> list[Row]:
    """The papers of its slips, on the day on which they were told."""
    return [
        (
            day_of(moment(each.at)).isoformat(),
            state.id,
            slip,
            place,
            each.slip.service,
            paper.title,
            int(slip > 0 or bool(each.slip.reason)),
        )
        for slip, each in enumerate(state.deficiencies)
        for place, paper in enumerate(each.slip.missing)
    ]


def _slip_for(state: Ticket) -> str | None:
    """Whom the newest slip awaits, until they come back with it; who has no code is known by the
    slip alone.
    """
    newest = state.deficiencies[-1] if state.deficiencies else None
    if newest is None or newest.redeemed or newest.slip.applicant is None:
        return None
    return newest.slip.applicant.id or None


PROJECTION = Projection(
    ticket.FOLD, {TICKET: "id", CALL: "ticket", VISIT: "ticket", MISSING: "ticket"}, _rows
)


def visit_line(row: tuple[Any, ...]) -> VisitLine:
    """A row of `VISITS_OF_DAY` as the figures read it."""
    outcome, state, how, counter, deficiencies, referrals = row
    return VisitLine(
        state=state,
        how=how,
        outcome=outcome or "",
        counter=counter,
        deficiencies=deficiencies,
        referrals=referrals,
    )
