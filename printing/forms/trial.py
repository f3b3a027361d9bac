"""The trial of a printer: its record, and marks by which a person sees whether that is right."""

from app.bidi import apart
from app.papers import TrialPaper
from app.persian import format_moment, persian_digits
from app.printer import Printer, Proof
from app.spooling.roads import RoadKind, road_kind
from printing.forms import frame, gauges, kinds, parts
from printing.forms.kinds import Type
from printing.model import Block, Document, Gap, Qr, Rule, text
from printing.sheet import Sheet

TITLE = "برگ آزمایش چاپگر"
LETTERS = (
    "بسم الله الرحمن الرحیم — پژوهشگر چابک، گفت‌وگوی ژرف، نظم و ضبط، حق و عدالت، ثبت و غیرت",
    "سلام، لازم، کلاس، الآن، بلاگردان، استعلام‌ها؛ می‌شود، خانه‌ها، ثبت‌نام",
    "ملّی، لطفاً، مؤسسه، مسئول، قرآن، مُهر و مِهر، جزء، هیئت",
    "۰۱۲۳۴۵۶۷۸۹ و 0123456789؛ ۱۴۰۵/۰۸/۳۰؛ ۵۰۰٬۰۰۰ ریال",
    "تبصره «۲» ماده (۱۰۰) [بند ۳]؛ تلفن ۰۲۱-۸۸۷۷۶۶۵۵؛ شماره 140508-00127-KX",
)
"""Joined letters, lam-alef and half-spaces, diacritics, digits, brackets and codes."""

_ROADS: dict[RoadKind, str] = {
    "none": "",
    "network": "شبکه (درگاه خام)",
    "usb": "کابل USB",
    "serial": "درگاه سریال",
    "ipp": "شبکه (IPP)",
    "folder": "پوشه؛ هر برگ یک فایل",
    "driver": "گرداننده سیستم",
    "system": "چاپگر سیستم",
}
_PROOFS: dict[Proof, str] = {
    "none": "ندارد",
    "status": "وضعیت در پایان چاپ",
    "process": "شماره کار در پایان چاپ",
}


def trial(paper: TrialPaper, sheet: Sheet) -> Document:
    """The same marks on a roll and on a page, as far as each can be wrong there."""
    kind = kinds.type_of(sheet)
    rows = paper.printer.strip
    marks = gauges.strips(sheet, rows) if sheet.roll else gauges.thin_lines(sheet)
    centre = kinds.styled(kind.strong, align="center")
    return Document(
        title=TITLE,
        top=frame.marks(paper, sheet),
        blocks=(
            *((gauges.edges(sheet),) if sheet.roll else ()),
            *gauges.ruler(sheet, kind),
            Gap(height=1),
            text(TITLE, kind.title),
            text(paper.letterhead.office, centre),
            text(format_moment(paper.at), kind.middle),
            Rule(thickness=0.3),
            *parts.rows_of(_record(paper.printer, roll=sheet.roll), kind.body),
            Rule(thickness=0.3),
            Gap(height=2),
            marks,
            Gap(height=2),
            Qr(payload=paper.payload, align="center"),
            text(apart(paper.payload), kind.middle),
            Gap(height=1),
            *(text(line, kind.body) for line in LETTERS),
            Gap(height=1.5),
            Rule(thickness=0.3),
            *_to_look_for(paper, kind, roll=sheet.roll),
        ),
        foot=() if sheet.roll else frame.foot(paper, sheet),
    )


def _record(printer: Printer, *, roll: bool) -> list[str]:
    """The printer's name, its road, and of a roll printer what is known of it."""
    lines = [f"چاپگر: {apart(printer.name)}", f"راه اتصال: {_ROADS[road_kind(printer.name)]}"]
    if not roll:
        return lines
    dots, dpi, strip, width = (
        persian_digits(str(number))
        for number in (printer.dots, printer.dpi, printer.strip, printer.width)
    )
    pause = f"{persian_digits(str(printer.pause))} هزارم ثانیه" if printer.pause else "ندارد"
    cut = "تیغه خودکار" if printer.knife else "پاره‌کردن با دست"
    drawn = "چاپگر" if printer.native_qr else "برنامه"
    return [
        *lines,
        f"پهنای رول: {width} میلی‌متر؛ سر چاپ: {dots} نقطه، {dpi} در اینچ",
        f"هر تکه: {strip} سطر؛ مکث پس از آن: {pause}",
        f"بریدن کاغذ: {cut}؛ کشیدن رمزینه: {drawn}؛ گواه چاپ: {_PROOFS[printer.proof]}",
    ]


def _to_look_for(paper: TrialPaper, kind: Type, *, roll: bool) -> tuple[Block, ...]:
    """What should be seen, and what to set otherwise where it is not."""
    said = _on_roll(paper) if roll else _on_page(paper)
    head = text("روی این برگ ببینید:", kinds.styled(kind.body, weight="bold"), stay=True)
    lines = [f"{persian_digits(str(place))}. {line}" for place, line in enumerate(said, 1)]
    return (head, *parts.rows_of(lines, kind.small))


def _on_roll(paper: TrialPaper) -> list[str]:
    lines = persian_digits(str(gauges.EDGE_LINES))
    last = "کاغذ زیر آخرین سطر بریده شده است." if paper.printer.knife else _TORN
    return [
        f"در هر دو لبه {lines} خط نازک جدا از هم دیده می‌شود؛ اگر نه، سر چاپ دیگری برگزینید.",
        _RULER,
        _SLANTING,
        f"رمزینه با خواننده همان {apart(paper.payload)} را می‌دهد؛ {_DRAWN}",
        _READS,
        last,
    ]


def _on_page(paper: TrialPaper) -> list[str]:
    return [
        _RULER + " اگر نه، چاپ را روی اندازه واقعی بگذارید.",
        "هر چهار خط نازک دیده می‌شود.",
        f"رمزینه با خواننده همان {apart(paper.payload)} را می‌دهد.",
        _READS,
        "همه نوشته‌ها روی کاغذ است و چیزی در لبه‌ها بریده نشده است.",
    ]


_RULER = "هر سانتی‌متر این خط‌کش با خط‌کش شما برابر است."
_READS = "حروف پیوسته است و کدها و پرانتزها به همین ترتیب خوانده می‌شود."
_SLANTING = (
    "خط‌های مورب یکسره و تکه‌های سیاه هم‌اندازه است؛ اگر نه، هر تکه را کوتاه‌تر یا مکث را بیشتر کنید."
)
_DRAWN = "اگر چاپ نشده است، کشیدن آن را به برنامه بسپارید."
_TORN = "آخرین سطر از لبه پاره‌کردن بیرون آمده است."
