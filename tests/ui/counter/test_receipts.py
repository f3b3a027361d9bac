"""A sealed receipt under the reader, at the real window: followed, or refused in red."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from msgspec.structs import replace

from app.deeds.looking import the_request
from app.filling.receipt import receipt_paper
from app.letters import persian_digits
from app.persian import format_date
from app.ports import Look
from app.seal import head, message, payload
from db import seal as room
from tests.ui.counter.clerk import Clerk
from tests.ui.counter.conftest import Sits
from tests.ui.shell import Shell
from ui.counter.receipt_card import ReceiptCard
from ui.counter.request_page import RequestPage
from ui.counter.search_page import SearchPage
from ui.look.parts.strip import Tone

Scan = Callable[[Clerk, str], None]


def by_reader(clerk: Clerk, text: str) -> None:
    """Where no field waits for it."""
    clerk.scan(text)


def under_the_persian_layout(clerk: Clerk, text: str) -> None:
    """The same keys, other digits."""
    clerk.scan(persian_digits(text))


def into_the_code(clerk: Clerk, text: str) -> None:
    """While somebody's code is asked for."""
    clerk.calls("16")
    clerk.scan(persian_digits(text))


def into_the_search(clerk: Clerk, text: str) -> None:
    """On the page of F9."""
    clerk.hit("F9")
    clerk.scan(persian_digits(text))


SCANS = (by_reader, under_the_persian_layout, into_the_code, into_the_search)
everywhere = pytest.mark.parametrize("scan", SCANS, ids=lambda scan: scan.__name__)


def sealed(clerk: Clerk, tracking: str) -> str:
    return clerk.looks(lambda look: receipt_paper(look, tracking)).payload


def changed(text: str, place: int) -> str:
    return text[:place] + str((int(text[place]) + 1) % 10) + text[place + 1 :]


def tone(clerk: Clerk) -> Tone:
    return clerk.window.strip._tone


def answered(office: Shell) -> str:
    """A request whose answer is ready."""
    tracking = office.register()
    while office.done("step", tracking, "--list")["step"]:
        office.done("step", tracking, "--done")
    office.answer(tracking)
    return tracking


@everywhere
def test_a_genuine_receipt_whose_answer_is_ready_goes_to_its_delivery(
    sits: Sits, office: Shell, scan: Scan
) -> None:
    tracking = answered(office)
    clerk = sits()
    scan(clerk, sealed(clerk, tracking))
    clerk.waits(lambda: clerk.window.page is clerk.window.answer)
    (card,) = clerk.window.answer.findChildren(ReceiptCard)
    assert card.taken
    assert "اصیل است" in clerk.said
    assert tone(clerk) == "advice"


@everywhere
def test_a_genuine_receipt_without_an_answer_opens_its_request(
    sits: Sits, office: Shell, scan: Scan
) -> None:
    tracking = office.register()
    clerk = sits()
    scan(clerk, sealed(clerk, tracking))
    clerk.waits(lambda: isinstance(clerk.window.page, RequestPage))
    assert "اصیل است" in clerk.said


@everywhere
@pytest.mark.parametrize("place", [20, 30, 40, 100])
def test_an_altered_receipt_is_said_in_red_and_never_followed(
    sits: Sits, office: Shell, scan: Scan, place: int
) -> None:
    tracking = answered(office)
    clerk = sits()
    scan(clerk, changed(sealed(clerk, tracking), place))
    assert "اصیل نیست" in clerk.said
    assert tone(clerk) == "refusal"
    assert not isinstance(clerk.window.page, RequestPage)
    assert "answer" not in clerk.window.beside.__dict__


def test_an_altered_receipt_on_the_search_page_finds_nothing(sits: Sits, office: Shell) -> None:
    tracking = office.register()
    clerk = sits()
    into_the_search(clerk, changed(sealed(clerk, tracking), 30))
    page = clerk.window.page
    assert isinstance(page, SearchPage)
    assert page.key == ""


def test_a_forged_receipt_is_called_so_at_every_enter(sits: Sits, office: Shell) -> None:
    tracking = office.register()
    clerk = sits()
    clerk.hit("F9")
    page = clerk.window.page
    assert isinstance(page, SearchPage)
    clerk.type(changed(sealed(clerk, tracking), 30))
    clerk.waits(lambda: "اصیل نیست" in page.head.trailing.text)
    for _ in range(3):
        clerk.hit("Enter")
        clerk.waits(lambda: "اصیل نیست" in clerk.said)
        assert "اصیل نیست" in page.head.trailing.text


def at_another_pc(look: Look, request: str, key: str, **changes: object) -> str:
    """The seal of a receipt as another counter's key makes it."""
    found = replace(the_request(look, request), **changes)
    said = head(look.office.id, room.public(key), found.tracking, found.received, found.promised)
    return payload(said, room.sign(key, message(said, look.office.id)))


@everywhere
def test_a_receipt_by_an_unknown_key_is_said_so_and_not_followed(
    sits: Sits, office: Shell, scan: Scan
) -> None:
    tracking = office.register()
    clerk = sits()
    scan(clerk, clerk.looks(lambda look: at_another_pc(look, tracking, room.new_key())))
    assert "کلید صادرکننده" in clerk.said
    assert tone(clerk) == "refusal"
    assert not isinstance(clerk.window.page, RequestPage)


def own_key(clerk: Clerk) -> str:
    return clerk.desk.journal.meta("seal")


@everywhere
def test_a_receipt_whose_request_is_not_here_yet_is_genuine_with_its_dates(
    sits: Sits, office: Shell, scan: Scan
) -> None:
    tracking = office.register()
    clerk = sits()
    promised = clerk.looks(lambda look: the_request(look, tracking)).promised.date()
    text = clerk.looks(
        lambda look: at_another_pc(look, tracking, own_key(clerk), tracking="900000000001")
    )
    scan(clerk, text)
    assert "رسید اصیل است" in clerk.said
    assert "هنوز به این رایانه نرسیده است" in clerk.said
    assert format_date(promised) in clerk.said
    assert tone(clerk) == "advice"


@everywhere
def test_dates_that_differ_from_the_record_are_told_in_red(
    sits: Sits, office: Shell, scan: Scan
) -> None:
    tracking = answered(office)
    clerk = sits()
    real = clerk.looks(lambda look: the_request(look, tracking)).promised
    later = real + timedelta(days=7)
    scan(
        clerk,
        clerk.looks(lambda look: at_another_pc(look, tracking, own_key(clerk), promised=later)),
    )
    clerk.waits(lambda: isinstance(clerk.window.page, RequestPage))
    assert format_date(real.date()) in clerk.said
    assert format_date(later.date()) in clerk.said
    assert tone(clerk) == "refusal"


@everywhere
def test_a_receipt_that_was_half_read_is_to_be_read_again(
    sits: Sits, office: Shell, scan: Scan
) -> None:
    tracking = office.register()
    clerk = sits()
    scan(clerk, sealed(clerk, tracking)[:-3])
    assert "کامل خوانده نشد" in clerk.said
    assert not isinstance(clerk.window.page, RequestPage)


def test_what_a_reader_types_of_a_receipt_does_not_spoil_the_code(
    sits: Sits, office: Shell
) -> None:
    tracking = office.register()
    clerk = sits()
    clerk.calls("16")
    clerk.scan(sealed(clerk, tracking))
    clerk.hit("Esc")
    assert clerk.state.sheet.code == ""
    assert clerk.news().count("RequestRegistered") == 0
