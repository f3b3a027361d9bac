"""Papers as a real office would fill them, and as a careless one would."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from io import BytesIO

import msgspec
from PIL import Image, ImageDraw

from app.papers import (
    AnswerPaper,
    AppointmentRow,
    AppointmentsPaper,
    BoardLine,
    BoardPaper,
    Copy,
    CoverPaper,
    DeficiencyPaper,
    HandoverPaper,
    HandoverRow,
    InformationPaper,
    Letterhead,
    LogPaper,
    LogRow,
    LogTotals,
    OfficeHours,
    Paper,
    PaperDocument,
    ReceiptPaper,
    StepRow,
    StepsPaper,
    SurveyPaper,
    TicketPaper,
)
from app.sub_service import Answerable, Fee, Inquiry, RequiredDocument, Step, SubService
from printing import sheet

AT = datetime(2026, 11, 21, 10, 45)
LETTERHEAD = Letterhead(
    agency="استانداری مازندران",
    office="فرمانداری شهرستان چالوس",
    address="چالوس، خیابان امام، روبه‌روی بانک ملی",
    phone="011-52220000",
    url="https://chalus.ostan-mz.ir",
    sms_line="30001234",
)
SHARED = {"letterhead": LETTERHEAD, "at": AT, "counter": "3", "clerk": "زهرا محمدی"}
SEAL = (
    "0139488714992448271930556314142885141574800208750009805970620656705925988162708429761925981374"
    "6261622581444688042031702391810160717559814112483145470142531794065465966749141865112653541310"
    "884448010"
)
"""As long as every seal is."""
LONG_TITLE = (
    "صدور مجوز و پروانه بهره‌برداری واحدهای خدماتی و رفاهی بین راهی و رسیدگی به درخواست تمدید،"
    " اصلاح و ابطال پروانه‌های صادرشده در محدوده شهرستان"
)
LONG_NAME = "سیده‌فاطمه‌زهرا حسینی‌نژاد میرمحمدصادقی کاشانی‌الاصل طباطبایی"


def receipt(**changes: object) -> ReceiptPaper:
    facts: dict[str, object] = {
        **SHARED,
        "tracking": "482719305563",
        "sub_service": "صدور مجوز برگزاری مراسم و اجتماعات",
        "name": "محمدرضا کریمی‌نژاد",
        "id": "0012345679",
        "received": AT,
        "promised": datetime(2026, 12, 1, 14, 0),
        "opens": "7:30",
        "closes": "14:00",
        "documents": ("تصویر کارت ملی", "اصل شناسنامه", "فرم درخواست تکمیل‌شده"),
        "answerable": "علی رضایی، کارشناس امور اجتماعی",
        "answerable_phone": "011-52221234",
        "payload": SEAL,
    }
    return ReceiptPaper(**(facts | changes))  # type: ignore[arg-type]


def ticket(**changes: object) -> TicketPaper:
    facts: dict[str, object] = {
        **SHARED,
        "clerk": "",
        "label": "الف ۰۱۷",
        "sub_service": "صدور مجوز برگزاری مراسم و اجتماعات",
        "payload": "T:1405-08-30:A017",
        "counters": ("2", "3"),
        "ahead": 6,
        "wait": (10, 20),
        "documents": (
            PaperDocument(title="کارت ملی", form="copy"),
            PaperDocument(title="شناسنامه"),
            PaperDocument(title="فرم درخواست تکمیل‌شده"),
        ),
    }
    return TicketPaper(**(facts | changes))  # type: ignore[arg-type]


def deficiency(**changes: object) -> DeficiencyPaper:
    facts: dict[str, object] = {
        **SHARED,
        "number": "1405-0312",
        "name": "محمدرضا کریمی‌نژاد",
        "id": "0012345679",
        "sub_service": "صدور مجوز برگزاری مراسم و اجتماعات",
        "missing": (
            PaperDocument(title="سند مالکیت یا اجاره‌نامه محل", form="copy"),
            PaperDocument(
                title="گواهی عدم سوءپیشینه",
                form="original",
                where="دفتر پلیس +۱۰، خیابان ۱۷ شهریور",
            ),
            PaperDocument(title="معرفی‌نامه", form="original"),
        ),
        "received": ("تصویر کارت ملی", "فرم درخواست"),
        "fee": 500_000,
        "account": "4001-0123-4567-8901",
        "version": 3,
        "until": date(2026, 12, 5),
        "token": "D:7K2M9QXA4",
        "answerable": "علی رضایی",
        "phone": "011-52221234",
    }
    return DeficiencyPaper(**(facts | changes))  # type: ignore[arg-type]


SERVICE = SubService(
    code="12",
    title="صدور مجوز برگزاری مراسم و اجتماعات",
    department="معاونت سیاسی و اجتماعی",
    official_id="13021234000",
    channel="both",
    places=("چالوس، خیابان امام، فرمانداری، طبقه همکف، باجه‌های ۲ و ۳",),
    url="https://khedmat.ostan-mz.ir/majvez",
    steps=(
        Step(title="بررسی مدارک و ثبت", unit="دبیرخانه", post="کارشناس", duration=1),
        Step(title="استعلام از مراجع", unit="امور سیاسی", post="کارشناس مسئول", duration=5),
        Step(
            title="صدور یا رد مجوز",
            unit="معاونت سیاسی و اجتماعی",
            post="معاون فرماندار",
            duration=4,
            unit_of_time="working_hour",
        ),
    ),
    documents=(
        RequiredDocument(title="کارت ملی متقاضی", form="both"),
        RequiredDocument(title="سند مالکیت یا اجاره‌نامه محل", count=2),
        RequiredDocument(title="معرفی‌نامه", form="original", kinds=("legal",)),
        RequiredDocument(title="پروانه کسب", obligatory=False, condition="برای اصناف"),
    ),
    forms=("درخواست برگزاری مراسم",),
    legal_basis="ماده ۶ قانون احزاب",
    note="حضور متقاضی تنها یک بار لازم است.",
    average="۷ روز کاری (میانگین ۴۲ درخواست اخیر)",
    inquiries=(
        Inquiry(title="عدم سوءپیشینه", body="نیروی انتظامی"),
        Inquiry(title="مالکیت محل", body="سازمان ثبت اسناد و املاک کشور"),
    ),
    fees=(
        Fee(
            title="صدور مجوز",
            amount=500_000,
            account="4001-0123-4567-8901",
            article="ماده ۲۴ قانون وصول برخی از درآمدهای دولت",
        ),
    ),
    answerable=Answerable(
        name="علی رضایی",
        post="کارشناس امور اجتماعی",
        phone="011-52221234",
        hours="۷:۳۰ تا ۱۴:۰۰",
        deputy="مریم احمدی",
    ),
)


def information(**changes: object) -> InformationPaper:
    facts: dict[str, object] = {
        **SHARED,
        "sub_service": SERVICE,
        "version": 3,
        "edited": date(2026, 10, 2),
        "hours": (
            OfficeHours(days=(5, 6, 0, 1, 2), opens=time(7, 30), closes=time(14)),
            OfficeHours(days=(3,), opens=time(7, 30), closes=time(12)),
        ),
    }
    return InformationPaper(**(facts | changes))  # type: ignore[arg-type]


GROUNDS = (
    "بر اساس ماده ۱۳ آیین‌نامه چگونگی تأمین امنیت اجتماعات و راهپیمایی‌های قانونی (مصوب ۱۳۸۱/۰۶/۳۱)"
    " و با توجه به نظر موافق نیروی انتظامی به شماره 1405/ن/3812 و بررسی مدارک ارائه‌شده."
)
CONTENT = (
    "با برگزاری مراسم در تاریخ ۱۴۰۵/۰۹/۲۰ از ساعت ۱۶:۰۰ تا ۱۹:۰۰ در سالن اجتماعات شهرداری چالوس"
    " موافقت می‌شود. رعایت ضوابط ایمنی و ترافیکی بر عهده برگزارکننده است."
)


def answer(**changes: object) -> AnswerPaper:
    facts: dict[str, object] = {
        **SHARED,
        "number": "482719305563/1",
        "issued": date(2026, 11, 30),
        "id": "0012345679",
        "name": "محمدرضا کریمی‌نژاد",
        "grounds": GROUNDS,
        "content": CONTENT,
        "objection": "کمیسیون ماده ۱۰ احزاب استان، ظرف ۲۰ روز از تاریخ ابلاغ؛"
        " دیوان عدالت اداری، ظرف ۳ ماه.",
        "remarks": "",
        "issuer_name": "مهدی صالحی",
        "issuer_post": "معاون سیاسی و اجتماعی فرماندار",
        "letter_number": "1405/3/8812",
        "tracking": "482719305563",
    }
    return AnswerPaper(**(facts | changes))  # type: ignore[arg-type]


TITLES = (
    "صدور مجوز برگزاری مراسم و اجتماعات",
    "رسیدگی به شکایات مردمی از ادارات تابعه",
    LONG_TITLE,
    "معرفی به بانک‌های عامل برای تسهیلات اشتغال روستایی",
    "صدور پروانه مؤسسات قرآنی",
)


def rows(count: int) -> tuple[LogRow, ...]:
    """Rows as a day brings them: many alike in dates, each with its own number."""
    day = AT.date()
    return tuple(
        LogRow(
            tracking=f"{100000000000 + number * 77773:012}",
            sub_service=TITLES[(number * 7) % len(TITLES)],
            received=day,
            promised=day + timedelta(days=3 + number % 9),
            first_step=day if number % 3 else None,
            last_step=day + timedelta(days=number % 4) if number % 5 == 0 else None,
            delivered=day + timedelta(days=number % 4) if number % 10 == 0 else None,
            mark="voided" if number % 97 == 96 else "",
        )
        for number in range(count)
    )


def log(received: int = 12, answered: int = 5, **changes: object) -> LogPaper:
    facts: dict[str, object] = {
        **SHARED,
        "day": AT.date(),
        "received": rows(received),
        "answered": rows(answered),
        "totals": LogTotals(requests=received, answers=answered, guidance=31, deficiencies=4),
        "head": "9f2c4e7ab0d1835566a7c1f0e4b29d7713c58e0a44bb90f2d6e1a7c35f8890ab",
    }
    return LogPaper(**(facts | changes))  # type: ignore[arg-type]


def handover(count: int = 6, **changes: object) -> HandoverPaper:
    units = ("دبیرخانه", "امور سیاسی", "معاونت سیاسی و اجتماعی")
    facts: dict[str, object] = {
        **SHARED,
        "day": AT.date(),
        "rows": tuple(
            HandoverRow(
                tracking=f"{100000000000 + number * 77773:012}",
                sub_service=TITLES[number % len(TITLES)],
                name=LONG_NAME if number % 4 == 2 else "محمدرضا کریمی‌نژاد",
                unit=units[number % 3],
                letter="1405/ن/3812" if number % 2 else "",
            )
            for number in range(count)
        ),
    }
    return HandoverPaper(**(facts | changes))  # type: ignore[arg-type]


def appointments(count: int = 5, **changes: object) -> AppointmentsPaper:
    facts: dict[str, object] = {
        **SHARED,
        "day": AT.date(),
        "rows": tuple(
            AppointmentRow(
                time=time(8 + number // 6, number % 6 * 10),
                number=f"{40210 + number}",
                name=LONG_NAME if number % 4 == 2 else "محمدرضا کریمی‌نژاد",
                sub_service=TITLES[number % len(TITLES)],
                mobile="09121234567" if number % 2 else "",
                label="" if number % 3 else "الف ۰۱۷",
                note="با همراه" if number % 2 else "",
            )
            for number in range(count)
        ),
    }
    return AppointmentsPaper(**(facts | changes))  # type: ignore[arg-type]


def cover(**changes: object) -> CoverPaper:
    facts: dict[str, object] = {
        **SHARED,
        "tracking": "482719305563",
        "sub_service": "صدور مجوز برگزاری مراسم و اجتماعات",
        "name": "محمدرضا کریمی‌نژاد",
        "id": "0012345679",
        "received": AT,
        "promised": datetime(2026, 12, 1, 14, 0),
        "unit": "امور سیاسی",
        "letter": "1405/3/8812",
        "documents": (
            PaperDocument(title="کارت ملی متقاضی", form="both"),
            PaperDocument(title="سند مالکیت یا اجاره‌نامه محل", form="copy"),
            PaperDocument(title="فرم درخواست برگزاری مراسم", form="original"),
        ),
        "steps": steps(tracking="482719305563").steps,
        "remarks": "متقاضی برای روز 20 آذر درخواست دارد.",
        "payload": "482719305563",
    }
    return CoverPaper(**(facts | changes))  # type: ignore[arg-type]


def board(count: int = 8, **changes: object) -> BoardPaper:
    departments = ("معاونت سیاسی و اجتماعی", "معاونت اقتصادی", "دفتر امور روستایی")
    facts: dict[str, object] = {
        **SHARED,
        "services": tuple(
            BoardLine(
                code=str(number + 1),
                title=TITLES[number % len(TITLES)],
                department=departments[number % 3],
            )
            for number in range(count)
        ),
        "hours": information().hours,
    }
    return BoardPaper(**(facts | changes))  # type: ignore[arg-type]


def survey(**changes: object) -> SurveyPaper:
    facts: dict[str, object] = {
        **SHARED,
        "sub_service": "صدور مجوز برگزاری مراسم و اجتماعات",
        "head_of_agency": "حسن یوسفی، استاندار",
    }
    return SurveyPaper(**(facts | changes))  # type: ignore[arg-type]


def steps(**changes: object) -> StepsPaper:
    made = tuple(
        StepRow(
            title=step.title,
            unit=step.unit,
            post=step.post,
            duration=step.duration,
            unit_of_time=step.unit_of_time,
            handed_over=AT + timedelta(hours=number),
            done=AT + timedelta(days=number + 1) if number < 2 else None,
        )
        for number, step in enumerate(SERVICE.steps)
    )
    facts: dict[str, object] = {**SHARED, "sub_service": SERVICE.title, "steps": made}
    return StepsPaper(**(facts | changes))  # type: ignore[arg-type]


def letterhead(**changes: object) -> Letterhead:
    return msgspec.structs.replace(LETTERHEAD, **changes)


def emblem() -> bytes:
    """A small round picture with a clear ground."""
    image = Image.new("LA", (90, 90), (0, 0))
    ImageDraw.Draw(image).ellipse((5, 5, 84, 84), fill=(40, 255), outline=(0, 255), width=4)
    buffer = BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


def endless_receipt() -> ReceiptPaper:
    return receipt(
        sub_service=LONG_TITLE * 2,
        name=LONG_NAME,
        representative=LONG_NAME,
        clerk=LONG_NAME,
        documents=(LONG_TITLE,) * 6,
        answerable=LONG_NAME,
        copy=COPY,
        ended="voided",
        ended_reason="باطل شد",
        letterhead=letterhead(sample=True, office=LONG_TITLE, emblem=emblem()),
    )


def empty_receipt() -> ReceiptPaper:
    bare = Letterhead(agency="", office="")
    return ReceiptPaper(
        letterhead=bare,
        at=AT,
        tracking="",
        sub_service="",
        name="",
        id="",
        received=AT,
        promised=AT,
    )


def long_ticket() -> TicketPaper:
    return ticket(
        label="الف‌ب ۱۲۳",
        sub_service=LONG_TITLE * 2,
        documents=(PaperDocument(title=LONG_TITLE),) * 12,
    )


def bare_ticket() -> TicketPaper:
    return ticket(label="۷", counters=(), wait=None, documents=(), collecting=True)


def long_deficiency() -> DeficiencyPaper:
    paper = PaperDocument(title=LONG_TITLE, form="both", where=LONG_TITLE)
    return deficiency(
        missing=(paper,) * 14, name=LONG_NAME, legal_basis=LONG_TITLE, clerk=LONG_NAME
    )


def long_answer() -> AnswerPaper:
    strange = '<b>x</b> "q" 😀😀 ۀ لٰ https://example.ir/' + "a" * 120
    return answer(
        name=LONG_NAME,
        grounds=GROUNDS * 8,
        content=f"{CONTENT * 12}\n\n{strange}",
        objection=CONTENT * 4,
        remarks=strange,
        issuer_name=LONG_NAME,
        issuer_post=LONG_TITLE,
        office_copy=True,
    )


def long_information() -> InformationPaper:
    service = msgspec.structs.replace(
        SERVICE,
        title=LONG_TITLE,
        places=(LONG_TITLE,) * 3,
        documents=SERVICE.documents * 6,
        url="https://khedmat.ostan-mz.ir/" + "q=1&" * 40,
    )
    return information(sub_service=service)


def long_steps() -> StepsPaper:
    row = StepRow(
        title=LONG_TITLE, unit=LONG_TITLE, post=LONG_NAME, duration=2.5, unit_of_time="calendar_day"
    )
    return steps(steps=(row,) * 12, tracking="482719305563", sub_service=LONG_TITLE)


def long_log() -> LogPaper:
    return log(80, 0, letterhead=letterhead(sample=True, emblem=emblem()), copy=COPY, counter="")


Make = Callable[..., Paper]
COPY = Copy(number=2, clerk="زهرا محمدی", at=datetime(2026, 11, 22, 9, 5))
PAGE, ROLL = sheet.A4, sheet.ROLL_80
ROLLS: tuple[Make, ...] = (ticket, deficiency, information, receipt, answer, steps)
"""What also goes on a roll."""
PAGES: tuple[Make, ...] = (log, survey, handover, cover, board, appointments)
"""What goes on pages alone."""
EVERY: tuple[Make, ...] = (*ROLLS, *PAGES)
"""One maker a kind of paper."""
CARELESS: tuple[Make, ...] = (
    endless_receipt,
    empty_receipt,
    long_ticket,
    bare_ticket,
    long_deficiency,
    long_answer,
    long_information,
    long_steps,
    long_log,
)
