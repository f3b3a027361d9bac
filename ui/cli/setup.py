"""Setting up, backing up, verifying."""

from collections.abc import Mapping
from pathlib import Path

from msgspec.structs import replace

from app.events.office import OfficeDescribed
from app.local import day_of
from app.roles import MATRIX, require
from app.settings import BY_KEY, KIOSK_PIN, typed
from app.sync.node_check import check_series
from app.sync.node_file import NodeFile, read_node_file
from ui.bootstrap import Made, join, prove, renew, restore, set_up
from ui.cli.files import read_file
from ui.cli.said import Argument, Command, Said, Session, number
from ui.own import WINDOW
from ui.sample import OPENS_AT_ONCE, plain_plan, sample_plan

ROLES = ("counter", "kiosk", "hall", "supervisor", "unit")


def _setup(session: Session) -> Said:
    args, today = session.args, day_of(session.clock.now())
    pin = {KIOSK_PIN: typed(BY_KEY[KIOSK_PIN], args.pin)} if args.pin else {}
    if args.enrol:
        return _join(session, read_node_file(read_file(args.enrol)), pin)
    check_series(args.series)
    if args.sample:
        plan = sample_plan(today)
        named = replace(plan.described, name=args.office or plan.described.name)
        plan = replace(plan, described=named, series=args.series or plan.series)
    else:
        described = OfficeDescribed(
            agency=args.agency, name=args.office, address=args.address, phone=args.phone
        )
        plan = plain_plan(described, args.role, args.name, args.series, today)
    window = f"{args.role}:{args.name}"
    own = {**(OPENS_AT_ONCE if args.sample else {}), **pin, WINDOW: window}
    made = set_up(session.folder, plan, session.clock, own)
    return _told(session, made, plan.described.name)


def _join(session: Session, node: NodeFile, own: Mapping[str, str]) -> Said:
    """One more PC of an office that has a centre, or that very PC once more."""
    if renew(session.folder, node, session.clock, own):
        facts = {"office": node.office, "node": node.node, "folder": str(session.folder)}
        return Said(facts=facts, key="renewed", values={"office": node.office_name})
    made = join(session.folder, node, session.clock, settings=own)
    return _told(session, made, node.office_name)


def _told(session: Session, made: Made, office: str) -> Said:
    facts = {
        "office": made.office,
        "node": made.node,
        "folder": str(session.folder),
        "key": made.key,
        "recovery_key": made.recovery_key,
    }
    spoken = {"office": office, "key": session.words.answer(f"key_{made.key}", {})}
    return Said(facts=facts, key="set_up", values=spoken)


def _backup(session: Session) -> Said:
    """Somebody named must be one who may; whoever holds the key of the store needs no name."""
    if session.args.clerk:
        with session.journal.work(session.steward) as work:
            require(work, MATRIX["backup.note_made"])
    session.desk.backup(Path(session.args.file))
    return Said(facts={"path": session.args.file}, key="backed_up")


def _restore(session: Session) -> Said:
    args = session.args
    typed = read_file(args.recovery_key_file).decode("utf-8", "replace")
    desk = restore(Path(args.file), typed, session.folder, session.clock)
    with desk.journal.look() as look:
        office = look.office.described.name
    desk.close()
    return Said(facts={"office": office, "folder": str(session.folder)}, key="restored")


def _prove(session: Session) -> Said:
    """Whether a backup opens on any PC; the store of this one is not touched."""
    args = session.args
    typed = read_file(args.recovery_key_file).decode("utf-8", "replace")
    found = prove(Path(args.file), typed, session.clock)
    facts = {
        "office": found.name,
        "events": found.events,
        "last": found.last,
        "sound": "whole" if found.sound else "broken",
    }
    spoken = {"sound": session.words.answer(f"chain_{facts['sound']}", {})}
    return Said(facts=facts, key="backup_proven", values=spoken)


def _verify(session: Session) -> Said:
    found = session.desk.verify()
    facts = {
        "events": found.events,
        "chain": "broken" if found.broken else "whole",
        "projections": "different" if found.different else "equal",
        "conflicts": found.conflicts,
        "broken": list(found.broken),
        "different": list(found.different),
    }
    spoken = {
        name: session.words.answer(f"{name}_{facts[name]}", {}) for name in ("chain", "projections")
    }
    return Said(facts=facts, key="verified", values=spoken)


COMMANDS = (
    Command(
        "setup",
        "makes the store of this PC",
        _setup,
        Argument("--office", default="", help="name of the office"),
        Argument("--role", choices=ROLES, default="counter"),
        Argument(
            "--name", default="1", type=number, help="number of the counter, or name of the kiosk"
        ),
        Argument("--series", default="", help="letters of this PC's tickets"),
        Argument("--agency", default=""),
        Argument("--address", default=""),
        Argument("--phone", default=""),
        Argument("--pin", default="", metavar="DIGITS", help="by which its kiosk is left"),
        Argument("--sample", action="store_true", help="loads the sample office"),
        Argument(
            "--enrol", default="", metavar="FILE", type=str, help="of the centre's administrator"
        ),
    ),
    Command(
        "backup",
        "writes a copy that opens with the recovery key",
        _backup,
        Argument("file", metavar="FILE", type=str),
    ),
    Command(
        "restore",
        "opens a backup in a new data folder",
        _restore,
        Argument("file", metavar="FILE", type=str),
        Argument(
            "--recovery-key-file", required=True, metavar="FILE", type=str, help="- for stdin"
        ),
    ),
    Command(
        "prove",
        "opens a backup aside with the recovery key alone, and tells what it holds",
        _prove,
        Argument("file", metavar="FILE", type=str),
        Argument(
            "--recovery-key-file", required=True, metavar="FILE", type=str, help="- for stdin"
        ),
    ),
    Command("verify", "checks the chain and the projections", _verify),
)
