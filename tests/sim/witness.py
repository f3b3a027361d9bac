"""What stands outside a simulated PC's data folder."""

from db.witness import Testimony, Witness


class MemoryWitness(Witness):
    """A witness that stands in memory."""

    def __init__(self, machine: str) -> None:
        self.machine = machine
        self.said = Testimony()
        self._given: set[str] = set()

    def testimony(self) -> Testimony:
        """The last thing it was told."""
        return self.said

    def testify(self, testimony: Testimony) -> None:
        """Is told."""
        self.said = Testimony(
            machine=self.machine,
            incarnation=testimony.incarnation,
            heads=testimony.heads,
            series=testimony.series,
        )

    def use(self, tracking: str) -> None:
        """A number was given."""
        self._given.add(tracking)

    def used(self, tracking: str) -> bool:
        """Whether it was."""
        return tracking in self._given

    def copy(self) -> "MemoryWitness":
        """The same, of its own."""
        other = MemoryWitness(self.machine)
        other.said, other._given = self.said, set(self._given)
        return other

    def close(self) -> None:
        """Nothing to let go."""
