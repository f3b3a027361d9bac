"""Deeds of earlier days, each at its time."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from app.ports import Work

Deed = Callable[[Work], object]


class Planned(NamedTuple):
    """`clerk`: the code of who does it; empty: the office's first clerk."""

    at: datetime
    deed: Deed
    clerk: str = ""
