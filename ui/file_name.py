"""Names of files as people type and paste them."""

from collections.abc import Collection
from pathlib import Path, PurePath
from urllib.parse import urlsplit
from urllib.request import url2pathname

from app.refusal import Refusal


def whole_path(typed: str) -> str:
    """Where a file lies: what was typed may stand in quotation marks or be an address, and what
    names no folder of its own lies in the user's, which is offered wherever a name is asked for.
    """
    bare = typed.strip().strip('"')
    if bare.startswith("file://"):
        return url2pathname(urlsplit(bare).path)
    return str(Path.home() / Path(bare).expanduser()) if bare else ""


def known_ending(name: str, known: Collection[str]) -> str:
    """Which of those endings (with their points) a name has; refuses `format_unknown`."""
    ending = PurePath(name).suffix.lower()
    if ending not in known:
        raise Refusal("format_unknown", format=ending or PurePath(name).name, known=tuple(known))
    return ending
