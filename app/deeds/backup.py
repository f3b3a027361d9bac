"""What this PC remembers of its backups; the journal of the office knows nothing of them."""

import msgspec

from app.backing import DAILY, MADE, PROVEN, TROUBLE, Kept
from app.ports import Work
from app.roles import deed


@deed
def note_made(work: Work, path: str, *, daily: bool = False) -> None:
    """A backup was made there; the trouble of the last one is over."""
    said = Kept(at=work.at, path=path)
    _keep(work, MADE, said)
    if daily:
        _keep(work, DAILY, said)
        work.set_setting(TROUBLE, "")


@deed
def note_proven(work: Work, path: str, *, whole: bool) -> None:
    """A backup of this office was opened by its recovery key alone, and is sound."""
    _keep(work, PROVEN, Kept(at=work.at, path=path, whole=whole))


@deed
def note_trouble(work: Work, path: str, code: str) -> None:
    """The daily backup could not be made; it is tried again."""
    _keep(work, TROUBLE, Kept(at=work.at, path=path, code=code))


def _keep(work: Work, row: str, said: Kept) -> None:
    work.set_setting(row, msgspec.json.encode(said).decode())
