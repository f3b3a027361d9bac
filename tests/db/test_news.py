"""What others commit to the same store is noticed, once, and looking costs next to nothing."""

from collections.abc import Sequence
from contextlib import closing

import pytest

from app.deeds.call import call_next
from app.deeds.ticket import issue as issue_ticket
from app.events.ticket import TicketIssued
from app.folds.fold import Fact
from app.refusal import Refusal
from db.journal import StoreJournal
from db.news import News, Pulse
from tests.db.office import Office, issue
from tests.timing import quickest


def kinds(facts: Sequence[Fact]) -> list[str]:
    return [recorded.kind for recorded, _ in facts]


def test_own_facts_and_those_of_others_are_told_once(office: Office) -> None:
    with closing(office.found()) as journal, office.opened() as other:
        news = News(journal)
        assert news.read() == []
        mine, theirs = issue(journal), issue(other)
        told = news.read()
        assert [recorded.entity for recorded, _ in told] == [mine.id, theirs.id]
        assert all(isinstance(event, TicketIssued) for _, event in told)
        assert news.read() == []
        with other.work() as work:
            issue_ticket(work, "1")
            call_next(work, "1")
        assert kinds(news.read()) == ["TicketIssued", "TicketCalled"]
        assert news.read() == []


def test_what_was_taken_back_is_no_news(journal: StoreJournal) -> None:
    news = News(journal)

    def taken_back() -> None:
        with journal.work() as work:
            issue_ticket(work, "1")
            call_next(work, "1")
            call_next(work, "1")

    with pytest.raises(Refusal, match="visit_open"):
        taken_back()
    assert news.read() == []
    given = issue(journal)
    assert [recorded.entity for recorded, _ in news.read()] == [given.id]


def test_nobody_is_told_of_a_transaction_that_is_not_committed(office: Office) -> None:
    with closing(office.found()) as journal, office.opened() as other:
        news = News(journal)
        with other.work() as work:
            issue_ticket(work, "1")
            assert news.read() == []
        assert kinds(news.read()) == ["TicketIssued"]


def test_news_begin_where_they_are_first_asked_for(office: Office) -> None:
    with closing(office.found()) as journal, office.opened() as other:
        issue(other)
        news = News(journal)
        assert news.read() == []
        issue(other)
        assert kinds(news.read()) == ["TicketIssued"]


def test_drafts_are_no_news_but_stir_the_store(office: Office) -> None:
    with closing(office.found()) as journal, office.opened() as other:
        news, pulse = News(journal), Pulse(journal.connection)
        assert pulse.stirred()
        assert not pulse.stirred()
        for writer, body in ((journal, b"half"), (other, b"half typed")):
            with writer.work() as work:
                work.keep_draft("place", body)
            assert pulse.stirred()
            assert not pulse.stirred()
        assert news.read() == []


def test_looking_while_nothing_happens_costs_microseconds(journal: StoreJournal) -> None:
    for n in range(20):
        issue(journal, str(1 + n % 3))
    news = News(journal)
    looks = range(1_000)
    enough = 0.000_5 * len(looks)
    assert quickest(lambda: [news.read() for _ in looks], enough) < enough
    assert news.read() == []
