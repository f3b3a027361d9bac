"""What a store finds around itself."""

from pathlib import Path

from sqlcipher3 import dbapi2

from app.events import vocabulary
from app.ports import Clock, Signer
from db.machine import machine_id
from db.store import Surroundings
from ui.bootstrap.folders import state_folder


def surroundings(clock: Clock, state: Path | None = None) -> Surroundings:
    """Clock, words, witnesses and machine; notes come into that folder, else into the usual one."""
    return Surroundings(
        clock=clock,
        vocabulary=vocabulary(),
        witnesses=(state or state_folder()) / "witness",
        machine=machine_id(),
        upgrade=_upgrade,
        signer=_signer,
    )


def _upgrade(connection: dbapi2.Connection, folder: Path, key: str) -> None:
    from db.upgrade import upgrade

    upgrade(connection, folder, key)


def _signer() -> Signer:
    from db import seal

    return seal
