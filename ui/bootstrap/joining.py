"""One more PC of an office."""

from collections.abc import Callable, Mapping
from contextlib import ExitStack, closing
from hashlib import sha256
from pathlib import Path

from app.ports import Clock
from app.sync.node_file import NodeFile, write_node_file
from db import store
from db.folder import NOTE, read_note
from db.journal import StoreJournal
from db.keys import kept_or_new, new_key
from db.notes import ANOTHER, NODE_FILE
from db.recovery import new_recovery_key
from db.trouble import in_words
from ui.bootstrap import lines
from ui.bootstrap.aside import set_aside
from ui.bootstrap.desk import open_desk
from ui.bootstrap.founding import Made
from ui.bootstrap.keys import keep_key, keys_at, place_for_key
from ui.bootstrap.surroundings import surroundings
from ui.own import WINDOW


def join(
    folder: Path,
    node: NodeFile,
    clock: Clock,
    tell: Callable[[int, int], None] = lambda _taken, _of: None,
    settings: Mapping[str, str] | None = None,
) -> Made:
    """Makes the store of one more PC of an office, out of what the centre has, with this
    PC's own settings; whatever goes wrong
    leaves no store behind, and the same file can be taken again in the same folder: the key by
    which the centre knows this PC is kept until it is done.

    Refuses as set-up does, and as `ui.enrolling.join_office`.
    """
    from ui import enrolling

    keys, name = keys_at(place_for_key()), _joining(folder, node)
    key, recovery, seal = new_key(), new_recovery_key(), kept_or_new(keys, name)
    said = write_node_file(node).decode()
    notes = {"office": node.office, "node": node.node, "recovery_key": recovery, NODE_FILE: said}
    with in_words():
        with set_aside(folder) as making, ExitStack() as undo:
            around = surroundings(clock)
            journal = store.make(making, key, {**notes, "seal": seal}, around)
            undo.callback(journal.close)
            with closing(lines.line_to(node, making)) as centre:
                enrolling.join_office(
                    journal,
                    lines.replica_of(journal),
                    centre,
                    node,
                    {**(settings or {}), WINDOW: node.window},
                    tell=tell,
                    keep=lambda: keys.write(name, seal),
                )
            _own_lines(journal)
            undo.close()
            place = keep_key(making, node.node, key, recovery, clock)
        keys.forget(name)
    return Made(office=node.office, node=node.node, key=place, recovery_key=recovery)


def renew(
    folder: Path, node: NodeFile, clock: Clock, settings: Mapping[str, str] | None = None
) -> bool:
    """Whether the folder is that very PC's: it then comes to its centre by this file from now on,
    once the centre has let it in so, with all it could not send.

    Refuses as opening does, and as `ui.enrolling.join_office`; nothing is changed then.
    """
    from ui import enrolling

    if not (folder / NOTE).exists() or read_note(folder).node != node.node:
        return False
    with closing(open_desk(folder, clock)) as desk:
        with desk.journal.look() as look:
            office, key = look.office.id, look.seal_key
        if office != node.office:
            return False
        with closing(lines.line_to(node, folder)) as centre, enrolling.told():
            enrolling.introduce(centre, key)
        desk.adopt(node)
        with desk.journal.work() as work:
            for setting, value in (settings or {}).items():
                work.set_setting(setting, value)
    return True


def _joining(folder: Path, node: NodeFile) -> str:
    """Under which name a PC that joins keeps its key: another folder is another PC."""
    return f"joining-{sha256(f'{node.node}{folder.resolve()}'.encode()).hexdigest()[:32]}"


def _own_lines(journal: StoreJournal) -> None:
    """What the centre had of this PC came from an earlier beginning: it knows no other key."""
    with journal.work() as work:
        work.note(ANOTHER, "")
