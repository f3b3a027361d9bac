"""The whole set of calls by keys: here, back behind some, on and back, late, resting, and why."""

from datetime import timedelta

import pytest

from app.deeds.office import admit_clerk, open_counter, set_rules
from app.deeds.pause import pause_counter
from app.events.office import Rules
from app.folds.ticket import Ticket
from app.ports import Work
from tests.ui.counter.clerk import NOBODY, Clerk
from tests.ui.counter.conftest import Sits

LATIN = str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789")
REASON = "مادر نوزاد است"


def rules(clerk: Clerk, **said: int) -> None:
    """The office's settings, changed by somebody else."""
    clerk.does(lambda work: set_rules(work, Rules(**said)), by="201")  # type: ignore[arg-type]


def later(clerk: Clerk, minutes: int) -> None:
    """Time goes by."""
    clerk.clock.at += timedelta(minutes=minutes)


def crowd(clerk: Clerk, count: int) -> list[Ticket]:
    """So many take a number, a minute apart."""
    given = []
    for _ in range(count):
        later(clerk, 1)
        given.append(clerk.gives())
    return given


def resting(clerk: Clerk) -> bool:
    """Whether nobody is called here for a while."""
    return clerk.state.paused is not None


def digits(text: str) -> str:
    """With Latin digits."""
    return text.translate(LATIN)


# -- here, and back --------------------------------------------------------------------------------


def test_shift_f3_says_that_the_client_is_here_once(clerk: Clerk) -> None:
    given = clerk.calls()
    clerk.hit("Shift+F3")
    assert clerk.news()[-1] == "ServiceBegun"
    assert clerk.ticket(given).state == "serving"
    clerk.hit("Shift+F3")
    assert "حضور این مراجعه‌کننده ثبت شده است" in clerk.said
    assert "ServiceBegun" not in clerk.news()


def test_shift_f4_sends_back_behind_some(clerk: Clerk) -> None:
    first = clerk.calls()
    others = crowd(clerk, 3)
    clerk.hit("Shift+F4")
    clerk.type("3")
    clerk.rest()
    assert "چند نفر" in clerk.question
    clerk.type("2")
    clerk.hit("Enter")
    assert clerk.state.queue
    labels = [row.label for row in clerk.state.queue.rows]
    assert labels == [others[0].label, others[1].label, first.label, others[2].label]


def test_how_many_is_offered_by_the_offices_rule(clerk: Clerk) -> None:
    rules(clerk, return_after=1, hold_minutes=7)
    first = clerk.calls()
    others = crowd(clerk, 2)
    clerk.hit("Shift+F4")
    clerk.type("3")
    clerk.rest()
    clerk.waits(lambda: not clerk.window.asking.unread)
    clerk.hit("Enter")
    assert clerk.state.queue
    assert [row.label for row in clerk.state.queue.rows][1] == first.label
    clerk.hit("F2")
    assert clerk.visit.id == others[0].id
    clerk.hit("F11")
    clerk.waits(lambda: not clerk.window.asking.unread)
    clerk.hit("Enter")
    held = clerk.ticket(others[0]).held_until
    assert held is not None
    assert (held - clerk.clock.now()).total_seconds() == 7 * 60


def test_shift_f4_puts_somebody_first_for_a_reason_that_the_next_call_tells(clerk: Clerk) -> None:
    early = clerk.gives()
    late = clerk.gives()
    clerk.window.calling.choose(late.label)
    clerk.rest()
    clerk.type(REASON)
    clerk.hit("Enter", "Shift+F4")
    clerk.type("4")
    clerk.rest()
    clerk.hit("Enter")
    assert clerk.question, "a reason is needed"
    clerk.type(REASON)
    clerk.hit("Enter")
    assert clerk.free
    clerk.hit("F2")
    assert clerk.visit.id == late.id
    clerk.hit("Shift+F6")
    assert REASON in clerk.said
    assert early.id != late.id


# -- on, and back ----------------------------------------------------------------------------------


def test_shift_f11_sends_on_and_the_other_counter_sends_back(clerk: Clerk, sits: Sits) -> None:
    other = sits("2", code="102")
    given = clerk.calls()
    clerk.hit("Shift+F11")
    clerk.type("2")
    clerk.hit("Enter")
    clerk.type("2")
    clerk.rest()
    assert "بازمی‌گردد" in clerk.said
    other.waits(lambda: bool(other.state.queue and other.state.queue.waiting))
    other.hit("F2")
    assert other.visit.id == given.id
    other.hit("F12")
    assert other.free
    assert not other.question, "what came of it is asked where the visit ends"
    assert "بازمی‌گردد" in other.said
    clerk.waits(lambda: bool(clerk.state.queue and clerk.state.queue.waiting))
    assert clerk.state.queue
    assert clerk.state.queue.rows[0].mark == "return"
    clerk.hit("F2")
    assert clerk.visit.id == given.id


# -- late ------------------------------------------------------------------------------------------


def missed(clerk: Clerk, called: int) -> Ticket:
    """Somebody does not come, and so many others are called and served."""
    given = clerk.calls()
    crowd(clerk, called)
    clerk.hit("F4")
    for _ in range(called):
        later(clerk, 1)
        clerk.hit("F2", "F12")
        clerk.type("1")
        clerk.rest()
    clerk.waits(lambda: clerk.free)
    return given


def test_who_comes_late_within_the_rule_is_called_at_once_without_a_word(clerk: Clerk) -> None:
    given = missed(clerk, 2)
    clerk.type(given.label)
    clerk.hit("Enter")
    assert not clerk.question
    assert clerk.visit.id == given.id
    assert clerk.news()[-2:] == ["NoShowUndone", "TicketCalled"]


def test_who_comes_later_comes_back_for_a_reason(clerk: Clerk) -> None:
    rules(clerk, tolerance=1)
    given = missed(clerk, 2)
    clerk.window.calling.choose(given.label)
    clerk.rest()
    assert "2" in digits(clerk.question)
    clerk.hit("Enter")
    assert clerk.free
    clerk.type(REASON)
    clerk.hit("Enter")
    assert clerk.visit.id == given.id
    assert clerk.visit.why
    assert clerk.visit.why.reason == REASON


def test_while_the_counter_rests_who_comes_late_waits_at_the_old_place(clerk: Clerk) -> None:
    given = missed(clerk, 0)
    clerk.hit("Shift+F7")
    clerk.type("1")
    clerk.rest()
    clerk.window.calling.choose(given.label)
    clerk.rest()
    assert clerk.ticket(given).state == "waiting"
    assert "جای پیشین" in clerk.said or "صف" in clerk.said


# -- resting ---------------------------------------------------------------------------------------


def test_shift_f7_rests_the_counter_and_opens_it(clerk: Clerk) -> None:
    given = clerk.gives()
    clerk.hit("Shift+F7")
    clerk.type("1")
    clerk.rest()
    assert clerk.state.paused
    assert clerk.state.paused.reason == "نماز"
    assert clerk.focus is clerk.window.desk.idle._open
    clerk.hit("F2")
    assert "Shift+F7" in clerk.said
    assert "نماز" in clerk.said
    assert clerk.free
    clerk.hit("Shift+F2")
    assert not clerk.choosing
    later(clerk, 12)
    clerk.window.tick()
    assert "12" in digits(clerk.window.desk.idle._said.text)
    clerk.hit("Shift+F7")
    assert not resting(clerk)
    assert clerk.state.rested
    assert (clerk.state.rested.times, clerk.state.rested.seconds) == (1, 720)
    assert clerk.focus is clerk.window.desk.idle._call
    clerk.hit("F2")
    assert clerk.visit.id == given.id


def test_the_big_key_opens_a_counter_that_rests(clerk: Clerk) -> None:
    clerk.hit("Shift+F7")
    clerk.type("5")
    clerk.rest()
    clerk.type("بازرسی")
    clerk.hit("Enter")
    assert clerk.state.paused
    assert clerk.state.paused.reason == "بازرسی"
    clerk.hit("Enter")
    assert not resting(clerk)


def test_who_is_here_is_served_to_the_end_of_a_counter_that_rests(clerk: Clerk) -> None:
    given = clerk.calls()
    clerk.hit("Shift+F7")
    clerk.type("2")
    clerk.rest()
    assert digits(given.label)[-3:] in digits(clerk.said)
    clerk.hit("Shift+F3", "F2")
    assert "F12" in clerk.said
    clerk.hit("F12")
    clerk.type("1")
    clerk.rest()
    assert clerk.free
    assert clerk.state.paused


def test_who_waits_for_a_counter_that_rests_is_called_by_another(clerk: Clerk, sits: Sits) -> None:
    other = sits("2", code="102")
    given = clerk.calls()
    clerk.hit("F11", "Enter")
    clerk.hit("Shift+F7")
    clerk.type("1")
    clerk.rest()
    later(clerk, 16)
    other.window.counter.refresh()
    other.rest()
    other.hit("F2")
    assert other.visit.id == given.id


def test_a_counter_that_the_supervisor_rests_says_so(clerk: Clerk) -> None:
    clerk.does(lambda work: pause_counter(work, "1", "جلسه"), by="201")
    assert "جلسه" in clerk.window.desk.idle._title.text
    clerk.hit("Shift+F7")
    assert clerk.state.paused is None


# -- why -------------------------------------------------------------------------------------------


def test_shift_f6_tells_what_was_reckoned_with(clerk: Clerk) -> None:
    given = clerk.calls(priority="elderly")
    clerk.hit("Shift+F6")
    said = digits(clerk.said)
    for part in ("زودترین", "گرفتن شماره", "15 دقیقه", "ساعت ملاک", "صف «"):
        assert part in said, part
    assert given.title in clerk.said


def test_without_anybody_there_is_nothing_to_tell(clerk: Clerk) -> None:
    clerk.hit("Shift+F6", "Shift+F3")
    assert "کسی در این باجه نیست" in clerk.said
    clerk.hit("F5", "Enter", "Shift+F6")
    assert "از صف فراخوانده نشده" in clerk.said


@pytest.mark.parametrize("changed", ["skills", "services"])
def test_what_the_supervisor_changes_holds_at_the_next_call(clerk: Clerk, changed: str) -> None:
    first, second = clerk.gives("27"), clerk.gives("16")

    def change(work: Work) -> object:
        if changed == "skills":
            who = work.office.clerk("101")
            return admit_clerk(work, "101", who.name, who.role, (second.service,))
        return open_counter(work, "1", services=(second.service,))

    clerk.does(change, by="201")
    assert clerk.state.queue
    assert [row.label for row in clerk.state.queue.rows] == [second.label]
    clerk.hit("F2")
    assert clerk.visit.id == second.id
    clerk.hit("Shift+F6")
    assert second.title in clerk.said
    assert clerk.ticket(first).state == "waiting"


# -- requests in one turn --------------------------------------------------------------------------


def test_more_requests_than_the_rule_are_taken_for_a_reason(clerk: Clerk) -> None:
    rules(clerk, turn_requests=1)
    clerk.calls()
    clerk.registers()
    clerk.hit("Shift+F8")
    assert "1" in digits(clerk.question)
    clerk.hit("Enter")
    assert clerk.question
    clerk.type(REASON)
    clerk.hit("Enter")
    assert clerk.choosing
    clerk.type("16")
    clerk.hit("Enter", "F6", "F8")
    assert clerk.state.sheet.registered, clerk.said
    (first, second) = clerk.state.visit.requests if clerk.state.visit else ()
    assert (first.applicant.id, second.applicant.id) == (NOBODY[0], NOBODY[0])
    assert clerk.news().count("RequestRegistered") == 2


def test_a_rule_that_came_meanwhile_is_asked_about_when_it_is_registered(clerk: Clerk) -> None:
    clerk.calls()
    clerk.registers()
    clerk.hit("Shift+F8")
    clerk.type("16")
    clerk.hit("Enter", "F6")
    rules(clerk, turn_requests=1)
    clerk.hit("F8")
    assert clerk.question, clerk.said
    clerk.type(REASON)
    clerk.hit("Enter")
    assert clerk.state.sheet.registered, clerk.said
