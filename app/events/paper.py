"""What happens to paper."""

from app.event import Event


class PaperPrinted(Event, frozen=True, kw_only=True):
    """A paper was made to be handed out; `copy` 1 is the original, every later one an «المثنی»."""

    paper: str
    copy: int
    key: str = ""
    template: int = 0
    """The version of the form's template; a copy is made as its original was."""
    emblem: str = ""
    """The name of the picture in its letterhead, or none; empty: nobody noted it then."""
