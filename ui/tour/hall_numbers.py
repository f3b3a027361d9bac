"""The numbers of the morning: every page of both kiosks, each way of showing it."""

from app.handing.kiosk import Given
from ui.frame.words import tr
from ui.tour.hall_office import HallOffice
from ui.tour.kiosk_walk import WAYS, KioskWalk
from ui.tour.script import Client
from ui.tour.visitor import UPRIGHT, WIDE, Visitor

_WALKED = {
    "upright": ("at_once", "receipt", "company", "elderly"),
    "wide": ("no_show", "hold", "transfer", "foreigner"),
}
"""Who takes a number at the end of each walk."""

ASKED = "today"
"""The story of the request that is asked about."""

_QUICK = ("deficiency", "long_name")
"""Who knows the way."""


class HallNumbers:
    """`tracking` is the number of the receipt that is asked about."""

    def __init__(self, office: HallOffice, tracking: str) -> None:
        self._office, self._stage = office, office.stage
        known = next(each for each in office.script.before if each.story == ASKED)
        self._asked = tracking, known.person.id[-4:]

    def play(self) -> None:
        """Both kiosks give numbers of one series."""
        for visitor, size, kind in (
            (self._office.upright, UPRIGHT, "upright"),
            (self._office.wide, WIDE, "wide"),
        ):
            walk = KioskWalk(self._stage, visitor, kind, self._asked)
            for way, story in zip(WAYS, _WALKED[kind], strict=True):
                client = self._comes(visitor, size, story)
                self._office.stories[walk.play(way, client)] = story
        for story in _QUICK:
            client = self._comes(self._office.upright, UPRIGHT, story)
            self._office.upright.asks_for(client)
            self._keeps(story, self._office.upright.takes_paper())
            self._office.upright.leaves()
        self._guided()

    def _guided(self) -> None:
        """Who cannot read: one touch."""
        wide = self._office.wide
        self._comes(wide, WIDE, "guidance")
        wide.touches(tr("I do not know, please guide me"))
        self._keeps("guidance", wide.takes_paper())
        wide.picture("wide-guidance")
        wide.goes_away()

    def _comes(self, visitor: Visitor, size: tuple[int, int], story: str) -> Client:
        client = self._office.script.client(story)
        self._stage.at(client.at)
        visitor.comes(size)
        return client

    def _keeps(self, story: str, given: Given) -> None:
        self._office.stories[given.label] = story
