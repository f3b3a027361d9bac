"""Three machines set up as the guide says: PCs go on writing through all that befalls them.

Debian's own programs; `dev.py soak` installs them where root.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.central.pair_office import DATABASE, Writing, enrolled, founded
from tests.central.patroni import Cluster, installed, until

pytestmark = pytest.mark.soak

AT_ONCE, ELECTED = 8.0, 60.0
"""Seconds without an answer: where PostgreSQL alone fails or hands over; where a machine goes, of
which Patroni waits 20 seconds for a sign, and longer where etcd has to elect at that time, too.
"""


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    if not installed():
        pytest.skip("needs Debian's patroni, etcd-server, etcd-client and postgresql, and root")
    cluster = Cluster()
    try:
        until(cluster.whole, 60)
        yield cluster
    finally:
        cluster.remove()


def test_the_office_writes_through_a_switchover_a_crash_and_a_lost_machine(
    cluster: Cluster, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    certificate = cluster.authority.file.read_text("ascii")
    nodes = enrolled(founded(cluster), cluster.hosts, 3, certificate)
    writing = Writing(nodes, tmp_path / "ca.crt")

    handed_over = writing.through(cluster.hand_over)
    until(cluster.whole, 30)
    crashed = writing.through(cluster.crash)
    until(cluster.whole, 30)
    lost = cluster.leader()
    vanished = writing.through(lost.vanish, patience=90)
    lost.switch_on()
    back = until(cluster.whole, 60)
    other = cluster.follower()
    second = writing.through(other.vanish, patience=90)
    other.switch_on()
    until(cluster.whole, 60)
    answered, missing = writing.end(cluster.dsn(DATABASE))

    with capsys.disabled():
        print(
            f"\npatroni: handed over {handed_over:.1f} s, crash {crashed:.1f} s, machine lost"
            f" {vanished:.1f} s, back in {back:.1f} s, standby lost {second:.1f} s;"
            f" {answered} answered, {missing} lost"
        )
    assert missing == 0
    assert max(handed_over, crashed) < AT_ONCE
    assert max(vanished, second) < ELECTED
