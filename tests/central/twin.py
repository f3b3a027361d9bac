"""The model and the real centre side by side: both are asked, and must say the same."""

from collections.abc import Callable, Iterator, Sequence

import psycopg
from msgspec.structs import astuple

from app.sync.feed import Line
from app.sync.talk import Rejected
from app.sync.wire import Marks, Reply, Request
from db.central.client import PgCentre
from db.central.wire import ADMIT, columns_of
from tests.central.office import Centre
from tests.sim.centre import ModelCentre

NOBODY = "99" * 16
"""A PC that only looks on."""

FATE = """
CREATE TABLE public.fate (now bigint, started timestamptz);
INSERT INTO public.fate VALUES (0, now());
GRANT ALL ON public.fate TO bajeh_owner; GRANT USAGE ON SCHEMA public TO bajeh_owner;
CREATE OR REPLACE FUNCTION bajeh.clock() RETURNS bigint LANGUAGE sql VOLATILE
    AS 'SELECT now FROM public.fate';
CREATE OR REPLACE FUNCTION bajeh.started() RETURNS timestamptz LANGUAGE sql STABLE
    AS 'SELECT started FROM public.fate';
"""
CLEAN = """
TRUNCATE bajeh.line, bajeh.chain, bajeh.closed, bajeh.tracking;
UPDATE bajeh.office SET last = 0, mark = sha256('bajeh-feed-1'), started = bajeh.started(),
    paused_at = NULL, pauses = 0;
UPDATE bajeh.node SET seen_at = -1000000000, reconciled = 0, doubted_at = -3600000000;
"""


class Real:
    """The real centre, with a clock and a start that the test moves."""

    def __init__(self, centre: Centre) -> None:
        centre.do(FATE)
        self._clients: dict[str, PgCentre] = {}
        self._centre = centre
        centre.enrol(NOBODY)
        self.enrolled = {NOBODY}
        """Its whole roster; the model shares it."""
        self._hand = psycopg.connect(centre.dsn, autocommit=True)

    def client(self, node: str) -> PgCentre:
        """The connection of a PC, which is let in when it first comes."""
        if node not in self._clients:
            if node not in self._centre.files:
                self._centre.enrol(node, node)
                self.enrolled.add(node)
            self._clients[node] = self._centre.client(node)
        return self._clients[node]

    def empty(self) -> None:
        """As it was at first."""
        self._hand.execute(CLEAN)

    def at(self, now: int) -> None:
        """It is that late now."""
        self._hand.execute("UPDATE public.fate SET now = %s", (now,))

    def started(self) -> None:
        """The server is another one from now on."""
        self._hand.execute("UPDATE public.fate SET started = clock_timestamp()")
        self.client(NOBODY).ask(Marks(numbers=()))

    def hold(self, model: ModelCentre) -> None:
        """The same lines as the model, as if they came from a backup."""
        for node in model.enrolled:
            self.client(node)
        hand = self._hand
        hand.execute("TRUNCATE bajeh.line, bajeh.chain, bajeh.closed")
        hand.execute(
            "UPDATE bajeh.office SET last = %s, mark = %s",
            (len(model.feed), model._mark(len(model.feed))),
        )
        with hand.cursor() as cursor, cursor.copy("COPY bajeh.line FROM STDIN") as copy:
            for row in _rows(model):
                copy.write_row(row)
        with hand.cursor() as cursor, cursor.copy("COPY bajeh.chain FROM STDIN") as copy:
            for place, links in model._chains.items():
                if links:
                    copy.write_row((model.office, *place, len(links), links[-1], b""))

    def admit(self, office: str, lines: Sequence[Line]) -> None:
        """As an administrator does who has looked at the signatures."""
        if lines:
            self._hand.execute(ADMIT, (office, *columns_of(lines)))

    def close(self) -> None:
        """Lets go."""
        self._hand.close()


def _rows(model: ModelCentre) -> Iterator[tuple[object, ...]]:
    ended: dict[tuple[str, str], int] = {}
    for fed in model.feed:
        recorded = fed.line.recorded
        place = recorded.node, recorded.incarnation
        chain = model._chains.get(place, [])
        hangs = ended.get(place, 0) + 1 == recorded.seq <= len(chain)
        chained = hangs and chain[recorded.seq - 1] == recorded.link
        ended[place] = ended.get(place, 0) + chained
        office, *said = astuple(recorded)[:13]
        after = (fed.line.follows, fed.line.signature, fed.healer, chained, fed.received)
        yield (office, fed.number, fed.mark, *said, *after)


def _said(ask: Callable[[], Reply]) -> Reply | str:
    """A reply, or the code of a refusal."""
    try:
        return ask()
    except Rejected as rejected:
        return rejected.code


class Twin(ModelCentre):
    """Fulfils all that a world wants of the model."""

    real: Real

    def __init__(self, office: str) -> None:
        super().__init__(office)
        self.asked = 0
        self._late = 0
        self.enrolled = self.real.enrolled
        self.real.empty()

    def begin_like(self, other: ModelCentre) -> None:
        """Both hold what the other one holds."""
        super().begin_like(other)
        self.real.hold(self)

    def answer(self, node: str, request: Request, now: int) -> Reply:
        """What both say."""
        expected = _said(lambda: super(Twin, self).answer(node, request, self._at(now)))
        said = _said(lambda: self.real.client(node).ask(request))
        self.asked += 1
        assert said == expected, f"{type(request).__name__}: {said}"[:500]
        if isinstance(said, str):
            raise Rejected(said)
        return said

    def restart(self, now: int) -> None:
        """Both."""
        super().restart(self._at(now))
        self.real.started()

    def restore(self, length: int, now: int) -> None:
        """Both."""
        super().restore(length, now)
        self.real.hold(self)

    def resume(self) -> None:
        """Both."""
        super().resume()
        self.real.client(NOBODY).resume()

    def admit(self, lines: Sequence[Line], now: int) -> int:
        """Both."""
        count = super().admit(lines, self._at(now))
        self.real.admit(self.office, lines)
        return count

    def is_paused(self, now: int) -> bool:
        """Whoever looks on from outside changes nothing by it."""
        before = self.paused_at
        found = super().is_paused(now)
        if now < self._late or self._late == 0:
            self.paused_at = before
        return found

    def _at(self, now: int) -> int:
        """No two things happen in the same microsecond."""
        self._late = max(now, self._late + 1)
        self.real.at(self._late)
        return self._late
