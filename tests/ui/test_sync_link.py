"""This PC and its centre become the same by themselves, whatever windows and cables do."""

import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import TypeVar

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from app.deeds.centre import resume_calls
from app.deeds.ticket import issue
from app.event import micros
from app.folds import ticket
from app.ids import new_id
from app.ports import Work
from app.refusal import Refusal
from app.showing.sync import SyncState
from app.sync.calling import Outcome
from app.sync.node_file import NodeFile
from app.sync.replica import Asked, Replica
from tests.ui.centre_here import CentreHere, LineHere
from tests.ui.shell import HandClock, Shell
from ui import bootstrap
from ui.bootstrap import Desk, lines, open_desk
from ui.frame import store_thread, sync_thread
from ui.frame.sync_link import SyncLink
from ui.frame.sync_thread import SyncThread

T = TypeVar("T")
SERVICE = "16"


class Pc:
    """A data folder that belongs to the centre, and a window's link beside it."""

    def __init__(self, folder: Path, clock: HandClock, qtbot: QtBot) -> None:
        self.folder, self.clock, self._bot = folder, clock, qtbot
        self.desk = open_desk(folder, clock)
        self.links: list[SyncLink] = []
        self.told: list[SyncState] = []
        self.threads: set[int] = set()

    def link(self, counter: str = "") -> SyncLink:
        link = SyncLink(lambda: open_desk(self.folder, self.clock), counter=counter)
        link.changed.connect(self._hear)
        self.links.append(link)
        link.start()
        return link

    def _hear(self, state: SyncState) -> None:
        self.told.append(state)
        self.threads.add(threading.get_ident())

    def do(self, deed: Callable[[Work], T]) -> T:
        with self.desk.journal.work() as work:
            done = deed(work)
        for link in self.links:
            link.wake()
        return done

    def issue(self) -> str:
        return self.do(lambda work: issue(work, SERVICE)).id

    def waits(self, holds: Callable[[SyncState], bool]) -> SyncState:
        self._bot.waitUntil(lambda: bool(self.told) and holds(self.told[-1]))
        return self.told[-1]

    def settles(self) -> None:
        """What the centre has is what this disk has; also where the last telling is of before."""

        def settled() -> bool:
            with self.desk.journal.look() as look:
                left = look.outbox().unsent
            return not left and self.told[-1].centre == "reached" and not self.told[-1].unsent

        self._bot.waitUntil(lambda: bool(self.told) and settled())

    def called(self, link: SyncLink, counter: str = "1") -> Outcome | Refusal | None:
        came: list[Outcome | Refusal | None] = []
        asked = Asked(call=new_id(self.clock.now()), counter=counter, clerk="")
        link.call(asked, came.append, came.append)
        self._bot.waitUntil(lambda: bool(came))
        return came[0]

    def close(self) -> None:
        for link in self.links:
            link.stop()
        self.desk.close()


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody rests long between two tries."""
    monkeypatch.setattr(sync_thread, "POLL", 0.05)
    monkeypatch.setattr(sync_thread, "TURN", 0.05)
    monkeypatch.setattr(sync_thread, "FRESH", 0.0)
    monkeypatch.setattr(sync_thread, "SHUT_OUT", 0.05)
    monkeypatch.setattr(sync_thread, "wait_after", lambda *_: 0.02)
    monkeypatch.setattr(store_thread, "TROUBLE", 0.05)


@pytest.fixture
def centre(office: Shell, monkeypatch: pytest.MonkeyPatch) -> CentreHere:
    with closing(open_desk(office.data, office.clock)) as desk:
        made = CentreHere(desk.journal.office_id, office.clock)
        monkeypatch.setattr(lines, "line_to", made.line_to)
        desk.adopt(made.node(desk.journal.node, "1", series="الف"))
    return made


@pytest.fixture
def pc(office: Shell, centre: CentreHere, qtbot: QtBot) -> Iterator[Pc]:
    made = Pc(office.data, office.clock, qtbot)
    yield made
    made.close()
    assert [each.name for each in threading.enumerate() if each.name == "sync"] == []


@pytest.fixture
def second(tmp_path: Path, pc: Pc, centre: CentreHere, qtbot: QtBot) -> Iterator[Pc]:
    """A kiosk, set up by a file."""
    pc.link()
    pc.settles()
    file = centre.node("5" * 32, "سالن", "kiosk", "ب")
    bootstrap.join(tmp_path / "kiosk", file, pc.clock)
    made = Pc(tmp_path / "kiosk", pc.clock, qtbot)
    yield made
    made.close()


def test_a_pc_by_itself_has_no_centre(office: Shell, qtbot: QtBot) -> None:
    pc = Pc(office.data, office.clock, qtbot)
    link = pc.link()
    assert pc.waits(bool) == SyncState()
    assert pc.called(link) is None
    pc.close()


def test_all_that_was_written_before_goes_to_the_centre(pc: Pc, centre: CentreHere) -> None:
    pc.link()
    pc.settles()
    assert len(centre.model.feed) == len(pc.desk.replica.outbox()) + pc.desk.replica.place().cursor
    assert pc.threads == {threading.get_ident()}


def test_a_commit_is_sent_at_once(
    pc: Pc, centre: CentreHere, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    pc.link()
    pc.settles()
    monkeypatch.setattr(sync_thread, "POLL", 60.0)
    monkeypatch.setattr(sync_thread, "TURN", 60.0)
    qtbot.waitUntil(lambda: _rests(pc))
    entity = pc.issue()
    qtbot.waitUntil(lambda: centre.model.feed[-1].line.recorded.entity == entity)


def _rests(pc: Pc) -> bool:
    thread = pc.links[0]._thread
    return thread._due > 30.0 + monotonic()


def test_what_another_pc_wrote_comes_by_itself(pc: Pc, second: Pc, qtbot: QtBot) -> None:
    second.link()
    entity = second.issue()

    def there() -> bool:
        with pc.desk.journal.look() as look:
            return look.load(ticket.FOLD, entity) is not None

    qtbot.waitUntil(there)


def test_what_comes_together_costs_whoever_is_woken_one_question(
    pc: Pc, second: Pc, centre: CentreHere, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sync_thread, "POLL", 60.0)
    monkeypatch.setattr(sync_thread, "WHILE", 2.0)
    second.link()
    second.settles()
    rounds: list[None] = []
    once = SyncThread._round

    def counted(self: SyncThread, store: Desk, *, whole: bool) -> None:
        if self is pc.links[0]._thread:
            rounds.append(None)
        once(self, store, whole=whole)

    monkeypatch.setattr(SyncThread, "_round", counted)
    for _ in range(20):
        entity = second.issue()
        qtbot.waitUntil(lambda e=entity: centre.model.feed[-1].line.recorded.entity == e)  # type: ignore[misc]
    qtbot.waitUntil(lambda: pc.desk.replica.place().cursor == len(centre.model.feed))
    assert 0 < len(rounds) < 16


def test_the_second_pc_has_the_whole_office_and_its_own_letters(pc: Pc, second: Pc) -> None:
    with second.desk.journal.look() as look:
        assert look.office.series[look.node] == "ب"
        assert look.office.kiosks[-1] == "سالن"
        assert look.setting("window") == "kiosk:سالن"
        assert look.office.places[look.node] == 2
        assert not look.outbox().unsent
    given = second.do(lambda work: issue(work, SERVICE))
    assert given.label.startswith("ب")


def test_a_file_is_good_for_one_pc(pc: Pc, second: Pc, centre: CentreHere, tmp_path: Path) -> None:
    file = centre.node("5" * 32, "سالن", "kiosk", "ب")
    with pytest.raises(Refusal, match="node_file_used"):
        bootstrap.join(tmp_path / "twice", file, pc.clock)
    assert not (tmp_path / "twice" / "store.db").exists()


def test_nothing_is_left_of_a_set_up_without_a_centre(
    pc: Pc, centre: CentreHere, tmp_path: Path
) -> None:
    centre.away = True
    with pytest.raises(Refusal, match="centre_unreachable"):
        bootstrap.join(tmp_path / "kiosk", centre.node("5" * 32, "سالن"), pc.clock)
    assert not (tmp_path / "kiosk" / "store.db").exists()


def test_an_office_that_never_came_to_the_centre_cannot_be_joined(
    pc: Pc, centre: CentreHere, tmp_path: Path
) -> None:
    with pytest.raises(Refusal, match="office_not_at_centre"):
        bootstrap.join(tmp_path / "kiosk", centre.node("5" * 32, "سالن"), pc.clock)


def test_a_pulled_cable_is_told_with_what_waits_and_mends_itself(
    pc: Pc, centre: CentreHere
) -> None:
    pc.link()
    pc.settles()
    centre.away = True
    pc.waits(lambda state: state.centre == "away")
    pc.clock.at += timedelta(hours=1)
    for _ in range(3):
        pc.issue()
    state = pc.waits(lambda state: state.unsent == 3)
    assert state.oldest == pc.clock.at
    assert state.since == pc.clock.at - timedelta(hours=1)
    centre.away = False
    pc.settles()
    assert pc.desk.verify().broken == ()


@pytest.mark.expected_log("certificate verify failed")
def test_a_centre_that_does_not_prove_itself_is_no_pulled_cable_and_is_logged_once(
    pc: Pc, centre: CentreHere, caplog: pytest.LogCaptureFixture, qtbot: QtBot
) -> None:
    thread = pc.link()._thread
    pc.settles()
    centre.unproven = True
    pc.waits(lambda state: state.centre == "unproven")
    qtbot.waitUntil(lambda: thread._failures > 3)
    centre.unproven = False
    pc.waits(lambda state: state.centre == "reached")
    said = [record.getMessage() for record in caplog.records]
    assert [text for text in said if "certificate" in text] == [
        "the centre did not prove itself: certificate verify failed"
    ]


def test_a_pc_that_was_shut_out_is_told_so(pc: Pc, centre: CentreHere) -> None:
    centre.revoked.add(pc.desk.journal.node)
    pc.link()
    pc.waits(lambda state: state.centre == "revoked" and state.unsent > 0)


def test_a_pc_that_was_let_in_again_by_another_file_comes_by_it_at_once(
    pc: Pc, centre: CentreHere, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """Without a second wait."""
    came: list[str] = []

    def line_to(node: NodeFile, folder: Path) -> LineHere:
        came.append(node.centre.password)
        return centre.line_to(node, folder)

    monkeypatch.setattr(lines, "line_to", line_to)
    mine = pc.desk.journal.node
    centre.revoked.add(mine)
    monkeypatch.setattr(sync_thread, "SHUT_OUT", 600.0)
    thread = pc.link()._thread
    pc.waits(lambda state: state.centre == "revoked")
    qtbot.waitUntil(lambda: thread._due > monotonic() + 60.0)
    fresh = centre.node(mine, "1", series="الف")
    pc.desk.adopt(replace(fresh, centre=replace(fresh.centre, password="fresh")))
    centre.revoked.remove(mine)
    thread._due = 0.0
    pc.settles()
    assert came[-1] == "fresh"


@pytest.mark.expected_log("sync stopped")
def test_a_defect_that_ends_every_round_is_told_until_it_is_mended(
    pc: Pc, monkeypatch: pytest.MonkeyPatch
) -> None:
    pc.link()
    pc.settles()
    with monkeypatch.context() as broken:
        broken.setattr(sync_thread, "one_round", _defect)
        pc.issue()
        pc.waits(lambda state: state.centre == "failed" and state.unsent == 1)
    pc.settles()


def _defect(_replica: Replica) -> None:
    raise ZeroDivisionError


def test_another_program_takes_over_when_one_ends(pc: Pc, centre: CentreHere, qtbot: QtBot) -> None:
    first = pc.link()
    pc.settles()
    pc.link()
    first.stop()
    entity = pc.issue()
    qtbot.waitUntil(lambda: centre.model.feed[-1].line.recorded.entity == entity)


def test_the_clock_is_measured_and_orders_the_queue(pc: Pc, centre: CentreHere) -> None:
    centre.clock = HandClock(pc.clock.at + timedelta(minutes=30))
    pc.link()
    state = pc.waits(lambda state: state.clock_wrong)
    assert abs(state.offset - timedelta(minutes=30)) < timedelta(seconds=1)
    given = pc.do(lambda work: issue(work, SERVICE))
    assert abs(given.effective_at - centre.clock.now()) < timedelta(seconds=1)


def test_calls_are_arbitrated_by_the_centre(pc: Pc, second: Pc, centre: CentreHere) -> None:
    link = pc.links[0]
    second.link()
    tickets = [second.issue(), second.issue()]
    _past_the_pause(pc, centre)
    second.settles()
    first = pc.called(link, "1")
    assert isinstance(first, Outcome)
    assert (first.end, first.ticket) == ("called", tickets[0])
    other = pc.link()  # a window that does no rounds asks all the same
    found = pc.called(other, "2")
    assert isinstance(found, Outcome)
    assert (found.end, found.ticket) == ("called", tickets[1])
    busy = pc.called(link, "1")
    assert isinstance(busy, Refusal)
    assert busy.code == "visit_open"


def _past_the_pause(pc: Pc, centre: CentreHere) -> None:
    centre.clock = HandClock(pc.clock.at + timedelta(minutes=1))


def test_a_call_without_a_centre_goes_by_paper_and_closes_itself(
    pc: Pc, centre: CentreHere, qtbot: QtBot
) -> None:
    link = pc.link("1")
    pc.issue()
    pc.settles()
    centre.away = True
    assert pc.called(link) is None
    assert len(pc.desk.replica.asked("1")) == 1
    centre.away = False
    qtbot.waitUntil(lambda: not pc.desk.replica.asked("1"))


def test_tracking_numbers_come_out_of_the_lease(pc: Pc, centre: CentreHere, qtbot: QtBot) -> None:
    leased = 2_000
    pc.link()
    qtbot.waitUntil(lambda: pc.desk.replica.lease_wanted(leased // 2) == "")
    given = {pc.do(lambda work: work.take_tracking()) for _ in range(5)}
    assert len(given) == 5
    assert all(number[0] != "0" for number in given)
    known = {number for numbers in centre._leases.values() for number in numbers}
    assert given <= known


def test_without_stock_a_number_says_so(pc: Pc) -> None:
    assert pc.do(lambda work: work.take_tracking())[:3] == "001"


def test_a_day_is_not_closed_silently_with_unsent_work(office: Shell, centre: CentreHere) -> None:
    assert office.refused("close") == "day_unsent"
    assert office.done("close", "--unsent")["requests"] == 0


def test_the_command_line_does_a_round(office: Shell, centre: CentreHere) -> None:
    said = office.done("sync", "--once")
    assert (said["unsent"], said["oldest"], said["centre"]) == (0, None, "reached")
    assert (said["alarms"], said["acknowledged"]) == ([], None)
    centre.away = True
    office.done("issue", "--service", SERVICE)
    said = office.done("sync", "--once")
    assert (said["unsent"], said["centre"]) == (1, "away")
    assert datetime.fromisoformat(said["oldest"]) < office.clock.at


def test_the_command_line_calls_by_the_centre(office: Shell, centre: CentreHere) -> None:
    tickets = [office.done("issue", "--service", SERVICE) for _ in range(3)]
    called = office.done("call", "--counter", "1", "--call-id", "c1" * 16)
    assert called["ticket"] == tickets[0]["ticket"]
    assert called["why"]
    assert office.done("call", "--counter", "1", "--call-id", "c1" * 16) == called
    assert centre.model.feed[-1].line.recorded.node == centre.office
    assert office.refused("call", "--counter", "1") == "visit_open"
    chosen = ("--label", tickets[2]["label"], "--reason", "سالمند")
    assert office.done("call", "--counter", "2", *chosen)["ticket"] == tickets[2]["ticket"]
    office.done("return", "--ticket", called["ticket"])
    centre.away = True
    assert office.refused("call", "--counter", "1") == "centre_away"
    by_paper = ("--label", tickets[1]["label"], "--reason", "برگ")
    assert office.done("call", "--counter", "1", *by_paper)["ticket"] == tickets[1]["ticket"]


def test_the_command_line_of_a_pc_by_itself(office: Shell) -> None:
    assert office.done("sync", "--once") == {"unsent": 0, "oldest": None, "centre": "none"}


def test_a_pc_that_joins_after_the_centre_was_restored_believes_what_was_brought_back(
    pc: Pc, centre: CentreHere, tmp_path: Path, qtbot: QtBot
) -> None:
    pc.link()
    pc.settles()
    entity = pc.issue()
    pc.settles()
    before = [fed.line.recorded.id for fed in centre.model.feed]
    with centre.gate:
        centre.model.restore(0, micros(pc.clock.now()))
    qtbot.waitUntil(lambda: {fed.line.recorded.id for fed in centre.model.feed} >= set(before))
    bootstrap.join(tmp_path / "late", centre.node("6" * 32, "سالن", "kiosk", "ب"), pc.clock)
    with closing(open_desk(tmp_path / "late", pc.clock)) as desk, desk.journal.look() as look:
        assert look.load(ticket.FOLD, entity) is not None


def test_a_program_that_does_no_rounds_settles_its_own_calls_and_rests(
    pc: Pc, centre: CentreHere, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    pc.link()
    pc.settles()
    other = pc.link("2")
    found = pc.called(other, "2")
    assert isinstance(found, Outcome)
    assert found.end == "nobody"
    centre.away = True
    assert pc.called(other, "2") is None
    assert len(pc.desk.replica.asked("2")) == 1
    centre.away = False
    qtbot.waitUntil(lambda: not pc.desk.replica.asked("2"))
    turns: list[float] = []
    listen = SyncThread._listen

    def counted(self: SyncThread, seconds: float) -> None:
        if self is other._thread:
            turns.append(seconds)
        listen(self, seconds)

    monkeypatch.setattr(SyncThread, "_listen", counted)
    qtbot.waitUntil(lambda: len(turns) > 2)
    assert min(turns) == sync_thread.TURN


def test_a_supervisor_at_a_window_ends_the_pause_once(
    pc: Pc, second: Pc, centre: CentreHere
) -> None:
    """Also where the PC for which the centre waits does not come back."""
    second.close()
    centre.model.restart(micros(centre.clock.now()))
    pc.waits(lambda state: state.paused)
    pc.do(resume_calls)
    pc.waits(lambda state: state.centre == "reached")
    centre.model.restart(micros(centre.clock.now()))
    pc.waits(lambda state: state.paused)
