"""A chapter of the supervisor's window."""

from collections.abc import Callable
from typing import NamedTuple

from ui.frame.page import Page
from ui.supervisor.means import Means


class Chapter(NamedTuple):
    """Its key, its icon, what it is called (an English source), and how its page is made when it is
    first opened.
    """

    combo: str
    icon: str
    name: str
    does: str
    make: Callable[[Means], Page]
