"""A kept file."""

from app.event import Event, Recorded
from app.events.form_file import FormFileKept
from app.folds.fold import Fold, Reason, State


class KeptFile(State, frozen=True, kw_only=True):
    """Its bytes, and what they are known by."""

    name: str
    data: bytes


def _opened(recorded: Recorded, event: Event) -> KeptFile | None:
    if not isinstance(event, FormFileKept):
        return None
    return KeptFile(id=recorded.entity, name=event.name, data=event.data)


def _again(kept: KeptFile, _: Recorded, __: Event) -> tuple[KeptFile, Reason]:
    """Two PCs kept the same bytes."""
    return kept, ""


FOLD: Fold[KeptFile] = Fold(_opened, {FormFileKept: _again})
"""What is kept of a file."""
