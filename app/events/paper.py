"""What happens to paper."""

from app.event import Event


class PaperPrinted(Event, frozen=True, kw_only=True):
    """A paper left a printer; `copy` 1 is the original, every later one is an «المثنی»."""

    paper: str
    copy: int
    key: str = ""
