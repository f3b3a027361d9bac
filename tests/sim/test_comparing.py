"""What a disk has made of the feed is noticed once a day, and read anew."""

from random import Random

from app.sync.comparing import compare
from app.sync.pulling import pull
from tests.sim.chance import seeded
from tests.sim.network import Network
from tests.sim.world import World


def test_a_line_that_the_disk_has_changed_is_read_anew() -> None:
    world = World(0)
    network = Network(world)
    hall = world.pcs[-1]
    with seeded(Random(1)):
        assert network.run(hall, compare(hall.replica))
        assert hall.replica.compared_today()
        hall.connection.execute("UPDATE event SET content = zeroblob(32) WHERE feed = 5")
        assert not network.run(hall, compare(hall.replica))
        network.run(hall, pull(hall.replica))
        assert network.run(hall, compare(hall.replica))
