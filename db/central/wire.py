"""Requests as calls of the centre's functions, and their rows as replies."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from msgspec.structs import astuple

from app.event import Recorded
from app.sync.feed import Fed, Line
from app.sync.wire import (
    Answered,
    Call,
    Closed,
    Digest,
    Digested,
    Diverged,
    Forked,
    Heal,
    Healed,
    Lease,
    Leased,
    Marked,
    Marks,
    Page,
    Paused,
    Pull,
    Push,
    Pushed,
    Reply,
    Request,
    Stale,
)

Row = Mapping[str, Any]

_FACTS = "%b::bigint[], %b::text[], %b::bigint[], %b::text[], %b::text[], %b::text[], %b::int[]"
_LINES = f"{_FACTS}, %b::bytea[], %b::bytea[], %b::bytea[], %b::bytea[], %b::bytea[]"
_PLACE = "%b::bigint, %b::bytea"
_PULL = f"SELECT * FROM bajeh.pull_v1({_PLACE}, %b::int, %b)"  # noqa: S608
_MARKS = "SELECT 'marked' AS reply, * FROM bajeh.marks_v1(%b::bigint[])"
_PUSH = f"SELECT * FROM bajeh.push_v1({_PLACE}, %b::text, %b::text, {_LINES})"  # noqa: S608
_HEAL = f"SELECT * FROM bajeh.heal_v1({_PLACE}, %b::text[], %b::text[], {_LINES})"  # noqa: S608
ADMIT = f"SELECT bajeh.admit(%b::text, %b::text[], %b::text[], {_LINES}) AS admitted"
_CALL = (
    f"SELECT * FROM bajeh.call_v1({_PLACE}, %b::text, %b::text,"  # noqa: S608
    " %b::text[], %b::bigint[], %b::int[], %b::bytea[])"
)
_LEASE = "SELECT 'leased' AS reply, bajeh.lease_v1(%b::text, %b::int) AS numbers"
_DIGEST = "SELECT 'digested' AS reply, * FROM bajeh.digest_v1(%b::bigint, %b::bigint)"

_RECORDED = (
    "node", "incarnation", "seq", "id", "at", "clerk", "entity", "kind", "version", "body",
    "content", "link",
)  # fmt: skip
_FED = ("feed", "mark", "healer", "received", "follows", "signature", *_RECORDED)


def spoken(request: Request) -> tuple[str, Sequence[object]]:
    """The call of the function that does it, and its arguments."""
    query, arguments = _ASK[type(request)]
    return query, arguments(request)


def columns_of(lines: Sequence[Line]) -> list[list[Any]]:
    """From node to link, then what each hangs on, then signatures."""
    rows = [(*astuple(line.recorded)[1:13], line.follows, line.signature) for line in lines]
    return [list(column) for column in zip(*rows, strict=True)]


def _columns(request: Call) -> list[list[Any]]:
    rows = [astuple(candidate) for candidate in request.candidates]
    return [list(column) for column in zip(*rows, strict=True)] or [[], [], [], []]


def heard(row: Row) -> Reply:
    """What a row says in answer."""
    return _ANSWER[row["reply"]](row)


def page(row: Row) -> Page:
    """Lines of the feed, and what stands beside them."""
    held = zip(row["held_seq"] or (), row["held_link"] or (), strict=True)
    return Page(
        lines=tuple(fed_of(row["office"], row)),
        last=row["last"],
        held=_pairs(row["held_incarnation"], list(held)),
        now=row["now"],
        paused=row["paused"],
        wants=row["wants"],
    )


def fed_of(office: str, row: Row) -> list[Fed]:
    """Lines from a row that holds each of their columns as an array."""
    lines = zip(*(row[name] or () for name in _FED), strict=True)
    return [
        Fed(
            number=number,
            mark=mark,
            healer=healer,
            received=received,
            line=Line(recorded=Recorded(office, *fact), follows=follows, signature=signature),
        )
        for number, mark, healer, received, follows, signature, *fact in lines
    ]


def _pairs(keys: Sequence[Any] | None, values: Sequence[Any] | None) -> dict[Any, Any]:
    return dict(zip(keys or (), values or (), strict=True))


def _push(request: Push) -> Sequence[object]:
    nodes, incarnations, *columns = columns_of(request.lines)
    return (*astuple(request.place), nodes[0], incarnations[0], *columns)


_ASK: Mapping[type, tuple[str, Callable[[Any], Sequence[object]]]] = {
    Pull: (_PULL, lambda r: (*astuple(r.place), r.most, r.clean)),
    Marks: (_MARKS, lambda r: (list(r.numbers),)),
    Push: (_PUSH, _push),
    Heal: (_HEAL, lambda r: (*astuple(r.place), *columns_of(r.lines))),
    Call: (_CALL, lambda r: (*astuple(r.place), r.call, r.clerk, *_columns(r))),
    Lease: (_LEASE, astuple),
    Digest: (_DIGEST, astuple),
}
_ANSWER: Mapping[str, Callable[[Row], Reply]] = {
    "page": page,
    "answered": lambda row: Answered(ticket=row["ticket"], page=page(row)),
    "pushed": lambda row: Pushed(seq=row["seq"]),
    "forked": lambda row: Forked(agreed=row["seq"]),
    "healed": lambda row: Healed(count=row["healed"], strangers=tuple(row["strangers"])),
    "leased": lambda row: Leased(numbers=tuple(row["numbers"])),
    "marked": lambda row: Marked(marks=_pairs(row["feed"], row["mark"])),
    "digested": lambda row: Digested(count=row["count"], sum=int(row["sum"])),
    "diverged": lambda _: Diverged(),
    "stale": lambda _: Stale(),
    "closed": lambda _: Closed(),
    "paused": lambda _: Paused(),
}
