"""What time alone changes at a counter: a hold is over, the day ends, the clock goes back."""

from datetime import timedelta

from tests.ui.counter.clerk import Clerk
from tests.ui.shell import Shell

NIGHT = {"hours": 17}


def rows(clerk: Clerk) -> list[str]:
    """The labels of those who wait, as the window shows them."""
    assert clerk.state.queue is not None
    return [row.label for row in clerk.state.queue.rows]


def marks(clerk: Clerk) -> list[str]:
    """Why they wait otherwise than with a new number."""
    assert clerk.state.queue is not None
    return [row.mark for row in clerk.state.queue.rows]


def holds(clerk: Clerk, minutes: str) -> str:
    """Parks whoever is at the counter; gives the label."""
    label = clerk.visit.label
    clerk.hit("F11")
    clerk.type(minutes)
    clerk.hit("Enter")
    assert clerk.free
    return label


def test_who_was_held_waits_again_when_the_time_has_come_though_nothing_happens(
    clerk: Clerk, office: Shell
) -> None:
    clerk.calls()
    held = holds(clerk, "5")
    assert rows(clerk) == []
    office.later(minutes=6)
    clerk.waits(lambda: rows(clerk) == [held])
    assert marks(clerk) == ["return"]
    assert held in clerk.window.desk.idle._next.text
    clerk.hit("F2")
    assert clerk.visit.label == held


def test_the_next_one_who_is_shown_is_the_next_one_who_is_called(
    clerk: Clerk, office: Shell
) -> None:
    clerk.calls()
    clerk.gives()
    held = holds(clerk, "5")
    office.later(minutes=6)
    clerk.waits(lambda: rows(clerk)[0] == held)
    clerk.hit("F2")
    assert clerk.visit.label == held


def test_the_window_says_at_midnight_how_many_waits_have_ended(clerk: Clerk, office: Shell) -> None:
    for _ in range(3):
        clerk.gives()
    clerk.waits(lambda: len(rows(clerk)) == 3)
    office.later(**NIGHT)
    clerk.waits(lambda: rows(clerk) == [])
    assert "۳ نوبت" in clerk.said
    assert "۳ نوبت" in clerk.window.desk.idle._said.text


def test_who_keeps_the_place_through_the_night_is_marked_and_called_by_the_paper(
    clerk: Clerk, office: Shell
) -> None:
    office.do("setting", "set", "night", "keep")
    given = [clerk.gives().label for _ in range(3)]
    clerk.hit("F2", "F12")
    clerk.hit("1")
    office.later(**NIGHT)
    clerk.waits(lambda: marks(clerk) == ["carried", "carried"])
    assert rows(clerk) == given[1:]
    clerk.hit("F2")
    assert clerk.visit.label == given[1]
    clerk.hit("Shift+F6")
    assert "گرفتن شماره ۱۴۰۵/۰۸/۳۰" in clerk.said.replace("\u2066", "").replace("\u2069", "")


def test_a_clock_that_was_set_back_is_told_until_it_is_set_right(
    clerk: Clerk, office: Shell
) -> None:
    clerk.calls()
    holds(clerk, "5")
    office.clock.at -= timedelta(hours=1)
    clerk.waits(lambda: "ساعت این رایانه عقب است" in clerk.said)
    office.clock.at += timedelta(hours=1, minutes=6)
    clerk.waits(lambda: "ساعت این رایانه" not in clerk.said)
    clerk.waits(lambda: len(rows(clerk)) == 1)


def test_a_counter_that_is_taken_away_says_so_at_once(clerk: Clerk, office: Shell) -> None:
    clerk.gives()
    office.do("office", "counter", "1", "--remove")
    clerk.waits(lambda: clerk.state.removed)
    assert "برداشته شده" in clerk.window.desk.idle._title.text
    assert rows(clerk) == []
    clerk.hit("F2")
    assert "تعریف نشده" in clerk.said
    office.do("office", "counter", "1")
    clerk.waits(lambda: not clerk.state.removed)
    assert len(rows(clerk)) == 1
