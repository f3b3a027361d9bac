"""What is kept of a file."""

from app.event import Event


class FormFileKept(Event, frozen=True, kw_only=True):
    """The bytes of a file; whatever is called so has these bytes for ever."""

    name: str
    data: bytes
