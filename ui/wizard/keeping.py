"""Taking the recovery key to paper, or into a file."""

from collections.abc import Callable
from contextlib import closing
from typing import TypeVar

from app.deeds.spool import printers_of
from app.filling.common import letterhead
from app.local import local
from app.papers import RecoveryPaper
from app.refusal import Refusal
from app.spooling.printers import Printers
from ui.house import House, OpenFolder
from ui.own import key_seen

T = TypeVar("T")
NAME = "bajeh-recovery-key"


def print_key(house: House) -> None:
    """On the page printer, else on the roll. Refuses `key_no_printer`, and as the road does."""
    paper, printers = _opened(house, _paper)
    with closing(house.press()) as press:
        if printers.page.name:
            data = press.pdf(paper, "A5")
            house.road(printers.page, raw=False, job=NAME).send(data, NAME)
        elif printers.roll.name:
            data = press.thermal(paper, printers.roll)
            house.road(printers.roll, raw=True, job=NAME).send(data, NAME)
        else:
            raise Refusal("key_no_printer")


def keep_key(house: House, file: str) -> None:
    """In a PDF file. Refuses `file_exists`, `paper_unwritable`."""
    paper, _ = _opened(house, _paper)
    with closing(house.press()) as press:
        house.write(file, press.pdf(paper, "A5"))


def note_seen(house: House) -> None:
    """Puts on record that the key is on paper."""

    def seen(store: OpenFolder) -> None:
        with store.journal.work() as work:
            key_seen(work)

    _opened(house, seen)


def key_of(house: House) -> str:
    """The key itself."""
    return _opened(house, lambda store: store.recovery_key)


def _opened(house: House, act: Callable[[OpenFolder], T]) -> T:
    with closing(house.open()) as store:
        return act(store)


def _paper(store: OpenFolder) -> tuple[RecoveryPaper, Printers]:
    with store.journal.look() as look:
        paper = RecoveryPaper(
            letterhead=letterhead(look.office),
            at=local(look.at),
            groups=tuple(store.recovery_key.split("-")),
        )
        return paper, printers_of(look)
