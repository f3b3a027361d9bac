"""Joins the pages of the blank receipts and the store."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from app.applicant import Applicant, Representative
from app.deeds.applicant import applicant, representative
from app.deeds.pad import SHEETS, enter_sheet, prepare_pad, promised_on, void_sheet
from app.folds.request import Request
from app.handing.handing_out import hand_out
from app.order import in_order
from app.persian import parse_date, parse_time
from app.ports import Look, Work
from app.refusal import Refusal
from app.showing.pads import pads_shown
from app.showing.service import ServiceLine, services
from app.spooling.spool import Job
from ui.frame.ask import Ask
from ui.frame.live import Live
from ui.frame.pick import Pick, PickRow
from ui.frame.words import tr
from ui.supervisor.day.pads_page import PadsPage
from ui.supervisor.day.sheet_page import SheetPage, Written
from ui.supervisor.means import Means
from ui.words import shown

_GIVEN = ("electronic", "g2g")


class Pads:
    """What the pages of the blank receipts wish is carried out."""

    def __init__(self, means: Means) -> None:
        self._means = means
        self._page, self._sheet = PadsPage(means.theme), SheetPage(means.theme)
        self._live = Live(means.door, self._page, pads_shown, self._page.show_pads)
        self._tracking, self._service = "", ""
        self._page.new_wanted.connect(self.ask_pad)
        self._page.again_wanted.connect(self.print_again)
        self._page.void_wanted.connect(self.ask_void)
        self._page.enter_wanted.connect(self.enter)
        self._sheet.service_wanted.connect(self.ask_service)
        self._sheet.keep_wanted.connect(self.keep)
        self._sheet.dated.connect(self._promise)

    def open(self) -> None:
        """The list of sheets."""
        self._means.go(self._page)

    def ask_pad(self) -> None:
        """How many sheets; their numbers are set aside and printed in one transaction."""

        def make(typed: str) -> None:
            def act(work: Work) -> int:
                pad = prepare_pad(work, int(typed or SHEETS))
                hand_out(work, "pad", pad.sheets[0])
                return len(pad.sheets)

            self._means.door.do(
                act,
                lambda n: self._means.speaker.tell(
                    tr("{n} blank receipts go to the printer; their numbers are set aside.", n=n)
                ),
            )

        question = tr("How many blank receipts?")
        self._means.speaker.ask(Ask(question=question, kind="number", given=str(SHEETS)), make)

    def print_again(self, tracking: str) -> None:
        """What is left of the pad once more, marked as a copy."""

        def said(job: Job) -> None:
            self._means.speaker.tell(
                tr("What is left of the pad is printed, copy {n}.", n=job.copy)
            )

        self._means.door.do(lambda work: hand_out(work, "pad", tracking), said)

    def ask_void(self, tracking: str) -> None:
        """A sheet that is spoilt or lost; the reason is asked."""
        number = shown("tracking", tracking)
        question = tr("Why is receipt {number} void?", number=number)
        said = tr("Receipt {number} is void; the reason is on record.", number=number)
        self._means.speaker.ask(
            Ask(question=question, kind="text"),
            lambda reason: self._means.door.do(
                lambda work: void_sheet(work, tracking, reason),
                lambda _: self._means.speaker.tell(said),
            ),
        )

    # -- entering --------------------------------------------------------------------------------

    def enter(self, tracking: str) -> None:
        """Which sub-service was asked for, then what else stands on the sheet."""

        def read(look: Look) -> list[tuple[str, str]]:
            counters = in_order(look.office)
            return [(n, tr("Counter {n}", n=n)) for n in counters]

        def go(counters: Sequence[tuple[str, str]]) -> None:
            if tracking != self._tracking:
                self._service = ""
                self._sheet.show_service("")
            self._tracking = tracking
            self._sheet.show_sheet(tracking, counters)
            self._means.go(self._sheet)
            if not self._service:
                self.ask_service()

        self._means.door.look(read, go, awaited=True)

    def ask_service(self) -> None:
        """One of those that the desk takes requests for."""
        self._means.door.look(services, self._pick_service, awaited=True)

    def keep(self, written: Written, repeated: str = "") -> None:
        """Registers it under its own number."""
        service = self._service

        def refused(refusal: Refusal) -> None:
            if refusal.code != "duplicate_request":
                self._means.door.refused.emit(refusal)
                return
            question = tr(
                "Open since {date} with {tracking}. Why is it registered again?",
                date=refusal.facts.get("date"),
                tracking=refusal.facts.get("tracking"),
            )
            asked = Ask(question=question, kind="text")
            self._means.speaker.ask(asked, lambda reason: self.keep(written, reason))

        self._means.door.do(partial(_enter, written, service, repeated), self._kept, refused)

    def _kept(self, found: Request) -> None:
        self._sheet.forget()
        self._tracking, self._service = "", ""
        self._means.go(self._page)
        self._means.speaker.tell(
            tr(
                "Receipt {number} is entered; promised for {day}.",
                number=shown("tracking", found.tracking),
                day=found.promised.date(),
            )
        )

    def _pick_service(self, lines: Sequence[ServiceLine]) -> None:
        offered = [line for line in lines if line.channel not in _GIVEN and line.mode != 1]
        titles = {line.code: line.title for line in offered}
        rows = tuple(PickRow(id=line.code, first=line.code, text=line.title) for line in offered)

        def take(code: str) -> None:
            self._service = code
            self._sheet.show_service(titles[code])
            self._sheet.enter()
            self._promise(self._sheet.day.value())

        self._means.speaker.pick(Pick(title=tr("For which sub-service?"), rows=rows), take)

    def _promise(self, typed: str) -> None:
        """What would be promised; nothing while the date is half typed."""
        day, tracking, service = _day(typed), self._tracking, self._service
        if day is None or not service:
            self._sheet.show_promise(None)
            return

        def read(look: Look) -> date | None:
            try:
                return promised_on(look, tracking, service, day).date()
            except Refusal:
                return None

        self._means.door.look(read, self._sheet.show_promise, topic="promise")


def _enter(written: Written, service: str, repeated: str, work: Work) -> Request:
    """Refuses as `enter_sheet` does, and a wrong date or code."""
    return enter_sheet(
        work,
        written.tracking,
        service,
        _applicant(written),
        day=parse_date(written.day),
        at=parse_time(written.hour) if written.hour else None,
        counter=written.counter,
        representative=_representative(written),
        repeated=repeated,
        remarks=written.remarks,
    )


def _applicant(written: Written) -> Applicant:
    return applicant(
        written.kind,
        written.code,
        written.name,
        mobile_text=written.mobile,
        father=written.father,
    )


def _representative(written: Written) -> Representative | None:
    typed = (written.representative_id, written.representative_name, written.proxy)
    return representative(*typed) if any(typed) else None


def _day(typed: str) -> date | None:
    try:
        return parse_date(typed)
    except Refusal:
        return None
