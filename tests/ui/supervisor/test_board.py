"""The board: who waits where, and what each counter does."""

from app.deeds.call import begin, call_next
from app.deeds.ticket import issue
from tests.ui.supervisor.supervisor import Supervisor
from ui.supervisor.board.page import BoardPage


def test_the_board_follows_the_hall(supervisor: Supervisor) -> None:
    page = supervisor.page
    assert isinstance(page, BoardPage)
    assert page.waiting.value == "۰"
    first = supervisor.does(lambda work: issue(work, "35"))
    supervisor.does(lambda work: issue(work, "27"))
    supervisor.waits(lambda: page.waiting.value == "۲")
    called = supervisor.does(lambda work: call_next(work, "1"))
    assert called.id == first.id
    supervisor.does(lambda work: begin(work, called.id))
    supervisor.waits(lambda: page.waiting.value == "۱")
    assert page.counters.rows[0].cells[2].text == first.label
    assert page.lines.rows[0].key == "27"
