"""At the kiosk: the numbers of the morning, and those who come back."""

from app.handing.kiosk import Given
from ui.frame.words import tr
from ui.tour.script import Client
from ui.tour.stage import Stage
from ui.tour.visitor import WIDE, Visitor

NUMBERS = (
    "at_once",
    "receipt",
    "deficiency",
    "company",
    "foreigner",
    "no_show",
    "elderly",
    "long_name",
    "transfer",
    "hold",
)
"""Who takes a number for a sub-service in the morning, in this order."""


class AtTheKiosk:
    """`labels` has the numbers that were given, by story."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._name = stage.script.words["kiosk"]
        self.labels: dict[str, str] = {}

    def morning(self) -> None:
        """Everybody takes a number; the first one looks at every page."""
        script = self._stage.script
        with Visitor(self._stage, self._name) as visitor:
            for story in NUMBERS:
                client = script.client(story)
                self._stage.at(client.at)
                taken = self._slowly if story == NUMBERS[0] else self._quickly
                taken(visitor, client)
            self._guided(visitor, script.client("guidance"))
        with Visitor(self._stage, self._name, WIDE) as visitor:
            self._wide(visitor)

    def collects(self, story: str, tracking: str) -> None:
        """A number to collect an answer, by the digits of the receipt."""
        with Visitor(self._stage, self._name) as visitor:
            visitor.touches(tr("Collect an answer"))
            visitor.taps_number(tracking)
            visitor.picture("kiosk-collect")
            visitor.touches(tr("Take a number"))
            self._keep(story, visitor.number())
            visitor.picture("kiosk-collect-number")

    def comes_back(self, story: str, token: str) -> None:
        """With the deficiency slip under the reader."""
        with Visitor(self._stage, self._name) as visitor:
            visitor.touches(tr("Bring missing papers"))
            visitor.picture("kiosk-complete")
            visitor.scans(f"BJ:D:{token}")
            self._keep(story, visitor.number())
            visitor.picture("kiosk-complete-number")

    def asks_about(self, tracking: str, last_digits: str) -> None:
        """How a request stands."""
        with Visitor(self._stage, self._name) as visitor:
            visitor.touches(tr("Ask about a request"))
            visitor.taps_number(tracking)
            visitor.taps_number(last_digits)
            visitor.picture("kiosk-ask")
            visitor.touches(tr("Show how it stands"))
            visitor.picture("kiosk-standing")

    # -- how -------------------------------------------------------------------------------------

    def _slowly(self, visitor: Visitor, client: Client) -> None:
        visitor.picture("kiosk-first-page")
        visitor.touches(tr("File a request"))
        visitor.picture("kiosk-services")
        visitor.finds(client.wishes[0].service)
        visitor.picture("kiosk-sheet")
        visitor.touches(tr("Take a number"))
        visitor.picture("kiosk-priority")
        self._keep(client.story, visitor.takes_number(client))
        visitor.picture("kiosk-number")
        visitor.leaves()

    def _quickly(self, visitor: Visitor, client: Client) -> None:
        picture = "kiosk-search" if client.story == NUMBERS[-1] else ""
        self._keep(client.story, visitor.asks_for(client, picture))
        visitor.leaves()

    def _guided(self, visitor: Visitor, client: Client) -> None:
        self._stage.at(client.at)
        visitor.touches(tr("I do not know, please guide me"))
        self._keep(client.story, visitor.number())
        visitor.picture("kiosk-guidance-number")
        visitor.leaves()

    def _wide(self, visitor: Visitor) -> None:
        visitor.picture("kiosk-wide-first-page")
        visitor.touches(tr("File a request"))
        visitor.picture("kiosk-wide-services")
        visitor.finds(self._stage.script.client("company").wishes[0].service)
        visitor.picture("kiosk-wide-sheet")
        visitor.enlarges()
        visitor.picture("kiosk-wide-larger")

    def _keep(self, story: str, given: Given) -> None:
        self.labels[story] = given.label
