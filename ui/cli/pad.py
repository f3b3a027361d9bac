"""Blank receipts for a day without power: numbered, listed, entered, voided."""

from msgspec.structs import asdict

from app.deeds.pad import SHEETS, enter_sheet, prepare_pad, void_sheet
from app.persian import parse_date, parse_time
from app.refusal import Refusal
from app.showing.pads import SheetShown, pads_shown
from ui.cli.files import read_json
from ui.cli.request import RequestFile
from ui.cli.said import Argument, Command, Said, Session, number

_NEW, _LIST, _ENTER, _VOID = "new", "list", "enter", "void"


def _pad(session: Session) -> Said:
    return _DEEDS[session.args.what](session)


def _new(session: Session) -> Said:
    with session.journal.work(session.clerk) as work:
        pad = prepare_pad(work, session.args.sheets)
    facts = {"pad": pad.sheets[0], "sheets": list(pad.sheets), "n": len(pad.sheets)}
    return Said(facts=facts, key="pad_new", values={"tracking": pad.sheets[0]})


def _list(session: Session) -> Said:
    with session.journal.look() as look:
        found = pads_shown(look)
    facts = [_facts(sheet) for sheet in found.sheets]
    lines = tuple(session.words.answer("sheet", each) for each in facts)
    counts = {state: len(found.of(state)) for state in ("out", "entered", "voided")}
    return Said(facts={**counts, "sheets": facts}, key="pads", more=lines)


def _facts(sheet: SheetShown) -> dict[str, object]:
    facts = asdict(sheet)
    return {"tracking": sheet.tracking, "sheet_state": facts.pop("state"), **facts}


def _enter(session: Session) -> Said:
    args = session.args
    if not args.date:
        raise Refusal("request_part_missing", key="--date")
    said = read_json(args.file, RequestFile)
    applicant = said.applicant.applicant()
    with session.journal.work(session.clerk) as work:
        made = enter_sheet(
            work,
            args.tracking,
            str(said.service),
            applicant,
            day=parse_date(args.date),
            at=parse_time(args.at) if args.at else None,
            counter="" if said.counter is None else number(str(said.counter)),
            representative=said.representative.representative() if said.representative else None,
            documents=said.documents,
            repeated=said.repeated,
            remarks=said.remarks,
            details=said.details,
        )
    facts = {"tracking": made.tracking, "promised": made.promised.date(), "state": made.state}
    return Said(facts=facts, key="sheet_entered")


def _void(session: Session) -> Said:
    args = session.args
    with session.journal.work(session.clerk) as work:
        sheet = void_sheet(work, args.tracking, args.reason)
    return Said(facts={"tracking": sheet.tracking, "reason": sheet.voided}, key="sheet_voided")


_DEEDS = {_NEW: _new, _LIST: _list, _ENTER: _enter, _VOID: _void}

COMMANDS = (
    Command(
        "pad",
        "blank receipts for a day without power",
        _pad,
        Argument("what", choices=tuple(_DEEDS)),
        Argument("tracking", nargs="?", default="", metavar="TRACKING"),
        Argument("file", nargs="?", default="-", metavar="FILE", type=str, help="as for register"),
        Argument("--sheets", type=int, default=SHEETS, metavar="N"),
        Argument("--date", default="", help="Jalali, as it stands on the receipt"),
        Argument("--at", default="", metavar="HH:MM"),
        Argument("--reason", default=""),
    ),
)
