"""PCs that come to a centre from the command line."""

from tests.central.office import Centre
from tests.ui.shell import Facts, Shell


def enrolled(shell: Shell, centre: Centre) -> Facts:
    """The first PC, with all that stands in it."""
    given = shell.done("central", "enrol", centre.dsn, "--this")
    said = shell.done("sync", "--once")
    assert (said["unsent"], said["centre"]) == (0, "reached")
    return given


def file_for(shell: Shell, centre: Centre, name: str = "2", series: str = "پ") -> tuple[str, Facts]:
    """What `central enrol` writes for another PC."""
    to = str(shell.home / f"pc-{name}.bajeh")
    asked = ("--name", name, "--series", series, "--to", to)
    return to, shell.done("central", "enrol", centre.dsn, *asked)


def joined(first: Shell, centre: Centre) -> tuple[Shell, Facts]:
    """A second PC, set up by such a file."""
    file, given = file_for(first, centre)
    second = Shell(first.home / "second", first.home)
    second.clock = first.clock
    second.done("setup", "--enrol", file)
    return second, given
