"""A centre that does not prove itself is another trouble than a cable that is pulled."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.central.server import free_port, system_programs
from tests.central.tls import TlsCentre, tls_centre
from tests.ui.shell import Facts, Shell

pytestmark = pytest.mark.skipif(
    system_programs() is None or shutil.which("openssl") is None,
    reason="TLS needs Debian's PostgreSQL and openssl; the pip build of PostgreSQL has none",
)


@pytest.fixture
def centre() -> Iterator[TlsCentre]:
    with tempfile.TemporaryDirectory(prefix="bajeh-tls-") as folder, tls_centre(Path(folder)) as it:
        yield it


@pytest.fixture
def first(tmp_path: Path, centre: TlsCentre) -> Shell:
    """The first PC, let in."""
    shell = Shell(tmp_path / "first", tmp_path)
    shell.done("setup", "--sample")
    shell.done(*enrolling(centre))
    assert synced(shell)["centre"] == "reached"
    return shell


def enrolling(centre: TlsCentre, host: str = "127.0.0.1", certificate: str = "") -> tuple[str, ...]:
    port = "" if ":" in host else f":{centre.server.port}"
    vouches = certificate or str(centre.authority.file)
    asked = ("central", "enrol", centre.dsn, "--this", "--host", f"{host}{port}")
    return (*asked, "--certificate", vouches)


def synced(shell: Shell) -> Facts:
    return shell.done("sync", "--once")


def test_an_address_at_which_this_pc_finds_no_centre_is_not_kept(
    first: Shell, centre: TlsCentre
) -> None:
    own = str(centre.authority.file.with_name("centre1.crt"))
    for wrong, code in (
        (enrolling(centre, certificate=own), "centre_unproven"),
        (enrolling(centre, host="localhost"), "centre_unproven"),
        (enrolling(centre, host=f"127.0.0.1:{free_port()}"), "centre_unreachable"),
        (enrolling(centre, host="nowhere.invalid"), "centre_unreachable"),
    ):
        assert first.refused(*wrong) == code, wrong
        assert synced(first)["centre"] == "reached"
    first.done(*enrolling(centre))
    assert synced(first)["centre"] == "reached"


@pytest.mark.expected_log("certificate verify failed")
def test_a_certificate_that_has_ended_is_told_and_logged_once(
    first: Shell, centre: TlsCentre, caplog: pytest.LogCaptureFixture
) -> None:
    centre.certify(days=-1)
    first.done("issue", "--service", "16")
    code, said = first.do("sync", "--once")
    assert (code, said["refused"], said["unsent"]) == (3, "centre_unproven", 1)
    assert "ساعت این رایانه" in first.sentence("sync", "--once")
    assert first.refused("call", "--counter", "1") == "centre_unproven"
    logged = [record.getMessage() for record in caplog.records]
    assert sum("did not prove itself" in text for text in logged) == 1
    centre.certify()
    assert synced(first)["unsent"] == 0
