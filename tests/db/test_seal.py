"""The key of a PC's seals: made with the store, given to an older one, and the same after a backup
has come back.
"""

import shutil
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from app.filling.receipt import receipt_paper
from app.showing.receipt import receipt_seen
from db import seal
from db.backup import backup, restore
from db.connection import one
from db.folder import STORE, read_note
from db.journal import StoreJournal
from db.keys import new_key
from db.store import begin_anew, give_seal
from tests.db.office import (
    RECOVERY,
    Office,
    a_day,
    assert_sound,
    incarnations,
    issue,
    register,
)
from tests.db.release import KEY, RELEASED


def payload_of(journal: StoreJournal, tracking: str) -> str:
    """What the QR of a receipt says."""
    with journal.look() as look:
        return receipt_paper(look, tracking).payload


def verdict(journal: StoreJournal, text: str) -> tuple[str, bool]:
    """What a scanned receipt is, and whether its request is known."""
    with journal.look() as look:
        seen = receipt_seen(look, text)
    assert seen is not None
    return seen.verdict, seen.known


def seals(journal: StoreJournal) -> dict[str, str]:
    """The keys that everybody knows, and whose they are."""
    with journal.look() as look:
        return look.office.seals


def test_signatures_hold_for_their_message_and_key_alone() -> None:
    key, other = seal.new_key(), seal.new_key()
    signature = seal.sign(key, b"a")
    assert signature == seal.sign(key, b"a")
    assert seal.holds(seal.public(key), b"a", signature)
    for public, said in ((seal.public(other), b"a"), (seal.public(key), b"b")):
        assert not seal.holds(public, said, signature)
    for broken in (b"", signature[:-1], bytes(64), b"\xff" * 64):
        assert not seal.holds(seal.public(key), b"a", broken)
    for wrong in ("", "zz", "00", "ff" * 32):
        assert not seal.holds(wrong, b"a", signature)


def test_a_founded_office_knows_the_key_of_its_first_pc(
    journal: StoreJournal, office: Office
) -> None:
    with journal.look() as look:
        assert look.office.seals == {look.seal_key: office.node}
    text = payload_of(journal, register(journal, 1).tracking)
    assert verdict(journal, text) == ("genuine", True)


def test_the_private_key_stands_in_no_event(journal: StoreJournal) -> None:
    key = bytes.fromhex(journal.meta("seal"))
    bodies = [body for (body,) in journal.cursor.execute("SELECT body FROM event")]
    assert not any(key in body or key.hex().encode() in body for body in bodies)


def test_opening_a_store_again_leaves_its_key(journal: StoreJournal, office: Office) -> None:
    before, events = seals(journal), one(journal.cursor, "SELECT count(*) FROM event")
    journal.close()
    with office.opened() as again:
        assert seals(again) == before
        assert one(again.cursor, "SELECT count(*) FROM event") == events


def test_a_store_from_before_seals_is_given_a_key_once(tmp_path: Path) -> None:
    office = Office(tmp_path)
    shutil.copytree(released := min(RELEASED.iterdir()), office.folder)
    office.key = (released / KEY).read_text().strip()
    office.node = read_note(released).node
    with office.opened() as journal:
        assert seals(journal) == {}
        for _ in range(2):
            give_seal(journal, office.around())
        assert list(seals(journal).values()) == [office.node]
        tracking = one(journal.cursor, "SELECT tracking FROM request")
        text = payload_of(journal, tracking)
        assert verdict(journal, text) == ("genuine", True)
        assert_sound(journal)
        events = one(journal.cursor, "SELECT count(*) FROM event")
    with office.opened() as journal:
        give_seal(journal, office.around())
        assert one(journal.cursor, "SELECT count(*) FROM event") == events
        assert payload_of(journal, tracking) == text


@pytest.mark.parametrize("elsewhere", [False, True])
def test_a_restored_store_seals_as_before(
    journal: StoreJournal,
    office: Office,
    tmp_path: Path,
    elsewhere: bool,  # noqa: FBT001
) -> None:
    tracking = a_day(journal, office.clock)[1]
    text, before = payload_of(journal, tracking), seals(journal)
    backup(journal.connection, tmp_path / "b", RECOVERY)
    later = payload_of(journal, register(journal, 9).tracking)
    journal.close()
    if elsewhere:
        office.witnesses, office.machine = tmp_path / "other-witness", "other-pc"
    with closing(restored_at(tmp_path, office)) as restored:
        assert incarnations(restored)[-1] == "restored"
        assert seals(restored) == before
        assert payload_of(restored, tracking) == text
        assert verdict(restored, text) == ("genuine", True)
        # Its request went down with the old disk; the receipt in the client's hand is still good.
        assert verdict(restored, later) == ("genuine", False)
        assert_sound(restored)


def test_a_backup_from_before_seals_begins_anew_before_it_is_given_a_key(tmp_path: Path) -> None:
    office = Office(tmp_path)
    shutil.copytree(released := min(RELEASED.iterdir()), office.folder)
    office.key, office.node = (released / KEY).read_text().strip(), read_note(released).node
    office.clock.at += timedelta(days=1)
    with office.opened() as journal:
        office.id = journal.office_id
        backup(journal.connection, tmp_path / "b", RECOVERY)
        issue(journal)
    with closing(restored_at(tmp_path, office)) as restored:
        give_seal(restored, office.around())
        incarnation = restored.meta("incarnation")
        last = one(restored.cursor, "SELECT incarnation FROM event ORDER BY pos DESC LIMIT 1")
        assert last == incarnation
        assert_sound(restored)


def restored_at(base: Path, office: Office) -> StoreJournal:
    """As the program restores: under a new key, as a new incarnation."""
    office.key = new_key()
    restore(base / "b", RECOVERY, base / "new", office.key)
    journal = office.open(base / "new")
    begin_anew(journal, office.around(), "restored")
    return journal


def test_another_office_does_not_know_the_receipt(journal: StoreJournal, tmp_path: Path) -> None:
    text = payload_of(journal, register(journal, 1).tracking)
    with closing(Office(tmp_path / "other").found()) as other:
        assert verdict(other, text) == ("key_unknown", False)


def test_a_store_is_where_its_key_is(journal: StoreJournal, office: Office) -> None:
    private = journal.meta("seal")
    journal.close()
    data = b"".join(file.read_bytes() for file in office.folder.glob(f"{STORE}*"))
    assert bytes.fromhex(private) not in data
    assert private.encode() not in data
