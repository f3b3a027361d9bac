"""Appointments at a counter: shown day by day, made, cancelled, met."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from app.deeds.appointment import cancel_appointment, make_appointment
from app.deeds.looking import today
from app.deeds.meeting import meet_appointment
from app.deeds.spool import printers_of
from app.folds.appointment import Appointment
from app.folds.ticket import Ticket
from app.handing.handing_out import hand_out
from app.local import local
from app.persian import format_date, format_time, latin_date, parse_date
from app.ports import Look, Work
from app.refusal import Refusal
from app.showing.appointment import AppointmentLine, Appointments, appointments_of
from app.showing.service import ServiceLine, services
from app.week import parse_time
from ui.counter.appointment_form import AppointmentForm, Booked
from ui.counter.appointment_page import AppointmentPage
from ui.counter.choices import service_rows
from ui.counter.moving import Moving
from ui.counter.side_page import SidePage
from ui.frame.ask import Ask
from ui.frame.door import Door
from ui.frame.live import Live
from ui.frame.pick import Pick
from ui.frame.problems import Problems
from ui.frame.window import FrameWindow
from ui.frame.words import tr

Day = tuple[Appointments, date]
"""A day's appointments, and which day it is."""


class Booking(QObject):
    """Two pages and their deeds. `shuts` are keys of the window that do nothing on them."""

    def __init__(
        self,
        door: Door,
        window: FrameWindow,
        problems: Problems,
        shuts: frozenset[str] = SidePage.shuts,
    ) -> None:
        super().__init__()
        self._door, self._window, self._problems = door, window, problems
        self._day: date | None = None
        """None is today, also after midnight."""
        self._offered: tuple[ServiceLine, ...] = ()
        self.page = AppointmentPage(window.theme)
        self.form = AppointmentForm(window.theme)
        self.page.shuts = self.form.shuts = shuts
        self._moving = Moving(door, window, problems)
        self._live: Live[Day] = Live(door, self.page, self._read, self._show)
        self._join()

    def open(self) -> None:
        """Today's."""
        self._day = None
        if self._window.page is self.page:
            self._live.again()
        else:
            self._window.go(self.page)

    # -- how -------------------------------------------------------------------------------------

    def _join(self) -> None:
        page, form = self.page, self.form
        page.turned.connect(self._turn)
        page.other_wanted.connect(self._ask_day)
        page.new_wanted.connect(self._begin)
        page.met.connect(self._meet)
        page.cancel_wanted.connect(self._ask_why)
        page.move_wanted.connect(self._move)
        page.list_wanted.connect(self._print)
        form.service_wanted.connect(lambda: self._pick(self._offered, self.form.show_service))
        form.kept.connect(self._make)

    def _read(self, look: Look) -> Day:
        now = today(look)
        return appointments_of(look, self._day or now), now

    def _show(self, read: Day) -> None:
        self.page.show_appointments(*read)

    def _turn(self, day: date) -> None:
        self._day = day
        self._live.again()

    def _ask_day(self) -> None:
        given = format_date(self._day) if self._day else ""
        asked = Ask(question=tr("Which day?"), kind="text", given=given)
        self._window.ask(asked, self._turn_to)

    def _turn_to(self, typed: str) -> None:
        try:
            self._turn(parse_date(typed))
        except Refusal as refusal:
            self._problems.tell(refusal)

    # -- a new one -------------------------------------------------------------------------------

    def _begin(self, day: date) -> None:
        """The sub-service first: what it is for is what people say first."""

        def chosen(line: ServiceLine) -> None:
            self.form.open_day(day)
            self.form.show_service(line)
            self._window.go(self.form)

        self._door.look(services, lambda offered: self._pick(offered, chosen), awaited=True)

    def _pick(self, offered: tuple[ServiceLine, ...], then: Callable[[ServiceLine], None]) -> None:
        self._offered = tuple(line for line in offered if line.channel != "electronic")
        by_code = {line.code: line for line in self._offered}
        picked = Pick(
            title=tr("Sub-service of the appointment"),
            rows=service_rows(self._offered),
            hint=tr("Number or words"),
            empty=tr("Nothing was found."),
        )
        self._window.pick(picked, lambda code: then(by_code[code]))

    def _make(self, booked: Booked) -> None:
        try:
            day, hour = parse_date(booked.day), parse_time(booked.hour)
        except Refusal as refusal:
            self._problems.tell(refusal)
            return

        def make(work: Work) -> Appointment:
            return make_appointment(
                work,
                booked.service,
                day,
                hour,
                name=booked.name,
                holder=booked.holder,
                mobile_text=booked.mobile,
                note=booked.note,
            )

        self._door.do(make, self._made)

    def _made(self, made: Appointment) -> None:
        self.page.seek(made.said.appointment)
        self._turn(made.said.day)
        if self._window.page is not self.page:
            self._window.go(self.page)
        self._window.tell(
            tr(
                "Recorded for {day} at {time}. Tell them number {number}.",
                day=format_date(made.said.day),
                time=format_time(local(made.said.at)),
                number=made.said.number,
            )
        )

    # -- one of them -----------------------------------------------------------------------------

    def _meet(self, line: AppointmentLine) -> None:
        def meet(work: Work) -> Ticket:
            found = meet_appointment(work, line.id)
            if printers_of(work).any:
                hand_out(work, "ticket", found.id)
            return found

        self._door.do(meet, self._met)

    def _met(self, found: Ticket) -> None:
        since = format_time(found.effective_at)
        self._window.tell(
            tr("{label} waits; it counts from {time}.", label=found.label, time=since)
        )

    def _print(self, day: date) -> None:
        self._door.do(
            lambda work: hand_out(work, "appointments", latin_date(day)),
            lambda _: self._window.tell(tr("The list of appointments goes to the printer.")),
        )

    def _move(self, line: AppointmentLine) -> None:
        if self.page.day is not None:
            self._moving.begin(self.page.day, line, self._made)

    def _ask_why(self, line: AppointmentLine) -> None:
        question = tr("Why is the appointment of {name} cancelled?", name=line.name)
        day = self._day

        def cancel(work: Work, reason: str) -> Appointment:
            return cancel_appointment(work, day or today(work), line.id, reason)

        self._window.ask(
            Ask(question=question, kind="text"),
            lambda reason: self._door.do(
                lambda work: cancel(work, reason),
                lambda _: self._window.tell(tr("The appointment is cancelled.")),
            ),
        )
