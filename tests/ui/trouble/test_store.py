"""The store and its surroundings."""

import random
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from db.connection import connect
from tests.ui.shell import REQUEST, Shell
from tests.ui.trouble.untouched import nothing_done, with_applicant


def key_of(office: Shell) -> Path:
    return next((office.home / "user/config/bajeh/keys").iterdir())


def make_newer(office: Shell) -> None:
    connection = connect(office.data / "store.db", key_of(office).read_text())
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()


def scribble(office: Shell) -> None:
    store = office.data / "store.db"
    store.write_bytes(random.Random(7).randbytes(store.stat().st_size))


def another_key(office: Shell) -> None:
    key_of(office).write_text("ab" * 32)


def key_as_folder(office: Shell) -> None:
    key = key_of(office)
    key.unlink()
    key.mkdir()


TROUBLES: dict[str, tuple[Callable[[Shell], Any], str]] = {
    "no store": (lambda o: (o.data / "store.db").unlink(), "store_missing"),
    "no note": (lambda o: (o.data / "bajeh.json").unlink(), "store_missing"),
    "a foreign note": (lambda o: (o.data / "bajeh.json").write_text("[]"), "store_unreadable"),
    "a torn note": (lambda o: (o.data / "bajeh.json").write_bytes(b"\xff{"), "store_unreadable"),
    "a foreign store": (scribble, "store_unreadable"),
    "a plain file": (lambda o: (o.data / "store.db").write_text("hello"), "store_unreadable"),
    "a newer store": (make_newer, "store_newer"),
    "another key": (another_key, "store_unreadable"),
    "no key": (lambda o: key_of(o).unlink(), "key_missing"),
    "a key that is none": (lambda o: key_of(o).write_text("zz"), "key_missing"),
    "a key that is a folder": (key_as_folder, "key_missing"),
}


@pytest.mark.parametrize("trouble", TROUBLES)
def test_a_store_that_cannot_be_opened_is_left_alone(office: Shell, trouble: str) -> None:
    spoil, code = TROUBLES[trouble]
    spoil(office)
    before = {file.name: file.read_bytes() for file in office.data.iterdir()}
    for words in (("issue", "--service", "35"), ("verify",), ("find", "الف"), ("backup", "b")):
        assert office.refused(*words) == code
    after = {file.name: file.read_bytes() for file in office.data.iterdir()}
    assert after == before


def test_the_folder_of_another_office_is_not_taken_for_this_one(
    office: Shell, tmp_path: Path
) -> None:
    other = Shell(tmp_path / "other", tmp_path)
    other.done("setup", "--office", "بخشداری")
    tracking = office.register()
    assert other.refused("show", tracking) == "tracking_unknown"
    shutil.copy(other.data / "store.db", office.data / "store.db")
    assert office.refused("show", tracking) == "store_unreadable"


def test_data_may_point_to_a_file_or_to_nowhere(office: Shell, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    for folder in (file, file / "in it", tmp_path / "nothing", tmp_path):
        lost = Shell(folder, tmp_path)
        assert lost.refused("verify") in ("store_missing", "folder_readonly")
        assert lost.refused("issue", "--service", "35") in ("store_missing", "folder_readonly")
    assert Shell(file, tmp_path).refused("setup", "--sample") == "folder_readonly"
    assert file.read_bytes() == b""
    assert not (tmp_path / "nothing").exists()


def test_a_clock_set_back_stops_what_bears_a_date(office: Shell) -> None:
    tracking = office.register()
    office.later(hours=-3)
    told = office.file("request.json", with_applicant(id="9991052641"))
    with nothing_done(office):
        assert office.refused("register", told) == "clock_wrong"
        assert office.refused("step", tracking, "--begin") == "clock_wrong"
        assert office.refused("close") == "clock_wrong"
    said = office.sentence("register", told)
    assert "۱۴۰۵/۰۸/۳۰ ۰۵:۰۱" in said
    assert "۱۴۰۵/۰۸/۳۰ ۰۸:۰۰" in said
    office.done("issue", "--service", "35")
    assert office.refused("register", told) == "clock_wrong", "a ticket does not lift it"
    office.later(hours=4)
    office.done("register", told)


def test_a_clock_that_ran_ahead_is_confirmed_by_somebody(office: Shell) -> None:
    office.later(days=400)
    office.done("issue", "--service", "35")
    office.later(days=-400)
    told = office.file("request.json", REQUEST)
    assert office.refused("register", told) == "clock_wrong"
    office.done("office", "clock", "سال رایانه اشتباه بود")
    office.done("register", told)
    office.verified()


def test_a_small_step_back_is_no_trouble(office: Shell) -> None:
    office.done("issue", "--service", "35")
    office.later(seconds=-40)
    office.register()


def test_a_busy_store_is_waited_for(office: Shell) -> None:
    connection = connect(office.data / "store.db", key_of(office).read_text())
    connection.execute("BEGIN IMMEDIATE")

    def work_a_while() -> None:
        time.sleep(0.5)
        connection.execute("COMMIT")

    timer = Thread(target=work_a_while)
    timer.start()
    assert office.done("issue", "--service", "35")["label"] == "الف ۰۰۱"
    timer.join()
    connection.close()
