"""A number that the clerk gives to somebody who will wait."""

from app.spooling.printers import Printers
from tests.ui.counter.conftest import Sits


def test_a_number_is_given_while_another_client_is_served(sits: Sits) -> None:
    clerk = sits()
    served = clerk.calls()
    clerk.news()
    clerk.hit("F10")
    assert clerk.choosing
    clerk.hit("Enter", "Enter")
    assert "داده شد؛ ۰ نفر جلوتر است" in clerk.said
    assert clerk.news().count("TicketIssued") == 1
    assert clerk.visit.id == served.id
    assert [job.kind for job in clerk.jobs()] == ["ticket"]


def test_the_sub_service_is_found_by_its_number_and_the_priority_is_asked(sits: Sits) -> None:
    clerk = sits()
    assert clerk.looks(lambda look: look.office.classes)
    clerk.hit("F10")
    clerk.type("16")
    clerk.hit("Enter")
    assert "اولویت" in clerk.question
    clerk.hit("Enter")
    assert "داده شد" in clerk.said
    clerk.hit("F2")
    assert clerk.looks(lambda look: look.entry_of("16")) == clerk.visit.service


def test_a_number_without_a_printer_is_said(sits: Sits) -> None:
    clerk = sits(printers=Printers())
    clerk.hit("F10", "Enter", "Enter")
    assert "شماره را بگویید" in clerk.said
