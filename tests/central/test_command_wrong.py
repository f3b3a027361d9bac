"""What an administrator mistypes at the command line: refused in words, and nothing stays of it."""

import os
import re
from pathlib import Path

import pytest

from db.central import admin
from tests.central.guide import as_administrator
from tests.central.office import Centre
from tests.central.patroni_authority import Authority
from tests.central.pcs import file_for, joined
from tests.ui.shell import Shell

HEAD = "201"
"""The supervisor of the sample office."""


def places(centre: Centre) -> object:
    """How many PCs the centre knows."""
    return centre.one("SELECT count(*) FROM bajeh.node")


def test_a_pc_that_is_not_there_is_not_revoked(first: Shell, centre: Centre) -> None:
    _, given = joined(first, centre)
    node = given["node"]
    for wrong in ("zzz", "0" * 32, node[:-1], f"{node}0", node.upper() + " "):
        asked = ("central", "revoke", centre.dsn, "--node", wrong)
        assert first.refused(*asked) == "central_pc_unknown", wrong
    both = ("central", "revoke", centre.dsn, "--name", "1", "--node", node)
    assert first.refused(*both) == "central_pc_other"
    assert first.refused("central", "revoke", centre.dsn) == "central_pc_unnamed"
    assert centre.one("SELECT count(*) FROM bajeh.node WHERE revoked_at IS NOT NULL") == 0
    both = ("central", "revoke", centre.dsn, "--name", "2", "--node", node)
    assert first.done(*both)["node"] == node


def test_what_is_no_folder_and_no_backup_is_not_admitted(first: Shell, centre: Centre) -> None:
    joined(first, centre)
    assert first.refused("central", "admit", centre.dsn) == "central_file_missing"
    assert first.refused("central", "admit") == "central_file_missing"
    foreign = first.file("passwd", b"root:x:0:0:root:/root:/bin/bash\n")
    key = first.file("key.txt", b"123456")
    for more in ((), ("--recovery-key-file", key)):
        asked = ("central", "admit", centre.dsn, foreign, *more)
        assert first.refused(*asked) == "backup_foreign"
    backup = str(first.home / "backup.bajeh")
    first.done("backup", backup)
    assert first.refused("central", "admit", centre.dsn, backup) == "recovery_key_missing"
    nowhere = str(first.home / "nowhere")
    assert first.refused("central", "admit", centre.dsn, nowhere) == "file_missing"


def test_a_pause_is_ended_by_the_supervisor_and_a_call_says_that_it_waits(
    first: Shell, centre: Centre
) -> None:
    first.done("issue", "--service", "16")
    first.done("sync", "--once")
    pause = "UPDATE bajeh.office SET started = '2000-01-01', patience = 600000000"
    centre.do(pause)
    assert first.refused("call", "--counter", "1") == "centre_paused"
    assert first.done("sync", "--once")["centre"] == "paused"
    assert "فرمانداری" in first.say("central", "status", centre.dsn)[1]
    assert first.done("sync", "--resume", "--clerk", HEAD)["centre"] == "reached"
    assert first.done("call", "--counter", "1")["label"]
    centre.do(pause)
    assert first.done("sync", "--once")["centre"] == "paused"
    assert first.done("central", "resume", centre.dsn)["ended"] is True
    assert first.done("central", "resume", centre.dsn)["ended"] is False
    asked = ("central", "resume", centre.dsn, "--office", "نیست")
    assert first.refused(*asked) == "central_office_unknown"


def test_of_two_offices_of_one_name_the_list_tells_the_ids(first: Shell, centre: Centre) -> None:
    name = first.done("central", "status", centre.dsn)["offices"][0]["name"]
    known = ("1f" * 16, "2f" * 16)
    for office in known:
        admin.enrol(centre.dsn, office=office, office_name=name, node=f"5{office[1:]}", name="9")
    asked = ("central", "resume", centre.dsn, "--office")
    assert first.refused(*asked, name) == "central_office_unknown"
    _, listed = first.say("central", "status", centre.dsn)
    for office in known:
        assert office in listed
        assert first.done(*asked, office)["office"] == office
    by_name = ("central", "revoke", centre.dsn, "--name", "9", "--office")
    assert first.refused(*by_name, name) == "central_office_unknown"
    assert first.done(*by_name, known[0])["sessions"] == 0


def test_a_pc_that_was_shut_out_is_told_so_when_it_calls(first: Shell, centre: Centre) -> None:
    first.done("issue", "--service", "16")
    second, given = joined(first, centre)
    first.done("central", "revoke", centre.dsn, "--node", given["node"])
    assert second.refused("call", "--counter", "2") == "centre_revoked"
    assert second.refused("sync", "--resume", "--clerk", HEAD) == "centre_shut"
    alone = Shell(first.home / "alone", first.home)
    alone.done("setup", "--sample")
    assert alone.refused("sync", "--resume", "--clerk", HEAD) == "no_centre"


def test_a_file_that_cannot_be_written_lets_nobody_in_and_a_repeat_is_possible(
    first: Shell, centre: Centre
) -> None:
    asked = ("central", "enrol", centre.dsn, "--name", "2", "--series", "پ", "--to")
    nowhere = first.home / "nowhere"
    assert first.refused(*asked, str(nowhere / "x")) == "folder_missing"
    assert not nowhere.exists()
    assert first.refused(*asked, str(first.home)) == "file_exists"
    assert first.refused(*asked, str(first.home / ("x" * 300))) == "paper_unwritable"
    assert places(centre) == 1
    file_for(first, centre)
    assert places(centre) == 2


@pytest.mark.skipif(os.name == "nt" or not Path("/dev/full").exists(), reason="a full disk")
def test_a_disk_that_is_full_in_the_midst_leaves_neither_file_nor_pc(
    first: Shell, centre: Centre
) -> None:
    to = first.home / "pc-2.bajeh"
    (first.home / ".pc-2.bajeh.png.partial").symlink_to("/dev/full")
    asked = ("central", "enrol", centre.dsn, "--name", "2", "--series", "پ", "--to", str(to))
    code, said = first.do(*asked)
    assert (code, said["refused"]) == (3, "paper_unwritable")
    assert places(centre) == 1
    assert not to.exists()
    file_for(first, centre)


def test_a_file_of_another_pc_is_not_overwritten(first: Shell, centre: Centre) -> None:
    file, _ = file_for(first, centre)
    before = Path(file).read_bytes()
    asked = ("--name", "3", "--series", "ت", "--to", file)
    assert first.refused("central", "enrol", centre.dsn, *asked) == "file_exists"
    assert Path(file).read_bytes() == before
    assert places(centre) == 2


def test_what_cannot_work_is_not_let_in(first: Shell, centre: Centre) -> None:
    key = first.home / "ca.key"
    good = Authority(first.home).file
    both = first.file("both.pem", good.read_bytes() + key.read_bytes())
    passwords = first.file("passwd", b"root:x:0:0:root:/root:/bin/bash\n")
    persian = first.file("persian.pem", "گواهی".encode())
    for wrong, code in (
        (("--certificate", passwords), "certificate_wrong"),
        (("--certificate", persian), "certificate_wrong"),
        (("--certificate", str(key)), "certificate_wrong"),
        (("--certificate", both), "certificate_secret"),
        (("--certificate", "/nowhere"), "file_missing"),
        *((("--host", host), "host_wrong") for host in (
            ":::::", "", " ", "centre:99999", "centre:0", "centre:", "[::1", "a b", "a,b", "مرکز",
        )),
        (("--series", "پ" * 300), "series_wrong"),
        (("--series", "۱۲3 ؟ /"), "series_wrong"),
        (("--series", "پتثج"), "series_wrong"),
        (("--name", "ن" * 3000, "--role", "kiosk"), "node_name_wrong"),
        (("--name", "ورودی\nدوم", "--role", "kiosk"), "node_name_wrong"),
        (("--name", "ورودی", "--role", "counter"), "counter_number_wrong"),
        (("--name", " "), "name_empty"),
        (("--name", "1"), "central_name_taken"),
        (("--name", "۱"), "central_name_taken"),
    ):  # fmt: skip
        to = first.home / "wrong.bajeh"
        asked = ("--name", "2", "--to", str(to), *wrong)
        assert first.refused("central", "enrol", centre.dsn, *asked) == code, wrong
        assert not to.exists()
    assert places(centre) == 1
    hosts = ("centre1", "10.0.0.11:5432", "::1", "[fe80::1]:5432")
    each = [word for host in hosts for word in ("--host", host)]
    asked = ("--name", "2", "--to", str(to), "--certificate", str(good), *each)
    first.done("central", "enrol", centre.dsn, *asked)


def test_options_that_are_none_are_refused_in_persian(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shell = Shell(tmp_path / "new", tmp_path)
    for words, code in (
        (("central", "foo"), "option_choice"),
        (("central",), "option_missing"),
        (("central", "enrol", "--role", "king"), "option_choice"),
        (("settle", "0", "--how", "foo", "--note", "x"), "option_choice"),
        (("sync", "foo"), "option_unknown"),
        (("foo",), "option_choice"),
        (("sync", "--fast"), "option_unknown"),
        (("sync", "--once=1"), "option_value_needless"),
        (("settle", "0", "--how"), "option_value_missing"),
        (("settle", "0"), "option_missing"),
    ):
        exit_code, said = shell.do(*words)
        assert (exit_code, said["refused"]) == (2, code), words
        capsys.readouterr()
        assert shell.say(*words) == (2, "")
        usage, _, told = capsys.readouterr().err.strip().rpartition("\n")
        assert usage.startswith("usage: bajeh")
        assert re.search("[آ-ی]", told), words


def test_letters_that_are_none_are_no_series_of_the_first_pc(tmp_path: Path) -> None:
    shell = Shell(tmp_path / "new", tmp_path)
    for wrong in ("پ" * 300, "۱۲3 ؟ /", "پ1"):
        assert shell.refused("setup", "--office", "فرمانداری", "--series", wrong) == "series_wrong"
    shell.done("setup", "--office", "فرمانداری", "--series", "پ")


def test_this_pc_keeps_its_own_name_and_letters(first: Shell, centre: Centre) -> None:
    for other in (("--name", "77"), ("--series", "ث"), ("--role", "kiosk")):
        asked = ("central", "enrol", centre.dsn, "--this", *other)
        assert first.refused(*asked) == "central_this_named", other
    said = first.done("central", "enrol", centre.dsn, "--this", "--name", "1")
    assert said["name"] == "1"


def test_a_pc_that_the_centre_has_forgotten_is_let_in_under_its_old_id(
    first: Shell, centre: Centre
) -> None:
    _, given = joined(first, centre)
    first.done("sync", "--once")
    centre.do("DELETE FROM bajeh.tracking", "DELETE FROM bajeh.node WHERE name = '2'")
    to = str(first.home / "again.bajeh")
    asked = ("central", "enrol", centre.dsn, "--name", "2", "--series", "پ", "--to", to)
    assert first.refused(*asked) == "series_taken"
    for wrong in ("zzz", given["node"][:-1], given["office"]):
        assert first.refused(*asked, "--node", wrong) == "node_wrong"
    assert first.done(*asked, "--node", given["node"])["node"] == given["node"]


def test_letters_that_only_the_centre_knows_of_are_told_as_such(
    first: Shell, centre: Centre
) -> None:
    file_for(first, centre)
    asked = ("--name", "3", "--series", "پ", "--to", str(first.home / "3.bajeh"))
    assert first.refused("central", "enrol", centre.dsn, *asked) == "central_series_taken"


def test_the_administrator_is_told_what_is_wrong_with_the_centre_and_the_address(
    first: Shell, centre: Centre
) -> None:
    empty = as_administrator(centre.superuser, "template1")
    node = next(iter(centre.files.values())).centre if centre.files else None
    assert node is None
    for what in ("status", "revoke", "resume"):
        more = ("--node", "0" * 32) if what == "revoke" else ()
        assert first.refused("central", what, empty, *more) == "centre_not_made", what
    for dsn, code in (
        ("no dsn", "dsn_wrong"),
        ("foo=bar", "dsn_wrong"),
        ("host=127.0.0.1 port=1 dbname=bajeh", "centre_unreachable"),
        (as_administrator(centre.superuser, "nowhere"), "centre_database_missing"),
        (centre.dsn.replace("PASSWORD-0", "wrong"), "centre_password_wrong"),
        (centre.dsn.replace("administrator", "nobody"), "centre_password_wrong"),
    ):
        assert first.refused("central", "status", dsn) == code, dsn
    joined(first, centre)
    role = str(centre.one("SELECT role_name FROM bajeh.node LIMIT 1"))
    centre.do(f"ALTER ROLE {role} PASSWORD 'PASSWORD-0'")
    theirs = centre.dsn.replace("administrator", role)
    assert first.refused("central", "status", theirs) == "centre_rights_missing"
    assert first.refused("central", "init", theirs) == "centre_unguarded"
