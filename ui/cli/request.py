"""Requests: registered, mended, ended, found, shown."""

from collections.abc import Mapping
from typing import Any

from app.applicant import Applicant, Representative
from app.deeds import applicant as taking
from app.deeds.answer import deliver, prepare_answer
from app.deeds.looking import the_request
from app.deeds.request import correct, register, void, withdraw
from app.folds.request import Request
from app.letters import scanned
from app.persian import weekday_name
from app.refusal import Refusal
from app.showing.receipt import receipt_seen
from app.sub_service import ApplicantKind
from app.value import Value
from ui.cli.answer import AnswerFile
from ui.cli.files import read_json
from ui.cli.said import Argument, Command, Said, Session, number
from ui.fact_words import changed_words
from ui.words import Words

TRACKING = Argument("tracking", metavar="TRACKING")
FILE = Argument("file", metavar="FILE", type=str, help="JSON; - for stdin")
REASON = Argument("--reason", default="")


class ApplicantFile(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`applicant` of a request file."""

    kind: ApplicantKind = "person"
    id: str | None = None
    name: str = ""
    mobile: str = ""
    father: str = ""

    def applicant(self) -> Applicant:
        """Checked; refuses as `app.deeds.applicant.applicant` does, and `request_part_missing`
        where the id is left out of somebody who has one.
        """
        if self.id is None and self.kind != "unnumbered":
            raise Refusal("request_part_missing", key="applicant.id")
        return taking.applicant(
            self.kind, self.id or "", self.name, mobile_text=self.mobile, father=self.father
        )


class RepresentativeFile(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`representative` of a request file."""

    id: str
    name: str = ""
    proxy: str = ""

    def representative(self) -> Representative:
        """Checked; refuses as `app.deeds.applicant.representative` does."""
        return taking.representative(self.id, self.name, self.proxy)


class RequestFile(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `register` reads. An `answer` serves the client at once (mode 3, R14)."""

    service: str | int
    applicant: ApplicantFile
    ticket: str | None = None
    counter: str | int | None = None
    representative: RepresentativeFile | None = None
    documents: dict[str, bool | str] | None = None
    repeated: str = ""
    beyond: str = ""
    remarks: str = ""
    details: dict[str, str] | None = None
    answer: AnswerFile | None = None


class CorrectionFile(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `correct` reads."""

    applicant: ApplicantFile | None = None
    representative: RepresentativeFile | None = None
    remarks: str | None = None


def _spokesman(said: RepresentativeFile | None) -> Representative | None:
    return said.representative() if said else None


def _register(session: Session) -> Said:
    said = read_json(session.args.file, RequestFile)
    applicant = said.applicant.applicant()
    with session.journal.work(session.clerk) as work:
        made = register(
            work,
            str(said.service),
            applicant,
            representative=_spokesman(said.representative),
            documents=said.documents,
            counter="" if said.counter is None else number(str(said.counter)),
            ticket=said.ticket or "",
            repeated=said.repeated,
            beyond=said.beyond,
            remarks=said.remarks,
            details=said.details,
        )
        if said.answer:
            prepare_answer(work, made.tracking, said.answer.draft())
            made = deliver(work, made.tracking, counter=made.counter, ticket=made.ticket)
    facts = {"tracking": made.tracking, "promised": made.promised.date(), "state": made.state}
    spoken = {"weekday": weekday_name(made.promised.date())}
    return Said(facts=facts, key="registered", values=spoken)


def _correct(session: Session) -> Said:
    said = read_json(session.args.file, CorrectionFile)
    with session.journal.work(session.clerk) as work:
        made = correct(
            work,
            session.args.tracking,
            session.args.reason,
            applicant=said.applicant.applicant() if said.applicant else None,
            representative=_spokesman(said.representative),
            remarks=said.remarks,
        )
    return _state(made)


def _withdraw(session: Session) -> Said:
    with session.journal.work(session.clerk) as work:
        return _state(withdraw(work, session.args.tracking, session.args.reason))


def _void(session: Session) -> Said:
    with session.journal.work(session.clerk) as work:
        return _state(void(work, session.args.tracking, session.args.reason))


def _find(session: Session) -> Said:
    with session.journal.look() as look:
        hits = look.find(session.args.text)
    facts = [
        {
            "tracking": hit.tracking,
            "name": hit.name,
            "id": hit.id,
            "sub_service": hit.sub_service,
            "state": hit.state,
        }
        for hit in hits
    ]
    lines = tuple(session.words.answer("found", fact) for fact in facts)
    return Said(facts=facts, key="" if hits else "found_none", more=lines)


def _verify_receipt(session: Session) -> Said:
    with session.journal.look() as look:
        seen = receipt_seen(look, scanned(session.args.text))
    if seen is None:
        raise Refusal("receipt_unsealed", text=session.args.text)
    facts: dict[str, object] = {
        "genuine": seen.verdict == "genuine",
        "verdict": seen.verdict,
        "tracking": seen.tracking,
        "received": seen.received,
        "promised": seen.promised.date() if seen.promised else None,
    }
    if seen.verdict == "genuine":
        facts |= {"node": seen.node, "known": seen.known, "differs": seen.differs}
    return Said(facts=facts, key=f"receipt_{'differs' if seen.differs else seen.verdict}")


def _show(session: Session) -> Said:
    with session.journal.look() as look:
        found = the_request(look, session.args.tracking)
        facts = _columns(found)
        events = [
            {
                "at": recorded.moment,
                "kind": recorded.kind,
                "clerk": look.office.clerk_name(recorded.clerk),
                "changes": found.changed_by(recorded.id),
            }
            for recorded, _ in session.journal.history(found.id)
        ]
    facts |= {"state": found.state, "applicant": found.applicant, "events": events}
    if found.details:
        facts["details"] = {detail.title: detail.text for detail in found.details}
    if found.conflicts:
        facts["conflicts"] = found.conflicts
    if found.settled:
        facts["settled"] = found.settled
    spoken = {"name": found.applicant.name, "id": found.applicant.id}
    lines = tuple(line for event in events for line in _told(session.words, event))
    return Said(facts=facts, key="shown", more=lines, values=spoken)


def _told(words: Words, event: Mapping[str, Any]) -> tuple[str, ...]:
    """An event for people, and under it what it changed."""
    line = words.answer("event_line", event)
    return line, *(" ".join(part) for part in changed_words(event["changes"], words))


def _columns(found: Request) -> dict[str, object]:
    """The columns of Table 2."""
    return {
        "tracking": found.tracking,
        "sub_service": found.title,
        "received": found.received.date(),
        "promised": found.promised.date(),
        "first_step": found.first_step_on,
        "last_step": found.last_step_on,
        "delivered": found.delivered_on,
    }


def _state(found: Request) -> Said:
    return Said(facts={"tracking": found.tracking, "state": found.state}, key="request")


COMMANDS = (
    Command(
        "register",
        "registers a request",
        _register,
        FILE,
    ),
    Command("correct", "corrects a request", _correct, TRACKING, FILE, REASON),
    Command("withdraw", "the applicant withdraws", _withdraw, TRACKING, REASON),
    Command("void", "the office voids", _void, TRACKING, REASON),
    Command("find", "finds requests by number, id, mobile or name", _find, Argument("text")),
    Command("show", "shows a request", _show, TRACKING),
    Command(
        "verify-receipt",
        "tells a genuine receipt from a forged one by what its QR says",
        _verify_receipt,
        Argument("text", metavar="TEXT"),
    ),
)
