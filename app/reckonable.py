"""Whether what somebody else wrote can be reckoned with: a right shape may hold an absurd value."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time
from operator import attrgetter
from typing import Any, Final

from msgspec import inspect

Check = Callable[[Any], bool]

FIRST, LAST = datetime(1900, 1, 1, tzinfo=UTC), datetime(9000, 1, 1, tzinfo=UTC)
"""What lies outside has no local time, or overflows with the next minute that is added."""

MOST: Final = 10**15
"""Rials or bytes; the store's own numbers end at 2⁶³."""

_PYTHON: dict[type[inspect.Type], type] = {
    inspect.IntType: int,
    inspect.FloatType: float,
    inspect.DateTimeType: datetime,
    inspect.DateType: date,
    inspect.TimeType: time,
    inspect.VarTupleType: tuple,
    inspect.TupleType: tuple,
    inspect.DictType: dict,
}


def _number(value: float) -> bool:
    return -MOST <= value <= MOST


def _instant(at: datetime) -> bool:
    return FIRST <= at <= LAST


def _local(at: datetime) -> bool:
    return _day(at.date())


def _day(day: date) -> bool:
    return FIRST.date() <= day <= LAST.date()


def _by_the_clock(at: time) -> bool:
    return at.tzinfo is None


_ALONE: dict[type[inspect.Type], Check] = {
    inspect.IntType: _number,
    inspect.FloatType: _number,
    inspect.DateType: _day,
    inspect.TimeType: _by_the_clock,
}


def check_of(shape: inspect.Type) -> Check | None:
    """Made once for a shape; None where nothing in it can be absurd."""
    match shape:
        case inspect.StructType():
            return _of_fields((field.name, check_of(field.type)) for field in shape.fields)
        case inspect.UnionType():
            return _of_one_of(shape.types)
        case inspect.VarTupleType() | inspect.TupleType():
            return _of_tuple(shape)
        case inspect.DictType():
            return _of_entries(check_of(shape.key_type), check_of(shape.value_type))
        case inspect.DateTimeType(tz=zoned):
            return _instant if zoned else _local
    return _ALONE.get(type(shape))


def _of_fields(fields: Iterable[tuple[str, Check | None]]) -> Check | None:
    """Every line is read through this: numbers, the most frequent, are compared at one stroke."""
    known = [(name, check) for name, check in fields if check]
    numbers = [name for name, check in known if check is _number]
    others = [(attrgetter(name), check) for name, check in known if check is not _number]
    numbers_of = attrgetter(*numbers, *numbers[:1]) if numbers else None  # at least two: a tuple

    def holds(value: Any) -> bool:
        if numbers_of:
            found = numbers_of(value)
            if not (max(found) <= MOST and min(found) >= -MOST):
                return False
        for get, check in others:  # noqa: SIM110  # quicker than a generator
            if not check(get(value)):
                return False
        return True

    return holds if known else None


def _of_one_of(shapes: Iterable[inspect.Type]) -> Check | None:
    checks = {
        shape.cls if isinstance(shape, inspect.StructType) else _PYTHON[type(shape)]: check
        for shape in shapes
        if (check := check_of(shape))
    }

    def holds(value: Any) -> bool:
        check = checks.get(type(value))
        return check is None or check(value)

    return holds if checks else None


def _of_tuple(shape: inspect.VarTupleType | inspect.TupleType) -> Check | None:
    if isinstance(shape, inspect.VarTupleType):
        return _of_each(check_of(shape.item_type))
    return _of_places([check_of(each) for each in shape.item_types])


def _of_each(check: Check | None) -> Check | None:
    return (lambda values: all(map(check, values))) if check else None


def _of_places(checks: list[Check | None]) -> Check | None:
    known = [(place, check) for place, check in enumerate(checks) if check]
    return (lambda values: all(check(values[at]) for at, check in known)) if known else None


def _of_entries(key: Check | None, value: Check | None) -> Check | None:
    keys, values = _of_each(key), _of_each(value)
    if not keys and not values:
        return None
    return lambda found: (not keys or keys(found)) and (not values or values(found.values()))
