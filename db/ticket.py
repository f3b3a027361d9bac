"""Tickets as the queue, the hall and the figures read them."""

import re
from typing import Any

from app.event import micros
from app.folds import ticket
from app.folds.ticket import Ticket
from app.persian import search_key
from app.ports import VisitLine
from db.projection import Projection, Rows
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
    )
    counters = {call.id: call.counter for call in state.calls}
    calls = [(call, state.id, counters.get(call)) for call in state.granted]
    return {TICKET: [row], CALL: calls}


def _slip_for(state: Ticket) -> str | None:
    """Whom the newest slip awaits, until they come back with it; who has no code is known by the
    slip alone.
    """
    newest = state.deficiencies[-1] if state.deficiencies else None
    if newest is None or newest.redeemed or newest.slip.applicant is None:
        return None
    return newest.slip.applicant.id or None


PROJECTION = Projection(ticket.FOLD, {TICKET: "id", CALL: "ticket"}, _rows)


def visit_line(row: tuple[Any, ...]) -> VisitLine:
    """A row of `VISITS_OF_DAY` as the figures read it."""
    outcome, state, counter, deficiencies, referrals = row
    return VisitLine(
        state=state,
        outcome=outcome or "",
        counter=counter,
        deficiencies=deficiencies,
        referrals=referrals,
    )
