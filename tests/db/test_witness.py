"""A data folder that was rolled back, copied or moved is seen through before its first deed."""

import json
import secrets
from contextlib import closing
from pathlib import Path

import pytest

from app import tracking
from app.deeds import deficiency
from app.events.ticket import Missing
from db.connection import one
from db.journal import StoreJournal
from db.witness import Testimony, Witness
from tests.db.office import (
    Office,
    assert_sound,
    call_next,
    finish,
    incarnations,
    issue,
    register,
)


@pytest.fixture
def closed(office: Office) -> Office:
    """An office with three tickets given, its program ended."""
    with closing(office.found()) as journal:
        for _ in range(3):
            office.clock.tick()
            issue(journal)
    return office


def witness_file(office: Office) -> Path:
    """What stands beside the data folder."""
    return office.witnesses / f"{office.node}.witness"


def test_a_store_that_its_witness_knows_goes_on(closed: Office) -> None:
    for number in (4, 5):
        with closed.opened() as journal:
            assert issue(journal).number == number
            assert incarnations(journal) == ["set-up"]


def test_a_folder_that_was_rolled_back_begins_anew_and_gives_no_label_twice(
    closed: Office,
) -> None:
    old = closed.copy("old")
    with closed.opened() as journal:
        lost = [issue(journal) for _ in range(4)]
    closed.put_back(old)
    with closed.opened() as journal:
        # Before the first deed, not by it.
        assert incarnations(journal) == ["set-up", "witness"]
        given = [issue(journal) for _ in range(3)]
        assert_sound(journal)
    assert [ticket.number for ticket in lost] == [4, 5, 6, 7]
    assert [ticket.number for ticket in given] == [8, 9, 10]
    with closed.opened() as journal:
        assert incarnations(journal) == ["set-up", "witness"]


def test_a_folder_that_lost_one_ticket_only_is_seen_through_as_well(closed: Office) -> None:
    old = closed.copy("old")
    with closed.opened() as journal:
        assert issue(journal).number == 4
    closed.put_back(old)
    with closed.opened() as journal:
        assert issue(journal).number == 5
        assert_sound(journal)


def test_numbers_of_slips_are_continued_too(closed: Office) -> None:
    def slip(journal: StoreJournal) -> str:
        visit = call_next(journal)
        with journal.work() as work:
            missing = [Missing(title="کارت ملی", form="copy", where="")]
            after = deficiency.announce_deficiency(work, visit.id, missing)
        finish(journal, visit.id)
        return after.deficiencies[-1].slip.number

    old = closed.copy("old")
    with closed.opened() as journal:
        lost = slip(journal)
    closed.put_back(old)
    with closed.opened() as journal:
        assert slip(journal) != lost


def test_a_tracking_number_given_after_the_copy_is_not_given_again(
    closed: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[int] = []

    def few(_below: int) -> int:
        """A draw that comes back to where it was."""
        drawn.append(0)
        return len(drawn) // 4 % 4

    monkeypatch.setattr(secrets, "randbelow", few)
    old = closed.copy("old")
    with closed.opened() as journal:
        lost = register(journal, 1).tracking
    closed.put_back(old)
    drawn.clear()
    with closed.opened() as journal:
        given = [register(journal, n).tracking for n in (2, 3)]
    assert lost not in given
    assert len(set(given)) == 2
    assert all(tracking.check(number) for number in (lost, *given))


def test_another_machine_is_a_new_incarnation(closed: Office) -> None:
    with closed.opened(machine="other-pc") as journal:
        assert incarnations(journal) == ["set-up", "witness"]
        assert issue(journal).number == 4
        assert_sound(journal)
    with closed.opened(machine="other-pc") as journal:
        assert incarnations(journal) == ["set-up", "witness"]


def test_the_series_of_a_moved_folder_continue_what_it_holds(closed: Office) -> None:
    witness_file(closed).unlink()
    with closed.opened() as journal:
        assert incarnations(journal) == ["set-up", "witness"]
        assert issue(journal).number == 4
        assert_sound(journal)


RUBBISH = (
    b"",
    b"\0" * 4096,
    b"{",
    b"[]",
    b"null",
    b"{}",
    b'{"machine": 1, "incarnation": 2, "heads": 3, "series": 4}',
    b'{"machine": "this-pc", "incarnation": "", "heads": [], "series": []}',
    b'{"machine": "this-pc", "incarnation": "", "heads": [["1", 2]], "series": {}}',
    b'{"machine": "this-pc", "incarnation": "", "heads": [[{}, {}]], "series": {}}',
    b'{"machine": "this-pc", "incarnation": "", "heads": [], "series": {"a": 1}}',
    b'{"machine": "this-pc", "incarnation": "", "heads": [], "series": {"a": [1, 1]}}',
    "سند".encode(),
    bytes(range(256)) * 16,
)


@pytest.mark.parametrize("rubbish", RUBBISH)
def test_a_witness_of_rubbish_is_no_witness(closed: Office, rubbish: bytes) -> None:
    witness_file(closed).write_bytes(rubbish)
    with closed.opened() as journal:
        assert incarnations(journal) == ["set-up", "witness"]
        assert issue(journal).number == 4
        assert_sound(journal)


def test_a_torn_witness_is_no_witness(closed: Office) -> None:
    whole = witness_file(closed).read_bytes()
    for cut in (1, 40, len(whole.rstrip()) - 1):
        witness_file(closed).write_bytes(whole[:cut])
        with closed.opened() as journal:
            issue(journal)
            assert incarnations(journal)[-1] == "witness"
            assert_sound(journal)


class Killed(Exception):
    """Stands for the end of the program between testimony and commit."""


def killed_before_commit(office: Office, monkeypatch: pytest.MonkeyPatch, deed: str) -> None:
    """Runs a deed whose program dies when the witness has written and the store has not."""
    testify = Witness.testify

    def last_words(self: Witness, testimony: Testimony) -> None:
        testify(self, testimony)
        raise Killed

    with office.opened() as journal, monkeypatch.context() as patch:
        patch.setattr(Witness, "testify", last_words)
        with pytest.raises(Killed):
            issue(journal) if deed == "issue" else call_next(journal)


def test_a_crash_between_testimony_and_commit_is_no_alarm(
    closed: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed_before_commit(closed, monkeypatch, "call")
    with closed.opened() as journal:
        assert incarnations(journal) == ["set-up"]
        assert call_next(journal).number == 1
        assert_sound(journal)


def test_a_crash_that_took_a_number_with_it_gives_it_to_nobody(
    closed: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A folder rolled back by one ticket looks the same, so the safe way is taken.
    killed_before_commit(closed, monkeypatch, "issue")
    with closed.opened() as journal:
        assert issue(journal).number == 5
        assert_sound(journal)


def test_a_copied_folder_used_in_turn_gives_no_label_twice(closed: Office) -> None:
    twin = closed.copy("twin")
    labels = []
    for folder in (closed.folder, twin) * 3:
        with closed.opened(folder) as journal:
            labels += [issue(journal).label for _ in range(2)]
            assert_sound(journal)
    assert len(set(labels)) == len(labels)
    with closed.opened(twin) as journal:
        assert incarnations(journal).count("witness") == 3


def test_two_programs_on_one_folder_are_no_alarm(closed: Office) -> None:
    with closed.opened() as one_, closed.opened() as two:
        for journal in (one_, two, two, one_):
            issue(journal)
        with closed.opened() as three:
            assert incarnations(three) == ["set-up"]


def test_a_program_that_runs_goes_on_in_the_new_incarnation(closed: Office) -> None:
    with closed.opened() as running:
        issue(running)
        witness_file(closed).write_bytes(b"")
        with closed.opened() as journal:
            assert incarnations(journal) == ["set-up", "witness"]
        made = issue(running)
        (recorded, _), *_ = running.history(made.id)
        assert recorded.seq == 1
        assert_sound(running)


def test_the_new_incarnation_hangs_on_the_last_event_kept(closed: Office) -> None:
    old = closed.copy("old")
    with closed.opened() as journal:
        issue(journal)
    closed.put_back(old)
    with closed.opened() as journal:
        last = one(journal.cursor, "SELECT link FROM event ORDER BY pos DESC LIMIT 1")
        follows = "SELECT follows FROM incarnation WHERE why = 'witness'"
        assert one(journal.cursor, follows) == last
        kept = journal.cursor.execute("SELECT seq FROM event ORDER BY pos").fetchall()
        assert kept == [(seq,) for seq in range(1, len(kept) + 1)]


def test_the_witness_tells_nobody_a_tracking_number(office: Office) -> None:
    with closing(office.found()) as journal:
        number = register(journal).tracking
        assert journal.witness.used(number)
        assert not journal.witness.used("482719305563")
    for file in office.witnesses.iterdir():
        assert number.encode() not in file.read_bytes()


def test_a_mark_that_was_torn_hides_none_after_it(tmp_path: Path) -> None:
    witness = Witness(tmp_path, "node", "pc")
    witness.use("111111111111")
    with (tmp_path / "node.used").open("ab") as file:
        file.write(b"abc")
    witness.use("222222222222")
    witness.close()
    again = Witness(tmp_path, "node", "pc")
    assert again.used("111111111111")
    assert again.used("222222222222")
    assert not again.used("333333333333")


def test_a_mark_is_eight_bytes(tmp_path: Path) -> None:
    witness = Witness(tmp_path, "node", "pc")
    for number in ("111111111111", "222222222222"):
        witness.use(number)
    assert (tmp_path / "node.used").stat().st_size == 16


def test_a_shorter_testimony_leaves_nothing_of_a_longer_one(tmp_path: Path) -> None:
    witness = Witness(tmp_path, "node", "pc")
    assert witness.testimony() == Testimony()
    many = {f"سری {n}": ("2026-11-21", n) for n in range(300)}
    witness.testify(Testimony(incarnation="a", heads=((1, "b"),), series=many))
    assert witness.testimony().series == many
    few = {"الف": ("2026-11-21", 1)}
    witness.testify(Testimony(incarnation="a", heads=((2, "c"),), series=few))
    assert witness.testimony().series == few
    witness.close()


def test_a_testimony_is_plain_json(closed: Office) -> None:
    said = json.loads(witness_file(closed).read_bytes())
    assert said["machine"] == "this-pc"
    assert said["series"]["الف"] == ["2026-11-21", 3]
