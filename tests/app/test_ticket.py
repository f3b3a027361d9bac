from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from app.event import Event, micros
from app.events import request as about_requests
from app.events.paper import PaperPrinted
from app.events.ticket import (
    DeficiencyAnnounced,
    NoShowMarked,
    NoShowUndone,
    ReferralArranged,
    ServiceBegun,
    ServiceFinished,
    TicketCalled,
    TicketCleared,
    TicketHeld,
    TicketRecalled,
    TicketReturned,
    TicketTransferred,
    TokenRedeemed,
    Why,
)
from app.folds.ticket import FOLD, Ticket
from tests.app.desk import MORNING
from tests.app.made_up import ISSUED, VISIT, history, recorded

LATER = MORNING + timedelta(hours=1)
WHY = Why(rule="next", lane="service:s1", effective_at=MORNING, issued_at=MORNING)


def called(call: str, counter: str = "1") -> TicketCalled:
    return TicketCalled(call=call, counter=counter, why=WHY)


def returned(*calls: str) -> TicketReturned:
    return TicketReturned(calls=calls, effective_at=LATER, lane="service:s2")


def held(*calls: str) -> TicketHeld:
    return TicketHeld(calls=calls, until=LATER, lane="counter:1")


def transferred(*calls: str) -> TicketTransferred:
    return TicketTransferred(
        calls=calls,
        effective_at=LATER,
        lane="counter:2",
        service="s2",
        service_version=4,
        code="9",
        title="دیگر",
    )


def finished(*calls: str) -> ServiceFinished:
    return ServiceFinished(calls=calls, outcome="request")


SLIP = DeficiencyAnnounced(
    number="14050830-1-001",
    token="t1",
    applicant=None,
    service="s1",
    code="2",
    title="صدور مجوز",
    service_version=1,
    sheet="e1",
    missing=(),
    until=date(2026, 12, 5),
    counter="1",
)
BACK = TokenRedeemed(token="t1", ticket="later")
SENT = ReferralArranged(official="الف", unit="ب", reason="ج", counter="1")
BEGUN = ServiceBegun(call="c1")
NO_SHOW = NoShowMarked(calls=("c1",))
UNDONE = NoShowUndone(effective_at=LATER, lane="service:s2")


def after(*events: Event | None) -> Ticket:
    found = FOLD(history(ISSUED, *events))
    assert found is not None
    return found


def reasons(*events: Event | None) -> list[str]:
    return [conflict.reason for conflict in after(*events).conflicts]


# what happens


def test_who_took_a_number_waits() -> None:
    found = after()
    assert (found.state, found.label, found.lane) == ("waiting", "الف ۰۰۱", "service:s1")
    assert (found.calls, found.granted, found.counter, found.ended) == ((), (), "", "")


def test_who_is_called_is_called_to_one_counter_for_a_reason() -> None:
    found = after(called("c1"))
    assert (found.state, found.counter, found.call_ids) == ("called", "1", ("c1",))
    assert (found.granted, found.why) == (("c1",), WHY)


def test_who_is_called_again_by_the_same_counter_is_called_once_more() -> None:
    found = after(called("c1"), TicketRecalled(call="c1"), called("c2"))
    assert (found.recalls, found.call_ids, found.conflicts) == (1, ("c1", "c2"), ())


def test_who_came_is_served() -> None:
    found = after(called("c1"), BEGUN)
    assert found.state == "serving"
    assert found.calls[0].begun == recorded(BEGUN, 2)[0].at


def test_who_did_not_come_is_gone_until_they_come_after_all() -> None:
    gone = after(called("c1"), NO_SHOW)
    assert (gone.state, gone.calls) == ("no_show", ())
    assert gone.ended_at == recorded(NO_SHOW, 2)[0].at
    back = after(called("c1"), NO_SHOW, UNDONE)
    assert (back.state, back.effective_at, back.lane) == ("waiting", LATER, "service:s2")
    assert back.ended_at is None


def test_who_is_on_hold_waits_for_that_counter_until_then() -> None:
    found = after(called("c1"), BEGUN, held("c1"))
    assert (found.state, found.held_until, found.lane) == ("held", LATER, "counter:1")
    assert found.effective_at == MORNING, "at the old place"
    assert after(called("c1"), held("c1"), called("c2")).held_until is None


def test_who_is_sent_back_waits_as_was_decided() -> None:
    found = after(called("c1"), returned("c1"))
    assert (found.state, found.effective_at, found.lane) == ("waiting", LATER, "service:s2")
    assert after(called("c1"), held("c1"), returned()).state == "waiting"


def test_who_is_sent_elsewhere_waits_there_for_another_sub_service() -> None:
    found = after(called("c1"), transferred("c1"))
    assert (found.state, found.lane, found.service, found.code) == (
        "waiting",
        "counter:2",
        "s2",
        "9",
    )
    assert (found.title, found.service_version) == ("دیگر", 4)
    assert after(transferred()).lane == "counter:2", "while waiting too"


def test_who_was_served_has_left_with_an_outcome() -> None:
    found = after(called("c1"), BEGUN, finished("c1"))
    assert (found.state, found.outcome, found.calls) == ("finished", "request", ())
    assert found.counter == "1", "where it was"


def test_the_night_ends_the_wait() -> None:
    assert after(TicketCleared()).state == "cleared"
    found = after(called("c1"), held("c1"), TicketCleared(carried_to="t2"))
    assert (found.state, found.held_until) == ("cleared", None)


def test_two_pcs_may_end_the_same_night() -> None:
    found = after(TicketCleared(carried_to="t2"), TicketCleared())
    assert (found.state, found.conflicts) == ("cleared", ())
    assert found.ended_at == recorded(None, 1)[0].at


def test_a_slip_lets_in_once() -> None:
    told = after(called("c1"), SLIP)
    assert [(d.slip, d.redeemed, d.clerk) for d in told.deficiencies] == [(SLIP, "", "clerk")]
    used = after(called("c1"), SLIP, finished("c1"), BACK)
    assert [d.redeemed for d in used.deficiencies] == ["later"]
    assert used.conflicts == ()


def test_of_two_slips_the_one_that_was_shown_is_used() -> None:
    second = DeficiencyAnnounced(
        **{f: getattr(SLIP, f) for f in SLIP.__struct_fields__} | {"token": "t2"}
    )
    found = after(called("c1"), SLIP, second, TokenRedeemed(token="t2", ticket="x"))
    assert [d.redeemed for d in found.deficiencies] == ["", "x"]


def test_who_is_sent_to_a_unit_was_sent() -> None:
    assert after(called("c1"), SENT).referrals == (SENT,)


def test_a_visit_without_a_number_is_served_from_the_beginning() -> None:
    found = FOLD(history(VISIT))
    assert found is not None
    assert (found.state, found.label, found.how) == ("serving", "", "walk_in")
    assert (found.counter, found.call_ids, found.granted) == ("c1", ("c1",), ("c1",))


def test_papers_are_counted_by_kind_and_key() -> None:
    papers = [
        ("ticket", 1, ""),
        ("ticket", 2, ""),
        ("deficiency", 1, "n1"),
        ("deficiency", 3, "n2"),
    ]
    found = after(*(PaperPrinted(paper=p, copy=n, key=k) for p, n, k in papers))
    assert (found.copies("ticket"), found.copies("deficiency", "n1")) == (2, 1)
    assert (found.copies("deficiency", "n2"), found.copies("deficiency")) == (3, 0)


# what does not fit

MISFITS: list[tuple[str, tuple[Event | None, ...], str]] = [
    ("called after the end", (called("c1"), finished("c1"), called("c2")), "called_after_end"),
    ("called after a no-show", (called("c1"), NO_SHOW, called("c2")), "called_after_end"),
    ("called after the night", (TicketCleared(), called("c1")), "called_after_end"),
    ("the same call twice", (called("c1"), called("c1")), "called_twice"),
    ("an old call again", (called("c1"), returned("c1"), called("c1")), "called_twice"),
    ("two counters at once", (called("c1"), called("c2", "2")), "called_at_two_counters"),
    ("repeated without a call", (TicketRecalled(call="c1"),), "no_such_call"),
    ("repeated by another call", (called("c2"), TicketRecalled(call="c1")), "no_such_call"),
    ("begun by another call", (called("c2"), BEGUN), "no_such_call"),
    ("begun twice", (called("c1"), BEGUN, BEGUN), "no_such_call"),
    ("a no-show that was not called", (NO_SHOW,), "no_such_call"),
    ("a no-show of another call", (called("c2"), NO_SHOW), "no_such_call"),
    ("undone without a no-show", (UNDONE,), "not_a_no_show"),
    ("undone twice", (called("c1"), NO_SHOW, UNDONE, UNDONE), "not_a_no_show"),
    ("held by another call", (called("c1"), held("c9")), "no_such_call"),
    ("held without naming the call", (called("c1"), held()), "no_such_call"),
    ("held after the end", (called("c1"), finished("c1"), held("c1")), "already_ended"),
    ("sent back by another call", (called("c1"), returned("c9")), "no_such_call"),
    ("sent back after the end", (TicketCleared(), returned()), "already_ended"),
    ("sent elsewhere by another call", (called("c1"), transferred("c9")), "no_such_call"),
    ("sent elsewhere after the end", (TicketCleared(), transferred()), "already_ended"),
    ("finished without a call", (finished(),), "no_such_call"),
    ("finished by another call", (called("c1"), finished("c9")), "no_such_call"),
    ("finished twice", (called("c1"), finished("c1"), finished("c1")), "already_ended"),
    ("cleared while served", (called("c1"), TicketCleared()), "not_waiting"),
    (
        "cleared after it was finished",
        (called("c1"), finished("c1"), TicketCleared()),
        "not_waiting",
    ),
    ("a slip while waiting", (SLIP,), "not_being_served"),
    ("sent to a unit while waiting", (SENT,), "not_being_served"),
    ("a slip nobody wrote", (BACK,), "no_such_token"),
    ("a slip used twice", (called("c1"), SLIP, BACK, BACK), "token_used_twice"),
    ("issued twice", (ISSUED,), "not_of_this_kind"),
    ("a request's event", (about_requests.RequestVoided(reason="x"),), "not_of_this_kind"),
    ("an unknown kind", (None,), "unknown_kind"),
]


@pytest.mark.parametrize(
    ("events", "reason"), [m[1:] for m in MISFITS], ids=[m[0] for m in MISFITS]
)
def test_what_does_not_fit_is_shown_with_its_reason(
    events: tuple[Event | None, ...], reason: str
) -> None:
    assert reasons(*events) == [reason]


@pytest.mark.parametrize("events", [m[1] for m in MISFITS], ids=[m[0] for m in MISFITS])
def test_a_conflict_names_the_event_and_who_recorded_it(events: tuple[Event | None, ...]) -> None:
    last = recorded(events[-1], len(events))[0]
    conflict = after(*events).conflicts[-1]
    assert (conflict.event, conflict.kind, conflict.at, conflict.clerk) == (
        last.id,
        last.kind,
        last.at,
        "clerk",
    )


def test_served_at_two_counters_is_shown_twice() -> None:
    events = (called("c1"), called("c2", "2"), BEGUN, ServiceBegun(call="c2"))
    assert reasons(*events) == ["called_at_two_counters", "served_at_two_counters"]


# two counters, after a merge

BOTH = (called("c1"), called("c2", "2"))


@pytest.mark.parametrize("ends", [returned, held, transferred, finished])
def test_the_ticket_stays_with_the_counter_whose_call_is_left(ends: object) -> None:
    assert callable(ends)
    for mine, theirs, counter in (("c1", "c2", "2"), ("c2", "c1", "1")):
        left = after(*BOTH, ends(mine))
        assert (left.state, left.counter, left.call_ids) == ("called", counter, (theirs,))
        assert (left.lane, left.effective_at) == ("service:s1", MORNING)
        assert after(*BOTH, ends(mine), ends(theirs)).calls == ()


def test_a_ticket_waits_again_when_the_last_of_its_calls_is_returned() -> None:
    found = after(*BOTH, returned("c1"), returned("c2"))
    assert (found.state, found.effective_at) == ("waiting", LATER)


def test_two_calls_at_once_end_the_same_wait() -> None:
    found = after(*BOTH, returned("c2"), finished("c1"))
    assert [turn.since for turn in found.turns] == [found.issued_at, found.issued_at]


def test_not_coming_to_one_of_two_counters_is_not_the_end() -> None:
    found = after(*BOTH, NoShowMarked(calls=("c2",)))
    assert (found.state, found.counter) == ("called", "1")
    assert after(*BOTH, NoShowMarked(calls=("c1", "c2"))).state == "no_show"


def test_a_call_that_came_before_its_ticket_is_counted_after_it() -> None:
    facts = [recorded(called("c1"), 0), recorded(ISSUED, 1)]
    found = FOLD(facts)
    assert found is not None
    assert (found.state, found.conflicts) == ("called", ())


def test_without_its_opening_there_is_no_ticket() -> None:
    assert FOLD(history(called("c1"), None, BEGUN)) is None
    assert FOLD([]) is None


def test_a_ticket_never_counts_from_later_than_the_centre_received_it() -> None:
    opening, *rest = history(ISSUED, called("c1", "1"))
    line, issued = opening
    before = FOLD([opening, *rest])
    assert before is not None
    minute = 60_000_000
    for received, shift in ((micros(ISSUED.effective_at) - minute, 1), (line.at + minute, 0)):
        found = FOLD([(replace(line, received=received), issued), *rest])
        assert found is not None
        assert found.effective_at == before.effective_at - shift * timedelta(minutes=1)
        assert found.issued_at == before.issued_at


def test_the_credit_counts_from_the_receipt_too() -> None:
    (line, _), *_ = history(ISSUED)
    favoured = replace(ISSUED, credit=30, effective_at=ISSUED.effective_at - timedelta(minutes=30))
    received = micros(ISSUED.effective_at) - 60_000_000
    found = FOLD([(replace(line, received=received), favoured)])
    assert found is not None
    assert found.effective_at == ISSUED.effective_at - timedelta(minutes=31)
