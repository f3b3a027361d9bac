"""Lines that whoever holds a stolen counter PC writes in the name of others: who believes them?"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.sync.feed import Line, Place
from app.sync.talk import Rejected
from app.sync.wire import Call, Candidate, Forked, Heal, Healed, Push, Pushed, Stale
from db import seal
from db.central import admin
from tests.central.author import Author, end_of, pages
from tests.central.office import Centre
from tests.central.security_reader import READER, Reader
from tests.central.thief import HIS, OTHER, Neighbour, Thief

CALLED = "TicketCalled"
SILENT, WITNESS = "5a" * 16, "5b" * 16


@pytest.fixture
def reader(thief: Thief, tmp_path: Path) -> Iterator[Reader]:
    """A third PC of the office."""
    thief.centre.enrol(READER, "3")
    reader = Reader(tmp_path, thief.centre.office, thief.centre.client(READER))
    yield reader
    reader.journal.close()


@pytest.fixture
def honest(thief: Thief) -> Author:
    """The second PC; it has said what the office is called, and its key."""
    author = Author(thief.centre.office, OTHER)
    said = (
        author.line("OfficeDescribed", author.office, {"agency": "وزارت", "name": "میز"}),
        published(author, author),
    )
    push = Push(place=Place(), lines=author.signed(*said))
    assert thief.centre.client(OTHER).ask(push) == Pushed(seq=2)
    return author


def published(author: Author, owner: Author, node: str = "") -> Line:
    """A key made known as some PC's."""
    said = {"node": node or author.node, "key": owner.key_public}
    return author.line("SealPublished", author.office, said)


def forged(honest: Author) -> Author:
    """Goes on where the honest one stands, with a key of its own."""
    forger = Author(honest.office, honest.node)
    forger.seq, forger.link = honest.seq, honest.link
    forger._made = 500
    return forger


def push_all(thief: Thief, *lines: Line) -> None:
    """As the stolen PC itself."""
    client = thief.program()
    assert isinstance(client.ask(Push(place=end_of(client), lines=lines)), Pushed)


def push(thief: Thief, author: Author, lines: tuple[Line, ...]) -> object:
    """As that PC itself."""
    client = thief.centre.client(author.node)
    return client.ask(Push(place=end_of(client), lines=lines))


def all_lines(thief: Thief) -> list[Line]:
    """The whole feed."""
    return [fed.line for page in pages(thief.program(), Place()) for fed in page.lines]


def spoilt(line: Line) -> Line:
    """The same line with a signature that is nobody's."""
    return replace(line, signature=b"\1" * 64)


def restored(centre: Centre, length: int) -> None:
    """It holds no more than so many lines, as after a backup."""
    mark = centre.one("SELECT mark FROM bajeh.line WHERE feed = %s", length)
    centre.one("DELETE FROM bajeh.line WHERE feed > %s RETURNING 1", length)
    centre.one("UPDATE bajeh.office SET last = %s, mark = %s RETURNING 1", length, mark)
    centre.do(
        "UPDATE bajeh.chain c SET (last, link) = (SELECT l.seq, l.link FROM bajeh.line l"
        " WHERE l.node = c.node AND l.incarnation = c.incarnation ORDER BY l.seq DESC LIMIT 1)"
    )


def witness_of(thief: Thief, base: Path) -> Reader:
    """A fourth PC, which has read everything before something is lost."""
    thief.centre.enrol(WITNESS, "5")
    return Reader(base / "witness", thief.centre.office, thief.centre.client(WITNESS), WITNESS)


def heal_all(thief: Thief, *lines: Line) -> object:
    """As if the centre had lost them."""
    client = thief.program()
    return client.ask(Heal(place=end_of(client), lines=lines))


def test_lines_are_pushed_in_his_own_name_only(thief: Thief, neighbour: Neighbour) -> None:
    for author in (
        Author(thief.centre.office, OTHER),
        Author(neighbour.centre.office, neighbour.author.node),
        Author(thief.centre.office, thief.centre.office),
    ):
        with pytest.raises(Rejected) as rejected:
            push_all(thief, *author.batch(1))
        assert rejected.value.code == "BJ003"
    assert neighbour.lines_count() == 3


def test_whatever_office_his_lines_name_they_stand_in_his_own(
    thief: Thief, neighbour: Neighbour
) -> None:
    push_all(thief, *Author(neighbour.centre.office, HIS).batch(2))
    assert neighbour.lines_count() == 3
    query = "SELECT count(*) FROM bajeh.line WHERE office = %s AND node = %s"
    assert thief.centre.one(query, thief.centre.office, HIS) == 2


def test_what_he_brings_back_is_marked_as_his_and_doubted_by_every_pc(
    thief: Thief, honest: Author, reader: Reader
) -> None:
    lie = forged(honest).batch(1)
    assert heal_all(thief, *lie) == Healed(count=1)
    query = "SELECT healer FROM bajeh.line WHERE id = %s"
    assert thief.centre.one(query, lie[0].recorded.id) == HIS
    reader.read()
    assert not reader.believes(lie[0].recorded.id)


def test_whoever_was_forged_goes_on_in_a_new_incarnation_and_is_believed(
    thief: Thief, honest: Author, reader: Reader
) -> None:
    heal_all(thief, *forged(honest).batch(2))
    client = thief.centre.client(OTHER)
    said = honest.batch(1)
    assert client.ask(Push(place=end_of(client), lines=said)) == Forked(agreed=2)
    again = Author(honest.office, OTHER, "bb" * 16)
    again.key, again.key_public = honest.key, honest.key_public
    lines = again.batch(1)
    assert client.ask(Push(place=end_of(client), lines=lines)) == Pushed(seq=1)
    reader.read()
    assert reader.believes(lines[0].recorded.id)


def test_a_key_that_he_publishes_for_another_pc_is_not_its_key(
    thief: Thief, honest: Author, reader: Reader
) -> None:
    his, forger = Author(honest.office, HIS), forged(honest)
    push_all(thief, *his.signed(published(his, forger, node=OTHER)))
    office = reader.read()
    assert office.seals == {honest.key_public: OTHER}
    assert [conflict.reason for conflict in office.conflicts] == ["seal_of_another"]
    lie = forger.batch(1)
    heal_all(thief, *lie)
    reader.read()
    assert not reader.believes(lie[0].recorded.id)


def test_the_key_of_another_pc_does_not_become_his(
    thief: Thief, honest: Author, reader: Reader
) -> None:
    his = Author(honest.office, HIS)
    push_all(thief, *his.signed(published(his, honest)))
    true = honest.batch(1)
    heal_all(thief, *true)
    assert reader.read().seals == {honest.key_public: OTHER}
    assert reader.believes(true[0].recorded.id)


def test_of_a_pc_that_nobody_knows_nothing_is_taken(
    thief: Thief, honest: Author, reader: Reader
) -> None:
    ghost = Author(honest.office, "dd" * 16)
    lines = ghost.signed(published(ghost, ghost), ghost.line("TicketIssued", "t"))
    strangers = (ghost.node,)
    assert heal_all(thief, *lines) == Healed(count=0, strangers=strangers)
    mixed = (*lines[:1], *honest.batch(1))
    assert heal_all(thief, *mixed) == Healed(count=1, strangers=strangers)
    assert ghost.node not in {line.recorded.node for line in all_lines(thief)}
    reader.read()
    assert not reader.knows(lines[1].recorded.id)


def test_a_revoked_pcs_lost_lines_are_brought_back(
    thief: Thief, honest: Author, reader: Reader
) -> None:
    said = honest.batch(2)
    admin.revoke(thief.centre.dsn, OTHER)
    assert heal_all(thief, *said) == Healed(count=2)
    reader.read()
    assert reader.knows(said[0].recorded.id)
    assert reader.believes(said[0].recorded.id)


def test_of_a_pc_that_has_said_nothing_yet_he_brings_lines_and_they_are_marked_as_his(
    thief: Thief, honest: Author, reader: Reader
) -> None:
    thief.centre.enrol(SILENT, "4")
    silent = Author(honest.office, SILENT)
    lines = silent.signed(published(silent, silent), silent.line("TicketIssued", "t"))
    assert heal_all(thief, *lines) == Healed(count=2)
    reader.read()
    assert reader.believes(lines[1].recorded.id)
    healers = {fed.healer for page in pages(thief.program(), Place()) for fed in page.lines[2:]}
    assert healers == {HIS}


def test_whoever_has_a_line_believes_it_and_vouches_for_it_whatever_he_makes_of_it(
    thief: Thief, honest: Author, reader: Reader, tmp_path: Path
) -> None:
    witness = witness_of(thief, tmp_path)
    said = honest.batch(3)
    assert push(thief, honest, said) == Pushed(seq=5)
    witness.read()
    restored(thief.centre, 2)
    for line in said:
        assert heal_all(thief, spoilt(line)) == Healed(count=1)
    reader.read()
    assert not any(reader.believes(line.recorded.id) for line in said)
    witness.synchronise()
    assert all(witness.believes(line.recorded.id) for line in said)
    assert witness.replica.clean()
    reader.read()
    assert all(reader.believes(line.recorded.id) for line in said)
    assert [reader.counted(line.recorded.id) for line in said] == [3, 4, 5]
    witness.journal.close()


def test_a_lie_before_true_lines_is_not_covered_by_their_signature(
    thief: Thief, honest: Author, reader: Reader
) -> None:
    lie, true = forged(honest).batch(1), honest.batch(2)
    unsigned = replace(lie[0], signature=b"")
    assert heal_all(thief, unsigned, *true) == Healed(count=3)
    reader.read()
    assert not reader.believes(lie[0].recorded.id)
    assert all(reader.believes(line.recorded.id) for line in true)


def test_of_the_office_he_brings_calls_alone_and_they_are_marked_as_his(thief: Thief) -> None:
    office = Author(thief.centre.office, thief.centre.office, "00" * 16)
    line = office.line(CALLED, "t" * 32, {"counter": "1"})
    call = replace(line, recorded=replace(line.recorded, link=line.recorded.content))
    assert heal_all(thief, call) == Healed(count=1)
    assert thief.centre.one("SELECT healer FROM bajeh.line WHERE kind = 'TicketCalled'") == HIS
    with pytest.raises(Rejected) as rejected:
        heal_all(thief, *office.batch(1, "ClerkAdmitted"))
    assert rejected.value.code == "BJ005"


def test_tickets_of_another_office_and_made_up_ones_are_not_called(
    thief: Thief, neighbour: Neighbour
) -> None:
    client = thief.program()
    theirs = neighbour.lines[0].recorded.entity
    candidates = tuple(
        Candidate(ticket=theirs, newest=newest, version=1, body=b"{}") for newest in (0, 1, 3)
    )
    call = Call(place=Place(), call="c" * 32, clerk="", candidates=candidates)
    assert client.ask(call) == Stale()
    nothing = "SELECT reply FROM bajeh.call_v1(0, sha256('bajeh-feed-1'), 'x', '', %s, %s, %s, %s)"
    assert thief.gets(nothing, ["ghost"], [None], [1], [b"{}"]) == "stale"
    assert neighbour.lines_count() == 3


def test_a_key_given_to_the_centre_is_not_changed(thief: Thief) -> None:
    client = thief.program()
    client.introduce(seal.public(seal.new_key()), 1)
    with pytest.raises(Rejected) as rejected:
        client.introduce(seal.public(seal.new_key()), 1)
    assert rejected.value.code == "BJ006"
