"""The morning at counter 1: whoever is called is served as their story goes."""

from collections.abc import Callable, Mapping

from ui.tour.clerk import Clerk
from ui.tour.script import Client

Story = Callable[[Client], None]


class AtTheCounter:
    """Calls until nobody waits. `trackings` has the requests by story, `token` is that of the
    deficiency slip.
    """

    def __init__(self, clerk: Clerk, labels: Mapping[str, str]) -> None:
        self._clerk, self._stage = clerk, clerk.stage
        self._stories = {label: story for story, label in labels.items()}
        self.trackings: dict[str, str] = {}
        self.token = ""
        self._called_before: set[str] = set()
        self._told: Mapping[str, Story] = {
            "at_once": self._at_once,
            "receipt": self._receipt,
            "deficiency": self._deficiency,
            "company": self._company,
            "foreigner": self._foreigner,
            "no_show": self._no_show,
            "elderly": self._elderly,
            "long_name": self._long_name,
            "transfer": self._transfer,
            "hold": self._hold,
            "guidance": self._guidance,
        }

    def play(self) -> None:
        """F2 again and again."""
        clerk = self._clerk
        while clerk.state.queue is not None and clerk.state.queue.waiting:
            story = self._stories[clerk.calls_next()]
            self._stage.patience.step = story
            self._stage.later(1)
            self._told[story](self._stage.script.client(story))

    # -- stories ---------------------------------------------------------------------------------

    def _at_once(self, client: Client) -> None:
        """Given at the desk itself (mode 3): every moment of a visit is seen here."""
        clerk, wish = self._clerk, client.wishes[0]
        clerk.picture("visit-called")
        clerk.stage.hands.type(client.person.id[:6])
        clerk.picture("visit-code")
        clerk.type(client.person.id[6:])
        clerk.picture("visit-new-applicant")
        clerk.writes(client.person)
        clerk.picture("visit-papers")
        clerk.settles_papers()
        clerk.press("Ctrl+4")
        clerk.picture("visit-information-sheet")
        clerk.press("Ctrl+4", "Ctrl+3", "Enter", "Down", "Enter")
        clerk.type(*(wish.details.values()), wish.remarks)
        clerk.large_picture("visit-at-once-ready")
        self._keep(client, clerk.registers())
        clerk.picture("visit-at-once-given")

    def _receipt(self, client: Client) -> None:
        clerk = self._clerk
        clerk.identifies(client.person)
        clerk.writes(client.person)
        clerk.settles_papers()
        clerk.fills_in(client.wishes[0])
        clerk.large_picture("visit-ready-to-register")
        self._keep(client, clerk.registers())
        clerk.large_picture("visit-registered")

    def _deficiency(self, client: Client) -> None:
        clerk = self._clerk
        clerk.identifies(client.person)
        clerk.writes(client.person)
        clerk.settles_papers(client.wishes[0].missing)
        clerk.large_picture("visit-papers-missing")
        clerk.press("F7")
        visit = clerk.state.visit
        assert visit is not None
        clerk.wait(self._slip, "the slip")
        self.token = self._slip()
        clerk.picture("visit-slip")

    def _company(self, client: Client) -> None:
        """Three requests in one visit."""
        clerk = self._clerk
        for n, wish in enumerate(client.wishes, 1):
            if n == 1:
                clerk.identifies(client.person)
                clerk.writes(client.person, client.representative)
                clerk.picture("visit-company")
            else:
                clerk.press("Shift+F8")
                clerk.picture(f"visit-next-request-{n}")
                clerk.type(wish.service)
                clerk.wait(lambda: not clerk.state.sheet.registered, "the next request")
                clerk.settle()
            clerk.settles_papers()
            clerk.fills_in(wish)
            tracking = clerk.registers()
        self._keep(client, tracking)
        clerk.large_picture("visit-three-requests")
        clerk.press("Ctrl+5")
        clerk.picture("visit-done-so-far")
        clerk.press("Enter")
        clerk.picture("visit-reprinted")

    def _foreigner(self, client: Client) -> None:
        self._keep(client, self._clerk.serves(client))
        self._clerk.picture("visit-foreigner")

    def _no_show(self, client: Client) -> None:
        """Nobody comes; a moment later somebody does."""
        clerk, label = self._clerk, self._clerk.label
        if label in self._called_before:
            self._keep(client, clerk.serves(client))
            return
        self._called_before.add(label)
        clerk.press("F3")
        clerk.picture("no-show-called-again")
        clerk.press("F4")
        clerk.wait(lambda: clerk.state.undoable, "the no-show")
        clerk.picture("no-show-marked")
        clerk.press("F4")
        clerk.wait(lambda: not clerk.state.undoable, "the no-show taken back")
        clerk.picture("no-show-taken-back")

    def _elderly(self, client: Client) -> None:
        clerk = self._clerk
        queue = clerk.state.queue
        rows = len(queue.rows) + len(queue.held) if queue else 0
        clerk.press("Ctrl+1", *("Down" for _ in range(rows + 2)), "Enter")
        clerk.picture("visit-why-called")
        clerk.press("Ctrl+2")
        self._keep(client, clerk.serves(client))

    def _long_name(self, client: Client) -> None:
        self._keep(client, self._clerk.serves(client))
        self._clerk.large_picture("visit-long-name")

    def _transfer(self, client: Client) -> None:
        del client
        clerk = self._clerk
        clerk.press("Shift+F11")
        clerk.large_picture("transfer-to", "Shift+F11", away="Esc")
        clerk.type("2")
        clerk.wait(lambda: not clerk.window.asking.isHidden(), "the question what comes after")
        clerk.picture("transfer-and-then")
        clerk.press("1")
        clerk.wait(lambda: clerk.state.visit is None, "the transfer")
        clerk.picture("transferred")

    def _hold(self, client: Client) -> None:
        """Parked for a quarter of an hour, then called before others; by then it is too late."""
        del client
        clerk, label = self._clerk, self._clerk.label
        if label in self._called_before:
            self._gives_up()
            return
        self._called_before.add(label)
        clerk.press("F11")
        clerk.picture("hold-asked")
        clerk.press("Enter")
        clerk.wait(lambda: clerk.state.visit is None, "the hold")
        clerk.picture("held")
        self._stage.later(16)

    def _gives_up(self) -> None:
        """Nothing was recorded: what came of it is asked."""
        clerk = self._clerk
        clerk.press("F12")
        clerk.large_picture("outcome-asked", "F12", away="Esc")
        clerk.press("3")
        clerk.wait(lambda: clerk.state.visit is None, "the end of the visit")

    def _guidance(self, client: Client) -> None:
        del client
        self._clerk.picture("guidance")
        self._clerk.ends_visit()

    # -- how -------------------------------------------------------------------------------------

    def _keep(self, client: Client, tracking: str) -> None:
        self.trackings[client.story] = tracking

    def _slip(self) -> str:
        visit = self._clerk.state.visit
        slips = visit.ticket.deficiencies if visit else ()
        return slips[-1].slip.token if slips else ""
