from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.inspect import type_info

from app.event import (
    EPOCH,
    LARGEST,
    Event,
    Recorded,
    Vocabulary,
    content_of,
    first_link,
    link_of,
    micros,
    moment,
)
from app.events import CATALOGUE, CLERK, DAY, OFFICE, PAPER, REQUEST, TICKET
from app.events.office import HoursSet
from app.events.ticket import TicketRecalled
from app.refusal import Refusal
from tests.app.absurd import places_in, spoilt
from tests.app.made_up import TEXTS, WORDS, any_of, recorded

KINDS = (*TICKET, *REQUEST, *OFFICE, *CATALOGUE, *CLERK, *DAY, *PAPER)
INCARNATION = "0f" * 16
FACT: tuple[Any, ...] = ("e1", 5, "clerk", "entity", "TicketRecalled", 1, b'{"call":"1"}')


def line(kind: str, body: bytes, version: int = 1) -> Recorded:
    return Recorded("o", "n", INCARNATION, 1, "e1", 5, "", "e", kind, version, body, b"", b"")


# the chain


@pytest.mark.parametrize("place", range(len(FACT)))
def test_content_vouches_for_every_part_of_a_fact(place: int) -> None:
    changed = list(FACT)
    changed[place] += 1 if isinstance(FACT[place], int) else type(FACT[place])(FACT[place])
    assert changed[place] != FACT[place]
    assert content_of(*changed) != content_of(*FACT)


@given(st.text("ab1", max_size=4), st.text("ab1", max_size=4), st.text("ab1", max_size=4))
def test_no_letter_moves_from_one_part_to_the_next_unseen(a: str, b: str, c: str) -> None:
    whole = a + b + c
    cut = [content_of("e", 1, whole[:i], whole[i:], "K", 1, b"") for i in range(len(whole) + 1)]
    assert len(set(cut)) == len(cut)
    assert content_of("e", 1, a, b, "K", 1, c.encode()) != content_of("e", 11, a, b, "K", 1, b"1")


def test_a_link_vouches_for_place_past_and_content() -> None:
    before, said = first_link("o", "n"), content_of(*FACT)
    link = link_of(before, INCARNATION, 1, said)
    others = {
        link_of(first_link("o", "m"), INCARNATION, 1, said),
        link_of(first_link("p", "n"), INCARNATION, 1, said),
        link_of(before, "1f" * 16, 1, said),
        link_of(before, INCARNATION, 2, said),
        link_of(before, INCARNATION, 1, content_of("e2", *FACT[1:])),
    }
    assert len({link, *others}) == 6
    assert len(link) == 32


def test_one_changed_fact_changes_every_link_after_it() -> None:
    def chain(facts: list[bytes]) -> list[bytes]:
        links = [first_link("o", "n")]
        for seq, said in enumerate(facts, 1):
            links.append(link_of(links[-1], INCARNATION, seq, said))
        return links[1:]

    facts = [content_of(f"e{n}", *FACT[1:]) for n in range(5)]
    changed = [*facts[:2], content_of("other", *FACT[1:]), *facts[3:]]
    same = [a == b for a, b in zip(chain(facts), chain(changed), strict=True)]
    assert same == [True, True, False, False, False]


@given(st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30)))
def test_a_moment_is_stored_to_the_microsecond(at: datetime) -> None:
    aware = at.replace(tzinfo=UTC)
    assert moment(micros(aware)) == aware
    assert micros(EPOCH + timedelta(microseconds=1)) == 1
    assert line("K", b"").moment == EPOCH + timedelta(microseconds=5)


# the vocabulary


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_a_fact_is_read_as_it_was_written(kind: type[Event], data: st.DataObject) -> None:
    event = data.draw(any_of(kind))
    said = recorded(event)[0]
    assert said.kind == kind.__name__
    assert said.version == 1
    assert WORDS.read(said) == event
    assert WORDS.write(event)[2] == said.body, "the same fact has the same bytes"


@pytest.mark.parametrize("kind", [each for each in KINDS if places_in(type_info(each))])
@given(data=st.data())
def test_a_fact_nobody_can_reckon_with_is_kept_but_not_understood(
    kind: type[Event], data: st.DataObject
) -> None:
    body = data.draw(spoilt(kind))
    assert WORDS.read(line(kind.__name__, body)) is None


def test_no_two_kinds_have_one_name() -> None:
    assert len({kind.__name__ for kind in KINDS}) == len(KINDS)


def test_a_kind_of_a_newer_program_is_kept_but_not_understood() -> None:
    assert WORDS.read(line("Unheard", b'{"a":1}')) is None


def test_keys_of_a_newer_program_are_passed_over() -> None:
    said = WORDS.read(line("TicketRecalled", b'{"call":"1","loudness":3}', version=7))
    assert said == TicketRecalled(call="1")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b"[" * 100_000,
        b'{"call":"1","more":' + b"[" * 100_000,
        b'{"call":1}',
        b'{"call":"1"} x',
        b'{"call":"\xff"}',
        b'{"call":"\\ud800"}',
        b"{}",
    ],
)
@pytest.mark.parametrize("version", [-1, 0, 1, 2])
def test_a_body_of_another_shape_is_not_understood(body: bytes, version: int) -> None:
    assert WORDS.read(line("TicketRecalled", body, version)) is None


@given(st.sampled_from(KINDS), st.binary(max_size=40), st.integers(-1, 3))
def test_no_body_can_stop_the_reading(kind: type[Event], body: bytes, version: int) -> None:
    WORDS.read(line(kind.__name__, body, version))


class Greeted(Event, frozen=True, kw_only=True):
    """A kind that has changed its shape twice."""

    name: str
    times: int
    by_day: dict[int, str] = msgspec.field(default_factory=dict)


def _named(body: dict[str, Any]) -> dict[str, Any]:
    return {"name": body["who"], "hours": body.get("by_day", {})}


def _counted(body: dict[str, Any]) -> dict[str, Any]:
    return {"name": body["name"], "times": 1, "by_day": body["hours"]}


GREETINGS = Vocabulary(
    (Greeted, TicketRecalled), {("Greeted", 1): _named, ("Greeted", 2): _counted}
)


def test_a_changed_kind_is_written_in_its_newest_version() -> None:
    assert GREETINGS.write(Greeted(name="a", times=2))[:2] == ("Greeted", 3)
    assert GREETINGS.write(TicketRecalled(call="1"))[:2] == ("TicketRecalled", 1)


@pytest.mark.parametrize(
    ("version", "body"),
    [
        (1, b'{"who":"a","by_day":{"3":"b"}}'),
        (2, b'{"name":"a","hours":{"3":"b"}}'),
        (3, b'{"name":"a","times":1,"by_day":{"3":"b"}}'),
        (4, b'{"name":"a","times":1,"by_day":{"3":"b"},"loudly":true}'),
    ],
)
def test_an_old_body_is_read_as_if_written_today(version: int, body: bytes) -> None:
    said = GREETINGS.read(line("Greeted", body, version))
    assert said == Greeted(name="a", times=1, by_day={3: "b"})


@pytest.mark.parametrize("version", [-1, 0, 1, 2, 3])
@pytest.mark.parametrize("body", [b"{}", b"[]", b"1", b'{"who":3}', b"{"])
def test_an_old_body_that_no_upcast_can_read_is_not_understood(version: int, body: bytes) -> None:
    assert GREETINGS.read(line("Greeted", body, version)) is None


def test_what_no_batch_could_hold_is_refused_before_it_is_written() -> None:
    with pytest.raises(Refusal, match="entry_large"):
        GREETINGS.write(Greeted(name="x" * LARGEST, times=1))


@given(TEXTS, st.integers(1, 9))
def test_defaults_are_left_out_of_the_bytes(name: str, times: int) -> None:
    body = GREETINGS.write(Greeted(name=name, times=times))[2]
    assert set(msgspec.json.decode(body)) == {"name", "times"}


def test_weekly_hours_keep_their_days() -> None:
    event = HoursSet(since=date(2026, 1, 1), hours={0: (time(7), time(14)), 6: (time(8), time(9))})
    assert WORDS.read(recorded(event)[0]) == event
