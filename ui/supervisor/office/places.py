"""Carries out what is wished for counters, PCs and kiosks."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from app.deeds.office import (
    close_counter,
    give_series,
    name_node,
    open_counter,
    place_kiosk,
    remove_kiosk,
    require_as_seen,
    require_as_shown,
)
from app.deeds.pause import pause_counter, resume_counter
from app.events.office import CounterOpened
from app.papers import LogTotals
from app.persian import clean, tidy
from app.ports import Look, Work
from app.refusal import Refusal
from app.showing.day import still_to_close
from app.showing.office import OfficeShown, ServiceName
from ui.frame.pick import Pick, PickRow
from ui.frame.words import tr
from ui.supervisor.kept_page import Values
from ui.supervisor.means import Means
from ui.supervisor.office.doing import Doing
from ui.supervisor.office.forms import counter_form, counter_values
from ui.supervisor.office.page import OfficePage
from ui.supervisor.office.serves_page import ServesPage

_DEPARTMENT = "department:"


class Places(Doing):
    """Counters, what they serve, PCs and kiosks."""

    def __init__(self, means: Means, page: OfficePage) -> None:
        super().__init__(means, page)
        said = tr("The counter is in force from now on.")
        self.form = self.joined(counter_form(means.theme), _keep, _now, said)
        self.serves = ServesPage(means.theme)
        self.serves.add_wanted.connect(self._add)
        self.serves.changed.connect(self._serve)

    @property
    def keys(self) -> Mapping[tuple[str, str], Callable[[str], object]]:
        """Of the first two tabs."""
        return {
            ("counters", "F2"): lambda _: self._open_form(""),
            ("counters", "F4"): self._open_form,
            ("counters", "F3"): self._close,
            ("counters", "F7"): self._pause,
            ("counters", "F8"): self._open_serves,
            ("pcs", "F2"): lambda _: self._new_kiosk(),
            ("pcs", "F3"): self._remove_kiosk,
            ("pcs", "F4"): self._name,
            ("pcs", "F6"): self._letters,
        }

    def show_office(self, shown: OfficeShown) -> None:
        """How things stand by now, for the page on top."""
        counter = self.serves.counter
        standing = shown.office.counters.get(counter.number) if counter else None
        if standing:
            self.serves.show_counter(standing, shown)

    # -- counters --------------------------------------------------------------------------------

    def _open_form(self, number: str) -> None:
        counter = self._counter(number)
        title = tr("Counter {n}", n=number) if counter else tr("A new counter")
        self.form.open_form(title, number, counter_values(counter), counter)
        self.form.close_field("number", closed=counter is not None)
        self.means.go(self.form)

    def _close(self, number: str) -> None:
        said = tr("Counter {n} is taken away.", n=number)
        self.means.door.look(
            lambda look: still_to_close(look, number),
            lambda foot: self.sure(
                _closing_question(number, foot), lambda work: close_counter(work, number), said
            ),
            awaited=True,
        )

    def _pause(self, number: str) -> None:
        shown = self.page.shown
        if shown and number in shown.office.paused:
            said = tr("Counter {n} serves again.", n=number)
            self.do(lambda work: resume_counter(work, number), said)
            return
        said = tr("Counter {n} is paused; F7 opens it again.", n=number)
        question = tr("Why is counter {n} paused (prayer, lunch, meeting, fault)?", n=number)
        self.ask(
            question,
            lambda why: self.do(lambda work: pause_counter(work, number, why), said),
        )

    def _open_serves(self, number: str) -> None:
        counter, shown = self._counter(number), self.page.shown
        if counter and shown:
            self.serves.show_counter(counter, shown)
            self.means.go(self.serves)

    def _add(self) -> None:
        others = self.serves.others
        picked = Pick(
            title=tr("Which sub-service shall it serve too?"),
            rows=(*map(_service_row, others), *_department_rows(others)),
        )

        def chosen(key: str) -> None:
            department = key.removeprefix(_DEPARTMENT) if key.startswith(_DEPARTMENT) else None
            more = [e.id for e in others if key == e.id or e.department == department]
            self._serve((*self.serves.served, *more))

        self.means.speaker.pick(picked, chosen)

    def _serve(self, services: Sequence[str]) -> None:
        seen = self.serves.counter
        if seen is None:
            return
        said = tr("What counter {n} serves holds from the next call on.", n=seen.number)
        if not services:
            said = tr("Counter {n} serves all sub-services now.", n=seen.number)

        def act(work: Work) -> object:
            require_as_shown(seen, work.office.counters.get(seen.number))
            return open_counter(work, seen.number, title=seen.title, services=tuple(services))

        self.do(act, said)

    def _counter(self, number: str) -> CounterOpened | None:
        shown = self.page.shown
        return shown.office.counters.get(number) if shown else None

    # -- PCs and kiosks --------------------------------------------------------------------------

    def _new_kiosk(self) -> None:
        said = tr("The kiosk is in the list; its own PC opens its window.")
        self.ask(
            tr("What is the kiosk called, such as the entrance?"),
            lambda name: self.do(lambda work: _place(work, name), said),
        )

    def _remove_kiosk(self, key: str) -> None:
        name = key.removeprefix("kiosk:")
        question = tr("Take the kiosk {name} away?", name=name)
        said = tr("The kiosk is taken away.")
        self.sure(question, lambda work: remove_kiosk(work, name), said)

    def _name(self, key: str) -> None:
        node, name = self._pc(key)
        self.ask(
            tr("What is this PC called?"),
            lambda typed: self.do(
                partial(_name_node, node=node, name=typed, seen=name), tr("The PC has its name.")
            ),
            given=name,
        )

    def _letters(self, key: str) -> None:
        node, _ = self._pc(key)
        shown = self.page.shown
        given = shown.office.series.get(node, "") if shown else ""
        self.ask(
            tr("Which letters shall its numbers have?"),
            lambda typed: self.do(
                partial(_give, node=node, series=typed, seen=given),
                tr("Its numbers have these letters from now on."),
            ),
            given=given,
        )

    def _pc(self, key: str) -> tuple[str, str]:
        node = key.removeprefix("pc:")
        shown = self.page.shown
        return node, shown.office.pcs.get(node, "") if shown else ""


def _closing_question(number: str, foot: LogTotals) -> str:
    """What goes, behind what of today nobody has closed yet."""
    question = tr("Take counter {n} away? Who waits for it alone goes to the queue.", n=number)
    if not (foot.requests or foot.answers):
        return question
    worked = tr(
        "Counter {n} has not closed today: {requests} requests, {answers} answers;"
        " its report stays and can be closed and printed.",
        n=number,
        requests=foot.requests,
        answers=foot.answers,
    )
    return f"{worked} {question}"


def _keep(work: Work, values: Values, based: CounterOpened | None) -> object:
    number, title = tidy(clean(values["number"])), values["title"]
    standing = work.office.counters.get(number)
    if based is None and standing:
        raise Refusal("counter_taken", counter=number)
    require_as_seen(based, standing)
    services = based.services if based else ()
    return open_counter(work, number, title=title, services=services)


def _now(look: Look, number: str) -> tuple[Values, Any] | None:
    counter = look.office.counters.get(number)
    return (counter_values(counter), counter) if counter else None


def _place(work: Work, name: str) -> object:
    if tidy(clean(name)) in work.office.kiosks:
        raise Refusal("kiosk_taken", name=name)
    return place_kiosk(work, name)


def _name_node(work: Work, *, node: str, name: str, seen: str) -> object:
    require_as_shown(seen, work.office.pcs.get(node, ""))
    return name_node(work, node, name)


def _give(work: Work, *, node: str, series: str, seen: str) -> object:
    require_as_shown(seen, work.office.series.get(node, ""))
    return give_series(work, node, series)


def _service_row(service: ServiceName) -> PickRow:
    return PickRow(
        id=service.id, first=service.code, text=service.title, trailing=service.department
    )


def _department_rows(services: Sequence[ServiceName]) -> list[PickRow]:
    names = dict.fromkeys(each.department for each in services if each.department)
    return [
        PickRow(
            id=f"{_DEPARTMENT}{name}", first="", text=tr("All of the department {name}", name=name)
        )
        for name in names
    ]
