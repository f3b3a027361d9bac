"""Two counters of two PCs serve one queue: the centre says who was first, or the paper does."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest

from app.deeds.ticket import issue
from app.events.ticket import TicketCalled
from app.folds.ticket import Ticket
from app.sync.talk import Unreachable
from app.sync.wire import Call, Reply, Request
from tests.ui.centre_here import CentreHere
from tests.ui.counter.conftest import Sits
from tests.ui.counter.seat import Seat
from tests.ui.shell import HandClock, Shell
from ui import bootstrap
from ui.bootstrap import lines, open_desk
from ui.counter.visit_lines import visit_lines
from ui.frame import store_thread, sync_thread
from ui.words import Words

SERVICE = "27"
Office = tuple[Seat, Seat]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody rests long between two tries."""
    monkeypatch.setattr(sync_thread, "POLL", 0.05)
    monkeypatch.setattr(sync_thread, "TURN", 0.05)
    monkeypatch.setattr(sync_thread, "FRESH", 0.0)
    monkeypatch.setattr(sync_thread, "wait_after", lambda *_: 0.02)
    monkeypatch.setattr(store_thread, "TROUBLE", 0.05)


@pytest.fixture
def centre(office: Shell, monkeypatch: pytest.MonkeyPatch) -> CentreHere:
    desk = open_desk(office.data, office.clock)
    made = CentreHere(desk.journal.office_id, office.clock)
    monkeypatch.setattr(lines, "line_to", made.line_to)
    desk.adopt(made.node(desk.journal.node, "1", series="الف"))
    desk.close()
    return made


@pytest.fixture
def seats(office: Shell, centre: CentreHere, sits: Sits) -> Iterator[list[Seat]]:
    """Those that were opened, closed at the end."""
    opened: list[Seat] = []
    yield opened
    for seat in opened:
        seat.close()


Sit = Callable[..., Seat]


@pytest.fixture
def sit(seats: list[Seat], sits: Sits) -> Sit:
    """Opens a counter with its link."""

    def sit(number: str = "1", folder: Path | None = None, *, linked: bool = True) -> Seat:
        seat = Seat(sits(number, folder=folder), linked=linked)
        seats.append(seat)
        if linked:
            seat.waits_for("reached")
        return seat

    return sit


@pytest.fixture
def first(sit: Sit, centre: CentreHere) -> Seat:
    """Counter 1, with all that was written at the centre."""
    seat = sit()
    centre.clock = HandClock(seat.clerk.clock.at + timedelta(minutes=1))
    return seat


@pytest.fixture
def both(first: Seat, sit: Sit, centre: CentreHere, tmp_path: Path) -> Office:
    """Counter 2 stands on a PC of its own, set up by its file."""
    folder = tmp_path / "second"
    bootstrap.join(folder, centre.node("5" * 32, "2"), first.clerk.clock)
    return first, sit("2", folder)


def gives(seat: Seat, count: int) -> list[Ticket]:
    """Numbers, known at the centre."""
    given = [seat.clerk.does(lambda work: issue(work, SERVICE)) for _ in range(count)]
    seat.clerk.waits(lambda: not seat.clerk.state.sync.unsent)
    return given


def knows(seat: Seat, count: int) -> None:
    """Until so many wait there."""

    def waiting() -> int:
        queue = seat.clerk.state.queue
        return queue.waiting if queue else 0

    seat.clerk.waits(lambda: waiting() == count)


def called(centre: CentreHere) -> list[str]:
    """The tickets that the centre has let be called, in their order."""
    return [
        fed.line.recorded.entity
        for fed in centre.model.feed
        if fed.line.recorded.kind == TicketCalled.__name__
    ]


def cut(*seats: Seat, centre: CentreHere, away: bool) -> None:
    """Pulls the cable, or puts it in again, and all these know of it: whoever else tries the centre
    meanwhile deems it away for a while, too.
    """
    centre.away = away
    for seat in seats:
        seat.link.wake()
        seat.waits_for("away" if away else "reached")


# -- online ----------------------------------------------------------------------------------------


def test_two_counters_never_call_the_same_client(both: Office, centre: CentreHere) -> None:
    tickets = gives(both[0], 6)
    knows(both[1], 6)
    served: list[str] = []
    for _ in range(3):
        for seat in both:
            seat.press("F2")
        for seat in both:
            seat.clerk.waits(lambda seat=seat: not seat.clerk.free)  # type: ignore[misc]
            served.append(seat.clerk.visit.id)
            assert not seat.clerk.state.asking
        for seat in both:
            seat.hit("F4")
            assert seat.clerk.free
    assert sorted(served) == sorted(ticket.id for ticket in tickets)
    assert sorted(called(centre)) == sorted(served)


def test_nobody_waiting_is_said(first: Seat) -> None:
    first.press("F2")
    first.clerk.waits(lambda: "کسی در صف این باجه نیست" in first.clerk.said)
    assert first.clerk.free


def test_a_chosen_one_is_called_through_the_centre(first: Seat, centre: CentreHere) -> None:
    given = gives(first, 2)
    first.hit("Shift+F2")
    first.type(given[1].label[-1])
    first.type("سالمند")
    first.clerk.waits(lambda: not first.clerk.free)
    assert first.clerk.visit.id == given[1].id
    assert called(centre) == [given[1].id]
    assert first.clerk.visit.why
    assert first.clerk.visit.why.reason == "سالمند"


def test_while_the_centre_is_silent_one_key_asks_once_and_the_others_work(
    first: Seat, centre: CentreHere
) -> None:
    given = gives(first, 2)
    with centre.gate:
        first.press("F2")
        first.press("F2")
        assert first.clerk.state.asking
        first.clerk.waits(lambda: first.clerk.state.asking == "long")
        assert "از مرکز پرسیده می‌شود" in first.clerk.said
        first.clerk.rest()
        for key in ("F2", "Shift+F2", "F5"):
            first.press(key)
            assert "از مرکز پرسیده می‌شود" in first.clerk.said
            assert not first.clerk.choosing
        first.hit("Ctrl+7")
        assert first.clerk.window.page is not first.clerk.window.desk
        first.hit("Esc")
        assert first.clerk.free
    first.clerk.waits(lambda: not first.clerk.free)
    first.clerk.rest()
    assert first.clerk.visit.id == given[0].id
    assert called(centre) == [given[0].id]
    assert not first.clerk.state.asking


def test_what_is_typed_ahead_lands_in_the_sheet(first: Seat, centre: CentreHere) -> None:
    gives(first, 1)
    with centre.gate:
        first.press("F2")
        first.clerk.type("2190764157")
    first.clerk.waits(lambda: not first.clerk.free)
    first.clerk.rest()
    assert first.clerk.state.sheet.code == "2190764157"


def test_before_anybody_has_asked_the_centre_nobody_is_called_without_it(
    first: Seat, sit: Sit, seats: list[Seat], centre: CentreHere
) -> None:
    gives(first, 1)
    seats.remove(first)
    first.close()
    again = sit(linked=False)
    again.press("F2")
    again.clerk.rest()
    assert again.clerk.free
    assert again.clerk.state.asking
    again.link.start()
    again.clerk.waits(lambda: not again.clerk.free)
    assert len(called(centre)) == 1


def test_a_clock_that_is_hours_ahead_of_the_centres_ends_nobodys_wait(
    first: Seat, centre: CentreHere
) -> None:
    given = gives(first, 3)
    first.clerk.clock.at += timedelta(hours=20)
    first.clerk.waits(lambda: first.clerk.state.sync.clock_wrong)
    number = first.clerk.does(lambda work: issue(work, SERVICE))
    assert number.day > given[0].day
    knows(first, 4)
    assert first.calls().id == given[0].id
    assert {first.clerk.ticket(one).state for one in given[1:]} == {"waiting"}


# -- the cable is pulled ---------------------------------------------------------------------------


def test_without_the_centre_the_paper_is_called_at_once(first: Seat, centre: CentreHere) -> None:
    given = gives(first, 3)
    cut(first, centre=centre, away=True)
    assert first.clerk.state.by_paper
    idle = first.clerk.window.desk.idle
    assert "از روی برگ" in idle._paper.text
    assert idle._paper.isVisible()
    first.hit("F2")
    assert "از روی برگ" in first.clerk.question
    first.type(given[2].label)
    assert first.clerk.visit.id == given[2].id
    assert first.clerk.visit.why
    assert first.clerk.visit.why.rule == "chosen"
    first.hit("F4")
    first.clerk.scan(f"BJ:T:{given[1].id}")
    assert first.clerk.visit.id == given[1].id
    first.hit("F4")
    first.hit("F2")
    first.type("پ ۹۹۹")
    assert "هنوز به این رایانه نرسیده است" in first.clerk.said
    cut(first, centre=centre, away=False)
    assert not idle._paper.isVisible()
    assert first.calls().id == given[0].id


def test_a_cable_that_nobody_noticed_leads_to_the_paper(first: Seat, centre: CentreHere) -> None:
    given = gives(first, 2)
    centre.away = True
    first.hit("F2")
    first.clerk.waits(lambda: bool(first.clerk.question))
    first.type(given[1].label)
    assert first.clerk.visit.id == given[1].id


def test_a_centre_that_never_answers_leads_to_the_paper(
    first: Seat, centre: CentreHere, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = gives(first, 2)
    first.clerk.window.calling.central._last.setInterval(200)
    with centre.gate:
        first.press("F2")
        first.clerk.waits(lambda: bool(first.clerk.question))
        assert not first.clerk.state.asking
        first.type(given[1].label)
        assert first.clerk.visit.id == given[1].id
    first.waits_for("reached")


def lose_the_answer(centre: CentreHere, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next call is granted, and the cable is pulled before the answer is back."""
    answer, pulled = centre.answer, Event()

    def lost(node: str, request: Request) -> Reply:
        reply = answer(node, request)
        if isinstance(request, Call) and request.candidates and not pulled.is_set():
            pulled.set()
            centre.away = True
            raise Unreachable
        return reply

    monkeypatch.setattr(centre, "answer", lost)


def test_a_grant_that_was_lost_comes_behind_whoever_is_here_by_paper(
    first: Seat, centre: CentreHere, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = gives(first, 3)
    lose_the_answer(centre, monkeypatch)
    first.hit("F2")
    first.clerk.waits(lambda: bool(first.clerk.question))
    first.type(given[1].label)
    assert first.clerk.visit.id == given[1].id
    cut(first, centre=centre, away=False)
    first.clerk.waits(lambda: bool(first.clerk.ticket(given[0]).calls))
    first.clerk.rest()
    assert first.clerk.visit.id == given[1].id
    first.hit("F4")
    first.clerk.waits(lambda: not first.clerk.free)
    assert first.clerk.visit.id == given[0].id


def test_a_program_that_died_shows_its_granted_call_again(
    first: Seat, sit: Sit, seats: list[Seat], centre: CentreHere, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = gives(first, 1)
    assert first.calls().id == given[0].id
    seats.remove(first)
    first.close()
    again = sit(linked=False)  # nothing was pulled
    assert again.clerk.visit.id == given[0].id


def test_a_program_that_died_before_its_answer_settles_its_call(
    first: Seat, sit: Sit, seats: list[Seat], centre: CentreHere, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = gives(first, 1)
    lose_the_answer(centre, monkeypatch)
    first.press("F2")
    first.clerk.waits(lambda: centre.away)
    seats.remove(first)
    first.close()
    centre.away = False
    again = sit()
    again.clerk.waits(lambda: not again.clerk.free)
    assert again.clerk.visit.id == given[0].id


def test_a_question_for_the_paper_goes_to_the_centre_once_it_is_back(
    both: Office, centre: CentreHere
) -> None:
    one, two = both
    given = gives(one, 3)
    knows(two, 3)
    cut(one, two, centre=centre, away=True)
    two.hit("F2")
    assert "از روی برگ" in two.clerk.question
    cut(one, two, centre=centre, away=False)
    assert one.calls().id == given[0].id
    two.clerk.waits(lambda: bool(two.clerk.ticket(given[0]).calls))
    two.type(given[0].label)
    two.clerk.waits(lambda: not two.clerk.state.asking)
    two.clerk.rest()
    assert two.clerk.free
    two.hit("F2")
    two.clerk.waits(lambda: not two.clerk.free)
    assert two.clerk.visit.id == given[1].id
    assert called(centre) == [given[0].id, given[1].id]


def test_who_is_asked_for_by_paper_and_by_the_key_at_once_comes_to_one_counter(
    both: Office, centre: CentreHere
) -> None:
    one, two = both
    given = gives(one, 3)
    knows(two, 3)
    cut(one, two, centre=centre, away=True)
    two.hit("F2")
    two.clerk.type(given[0].label)
    cut(one, two, centre=centre, away=False)
    two.turn_to()
    with centre.gate:
        two.clerk.press("Enter")
        one.press("F2")
    for seat in both:
        seat.clerk.waits(lambda seat=seat: not seat.clerk.state.asking)  # type: ignore[misc]
        seat.clerk.rest()
    assert len(one.clerk.ticket(given[0]).calls) == 1
    assert not one.clerk.free


def test_a_paper_that_the_centre_grants_does_not_say_that_it_was_away(
    first: Seat, centre: CentreHere
) -> None:
    given = gives(first, 2)
    cut(first, centre=centre, away=True)
    first.hit("F2")
    cut(first, centre=centre, away=False)
    first.type(given[1].label)
    first.clerk.waits(lambda: not first.clerk.free)
    assert called(centre) == [given[1].id]
    assert first.clerk.visit.why
    assert first.clerk.visit.why.reason == "از روی برگ نوبت"


def test_of_a_number_without_letters_the_one_that_waits_is_meant(
    first: Seat, centre: CentreHere
) -> None:
    given = gives(first, 3)
    cut(first, centre=centre, away=True)
    first.hit("F2")
    first.type("۲")
    assert first.clerk.visit.id == given[1].id
    first.hit("F4")
    first.hit("F2")
    first.type("abc")
    assert "شماره کامل یک نوبت نیست" in first.clerk.said
    first.hit("F2")
    first.type("77")
    assert "شماره کامل یک نوبت نیست" in first.clerk.said


# -- the end of the day ----------------------------------------------------------------------------


def test_the_desk_is_not_closed_without_a_word_of_other_pcs(
    both: Office, centre: CentreHere
) -> None:
    one, two = both
    gives(one, 1)
    knows(two, 1)
    served = two.calls()
    two.clerk.window.calling.begin()
    one.clerk.waits(lambda: one.clerk.ticket(served).state == "serving")
    one.hit("Ctrl+7", "F12")
    assert "رایانه" not in one.clerk.question
    one.hit("Esc", "F6", "F12")
    assert "آخرین ثبت رسیده از رایانه‌های دیگر" in one.clerk.question
    assert "رایانه" in one.clerk.question
    assert "همه باجه‌ها" in one.clerk.question


def test_what_is_unsent_and_whose_day_it_is_are_told_together(
    first: Seat, centre: CentreHere
) -> None:
    cut(first, centre=centre, away=True)
    first.clerk.does(lambda work: issue(work, SERVICE))
    first.clerk.rest()
    first.hit("Ctrl+7", "F12")
    assert "هنوز به مرکز ارسال نشده است" in first.clerk.question
    assert "باجه ۱ بسته شود" in first.clerk.question
    first.hit("Esc", "F6", "F12")
    assert "هنوز به مرکز ارسال نشده است" in first.clerk.question
    assert "همه باجه‌ها بسته شود" in first.clerk.question


# -- the merge -------------------------------------------------------------------------------------


def test_one_client_at_two_counters_is_listed_and_settled(both: Office, centre: CentreHere) -> None:
    one, two = both
    given = gives(one, 1)[0]
    knows(two, 1)
    cut(one, two, centre=centre, away=True)
    for seat in both:
        seat.hit("F2")
        seat.type(given.label)
        assert seat.clerk.visit.id == given.id
        seat.clerk.window.calling.begin()
        seat.clerk.rest()
    cut(one, two, centre=centre, away=False)
    one.clerk.waits(lambda: one.clerk.state.duties.conflicts_count > 0)
    for seat, other in ((one, "۲"), (two, "۱")):
        seat.clerk.waits(lambda seat=seat: len(seat.clerk.visit.calls) == 2)  # type: ignore[misc]
        said_of = visit_lines(seat.clerk.state, Words())
        assert said_of[0].why == f"این نوبت در باجه {other} هم فراخوانده شده است."
        assert said_of[0].text == f"در باجه {other} هم"
        assert seat.clerk.said == said_of[0].why
    one.hit("Ctrl+7", "F11")
    page = one.clerk.window.page
    assert page is not None
    one.clerk.waits(lambda: len(page.list.rows) > 0)  # type: ignore[attr-defined]
    said = [row.said() for row in page.list.rows]  # type: ignore[attr-defined]
    assert any("یک نوبت در دو باجه فراخوانده شده است" in text for text in said)
    assert all(given.label in text for text in said)
    one.hit("F8")
    one.clerk.hit("1")
    one.type("هر دو درست است")
    one.clerk.waits(lambda: "هنوز در باجه‌های" in one.clerk.said)
    while left := len(page.list.rows):  # type: ignore[attr-defined]
        one.hit("F8")
        one.clerk.hit("2")
        one.type("باجه ۲ پایان داد")
        one.clerk.waits(lambda left=left: len(page.list.rows) < left)  # type: ignore[misc, attr-defined]
    one.clerk.waits(lambda: one.clerk.state.duties.conflicts_count == 0)
    two.clerk.waits(lambda: two.clerk.state.duties.conflicts_count == 0)
    for seat in both:
        found = seat.clerk.ticket(given)
        assert len(found.conflicts) == len(found.settled) > 0
        assert found.open_conflicts == ()
        assert {settled.note for settled in found.settled} == {"باجه ۲ پایان داد"}
        assert seat.clerk.desk.verify().different == ()
