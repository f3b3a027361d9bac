"""Who signed answers lately: remembered by this PC, so that a usual answer needs no typing."""

import msgspec

from app.decoding import decode
from app.persian import tidy
from app.ports import Look, Work
from app.value import Value

ISSUERS = "issuers"
"""The setting that keeps them."""

MOST = 60


class Issuer(Value, frozen=True, kw_only=True):
    """Name and post under an answer (Table 4)."""

    name: str
    post: str


class _Used(Value, frozen=True, kw_only=True):
    service: str
    issuer: Issuer


def issuers_used(look: Look, service: str) -> tuple[Issuer, ...]:
    """Those of that sub-service (an id), the last one first."""
    return tuple(one.issuer for one in _used(look) if one.service == service)


def remember_issuer(work: Work, service: str, name: str, post: str) -> None:
    """This one comes first next time."""
    now = _Used(service=service, issuer=Issuer(name=tidy(name), post=tidy(post)))
    kept = [now, *(one for one in _used(work) if one != now)][:MOST]
    work.set_setting(ISSUERS, msgspec.json.encode(kept).decode())


def _used(look: Look) -> list[_Used]:
    """None where the setting is empty or of another shape."""
    setting = look.setting(ISSUERS)
    try:
        return decode(setting, list[_Used]) if setting else []
    except msgspec.DecodeError:
        return []
