"""Who settles a conflict sees all of it, and what to do, while it is asked and afterwards."""

from contextlib import closing

import pytest
from msgspec.structs import replace

from app.deeds.call import begin, call_next
from app.deeds.request import register
from app.deeds.ticket import issue
from app.events.request import RequestVoided
from app.events.ticket import ServiceBegun, TicketCalled
from app.folds import request, ticket
from tests.app.opened import person
from tests.ui.counter.conftest import Sits
from tests.ui.shell import Shell
from ui.bootstrap import open_desk
from ui.counter.conflict_page import ConflictPage
from ui.counter.request_page import RequestPage
from ui.frame.conflict_view import ConflictView
from ui.look.parts.scroll import Scroll


def double(office: Shell) -> None:
    """A client who is served at two counters, as a merge may bring it."""
    with closing(open_desk(office.data, office.clock)) as desk, desk.journal.work() as work:
        given = issue(work, "27")
        called = call_next(work, "2")
        assert called.why
        other = TicketCalled(call="f" * 32, counter="3", why=replace(called.why, rule="chosen"))
        work.append(ticket.FOLD, given.id, other)
        begin(work, given.id, counter="2")
        work.append(ticket.FOLD, given.id, ServiceBegun(call="f" * 32))


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_question_and_the_message_cover_nothing_of_the_conflict(
    office: Shell, sits: Sits, scale: float
) -> None:
    double(office)
    clerk = sits("1", scale=scale)
    window = clerk.window
    window.resize(1366, 728)
    clerk.hit("Ctrl+7", "F11")
    page = window.page
    assert isinstance(page, ConflictPage)
    clerk.waits(lambda: page.conflict is not None)
    for keys in (("F8",), ("1",)):
        clerk.hit(*keys)
        assert clerk.question
        assert window.pages.geometry().bottom() < window.asking.y()
        assert _bottom(page) <= window.asking.y()
        assert _seen(page.view)
    clerk.type("باجه ۲ پایان داد")
    clerk.hit("Enter")
    clerk.waits(lambda: "هنوز در باجه‌های" in clerk.said)
    assert _bottom(page) <= window.strip.y()
    clerk.hit("Esc")
    assert window.pages.geometry().bottom() + 1 == window.key_bar.y()


def test_enter_opens_the_request_that_is_meant(office: Shell, sits: Sits) -> None:
    with closing(open_desk(office.data, office.clock)) as desk, desk.journal.work() as work:
        made = register(work, "35", person(1), counter="1")
        for _ in range(2):
            work.append(request.FOLD, made.id, RequestVoided(reason="اشتباه"))
    clerk = sits("1")
    window = clerk.window
    clerk.hit("Ctrl+7", "F11")
    page = window.page
    assert isinstance(page, ConflictPage)
    clerk.waits(lambda: page.conflict is not None)
    clerk.hit("F3", "Enter")
    clerk.waits(lambda: isinstance(window.page, RequestPage) and window.page.tracking != "")
    assert isinstance(window.page, RequestPage)
    assert window.page.tracking == made.tracking


def _seen(view: ConflictView) -> bool:
    """Whether both sides are read without scrolling."""
    (scroll,) = view.findChildren(Scroll)
    return scroll.verticalScrollBar().maximum() == 0


def _bottom(page: ConflictPage) -> int:
    """The lowest dot of what to do."""
    return page._advice.mapTo(page.window(), page._advice.rect().bottomLeft()).y()
