"""A desk at which anything is tried at any moment: what must hold after every deed."""

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any, Concatenate, ParamSpec, TypeVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from app.deeds.answer import Draft, deliver, prepare_answer
from app.deeds.appointment import make_appointment
from app.deeds.call import begin, call_chosen, call_next, no_show, recall, undo_no_show
from app.deeds.catalogue import retire_sub_service
from app.deeds.day import close_day
from app.deeds.deficiency import announce_deficiency, missing_documents, refer
from app.deeds.meeting import meet_appointment
from app.deeds.office import close_counter, confirm_clock, open_counter
from app.deeds.pause import pause_counter, resume_counter
from app.deeds.request import correct, register, void, withdraw
from app.deeds.step import hand_over, take_back
from app.deeds.ticket import come_back, issue, issue_for_answer, receive_without_ticket
from app.deeds.visit import finish, hold, return_to_queue, transfer
from app.events.day import DayClosed
from app.events.office import ClockConfirmed, Rules
from app.events.ticket import TicketCalled, TicketIssued
from app.filling.log import log_paper
from app.folds import office
from app.folds.ticket import Ticket
from app.local import day_of, local
from app.order import lanes
from app.ports import Work
from app.refusal import Refusal
from tests.app.desk import OFFICE, Desk
from tests.app.opened import CATALOGUE, FORM, PERMIT, PHOTO, PLAIN, STAMP, opened, person
from tests.app.standing import ready

P = ParamSpec("P")
T = TypeVar("T")

CODES = st.sampled_from([sheet.code for sheet in CATALOGUE])
COUNTERS = st.sampled_from(["1", "1", "1", "2", "2", "3"])
NUMBERS = st.integers(0, 30)
REASONS = st.sampled_from(["", "دلیل"])
FLOW: list[Any] = [hand_over, take_back]
DRAFT = Draft(grounds="ماده", content="متن", objection="ده روز", issuer_name="ا", issuer_post="ر")


class Day(RuleBasedStateMachine):
    """Clients, clerks and clocks at two counters, and a third that is not there at first."""

    desk: Desk

    @initialize(night=st.sampled_from(["clear", "keep"]))
    def open_the_desk(self, night: Any) -> None:
        self.desk = opened(Rules(night=night))
        self.promises: dict[str, datetime] = {}
        self.answers: dict[str, str] = {}
        for code in (PERMIT, PLAIN, PERMIT, STAMP, PERMIT):
            self.takes_a_number(code, "", 0)
        for number, code in enumerate((PERMIT, STAMP)):
            self.registers(code, 7 + number, None, "1", "", photo=True)
        self.calls_the_next("2", "")

    def attempt(
        self, deed: Callable[Concatenate[Work, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T | None:
        """The deed, or nothing where a rule says no: then nothing is left behind."""
        stood = list(self.desk.facts)
        self.desk.clock.move(milliseconds=1)
        try:
            return self.desk.do(deed, *args, **kwargs)
        except Refusal:
            assert self.desk.facts == stood
            return None

    def a_ticket(self, number: int, *states: str) -> str:
        """Somebody's ticket, mostly one in such a state, the newest first."""
        every = self.desk.tickets()
        fit = [t for t in every if t.state in (states or ("called", "serving"))]
        found = fit if fit and number % 7 else every
        return found[-1 - number % len(found)].id if found else "nobody"

    def a_tracking(self, number: int, *states: str) -> str:
        """Somebody's request, mostly one in such a state."""
        every = self.desk.requests()
        fit = [r for r in every if r.state in states]
        found = fit if fit and number % 7 else every
        return found[number % len(found)].tracking if found else "1"

    # clients

    @rule(code=CODES, priority=st.sampled_from(["", "", "elder", "child"]), tap=st.integers(0, 20))
    def takes_a_number(self, code: str, priority: str, tap: int) -> None:
        name = str(tap) if tap > 15 else ""
        given = self.attempt(issue, code, priority=priority, tap=name)
        if given and name:
            assert self.attempt(issue, code, priority=priority, tap=name) == given

    @rule(minutes=st.integers(-20, 200), who=st.integers(1, 3))
    def comes_with_an_appointment(self, minutes: int, who: int) -> None:
        at = local(self.desk.clock.at) + timedelta(minutes=minutes)
        holder, hour = person(who), at.time().replace(microsecond=0)
        self.attempt(make_appointment, PLAIN, at.date(), hour, name=holder.name, holder=holder.id)
        self.attempt(meet_appointment, holder.id)

    @rule(number=NUMBERS)
    def comes_for_an_answer(self, number: int) -> None:
        self.attempt(issue_for_answer, self.a_tracking(number))

    @rule(number=NUMBERS)
    def comes_back_with_the_papers(self, number: int) -> None:
        slips = [slip for t in self.desk.tickets() for slip in t.deficiencies]
        token = slips[number % len(slips)].slip.token if slips else "x" * 40
        back = self.attempt(come_back, token)
        if back:
            assert self.attempt(come_back, token) is None, "one slip lets in once"

    # counters

    @rule(counter=COUNTERS, call=st.sampled_from(["", "", "k1", "k2", "k3"]))
    def calls_the_next(self, counter: str, call: str) -> None:
        before = len(self.desk.facts)
        called = self.attempt(call_next, counter, call=call)
        if called is None:
            return
        if call in self.answers:
            assert called.id == self.answers[call]
            assert len(self.desk.facts) == before
        else:
            self.nobody_was_passed_over(called, counter)
        if call:
            self.answers[call] = called.id

    def nobody_was_passed_over(self, called: Ticket, counter: str) -> None:
        with self.desk.work(self.desk.clerk) as work:
            mine = lanes(work.office, counter, work.clerk, work.services())
        waiting = [t for t in self.desk.tickets() if t.lane in mine]
        behind = [t for t in waiting if ready(t, self.desk.clock.at)]
        assert all(called.effective_at <= t.effective_at for t in behind)

    @rule(counter=COUNTERS, code=CODES, who=st.integers(1, 9))
    def serves_whoever_is_next(self, counter: str, code: str, who: int) -> None:
        called = self.attempt(call_next, counter)
        if called is None:
            return
        self.attempt(begin, called.id)
        made = self.attempt(register, code, person(who), ticket=called.id)
        if made:
            self.promises[made.id] = made.promised
        ended = self.attempt(finish, called.id, None if made else "guidance")
        assert ended
        if called.returns:
            assert (ended.state, ended.is_back) == ("waiting", True)
        else:
            assert ended.outcome == ("request" if made else "guidance")

    @rule(counter=COUNTERS, number=NUMBERS, reason=REASONS)
    def calls_a_chosen_one(self, counter: str, number: int, reason: str) -> None:
        chosen = self.a_ticket(number, "waiting", "held")
        label = self.desk.ticket(chosen).label if chosen != "nobody" else "الف ۰۰۱"
        self.attempt(call_chosen, counter, label, reason)

    @rule(deed=st.sampled_from([recall, begin, begin, no_show]), number=NUMBERS)
    def meets_the_client(self, deed: Any, number: int) -> None:
        self.attempt(deed, self.a_ticket(number))

    @rule(number=NUMBERS, reason=REASONS)
    def sees_somebody_late(self, number: int, reason: str) -> None:
        self.attempt(undo_no_show, self.a_ticket(number, "no_show"), reason=reason)

    @rule(number=NUMBERS, minutes=st.integers(0, 60))
    def parks_the_client(self, number: int, minutes: int) -> None:
        self.attempt(hold, self.a_ticket(number), minutes)

    @rule(
        number=NUMBERS,
        place=st.sampled_from(["kept", "end", "after", "front"]),
        after=st.integers(0, 3),
        reason=REASONS,
    )
    def sends_back_to_the_queue(self, number: int, place: Any, after: int, reason: str) -> None:
        chosen = self.a_ticket(number, "called", "held")
        self.attempt(return_to_queue, chosen, place=place, after=after, reason=reason)

    @rule(
        number=NUMBERS,
        service=CODES | st.just(""),
        counter=COUNTERS | st.just(""),
        returns=st.booleans(),
    )
    def sends_elsewhere(self, number: int, service: str, counter: str, *, returns: bool) -> None:
        chosen = self.a_ticket(number)
        self.attempt(transfer, chosen, service=service, counter=counter, returns=returns)

    @rule(counter=COUNTERS, reason=REASONS, rests=st.booleans())
    def rests_or_goes_on(self, counter: str, reason: str, *, rests: bool) -> None:
        if rests:
            self.attempt(pause_counter, counter, reason, resting=self.desk.clerk)
        else:
            self.attempt(resume_counter, counter)

    @rule(number=NUMBERS)
    def sends_to_another_clerk(self, number: int) -> None:
        self.attempt(transfer, self.a_ticket(number), clerk="12")

    @rule(code=CODES, counter=COUNTERS, how=st.sampled_from(["walk_in", "telephone"]))
    def serves_without_a_number(self, code: str, counter: str, how: Any) -> None:
        self.attempt(receive_without_ticket, code, counter=counter, how=how)

    @rule(number=NUMBERS, outcome=st.sampled_from([None, None, "guidance", "withdrawn"]))
    def ends_the_visit(self, number: int, outcome: Any) -> None:
        self.attempt(finish, self.a_ticket(number), outcome)

    @rule(number=NUMBERS, reason=REASONS)
    def tells_what_is_missing(self, number: int, reason: str) -> None:
        missing = self.desk.do(missing_documents, PERMIT, [FORM])
        self.attempt(announce_deficiency, self.a_ticket(number), missing, reason=reason)

    @rule(number=NUMBERS, reason=REASONS)
    def sends_to_a_unit(self, number: int, reason: str) -> None:
        self.attempt(refer, self.a_ticket(number), official="ب", unit="دفتر فنی", reason=reason)

    # requests

    @rule(
        code=st.sampled_from([PERMIT, PLAIN, STAMP]) | CODES,
        who=st.integers(1, 3),
        number=NUMBERS | st.none(),
        counter=COUNTERS | st.just(""),
        reason=REASONS,
        photo=st.booleans(),
    )
    def registers(
        self, code: str, who: int, number: int | None, counter: str, reason: str, *, photo: bool
    ) -> None:
        visit = "" if number is None else self.a_ticket(number)
        marks = None if photo or code != PERMIT else {PHOTO: False}
        made = self.attempt(
            register,
            code,
            person(who),
            documents=marks,
            counter=counter,
            ticket=visit,
            repeated=reason,
        )
        if made:
            self.promises[made.id] = made.promised

    @rule(deed=st.sampled_from(FLOW), number=NUMBERS)
    def works_on_it(self, deed: Any, number: int) -> None:
        self.attempt(deed, self.a_tracking(number, "registered", "in_work"))

    @rule(number=NUMBERS)
    def answers_it(self, number: int) -> None:
        self.attempt(prepare_answer, self.a_tracking(number, "registered", "result_back"), DRAFT)

    @rule(number=NUMBERS, counter=COUNTERS | st.just(""), receipt=st.booleans(), reason=REASONS)
    def gives_the_answer(self, number: int, counter: str, reason: str, *, receipt: bool) -> None:
        self.attempt(
            deliver,
            self.a_tracking(number, "answer_ready"),
            counter=counter,
            receipt=receipt,
            lost_reason=reason,
            identity_document=reason,
        )

    @rule(deed=st.sampled_from([withdraw, void]), number=st.integers(0, 200), reason=REASONS)
    def takes_it_back(self, deed: Any, number: int, reason: str) -> None:
        if number < 20:
            self.attempt(deed, self.a_tracking(number), reason)

    @rule(number=NUMBERS, who=st.integers(1, 3), reason=REASONS)
    def mends_it(self, number: int, who: int, reason: str) -> None:
        self.attempt(correct, self.a_tracking(number), reason, applicant=person(who))

    # the office and its clock

    @rule(minutes=st.sampled_from([0, 1, 1, 5, 30, 240, 1440, 4320]))
    def time_passes(self, minutes: int) -> None:
        self.desk.clock.move(minutes=minutes)

    @rule(minutes=st.sampled_from([1, 30, 1500]), reason=REASONS)
    def somebody_sets_the_clock_back(self, minutes: int, reason: str) -> None:
        self.desk.clock.move(minutes=-minutes)
        if reason:
            self.attempt(confirm_clock, reason)

    @rule(counter=COUNTERS, there=st.booleans())
    def changes_the_counters(self, counter: str, *, there: bool) -> None:
        self.attempt(open_counter if there else close_counter, counter)

    @rule(code=CODES, chance=st.integers(0, 9))
    def gives_up_a_sub_service(self, code: str, chance: int) -> None:
        if chance == 0:
            self.attempt(retire_sub_service, code, "دیگر ارائه نمی‌شود")

    @rule(counter=COUNTERS | st.just(""))
    def closes_the_day(self, counter: str) -> None:
        closing = day_of(self.desk.clock.at)
        closed = self.attempt(close_day, closing, counter)
        if closed:
            paper = self.desk.see(log_paper, closing, counter)
            said = next(e for e in reversed(self.desk.said()) if isinstance(e, DayClosed))
            counted = (paper.totals.requests, paper.totals.answers)
            assert (len(said.received), len(said.answered)) == counted
            assert len(paper.received) == len(said.received)

    # what must hold

    @invariant()
    def the_journals_time_goes_back_only_where_somebody_vouched_for_it(self) -> None:
        for (before, _), (line, event) in pairwise(self.desk.facts):
            assert line.at >= before.at or isinstance(event, ClockConfirmed)

    @invariant()
    def nobody_is_called_twice_at_once(self) -> None:
        calls = [call.counter for t in self.desk.tickets() for call in t.calls]
        assert max(Counter(calls).values(), default=0) <= 1
        assert all(len(t.calls) <= 1 for t in self.desk.tickets())

    @invariant()
    def one_desk_alone_has_no_conflicts(self) -> None:
        state = self.desk.state(office.FOLD, OFFICE)
        states = [state, *self.desk.tickets(), *self.desk.requests(), *self.desk.entries()]
        assert [s.conflicts for s in states if s and s.conflicts] == []

    @invariant()
    def each_number_was_given_once(self) -> None:
        labels = [(t.day, t.label) for t in self.desk.tickets() if t.label]
        trackings = [found.tracking for found in self.desk.requests()]
        answers = [a.said.number for r in self.desk.requests() for a in r.answers]
        for given in (labels, trackings, answers):
            assert len(set(given)) == len(given)

    @invariant()
    def the_day_of_a_series_never_goes_back(self) -> None:
        days: list[date] = [e.day for e in self.desk.said() if isinstance(e, TicketIssued)]
        assert days == sorted(days)

    @invariant()
    def who_has_left_is_called_never_again(self) -> None:
        left: set[str] = set()
        for line, event in self.desk.facts:
            if isinstance(event, TicketCalled):
                assert line.entity not in left
            if line.kind in ("ServiceFinished", "TicketCleared"):
                left.add(line.entity)

    @invariant()
    def a_promise_stands(self) -> None:
        found = {r.id: r.promised for r in self.desk.requests()}
        assert found == self.promises


TestDay = Day.TestCase
TestDay.settings = settings(max_examples=200, stateful_step_count=40)
