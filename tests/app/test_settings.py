"""Settings: declared once, typed, bounded, in words; changed one by one."""

import json
from datetime import time

import pytest
from msgspec.structs import asdict, fields

from app.deeds.office import set_rules
from app.deeds.setting import change_setting
from app.events.office import Rules, RulesSet
from app.refusal import Refusal
from app.roles import STAFF
from app.settings import GROUPS, SETTINGS, Setting, as_field, in_rules, the_setting, typed, value_of
from resources import path
from tests.app.desk import Desk
from tests.app.opened import opened
from tests.house.test_contracts import ROOT

OF_OFFICE = [setting for setting in SETTINGS if not setting.here]
DOCS = (ROOT / "docs" / "settings.md").read_text("utf-8")
WORDS = json.loads(path("words", "settings.json").read_text("utf-8"))


@pytest.fixture
def desk() -> Desk:
    return opened()


def changed(desk: Desk, key: str, text: str, seen: str | None = None, code: str = "20") -> str:
    """By the supervisor, or by whom that code names."""
    with desk.look() as look:
        clerk = look.office.clerk(code).clerk
    with desk.work(clerk) as work:
        return change_setting(work, key, text, seen)


def test_every_field_of_the_office_is_declared_once() -> None:
    assert sorted(setting.key for setting in OF_OFFICE) == sorted(f.name for f in fields(Rules))
    assert len({setting.key for setting in SETTINGS}) == len(SETTINGS)


@pytest.mark.parametrize("setting", OF_OFFICE, ids=lambda setting: setting.key)
def test_the_default_is_what_holds_where_nobody_has_set_it(setting: Setting) -> None:
    assert in_rules(Rules(), setting.key) == setting.default
    assert as_field(setting, setting.default) == asdict(Rules())[setting.key]


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
def test_a_setting_has_its_words_and_takes_its_default(setting: Setting) -> None:
    said = WORDS[setting.key]
    assert said["name"]
    assert said["meaning"]
    if setting.kind == "choice":
        assert set(setting.choices) <= set(said)
    assert typed(setting, setting.default) == setting.default
    assert setting.group in GROUPS


def test_every_group_has_its_word() -> None:
    said = json.loads(path("words", "values.json").read_text("utf-8"))["setting_group"]
    assert set(said) == set(GROUPS)


def test_no_words_wait_for_a_setting_that_is_none() -> None:
    assert set(WORDS) == {setting.key for setting in SETTINGS}


def test_the_table_of_the_docs_is_what_is_declared() -> None:
    rows = [line for line in DOCS.splitlines() if line.startswith("| `")]
    assert rows == [row(setting) for setting in SETTINGS]


def row(setting: Setting) -> str:
    """A line of the table."""
    kind: str = setting.kind
    if kind == "count":
        kind = f"count {setting.least}–{setting.most}"
    elif kind == "choice":
        kind = f"choice: {', '.join(setting.choices)}"
    who = "staff" if setting.may == STAFF else "supervisor, administrator"
    of = "this PC" if setting.here else "office"
    cells = (f"`{setting.key}`", of, kind, setting.default or "—", who, setting.meaning)
    return f"| {' | '.join(cells)} |"


@pytest.mark.parametrize(
    ("key", "text", "code"),
    [
        ("alarm_wait", "", "setting_count"),
        ("alarm_wait", "-1", "setting_count"),
        ("alarm_wait", "481", "setting_count"),
        ("alarm_wait", "9" * 5000, "setting_count"),
        ("alarm_wait", "۲۰ دقیقه", "setting_count"),
        ("night", "perhaps", "setting_choice"),
        ("numbers_until", "25:00", "time_unreadable"),
        ("last_column", "ن" * 121, "setting_long"),
        ("backup_folder", "a\0b", "setting_folder"),
        ("kiosk_pin", "123", "setting_pin"),
        ("kiosk_pin", "123456789", "setting_pin"),
        ("kiosk_pin", "رمز۱۲", "setting_pin"),
        ("tickets_at", "کنار در", "setting_address"),
        ("tickets_at", "ftp://a.ir", "setting_address"),
        ("tickets_at", "nobat", "setting_address"),
        ("tickets_at", "https://nobat.example.ir/?a=1", "setting_address"),
        ("tickets_at", "https://nobat.example.ir/#x", "setting_address"),
        ("tickets_at", "https://nobat.example.ir:99999/", "setting_address"),
        ("tickets_at", "nobat.example.ir:0", "setting_address"),
        ("nothing", "1", "setting_unknown"),
    ],
)
def test_what_cannot_be_taken_is_refused_and_changes_nothing(
    desk: Desk, key: str, text: str, code: str
) -> None:
    before = len(desk.said())
    with pytest.raises(Refusal, match=code):
        changed(desk, key, text)
    assert len(desk.said()) == before


def test_one_is_changed_and_the_others_stay(desk: Desk) -> None:
    assert changed(desk, "alarm_wait", "۳۵") == "35"
    assert changed(desk, "numbers_until", "۱۳.۳۰") == "13:30"
    rules = Rules(**{**asdict(before(desk)), "alarm_wait": 35, "numbers_until": time(13, 30)})
    assert desk.said()[-1] == RulesSet(rules=rules)


def test_an_address_is_kept_as_it_was_typed(desk: Desk) -> None:
    for said in ("nobat.example.ir", "https://nobat.example.ir:8443/v/", "http://10.1.2.3"):
        assert changed(desk, "tickets_at", said) == said
    assert changed(desk, "tickets_at", "") == ""


def test_the_voice_ends_after_it_begins_however_it_is_set(desk: Desk) -> None:
    changed(desk, "voice_since", "8")
    with pytest.raises(Refusal, match="setting_voice"):
        changed(desk, "voice_until", "07:30")
    changed(desk, "voice_until", "14")
    rules = Rules(voice_since=time(9), voice_until=time(9))
    assert desk.refused(set_rules, rules).code == "setting_voice"
    assert desk.refused(set_rules, Rules(alarm_wait=9999)).code == "setting_count"


def before(desk: Desk) -> Rules:
    """As the desk was opened."""
    return next(each.rules for each in desk.said() if isinstance(each, RulesSet))


def test_the_same_again_is_no_event(desk: Desk) -> None:
    changed(desk, "alarm_wait", "35")
    count = len(desk.said())
    changed(desk, "alarm_wait", "۳۵")
    assert len(desk.said()) == count


def test_what_was_changed_meanwhile_is_not_written_over(desk: Desk) -> None:
    changed(desk, "alarm_wait", "35", "20")
    with pytest.raises(Refusal, match="setting_changed_meanwhile"):
        changed(desk, "alarm_wait", "40", "20")


def test_what_is_of_this_pc_is_a_row(desk: Desk) -> None:
    count = len(desk.said())
    with desk.work() as work:
        for key, text, row_ in (
            ("board_sound", "yes", "on"),
            ("contrast", "high", "high"),
            ("scale", "large", "1.5"),
            ("backup_folder", ' "/media/stick ۱" ', "/media/stick ۱"),
        ):
            change_setting(work, key, text)
            assert work.setting(key) == row_
            assert value_of(work, the_setting(key)) == text.strip().strip('"')
    assert len(desk.said()) == count


def test_who_only_serves_changes_the_look_of_this_pc_and_nothing_else(desk: Desk) -> None:
    assert changed(desk, "contrast", "high", code="11") == "high"
    for key in ("alarm_wait", "backup_folder"):
        with pytest.raises(Refusal, match="not_allowed"):
            changed(desk, key, "1", code="11")
