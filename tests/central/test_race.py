"""Sixteen counters, each on a connection of its own, call whom they can."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from app.sync.feed import Place
from app.sync.wire import Answered, Call, Candidate, Push, Pushed, Stale
from tests.central.author import Author, fed_place, pages
from tests.central.office import Centre, names

COUNTERS, TICKETS = 16, 300


def serve(centre: Centre, node: str) -> list[str]:
    """Calls until nobody waits; gives who came."""
    client, place = centre.client(node), Place()
    newest: dict[str, int] = {}
    called: list[str] = []
    for turn in range(10 * TICKETS):
        for page in pages(client, place):
            for fed in page.lines:
                recorded = fed.line.recorded
                newest[recorded.entity] = fed.number * (recorded.kind == "TicketIssued")
            place = fed_place(page) if page.lines else place
        waiting = [(ticket, number) for ticket, number in newest.items() if number][:20]
        if not waiting:
            break
        reply = client.ask(
            Call(
                place=place,
                call=f"{node[-8:]}{turn:024x}",
                clerk="",
                candidates=tuple(
                    Candidate(ticket=ticket, newest=number, version=1, body=b"{}")
                    for ticket, number in waiting
                ),
            )
        )
        assert isinstance(reply, Answered | Stale)
        if isinstance(reply, Answered):
            called.append(reply.ticket)
    return called


def test_sixteen_counters_never_call_the_same_ticket(centre: Centre) -> None:
    nodes = list(names(COUNTERS))
    for number, node in enumerate(nodes):
        centre.enrol(node, str(number))
    lines = Author(centre.office, nodes[0]).batch(TICKETS)
    client = centre.client(nodes[0])
    assert client.ask(Push(place=Place(), lines=lines)) == Pushed(seq=TICKETS)
    with ThreadPoolExecutor(COUNTERS) as pool:
        called = [ticket for each in pool.map(lambda n: serve(centre, n), nodes) for ticket in each]
    assert Counter(called) == Counter(line.recorded.entity for line in lines)
    assert centre.one("SELECT count(*) FROM bajeh.line WHERE kind = 'TicketCalled'") == TICKETS
    assert centre.one("SELECT max(feed) - count(*) FROM bajeh.line") == 0


def test_pushes_and_calls_of_all_leave_a_feed_without_a_hole(centre: Centre) -> None:
    nodes = list(names(8))
    for number, node in enumerate(nodes):
        centre.enrol(node, str(number))

    def push(node: str) -> None:
        client, author = centre.client(node), Author(centre.office, node)
        for _ in range(25):
            client.ask(Push(place=Place(), lines=author.batch(4)))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(push, nodes))
    *_, last = pages(centre.client(nodes[0]), Place())
    assert last.last == 8 * 25 * 4
    found = [fed for page in pages(centre.client(nodes[1]), Place(), 77) for fed in page.lines]
    assert [fed.number for fed in found] == list(range(1, last.last + 1))
