"""The status bar says how this PC and its centre stand; only what is wrong has colour."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from app.deeds.centre import Standing
from app.ports import RolledBack
from app.showing.sync import SyncState
from ui.frame.sync_words import age, alarms, sync_items
from ui.frame.words import speak_persian

NOW = datetime(2026, 11, 21, 7, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def persian(qapp: QApplication) -> None:
    speak_persian(qapp)


def said(state: SyncState) -> list[tuple[str, str]]:
    return [(item.text, item.tone) for item in sync_items(state, NOW)]


def state(centre: Standing = "reached", **parts: Any) -> SyncState:
    return SyncState(centre=centre, **parts)


def test_calm_is_grey() -> None:
    assert said(SyncState()) == [("مستقل، بدون مرکز", "calm")]
    assert said(state()) == [("همه موارد ارسال شده", "calm"), ("متصل به مرکز", "calm")]
    fresh = state(unsent=1, oldest=NOW - timedelta(seconds=3))
    assert said(fresh)[0] == ("ارسال‌نشده: ۱ مورد، قدیمی‌ترین همین حالا", "calm")


def test_what_waits_is_told_with_its_age() -> None:
    since = NOW - timedelta(hours=3, minutes=20)
    away = state("away", unsent=12, oldest=since, since=since)
    assert said(away) == [
        ("ارسال‌نشده: ۱۲ مورد، قدیمی‌ترین ۳ ساعت پیش", "warning"),
        ("بدون ارتباط با مرکز از ۰۷:۴۰", "warning"),
    ]
    stuck = state(unsent=2, oldest=NOW - timedelta(minutes=6))
    assert said(stuck)[0] == ("ارسال‌نشده: ۲ مورد، قدیمی‌ترین ۶ دقیقه پیش", "warning")
    old = state("away", since=NOW - timedelta(days=6))
    assert said(old)[1][0] == "بدون ارتباط با مرکز از ۱۴۰۵/۰۸/۲۴ ۱۱:۰۰"


def test_a_centre_that_lets_nobody_call_or_come_in_is_told() -> None:
    assert "برگ نوبت" in said(state("paused"))[1][0]
    assert said(state("unknown"))[1][1] == said(state("failed"))[1][1] == "trouble"
    assert "ورود" in said(state("unknown"))[1][0]
    assert said(state("unproven"))[1][1] == "trouble"
    assert "ساعت رایانه" in said(state("unproven"))[1][0]
    assert "اشکال در همگام‌سازی" in said(state("failed"))[1][0]
    assert said(state("revoked"))[1] == ("دسترسی این رایانه به مرکز لغو شده است", "trouble")


def test_the_gravest_alarm_stands_first_and_alone() -> None:
    wrong = state(another=True, aside=2, offset=timedelta(minutes=-61))
    assert len(tuple(alarms(wrong))) == 3
    assert [tone for _, tone in said(wrong)] == ["trouble", "calm", "calm"]
    assert "کپی" in said(wrong)[0][0]
    assert said(state(offset=timedelta(minutes=-61)))[0][0] == "ساعت رایانه ۶۱ دقیقه جلو است"
    assert said(state(offset=timedelta(minutes=61)))[0][0] == "ساعت رایانه ۶۱ دقیقه عقب است"
    assert len(said(state(offset=timedelta(minutes=1)))) == 2


@pytest.mark.parametrize(
    ("gone", "words"),
    [
        (timedelta(minutes=-5), "همین حالا"),
        (timedelta(seconds=59), "همین حالا"),
        (timedelta(minutes=59), "۵۹ دقیقه پیش"),
        (timedelta(hours=23, minutes=59), "۲۳ ساعت پیش"),
        (timedelta(days=9), "۹ روز پیش"),
    ],
)
def test_ages_are_told_in_words(gone: timedelta, words: str) -> None:
    assert age(NOW - gone, NOW) == words


def test_data_that_were_put_back_are_told_without_a_centre_too() -> None:
    rolled = RolledBack(at=NOW, events=3)
    told = ("اطلاعات این رایانه به وضعیت قدیمی‌تری برگشته است", "trouble")
    assert said(SyncState(rolled=rolled))[0] == told
    assert said(state(rolled=rolled))[0] == told
