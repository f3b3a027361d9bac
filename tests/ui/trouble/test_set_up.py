"""Set-up, twice and cut short."""

import json
import os
import subprocess
import time

import pytest

from tests.ui.shell import ROOT, Shell, python


def test_of_several_set_ups_at_once_one_succeeds(nowhere: Shell) -> None:
    orders = [
        subprocess.Popen(
            python("--data", str(nowhere.data), "setup", "--sample", "--json"),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        for _ in range(4)
    ]
    ended = [(order.communicate(timeout=60), order.returncode) for order in orders]
    assert sorted(code for _, code in ended) == [0, 3, 3, 3]
    for (said, complaint), code in ended:
        assert complaint == b""
        if code:
            assert json.loads(said)["refused"] in ("store_exists", "store_busy")
    nowhere.verified()
    assert {file.name for file in nowhere.data.iterdir()} == {"store.db", "bajeh.json"}


@pytest.mark.parametrize("sign", ["", ".setting-up/store.db", ".setting-up/bajeh.json", "store.db"])
def test_a_killed_set_up_can_be_repeated(nowhere: Shell, sign: str) -> None:
    order = subprocess.Popen(
        python("--data", str(nowhere.data), "setup", "--sample"),
        stdout=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    while not (nowhere.data / sign).exists() and order.poll() is None:
        time.sleep(0.0005)
    order.kill()
    order.wait()
    code, facts = nowhere.do("setup", "--sample")
    assert code == 0 or facts["refused"] == "store_exists"
    nowhere.verified()
    assert nowhere.done("issue", "--service", "35")["label"] == "الف ۰۰۱"


def test_the_half_that_a_killed_set_up_left_is_cleared_away(nowhere: Shell) -> None:
    nowhere.done("setup", "--sample")
    (nowhere.data / ".setting-up").mkdir()
    (nowhere.data / "bajeh.json").rename(nowhere.data / ".setting-up/bajeh.json")
    assert nowhere.refused("issue", "--service", "35") == "store_missing"
    nowhere.done("setup", "--sample")
    nowhere.verified()


def test_a_store_without_its_note_is_never_cleared_away(office: Shell) -> None:
    (office.data / "bajeh.json").unlink()
    before = (office.data / "store.db").read_bytes()
    assert office.refused("setup", "--sample") == "store_exists"
    assert (office.data / "store.db").read_bytes() == before


def test_a_backup_under_another_key_is_not_restored(nowhere: Shell, office: Shell) -> None:
    copy = str(office.home / "copy")
    office.done("backup", copy)
    for typed, code in (
        ("12", "recovery_key_length"),
        ("1" * 48, "recovery_key_wrong"),
        ("-".join(["000000"] * 8), "backup_unreadable"),
    ):
        key = office.file("key.txt", typed.encode())
        back = ("restore", copy, "--recovery-key-file", key)
        assert nowhere.refused(*back) == code
    foreign = office.file("foreign", b"x" * 9000)
    assert nowhere.refused("restore", foreign, "--recovery-key-file", key) == "backup_unreadable"
    assert not list(nowhere.data.glob("*"))
