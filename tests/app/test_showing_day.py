from datetime import timedelta

from app.deeds.ticket import issue
from app.events.office import NodePlaced, SeriesGiven
from app.folds import office
from app.ports import Outbox
from app.showing.day import PcHeard, closing_asked
from tests.app.desk import NODE, Desk
from tests.app.opened import PERMIT, opened


def elsewhere(desk: Desk, node: str, place: int) -> None:
    """A PC of the office that has given a number."""
    for event in (NodePlaced(node=node, place=place), SeriesGiven(node=node, series=node)):
        desk.do(lambda work, event=event: work.append(office.FOLD, work.office.id, event))  # type: ignore[misc]
    desk.node = node
    desk.do(issue, PERMIT)
    desk.node = NODE


def test_who_closes_the_desk_hears_since_when_nothing_came_from_others() -> None:
    desk = opened()
    desk.outbox = Outbox(enrolled=True, unsent=3)
    elsewhere(desk, "two", 2)
    last = desk.clock.now()
    desk.clock.move(minutes=40)
    elsewhere(desk, "three", 3)
    asked = desk.see(closing_asked, "")
    assert asked.others == (
        PcHeard(place=2, at=last),
        PcHeard(place=3, at=last + timedelta(minutes=40)),
    )
    assert asked.outbox.unsent == 3
    assert desk.see(closing_asked, "1").others == ()
    desk.clock.move(days=8)
    assert desk.see(closing_asked, "").others == ()


def test_a_pc_without_a_centre_has_no_others() -> None:
    desk = opened()
    elsewhere(desk, "two", 2)
    assert desk.see(closing_asked, "").others == ()
