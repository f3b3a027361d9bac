"""A finger that goes through every page of a kiosk, and once more for each way of showing them."""

from collections.abc import Callable

from ui.frame.words import tr
from ui.kiosk.places import Choosing, Place
from ui.tour.album import CONTRAST, LARGE, LOW
from ui.tour.script import Client
from ui.tour.stage import Stage
from ui.tour.visitor import Visitor

USUAL = ""
WAYS = (USUAL, LARGE, CONTRAST, LOW)
"""How a kiosk can be shown: as usual, and what goes into a folder of the album."""


class KioskWalk:
    """At one kiosk; `kind` begins the names of its pictures. `asked` are the number of a receipt
    and the last digits of its applicant's code.
    """

    def __init__(self, stage: Stage, visitor: Visitor, kind: str, asked: tuple[str, str]) -> None:
        self._stage, self._visitor, self._kind, self._asked = stage, visitor, kind, asked
        self._way = USUAL

    def play(self, way: str, client: Client) -> str:
        """Page by page in that way of showing them; gives the number that the client takes."""
        self._way = way
        self._begins()
        self._take("first-page")
        self._visitor.touches(tr("File a request"))
        self._take("services")
        self._departments()
        self._electronic()
        label = self._takes_number(client)
        self._visitor.goes_away()
        self._papers()
        self._asks()
        self._visitor.goes_away()
        return label

    # -- pages -----------------------------------------------------------------------------------

    def _departments(self) -> None:
        visitor, words = self._visitor, self._stage.script.words
        visitor.touches(tr("Every department"), tr("The other departments"))
        self._take("departments")
        visitor.touches(words["department"])
        self._take("department")
        self._goes_back(lambda place: isinstance(place, Choosing))

    def _electronic(self) -> None:
        """Found by its name; no number is given for it."""
        visitor, title = self._visitor, self._stage.script.words["electronic_title"]
        visitor.touches(tr("Search by name"))
        visitor.types(title[:14], title)
        self._take("search")
        visitor.touches(title)
        self._take("electronic")
        self._goes_back(lambda place: isinstance(place, Choosing))

    def _takes_number(self, client: Client) -> str:
        visitor = self._visitor
        visitor.finds(client.wishes[0].service)
        self._take("sheet")
        visitor.touches(tr("Take a number"))
        self._take("priority")
        visitor.takes_number(client)
        given = visitor.takes_paper()
        self._take("number")
        return given.label

    def _papers(self) -> None:
        """What a reader reads: a receipt, and a deficiency slip."""
        visitor = self._visitor
        ways = (tr("Collect an answer"), "collect"), (tr("Bring missing papers"), "papers")
        for purpose, name in ways:
            self._begins()
            visitor.touches(purpose)
            if name == "collect":
                visitor.taps_number(self._asked[0])
            self._take(name)
            visitor.goes_away()

    def _asks(self) -> None:
        visitor = self._visitor
        self._begins()
        visitor.touches(tr("Ask about a request"))
        for digits in self._asked:
            visitor.taps_number(digits)
        self._take("ask")
        visitor.touches(tr("Show how it stands"))
        self._take("standing")

    # -- how -------------------------------------------------------------------------------------

    def _begins(self) -> None:
        """The first page, and the button that shows all of them so."""
        tools = {
            LARGE: tr("Larger text"),
            CONTRAST: tr("Stronger colours"),
            LOW: tr("Wheelchair height"),
        }
        if self._way:
            self._visitor.turns(tools[self._way])

    def _goes_back(self, there: Callable[[Place], bool]) -> None:
        while not there(self._visitor.place):
            self._visitor.touches(tr("Back to the page before"))

    def _take(self, name: str) -> None:
        self._visitor.picture(f"{self._kind}-{name}", self._way)
