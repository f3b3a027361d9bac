"""Who did what, what an inspector is shown, and what a unit has in its hands."""

from msgspec.structs import asdict

from app.deeds.inspection import give_pass
from app.letters import search_key
from app.local import day_of
from app.password import typed_password
from app.period import Period, period_of
from app.persian import parse_date
from app.ports import Look
from app.refusal import Refusal
from app.roles import WINDOWS
from app.showing.audit import MOST, Fact, Filter, audit_page
from app.showing.inspection import USUAL_DRAW, inspection
from app.showing.unit import StepWork, inbox
from ui.bootstrap import log_workbook, press
from ui.cli.files import read_password, write_file
from ui.cli.said import Argument, Command, Said, Session, number
from ui.fact_words import audit_cells, audit_file, particulars
from ui.file_name import known_ending
from ui.inspection_words import paper_of, points_in_words
from ui.table_file import ENDINGS, table_file
from ui.words import Words, shown


def _audit(session: Session) -> Said:
    args = session.args
    if args.to:
        known_ending(args.to, ENDINGS)
    most = MOST if args.to else args.most
    with session.journal.look() as look:
        session.require_reader(look, WINDOWS["supervisor"])
        today = day_of(look.at)
        wanted = Filter(
            first=parse_date(args.since) if args.since else today,
            last=parse_date(args.until) if args.until else today,
            clerks=tuple(who.clerk for who in look.office.coded(args.of)) if args.of else (),
            kinds=tuple(args.kind or ()),
            subject=args.subject,
            overrides=args.overrides,
        )
        page = audit_page(look, wanted, _hear_nothing, most=most)
    if args.to:
        heads, rows = audit_file(page.facts, session.words)
        write_file(args.to, table_file(args.to, "audit", heads, rows, log_workbook))
    facts = {"n": len(page.facts), "more": page.more, "path": args.to}
    lines = () if args.to else tuple(" — ".join(_cells(session.words, fact)) for fact in page.facts)
    return Said(
        facts={**facts, "facts": [_told(session.words, fact) for fact in page.facts]},
        key="audit_written" if args.to else "audit",
        more=lines,
    )


def _inspect(session: Session) -> Said:
    args = session.args
    if args.to:
        known_ending(args.to, (".pdf",))
    clerk = session.clerk
    with session.journal.look() as look:
        session.require_reader(look, WINDOWS["supervisor"])
        told = inspection(look, _period(session, look), args.seed, args.draw, _hear_nothing)
        points = points_in_words(told, session.words)
        paper = paper_of(look, told, session.words, clerk)
    if args.to:
        write_file(args.to, press().pdf(paper))
    draw = told.draw
    facts = {
        "first": told.period.first,
        "last": told.period.last,
        "seed": draw.seed,
        "population": draw.population,
        "head": told.head,
        "path": args.to,
        "points": [asdict(point) for point in told.points],
        "drawn": [asdict(row) for row in draw.rows],
    }
    spoken = [point.shows for point in points]
    lines = [shown("tracking", row.tracking) for row in draw.rows]
    said = {"period": told.period.name, "n": len(draw.rows), "number": draw.seed}
    return Said(
        facts=facts,
        key="inspect_written" if args.to else "inspect",
        values=said,
        more=() if args.to else (*spoken, *lines),
    )


def _pass(session: Session) -> Said:
    args = session.args
    hashed = session.desk.passwords.hash(typed_password(read_password(args.password_file)))
    day = parse_date(args.date) if args.date else None
    with session.journal.work(session.steward) as work:
        who = give_pass(work, args.name, hashed, day)
        valid = day or day_of(work.at)
    return Said(facts={"code": who.code, "name": who.name, "date": valid}, key="pass_given")


def _inbox(session: Session) -> Said:
    with session.journal.look() as look:
        told = inbox(look, "", session.args.unit)
        wanted = session.args.unit
        if wanted and search_key(wanted) != search_key(told.unit):
            raise Refusal("office_unit_unknown", unit=wanted)
    steps = [asdict(work) for work in told.works]
    lines = tuple(_step(session.words, work) for work in told.works)
    facts = {"unit": told.unit, "n": told.count, "steps": steps}
    return Said(facts=facts, key="inbox", more=lines)


def _period(session: Session, look: Look) -> Period:
    args = session.args
    return period_of("quarter", parse_date(args.date) if args.date else day_of(look.at))


def _told(words: Words, fact: Fact) -> dict[str, object]:
    told = asdict(fact)
    del told["event"]
    return {**told, "particulars": particulars(fact.event, words, fact.changes)}


def _cells(words: Words, fact: Fact) -> list[str]:
    return [cell or "—" for cell in audit_cells(fact, words)]


def _step(words: Words, work: StepWork) -> str:
    return words.answer("inbox_line", asdict(work))


def _hear_nothing(_: float) -> None:
    """Nobody watches."""


COMMANDS = (
    Command(
        "audit",
        "who did what: facts of the journal, the newest first",
        _audit,
        Argument("--since", default="", help="Jalali; today when left out"),
        Argument("--until", default="", help="Jalali; today when left out"),
        Argument("--of", default="", metavar="CODE", type=number, help="of who has or had it"),
        Argument("--kind", action="append", type=str, help="as `show` names kinds; repeatable"),
        Argument("--subject", default="", help="a tracking number, or a ticket's label"),
        Argument("--overrides", action="store_true", help="departures from the usual way alone"),
        Argument("--most", default=200, type=int, metavar="N"),
        Argument("--to", default="", metavar="FILE.csv|xlsx", type=str),
    ),
    Command(
        "inspect",
        "what an inspector checks, with its figures, and a draw of requests",
        _inspect,
        Argument("--date", default="", help="Jalali, a day of the quarter; today when left out"),
        Argument("--seed", default="", help="from the head of the journal when left out"),
        Argument("--draw", default=USUAL_DRAW, type=int, metavar="N"),
        Argument("--to", default="", metavar="FILE.pdf", type=str),
    ),
    Command(
        "pass",
        "an account of an inspector for one day",
        _pass,
        Argument("name", metavar="NAME"),
        Argument("--password-file", required=True, metavar="FILE", type=str),
        Argument("--date", default="", help="Jalali; today when left out"),
    ),
    Command(
        "inbox",
        "the steps that a unit has in its hands",
        _inbox,
        Argument("--unit", default="", help="the first unit with work when left out"),
    ),
)
