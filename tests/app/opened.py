"""An opened desk to try the deeds on: two counters, three clerks, sub-services of every mode."""

from collections.abc import Mapping
from datetime import date, time, timedelta

from app.applicant import Applicant
from app.deeds.applicant import applicant, representative
from app.deeds.founding import Plan, PlannedClass, PlannedClerk, PlannedCounter, found_office
from app.deeds.office import set_rules
from app.events.office import OfficeDescribed, Rules
from app.ids import named_id
from app.sub_service import (
    Answerable,
    Fee,
    ReadyText,
    RequiredDocument,
    Step,
    SubService,
)
from tests.app.desk import MORNING, OFFICE, Desk, MovableClock

TODAY = date(2026, 11, 21)
TOMORROW = TODAY + timedelta(days=1)
SERIES = "الف"
GUIDANCE, PERMIT, STAMP, PORTAL, LETTERS, PLAIN = "1", "2", "3", "4", "5", "6"
"""Codes: mode 1, mode 2 with steps and papers, mode 3, electronic, between agencies, no steps."""

WEEK: Mapping[int, tuple[time, time]] = {
    day: (time(7, 30), time(14, 30)) for day in (5, 6, 0, 1, 2)
}
HOLIDAY = date(2026, 11, 24)
LAST_HOLIDAY = date(2027, 3, 20)
"""29 Esfand 1405: the holidays of the year stand in the list to its end."""

ID_CARD, STATUTES, FORM, PHOTO = "کارت ملی", "اساسنامه", "فرم درخواست", "عکس"
PAPERS = (
    RequiredDocument(title=ID_CARD, form="original", kinds=("person",)),
    RequiredDocument(title=STATUTES, kinds=("legal",)),
    RequiredDocument(title=FORM, form="both", where="همین میز خدمت"),
    RequiredDocument(title=PHOTO, obligatory=False),
)
STEPS = (
    Step(title="بررسی", unit="دفتر فنی", post="کارشناس", duration=2),
    Step(title="امضا", unit="فرمانداری", duration=1),
)
READY = ReadyText(
    title="موافقت",
    result="agreed",
    grounds="ماده ۱",
    content="با درخواست موافقت می‌شود.",
    objection="ده روز، هیئت رسیدگی",
    remarks="همراه داشتن اصل مدارک",
)
CATALOGUE = (
    SubService(code=GUIDANCE, title="راهنمایی عمومی", mode=1),
    SubService(
        code=PERMIT,
        title="صدور مجوز",
        department="دفتر فنی",
        steps=STEPS,
        documents=PAPERS,
        fees=(Fee(title="تعرفه", amount=300_000, account="۱۲۳"), Fee(title="تمبر", amount=50_000)),
        answerable=Answerable(name="خانم رضایی", phone="۰۱۱"),
        ready_texts=(READY,),
        legal_basis="ماده ۱۰",
    ),
    SubService(code=STAMP, title="تأیید امضا", mode=3),
    SubService(code=PORTAL, title="استعلام برخط", channel="electronic", url="https://example.ir"),
    SubService(code=LETTERS, title="مکاتبه دستگاه‌ها", channel="g2g"),
    SubService(code=PLAIN, title="درخواست عمومی", department="دبیرخانه"),
)


def service_id(code: str) -> str:
    """The identity of a sub-service in this office."""
    return named_id(OFFICE, "sub_service", code)


def plan() -> Plan:
    """Counter 1 serves everything, counter 2 only the permit."""
    return Plan(
        described=OfficeDescribed(agency="وزارت کشور", name="فرمانداری چالوس", phone="۰۱۱۵۲۲۲"),
        series=SERIES,
        hours=WEEK,
        closures={HOLIDAY: "تعطیل رسمی", LAST_HOLIDAY: "ملی شدن صنعت نفت"},
        since=date(2025, 1, 1),
        counters=(
            PlannedCounter(number="1"),
            PlannedCounter(number="2", title="مجوزها", services=(PERMIT,)),
        ),
        kiosks=("ورودی",),
        clerks=(
            PlannedClerk(code="11", name="علوی"),
            PlannedClerk(code="12", name="کاظمی"),
            PlannedClerk(code="20", name="مرادی", role="supervisor"),
        ),
        classes=(PlannedClass(code="elder", title="سالمند", credit=20),),
        catalogue=CATALOGUE,
    )


def opened(rules: Rules | None = None) -> Desk:
    """A desk on a Saturday morning at eight, clerk 11 in their place."""
    desk = Desk(MovableClock(MORNING))
    state = desk.do(found_office, OFFICE, plan())
    if rules is not None:
        desk.do(set_rules, rules)
    desk.clerk = state.clerk("11").clerk
    desk.clock.move(minutes=1)
    return desk


def national_code(number: int) -> str:
    """The number's nine digits, and the digit that checks them."""
    nine = f"{number:09}"
    left = sum(int(digit) * (10 - place) for place, digit in enumerate(nine)) % 11
    return nine + str(left if left < 2 else 11 - left)


def person(number: int = 1_234_567, name: str = "زهرا محمدی") -> Applicant:
    """Somebody who asks for something."""
    return applicant("person", national_code(number), name, mobile_text="09121234567")


SPEAKER = representative(national_code(7_654_321), "رضا کریمی", "وکالت‌نامه ۱۲")
UNNUMBERED = applicant("unnumbered", "", "گل‌محمد نورزایی", father="خان‌محمد")
COMPANY = applicant("legal", "10380284790", "شرکت نمونه")
