import pytest

from app.deeds.call import call_next
from app.deeds.deficiency import announce_deficiency, missing_documents
from app.deeds.request import register
from app.deeds.ticket import issue, receive_without_ticket, token_of
from app.letters import scanned
from app.showing.anything import Anything, find_anything
from tests.app.desk import Desk
from tests.app.opened import FORM, LETTERS, PERMIT, PLAIN, opened, person

ISIRI = dict(zip("abcdefghijklmnopqrstuvwxyz", "شذزیثبلاهتنمئدخحضقسفعرصطغظ", strict=True))
"""The standard Persian layout (ISIRI 9147), by the key that a reader presses."""
STANDARD = ISIRI | {"m": "پ", "B": "\u200c", "J": "ة", "T": "\u064f", "D": "ي"}
OLDER = ISIRI | {"B": "إ", "J": "ـ", "T": "،", "D": "\u0650"}
"""That layout, and the older one of Windows, as they write our marks."""
PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")

TICKET = "01a1fc5e49407c999c7522f648cf6276"
TOKEN = token_of(TICKET, 1)


def typed(code: str, layout: dict[str, str]) -> str:
    return "".join(layout.get(key, key) for key in code).translate(PERSIAN_DIGITS)


@pytest.mark.parametrize("layout", [{}, STANDARD, OLDER])
@pytest.mark.parametrize("code", ["482719305563", TICKET, TOKEN, f"BJ:T:{TICKET}", f"BJ:D:{TOKEN}"])
def test_what_a_reader_types_is_the_code_on_the_paper(code: str, layout: dict[str, str]) -> None:
    assert scanned(typed(code, layout)) == code


def test_the_capitals_lock_changes_no_code() -> None:
    assert scanned(f"BJ:T:{TICKET}".swapcase()) == f"BJ:T:{TICKET}"


def test_a_tracking_number_may_be_typed_in_its_groups() -> None:
    assert scanned("۴۸۲۷ ۱۹۳۰ ۵۵۶۳") == "482719305563"


@pytest.mark.parametrize(
    "text", ["", "زهرا محمدی", "الف ۰۱۷", "۲۱۹۰۷۶۴۱۵۷", "بش", "BJ:T:12", "ش" * 33]
)
def test_what_is_no_code_stays_as_it_was_typed(text: str) -> None:
    assert scanned(text) == text


def found(desk: Desk, text: str) -> Anything:
    return desk.see(find_anything, text)


def test_nothing_is_found_by_nothing() -> None:
    desk = opened()
    desk.do(issue, PERMIT)
    assert found(desk, " \u200c ") == Anything()


def test_a_request_is_found_by_number_code_mobile_and_name() -> None:
    desk = opened()
    made = desk.do(register, PERMIT, person())
    receipt = typed(made.tracking, STANDARD)
    for text in (made.tracking, receipt, person().id, "09121234567", "زهرا"):
        assert [hit.tracking for hit in found(desk, text).requests] == [made.tracking]
    assert found(desk, receipt).tickets == ()


def test_a_ticket_is_found_by_its_label_in_any_spelling_and_by_its_code() -> None:
    desk = opened()
    desk.do(issue, PLAIN)
    taken = desk.do(issue, PERMIT)
    for text in ("الف ۰۰۲", "الف2", f"BJ:T:{taken.id}", typed(f"BJ:T:{taken.id}", STANDARD)):
        (hit,) = found(desk, text).tickets
        assert (hit.ticket, hit.label, hit.state, hit.token) == (taken.id, "الف ۰۰۲", "waiting", "")
    desk.do(call_next, "2")
    assert found(desk, "الف 2").tickets[0].counter == "2"


def test_a_label_of_another_day_is_not_meant() -> None:
    desk = opened()
    desk.do(issue, PLAIN)
    desk.clock.move(days=1)
    assert found(desk, "الف ۰۰۱").tickets == ()


def test_a_scanned_slip_finds_its_ticket_and_the_token_that_lets_in() -> None:
    desk = opened()
    visit = desk.do(receive_without_ticket, PERMIT, counter="1")
    missing = desk.do(missing_documents, PERMIT, [FORM])
    token = desk.do(announce_deficiency, visit.id, missing).deficiencies[-1].slip.token
    for text in (token, f"BJ:D:{token}", typed(f"BJ:D:{token}", OLDER)):
        (hit,) = found(desk, text).tickets
        assert (hit.ticket, hit.token) == (visit.id, token)
    (hit,) = found(desk, token[:-1] + ("0" if token[-1] != "0" else "1")).tickets
    assert (hit.ticket, hit.token) == (visit.id, "")


def test_sub_services_are_found_by_code_and_by_words_in_any_order() -> None:
    desk = opened()
    assert [line.code for line in found(desk, "۲").services] == [PERMIT]
    assert [line.code for line in found(desk, "مجوز صدور").services] == [PERMIT]
    assert [line.code for line in found(desk, "عمومي").services] == ["1", PLAIN]
    assert found(desk, LETTERS).services == ()


def test_without_a_text_the_latest_requests_of_the_day_are_shown() -> None:
    desk = opened()
    assert found(desk, " ") == Anything()
    made = []
    for number in range(7):
        made.append(desk.do(register, PERMIT, person(number=1_000_000 + number)))
        desk.clock.move(minutes=1)
    shown = [hit.tracking for hit in found(desk, "").latest]
    assert shown == [request.tracking for request in made[:1:-1]]
    desk.clock.move(days=1)
    assert found(desk, "") == Anything()
