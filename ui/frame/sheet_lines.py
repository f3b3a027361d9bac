"""The information sheet of a sub-service as headings and lines: a to g of the guide, in order."""

from app.event import moment
from app.folds.catalogue import Entry
from app.local import day_of
from app.persian import format_date, money, persian_digits
from app.sub_service import (
    Answerable,
    Fee,
    RequiredDocument,
    Step,
    SubService,
)
from app.value import Value
from ui.frame.words import tr

_DASH = " — "


class Part(Value, frozen=True, kw_only=True):
    """A heading and what stands under it."""

    heading: str
    lines: tuple[str, ...]


def sheet_parts(sheet: SubService) -> tuple[Part, ...]:
    """The seven parts of the guide; what was not said is said to be nothing."""
    nothing = tr("None.")
    parts = (
        (tr("Where it is given"), _places(sheet)),
        (tr("Steps of the work"), [_step(at, step) for at, step in enumerate(sheet.steps, 1)]),
        (tr("Papers needed"), _papers(sheet)),
        (tr("Usual duration"), [sheet.average]),
        (
            tr("Inquiries (made by the office)"),
            [_joined(inquiry.title, inquiry.body) for inquiry in sheet.inquiries],
        ),
        (tr("Fees"), [_fee(fee) for fee in sheet.fees] or [tr("This service is free.")]),
        (tr("Answerable"), _answerable(sheet.answerable)),
    )
    kept = [(heading, tuple(line for line in lines if line)) for heading, lines in parts]
    return tuple(
        Part(heading=f"{persian_digits(str(at))}. {heading}", lines=lines or (nothing,))
        for at, (heading, lines) in enumerate(kept, 1)
    )


def edition(entry: Entry) -> str:
    """«ویرایش ۳ — ۱۴۰۵/۰۸/۳۰»."""
    day = format_date(day_of(moment(entry.edited_at)))
    return tr("Edition {n} — {day}", n=entry.version, day=day)


def _places(sheet: SubService) -> list[str]:
    address = tr("Electronically: {address}", address=sheet.url) if sheet.url else ""
    return [*sheet.places, address]


def _step(number: int, step: Step) -> str:
    lasting = {
        "working_day": tr("{n} working days", n=_plain(step.duration)),
        "working_hour": tr("{n} working hours", n=_plain(step.duration)),
        "calendar_day": tr("{n} calendar days", n=_plain(step.duration)),
    }
    took = lasting[step.unit_of_time] if step.duration else ""
    return _joined(f"{persian_digits(str(number))}. {step.title}", step.unit, took)


def _papers(sheet: SubService) -> list[str]:
    forms = [tr("Form: {title}", title=form) for form in sheet.forms]
    basis = tr("Legal basis: {text}", text=sheet.legal_basis) if sheet.legal_basis else ""
    return [*map(_paper, sheet.documents), *forms, basis]


def _paper(paper: RequiredDocument) -> str:
    forms = {"original": tr("original"), "copy": tr("copy"), "both": tr("original and copy")}
    kinds = {
        "person": tr("natural persons"),
        "legal": tr("legal persons"),
        "foreigner": tr("foreigners"),
        "unnumbered": tr("persons without a code"),
    }
    count = tr("{n} copies", n=paper.count) if paper.count > 1 else ""
    whom = "، ".join(kinds[kind] for kind in paper.kinds)
    duty = "" if paper.obligatory or paper.condition else tr("if there is one")
    where = tr("from: {where}", where=paper.where) if paper.where else ""
    return _joined(paper.title, forms[paper.form], count, whom, paper.condition, duty, where)


def _fee(fee: Fee) -> str:
    account = tr("account {number}", number=fee.account) if fee.account else ""
    article = tr("basis: {text}", text=fee.article) if fee.article else ""
    return _joined(fee.title, money(fee.amount), account, article)


def _answerable(who: Answerable) -> list[str]:
    phone = tr("telephone {phone}", phone=who.phone) if who.phone else ""
    deputy = tr("Deputy: {name}", name=who.deputy) if who.deputy else ""
    return [_joined(who.name, who.post), phone, persian_digits(who.hours), deputy]


def _plain(amount: float) -> float:
    return int(amount) if amount == int(amount) else amount


def _joined(*parts: str) -> str:
    return _DASH.join(part for part in parts if part)
