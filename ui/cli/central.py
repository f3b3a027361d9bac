"""The PostgreSQL side: what an administrator does at the centre."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

from app.persian import search_key
from app.refusal import Refusal
from app.sync.node_file import NodeRole
from ui.bootstrap import administer, outbox_of
from ui.cli.enrol import enrol
from ui.cli.files import read_file
from ui.cli.said import Argument, Command, Said, Session, number

_PAGE = 4096
"""Bytes of which a backup has a whole number."""


def _central(session: Session) -> Said:
    return _DEEDS[session.args.what](session)


def _init(session: Session) -> Said:
    administer(lambda admin: admin.init(_dsn(session)))
    return Said(facts={"made": True}, key="central_made")


def _revoke(session: Session) -> Said:
    node = _meant(session)
    ended = administer(lambda admin: admin.revoke(_dsn(session), node))
    facts = {"node": node, "sessions": ended.sessions, "numbers": ended.numbers}
    return Said(facts=facts, key="central_revoked")


def _meant(session: Session) -> str:
    """The one PC of that name, in `--office` if that is given, or of that id. Refuses
    `central_pc_unnamed`, `central_pc_unclear` where there is none or several, `central_pc_other`
    where both are given and do not agree, and as the office is looked for.
    """
    name, node = session.args.name, session.args.node
    if not name:
        if not node:
            raise Refusal("central_pc_unnamed")
        return str(node)
    offices = administer(lambda admin: admin.status(_dsn(session)))
    within = _office(session)[0] if session.args.office else ""
    among = [office for office in offices if within in ("", office.office)]
    every = [pc for office in among for pc in office.nodes if not pc.revoked]
    found = [pc.node for pc in every if search_key(pc.name) == search_key(name)]
    if node and node not in found:
        raise Refusal("central_pc_other", name=name, id=node)
    if not node and len(found) != 1:
        raise Refusal("central_pc_unclear", name=name, n=len(found))
    return str(node or found[0])


def _admit(session: Session) -> Said:
    """The outbox of a PC that can no longer send it: a data folder or a backup."""
    args = session.args
    dsn, file = (args.dsn, args.file) if args.file else ("", args.dsn)
    if not args.file and (not file or not Path(file).exists()):
        raise Refusal("central_file_missing")
    key = args.recovery_key_file
    if not Path(file).is_dir():
        _require_backup(Path(file))
        if not key:
            raise Refusal("recovery_key_missing")
    typed = read_file(key).decode("utf-8", "replace") if key else ""
    node, lines = outbox_of(Path(file), typed, session.clock)
    admitted = administer(lambda admin: admin.admit(dsn, node, lines))
    return Said(facts={"node": node, "lines": len(lines), "admitted": admitted}, key="admitted")


def _require_backup(file: Path) -> None:
    """That it may be one: whole pages. Refuses `file_missing`, `backup_foreign`."""
    try:
        size = file.stat().st_size
    except OSError:
        raise Refusal("file_missing", path=str(file)) from None
    if not size or size % _PAGE:
        raise Refusal("backup_foreign", path=str(file))


def _resume(session: Session) -> Said:
    """Calls of an office, this PC's if none is named, are granted again."""
    office, name = _office(session)
    ended = administer(lambda admin: admin.resume(_dsn(session), office))
    facts = {"office": office, "ended": ended}
    key = "central_resumed" if ended else "central_unpaused"
    return Said(facts=facts, key=key, values={"office": name})


def _office(session: Session) -> tuple[str, str]:
    """Refuses `central_office_unknown`."""
    asked = session.args.office
    if not asked:
        with session.journal.look() as look:
            return look.office.id, look.office.described.name
    offices = administer(lambda admin: admin.status(_dsn(session)))
    found = [o for o in offices if search_key(asked) in {o.office, search_key(o.name)}]
    if len(found) != 1:
        raise Refusal("central_office_unknown", office=asked, n=len(found))
    return found[0].office, found[0].name


def _status(session: Session) -> Said:
    dsn = _dsn(session)
    offices = administer(lambda admin: admin.status(dsn))
    lacks = administer(lambda admin: admin.lacks(dsn))
    old = administer(lambda admin: admin.snapshots(dsn))
    answer = session.words.answer
    lines = [line for office in offices for line in _lines(session, office)]
    lines += [answer("central_snapshot", {"name": one.name, "since": one.since}) for one in old]
    lines += [answer("central_lacks", {"unguarded": lack}) for lack in lacks]
    return Said(
        facts={"offices": offices, "lacks": lacks, "snapshots": old},
        key="central_status",
        more=tuple(lines),
    )


def _lines(session: Session, office: Any) -> list[str]:
    answer = session.words.answer
    paused = {"office": office.name, "since": office.paused, "names": office.waits_for}
    key = "central_paused_for" if office.waits_for else "central_paused"
    return [
        answer("central_office", {"office": office.name, "id": office.office}),
        *([answer(key, paused)] if office.paused else []),
        *(_line(session, office.name, pc) for pc in office.nodes),
    ]


def _line(session: Session, office: str, pc: Any) -> str:
    facts = {"office": office, "name": pc.name, "since": pc.seen, "n": pc.lines, "id": pc.node}
    return session.words.answer("central_pc_revoked" if pc.revoked else "central_pc", facts)


def _dsn(session: Session) -> str:
    """As it was typed; nothing typed: as PostgreSQL's own settings of this system say."""
    return str(session.args.dsn)


_DEEDS: dict[str, Callable[[Session], Said]] = {
    "init": _init,
    "enrol": enrol,
    "revoke": _revoke,
    "admit": _admit,
    "resume": _resume,
    "status": _status,
}

COMMANDS = (
    Command(
        "central",
        "makes the centre, lets PCs in, shuts one out, takes in what it left, ends a pause",
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
        Argument(
            "--office", default="", metavar="NAME", help="whose pause ends; whose PC is meant"
        ),
        Argument("--recovery-key-file", default="", metavar="FILE", type=str),
    ),
)
