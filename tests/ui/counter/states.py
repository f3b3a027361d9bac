"""Made-up moments of a counter, for the tests of its panes: free, called, serving, and the long."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from msgspec.structs import replace

from app.applicant import Applicant, Representative
from app.checklist import RowMark, checklist_for
from app.event import micros
from app.events.request import AnswerDelivered, AnswerPrepared, Checked
from app.events.ticket import DeficiencyAnnounced, Missing, Why
from app.folds.catalogue import Entry
from app.folds.request import Answer, Delivery, Request
from app.folds.ticket import Call, Deficiency, Ticket
from app.showing.duties import Duties
from app.showing.person import PersonFile, RequestLine
from app.showing.queue import CounterQueue, Waiting, WaitingMark
from app.showing.visit import VisitShown
from app.spooling.spool import Job, JobState
from app.sub_service import (
    Answerable,
    Fee,
    FormField,
    Inquiry,
    ReadyText,
    RequiredDocument,
    Step,
    SubService,
)
from ui.counter.state import CounterState, Sheet

NOW = datetime(2026, 11, 21, 7, 15, tzinfo=UTC)
"""Saturday 30 Aban 1405, 10:45 in Tehran."""

TODAY = date(2026, 11, 21)
CODE = "2190764157"
TRACKING = "482719305563"
REGISTERED = "331608742915"

SHEET = SubService(
    code="8",
    title="احتساب سنوات خدمت کارکنان دستگاه‌های دولتی در شهرها و مناطق جنگی و عملیاتی"
    " به متقاضیان واجد شرایط",
    department="معاونت توسعه مدیریت و منابع",
    official_id="10031234108",
    places=("چالوس، خیابان امام خمینی، ساختمان فرمانداری، طبقه همکف، میز خدمت",),
    url="https://chalus.example/desk/8",
    steps=(
        Step(title="دریافت و بررسی مدارک", unit="میز خدمت حضوری", duration=1),
        Step(title="تطبیق با پرونده پرسنلی", unit="اداره منابع انسانی", duration=5),
        Step(title="صدور حکم", unit="معاونت توسعه مدیریت و منابع", duration=3),
    ),
    documents=(
        RequiredDocument(title="کارت ملی", form="original", kinds=("person",)),
        RequiredDocument(title="شناسنامه، همه صفحه‌ها", kinds=("person",)),
        RequiredDocument(title="آخرین حکم کارگزینی", where="دبیرخانه محل خدمت"),
        RequiredDocument(title="گواهی حضور در مناطق عملیاتی", form="original"),
        RequiredDocument(title="فرم درخواست با امضای مدیر", form="original"),
        RequiredDocument(title="کارت پایان خدمت", obligatory=False, condition="برای متقاضیان مرد"),
    ),
    forms=("فرم درخواست احتساب سنوات",),
    average="۹ روز کاری (اعلام دستگاه)",
    inquiries=(Inquiry(title="استعلام سوابق بیمه", body="تأمین اجتماعی"),),
    fees=(
        Fee(
            title="هزینه صدور حکم",
            amount=500_000,
            account="4001000000000000",
            article="ماده ۱۲ آیین‌نامه (نمونه)",
        ),
    ),
    answerable=Answerable(
        name="فرزانه اسدی‌نیا",
        post="کارشناس امور اداری",
        phone="011-00005222 داخلی 104",
        hours="شنبه تا چهارشنبه، ۷:۳۰ تا ۱۴:۳۰",
        deputy="کاوه صالحی‌مهر",
    ),
    legal_basis="قانون احتساب سنوات خدمت (نمونه)",
    ready_texts=(
        ReadyText(
            title="موافقت با احتساب",
            result="agreed",
            grounds="ماده ۳ قانون احتساب سنوات خدمت (نمونه).",
            content="سنوات خدمت متقاضی احتساب شد.",
            objection="معاونت توسعه مدیریت و منابع، ظرف ۱۰ روز کاری.",
        ),
    ),
    note="نمونه آموزشی: مبلغ‌ها و متن‌های این زیرخدمت ساختگی است.",
    fields=(
        FormField(title="محل خدمت", obligatory=True),
        FormField(title="مدت (ماه)", kind="number", obligatory=True),
    ),
)
ENTRY = Entry(id="s8", version=3, sheet=SHEET, edited_at=micros(NOW), defined_by="d1")
APPLICANT = Applicant(
    id=CODE, name="سیده‌فاطمه‌زهرا حسینی‌نژاد طباطبایی", father="سیدمحمدرضا", mobile="09112345678"
)


def line(tracking: str = TRACKING, **facts: Any) -> RequestLine:
    """A request in a list."""
    known: dict[str, Any] = {
        "request": f"r{tracking}",
        "tracking": tracking,
        "name": APPLICANT.name,
        "title": SHEET.title,
        "code": SHEET.code,
        "state": "in_work",
        "received": TODAY - timedelta(days=9),
        "promised": TODAY,
    }
    return RequestLine(**(known | facts))


def waiting(label: str, minutes: int, mark: WaitingMark = "", detail: str = "") -> Waiting:
    """Somebody who took a number so many minutes ago."""
    since = NOW - timedelta(minutes=minutes)
    title = "پرداخت کمک‌هزینه ازدواج به بازنشستگان و فرزندان آنها"
    return Waiting(
        ticket=f"t{label}", label=label, since=since, title=title, mark=mark, detail=detail
    )


ROWS = (
    waiting("الف ۰۱۸", 22),
    waiting("الف ۰۱۹", 20),
    waiting("ب ۰۰۴", 18, "return"),
    waiting("الف ۰۲۰", 16, "priority", "سالمند"),
    waiting("پ ۰۱۰", 15, "collect"),
    waiting("الف ۰۲۱", 11),
    waiting("الف ۰۲۲", 10, "carried"),
    waiting("ب ۰۰۵", 7),
    waiting("پ ۰۱۱", 6, "guide"),
    waiting("الف ۰۲۳", 5, "sent"),
    waiting("الف ۰۲۴", 4),
    waiting("ب ۰۰۶", 3),
    waiting("ب ۰۰۷", 2),
    waiting("الف ۰۲۵", 1),
)
HELD = (
    replace(waiting("الف ۰۱۲", 50), held_until=NOW + timedelta(minutes=5)),
    replace(waiting("ب ۰۰۲", 44), held_until=NOW + timedelta(minutes=15)),
)


def queue(rows: tuple[Waiting, ...] = ROWS, count: int | None = None) -> CounterQueue:
    """Those who wait for the counter; `count` of them if not all have a row."""
    return CounterQueue(
        waiting=len(rows) if count is None else count,
        longest=rows[0].since if rows else None,
        rows=rows,
        held=HELD,
        ready=5,
        until=NOW + timedelta(minutes=5),
    )


def crowd(count: int = 300, shown: int = 60) -> CounterQueue:
    """More than have a row."""
    return queue(tuple(waiting(f"الف {n:03}", count - n) for n in range(1, shown + 1)), count)


DUTIES = Duties(
    late_count=1,
    today_count=3,
    to_hand_over_count=7,
    results_back_count=2,
    in_units_count=18,
    ready_count=5,
)
FILE = PersonFile(
    applicant=APPLICANT,
    representatives=(Representative(id="0076229645", name="امیرحسین طباطبایی", proxy="۱۲۳/الف"),),
    ready=(line(state="answer_ready"),),
    open=(line("615203948178"), line("770125364409")),
    on_file=dict.fromkeys(("کارت ملی", "شناسنامه، همه صفحه‌ها", "حکم"), REGISTERED),
    visits=4,
)


def ticket(*, begun: bool = True, seconds: int = 520, **facts: Any) -> Ticket:
    """The ticket at counter 3, called (and, if so, begun) that long ago."""
    at = micros(NOW - timedelta(seconds=seconds))
    known: dict[str, Any] = {
        "id": "t17",
        "label": "الف ۰۱۷",
        "series": "الف",
        "number": 17,
        "day": TODAY,
        "issued_at": micros(NOW - timedelta(minutes=30)),
        "service": ENTRY.id,
        "service_version": 3,
        "code": SHEET.code,
        "title": SHEET.title,
        "lane": "service:s8",
        "effective_at": NOW - timedelta(minutes=30),
        "calls": (Call(id="c1", counter="3", clerk="k", at=at, begun=at if begun else None),),
        "counter": "3",
        "why": Why(
            rule="next",
            lane="service:s8",
            effective_at=NOW - timedelta(minutes=30),
            issued_at=NOW - timedelta(minutes=30),
        ),
    }
    return Ticket(**(known | facts))


def request(tracking: str = REGISTERED, **facts: Any) -> Request:
    """A request that was registered during the visit."""
    received = datetime(2026, 11, 21, 10, 40)
    known: dict[str, Any] = {
        "id": f"r{tracking}",
        "tracking": tracking,
        "service": ENTRY.id,
        "service_version": 3,
        "code": SHEET.code,
        "title": SHEET.title,
        "mode": 2,
        "opens": "۰۷:۳۰",
        "closes": "۱۴:۳۰",
        "answerable": "فرزانه اسدی‌نیا",
        "phone": "011-00005222",
        "applicant": APPLICANT,
        "representative": None,
        "documents": (Checked(title="کارت ملی"),),
        "received": received,
        "promised": datetime(2026, 12, 2, 14, 30),
        "registered_at": micros(NOW - timedelta(minutes=5)),
        "clerk": "k",
        "counter": "3",
        "ticket": "t17",
        "remarks": "",
        "repeated": "",
        "steps": (),
    }
    return Request(**(known | facts))


def answered(tracking: str = TRACKING, *, delivered: bool = False) -> Request:
    """A request of earlier days whose answer is ready, or was handed over during the visit."""
    said = AnswerPrepared(
        day=TODAY,
        number=f"{tracking}/1",
        ordinal=1,
        grounds="ماده ۳",
        content="موافقت شد.",
        objection="ظرف ۱۰ روز",
        issuer_name="کاوه صالحی‌مهر",
        issuer_post="معاون",
        result="agreed",
    )
    given = AnswerDelivered(
        day=TODAY,
        answer="a1",
        number=said.number,
        receiver="applicant",
        receiver_name=APPLICANT.name,
        receiver_id=CODE,
        counter="3",
        ticket="t17",
    )
    return request(
        tracking,
        ticket="t02",
        answers=(Answer(id="a1", said=said, at=micros(NOW)),),
        delivery=Delivery(said=given, at=micros(NOW), clerk="k") if delivered else None,
    )


def slip(number: str = "14050830-3-001") -> Deficiency:
    """A deficiency slip written at 10:42."""
    said = DeficiencyAnnounced(
        number=number,
        token="d0",
        applicant=APPLICANT,
        service=ENTRY.id,
        code=SHEET.code,
        title=SHEET.title,
        service_version=3,
        sheet="d1",
        missing=(Missing(title="فرم درخواست با امضای مدیر", form="original"),),
        until=TODAY + timedelta(days=12),
        counter="3",
    )
    return Deficiency(slip=said, at=micros(NOW - timedelta(minutes=3)), clerk="k")


def job(kind: str, key: str, state: JobState = "sent", **facts: Any) -> Job:
    """A paper on its way."""
    known: dict[str, Any] = {"id": 1, "kind": kind, "key": key, "made_at": NOW, "state": state}
    return Job(**(known | facts))


MARKS: dict[str, RowMark] = {
    "شناسنامه، همه صفحه‌ها": "received",
    "آخرین حکم کارگزینی": "received",
    "فرم درخواست با امضای مدیر": "missing",
    "کارت پایان خدمت": "not_needed",
}
TYPED = Sheet(
    ticket="t17",
    code=CODE,
    identified=CODE,
    name=APPLICANT.name,
    father=APPLICANT.father,
    mobile=APPLICANT.mobile,
    from_file=True,
    marks=MARKS,
    details={"محل خدمت": "آبادان", "مدت (ماه)": "26"},
)

FREE = CounterState(
    number="3",
    office="فرمانداری چالوس",
    clerk_name="مریم رستمی‌زاده",
    loaded=True,
    queue=queue(),
    duties=DUTIES,
)
"""Between two clients."""

CALLED = replace(FREE, visit=VisitShown(ticket=ticket(begun=False), entry=ENTRY), entry=ENTRY)
"""Called, nobody has come yet."""

ARRIVED = replace(FREE, visit=VisitShown(ticket=ticket(seconds=4), entry=ENTRY), entry=ENTRY)
"""At the counter, nothing is typed yet."""

SERVING = replace(
    FREE,
    visit=VisitShown(ticket=ticket(deficiencies=(slip(),)), entry=ENTRY, requests=(request(),)),
    entry=ENTRY,
    sheet=TYPED,
    person=FILE,
    checklist=checklist_for(SHEET, "person", {"کارت ملی": REGISTERED}, MARKS),
    promised=datetime(2026, 12, 2, 14, 30),
    jobs=(
        job("receipt", REGISTERED),
        job("deficiency", "14050830-3-001", id=2, made_at=NOW - timedelta(minutes=3)),
    ),
)
"""A known applicant's next request, half done."""

NEWCOMER = replace(SERVING, person=PersonFile(applicant=None), jobs=())
"""Somebody of whom nothing is known."""

QUIET = replace(FREE, queue=queue(()), duties=Duties())
"""Nobody waits and nothing is to be done."""
