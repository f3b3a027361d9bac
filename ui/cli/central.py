"""The PostgreSQL side: what an administrator does at the centre."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

from app.ids import new_id
from app.persian import search_key
from app.refusal import Refusal
from app.sync.node_code import code_of
from app.sync.node_file import NodeFile, NodeRole, write_node_file
from ui.bootstrap import administer, outbox_of, qr_png
from ui.cli.files import read_file, write_file
from ui.cli.said import Argument, Command, Said, Session, number
from ui.own import WINDOW


def _central(session: Session) -> Said:
    return _DEEDS[session.args.what](session)


def _init(session: Session) -> Said:
    administer(lambda admin: admin.init(_dsn(session)))
    return Said(facts={"made": True}, key="central_made")


def _enrol(session: Session) -> Said:
    args = session.args
    if not args.this and not args.to:
        raise Refusal("central_to_missing")
    known = _this(session) if args.this else _other(session)
    certificate = read_file(args.certificate).decode("ascii", "replace") if args.certificate else ""
    node: NodeFile = administer(
        lambda admin: admin.enrol(
            _dsn(session), **known, hosts=tuple(args.host), certificate=certificate
        )
    )
    if args.this:
        session.desk.adopt(node)
    qr = _written(args.to, write_node_file(node)) if args.to else ""
    facts = {"node": node.node, "name": node.name, "office": node.office, "path": args.to or None}
    shown = session.words.answer("central_qr" if qr else "central_qr_large", {"path": qr})
    return Said(
        facts={**facts, "qr": qr or None},
        key="central_adopted" if args.this else "central_enrolled",
        more=(shown,) if args.to else (),
    )


def _written(to: str, file: bytes) -> str:
    """The file and, beside it, a picture that a scanner reads; gives the picture's name, nothing
    where so much does not fit into one.
    """
    write_file(to, file, secret=True)
    picture = qr_png(code_of(file))
    beside = f"{to}.png"
    if not picture:
        Path(beside).unlink(missing_ok=True)
        return ""
    write_file(beside, picture, secret=True)
    return beside


def _other(session: Session) -> dict[str, Any]:
    """A PC that is still to be set up, in the office of this one."""
    args = session.args
    if not args.name:
        raise Refusal("name_empty")
    with session.journal.look() as look:
        office = look.office
    taken = {search_key(series) for series in office.series.values()}
    if args.series and search_key(args.series) in taken:
        raise Refusal("series_taken", series=args.series)
    return {
        "office": office.id,
        "office_name": office.described.name,
        "node": new_id(session.clock.now()),
        "name": args.name,
        "role": args.role or "counter",
        "series": args.series,
    }


def _this(session: Session) -> dict[str, Any]:
    """The PC of this data folder, as it was set up."""
    args = session.args
    with session.journal.look() as look:
        office, node, window = look.office, look.node, look.setting(WINDOW)
    role, _, name = (window or "counter:1").partition(":")
    return {
        "office": office.id,
        "office_name": office.described.name,
        "node": node,
        "name": args.name or name,
        "role": args.role or role,
        "series": args.series or office.series.get(node, ""),
    }


def _revoke(session: Session) -> Said:
    node = session.args.node or _called(session)
    ended = administer(lambda admin: admin.revoke(_dsn(session), node))
    facts = {"node": node, "sessions": ended.sessions, "numbers": ended.numbers}
    return Said(facts=facts, key="central_revoked")


def _called(session: Session) -> str:
    """The one PC of that name. Refuses `central_pc_unclear` where there is none, or several."""
    name = session.args.name
    offices = administer(lambda admin: admin.status(_dsn(session)))
    every = [pc for office in offices for pc in office.nodes if not pc.revoked]
    found = [pc.node for pc in every if search_key(pc.name) == search_key(name)]
    if len(found) != 1:
        raise Refusal("central_pc_unclear", name=name, n=len(found))
    return str(found[0])


def _admit(session: Session) -> Said:
    """The outbox of a PC that can no longer send it: a data folder or a backup."""
    args = session.args
    key = args.recovery_key_file
    typed = read_file(key).decode("utf-8", "replace") if key else ""
    dsn, file = (args.dsn, args.file) if args.file else ("", args.dsn)
    node, lines = outbox_of(Path(file), typed, session.clock)
    admitted = administer(lambda admin: admin.admit(dsn, node, lines))
    return Said(facts={"node": node, "lines": len(lines), "admitted": admitted}, key="admitted")


def _status(session: Session) -> Said:
    offices = administer(lambda admin: admin.status(_dsn(session)))
    lines = [_line(session, office.name, pc) for office in offices for pc in office.nodes]
    return Said(facts={"offices": offices}, key="central_status", more=tuple(lines))


def _line(session: Session, office: str, pc: Any) -> str:
    facts = {"office": office, "name": pc.name, "since": pc.seen, "n": pc.lines, "id": pc.node}
    return session.words.answer("central_pc_revoked" if pc.revoked else "central_pc", facts)


def _dsn(session: Session) -> str:
    """As it was typed; nothing typed: as PostgreSQL's own settings of this system say."""
    return str(session.args.dsn)


_DEEDS: dict[str, Callable[[Session], Said]] = {
    "init": _init,
    "enrol": _enrol,
    "revoke": _revoke,
    "admit": _admit,
    "status": _status,
}

COMMANDS = (
    Command(
        "central",
        "makes the centre, lets PCs in, shuts one out, takes in what one could not send",
        _central,
        Argument("what", choices=tuple(_DEEDS)),
        Argument("dsn", nargs="?", default="", metavar="DSN", type=str),
        Argument("file", nargs="?", default="", metavar="FILE", type=str),
        Argument("--name", default="", type=number, help="number of the counter, or of the kiosk"),
        Argument("--series", default="", help="letters of its tickets"),
        Argument("--role", choices=get_args(NodeRole), default=""),
        Argument("--to", default="", metavar="FILE", type=str, help="for the other PC"),
        Argument("--this", action="store_true", help="this PC, with all it has written so far"),
        Argument("--host", action="append", default=[], metavar="NAME[:PORT]", type=str),
        Argument("--certificate", default="", metavar="FILE.pem", type=str),
        Argument("--node", default="", metavar="ID", type=str),
        Argument("--recovery-key-file", default="", metavar="FILE", type=str),
    ),
)
