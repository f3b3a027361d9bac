import pytest

from app.deeds.call import call_chosen, no_show
from app.deeds.ticket import issue
from app.events.office import SeriesGiven
from app.folds import office
from app.showing.paper_number import paper_number
from tests.app.desk import NODE, Desk
from tests.app.opened import PERMIT, opened


@pytest.fixture
def desk() -> Desk:
    """A kiosk and a counter have given number 1 each, the counter number 2 too."""
    made = opened()
    given = SeriesGiven(node="kiosk", series="ک")
    made.do(lambda work: work.append(office.FOLD, work.office.id, given))
    made.do(issue, PERMIT)
    made.do(issue, PERMIT)
    made.node = "kiosk"
    made.do(issue, PERMIT)
    made.node = NODE
    return made


def labels(desk: Desk, text: str) -> tuple[str, list[str]]:
    found = desk.see(paper_number, text)
    return found.meant, [hit.label for hit in found.hits]


def test_a_label_is_found_in_any_spelling(desk: Desk) -> None:
    assert labels(desk, "ك1") == ("ticket", ["ک ۰۰۱"])


def test_a_number_that_one_of_them_has_is_enough(desk: Desk) -> None:
    assert labels(desk, "۲") == ("ticket", ["الف ۰۰۲"])


def test_of_several_it_is_asked_which(desk: Desk) -> None:
    assert labels(desk, "1") == ("several", ["الف ۰۰۱", "ک ۰۰۱"])


def test_those_who_wait_come_before_those_who_were_here(desk: Desk) -> None:
    called = desk.do(call_chosen, "1", "ک ۱", "برگ")
    assert labels(desk, "1") == ("ticket", ["الف ۰۰۱"])
    desk.do(no_show, called.id)
    other = desk.do(call_chosen, "1", "الف ۱", "برگ")
    desk.do(no_show, other.id)
    assert labels(desk, "1") == ("incomplete", [])


@pytest.mark.parametrize("text", ["abc", "77", "abc 12", "?", "سلام"])
def test_what_is_no_label_is_incomplete(desk: Desk, text: str) -> None:
    assert labels(desk, text) == ("incomplete", [])


def test_a_label_that_nobody_knows_here_is_unknown(desk: Desk) -> None:
    assert labels(desk, "پ ۹۹۹") == ("unknown", [])
