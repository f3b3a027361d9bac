"""The Persian words for the closed choices of the catalogue, as the desk's screens write them."""

from db.exchange.kinds import Word

MODE = Word(
    {
        1: "اطلاع‌رسانی و راهنمایی",
        2: "دریافت درخواست و مدارک",
        3: "ارائه خدمت در محل میز خدمت",
    },
    also={},
)
CHANNEL = Word(
    {
        "desk": "میز خدمت حضوری",
        "both": "حضوری و الکترونیکی",
        "electronic": "الکترونیکی",
        "g2g": "میان دستگاه‌ها",
    },
    also={"حضوری": "desk"},
)
FITNESS = Word(
    {
        "presence": "نیاز به حضور ارباب رجوع",
        "frequent": "مراجعه مکرر",
        "standard": "مراحل شفاف و استاندارد",
    },
    also={},
)
TIME_UNIT = Word(
    {
        "working_day": "روز کاری",
        "working_hour": "ساعت کاری",
        "calendar_day": "روز تقویمی",
    },
    also={"روز": "working_day", "ساعت": "working_hour"},
)
FORM = Word(
    {"original": "اصل", "copy": "تصویر", "both": "اصل و تصویر"},
    also={"کپی": "copy", "رونوشت": "copy", "اصل و کپی": "both"},
)
APPLICANT = Word(
    {
        "person": "شخص حقیقی",
        "legal": "شخص حقوقی",
        "foreigner": "اتباع خارجی",
        "unnumbered": "شخص بدون کد",
    },
    also={"حقیقی": "person", "حقوقی": "legal", "اتباع": "foreigner", "بدون کد": "unnumbered"},
)
YES_NO = Word(
    {True: "بله", False: "خیر"},
    also={"yes": True, "no": False, "1": True, "0": False, "الزامی": True, "اختیاری": False},
)
FIELD = Word(
    {"text": "متن", "number": "عدد", "date": "تاریخ", "money": "مبلغ (ریال)"},
    also={"مبلغ": "money", "ریال": "money"},
)
RESULT = Word(
    {
        "done": "انجام شد",
        "agreed": "موافقت",
        "refused": "عدم موافقت",
        "applicant_must_act": "نیاز به اقدام متقاضی",
        "out_of_scope": "خارج از صلاحیت",
    },
    also={},
)
