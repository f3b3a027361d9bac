"""The centre from the command line: two PCs of one office, each with its own store."""

import json
import os
import secrets
import signal
import stat
import subprocess
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from app.folds import ticket
from app.sync.node_file import read_node_file
from tests.central.office import Centre
from tests.central.patroni_authority import Authority
from tests.central.pcs import enrolled, file_for, joined
from tests.central.proxy import Proxy, Weather
from tests.ui.shell import ROOT, Shell, python
from ui.bootstrap import open_desk


@pytest.fixture
def first(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path / "first", tmp_path)
    shell.done("setup", "--sample")
    return shell


def test_a_centre_is_made_and_made_again(first: Shell, centre: Centre) -> None:
    assert first.done("central", "init", centre.dsn) == {"made": True}


def test_a_second_pc_is_set_up_by_a_file(first: Shell, centre: Centre) -> None:
    enrolled(first, centre)
    second, _ = joined(first, centre)
    given = second.done("issue", "--service", "16")
    assert given["label"].startswith("پ")
    assert second.done("sync", "--once")["unsent"] == 0
    assert first.done("sync", "--once")["unsent"] == 0
    with closing(open_desk(first.data, first.clock)) as desk, desk.journal.look() as look:
        assert look.ticket_labelled(given["label"], look.at.date()) == given["ticket"]
    assert first.verified()["events"] == second.verified()["events"]
    tracking = first.register()
    assert tracking[0] != "0"
    first.done("sync", "--once")
    second.done("sync", "--once")
    assert second.done("show", tracking)["tracking"] == tracking


def test_the_file_is_for_its_owner_alone_and_tells_all_that_a_pc_needs(
    first: Shell, centre: Centre
) -> None:
    enrolled(first, centre)
    file, given = file_for(first, centre)
    said = json.loads(Path(file).read_text("utf-8"))
    assert (said["name"], said["series"], said["role"]) == ("2", "پ", "counter")
    assert given["office"] == said["office"]
    assert said["centre"]["password"]
    if os.name == "posix":
        assert stat.S_IMODE(Path(file).stat().st_mode) == 0o600


def test_a_symbol_stands_beside_the_file_if_it_fits(first: Shell, centre: Centre) -> None:
    enrolled(first, centre)
    file, given = file_for(first, centre)
    picture = Path(f"{file}.png")
    assert given["qr"] == str(picture)
    assert picture.read_bytes().startswith(b"\x89PNG")
    if os.name == "posix":
        assert stat.S_IMODE(picture.stat().st_mode) == 0o600
    large = first.file("large.pem", secrets.token_urlsafe(9000).encode() + b"\n" + pem(first.home))
    file = f"{file}.large"
    picture = Path(f"{file}.png")
    asked = ("--name", "3", "--to", file, "--certificate", large)
    code, said = first.say("central", "enrol", centre.dsn, *asked)
    assert code == 0
    assert "جا نمی‌شود" in said
    assert not picture.exists()


def pem(folder: Path) -> bytes:
    """A certificate of the guide's."""
    return Authority(folder).file.read_bytes()


def test_neither_password_nor_role_lies_open_in_the_folder(first: Shell, centre: Centre) -> None:
    enrolled(first, centre)
    with closing(open_desk(first.data, first.clock)) as desk:
        node = desk.enrolled
    assert node is not None
    every = b"".join(path.read_bytes() for path in first.data.rglob("*") if path.is_file())
    assert node.centre.password.encode() not in every
    assert node.centre.role.encode() not in every


def test_a_file_is_good_for_one_pc(first: Shell, centre: Centre) -> None:
    enrolled(first, centre)
    file, _ = file_for(first, centre)
    for name, code in (("second", 0), ("third", 3)):
        shell = Shell(first.home / name, first.home)
        assert shell.do("setup", "--enrol", file)[0] == code
    assert shell.refused("setup", "--enrol", file) == "node_file_used"


def test_a_revoked_pc_is_told_so_and_its_outbox_is_kept(first: Shell, centre: Centre) -> None:
    enrolled(first, centre)
    second, given = joined(first, centre)
    first.done("central", "revoke", centre.dsn, "--node", given["node"])
    second.done("issue", "--service", "16")
    code, said = second.do("sync", "--once")
    assert (code, said["refused"], said["unsent"]) == (3, "centre_revoked", 1)


def test_a_pc_is_shut_out_by_its_name_and_what_it_could_not_send_is_taken_in(
    first: Shell, centre: Centre
) -> None:
    enrolled(first, centre)
    second, given = joined(first, centre)
    assert first.refused("central", "revoke", centre.dsn, "--name", "9") == "central_pc_unclear"
    said = first.done("central", "revoke", centre.dsn, "--name", "2")
    assert (said["node"], said["numbers"]) == (given["node"], 2_000)
    tickets = [second.done("issue", "--service", "16")["ticket"] for _ in range(250)]
    backup = str(first.home / "second.bajeh")
    second.done("backup", backup)
    admitted = first.done("central", "admit", centre.dsn, str(second.data))
    assert (admitted["lines"], admitted["admitted"]) == (250, 250)
    key = first.file("key.txt", recovery_of(second).encode())
    again = first.done("central", "admit", centre.dsn, backup, "--recovery-key-file", key)
    assert (again["lines"], again["admitted"]) == (250, 0)
    first.done("sync", "--once")
    with closing(open_desk(first.data, first.clock)) as desk, desk.journal.look() as look:
        assert [e for e in tickets if look.load(ticket.FOLD, e) is None] == []
    first.verified()


def test_the_folder_of_a_dead_pc_is_admitted_and_restored_by_its_recovery_key(
    first: Shell, centre: Centre, monkeypatch: pytest.MonkeyPatch
) -> None:
    enrolled(first, centre)
    second, given = joined(first, centre)
    second.done("sync", "--once")
    tickets = [second.done("issue", "--service", "16")["ticket"] for _ in range(3)]
    key = first.file("key.txt", recovery_of(second).encode())
    other = first.file("other.txt", recovery_of(first).encode())
    first.done("central", "revoke", centre.dsn, "--node", given["node"])
    before = {path.name: path.read_bytes() for path in second.data.iterdir() if path.is_file()}
    monkeypatch.setenv("XDG_CONFIG_HOME", str(first.home / "another"))
    asked = ("central", "admit", centre.dsn, str(second.data))
    assert first.refused(*asked) == "recovery_key_missing"
    assert first.refused(*asked, "--recovery-key-file", other) == "recovery_key_other"
    admitted = first.done(*asked, "--recovery-key-file", key)
    assert (admitted["lines"], admitted["admitted"]) == (3, 3)
    assert {p.name: p.read_bytes() for p in second.data.iterdir() if p.is_file()} == before
    again = Shell(first.home / "again", first.home)
    again.done("restore", str(second.data), "--recovery-key-file", key)
    with closing(open_desk(again.data, again.clock)) as desk, desk.journal.look() as look:
        assert [e for e in tickets if look.load(ticket.FOLD, e) is None] == []


def recovery_of(shell: Shell) -> str:
    with closing(open_desk(shell.data, shell.clock)) as desk:
        return desk.recovery_key


def test_the_state_of_the_centre_is_told(first: Shell, centre: Centre) -> None:
    enrolled(first, centre)
    joined(first, centre)
    offices = first.done("central", "status", centre.dsn)["offices"]
    assert [pc["name"] for pc in offices[0]["nodes"]] == ["1", "2"]
    code, said = first.say("central", "status", centre.dsn)
    assert code == 0
    assert "رایانه «۲»" in said


def test_pcs_find_the_centre_at_the_administrators_port_unless_another_is_named(
    first: Shell, centre: Centre
) -> None:
    port = centre.server.port
    file = first.home / "pc-2.bajeh"
    hosts = ("--host", "127.0.0.1", "--host", "::1", "--host", "centre1:5433")
    first.done("central", "enrol", centre.dsn, "--name", "2", "--to", str(file), *hosts)
    node = read_node_file(file.read_bytes())
    assert node.centre.hosts == (f"127.0.0.1:{port}", f"[::1]:{port}", "centre1:5433")
    first.done("central", "enrol", centre.dsn, "--this", "--host", "127.0.0.1")
    assert first.done("sync", "--once")["centre"] == "reached"


def test_where_something_between_lets_nobody_listen_a_pc_joins_and_polls(
    first: Shell, centre: Centre
) -> None:
    enrolled(first, centre)
    file = str(first.home / "pc-2.bajeh")
    with Proxy(centre.server.port, lambda: Weather(garbles=b"LISTEN")) as between:
        asked = ("--name", "2", "--series", "پ", "--to", file)
        host = f"127.0.0.1:{between.port}"
        first.done("central", "enrol", centre.dsn, *asked, "--host", host)
        second = Shell(first.home / "second", first.home)
        second.clock = first.clock
        second.done("setup", "--enrol", file)
        first.done("issue", "--service", "16")
        first.done("sync", "--once")
        assert second.done("sync", "--once")["centre"] == "reached"
        assert first.verified()["events"] == second.verified()["events"]


def test_letters_that_are_taken_are_refused(first: Shell, centre: Centre) -> None:
    enrolled(first, centre)
    asked = ("--name", "2", "--series", "الف", "--to", str(first.home / "no.bajeh"))
    assert first.refused("central", "enrol", centre.dsn, *asked) == "series_taken"


def test_what_cannot_be_is_refused_in_words(first: Shell, centre: Centre) -> None:
    away = "host=127.0.0.1 port=1 dbname=bajeh"
    assert first.refused("central", "init", away) == "centre_unreachable"
    assert first.refused("central", "init", "no dsn") == "dsn_wrong"
    assert first.refused("central", "enrol", centre.dsn, "--name", "2") == "central_to_missing"
    wrong = first.file("wrong.bajeh", {"version": 1})
    empty = Shell(first.home / "empty", first.home)
    assert empty.refused("setup", "--enrol", wrong) == "node_file_wrong"
    newer = first.file("newer.bajeh", {"version": 9})
    assert empty.refused("setup", "--enrol", newer) in {"node_file_newer", "node_file_wrong"}


@pytest.mark.skipif(os.name == "nt", reason="there Ctrl-C goes to the whole console")
def test_sync_goes_on_until_it_is_interrupted(first: Shell, centre: Centre) -> None:
    enrolled(first, centre)
    with subprocess.Popen(
        python("--data", str(first.data), "sync", "--json"),
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
    ) as running:
        try:
            for _ in range(3):
                ticket = first.done("issue", "--service", "16")["ticket"]
                until(partial(_arrived, centre, ticket))
            running.send_signal(signal.SIGINT)
            said = json.loads(running.communicate(timeout=10)[0])
        finally:
            running.kill()
    state = (said["unsent"], said["oldest"], said["centre"])
    assert (running.returncode, *state) == (0, 0, None, "reached")


def _arrived(centre: Centre, entity: str) -> bool:
    return centre.one("SELECT entity FROM bajeh.line ORDER BY feed DESC LIMIT 1") == entity


def until(holds: Callable[[], bool]) -> None:
    """Within ten seconds."""
    end = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.01)
