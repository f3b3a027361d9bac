"""A centre in this very process: the model, as PCs reach it, and a cable that a test pulls."""

from pathlib import Path
from random import Random
from threading import Condition, RLock

from app.event import micros
from app.ports import Clock
from app.sync.node_file import Address, NodeFile, NodeRole
from app.sync.talk import Dismissed, Rejected, Unproven, Unreachable
from app.sync.wire import Lease, Leased, Reply, Request
from app.tracking import make
from tests.sim.centre import ModelCentre

ADDRESS = Address(hosts=("centre",), database="bajeh", role="pc", password="secret")


class CentreHere:
    """One office's centre, and what it knows of its PCs."""

    def __init__(self, office: str, clock: Clock) -> None:
        self.model = ModelCentre(office)
        self.clock = clock
        self.office = office
        self.away = False
        self.unproven = False
        self.revoked: set[str] = set()
        self.asked: list[Request] = []
        self.gate = RLock()
        self.heard = Condition(self.gate)
        self._keys: dict[str, str] = {}
        self._leases: dict[str, tuple[str, ...]] = {}
        self._chance = Random(5)

    def node(self, node: str, name: str, role: NodeRole = "counter", series: str = "") -> NodeFile:
        """What `central enrol` writes."""
        return NodeFile(
            centre=ADDRESS, office=self.office, office_name="چالوس",
            node=node, name=name, role=role, series=series,
        )  # fmt: skip

    def line_to(self, node: NodeFile, _folder: Path) -> "LineHere":
        """As `ui.bootstrap.line_to`."""
        return LineHere(self, node.node)

    def answer(self, node: str, request: Request) -> Reply:
        """One transaction."""
        with self.gate:
            self.require_open(node)
            self.asked.append(request)
            before = len(self.model.feed)
            if isinstance(request, Lease):
                return Leased(numbers=self._leased(request))
            reply = self.model.answer(node, request, micros(self.clock.now()))
            if len(self.model.feed) > before:
                self.heard.notify_all()
            return reply

    def require_open(self, node: str) -> None:
        """The cable is in, the certificate is good, and the PC may come in."""
        if self.away:
            raise Unreachable
        if self.unproven:
            raise Unproven("certificate verify failed")
        if node in self.revoked:
            raise Dismissed("BJ001")

    def introduce(self, node: str, key: str) -> None:
        """One key for a PC."""
        with self.gate:
            self.require_open(node)
            if self._keys.setdefault(node, key) != key:
                raise Rejected("BJ006")

    def _leased(self, request: Lease) -> tuple[str, ...]:
        known = self._leases.get(request.lease)
        made = tuple(make(self._chance.randrange) for _ in range(request.count))
        return self._leases.setdefault(request.lease, known or made)


class LineHere:
    """Fulfils `app.sync.line.Line`."""

    def __init__(self, centre: CentreHere, node: str) -> None:
        self._centre, self._node = centre, node
        self._roused = False
        self._known = 0
        self.closed = False

    def ask(self, request: Request) -> Reply:
        assert not self.closed
        reply = self._centre.answer(self._node, request)
        self._known = len(self._centre.model.feed)
        return reply

    def introduce(self, public_key: str, version: int) -> None:
        assert version
        self._centre.introduce(self._node, public_key)

    def resume(self) -> None:
        with self._centre.gate:
            self._centre.require_open(self._node)
            self._centre.model.resume()

    def wait(self, seconds: float) -> bool:
        with self._centre.heard:
            self._centre.heard.wait_for(lambda: self._roused or self._news, seconds)
            self._roused = False
            return self._news

    @property
    def _news(self) -> bool:
        return not self._centre.away and len(self._centre.model.feed) > self._known

    def rouse(self) -> None:
        with self._centre.heard:
            self._roused = True
            self._centre.heard.notify_all()

    def close(self) -> None:
        self.closed = True
