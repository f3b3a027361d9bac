"""Papers of nobody, filled as on a long day that is usual still: what a form looks like while it is
edited, so that what fits here fits the papers of nearly everybody.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from app.filling.common import letterhead, made, week_of, worn
from app.folds import catalogue
from app.local import day_of, local
from app.papers import (
    AnswerPaper,
    AppointmentRow,
    AppointmentsPaper,
    BoardLine,
    BoardPaper,
    CoverPaper,
    DeficiencyPaper,
    HandoverPaper,
    HandoverRow,
    InformationPaper,
    Kind,
    LogPaper,
    LogRow,
    LogTotals,
    PadPaper,
    Paper,
    PaperDocument,
    ReceiptPaper,
    StepRow,
    StepsPaper,
    SurveyPaper,
    TicketPaper,
)
from app.ports import Look
from app.sub_service import SubService
from app.templates.template import Template

_NAME, _CODE = "سیده فاطمه حسینی‌نژاد مرزن‌آبادی", "0012345679"
_TITLE = "صدور مجوز برگزاری مراسم، گردهمایی‌ها و اجتماعات عمومی در روستاهای تابع بخش"
_TRACKING, _CLERK = "482719305563", "زهرا محمدی"
_UNIT, _POST = "واحد امور اجتماعی", "کارشناس امور اجتماعی"
_OFFICIAL, _PHONE = "علی رضایی", "52220000"
_DOCUMENTS = (
    "تصویر کارت ملی",
    "اصل شناسنامه و تصویر همه صفحه‌ها",
    "سند مالکیت یا اجاره‌نامه محل",
    "گواهی شورای اسلامی روستا",
    "فرم تعهدنامه امضاشده",
)
_SLIP = "BJ:D:0"
_WAITS, _ROWS = 10, 12
"""Days until the answer is promised; rows of a log."""


def specimen(look: Look, kind: Kind, template: Template) -> Paper:
    """A paper of that kind with this template, on the office's own letterhead."""
    return worn(look, _KINDS[kind](look), template)


def _shared(look: Look) -> dict[str, object]:
    at, clerk = made(look)
    return {
        "letterhead": letterhead(look.office),
        "at": at,
        "counter": min(look.office.counters, default=""),
        "clerk": clerk or _CLERK,
    }


def _sheet(look: Look) -> SubService:
    """The first of the catalogue, so that steps and papers are such as the office has."""
    found = [look.load(catalogue.FOLD, entity) for entity in look.services()]
    known = [entry.sheet for entry in found if entry and not entry.retired]
    stepped = [sheet for sheet in known if sheet.steps]
    return next(iter([*stepped, *known]), SubService(code="1", title=_TITLE))


def _documents() -> tuple[PaperDocument, ...]:
    return tuple(PaperDocument(title=title) for title in _DOCUMENTS)


def _ticket(look: Look) -> Paper:
    return TicketPaper(
        **_shared(look),  # type: ignore[arg-type]
        label="الف ۰۱۷",
        sub_service=_TITLE,
        payload="BJ:T:0",
        counters=tuple(look.office.counters)[:2],
        ahead=3,
        wait=(10, 20),
        documents=_documents(),
        tolerance=look.office.rules.tolerance,
    )


def _deficiency(look: Look) -> Paper:
    return DeficiencyPaper(
        **_shared(look),  # type: ignore[arg-type]
        number="1405-0312",
        name=_NAME,
        id=_CODE,
        sub_service=_TITLE,
        missing=_documents(),
        received=("فرم درخواست",),
        fee=500_000,
        account="4001",
        version=1,
        until=_later(look).date(),
        token=_SLIP,
        answerable=_OFFICIAL,
        phone=_PHONE,
        reason="تغییر نشانی",
    )


def _information(look: Look) -> Paper:
    return InformationPaper(
        **_shared(look),  # type: ignore[arg-type]
        sub_service=_sheet(look),
        version=1,
        edited=_today(look),
        hours=week_of(look.office, _today(look)),
    )


def _receipt(look: Look) -> Paper:
    return ReceiptPaper(
        **_shared(look),  # type: ignore[arg-type]
        tracking=_TRACKING,
        sub_service=_TITLE,
        name=_NAME,
        id=_CODE,
        received=local(look.at),
        promised=_later(look),
        opens="07:30",
        closes="14:00",
        documents=_DOCUMENTS,
        answerable=_OFFICIAL,
        answerable_phone=_PHONE,
        payload=_TRACKING,
    )


def _answer(look: Look) -> Paper:
    return AnswerPaper(
        **_shared(look),  # type: ignore[arg-type]
        number=f"{_TRACKING}/1",
        issued=_today(look),
        id=_CODE,
        name=_NAME,
        grounds="به استناد قانون و دستورالعمل مربوط و مدارک ارائه‌شده.",
        content="با درخواست شما موافقت شد.",
        objection="ظرف بیست روز کاری به دبیرخانه همین واحد.",
        issuer_name=_OFFICIAL,
        issuer_post=_POST,
        tracking=_TRACKING,
    )


def _log(look: Look) -> Paper:
    today = _today(look)
    row = LogRow(
        tracking=_TRACKING,
        sub_service=_TITLE,
        received=today,
        promised=_later(look).date(),
        first_step=today,
    )
    return LogPaper(
        **_shared(look),  # type: ignore[arg-type]
        day=today,
        received=(row,) * _ROWS,
        answered=(),
        totals=LogTotals(requests=_ROWS, guidance=3, telephone=1, deficiencies=1),
        head=look.head.hex(),
        last_column=look.office.rules.last_column,
    )


def _steps(look: Look) -> Paper:
    sheet = _sheet(look)
    return StepsPaper(
        **_shared(look),  # type: ignore[arg-type]
        sub_service=sheet.title,
        steps=_step_rows(sheet),
    )


def _survey(look: Look) -> Paper:
    return SurveyPaper(**_shared(look), sub_service=_TITLE)  # type: ignore[arg-type]


def _handover(look: Look) -> Paper:
    row = HandoverRow(tracking=_TRACKING, sub_service=_TITLE, name=_NAME, unit=_UNIT)
    return HandoverPaper(
        **_shared(look),  # type: ignore[arg-type]
        day=_today(look),
        rows=(row,) * 3,
    )


def _appointments(look: Look) -> Paper:
    row = AppointmentRow(time=local(look.at).time(), number="40218", name=_NAME, sub_service=_TITLE)
    return AppointmentsPaper(
        **_shared(look),  # type: ignore[arg-type]
        day=_today(look),
        rows=(row,) * 3,
    )


def _cover(look: Look) -> Paper:
    return CoverPaper(
        **_shared(look),  # type: ignore[arg-type]
        tracking=_TRACKING,
        sub_service=_TITLE,
        name=_NAME,
        id=_CODE,
        received=local(look.at),
        promised=_later(look),
        unit=_UNIT,
        documents=_documents(),
        steps=_step_rows(_sheet(look)),
        payload=_TRACKING,
    )


def _board(look: Look) -> Paper:
    found = (look.load(catalogue.FOLD, entity) for entity in look.services())
    sheets = [entry.sheet for entry in found if entry and not entry.retired][:_ROWS]
    lines = [BoardLine(code=s.code, title=s.title, department=s.department) for s in sheets]
    return BoardPaper(
        **_shared(look),  # type: ignore[arg-type]
        services=tuple(lines) or (BoardLine(code="1", title=_TITLE),),
        hours=week_of(look.office, _today(look)),
    )


def _pad(look: Look) -> Paper:
    return PadPaper(
        **_shared(look),  # type: ignore[arg-type]
        pad="",
        printed=local(look.at),
        sheets=(_TRACKING,) * 2,
    )


def _step_rows(sheet: SubService) -> tuple[StepRow, ...]:
    rows = [
        StepRow(
            title=step.title,
            unit=step.unit,
            post=step.post,
            duration=step.duration,
            unit_of_time=step.unit_of_time,
        )
        for step in sheet.steps
    ]
    usual = StepRow(
        title="بررسی درخواست", unit=_UNIT, post=_POST, duration=2, unit_of_time="working_day"
    )
    return tuple(rows) or (usual,)


def _today(look: Look) -> date:
    return day_of(look.at)


def _later(look: Look) -> datetime:
    return local(look.at) + timedelta(days=_WAITS)


_KINDS: dict[Kind, Callable[[Look], Paper]] = {
    "ticket": _ticket,
    "deficiency": _deficiency,
    "information": _information,
    "receipt": _receipt,
    "answer": _answer,
    "log": _log,
    "survey": _survey,
    "steps": _steps,
    "handover": _handover,
    "cover": _cover,
    "board": _board,
    "pad": _pad,
    "appointments": _appointments,
}
