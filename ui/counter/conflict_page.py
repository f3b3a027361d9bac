"""What does not fit, beside a client (Ctrl+7, then F11)."""

from ui.counter.side_page import SidePage
from ui.frame import conflict_page


class ConflictPage(conflict_page.ConflictPage):
    """The page that every window has of it, as a page beside the client's. It has no second base:
    PySide loses signals of a class with two.
    """

    shuts = SidePage.shuts
