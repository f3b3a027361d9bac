"""Lists of work: what is late, due, soon, waiting; each row opens its request."""

from datetime import timedelta

import pytest

from app.deeds.answer import Draft, prepare_answer
from app.deeds.call import begin, call_next
from app.deeds.deficiency import announce_deficiency
from app.deeds.looking import the_request
from app.deeds.request import register
from app.deeds.step import hand_over, take_back
from app.deeds.ticket import issue
from app.events.ticket import Missing
from app.figures.promises import count_promises
from app.filling.log import log_paper
from app.folds.request import overdue
from app.local import day_of
from app.period import Period
from app.persian import format_date
from app.ports import Look, Work
from app.showing.day import day_shown
from app.showing.duties import duties
from app.showing.lists import LISTS, List, alarms, work_lists
from tests.app.opened import person
from tests.ui.supervisor.conftest import Sits
from tests.ui.supervisor.supervisor import Supervisor
from ui.frame.conflict_page import ConflictPage
from ui.frame.papers_page import PapersPage
from ui.frame.request_read_page import RequestReadPage
from ui.look.parts.row_paint import INSET, spread
from ui.supervisor.lists.page import ListsPage
from ui.supervisor.lists.rows import columns_of

SERVICE = "35"
ANSWER = Draft(
    grounds="ماده ۱",
    content="موافقت شد.",
    objection="ده روز",
    issuer_name="رضا",
    issuer_post="فرماندار",
    result="agreed",
)


def registers(supervisor: Supervisor, number: int = 1) -> str:
    return supervisor.does(
        lambda work: register(work, SERVICE, person(number), counter="1")
    ).tracking


def listed(supervisor: Supervisor) -> ListsPage:
    supervisor.hit("Ctrl+3")
    page = supervisor.page
    assert isinstance(page, ListsPage)
    return page


def counts(supervisor: Supervisor) -> dict[List, int]:
    told = supervisor.looks(work_lists)
    return {which: count for which, count in told.counts.items() if count}


def works(work: Work, tracking: str) -> None:
    """Every step of it."""
    hand_over(work, tracking)
    while take_back(work, tracking).current_step is not None:
        hand_over(work, tracking)


def slip(work: Work) -> None:
    """Somebody who lacks a paper leaves with a slip."""
    issue(work, SERVICE)
    entity = call_next(work, "1").id
    begin(work, entity)
    announce_deficiency(
        work, entity, [Missing(title="کارت ملی", form="original")], applicant=person(7)
    )


def test_a_promise_is_soon_then_due_then_late(supervisor: Supervisor) -> None:
    registers(supervisor)
    promised = supervisor.looks(work_lists).to_hand_over[0].promised
    days = (promised - supervisor.looks(work_lists).today).days
    told = []
    for ahead in (days, 2, 1, 1):
        told.append(counts(supervisor))
        supervisor.clock.at += timedelta(days=ahead - 1 if ahead == days else 1)
    assert "soon" not in told[0]
    assert "soon" in told[1]
    assert "today" in told[2]
    assert "late" in told[3]


@pytest.mark.parametrize("days", ["0", "31", "40"])
def test_days_ahead_that_are_not_from_1_to_30_are_refused_in_words(
    supervisor: Supervisor, days: str
) -> None:
    listed(supervisor)
    supervisor.hit("F5")
    supervisor.type(days)
    supervisor.hit("Enter")
    assert "۱ تا ۳۰" in supervisor.said
    assert supervisor.looks(work_lists).ahead == 3


def test_every_list_counts_what_it_shows_and_opens_it(supervisor: Supervisor) -> None:
    first, second, third = (registers(supervisor, number) for number in (1, 2, 3))
    supervisor.does(lambda work: works(work, second))
    supervisor.does(lambda work: works(work, third))
    supervisor.does(lambda work: prepare_answer(work, third, ANSWER))
    supervisor.does(slip)
    assert counts(supervisor) == {"to_hand_over": 1, "results_back": 1, "ready": 1}
    page = listed(supervisor)
    supervisor.waits(lambda: page.which == "to_hand_over")
    supervisor.hit("F5")
    supervisor.type("30")
    supervisor.hit("Enter")
    supervisor.waits(lambda: bool(page._lists and page._lists.ahead == 30))
    assert counts(supervisor)["slips"] == 1
    for digit, tracking in (("4", first), ("5", second), ("6", third)):
        supervisor.hit(digit)
        assert [row.key for row in page.table.rows] == [tracking]
        supervisor.hit("Enter")
        supervisor.waits(lambda: isinstance(supervisor.page, RequestReadPage))
        supervisor.hit("Esc")
        supervisor.waits(lambda: supervisor.page is page)
    supervisor.hit("7")
    assert len(page.table.rows) == 1
    supervisor.hit("Enter")
    assert supervisor.page is page


def test_what_is_ready_and_not_collected_is_late_nowhere(supervisor: Supervisor) -> None:
    ready, owed = registers(supervisor, 1), registers(supervisor, 2)
    supervisor.does(lambda work: works(work, ready))
    supervisor.does(lambda work: prepare_answer(work, ready, ANSWER))
    supervisor.clock.at += timedelta(days=30)

    def late(look: Look) -> tuple[int, ...]:
        today = day_of(look.at)
        period = Period(kind="range", first=today - timedelta(days=60), last=today)
        figures = count_promises(look, period, today, lambda _: None).whole
        return (
            work_lists(look).counts["late"],
            alarms(look).late,
            duties(look).late_count,
            log_paper(look, today).totals.overdue or 0,
            day_shown(look, today).totals.overdue or 0,
            figures.broken,
        )

    assert set(supervisor.looks(late)) == {1}
    shown = supervisor.looks(work_lists)
    assert [line.tracking for line in shown.late] == [owed]

    def is_late(look: Look, tracking: str) -> bool:
        found = the_request(look, tracking)
        return overdue(found.promised.date(), found.state, day_of(look.at))

    assert not supervisor.looks(lambda look: is_late(look, ready))
    assert supervisor.looks(lambda look: is_late(look, owed))


def test_a_request_is_handed_over_from_its_list(supervisor: Supervisor) -> None:
    tracking = registers(supervisor)
    page = listed(supervisor)
    supervisor.waits(lambda: page.which == "to_hand_over")
    assert supervisor.filled == "F6"
    supervisor.hit("F6")
    supervisor.type("12")
    supervisor.hit("Enter")
    supervisor.waits(lambda: not page.table.rows)
    assert counts(supervisor) == {}
    found = supervisor.looks(lambda look: the_request(look, tracking))
    assert (found.state, found.steps[0].letter) == ("in_work", "۱۲")


def test_the_rail_counts_what_is_late_on_every_page(supervisor: Supervisor) -> None:
    registers(supervisor)
    name = supervisor.window.rail.names["Ctrl+3"]
    assert not name.accessibleDescription()
    supervisor.clock.at += timedelta(days=30)
    registers(supervisor, 2)
    supervisor.waits(lambda: name.accessibleDescription() == "۱")


def test_what_is_settled_elsewhere_has_its_own_page(supervisor: Supervisor) -> None:
    page = listed(supervisor)
    for digit, kind in (("8", ConflictPage), ("9", PapersPage)):
        supervisor.hit(digit)
        assert isinstance(supervisor.page, kind)
        supervisor.hit("Esc")
        assert supervisor.window.page is page


def test_large_text_cuts_no_usual_name_of_an_applicant_and_no_head(sits: Sits) -> None:
    table = listed(sits(scale=1.5)).table
    theme = table.theme
    for which in LISTS:
        columns, heads = columns_of(which)
        rooms = [place.width() for place in spread(theme, columns, table.viewport().rect())]
        assert theme.width("open", "سید علی‌اکبر رمضانی‌پور") <= rooms[1], which
        wide = [theme.width("secondary", head) for head in heads]
        assert all(head <= room for head, room in zip(wide, rooms, strict=True)), which


def test_large_text_has_room_for_every_list(sits: Sits) -> None:
    page = listed(sits(scale=1.5))
    assert page.sizeHint().height() <= page.height()
    assert len(LISTS) == 9


def test_large_text_tells_applicant_and_sub_service_whole(sits: Sits) -> None:
    supervisor = sits(scale=1.5)
    registers(supervisor)
    page = listed(supervisor)
    supervisor.hit("4")
    (line,) = supervisor.looks(work_lists).to_hand_over
    what, when, below = page.table.rows[0].cells
    theme, wide = page.theme, page.table.width() - 2 * INSET
    assert what.text.endswith(line.name)
    assert below.text.startswith(line.title)
    assert format_date(line.promised) in when.text
    assert theme.width("open", what.text) + theme.width("secondary", when.text) < wide
    assert theme.width("secondary", line.title) < wide
