"""A sample office with a past: a hundred thousand requests, nearly all of them answered."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from app.deeds.ticket import issue
from app.events.request import AnswerDelivered, AnswerPrepared
from app.ids import new_id
from app.local import day_of
from db.work import Draft
from tests.bench.office import START, append, request_of, tracking
from ui.bootstrap import SystemClock, open_desk, set_up
from ui.sample import sample_plan

OPEN = 500
"""Requests that are still owed an answer."""


def large(folder: Path, count: int, waiting: int) -> None:
    """Makes it, with so many requests, and so many people in today's queue."""
    clock = SystemClock()
    set_up(folder, sample_plan(day_of(clock.now())), clock)
    desk = open_desk(folder, clock)
    with desk.journal.look() as look:
        services = tuple(look.services())
    append(desk.journal, _lives(services, count))
    for number in range(waiting):
        with desk.journal.work() as work:
            issue(work, str(number % 38 + 1))
    desk.close()


def _lives(services: tuple[str, ...], count: int) -> Iterator[Draft]:
    for number in range(count):
        at = START + timedelta(seconds=100 * number)
        entity, service = new_id(at), services[number % len(services)]
        yield Draft(entity=entity, event=request_of(service, number, at), at=at)
        if number < count - OPEN:
            day, later = day_of(at), at + timedelta(days=3)
            prepared = AnswerPrepared(
                day=day,
                number=f"{tracking(number)}/1",
                ordinal=1,
                grounds="grounds",
                content="content",
                objection="objection",
                issuer_name="name",
                issuer_post="post",
            )
            yield Draft(entity=entity, event=prepared, at=later)
            delivered = AnswerDelivered(
                day=day,
                answer="answer",
                number=prepared.number,
                receiver="applicant",
                receiver_name="name",
                receiver_id="id",
            )
            yield Draft(entity=entity, event=delivered, at=later)
