"""Every sentence that the program can say is there, is used, and is good Persian of the desk."""

import ast
import json
import re
from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Iterator
from string import Formatter
from typing import get_args

import pytest

from app.deeds.centre import Standing
from app.events import vocabulary
from app.events.conflict import How
from app.events.office import Role
from app.events.ticket import Outcome
from app.folds.fold import Reason
from app.folds.request import RequestState
from app.folds.ticket import TicketState
from app.refusal import Refusal
from app.showing.conflict import Subject
from app.showing.receipt import Verdict
from printing.forms import log as log_form
from resources import path
from tests.ui.shell import ROOT
from ui.cli.main import parser
from ui.log_file import COLUMNS
from ui.words import Words

FLOORS = ("app", "db", "printing", "ui")
REFUSALS: dict[str, str] = json.loads(path("words", "refusals.json").read_text("utf-8"))
ANSWERS: dict[str, str] = json.loads(path("words", "answers.json").read_text("utf-8"))
VALUES: dict[str, dict[str, str]] = json.loads(path("words", "values.json").read_text("utf-8"))
EVERY = {**REFUSALS, **{f"answers.{key}": text for key, text in ANSWERS.items()}}

CODE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)+|unexpected")

# Who names a code without raising it: what stands in such a table is raised by its neighbour.
TABLES = {
    "db/trouble.py": ("_CODES", "_WORDS", "_ERRNOS"),
    "db/central/trouble.py": ("CODES", "SAID"),
    "app/handing/visitors.py": ("_SAID",),
    "ui/cli/calling.py": ("_REASONS",),
}
# Codes that are put together: the file, and what the pieces give.
PIECED = {
    "app/identity.py": {
        "national_code_length": {"n"},
        "national_code_wrong": {"code"},
        "legal_id_length": {"n"},
        "legal_id_wrong": {"code"},
    },
    "ui/cli/options.py": {
        "option_choice": {"option", "value", "known"},
        "option_value_missing": {"option"},
        "option_both": {"option", "other"},
        "option_value_needless": {"option", "value"},
        "option_value_wrong": {"option", "value"},
        "option_missing": {"option"},
        "option_one_missing": {"option"},
        "option_unknown": {"option"},
    },
    "app/printer.py": {
        "printer_unreachable": {"printer"},
        "printer_offline": {"printer"},
        "printer_paper_out": {"printer"},
        "printer_cover_open": {"printer"},
        "printer_silent": {"printer"},
    },
}
SAID_OF_BUGS = {"unexpected"}

# The sentences of the glossary, by its numbers 1 to 30, where the program has come to need them.
GLOSSARY = {
    "national_code_wrong": "کد ملی {code} درست نیست. لطفاً ده رقم آن را از روی کارت ملی دوباره"
    " وارد کنید.",
    "national_code_length": "کد ملی باید ده رقم باشد؛ {n} رقم وارد شده است. صفرهای ابتدای آن را هم"
    " وارد کنید.",
    "applicant_name_empty": "نام و نام خانوادگی متقاضی وارد نشده است.",
    "nobody_waiting": "اکنون کسی در صف این باجه نیست.",
    "visit_open": "خدمت به نوبت {label} هنوز پایان نیافته است. نخست نتیجه مراجعه را مشخص کنید.",
    "service_not_here": "«{service}» در این باجه ارائه نمی‌شود. باجه‌های ارائه‌دهنده: {counters}.",
    "service_electronic_only": "«{service}» فقط به صورت الکترونیکی ارائه می‌شود: {address}. برگ"
    " اطلاع‌رسانی آن را چاپ کنید.",
    "service_g2g": "این خدمت میان دستگاه‌ها انجام می‌شود و در میز خدمت پذیرفته نمی‌شود؛ مسیر آن"
    " دبیرخانه است.",
    "duplicate_request": "همین متقاضی در {date} همین درخواست را با شماره پیگیری {tracking} ثبت کرده"
    " است. ثبت دوباره با ذکر دلیل ممکن است.",
    "tracking_wrong": "شماره پیگیری {text} درست نیست؛ احتمالاً یک رقم جابه‌جا وارد شده است.",
    "tracking_unknown": "درخواستی با شماره پیگیری {tracking} یافت نشد. شاید در واحد دیگری ثبت شده"
    " باشد.",
    "answer_not_ready": "پاسخ این درخواست هنوز آماده نشده است. موعد پاسخ: {date}؛ مرحله کنونی:"
    " {step}، {unit}.",
    "already_delivered": "پاسخ این درخواست در {datetime} به {name} تحویل شده است.",
    "not_entitled": "تحویل‌گیرنده نه متقاضی است و نه نماینده ثبت‌شده. معرفی‌نامه یا وکالت‌نامه لازم"
    " است.",
    "answer_incomplete": "«{field}» در ابلاغ پاسخ خالی است. بدون مستندات قانونی و مرجع و مهلت"
    " اعتراض، پاسخ ابلاغ نمی‌شود.",
    "clock_wrong": "ساعت رایانه ({now}) از آخرین ثبت ({last}) عقب‌تر است. تا اصلاح تاریخ، ثبت"
    " درخواست ممکن نیست.",
    "day_closed": "گزارش روز {date} بسته شده است. این مورد در برگ متمم همان روز ثبت می‌شود.",
    "not_allowed": "این کار در اختیار {role} است.",
    "sign_in_wrong": "نام یا گذرواژه درست نیست. {n} بار دیگر می‌توانید وارد کنید.",
    "printer_unavailable": "درخواست ثبت شد ولی رسید چاپ نشد: {state}. شماره پیگیری {tracking}؛ چاپ"
    " دوباره با Ctrl+9.",
    "centre_away": "ارتباط با مرکز برقرار نیست. کار ادامه دارد؛ فراخوان از روی برگ نوبت انجام شود.",
    "conflict_seen": "این نوبت همزمان در دو باجه خدمت گرفته است. مورد به فهرست مغایرت‌ها افزوده شد.",
    "catalogue_row_bad": "سطر {row}، ستون «{column}»: {problem}. هیچ سطری وارد نشد.",
    "store_newer": "این اطلاعات با نسخه تازه‌تری از برنامه ساخته شده است. برنامه را به‌روز کنید؛"
    " چیزی تغییر نکرد.",
    "disk_full": "فضای دیسک پر است و ثبت ممکن نیست. آخرین کار ثبت‌شده محفوظ است. راهبر سامانه را"
    " خبر کنید.",
    "unexpected": "اشکالی پیش آمد که پیش‌بینی نشده بود. کار شما محفوظ است؛ شرح آن برای راهبر سامانه"
    " ثبت شد.",
}
# Told otherwise, and why: the first three name keys of the counter's window, which a command line
# lacks; not every impossible date is a 30 Esfand.
DIFFERENT = {"documents_missing", "ticket_taken", "receipt_required", "date_impossible"}

FORBIDDEN = (
    "تیکت", "کاربر", "خطا", "پرینت", "کانتر", "گیشه", "ارور", "سینک", "آفلاین", "آنلاین", "لاگین",
    "پسورد", "سرچ", "بکاپ", "آپدیت", "کد رهگیری", "کنسل", "دیتابیس", "مشتری", "کلاینت", "اپراتور",
    "متصدی", "سوپروایزر", "اشتباه", "!",
)  # fmt: skip


class Raised:
    """One place where a refusal is made; `facts` None: who reads the source cannot tell them."""

    def __init__(self, where: str, code: str, facts: set[str] | None) -> None:
        self.where = where
        self.code = code
        self.facts = facts


def sources() -> Iterator[tuple[str, ast.Module]]:
    """Every file of the floors that refuse, by its path in the project."""
    for floor in FLOORS:
        for file in sorted((ROOT / floor).rglob("*.py")):
            yield file.relative_to(ROOT).as_posix(), ast.parse(file.read_text("utf-8"))


def refusals(name: str, tree: ast.Module) -> Iterator[Raised]:
    """What a file refuses: calls of `Refusal`, and tables of codes that such calls look into."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="Refusal"), args=[first], keywords=keywords):
                names = {word.arg for word in keywords}
                facts = None if None in names else {str(word) for word in names}
                yield from codes_of(name, node.lineno, first, facts)
    for table in TABLES.get(name, ()):
        yield from tabled(name, tree, table)


def codes_of(name: str, line: int, first: ast.expr, facts: set[str] | None) -> Iterator[Raised]:
    """The code as it stands, or every one of those that its pieces give."""
    where = f"{name}:{line}"
    if isinstance(first, ast.Constant):
        yield Raised(where, str(first.value), facts)
    elif isinstance(first, ast.JoinedStr):
        assert name in PIECED, f"{where} puts a code together that this test does not know"
        yield from (Raised(where, code, given) for code, given in PIECED[name].items())
    else:
        assert name in TABLES or name == "app/refusal.py", f"{where} raises a code unseen"


def tabled(name: str, tree: ast.Module, table: str) -> Iterator[Raised]:
    """The codes that are values of a dict of this name."""
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=found)], value=ast.Dict(values=values)):
                if found == table:
                    for value in values:
                        assert isinstance(value, ast.Constant)
                        yield Raised(f"{name}:{value.lineno}", str(value.value), set())


RAISED = [raised for name, tree in sources() for raised in refusals(name, tree)]
CODES = {raised.code for raised in RAISED}


def placeholders(sentence: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(sentence) if field is not None}


def test_refusals_are_found_in_the_sources() -> None:
    assert len(RAISED) > 100
    assert {"answer_not_ready", "disk_full", "catalogue_row_bad", "legal_id_wrong"} <= CODES


def test_every_refusal_has_its_sentence() -> None:
    assert CODES - set(REFUSALS) == set()


def test_no_sentence_waits_for_a_refusal_that_nobody_raises() -> None:
    assert set(REFUSALS) - CODES - SAID_OF_BUGS == set()


def test_every_fact_of_a_sentence_is_given_wherever_it_is_raised() -> None:
    wanting = {
        raised.where: placeholders(REFUSALS[raised.code]) - raised.facts
        for raised in RAISED
        if raised.facts is not None and raised.code in REFUSALS
    }
    assert {where: facts for where, facts in wanting.items() if facts} == {}


def test_the_sentences_of_the_glossary_are_word_for_word() -> None:
    ours = {code: text for code, text in REFUSALS.items() if code in GLOSSARY}
    assert ours == {code: text for code, text in GLOSSARY.items() if code in REFUSALS}
    assert set(REFUSALS) >= DIFFERENT


@pytest.mark.parametrize("key", EVERY)
def test_a_sentence_keeps_to_the_rules_of_writing(key: str) -> None:
    plain = re.sub(r"\{\w*\}", "", EVERY[key])
    assert [word for word in FORBIDDEN if word in plain] == []
    assert re.findall("[0-9٠-٩]", plain) == []
    assert re.findall("[يكة,;?]", plain) == []
    assert "هٔ" not in plain
    assert "  " not in EVERY[key] or key in ("answers.event_line", "answers.found")
    assert re.search(r"\bمی (?=\w)|\w ها\b", plain) is None, "a half-space is missing"


@pytest.mark.parametrize("code", REFUSALS)
def test_a_refusal_is_at_most_three_short_sentences(code: str) -> None:
    sentence = REFUSALS[code]
    assert sentence.endswith(".")
    assert len(re.findall(r"\.(?=\s|$)", sentence)) <= 3
    assert len(sentence) <= 150


def test_answers_are_all_used() -> None:
    told = {
        node.value
        for _, tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    pieced = {f"key_{place}" for place in ("file", "keyring")}
    pieced |= {"chain_whole", "chain_broken", "projections_equal", "projections_different"}
    pieced |= {f"receipt_{verdict}" for verdict in get_args(Verdict)}
    pieced |= {f"centre_{standing}" for standing in ("none", *get_args(Standing))}
    assert set(ANSWERS) - told - pieced == set()
    assert pieced <= set(ANSWERS)


def test_every_value_that_is_shown_has_its_word() -> None:
    states = {*get_args(RequestState), *get_args(TicketState)}
    assert states == set(VALUES["state"])
    assert set(get_args(Outcome)) == set(VALUES["outcome"])
    assert set(get_args(Role)) == set(VALUES["role"])
    assert {kind.__name__ for kind in vocabulary().kinds} == set(VALUES["kind"])
    assert set(get_args(How)) == set(VALUES["how"])
    assert set(get_args(Subject)) == set(VALUES["subject"])


def test_every_conflict_has_its_sentence_and_says_what_to_do() -> None:
    reasons = set(get_args(Reason)) - {""}
    assert reasons == set(VALUES["conflict"]) == set(VALUES["advice"])
    for text in (*VALUES["conflict"].values(), *VALUES["advice"].values()):
        assert text.endswith(".")
        assert len(text) <= 110


def test_every_field_that_is_refused_has_its_word() -> None:
    fields = {
        str(word.value)
        for _, tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.For | ast.comprehension)
        and isinstance(node.target, ast.Name)
        and node.target.id == "field"
        and isinstance(node.iter, ast.Tuple)
        for word in node.iter.elts
        if isinstance(word, ast.Constant)
    }
    assert {"grounds", "objection", "issuer_post"} <= fields
    assert fields <= set(VALUES["field"])


def test_the_log_has_the_same_columns_in_a_table_as_on_paper() -> None:
    heads = [VALUES["log_column"][name] for name in COLUMNS]
    assert heads == [*log_form.COLUMNS, log_form.LAST]
    assert VALUES["part"] == {
        "received": log_form.RECEIVED,
        "answered": log_form.ANSWERED,
        "late_received": log_form.LATE_RECEIVED,
        "late_answered": log_form.LATE_ANSWERED,
        "changed": log_form.CHANGED,
    }


# -- how facts look --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "facts", "sentence"),
    [
        ("tracking_wrong", {"text": "12"}, "شماره پیگیری ۱۲ درست نیست"),
        (
            "tracking_unknown",
            {"tracking": "482719305563"},
            "شماره پیگیری \u2066۴۸۲۷ ۱۹۳۰ ۵۵۶۳\u2069 یافت نشد",
        ),
        ("service_unknown", {"service": ""}, "با کد «—»"),
        ("visit_open", {"label": ""}, "نوبت بدون شماره هنوز"),
        ("ticket_ended", {"label": "الف ۰۰۱", "state": "no_show"}, "(حاضر نشد)"),
        ("documents_missing", {"n": 2, "documents": ["الف", "ب"]}, "۲ مدرک لازم"),
        ("documents_missing", {"n": 2, "documents": ["الف", "ب"]}, "الف، ب."),
        ("file_missing", {"path": "/a1/b\n2"}, "فایل \u2066/a1/b 2\u2069 یافت نشد"),
        ("file_missing", {"path": "tmp/acc/out/"}, "فایل \u2066tmp/acc/out/\u2069 یافت نشد"),
        ("printer_unknown", {"printer": "چاپگر رول"}, "به نام چاپگر رول در"),
        ("key_missing", {"place": "keyring"}, "(گاوصندوق سیستم‌عامل)"),
        ("minutes_wrong", {}, "۷۲۰ دقیقه"),
        ("service_unknown", {}, "با کد «—»"),
        ("label_unknown", {"label": "a\x1b[1m\u202eb"}, "«a [1m b»"),
        (
            "not_allowed",
            {"role": ("clerk", "supervisor")},
            "در اختیار کارمند میز خدمت، مسئول میز خدمت است.",
        ),
        ("template_paper_wrong", {"paper_size": ("A4", "A5")}, "کاغذهای ممکن: A4، A5."),
    ],
)
def test_facts_are_shown_as_people_read_them(
    code: str, facts: dict[str, object], sentence: str
) -> None:
    assert sentence in Words().refusal(Refusal(code, **facts))


# -- the handbook ----------------------------------------------------------------------------------

HANDBOOK = (ROOT / "docs/commands.md").read_text("utf-8")


def commands() -> dict[str, ArgumentParser]:
    """Every command of the program."""
    found = next(a for a in parser()._actions if isinstance(a, _SubParsersAction))
    return dict(found.choices)


@pytest.mark.parametrize("name", commands())
def test_commands_are_documented(name: str) -> None:
    found = re.search(rf"^## `{name}`$(.*?)(?=^## |\Z)", HANDBOOK, re.DOTALL | re.MULTILINE)
    assert found, f"docs/commands.md lacks {name}"
    common = {option for action in parser()._actions for option in action.option_strings}
    options = {o for action in commands()[name]._actions for o in action.option_strings}
    told = set(re.findall(r"--[a-z][a-z-]*", found[1]))
    assert options - common <= told
    assert told <= options | common | {"--"}
    assert f"bajeh {name}" in found[1], "an example"


def test_common_options_are_documented() -> None:
    head = HANDBOOK.partition("\n## ")[0]
    assert {"--data", "--json", "--clerk", "--unshaped"} <= set(re.findall(r"--[a-z]+", head))


def test_the_handbook_names_no_command_that_is_gone() -> None:
    assert set(re.findall(r"^## `([\w-]+)`$", HANDBOOK, re.MULTILINE)) == set(commands())
