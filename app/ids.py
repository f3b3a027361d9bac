"""Identities: 32 hexadecimal digits, so that they sort, compare and travel as plain text."""

import secrets
from datetime import datetime
from uuid import UUID, uuid5


def new_id(at: datetime) -> str:
    """A version 7 UUID: ordered by time, so that neighbours in time are neighbours on the disk."""
    millis = int(at.timestamp() * 1000) & 0xFFFF_FFFF_FFFF
    low = (0b10 << 62) | secrets.randbits(62)
    return f"{(millis << 80) | (0x7 << 76) | (secrets.randbits(12) << 64) | low:032x}"


def named_id(office: str, kind: str, name: str) -> str:
    """The same identity for the same name in one office, on whichever PC it is first said."""
    return uuid5(UUID(office), f"{kind}:{name}").hex
