from datetime import date

from app.event import Event
from app.events.day import DayClosed
from app.events.paper import PaperPrinted
from app.folds.day import FOLD, Closing, Day
from app.papers import LogTotals
from tests.app.made_up import ISSUED, history, recorded

LOG = PaperPrinted(paper="log", copy=1)


def closed(counter: str = "") -> DayClosed:
    return DayClosed(
        day=date(2026, 11, 21),
        counter=counter,
        received=("r1", "r2", "r3"),
        answered=("r1",),
        totals=LogTotals(requests=3, answers=1),
        head="ab",
    )


def after(*events: Event | None) -> Day:
    found = FOLD(history(*events))
    assert found is not None
    return found


def at(place: int) -> int:
    return recorded(None, place)[0].at


def test_a_closed_desk_has_closed_every_counter() -> None:
    found = after(closed())
    assert found.closing("") == found.closing("1") == Closing(said=closed(), at=at(0))


def test_a_closed_counter_has_not_closed_the_desk() -> None:
    found = after(closed("1"))
    assert found.closing("1") == Closing(said=closed("1"), at=at(0))
    assert (found.closing("2"), found.closing("")) == (None, None)


def test_a_counter_that_closed_before_the_desk_did_closed_then() -> None:
    found = after(closed("1"), closed())
    assert found.closing("1") == Closing(said=closed("1"), at=at(0))
    assert found.closing("2") == Closing(said=closed(), at=at(1))


def test_closed_twice_is_a_conflict_and_the_first_holds() -> None:
    found = after(closed(), closed())
    assert found.closing("") == Closing(said=closed(), at=at(0))
    assert [conflict.reason for conflict in found.conflicts] == ["closed_twice"]


def test_a_log_may_be_printed_before_the_day_is_closed() -> None:
    found = after(LOG, closed())
    assert found.copies("log") == 1
    assert found.closing("") == Closing(said=closed(), at=at(1))
    assert after(closed(), LOG).copies("log") == 1


def test_what_is_not_of_a_day_opens_none_and_is_a_conflict_in_one() -> None:
    assert FOLD(history(PaperPrinted(paper="receipt", copy=1), ISSUED, None)) is None
    assert [c.reason for c in after(LOG, ISSUED, None).conflicts] == [
        "not_of_this_kind",
        "unknown_kind",
    ]
