"""The witness: what stands outside the data folder, so that a folder that was rolled back, copied
or moved to another machine is seen through before the first deed.
"""

import json
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

import msgspec
from msgspec import field

from app.decoding import decode
from app.value import Value

SIZE = 4096


class Testimony(Value, frozen=True, kw_only=True):
    """What the witness says. `heads` are (seq, link) before and after the last transaction: it is
    written just before the commit, so either of them may be the store's.
    """

    machine: str = ""
    incarnation: str = ""
    heads: tuple[tuple[int, str], ...] = ()
    series: dict[str, tuple[str, int]] = field(default_factory=dict)


class Witness:
    """One file for each node, rewritten in place; beside it the tracking numbers that were used,
    eight bytes of hash each, so that the file tells nobody a number.
    """

    def __init__(self, folder: Path, node: str, machine: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.machine = machine
        self._file = folder / f"{node}.witness"
        self._used_file = folder / f"{node}.used"
        self._open: BinaryIO | None = None
        self._used: set[bytes] | None = None

    def testimony(self) -> Testimony:
        """The last thing written; empty when there is none or it is unreadable."""
        try:
            line, _, _ = self._file.read_bytes().partition(b"\n")
            return decode(line, Testimony)
        except (FileNotFoundError, msgspec.DecodeError):
            return Testimony()

    def testify(self, testimony: Testimony) -> None:
        """Writes it in one stroke. Errors of the disk pass to the caller."""
        text = json.dumps(
            {
                "machine": self.machine,
                "incarnation": testimony.incarnation,
                "heads": testimony.heads,
                "series": testimony.series,
            }
        )
        if self._open is None:
            self._file.touch(0o600)
            self._open = self._file.open("r+b", buffering=0)
        self._open.seek(0)
        self._open.write(f"{text}\n".encode("ascii").ljust(SIZE))

    def use(self, tracking: str) -> None:
        """Remembers that a number was given."""
        mark = _mark(tracking)
        with self._used_file.open("ab") as file:
            whole = file.tell() - file.tell() % len(mark)  # a full disk may have torn the last one
            file.truncate(whole)
            file.write(mark)
        if self._used is not None:
            self._used.add(mark)

    def used(self, tracking: str) -> bool:
        """Whether a number was given, by this store or by a later state that is lost."""
        if self._used is None:
            data = self._used_file.read_bytes() if self._used_file.exists() else b""
            self._used = {data[i : i + 8] for i in range(0, len(data), 8)}
        return _mark(tracking) in self._used

    def close(self) -> None:
        """Lets go of the file."""
        if self._open is not None:
            self._open.close()
            self._open = None


def _mark(tracking: str) -> bytes:
    return sha256(f"bajeh-tracking-1\n{tracking}".encode()).digest()[:8]
