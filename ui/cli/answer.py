"""The flow through the units, and the answer."""

from typing import Literal

from app.deeds.answer import Draft, deliver, draft_from_ready_text, prepare_answer
from app.deeds.looking import the_request
from app.deeds.step import hand_over, hand_over_all, take_back, take_back_all
from app.filling.sheet import step_rows
from app.folds.request import Request
from app.sub_service import AnswerResult
from app.value import Value
from ui.cli.files import read_json
from ui.cli.said import Argument, Command, Said, Session, number

TRACKING = Argument("tracking", metavar="TRACKING")


class AnswerFile(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `answer` reads: the fields of Table 4."""

    grounds: str = ""
    content: str = ""
    objection: str = ""
    remarks: str = ""
    issuer_name: str = ""
    issuer_post: str = ""
    result: AnswerResult | Literal[""] = ""
    letter: str = ""
    attachment: str = ""

    def draft(self) -> Draft:
        """As the deed takes it."""
        return Draft(
            grounds=self.grounds,
            content=self.content,
            objection=self.objection,
            remarks=self.remarks,
            issuer_name=self.issuer_name,
            issuer_post=self.issuer_post,
            result=self.result,
            letter=self.letter,
            attachment=self.attachment,
        )


def _step(session: Session) -> Said:
    args = session.args
    if args.list:
        with session.journal.look() as look:
            return _steps(session, the_request(look, args.tracking))
    with session.journal.work(session.clerk) as work:
        if args.begin:
            found = hand_over(work, args.tracking, letter=args.letter)
        else:
            found = take_back(work, args.tracking, result=args.result)
    return _steps(session, found)


def _steps(session: Session, found: Request) -> Said:
    steps = [
        {
            "n": number,
            "title": row.title,
            "unit": row.unit,
            "handed_over": row.handed_over,
            "done": row.done,
        }
        for number, row in enumerate(step_rows(found), 1)
    ]
    lines = tuple(session.words.answer("steps_line", step) for step in steps)
    index = found.current_step
    current = found.steps[index].step.title if index is not None else None
    facts = {
        "tracking": found.tracking,
        "state": found.state,
        "step": current,
        "steps": steps,
    }
    return Said(facts=facts, key="step", more=lines)


def _hand_over(session: Session) -> Said:
    args = session.args
    with session.journal.work(session.clerk) as work:
        given = hand_over_all(work, args.trackings, letter=args.letter)
    facts = {"n": len(given), "requests": [found.tracking for found in given]}
    return Said(facts=facts, key="handed_over")


def _take_back(session: Session) -> Said:
    with session.journal.work(session.clerk) as work:
        taken = take_back_all(work, session.args.trackings)
    facts = {"n": len(taken), "requests": [found.tracking for found in taken]}
    return Said(facts=facts, key="taken_back")


def _answer(session: Session) -> Said:
    args = session.args
    with session.journal.work(session.clerk) as work:
        if args.ready:
            draft = draft_from_ready_text(
                work, args.tracking, args.ready, args.issuer_name, args.issuer_post
            )
        else:
            draft = read_json(args.file, AnswerFile).draft()
        made = prepare_answer(work, args.tracking, draft)
    number = made.answers[-1].said.number
    facts = {"number": number, "tracking": made.tracking, "state": made.state}
    return Said(facts=facts, key="answered")


def _deliver(session: Session) -> Said:
    args = session.args
    with session.journal.work(session.clerk) as work:
        made = deliver(
            work,
            args.tracking,
            receiver="representative" if args.representative else "applicant",
            counter=args.counter,
            ticket=args.ticket,
            receipt=not args.lost,
            lost_reason=args.lost,
            identity_document=args.identity,
        )
    assert made.delivery is not None
    facts = {
        "tracking": made.tracking,
        "state": made.state,
        "delivered": made.delivered_on,
        "name": made.delivery.said.receiver_name,
    }
    return Said(facts=facts, key="delivered")


COMMANDS = (
    Command(
        "step",
        "hands the current step to its unit, takes its result back, or lists all",
        _step,
        TRACKING,
        Argument("--begin", action="store_true", group="what"),
        Argument("--done", action="store_true", group="what"),
        Argument("--list", action="store_true", group="what"),
        Argument("--letter", default="", help="the secretariat's number"),
        Argument("--result", default=""),
    ),
    Command(
        "handover",
        "hands several requests to their units, all or none",
        _hand_over,
        Argument("trackings", nargs="+", metavar="TRACKING"),
        Argument("--letter", default=""),
    ),
    Command(
        "takeback",
        "takes the results of several requests back from their units, all or none",
        _take_back,
        Argument("trackings", nargs="+", metavar="TRACKING"),
    ),
    Command(
        "answer",
        "prepares the answer (Table 4)",
        _answer,
        TRACKING,
        Argument("file", nargs="?", metavar="FILE", type=str, group="what", help="- for stdin"),
        Argument("--ready", default="", metavar="TITLE", group="what", help="a ready text"),
        Argument("--issuer-name", default=""),
        Argument("--issuer-post", default=""),
    ),
    Command(
        "deliver",
        "gives the answer against the receipt",
        _deliver,
        TRACKING,
        Argument("--representative", action="store_true", help="to the representative"),
        Argument("--counter", default="", metavar="N", type=number),
        Argument("--ticket", default="", metavar="ID"),
        Argument("--lost", default="", metavar="REASON", help="the receipt is lost"),
        Argument("--identity", default="", metavar="DOCUMENT", help="seen instead of it"),
    ),
)
