"""A counter tells a genuine receipt from a forged one, alone."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from app.deeds.answer import Draft, prepare_answer
from app.deeds.office import publish_seal
from app.deeds.request import register
from app.filling.receipt import receipt_paper
from app.folds.request import Request
from app.handing.kiosk import Wanted, give_number
from app.letters import persian_digits
from app.refusal import Refusal
from app.seal import head, message, minute, payload
from app.showing.anything import find_anything
from app.showing.receipt import ReceiptSeen, receipt_number, receipt_seen
from db import seal as room
from tests.app.desk import OFFICE, Desk
from tests.app.opened import PERMIT, PLAIN, opened, person

DRAFT = Draft(
    grounds="ماده ۱",
    content="موافقت می‌شود.",
    objection="ده روز",
    issuer_name="احمدی",
    issuer_post="فرماندار",
)


def made(desk: Desk) -> tuple[Request, str]:
    """A request and the seal of its receipt."""
    request = desk.do(register, PERMIT, person())
    return request, desk.see(receipt_paper, request.tracking).payload


def seen(desk: Desk, text: str) -> ReceiptSeen:
    """What it turns out to be."""
    found = desk.see(receipt_seen, text)
    assert found is not None
    return found


def changed(text: str, place: int) -> str:
    return text[:place] + str((int(text[place]) + 1) % 10) + text[place + 1 :]


def test_a_receipt_of_this_counter_is_genuine_and_leads_to_its_request() -> None:
    desk = opened()
    request, text = made(desk)
    found = seen(desk, persian_digits(text))
    assert (found.verdict, found.known, found.differs, found.followed) == (
        "genuine",
        True,
        False,
        True,
    )
    assert (found.tracking, found.node) == (request.tracking, desk.node)
    assert (found.received, found.promised) == (minute(request.received), minute(request.promised))
    assert [hit.tracking for hit in desk.see(find_anything, text).requests] == [request.tracking]
    assert desk.see(receipt_number, text) == request.tracking


def test_a_receipt_of_another_counter_is_genuine_without_its_request() -> None:
    here, there = opened(), opened()
    there.node = "d" * 32
    here.node, node = there.node, here.node
    here.do(publish_seal)
    here.node = node
    request, text = made(there)
    found = seen(here, text)
    assert (found.verdict, found.known, found.followed) == ("genuine", False, False)
    assert (found.tracking, found.node) == (request.tracking, there.node)
    assert found.promised == minute(request.promised)
    assert desk_finds(here, text) == ()


def desk_finds(desk: Desk, text: str) -> tuple[str, ...]:
    return tuple(hit.tracking for hit in desk.see(find_anything, text).requests)


@pytest.mark.parametrize("place", [14, 25, 26, 33, 41, 42, 120, 196])
def test_an_altered_receipt_is_forged_and_leads_nowhere(place: int) -> None:
    desk = opened()
    _, text = made(desk)
    forged = changed(text, place)
    assert seen(desk, forged).verdict == "forged"
    assert desk_finds(desk, forged) == ()
    assert refused(desk, forged) == "receipt_forged"


def refused(desk: Desk, text: str) -> str:
    with pytest.raises(Refusal) as refusal:
        desk.see(receipt_number, text)
    return refusal.value.code


@pytest.mark.parametrize("place", [2, 8])
def test_an_issuer_that_nobody_knows_is_said_to_be_unknown(place: int) -> None:
    desk = opened()
    _, text = made(desk)
    assert seen(desk, changed(text, place)).verdict == "key_unknown"
    assert refused(desk, changed(text, place)) == "receipt_key_unknown"
    assert desk_finds(desk, changed(text, place)) == ()


def test_a_key_that_was_not_published_is_unknown_however_right_its_signature() -> None:
    desk = opened()
    request, _ = made(desk)
    key = room.new_key()
    said = head(OFFICE, room.public(key), request.tracking, request.received, request.promised)
    text = payload(said, room.sign(key, message(said, OFFICE)))
    assert seen(desk, text).verdict == "key_unknown"


def test_half_a_receipt_is_to_be_read_again() -> None:
    desk = opened()
    _, text = made(desk)
    for half in (text[:-1], text[:60], f"{text}0", changed(text, 1)):
        assert seen(desk, half).verdict == "unreadable"
        assert refused(desk, half) == "receipt_unreadable"


def test_dates_that_the_record_does_not_know_are_told() -> None:
    desk = opened()
    request, _ = made(desk)
    later = replace(request, promised=request.promised + timedelta(days=3))
    with desk.look() as look:
        said = head(OFFICE, look.seal_key, later.tracking, later.received, later.promised)
        text = payload(said, look.sign(message(said, OFFICE)))
    found = seen(desk, text)
    assert (found.verdict, found.differs, found.followed) == ("genuine", True, False)
    assert found.recorded == (minute(request.received), minute(request.promised))
    assert refused(desk, text) == "receipt_differs"


def test_a_bare_number_of_an_older_receipt_still_leads_to_its_request() -> None:
    desk = opened()
    request, _ = made(desk)
    assert desk.see(receipt_seen, request.tracking) is None
    assert desk.see(receipt_number, request.tracking) == request.tracking
    assert desk_finds(desk, request.tracking) == (request.tracking,)


def test_copies_bear_the_seal_of_the_original() -> None:
    desk = opened()
    request, text = made(desk)
    desk.clock.move(days=2)
    assert desk.see(receipt_paper, request.tracking).payload == text


def test_a_key_is_published_once() -> None:
    desk = opened()
    stood = len(desk.facts)
    desk.do(publish_seal)
    assert len(desk.facts) == stood
    assert list(desk.see(lambda look: look.office.seals).values()) == [desk.node]


def test_the_kiosk_takes_a_genuine_receipt_and_no_forged_one() -> None:
    desk = opened()
    request = desk.do(register, PLAIN, person())
    desk.do(prepare_answer, request.tracking, DRAFT)
    text = desk.see(receipt_paper, request.tracking).payload
    refusal = desk.refused(give_number, Wanted(purpose="collect", key=changed(text, 30)), "1")
    assert refusal.code == "receipt_forged"
    given = desk.do(give_number, Wanted(purpose="collect", key=text), "1")
    assert given.title == request.title
