"""Where the key lies, who may read it, and what happens without it."""

import os
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail
from keyring.errors import KeyringLocked, PasswordDeleteError, PasswordSetError

from app.refusal import Refusal
from db.keys import FileKeys, is_key, kept_or_new, new_key
from db.safe import SERVICE, SafeKeys, usable
from tests.db.office import Office

KEY = "0123456789abcdef" * 4


class PlainSafe(KeyringBackend):
    """A safe in memory, which can be locked."""

    priority = 5

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, username: str) -> str | None:
        """What is kept, unless it is locked."""
        if self.locked:
            raise KeyringLocked
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keeps it, unless it is locked."""
        if self.locked:
            raise PasswordSetError
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Forgets it, if it is there."""
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError


@pytest.fixture
def safe() -> Iterator[PlainSafe]:
    """The system's safe, for the length of a test."""
    before = keyring.get_keyring()
    plain = PlainSafe()
    keyring.set_keyring(plain)
    yield plain
    keyring.set_keyring(before)


def test_a_new_key_has_256_bits_and_is_never_the_same() -> None:
    made = {new_key() for _ in range(50)}
    assert len(made) == 50
    assert all(is_key(key) for key in made)


def test_a_key_in_a_file_is_its_owners_alone(tmp_path: Path) -> None:
    keys = FileKeys(tmp_path / "keys")
    keys.write("n", KEY)
    assert keys.read("n") == KEY
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "keys" / "n.key").stat().st_mode) == 0o600


def test_a_key_written_over_an_open_file_is_its_owners_alone_again(tmp_path: Path) -> None:
    keys = FileKeys(tmp_path)
    (tmp_path / "n.key").write_text("old")
    (tmp_path / "n.key").chmod(0o644)
    keys.write("n", KEY)
    assert keys.read("n") == KEY
    assert sorted(file.name for file in tmp_path.glob("*.key*")) == ["n.key"]
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "n.key").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "content", [b"", b"abc", KEY.upper().encode(), KEY.encode() + b"0", b"\xff"]
)
def test_a_file_that_holds_no_key_is_no_key(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "n.key").write_bytes(content)
    with pytest.raises(Refusal, match="key_missing"):
        FileKeys(tmp_path).read("n")


def test_a_missing_key_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="key_missing"):
        FileKeys(tmp_path / "nowhere").read("n")
    (tmp_path / "n.key").mkdir()
    with pytest.raises(Refusal, match="key_missing"):
        FileKeys(tmp_path).read("n")


def test_a_line_break_behind_the_key_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "n.key").write_text(f"{KEY}\n")
    assert FileKeys(tmp_path).read("n") == KEY


def test_a_key_is_kept_until_it_is_forgotten(tmp_path: Path) -> None:
    keys = FileKeys(tmp_path)
    key = kept_or_new(keys, "joining")
    assert kept_or_new(keys, "joining") != key
    keys.write("joining", key)
    assert kept_or_new(keys, "joining") == key
    for _ in range(2):
        keys.forget("joining")
    assert kept_or_new(keys, "joining") != key


def test_the_safe_forgets_a_key_too(safe: PlainSafe) -> None:
    keys = SafeKeys()
    keys.write("joining", new_key())
    for _ in range(2):
        keys.forget("joining")
    with pytest.raises(Refusal):
        keys.read("joining")


def test_the_safe_keeps_a_key_by_node(safe: PlainSafe) -> None:
    assert usable()
    keys = SafeKeys()
    keys.write("n", KEY)
    assert keys.read("n") == KEY
    assert safe.kept == {(SERVICE, "n"): KEY}
    with pytest.raises(Refusal, match="key_missing"):
        keys.read("m")


def test_a_locked_safe_is_refused(safe: PlainSafe) -> None:
    SafeKeys().write("n", KEY)
    safe.locked = True
    with pytest.raises(Refusal, match="key_missing"):
        SafeKeys().read("n")
    with pytest.raises(Refusal, match="key_missing"):
        SafeKeys().write("m", KEY)


def test_a_safe_that_holds_something_else_is_refused(safe: PlainSafe) -> None:
    safe.kept[SERVICE, "n"] = "a password of somebody else"
    with pytest.raises(Refusal, match="key_missing"):
        SafeKeys().read("n")


def test_where_there_is_no_safe_none_is_used() -> None:
    assert isinstance(keyring.get_keyring(), fail.Keyring)
    assert not usable()
    with pytest.raises(Refusal, match="key_missing"):
        SafeKeys().read("n")


def test_a_store_opens_with_its_own_key_only(office: Office) -> None:
    office.found().close()
    before = office.file.read_bytes()
    right, office.key = office.key, new_key()
    with pytest.raises(Refusal, match="store_unreadable"):
        office.open()
    assert office.file.read_bytes() == before
    assert [file.name for file in office.folder.iterdir()] == ["store.db"]
    office.key = right
    office.open().close()


def test_a_store_of_another_node_is_refused(office: Office) -> None:
    office.found().close()
    office.node = "0" * 32
    with pytest.raises(Refusal, match="store_unreadable"):
        office.open()


def test_the_key_stands_nowhere_in_the_data_folder(office: Office) -> None:
    with closing(office.found()):
        for file in [*office.folder.iterdir(), *office.witnesses.iterdir()]:
            content = file.read_bytes()
            assert office.key.encode() not in content
            assert bytes.fromhex(office.key) not in content
