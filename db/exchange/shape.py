"""Every column of the catalogue, and the way between a sub-service and the values of its row."""

from typing import Any, cast

from app.catalogue_file import PERSON
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
from db.exchange import words
from db.exchange.field import Field, Table
from db.exchange.kinds import LARGEST_SUM, LONGEST_DURATION, Code, Duration, Number, Text, Words
from db.exchange.lines import Lines

CODE = Field("code", "کد", Code(), needed=True, also=("number", "شماره", "ردیف", "کد زیرخدمت"))

SIMPLE = (
    CODE,
    Field("title", "عنوان زیرخدمت", Text(), needed=True, also=("زیرخدمت", "عنوان")),
    Field("department", "معاونت", Text(), also=("حوزه", "حوزه / معاونت")),
    Field("official_id", "شناسه خدمت", Text()),
    Field("mode", "نحوه ارائه", words.MODE),
    Field("channel", "درگاه ارائه", words.CHANNEL),
    Field("fitness", "ویژگی‌های مناسب میز خدمت", Words(words.FITNESS)),
    Field("url", "نشانی الکترونیکی", Text()),
    Field("average", "متوسط مدت زمان ارائه", Text()),
    Field("legal_basis", "مستند قانونی", Text()),
    Field("note", "ملاحظات", Text()),
)

ANSWERABLE = (
    Field("answerable_name", "مسئول پاسخگو", Text()),
    Field("answerable_post", "سمت مسئول پاسخگو", Text()),
    Field("answerable_phone", "تلفن مسئول پاسخگو", Text()),
    Field("answerable_hours", "ساعت پاسخگویی", Text()),
    Field("answerable_deputy", "جانشین مسئول پاسخگو", Text()),
)

_TITLE = "title"
_AMOUNT = Number(0, LARGEST_SUM, whole=True)
_DURATION = Duration(0, LONGEST_DURATION, whole=False)


def _same(text: str) -> str:
    return text


def _texts(head: str) -> Lines:
    return Lines(Table((Field("text", head, Text(), needed=True),), _same))


_STEPS = Table(
    (
        Field(_TITLE, "عنوان مرحله", Text(), needed=True),
        Field("unit", "واحد مسئول انجام دهنده", Text()),
        Field("post", "پست سازمانی انجام دهنده", Text()),
        Field("duration", "مدت زمان انجام", _DURATION),
        Field("unit_of_time", "واحد زمان", words.TIME_UNIT),
    ),
    Step,
)
_PAPER = Field(_TITLE, "عنوان مدرک", Text(), needed=True)
_DOCUMENTS = Table(
    (
        _PAPER,
        Field("form", "اصل یا تصویر", words.FORM),
        Field("count", "تعداد", Number(1, 1000, whole=True)),
        Field("kinds", "برای چه کسی", Words(words.APPLICANT)),
        Field("obligatory", "الزامی", words.YES_NO),
        Field("condition", "شرط", Text()),
        Field("where", "محل دریافت", Text()),
    ),
    RequiredDocument,
    once=_PAPER,
)
_INQUIRIES = Table(
    (
        Field(_TITLE, "عنوان استعلام", Text(), needed=True),
        Field("body", "دستگاه پاسخ‌دهنده", Text()),
    ),
    Inquiry,
)
_FEES = Table(
    (
        Field(_TITLE, "عنوان هزینه", Text(), needed=True),
        Field("amount", "مبلغ (ریال)", _AMOUNT, needed=True, also=("مبلغ",)),
        Field("account", "شماره حساب", Text()),
        Field("article", "مستند قانونی پرداخت", Text()),
    ),
    Fee,
)
_READY_TEXTS = Table(
    (
        Field(_TITLE, "عنوان متن", Text(), needed=True),
        Field("result", "نتیجه", words.RESULT, needed=True),
        Field("grounds", "مستندات قانونی و استدلال‌ها", Text()),
        Field("content", "مفاد اصلی پاسخ", Text()),
        Field("objection", "مرجع و مهلت اعتراض", Text()),
        Field("remarks", "توضیحات", Text()),
    ),
    ReadyText,
)
_FIELDS = Table(
    (
        Field(_TITLE, "عنوان مشخصه", Text(), needed=True),
        Field("kind", "نوع مشخصه", words.FIELD),
        Field("obligatory", "الزامی", words.YES_NO),
    ),
    FormField,
)

LISTS = (
    Field("places", "محل‌های ارائه", _texts("نشانی محل")),
    Field("steps", "مراحل", Lines(_STEPS)),
    Field("documents", "مدارک", Lines(_DOCUMENTS)),
    Field("forms", "فرم‌ها", _texts("عنوان فرم")),
    Field("inquiries", "استعلام‌ها", Lines(_INQUIRIES)),
    Field("fees", "هزینه‌ها", Lines(_FEES)),
    Field("ready_texts", "متن‌های آماده", Lines(_READY_TEXTS)),
    Field("fields", "مشخصات درخواست", Lines(_FIELDS)),
)

ALL = (*SIMPLE, *ANSWERABLE, *LISTS)


def value_of(entry: SubService, field: Field) -> Any:
    """What the entry holds in this column."""
    if field.name.startswith(PERSON):
        return getattr(entry.answerable, field.name.removeprefix(PERSON))
    return getattr(entry, field.name)


def entry_of(values: dict[str, Any]) -> SubService:
    """The sub-service of a row's values by column name; what is not given is its default."""
    person = {k.removeprefix(PERSON): v for k, v in values.items() if k.startswith(PERSON)}
    rest = {k: v for k, v in values.items() if not k.startswith(PERSON)}
    return SubService(answerable=Answerable(**person), **rest)


def table_of(field: Field) -> Table:
    """The table that stands in a column of `LISTS`."""
    return cast(Lines, field.kind).table
