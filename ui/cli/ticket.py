"""Tickets: given, called, moved, finished."""

from argparse import Namespace
from datetime import datetime
from typing import get_args

from app.applicant import Applicant
from app.deeds.applicant import applicant
from app.deeds.attended import unattended
from app.deeds.call import begin, call_chosen, call_next, no_show, recall, undo_no_show
from app.deeds.deficiency import announce_deficiency, missing_documents, refer
from app.deeds.looking import ahead_of, the_visit
from app.deeds.place import Place
from app.deeds.ticket import come_back, issue, issue_for_answer, receive_without_ticket
from app.deeds.visit import finish, hold, return_to_queue, transfer
from app.events.ticket import Outcome
from app.folds.ticket import Ticket
from app.local import day_of, local
from app.persian import format_moment, format_time
from app.refusal import Refusal
from app.showing.why import WhyShown, why_shown
from app.sub_service import ApplicantKind
from ui.cli.calling import call_at_centre
from ui.cli.said import Argument, Command, Said, Session, number

_MORE = {"kept": "why_kept", "slip": "why_slip", "behind": "why_behind"}
"""What else is told where it is so."""

TICKET = Argument("--ticket", required=True, metavar="ID")


def _issue(session: Session) -> Said:
    args = session.args
    with session.journal.work(session.clerk) as work:
        if args.token:
            given = come_back(work, args.token.removeprefix("BJ:D:"), tap=args.tap)
        elif args.collect:
            given = issue_for_answer(work, args.collect, tap=args.tap)
        else:
            given = issue(work, args.service, priority=args.priority, tap=args.tap)
    with session.journal.look() as look:
        ahead, alone = ahead_of(look, given), unattended(look)(given.lane)
    facts = {**_facts(given), "ahead": ahead, "unattended": alone}
    return Said(facts=facts, key="issued_unattended" if alone else "issued")


def _call(session: Session) -> Said:
    try:
        called = call_at_centre(session) if session.desk.enrolled else _called_here(session)
    except Refusal as refusal:
        if refusal.code != "nobody_waiting":
            raise
        nobody = {"ticket": None, "label": None, "sub_service": None, "why": None}
        return Said(facts=nobody, key="nobody")
    why = explain(session, called)
    facts = {**_facts(called), "counter": called.counter, "why": why}
    return Said(facts=facts, key="called")


def _called_here(session: Session) -> Ticket:
    args = session.args
    with session.journal.work(session.clerk) as work:
        if args.label:
            return call_chosen(work, args.counter, args.label, args.reason, call=args.call_id)
        return call_next(work, args.counter, call=args.call_id)


def explain(session: Session, called: Ticket) -> str:
    """Why this client was called, in a sentence that anyone in the hall may hear; empty of who was
    not called from a queue.
    """
    with session.journal.look() as look:
        why = why_shown(look, called.id, called.counter)
    if why is None:
        return ""
    spoken = {
        "issued": _time(why, why.issued_at),
        "effective": _time(why, why.effective_at),
        "agreed": format_time(local(why.appointment)) if why.appointment else "",
        "credit": why.credit,
        "priority": why.priority,
        "reason": why.reason,
    }
    told = [_why_key(why), *(said for fact, said in _MORE.items() if getattr(why, fact))]
    return " ".join(session.words.answer(key, spoken) for key in told)


def _time(why: WhyShown, at: datetime) -> str:
    """With its date where that is not today."""
    return format_time(local(at)) if day_of(at) == why.day else format_moment(at)


def _why_key(why: WhyShown) -> str:
    if why.rule != "next":
        return "why_chosen" if why.rule == "chosen" else "why_raised"
    if why.appointment:
        return "why_appointment" if why.in_time else "why_late"
    return "why_credit" if why.credit else "why_next"


def _walk_in(session: Session) -> Said:
    args = session.args
    with session.journal.work(session.clerk) as work:
        opened = receive_without_ticket(
            work,
            args.service,
            counter=args.counter,
            how="telephone" if args.telephone else "walk_in",
        )
    return _visit(opened)


def _begin(session: Session) -> Said:
    with session.journal.work(session.clerk) as work:
        return _visit(begin(work, session.args.ticket))


def _recall(session: Session) -> Said:
    with session.journal.work(session.clerk) as work:
        return _visit(recall(work, session.args.ticket))


def _no_show(session: Session) -> Said:
    with session.journal.work(session.clerk) as work:
        args = session.args
        if args.undo:
            return _visit(undo_no_show(work, args.ticket, reason=args.reason))
        return _visit(no_show(work, args.ticket))


def _hold(session: Session) -> Said:
    args = session.args
    with session.journal.work(session.clerk) as work:
        return _visit(hold(work, args.ticket, args.minutes, args.reason))


def _return(session: Session) -> Said:
    args = session.args
    if sum((args.end, args.front, args.after is not None)) > 1:
        raise Refusal("return_where")
    with session.journal.work(session.clerk) as work:
        back = return_to_queue(
            work, args.ticket, place=_place(args), after=args.after or 0, reason=args.reason
        )
    return _visit(back)


def _place(args: Namespace) -> Place:
    if args.front:
        return "front"
    if args.after is not None:
        return "after"
    return "end" if args.end else "kept"


def _transfer(session: Session) -> Said:
    args = session.args
    with session.journal.work(session.clerk) as work:
        moved = transfer(
            work,
            args.ticket,
            service=args.service,
            counter=args.counter,
            clerk=args.to_clerk,
            returns=args.returns,
            reason=args.reason,
        )
    return _visit(moved)


def _finish(session: Session) -> Said:
    with session.journal.work(session.clerk) as work:
        ended = finish(work, session.args.ticket, session.args.outcome)
    facts = {**_facts(ended), "state": ended.state, "outcome": ended.outcome}
    return Said(facts=facts, key="finished" if ended.ended else "went_back")


def _deficiency(session: Session) -> Said:
    args = session.args
    with session.journal.work(session.clerk) as work:
        missing = missing_documents(work, the_visit(work, args.ticket).code, args.missing)
        told = announce_deficiency(
            work,
            args.ticket,
            missing,
            applicant=_slip_for(session),
            received=args.received,
            reason=args.reason,
        )
    slip = told.deficiencies[-1].slip
    facts = {"ticket": told.id, "number": slip.number, "token": slip.token, "until": slip.until}
    return Said(facts=facts, key="deficiency")


def _slip_for(session: Session) -> Applicant | None:
    """Whom the slip is written for; nobody where neither a code nor its lack is told."""
    args = session.args
    if not args.id and args.kind != "unnumbered":
        return None
    return applicant(args.kind, args.id, args.name, mobile_text=args.mobile, father=args.father)


def _refer(session: Session) -> Said:
    args = session.args
    with session.journal.work(session.clerk) as work:
        sent = refer(
            work,
            args.ticket,
            official=args.official,
            unit=args.unit,
            reason=args.reason,
            place=args.place,
        )
    return _visit(sent)


def _facts(ticket: Ticket) -> dict[str, object]:
    return {
        "ticket": ticket.id,
        "label": ticket.label,
        "sub_service": ticket.title,
        "service": ticket.code,
    }


def _visit(ticket: Ticket) -> Said:
    return Said(facts={**_facts(ticket), "state": ticket.state}, key="visit")


COMMANDS = (
    Command(
        "issue",
        "gives a ticket",
        _issue,
        Argument("--service", metavar="CODE", group="what"),
        Argument("--priority", default="", metavar="CLASS"),
        Argument("--tap", default="", metavar="ID", help="the same tap gives the same ticket"),
        Argument("--token", default="", group="what", help="of a deficiency slip"),
        Argument(
            "--collect", default="", metavar="TRACKING", group="what", help="to collect an answer"
        ),
    ),
    Command(
        "call",
        "calls the next client, or a chosen one",
        _call,
        Argument("--counter", required=True, metavar="N", type=number),
        Argument("--call-id", default="", help="the same id gives the same answer"),
        Argument("--label", default="", metavar="L"),
        Argument("--reason", default=""),
    ),
    Command(
        "walkin",
        "serves somebody without a ticket, or by telephone",
        _walk_in,
        Argument("--service", required=True, metavar="CODE"),
        Argument("--counter", required=True, metavar="N", type=number),
        Argument("--telephone", action="store_true"),
    ),
    Command("begin", "the client stands at the counter", _begin, TICKET),
    Command("recall", "announces again", _recall, TICKET),
    Command(
        "noshow",
        "nobody came",
        _no_show,
        TICKET,
        Argument("--undo", action="store_true", help="came after all"),
        Argument("--reason", default="", help="where the office's rule is over"),
    ),
    Command(
        "hold",
        "parks the client",
        _hold,
        TICKET,
        Argument("--minutes", type=int, default=10),
        Argument("--reason", default=""),
    ),
    Command(
        "return",
        "puts the client back in the queue",
        _return,
        TICKET,
        Argument("--end", action="store_true", help="behind everybody"),
        Argument("--front", action="store_true", help="before all, for a reason"),
        Argument("--after", type=int, metavar="N", help="behind N"),
        Argument("--reason", default=""),
    ),
    Command(
        "transfer",
        "sends the client to a sub-service, counter or clerk",
        _transfer,
        TICKET,
        Argument("--service", default="", metavar="CODE"),
        Argument("--counter", default="", metavar="N", type=number),
        Argument("--to-clerk", default="", metavar="CODE", type=number),
        Argument("--returns", action="store_true", help="comes back here afterwards"),
        Argument("--reason", default=""),
    ),
    Command(
        "finish",
        "ends the visit",
        _finish,
        TICKET,
        Argument("--outcome", choices=get_args(Outcome), default=None),
    ),
    Command(
        "deficiency",
        "tells in writing what is missing",
        _deficiency,
        TICKET,
        Argument("--missing", action="append", default=[], metavar="TITLE"),
        Argument("--received", action="append", default=[], metavar="TITLE"),
        Argument("--kind", choices=get_args(ApplicantKind), default="person"),
        Argument("--id", default="", help="of the applicant"),
        Argument("--name", default="", help="of the applicant"),
        Argument("--father", default="", help="of the applicant"),
        Argument("--mobile", default="", help="of the applicant"),
        Argument("--reason", default=""),
    ),
    Command(
        "refer",
        "sends the client to a unit after arranging it",
        _refer,
        TICKET,
        Argument("--official", default=""),
        Argument("--unit", default=""),
        Argument("--reason", default=""),
        Argument("--place", default=""),
    ),
)
