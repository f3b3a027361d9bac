"""A call from the command line of a PC that has a centre: the centre says who was first."""

from app.deeds.call import call_chosen
from app.deeds.labelled import the_labelled
from app.deeds.looking import the_ticket
from app.folds.ticket import Ticket
from app.ids import new_id
from app.persian import tidy
from app.refusal import Refusal
from app.showing.sync import sync_state
from app.sync.calling import Outcome
from app.sync.replica import Asked
from ui.bootstrap import sync_thread
from ui.cli.said import Session

_REASONS = {
    "none": "centre_away",
    "reached": "centre_away",
    "away": "centre_away",
    "paused": "centre_paused",
    "revoked": "centre_revoked",
    "unproven": "centre_unproven",
    "failed": "centre_failed",
}


def call_at_centre(session: Session) -> Ticket:
    """Whom the centre says. Where it cannot be asked, one whose number is named is called by paper.

    Refuses `nobody_waiting`, `centre_away`, `centre_paused`, `centre_revoked`, `centre_unknown`,
    `centre_unproven`, `centre_failed`, `reason_empty`, `label_unknown`, `label_doubled`, and as a
    call does.
    """
    args = session.args
    with session.journal.look() as look:
        known = look.ticket_called_by(args.call_id) if args.call_id else None
        if known:
            return the_ticket(look, known)
    thread = sync_thread(session.desk)
    outcome: Outcome | None = thread.call_once(session.desk, _asked(session))
    if outcome is not None and outcome.end == "nobody":
        raise Refusal("nobody_waiting", counter=args.counter)
    if outcome is None or outcome.end == "paper":
        if not args.label:
            thread.once(session.desk)
            raise _why_not(session)
        return _by_paper(session)
    return _ticket(session, outcome)


def _asked(session: Session) -> Asked:
    args, clerk = session.args, session.clerk
    chosen = ""
    if args.label:
        if not tidy(args.reason):
            raise Refusal("reason_empty")
        with session.journal.look() as look:
            chosen = the_labelled(look, args.label)
    return Asked(
        call=args.call_id or new_id(session.clock.now()),
        counter=args.counter,
        clerk=clerk,
        chosen=chosen,
        reason=args.reason,
    )


def _why_not(session: Session) -> Refusal:
    """Why the centre named nobody."""
    with session.journal.look() as look:
        standing, node = sync_state(look).centre, look.node
    if standing == "unknown":
        return Refusal("centre_unknown", id=node)
    return Refusal(_REASONS[standing])


def _by_paper(session: Session) -> Ticket:
    args = session.args
    with session.journal.work(session.clerk) as work:
        return call_chosen(work, args.counter, args.label, args.reason)


def _ticket(session: Session, outcome: Outcome) -> Ticket:
    with session.journal.look() as look:
        return the_ticket(look, outcome.ticket)
