"""Bodies of the right shape with one value in them that no program of today would write."""

import json
from collections.abc import Iterator
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st
from msgspec import inspect

from app.event import Event
from tests.app.made_up import WORDS, any_of

ABSURD: dict[type[inspect.Type], tuple[Any, ...]] = {
    inspect.IntType: (10**30, -(10**30), 10**16),
    inspect.FloatType: (1e300, -1e300),
    inspect.DateTimeType: (
        "0001-01-01T00:00:00",
        "9999-12-31T23:59:59",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-12:00",
    ),
    inspect.DateType: ("0001-01-01", "9999-12-31"),
    inspect.TimeType: ("08:00:00+03:30",),
}


def places_in(shape: inspect.Type) -> bool:
    """Whether anything in it may be absurd."""
    match shape:
        case inspect.StructType():
            return any(places_in(field.type) for field in shape.fields)
        case inspect.UnionType():
            return any(map(places_in, shape.types))
        case inspect.VarTupleType():
            return places_in(shape.item_type)
        case inspect.TupleType():
            return any(map(places_in, shape.item_types))
        case inspect.DictType():
            return places_in(shape.value_type)
    return type(shape) in ABSURD


@st.composite
def spoilt(draw: st.DrawFn, kind: type[Event]) -> bytes:
    """The bytes of any such event with one of its values absurd."""
    body = json.loads(WORDS.write(draw(any_of(kind)))[2])
    places = list(_places(inspect.type_info(kind), body))
    assume(places)
    holder, key, leaf = draw(st.sampled_from(places))
    holder[key] = draw(st.sampled_from(ABSURD[leaf]))
    return json.dumps(body).encode()


Place = tuple[Any, Any, type[inspect.Type]]


def _places(shape: inspect.Type, body: Any) -> Iterator[Place]:
    """Where a value stands that may be made absurd: what holds it, its key there, and its kind."""
    inside: list[tuple[Any, inspect.Type]]
    match shape:
        case inspect.StructType():
            inside = [(f.encode_name, f.type) for f in shape.fields if f.encode_name in body]
        case inspect.VarTupleType():
            inside = [(at, shape.item_type) for at in range(len(body))]
        case inspect.TupleType():
            inside = list(enumerate(shape.item_types))
        case inspect.DictType():
            inside = [(key, shape.value_type) for key in body]
        case _:
            inside = []
    for key, part in inside:
        for each in part.types if isinstance(part, inspect.UnionType) else (part,):
            if type(each) in ABSURD and body[key] is not None:
                yield body, key, type(each)
            elif isinstance(body[key], dict | list):
                yield from _places(each, body[key])
