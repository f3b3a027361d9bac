"""Letting a PC in, from the command line: all that cannot work is refused before the centre hears
of it.
"""

import re
from contextlib import suppress
from pathlib import Path
from typing import Any

from app.ids import new_id
from app.persian import search_key
from app.refusal import Refusal
from app.sync.node_check import check_host, check_name, check_series
from app.sync.node_code import code_of
from app.sync.node_file import NodeFile, NodeRole, write_node_file
from ui.bootstrap import administer, qr_png
from ui.cli.files import read_file, write_file
from ui.cli.said import Said, Session
from ui.own import WINDOW

_ID = re.compile(r"[0-9a-f]{32}")


def enrol(session: Session) -> Said:
    """One more PC by a file, or this one."""
    args = session.args
    if not args.this and not args.to:
        raise Refusal("central_to_missing")
    known = _this(session) if args.this else _other(session)
    for host in args.host:
        check_host(host)
    certificate = _certificate(args.certificate) if args.certificate else ""
    file = _File(args.to) if args.to else None
    node = _let_in(session, {**known, "certificate": certificate}, file)
    if args.this:
        session.desk.adopt(node)
    picture = file.picture if file else ""
    facts = {"node": node.node, "name": node.name, "office": node.office, "path": args.to or None}
    shown = session.words.answer("central_qr" if picture else "central_qr_large", {"path": picture})
    return Said(
        facts={**facts, "qr": picture or None},
        key="central_adopted" if args.this else "central_enrolled",
        more=(shown,) if file else (),
    )


class _File:
    """What the other PC is set up by and, beside it, a picture that a scanner reads: there before
    the centre knows the PC, or neither is. Refuses `file_exists`, `folder_missing`.
    """

    def __init__(self, to: str) -> None:
        self._to, self._beside = Path(to), Path(f"{to}.png")
        self.picture = ""
        try:
            if not self._to.parent.is_dir():
                raise Refusal("folder_missing", folder=str(self._to.parent))
            for path in (self._to, self._beside):
                if path.exists() or path.is_symlink():
                    raise Refusal("file_exists", path=str(path))
        except (OSError, ValueError):
            raise Refusal("paper_unwritable", path=to) from None

    def write(self, node: NodeFile) -> None:
        """The picture only where so much fits into one."""
        file = write_node_file(node)
        write_file(str(self._to), file, secret=True)
        if picture := qr_png(code_of(file)):
            write_file(str(self._beside), picture, secret=True)
            self.picture = str(self._beside)

    def take_back(self) -> None:
        """Nobody is let in by it."""
        for path in (self._to, self._beside):
            with suppress(OSError):
                path.unlink(missing_ok=True)


def _let_in(session: Session, known: dict[str, Any], file: _File | None) -> NodeFile:
    def keep(node: NodeFile) -> None:
        if session.args.this:
            session.desk.require_centre(node)  # what it has now may be right
        if file:
            file.write(node)

    dsn, hosts = str(session.args.dsn), tuple(session.args.host)
    administer(lambda admin: admin.require_free(dsn, known["office"], known["node"], known["name"]))
    try:
        node: NodeFile = administer(lambda admin: admin.enrol(dsn, **known, hosts=hosts, keep=keep))
    except BaseException:
        if file:
            file.take_back()
        raise
    return node


def _certificate(name: str) -> str:
    data = read_file(name)
    return str(administer(lambda admin: admin.certificate_of(data)))


def _other(session: Session) -> dict[str, Any]:
    """A PC of the office of this one that is still to be set up or, by its id, one that the centre
    has forgotten. Refuses `node_wrong`.
    """
    args = session.args
    role: NodeRole = args.role or "counter"
    check_name(args.name, role)
    check_series(args.series)
    with session.journal.look() as look:
        office = look.office
    if args.node and (not _ID.fullmatch(args.node) or args.node == office.id):
        raise Refusal("node_wrong", id=args.node)
    others = (series for node, series in office.series.items() if node != args.node)
    taken = {search_key(series) for series in others}
    if args.series and search_key(args.series) in taken:
        raise Refusal("series_taken", series=args.series)
    return {
        "office": office.id,
        "office_name": office.described.name,
        "node": args.node or new_id(session.clock.now()),
        "name": args.name,
        "role": role,
        "series": args.series,
    }


def _this(session: Session) -> dict[str, Any]:
    """The PC of this data folder, as it was set up. Refuses `central_this_named`."""
    args = session.args
    with session.journal.look() as look:
        office, node, window = look.office, look.node, look.setting(WINDOW)
    role, _, name = (window or "counter:1").partition(":")
    own = {"node": node, "name": name, "role": role, "series": office.series.get(node, "")}
    if any(getattr(args, option) not in {"", known} for option, known in own.items()):
        raise Refusal("central_this_named", name=name, series=own["series"])
    return {"office": office.id, "office_name": office.described.name, **own}
