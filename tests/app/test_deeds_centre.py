"""What a PC notes of its centre, and what that changes in its deeds."""

from datetime import timedelta

from app.deeds.centre import (
    acknowledge,
    note_clock,
    note_offset,
    note_standing,
    offset_of,
    standing_since,
)
from app.deeds.day import close_day
from app.deeds.founding import take_place
from app.deeds.ticket import issue
from app.ports import Alarm, Outbox
from app.showing.sync import SyncState, sync_state
from app.sync.node_file import Address, NodeFile
from tests.app.desk import MORNING, NODE, OFFICE, Desk
from tests.app.opened import PLAIN, SERIES, TODAY, opened

MINUTE = timedelta(minutes=1)
ENROLLED = Outbox(enrolled=True, unsent=2, oldest=MORNING)


def node(**parts: str) -> NodeFile:
    address = Address(hosts=("a",), database="b", role="c", password="d")
    said = {"office_name": "چالوس", "name": "1", "series": SERIES, **parts}
    return NodeFile(centre=address, office=OFFICE, node=NODE, **said)  # type: ignore[arg-type]


def test_a_ticket_waits_by_the_centres_clock() -> None:
    desk = opened()
    before = desk.do(issue, PLAIN)
    desk.do(note_offset, -7 * MINUTE)
    after = desk.do(issue, PLAIN)
    assert after.effective_at == before.effective_at - 7 * MINUTE
    assert after.issued_at == before.issued_at


def test_only_a_measurement_that_says_something_is_kept() -> None:
    desk = opened()
    assert desk.see(offset_of) == timedelta()
    desk.do(note_offset, MINUTE)
    desk.do(note_offset, MINUTE + timedelta(milliseconds=150))
    assert desk.see(offset_of) == MINUTE
    desk.do(note_offset, 2 * MINUTE)
    assert desk.see(offset_of) == 2 * MINUTE


def test_an_answer_on_its_way_contradicts_only_what_is_far_from_it() -> None:
    desk = opened()
    desk.do(note_clock, desk.clock.now() + MINUTE)
    assert desk.see(offset_of) == MINUTE
    desk.do(note_clock, desk.clock.now())
    assert desk.see(offset_of) == MINUTE
    desk.do(note_clock, desk.clock.now() - MINUTE)
    assert desk.see(offset_of) == -MINUTE


def test_a_standing_is_told_with_its_beginning() -> None:
    desk = opened()
    assert desk.see(standing_since) == ("away", None)
    desk.do(note_standing, "reached")
    began = desk.clock.now()
    desk.clock.move(minutes=5)
    desk.do(note_standing, "reached")
    assert desk.see(standing_since) == ("reached", began)
    desk.do(note_standing, "away")
    assert desk.see(standing_since) == ("away", desk.clock.now())


def test_how_things_stand_is_one_value() -> None:
    desk = opened()
    assert desk.see(sync_state) == SyncState()
    desk.outbox = ENROLLED
    desk.do(note_standing, "paused")
    desk.do(note_offset, 3 * MINUTE)
    state = desk.see(sync_state)
    assert (state.unsent, state.oldest, state.paused) == (2, MORNING, True)
    assert state.clock_wrong


def copied(when: str, *aside: str) -> Outbox:
    alarms = (Alarm(kind="another", which=when), *(Alarm(kind="aside", which=i) for i in aside))
    return Outbox(enrolled=True, alarms=alarms)


def test_alarms_stand_until_somebody_acknowledges_them_and_come_back_when_raised_anew() -> None:
    desk = opened()
    assert desk.refused(acknowledge).code == "no_alarm"
    desk.outbox = copied("1", "e1")
    state = desk.see(sync_state)
    assert (state.another, state.aside, state.seen) == (True, 1, None)
    said = desk.do(acknowledge)
    assert (said.clerk, said.at) == (desk.whose(acknowledge), desk.clock.now())
    state = desk.see(sync_state)
    assert (state.another, state.aside, state.seen) == (False, 0, said)
    assert desk.refused(acknowledge).code == "no_alarm"
    desk.outbox = copied("1", "e1", "e2")
    state = desk.see(sync_state)
    assert (state.another, state.aside) == (False, 1)
    desk.outbox = copied("2", "e1", "e2")
    assert desk.see(sync_state).another


def test_a_day_is_not_closed_silently_with_unsent_work() -> None:
    desk = opened()
    desk.outbox = ENROLLED
    refusal = desk.refused(close_day, TODAY)
    assert (refusal.code, refusal.facts) == ("day_unsent", {"n": 2, "oldest": MORNING})
    assert desk.do(close_day, TODAY, unsent=True).closed


def test_a_pc_that_joins_says_what_the_office_does_not_know_yet() -> None:
    desk = opened()
    stood = len(desk.facts)
    desk.do(take_place, node())
    assert len(desk.facts) == stood, "a PC that founded the office has said it all"
    desk.do(take_place, node(name="7", series="ژ"))
    assert "7" in desk.see(lambda look: look.office).counters
    desk.do(take_place, node(name="ورودی", role="kiosk", series="ژ"))
    office = desk.see(lambda look: look.office)
    assert office.kiosks == ("ورودی",)
    assert office.series[NODE] == "ژ"


def test_letters_of_another_pc_are_refused() -> None:
    desk: Desk = opened()
    desk.node = "e" * 32
    assert desk.refused(take_place, node()).code == "series_taken"
