"""The first PC of an office."""

from collections.abc import Mapping
from pathlib import Path

from app.deeds.founding import Plan, found_office
from app.deeds.setting import change_setting
from app.ids import new_id
from app.ports import Clock, Work
from app.settings import BY_KEY
from app.value import Value
from db import store
from db.keys import new_key
from db.recovery import new_recovery_key
from db.trouble import in_words
from ui.bootstrap.aside import set_aside
from ui.bootstrap.keys import keep_key
from ui.bootstrap.surroundings import surroundings


class Made(Value, frozen=True, kw_only=True):
    """What set-up tells the person who did it."""

    office: str
    node: str
    key: str
    recovery_key: str


def set_up(
    folder: Path, plan: Plan, clock: Clock, settings: Mapping[str, str] | None = None
) -> Made:
    """Makes the store of a new office, with this PC's own settings; whatever goes wrong leaves no
    store behind.

    Refuses `store_exists`, `store_busy` while another does the same, the troubles of the disk, and
    what founding an office and changing a setting refuse.
    """
    office, node = new_id(clock.now()), new_id(clock.now())
    key, recovery = new_key(), new_recovery_key()
    notes = {"office": office, "node": node, "recovery_key": recovery}
    with in_words(), set_aside(folder) as making:
        journal = store.make(making, key, notes, surroundings(clock))
        with journal.work("") as work:
            found_office(work, office, plan)
            for name, value in (settings or {}).items():
                _keep(work, name, value)
        journal.close()
        place = keep_key(making, node, key, recovery, clock)
    return Made(office=office, node=node, key=place, recovery_key=recovery)


def _keep(work: Work, name: str, value: str) -> None:
    """What may be set later is set now by the same rule; the rest only the program writes."""
    if name in BY_KEY:
        change_setting(work, name, value)
    else:
        work.set_setting(name, value)
