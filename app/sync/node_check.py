"""What a PC may be called and where it may look for its centre, before anybody is let in by it."""

import re
import unicodedata
from ipaddress import IPv6Address

from app.letters import tidy
from app.refusal import Refusal
from app.sync.node_file import NodeRole

LETTERS, LONGEST = 3, 40
"""Of a series, and of a name."""

_NUMBER = re.compile(r"[1-9][0-9]{0,2}")
_HOST = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)(?::([0-9]+))?")
_BREAKS = frozenset({"Cc", "Cs", "Co", "Cn", "Zl", "Zp"})
_PORTS = range(1, 65536)


def check_name(name: str, role: NodeRole) -> None:
    """Refuses `name_empty`, `node_name_wrong`, and `counter_number_wrong` of a counter's."""
    if not tidy(name):
        raise Refusal("name_empty")
    if role == "counter" and not _NUMBER.fullmatch(name):
        raise Refusal("counter_number_wrong", text=name[:LONGEST])
    if len(name) > LONGEST or any(unicodedata.category(c) in _BREAKS for c in name):
        raise Refusal("node_name_wrong", most=LONGEST)


def check_series(series: str) -> None:
    """Refuses `series_wrong` of what is not one to three letters; none at all is no series."""
    if series and not (series.isalpha() and len(series) <= LETTERS):
        raise Refusal("series_wrong", series=series[:LONGEST])


def check_host(host: str) -> None:
    """A name or a number, perhaps with a port; that of IPv6 with one stands in brackets. Refuses
    `host_wrong`.
    """
    found = _HOST.fullmatch(host)
    port = int(found[2]) if found and found[2] else _PORTS[0]
    if not _is_ipv6(host) and not (found and port in _PORTS and _is_named(found[1])):
        raise Refusal("host_wrong", address=host[:LONGEST])


def _is_named(name: str) -> bool:
    return _is_ipv6(name[1:-1]) if name[0] == "[" else ".." not in name


def _is_ipv6(text: str) -> bool:
    try:
        return bool(IPv6Address(text))
    except ValueError:
        return False
