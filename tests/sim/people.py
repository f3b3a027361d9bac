"""What people do at their PCs, whether the centre can be reached or not."""

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from app.applicant import Applicant
from app.deeds import answer, call, day, office, paper, request, step, ticket, visit
from app.event import Recorded, content_of, micros
from app.folds import request as requests
from app.folds import ticket as tickets
from app.ids import new_id
from app.refusal import Refusal
from db.sql.journal import EVENT
from db.work import StoreWork, row_of
from tests.db.office import ended
from tests.sim.pc import Pc
from tests.sim.words import UNKNOWN_TO_THE_OLD
from tests.sim.world import World

Act = Callable[[StoreWork], object]
Acts = Iterator[tuple[str, Act]]
"""With the kind of event that an old program could not write."""

DRAFT = answer.Draft(
    grounds="ماده ۱", content="موافقت", objection="یک ماه", issuer_name="رضا", issuer_post="کارشناس"
)
ODD_BODIES = (
    b'{"reason":"\\u0000"}',
    b'{"reason":"\\ud800"}',
    b"\xff\xfe{",
    b"",
    b'{"calls":["x"],"until":9' + b"0" * 400 + b"}",
    b'{"reason":"' + "ی".encode() * 20_000 + b'"}',
    b"[" * 5_000,
)
NIGHTS = ("clear", "keep")
ODD_KINDS = ("TicketHeld", "TicketReturned", "OfTomorrow", "RequestCorrected")


class People:
    """Clerks, clients and whoever stands at a kiosk."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._chance = world.chance

    def deed(self, pc: Pc) -> None:
        """Something that a person does at a PC."""
        acts = [
            act for kind, act in self._acts(pc) if not (pc.is_old and kind in UNKNOWN_TO_THE_OLD)
        ]
        if acts:
            self.commit(pc, self._chance.choice(acts))

    def commit(self, pc: Pc, act: Act) -> list[Recorded]:
        """Its events are on the disk, or a rule or the disk forbade it."""
        try:
            with pc.journal.work() as work:
                act(work)
                appended = [recorded for recorded, _ in work.appended]
        except Refusal:
            return []
        self._world.made.update((recorded.content, recorded) for recorded in appended)
        return appended

    def odd(self, pc: Pc) -> None:
        """Something is written that no program of today would write."""
        entities = self._some(pc, "SELECT id FROM ticket UNION ALL SELECT id FROM request")
        if entities:
            kind, body = self._chance.choice(ODD_KINDS), self._chance.choice(ODD_BODIES)
            self.commit(pc, lambda work: utter(work, entities, kind, body))

    def poisoned(self, pc: Pc) -> None:
        """The centre will never take what is done next."""
        before = len(self._world.made)
        self.deed(pc)
        fresh = list(self._world.made)[before:]
        self._world.poison.update(fresh)
        self._world.gone.update(fresh)

    # -- what there is to do ----------------------------------------------------------------------

    def _acts(self, pc: Pc) -> Acts:
        if pc.series:
            yield from [("TicketIssued", self._issue(pc))] * 3
        for counter in pc.counters:
            entity = pc.visit_at(counter)
            if entity:
                yield from self._serve(entity, counter)
            elif self._chance.random() < 0.15:
                yield from self._by_paper(pc, counter)
        if pc.counters and self._chance.random() < 0.5:
            yield from self._files(pc)

    def _issue(self, pc: Pc) -> Act:
        code = self._chance.choice("12")

        def issue(work: StoreWork) -> None:
            given = ticket.issue(work, code)
            if not pc.is_old:
                paper.print_paper(work, tickets.FOLD, given.id, "ticket")

        return issue

    def _serve(self, entity: str, counter: str) -> Acts:
        def register(work: StoreWork) -> None:
            who = Applicant(id=self._chance.choice(("0012345679", "")), name="سارا محمدی")
            made = request.register(work, "1", who, ticket=entity, counter=counter, repeated="باز")
            paper.print_paper(work, requests.FOLD, made.id, "receipt")

        yield "", lambda work: call.begin(work, entity, counter=counter)
        yield "PaperPrinted", register
        yield "", lambda work: ended(work, entity, counter)
        yield "", lambda work: ended(work, entity, counter)
        yield "", lambda work: ended(work, entity, counter)
        yield "", lambda work: call.no_show(work, entity, counter=counter)
        yield "", lambda work: visit.return_to_queue(work, entity)
        yield "TicketHeld", lambda work: visit.hold(work, entity, 1)
        yield "TicketTransferred", lambda work: visit.transfer(work, entity, service="2")

    def _by_paper(self, pc: Pc, counter: str) -> Acts:
        label = self._some(pc, "SELECT label FROM ticket WHERE state = 'waiting'")
        if label:
            yield "", lambda work: call.call_chosen(work, counter, label, "کاغذی")

    def _files(self, pc: Pc) -> Acts:
        number = self._some(pc, "SELECT tracking FROM request WHERE delivered_day IS NULL")
        if not number:
            return
        yield "", lambda work: step.hand_over(work, number)
        yield "StepDone", lambda work: step.take_back(work, number)
        yield "", lambda work: answer.prepare_answer(work, number, DRAFT)
        yield "", lambda work: answer.deliver(work, number, counter=pc.counters[0])
        yield "RequestCorrected", lambda work: request.correct(work, number, "نام", remarks="تازه")
        yield "", lambda work: request.withdraw(work, number, "منصرف شد")
        yield "", lambda work: day.close_day(work, work.at.date(), pc.counters[0], unsent=True)
        yield "", lambda work: office.open_counter(work, pc.counters[0], title=f"باجه {work.at}")
        night = self._chance.choice(NIGHTS)
        yield "", lambda work: office.set_rules(work, replace(work.office.rules, night=night))

    def _some(self, pc: Pc, sql: str) -> str:
        rows = pc.connection.execute(f"{sql} ORDER BY 1 LIMIT 20").fetchall()
        return str(self._chance.choice(rows)[0]) if rows else ""


def utter(work: StoreWork, entity: str, kind: str, body: bytes) -> None:
    """Writes a line of any kind and body at the head of the chain, as a newer program might."""
    event_id, at = new_id(work.at), micros(work.at)
    content = content_of(event_id, at, "", entity, kind, 1, body)
    recorded = work._chain._hung(event_id, at, "", entity, kind, 1, body, content)
    work.cursor.execute(EVENT.insert, row_of(recorded))
    work.appended.append((recorded, None))  # type: ignore[arg-type]  # nobody here can read it
    work.refold({entity: False})
