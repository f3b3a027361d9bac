"""The lines between PCs and centre: requests are lost, doubled, late and overtake each other."""

from typing import Any

from app.ids import new_id
from app.sync import calling, pushing
from app.sync.replica import Asked
from app.sync.talk import Rejected, Talk, Unreachable
from app.sync.wire import Answered, Push, Reply, Request
from tests.sim.conversation import Conversation
from tests.sim.guard import granted
from tests.sim.pc import Pc
from tests.sim.world import Failed, World

ROUNDS = 12
"""After so many in good weather nothing may be left to do."""


class Network:
    """All that passes between a world's PCs and its centre."""

    def __init__(self, world: World) -> None:
        self._world = world

    # -- a good line ------------------------------------------------------------------------------

    def ask(self, node: str, request: Request) -> Reply:
        """The centre's answer. Raises `Rejected`, and `Failed` for a call that must not be."""
        centre = self._world.centre
        if isinstance(request, Push) and any(
            line.recorded.content in self._world.poison for line in request.lines
        ):
            raise Rejected("22P02")
        before = len(centre.feed)
        reply = centre.answer(node, request, self._world.now)
        if isinstance(reply, Answered) and len(centre.feed) > before:
            granted(self._world, reply.ticket, node)
        return reply

    def run(self, pc: Pc, talk: Talk[Any], counter: str = "") -> Any:
        """A talk from end to end."""
        conversation = Conversation(pc, talk, counter)
        while conversation.wish:
            conversation.go_on(self._answer(conversation))
        self._ended(conversation)
        return conversation.result

    def synchronise(self, pc: Pc) -> Any:
        """A whole round."""
        return self.run(pc, pushing.synchronise(pc.replica))

    def call(self, pc: Pc, counter: str, chosen: str = "") -> Any:
        """A call from end to end, of whoever is next or of the ticket that somebody chose."""
        reason = "alone" if chosen else ""
        asked = Asked(
            call=new_id(pc.now()), counter=counter, clerk="", chosen=chosen, reason=reason
        )
        return self.run(pc, calling.call(pc.replica, asked), counter)

    def settle(self) -> None:
        """Good weather, until nothing moves; whoever still has something to send then is stuck."""
        self._world.talks.clear()
        for pc in self._world.pcs:
            self._world.make_room(pc)
        for _ in range(ROUNDS):
            self.round()
            if self._quiet():
                return
        raise Failed("it never comes to rest")

    def round(self) -> None:
        """Every PC in turn."""
        for pc in self._world.living():
            self._world.time.now += 3_000_000
            self.synchronise(pc)
            for counter in pc.counters:
                self.run(pc, calling.settle(pc.replica, counter), counter)

    def _quiet(self) -> bool:
        centre = self._world.centre
        return not centre.is_paused(self._world.now) and all(
            pc.replica.clean()
            and pc.replica.place().cursor == len(centre.feed)
            and not any(pc.replica.asked(counter) for counter in pc.counters)
            for pc in self._world.living()
        )

    def _answer(self, conversation: Conversation) -> Reply | Exception:
        assert conversation.wish is not None
        try:
            return self.ask(conversation.pc.node, conversation.wish)
        except Rejected as rejected:
            return rejected

    # -- a line as it is --------------------------------------------------------------------------

    def start(self, pc: Pc) -> None:
        """A round, or a call, where none goes on."""
        world = self._world
        if self._away(pc):
            return
        busy = {talk.counter for talk in world.talks if talk.pc is pc}
        counter = world.chance.choice(["", *pc.counters])
        if counter in busy or (counter and pc.visit_at(counter)):
            return
        talk = self._talk(pc, counter)
        conversation = Conversation(pc, talk, counter)
        if not conversation.ended:
            world.talks.append(conversation)

    def _talk(self, pc: Pc, counter: str) -> Talk[Any]:
        if not counter:
            return pushing.synchronise(pc.replica)
        if pc.replica.asked(counter):
            return calling.settle(pc.replica, counter)
        asked = Asked(call=new_id(pc.now()), counter=counter, clerk="")
        return calling.call(pc.replica, asked)

    def _away(self, pc: Pc) -> bool:
        return self._world.away_until.get(pc.name, 0) > self._world.now

    def carry(self, talk: Conversation) -> None:
        """One message goes one way; or is lost, doubled, or its answer is."""
        if talk.answer is None:
            self._to_centre(talk)
        elif self._happens("mute"):
            talk.go_on(Unreachable())
        else:
            talk.go_on(talk.answer)
        if talk.ended:
            self._world.talks.remove(talk)
            self._ended(talk)

    def _to_centre(self, talk: Conversation) -> None:
        assert talk.wish is not None
        world = self._world
        if self._happens("lose") or self._away(talk.pc):
            if world.chance.random() < 0.5:
                world.late.append((talk.pc.node, talk.wish))
            talk.go_on(Unreachable())
            return
        if self._happens("twice"):
            world.late.append((talk.pc.node, talk.wish))
        reply = self._answer(talk)
        if isinstance(reply, Exception):
            talk.go_on(reply)
        else:
            talk.answer = reply

    def _happens(self, name: str) -> bool:
        return self._world.chance.random() * 100 < self._world.fate[name]

    def _ended(self, talk: Conversation) -> None:
        """A counter shows the call that it was granted, without another pull."""
        found = talk.result
        if not (isinstance(found, calling.Outcome) and found.end == "called"):
            return
        if talk.pc.visit_at(talk.counter) is None:
            raise Failed(f"counter {talk.counter} does not show the call that it was granted")

    def arrive_late(self) -> None:
        """A copy of a request comes to the centre long after."""
        late = self._world.late
        node, request = late.pop(self._world.chance.randrange(len(late)))
        try:
            self.ask(node, request)
        except Rejected:
            return
