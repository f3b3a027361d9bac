"""Sheets that the kiosk prints: for whom, how many, and where there is no printer for them."""

from collections.abc import Callable

from msgspec.structs import replace

from app.deeds.office import set_rules
from app.deeds.spool import hear, printers_of, set_printers
from app.ports import Work
from app.showing.board import kiosks_amiss
from app.spooling.printers import Printers, named_printers
from tests.ui.kiosk.conftest import Opens
from tests.ui.kiosk.visitor import Visitor

PRINTS, OPINION = "چاپ این برگ", "چاپ نظرسنجی"
PRINTED, ENOUGH = "برگ در حال چاپ است.", "برای هر مراجعه‌کننده ۳ برگ"


def rules(**changes: object) -> Callable[[Work], object]:
    return lambda work: set_rules(work, replace(work.office.rules, **changes))


def prints_sheet_of(visitor: Visitor, service: str) -> None:
    visitor.touches("ثبت درخواست")
    visitor.touches(service)
    visitor.touches(PRINTS)


def goes_back(visitor: Visitor) -> None:
    visitor.touches("بازگشت")
    visitor.touches("بازگشت")


def jobs(visitor: Visitor) -> list[str]:
    return visitor.looks(lambda look: [job.kind for job in look.jobs()])


def test_a_sheet_is_printed_once_for_a_visitor(opens: Opens) -> None:
    visitor = opens()
    prints_sheet_of(visitor, "برقراری حقوق ورثه")
    assert visitor.notice() == PRINTED
    visitor.touches(PRINTS)
    assert jobs(visitor) == ["information"]


def test_a_sheet_for_opinions_is_printed(opens: Opens) -> None:
    visitor = opens()
    visitor.touches(OPINION)
    assert visitor.notice() == PRINTED
    assert jobs(visitor) == ["survey"]


def test_who_comes_after_a_visitor_that_went_back_gets_the_same_sheet(opens: Opens) -> None:
    visitor = opens()
    for _ in range(2):
        prints_sheet_of(visitor, "برقراری حقوق ورثه")
        assert visitor.notice() == PRINTED
        goes_back(visitor)
    assert jobs(visitor) == ["information", "information"]


def test_a_visitor_prints_three_sheets_and_reads_the_rest(opens: Opens) -> None:
    visitor = opens()
    visitor.touches("ثبت درخواست")
    names = [card.text() for card in visitor.buttons() if card.text() in services(visitor)]
    for name in names[:3]:
        visitor.touches(name)
        visitor.touches(PRINTS)
        assert visitor.notice() == PRINTED
        visitor.touches("بازگشت")
    visitor.touches(names[3])
    visitor.touches(PRINTS)
    assert visitor.notice().startswith(ENOUGH)
    assert len(jobs(visitor)) == 3


def services(visitor: Visitor) -> set[str]:
    place = visitor.place()
    return {line.title for line in getattr(place, "most_used", ())}


def test_a_flood_of_sheets_ends_and_the_staff_hears_of_it(opens: Opens) -> None:
    visitor = opens()
    visitor.does(rules(kiosk_pace=2))
    for _ in range(3):
        prints_sheet_of(visitor, "برقراری حقوق ورثه")
        said = visitor.notice()
        goes_back(visitor)
    assert "در یک دقیقه ۲ برگ" in said
    visitor.waits(lambda: [each.trouble for each in visitor.looks(kiosks_amiss)] == ["storm"])
    assert len(jobs(visitor)) == 2


def test_no_sheet_is_offered_that_no_printer_takes(opens: Opens) -> None:
    visitor = opens(printers=named_printers(roll="tcp://roll"))
    assert not visitor.shows(OPINION)
    visitor.touches("ثبت درخواست")
    visitor.touches("برقراری حقوق ورثه")
    assert visitor.shows(PRINTS)


def test_a_printer_that_was_taken_away_meanwhile_is_said_and_no_sheet_waits(opens: Opens) -> None:
    visitor = opens()
    visitor.does(lambda work: set_printers(work, Printers()))
    prints_sheet_of(visitor, "برقراری حقوق ورثه")
    assert "چاپ نمی‌شود" in visitor.notice()
    assert jobs(visitor) == []


def test_of_a_stuck_printer_nobody_is_told_to_wait_for_a_sheet(opens: Opens) -> None:
    visitor = opens()
    visitor.does(lambda work: hear(work, "page", page_of(work), "paper_out"))
    prints_sheet_of(visitor, "برقراری حقوق ورثه")
    assert "چاپ نمی‌شود" in visitor.notice()
    assert jobs(visitor) == []
    visitor.does(lambda work: hear(work, "page", page_of(work), "fine"))
    visitor.touches(PRINTS)
    assert visitor.notice() == PRINTED


def test_behind_a_sheet_that_does_not_come_out_no_other_is_promised(opens: Opens) -> None:
    visitor = opens()
    prints_sheet_of(visitor, "برقراری حقوق ورثه")
    (job,) = visitor.looks(lambda look: look.jobs())
    visitor.does(lambda work: work.set_job(replace(job, why="printer_unreachable")))
    visitor.stays_away(1)
    visitor.waits(lambda: "پیش نمی‌رود" in visitor.notice())
    visitor.touches(PRINTS)
    assert "چاپ نمی‌شود" in visitor.notice()
    assert jobs(visitor) == ["information"]


def page_of(work: Work) -> str:
    return printers_of(work).named("page")
