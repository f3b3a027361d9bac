from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.event import moment
from app.local import TEHRAN, day_of, instant, local

INSTANTS = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))


def test_tehran_keeps_half_past_three_the_year_round_since_1402() -> None:
    for month in (1, 4, 7, 10):
        at = datetime(2026, month, 1, 12, tzinfo=UTC)
        assert local(at) == datetime(2026, month, 1, 15, 30)


def test_the_summer_of_1401_was_an_hour_ahead() -> None:
    assert local(datetime(2022, 7, 1, 12, tzinfo=UTC)) == datetime(2022, 7, 1, 16, 30)


def test_the_day_turns_at_midnight_in_tehran() -> None:
    assert day_of(datetime(2026, 11, 20, 20, 29, 59, tzinfo=UTC)) == date(2026, 11, 20)
    assert day_of(datetime(2026, 11, 20, 20, 30, tzinfo=UTC)) == date(2026, 11, 21)


def test_the_end_of_the_calendar_has_a_local_time() -> None:
    assert local(moment(253_402_300_799_999_999)).year == 9000


def test_any_zone_gives_the_same_local_time() -> None:
    at = datetime(2026, 11, 21, 7, 15, tzinfo=UTC)
    for zone in (TEHRAN, timezone(timedelta(hours=-8))):
        assert local(at.astimezone(zone)) == datetime(2026, 11, 21, 10, 45)


@given(INSTANTS)
def test_an_instant_comes_back_from_its_local_time(at: datetime) -> None:
    back = instant(local(at))
    assert back.tzinfo is UTC
    assert back == at


def test_a_moment_of_the_wrong_sort_is_a_bug() -> None:
    with pytest.raises(ValueError, match="zone"):
        local(datetime(2026, 11, 21))
    with pytest.raises(ValueError, match="zone"):
        instant(datetime(2026, 11, 21, tzinfo=UTC))
