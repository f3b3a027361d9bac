from pathlib import Path
import pytest
from tests.ui.counter.test_central_calls import *  # noqa
from tests.ui.counter.test_central_calls import quick, centre, seats, cut, gives, knows
from tests.ui.counter.seat import Seat
from datetime import timedelta
from ui import bootstrap
from app.deeds.conflict import settle
from app.events.ticket import TicketCalled
from app.deeds.request import register

for _n in [n for n in dict(globals()) if n.startswith("test_")]: del globals()[_n]

@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_pics(scale, sits, centre, seats, tmp_path, office):
    S = f"{int(scale*100)}"
    tracking = office.register()
    one = Seat(sits("1", scale=scale)); seats.append(one); one.waits_for("reached")
    from tests.ui.shell import HandClock
    centre.clock = HandClock(one.clerk.clock.at + timedelta(minutes=1))
    folder = tmp_path / "second"
    bootstrap.join(folder, centre.node("5"*32, "2"), one.clerk.clock)
    two = Seat(sits("2", folder=folder, scale=scale)); seats.append(two); two.waits_for("reached")
    w = one.clerk.window; w.resize(1366, 728)
    given = gives(one, 3); knows(two, 3)
    with centre.gate:
        one.press("F2"); one.clerk.waits(lambda: one.clerk.state.asking == "long"); one.clerk.rest()
        w.grab().save(f"/tmp/pics5/asking{S}.png")
    one.clerk.waits(lambda: not one.clerk.free); one.hit("F4")
    one.clerk.window.counter.undoable("", "")
    one.hit("Ctrl+1")
    one.clerk.waits(lambda: not one.clerk.state.sync.unsent)
    knows(two, 2)
    cut(one, two, centre=centre, away=True)
    one.clerk.clock.at += timedelta(minutes=7)
    one.turn_to(); one.clerk.rest(); w._tick() if hasattr(w,'_tick') else None
    w.grab().save(f"/tmp/pics5/paper{S}.png")
    for seat in (one, two):
        seat.hit("F2")
        if seat is one:
            w.grab().save(f"/tmp/pics5/question{S}.png")
        seat.type(given[1].label)
        seat.clerk.window.calling.begin(); seat.clerk.rest()
    from app.deeds.step import hand_over
    for seat in (one, two):
        seat.clerk.does(lambda work: hand_over(work, tracking, letter="1405/12"))
    one.turn_to(); w.grab().save(f"/tmp/pics5/served{S}.png")
    cut(one, two, centre=centre, away=False)
    one.clerk.waits(lambda: one.clerk.state.duties.conflicts_count >= 3)
    one.turn_to()
    one.hit("Ctrl+7"); w.grab().save(f"/tmp/pics5/day{S}.png")
    one.hit("F11"); one.clerk.waits(lambda: len(w.page.list.rows) >= 3); one.clerk.qtbot.wait(100); w.grab().save(f"/tmp/pics5/conflicts{S}.png")
    one.hit("Down"); w.grab().save(f"/tmp/pics5/conflicts_b{S}.png")
    one.hit("F8"); w.grab().save(f"/tmp/pics5/settle{S}.png")
    one.clerk.hit("1"); w.grab().save(f"/tmp/pics5/note{S}.png")
    one.clerk.hit("Esc"); one.hit("Esc"); one.hit("Esc")
    one.hit("F4"); 
    if one.clerk.question: one.clerk.hit("Enter")
    two.hit("F4")
    if two.clerk.question: two.clerk.hit("Enter")
    one.turn_to(); one.clerk.rest(); w.grab().save(f"/tmp/pics5/idle{S}.png")
