"""The counter: what it knows, and how that changes. It has no widgets and asks no questions."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal

from app.ports import Clock, Work
from app.refusal import Refusal
from app.showing.person import PersonFile
from app.showing.sync import SyncState
from ui.counter.half_done import HalfDone
from ui.counter.reading import (
    Papers,
    Reading,
    kind_of,
    papers_of,
    read_counter,
    read_person,
)
from ui.counter.state import Asking
from ui.frame.door import Door

T = TypeVar("T")

_UNDO = 10_000
"""Milliseconds in which the same key takes a no-show back (glossary, F4)."""


class Counter(HalfDone):
    """Reads the store into its state, and does the deeds of one counter.

    `arrived` is emitted when another visit, or none, has come to the counter; the window then puts
    the focus where the work begins.
    """

    arrived = Signal()
    too_late = Signal(str)
    """The no-show of that label is not taken back with the same key any more."""
    too_soon = Signal()
    """A deed was asked for while another is still being done."""

    def __init__(
        self, door: Door, number: str, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(door, number, parent)
        self.clock = clock
        self._doing = self._gone = False
        self._synced: SyncState | None = None
        self._undoing = QTimer(self, singleShot=True, interval=_UNDO)
        self._undoing.timeout.connect(self._too_late)
        door.happened.connect(self.refresh)
        door.failed.connect(self._failed)

    # -- reading ---------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Reads the store anew, for something has happened; only the newest answer counts. What a
        deed of this counter brings is read when it is done.
        """
        if not self._doing:
            self._read(awaited=False)

    def read_papers(self) -> None:
        """Reads how papers and printers stand; nothing else changes with them."""
        self.door.look(papers_of, self._take_papers, topic="papers of the counter")

    def begin(self, first: Reading | None) -> None:
        """Shows what was read while the window was being made; else reads."""
        if first is None:
            self.read()
        else:
            self._take(first)

    def read(self) -> None:
        """Reads it anew; what is typed meanwhile is meant for what comes."""
        self._read(awaited=True)

    def _read(self, *, awaited: bool) -> None:
        if self._gone:
            return
        number, clerk, sheet = self.state.number, self.door.clerk, self.state.sheet
        self.door.look(
            lambda look: read_counter(look, number, clerk, sheet),
            self._take,
            self._refused,
            topic="counter",
            awaited=awaited,
        )

    def now(self) -> datetime:
        """The PC's time."""
        return self.clock.now()

    def tick(self, now: datetime) -> None:
        """Reads it anew where time alone has changed it."""
        queue = self.state.queue
        if queue is not None and not self.state.removed and queue.until <= now:
            self.refresh()

    def _refused(self, refusal: Refusal) -> None:
        """A counter that is gone has no queue."""
        if refusal.code == "counter_unknown":
            queue = self.state.queue
            empty = replace(queue, waiting=0, longest=None, rows=(), held=()) if queue else None
            self._set(removed=True, queue=empty, paused=None, busy=False)
        else:
            self.door.refused.emit(refusal)

    def _take(self, reading: Reading) -> None:
        if self._doing or self._gone or self.state.asking == "asked":
            return  # what the deed, or the centre, brings is read after it
        before = self.state
        known = before.visit.ticket.id if before.visit else ""
        comes = reading.visit.ticket.id if reading.visit else ""
        other = comes != known or not before.loaded
        # Another window of this counter may have gone on with the same sheet.
        sheet = reading.sheet if other or not self._unsaved else before.sheet
        self._set(
            loaded=True,
            removed=False,
            at=reading.at,
            office=reading.office,
            clerk_name=reading.clerk_name,
            rules=reading.rules,
            paused=reading.paused,
            rested=reading.rested,
            queue=reading.queue,
            duties=reading.duties,
            visit=reading.visit,
            entry=reading.entry,
            promised=reading.promised,
            jobs=reading.papers.jobs,
            printers=reading.papers.printers,
            conditions=reading.papers.conditions,
            sync=self._synced or reading.sync,
            sheet=sheet,
            person=None if other else before.person,
            busy=False,
        )
        if other:
            self._look_up_again()
            self.arrived.emit()
        elif before.visit and reading.visit and before.visit.requests != reading.visit.requests:
            self._look_up_again()

    def _take_papers(self, papers: Papers) -> None:
        if not self._gone:
            self._set(jobs=papers.jobs, printers=papers.printers, conditions=papers.conditions)

    # -- doing -----------------------------------------------------------------------------------

    def do(
        self,
        deed: Callable[[Work], T],
        then: Callable[[T], None] | None = None,
        refused: Callable[[Refusal], None] | None = None,
    ) -> None:
        """A deed of this counter; afterwards the store is read anew. One at a time: a second one
        is `too_soon`.
        """
        if self._doing:
            self.too_soon.emit()
            return
        if self._keeping.isActive():
            self.keep()  # before a deed that takes the client away, or says what became of it
        self._doing = True
        self._set(busy=True)

        def done(value: T) -> None:
            self._doing = False
            self.read()
            if then:
                then(value)

        def undone(refusal: Refusal) -> None:
            self._doing = False
            self.read()
            (refused or self.door.refused.emit)(refusal)

        self.door.do(deed, done, undone)

    def _failed(self) -> None:
        """Who waits for a deed that was a bug waits in vain; what stands is read anew."""
        if self._doing:
            self._doing = False
            self.read()

    # -- the centre ------------------------------------------------------------------------------

    def hear(self, sync: SyncState) -> None:
        """How this PC and its centre stand now, as its own thread says; until that has found a
        centre, what stands in the store holds.
        """
        if sync.centre != "none":
            self._synced = sync
            self._set(sync=sync)

    def asks(self, asking: Asking) -> None:
        """The centre is being asked whom to call, or no more."""
        before = self.state.asking
        self.state = replace(self.state, asking=asking)
        if "long" in (before, asking):
            self.changed.emit()

    # -- who asks --------------------------------------------------------------------------------

    def identify(self, code: str, then: Callable[[PersonFile], None]) -> None:
        """A right code was entered: what the store knows of its bearer fills the sheet. Of who has
        none, whose code is empty, it knows nothing.
        """
        kind = kind_of(self.state.sheet.kind, code)
        self.edit(identified=code, identified_as=kind, kind=kind)
        self._set(busy=True)
        ticket = self.state.sheet.ticket

        def known(file: PersonFile) -> None:
            if (self.state.sheet.ticket, self.state.sheet.identified) == (ticket, code):
                self._know(file)
                self._fill(file)
                then(file)
            self._set(busy=self._doing)

        self._look_up(code, known)

    def _look_up(
        self, code: str, then: Callable[[PersonFile], None], topic: str = "person"
    ) -> None:
        kind, entry = self.state.sheet.kind, self.state.entry
        service = self.state.sheet.service or (entry.id if entry else "")
        self.door.look(
            lambda look: read_person(look, kind, code, service), then, topic=topic, awaited=True
        )

    def _know(self, file: PersonFile) -> None:
        self._set(person=file)

    def _fill(self, file: PersonFile) -> None:
        sheet, known = self.state.sheet, file.applicant
        if known is None or (sheet.name and not sheet.from_file):
            return
        self.edit(name=known.name, father=known.father, mobile=known.mobile, from_file=True)

    def _look_up_again(self) -> None:
        """After a restart, and when a request was registered or answered: what is known of the
        applicant is looked up; nothing typed is lost.
        """
        code = self.state.sheet.identified

        def known(file: PersonFile) -> None:
            if self.state.sheet.identified == code:
                self._know(file)

        if self.state.sheet.somebodys:
            self._look_up(code, known, topic="person again")

    # -- the rest --------------------------------------------------------------------------------

    def undoable(self, ticket: str, label: str) -> None:
        """A no-show that the same key takes back for a while; empty: no longer."""
        self._set(undoable=ticket, undoable_label=label)
        if ticket:
            self._undoing.start()
        else:
            self._undoing.stop()

    def _too_late(self) -> None:
        label = self.state.undoable_label
        self.undoable("", "")
        self.too_late.emit(label)

    def rest(self) -> None:
        """Keeps what is half done and counts no more time: the window goes, and what another one
        of this counter asks must not be answered to it.
        """
        self._undoing.stop()
        self._gone = True
        self.keep()
