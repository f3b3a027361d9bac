"""The information sheet of a sub-service, step 4 a-g of the guide in its order (R30)."""

from datetime import date, timedelta

from app.papers import InformationPaper, OfficeHours
from app.persian import format_date, format_time, money, persian_digits, weekday_name
from app.sub_service import ApplicantKind, Channel, Mode, RequiredDocument, SubService
from printing.forms import frame, kinds, own, parts
from printing.forms.kinds import Type
from printing.forms.steps import lasting
from printing.model import Block, Document, Gap, Text, text
from printing.sheet import Sheet

TITLE = "برگ اطلاع‌رسانی"
NO_RECEIPT = "این برگ رسید ثبت درخواست نیست."
FREE = "این خدمت هزینه ندارد."
NONE = "ندارد."
_MODES: dict[Mode, str] = {
    1: "اطلاع‌رسانی و راهنمایی",
    2: "دریافت درخواست و مدارک",
    3: "ارائه در محل میز خدمت",
}
_KINDS: dict[ApplicantKind, str] = {
    "person": "شخص حقیقی",
    "legal": "شخص حقوقی",
    "foreigner": "اتباع خارجی",
    "unnumbered": "شخص بدون کد",
}
_MONDAY = date(2024, 1, 1)
_ELECTRONIC: tuple[Channel, ...] = ("electronic", "both")


def information(paper: InformationPaper, sheet: Sheet) -> Document:
    """The sheet: what, where, how long, with which papers, for how much, and whom to ask."""
    kind, service = _type(sheet), paper.sub_service
    edition = f"ویرایش {persian_digits(str(paper.version))} — {format_date(paper.edited)}"
    return Document(
        title=TITLE,
        top=frame.marks(paper, sheet),
        blocks=(
            *frame.letterhead(paper, sheet),
            text(TITLE, kind.title, stay=True),
            Gap(height=1.5),
            parts.field("زیرخدمت:", service.title, kind, factor=1.1),
            *own.merged(paper, {"how": (text(_kind_of(service), kind.body),)}),
            *_sections(paper, kind),
            *own.merged(paper, {"note": _note(service, kind)}),
            *own.sentences(paper, "before_signature", kind),
        ),
        later=frame.later(sheet, TITLE, service.title),
        foot=(
            Gap(height=2),
            text(f"{NO_RECEIPT} {edition}", kind.small),
            *frame.foot(paper, sheet),
        ),
    )


def _type(sheet: Sheet) -> Type:
    """A little smaller on A5, where the usual sheet shall need no second page."""
    kind = kinds.type_of(sheet)
    return kinds.type_sized(kind.body.size * 0.94) if sheet.name == "A5" else kind


def _note(service: SubService, kind: Type) -> tuple[Block, ...]:
    return (Gap(height=1.6), parts.typed(service.note, kind.body)) if service.note else ()


def _kind_of(service: SubService) -> str:
    how = _MODES[service.mode]
    if service.channel == "electronic":
        how = "الکترونیکی"
    elif service.channel == "both":
        how = f"{how} و الکترونیکی"
    number = f"شناسه: {parts.number(service.official_id)}" if service.official_id else ""
    return parts.joined(number, f"نحوه ارائه: {how}")


def _sections(paper: InformationPaper, kind: Type) -> tuple[Block, ...]:
    service = paper.sub_service
    average = service.average or "اعلام نشده است."
    sections = (
        ("محل ارائه", _places(paper)),
        ("مراحل گردش کار", _steps(service)),
        ("مستندات مورد نیاز", _documents(service)),
        ("متوسط مدت زمان ارائه", [average]),
        ("استعلام‌ها (دستگاه اخذ می‌کند)", _inquiries(service)),
        ("هزینه‌ها", _fees(service)),
        ("مسئول پاسخگو", _answerable(service)),
        ("پیگیری با شماره پیگیری", _follow(paper)),
    )
    blocks: list[Block] = []
    for number, (title, lines) in enumerate(sections, 1):
        heading = f"{persian_digits(str(number))}. {title}:"
        blocks += [Gap(height=kind.body.size * 0.13), *_section(heading, lines or [NONE], kind)]
    return tuple(blocks)


def _section(heading: str, lines: list[str], kind: Type) -> tuple[Text, ...]:
    """One line goes beside its heading, several under it."""
    if len(lines) == 1:
        return (parts.said(heading, lines[0], kind.body),)
    head = text(heading, kinds.styled(kind.body, weight="medium"), stay=True)
    return (head, *parts.rows_of([f"• {line}" for line in lines], kind.body))


def _places(paper: InformationPaper) -> list[str]:
    service, own = paper.sub_service, paper.letterhead
    places = list(service.places or (parts.joined(own.office, own.address, by="، "),))
    if service.channel == "electronic":
        places = list(service.places)
    if paper.hours:
        places.append(f"ساعت پاسخگویی: {'؛ '.join(map(hours_said, paper.hours))}")
    if service.url and service.channel in _ELECTRONIC:
        places.append(f"نشانی الکترونیکی: {service.url}")
    return places


def _steps(service: SubService) -> list[str]:
    return [
        parts.joined(step.title, step.unit, lasting(step.duration, step.unit_of_time), by=" — ")
        for step in service.steps
    ]


def hours_said(hours: OfficeHours) -> str:
    """«شنبه تا چهارشنبه، ۰۷:۳۰ تا ۱۴:۳۰»."""
    names = [weekday_name(_MONDAY + timedelta(days=day)) for day in hours.days]
    days = names[0] if len(names) == 1 else f"{names[0]} تا {names[-1]}"
    return f"{days}، {format_time(hours.opens)} تا {format_time(hours.closes)}"


def _documents(service: SubService) -> list[str]:
    papers = [_document(document) for document in service.documents]
    basis = [f"مستند قانونی: {service.legal_basis}"] * bool(service.legal_basis)
    return [*papers, *map(_form, service.forms), *basis]


def _form(title: str) -> str:
    """Most forms are called so already."""
    return title if title.startswith("فرم") else f"فرم: {title}"


def _document(document: RequiredDocument) -> str:
    count = f"{persian_digits(str(document.count))} نسخه" if document.count > 1 else ""
    whom = "، ".join(_KINDS[applicant] for applicant in document.kinds)
    duty = "" if document.obligatory else "در صورت وجود"
    where = f"محل دریافت: {document.where}" if document.where else ""
    form = parts.joined(parts.FORMS[document.form], count, by="، ")
    return parts.joined(document.title, form, whom, document.condition, duty, where, by=" — ")


def _inquiries(service: SubService) -> list[str]:
    return [parts.joined(inquiry.title, inquiry.body, by=" — ") for inquiry in service.inquiries]


def _fees(service: SubService) -> list[str]:
    if not service.fees:
        return [FREE]
    return [
        parts.joined(
            fee.title,
            money(fee.amount),
            f"شماره حساب\u00a0{parts.number(fee.account)}" if fee.account else "",
            f"مستند: {fee.article}" if fee.article else "",
            by=" — ",
        )
        for fee in service.fees
    ]


def _answerable(service: SubService) -> list[str]:
    person = service.answerable
    phone = parts.phone(person.phone)
    line = parts.joined(person.name, person.post, phone, person.hours, by="، ")
    deputy = f"جانشین: {person.deputy}" if person.deputy else ""
    return [part for part in (parts.joined(line, deputy),) if part]


def _follow(paper: InformationPaper) -> list[str]:
    own = paper.letterhead
    ways = parts.joined(persian_digits(own.phone), "کیوسک", own.url)
    line = f"پیامک\u00a0{persian_digits(own.sms_line)}"
    opinions = f"نظرات درباره میز خدمت: {line}" if own.sms_line else ""
    return [parts.joined(ways, opinions, by=" — ")]
