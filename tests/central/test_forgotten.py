"""A centre that was restored does not know the PCs that were enrolled since its backup."""

from pathlib import Path

import psycopg
import pytest

from db.central import founding
from tests.central.guide import ADMINISTRATOR
from tests.central.office import Centre
from tests.central.pcs import enrolled, joined
from tests.ui.shell import Facts, Shell


class Backup:
    """The centre as it is now."""

    def __init__(self, centre: Centre) -> None:
        self._centre, self._copy = centre, f"{centre.database}_old"
        self._server(
            f'CREATE DATABASE "{self._copy}" TEMPLATE "{centre.database}" OWNER {ADMINISTRATOR}'
        )

    def restore(self, *nodes: str) -> None:
        """The centre is as it was then; it has no roles for these PCs, which came later."""
        centre = self._centre
        roles = [
            str(centre.one("SELECT role_name FROM bajeh.node WHERE node = %s", node))
            for node in nodes
        ]
        self._server(
            f'DROP DATABASE "{centre.database}" WITH (FORCE)',
            f'ALTER DATABASE "{self._copy}" RENAME TO "{centre.database}"',
            *(f'DROP ROLE "{role}"' for role in roles),
        )
        with psycopg.connect(centre.dsn) as shutting:
            founding.shut(shutting)

    def _server(self, *statements: str) -> None:
        with psycopg.connect(self._centre.server.dsn(), autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement.encode())


@pytest.fixture
def second(first: Shell, centre: Centre) -> tuple[Shell, Facts]:
    """One that joined behind the backup, was read by the first, and has two tickets unsent."""
    backup = Backup(centre)
    second, given = joined(first, centre)
    second.done("issue", "--service", "16")
    second.done("sync", "--once")
    first.done("sync", "--once")
    backup.restore(given["node"])
    for _ in range(2):
        second.done("issue", "--service", "16")
    return second, given


def again(first: Shell, centre: Centre, node: str) -> str:
    """The file by which it is let in once more, as the guide says."""
    to = str(first.home / "again.bajeh")
    asked = ("--name", "2", "--series", "پ", "--to", to, "--node", node)
    first.done("central", "enrol", centre.dsn, *asked)
    return to


def test_it_is_told_that_it_is_not_known_and_nothing_of_a_revocation(
    first: Shell, second: tuple[Shell, Facts]
) -> None:
    pc, _ = second
    code, said = pc.do("sync", "--once")
    assert (code, said["refused"], said["unsent"]) == (3, "centre_unknown", 2)
    assert "لغو" not in pc.sentence("sync", "--once")
    assert pc.refused("call", "--counter", "2") == "centre_unknown"


def test_it_comes_back_by_a_new_file_with_all_it_could_not_send(
    first: Shell, second: tuple[Shell, Facts], centre: Centre
) -> None:
    pc, given = second
    said = pc.done("setup", "--enrol", again(first, centre, given["node"]))
    assert said == {
        "office": given["office"], "node": given["node"], "folder": str(pc.data),
    }  # fmt: skip
    for each in (pc, first, pc):
        said = each.done("sync", "--once")
        assert (said["unsent"], said["alarms"]) == (0, [])
        assert said["centre"] in {"reached", "paused"}
    assert first.verified()["events"] == pc.verified()["events"]


def test_a_file_that_does_not_open_the_centre_changes_nothing(
    first: Shell, second: tuple[Shell, Facts], centre: Centre
) -> None:
    pc, given = second
    old = str(first.home / "pc-2.bajeh")
    new = again(first, centre, given["node"])
    assert first.refused("setup", "--enrol", new) == "store_exists"
    pc.done("setup", "--enrol", new)
    assert pc.refused("setup", "--enrol", old) == "centre_shut"
    assert pc.done("sync", "--once")["unsent"] == 0


def test_what_it_left_is_admitted_once_others_have_brought_back_what_stood_before(
    first: Shell, second: tuple[Shell, Facts], centre: Centre
) -> None:
    pc, given = second
    admit = ("central", "admit", centre.dsn, str(pc.data))
    assert first.refused(*admit) == "admit_stranger"
    again(first, centre, given["node"])
    first.done("central", "revoke", centre.dsn, "--node", given["node"])
    assert first.refused(*admit) == "admit_keyless"
    first.done("sync", "--once")
    assert centre.one("SELECT public_key FROM bajeh.node WHERE name = '2'") == ""
    said = first.done(*admit)
    assert (said["lines"], said["admitted"]) == (2, 2)
    first.done("sync", "--once")
    assert first.verified()["events"] == pc.verified()["events"]


def test_the_first_words_of_a_pc_are_admitted_by_the_key_that_they_make_known(
    tmp_path: Path, centre: Centre
) -> None:
    shell = Shell(tmp_path / "first", tmp_path)
    shell.done("setup", "--sample")
    node = shell.done("central", "enrol", centre.dsn, "--this")["node"]
    shell.done("central", "revoke", centre.dsn, "--node", node)
    said = shell.done("central", "admit", centre.dsn, str(shell.data))
    assert said["admitted"] == said["lines"] > 0


def test_a_name_that_two_offices_have_is_told_apart_by_the_office(
    first: Shell, centre: Centre
) -> None:
    other = Shell(first.home / "other", first.home)
    other.done("setup", "--office", "بخشداری", "--series", "ث")
    node = enrolled(other, centre)["node"]
    revoke = ("central", "revoke", centre.dsn, "--name", "1")
    assert first.refused(*revoke) == "central_pc_unclear"
    assert first.refused(*revoke, "--office", "نیست") == "central_office_unknown"
    assert first.done(*revoke, "--office", "بخشداری")["node"] == node
    assert first.done(*revoke)["node"] != node
