"""Whoever looks after the kiosk sees at its foot how it stands to its centre; visitors are told
nothing where all is well.
"""

from datetime import timedelta

from app.showing.sync import SyncState
from tests.ui.kiosk.conftest import MORNING, Opens
from tests.ui.kiosk.visitor import Visitor

LONG_AGO = MORNING - timedelta(hours=2)
UNSENT = "ارسال‌نشده"


def staff(visitor: Visitor) -> str:
    foot = visitor.window.screen_shown.foot
    assert foot is not None
    return foot.staff


def test_nothing_is_said_of_a_kiosk_by_itself(opens: Opens) -> None:
    assert staff(opens()) == ""


def test_nothing_is_said_where_all_is_well(opens: Opens) -> None:
    visitor = opens()
    visitor.window.synced(SyncState(centre="reached", unsent=2, oldest=MORNING))
    assert staff(visitor) == ""


def test_a_centre_that_is_away_is_told_with_what_waits(opens: Opens) -> None:
    visitor = opens()
    visitor.window.synced(
        SyncState(centre="away", unsent=12, oldest=LONG_AGO, since=MORNING - timedelta(hours=1))
    )
    said = staff(visitor)
    assert UNSENT in said
    assert "۱۲" in said
    assert "مرکز" in said
    visitor.window.build()
    assert staff(visitor) == said


def test_what_waits_for_long_is_told_though_the_centre_answers(opens: Opens) -> None:
    visitor = opens(wide=True)
    visitor.window.synced(SyncState(centre="reached", unsent=3, oldest=LONG_AGO))
    assert UNSENT in staff(visitor)
    visitor.window.synced(SyncState(centre="reached"))
    assert staff(visitor) == ""


def test_a_copied_pc_is_told(opens: Opens) -> None:
    visitor = opens()
    visitor.window.synced(SyncState(centre="reached", another=True))
    assert staff(visitor)
