"""What the administrator's PC writes for another one: all that it needs to belong to the office."""

from typing import Literal

import msgspec

from app.decoding import decode
from app.letters import tidy
from app.refusal import Refusal
from app.value import Value

VERSION = 1

NodeRole = Literal["counter", "kiosk", "hall", "supervisor", "unit"]


class Address(Value, frozen=True, kw_only=True):
    """Where the centre is and who asks there. `hosts` are `name` or `name:port`, tried in their
    order; `certificate` is that of the authority which vouches for them (PEM), empty where the
    system's own list of authorities does.
    """

    hosts: tuple[str, ...]
    database: str
    role: str
    password: str
    certificate: str = ""


class NodeFile(Value, frozen=True, kw_only=True):
    """A node of an office, and its way to the centre. `name` is the number of its counter or what
    its kiosk is called; `series` are the letters of its tickets, empty where it gives none.
    """

    version: int = VERSION
    centre: Address
    office: str
    office_name: str
    node: str
    name: str
    role: NodeRole = "counter"
    series: str = ""

    @property
    def window(self) -> str:
        """The window that this PC opens, as its settings keep it."""
        return f"{self.role}:{self.name}"


class _Versioned(Value, frozen=True, kw_only=True):
    """What every version of such a file says."""

    version: int


def write_node_file(node: NodeFile) -> bytes:
    """As JSON, on lines that a person can look at."""
    return msgspec.json.format(msgspec.json.encode(_whole(node)), indent=1)


def read_node_file(data: bytes) -> NodeFile:
    """Refuses `node_file_wrong`, and `node_file_newer` of a newer program's."""
    try:
        text = data.decode("utf-8-sig")
        version = decode(text, _Versioned).version
        if version > VERSION:
            raise Refusal("node_file_newer", version=version)
        said = decode(text, NodeFile)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise Refusal("node_file_wrong") from None
    if not said.centre.certificate.isascii():
        raise Refusal("node_file_wrong")
    if not (said.centre.hosts and said.office and said.node and tidy(said.name)):
        raise Refusal("node_file_wrong")
    return said


def _whole(node: NodeFile) -> dict[str, object]:
    """With what is as usual too: whoever reads the file need not know what that is."""
    said: dict[str, object] = msgspec.structs.asdict(node)
    return {**said, "centre": msgspec.structs.asdict(node.centre)}
