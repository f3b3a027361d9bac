"""What a kiosk tells of itself reaches whoever sits at a counter."""

from app.deeds.kiosk import tell_of
from tests.ui.counter.clerk import Clerk
from ui.bootstrap import Desk


def test_a_kiosk_without_paper_is_told_at_the_counter(clerk: Clerk, desk: Desk) -> None:
    with desk.journal.work() as work:
        tell_of(work, "ورودی", "paper")
    clerk.waits(lambda: "کیوسک ورودی شماره بی‌برگ می‌دهد" in clerk.said)
