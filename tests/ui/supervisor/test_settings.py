"""Settings are found by typing, changed where they stand, taken back; who did it is told."""

import pytest

from app.deeds.office import set_rules
from app.deeds.setting import change_setting
from app.events.office import Rules
from app.settings import SETTINGS
from tests.ui.supervisor.conftest import Sits
from tests.ui.supervisor.supervisor import Supervisor
from ui.supervisor.settings.page import SettingsPage
from ui.supervisor.settings.settings_pane import SettingsPane


@pytest.fixture
def pane(supervisor: Supervisor) -> SettingsPane:
    return opened(supervisor)


def opened(supervisor: Supervisor) -> SettingsPane:
    supervisor.hit("Ctrl+0")
    page = supervisor.page
    assert isinstance(page, SettingsPage)
    supervisor.waits(lambda: len(page.settings.list.rows) == len(SETTINGS))
    return page.settings


def found(supervisor: Supervisor, pane: SettingsPane, words: str, key: str) -> None:
    supervisor.hit("Ctrl+0")
    supervisor.type(words)
    supervisor.rest()
    assert pane.setting is not None
    assert pane.setting.setting.key == key


def rules(supervisor: Supervisor) -> Rules:
    return supervisor.looks(lambda look: look.office.rules)


def cells(pane: SettingsPane, key: str) -> list[str]:
    row = next(row for row in pane.list.rows if row.key == key)
    return [cell.text for cell in row.cells]


def test_a_setting_is_found_by_its_meaning_and_changed(
    supervisor: Supervisor, pane: SettingsPane
) -> None:
    found(supervisor, pane, "انتظار طولانی", "alarm_wait")
    supervisor.hit("Enter")
    assert supervisor.question == "هشدار انتظار"
    supervisor.type("۳۰")
    supervisor.hit("Enter")
    assert rules(supervisor) == Rules(alarm_wait=30)
    assert "۳۰ دقیقه" in supervisor.said
    supervisor.waits(lambda: "۳۰ دقیقه" in cells(pane, "alarm_wait"))
    assert cells(pane, "alarm_wait")[3:] == ["۲۰ دقیقه", "پروین قاسمی‌نژاد"]
    assert [row.cells[2].text for row in pane.changes.rows] == ["۳۰ دقیقه"]


def test_what_cannot_be_taken_is_asked_again_with_what_was_typed(
    supervisor: Supervisor, pane: SettingsPane
) -> None:
    found(supervisor, pane, "هشدار انتظار", "alarm_wait")
    supervisor.hit("Enter")
    supervisor.type("هزار")
    supervisor.hit("Enter")
    assert "عددی از ۰ تا ۴۸۰" in supervisor.said
    assert supervisor.question == "هشدار انتظار"
    supervisor.type("45")
    supervisor.hit("Enter")
    assert rules(supervisor) == Rules(alarm_wait=45)


def test_a_time_is_typed_in_any_way_and_emptied(supervisor: Supervisor, pane: SettingsPane) -> None:
    found(supervisor, pane, "پایان نوبت", "numbers_until")
    supervisor.hit("Enter")
    supervisor.type("1330")
    supervisor.hit("Enter")
    assert str(rules(supervisor).numbers_until) == "13:30:00"
    supervisor.waits(lambda: "۱۳:۳۰" in cells(pane, "numbers_until"))
    supervisor.hit("Enter", "Backspace", "Enter")
    assert rules(supervisor).numbers_until is None


def test_a_key_takes_it_back_to_what_is_usual(supervisor: Supervisor, pane: SettingsPane) -> None:
    supervisor.does(lambda work: set_rules(work, Rules(tolerance=9, usual_days=4)))
    supervisor.waits(lambda: "۹ شماره" in cells(pane, "tolerance"))
    found(supervisor, pane, "دیرآمدن", "tolerance")
    supervisor.hit("F6")
    assert rules(supervisor) == Rules(usual_days=4)
    supervisor.waits(lambda: pane.setting is not None and pane.setting.usual)
    supervisor.hit("F6")
    assert "همین‌طور است" in supervisor.said


def test_one_of_a_few_is_chosen(supervisor: Supervisor, pane: SettingsPane) -> None:
    found(supervisor, pane, "مانده", "night")
    supervisor.hit("Enter")
    assert supervisor.choosing
    supervisor.hit("Down", "Enter")
    assert rules(supervisor).night == "keep"


def test_a_setting_of_this_pc_is_kept_in_its_row(
    supervisor: Supervisor, pane: SettingsPane
) -> None:
    found(supervisor, pane, "صدای هشدار", "board_sound")
    assert "همین رایانه" in pane.changes.empty
    supervisor.hit("Enter", "Down", "Enter")
    assert supervisor.looks(lambda look: look.setting("board_sound")) == "on"


def test_what_another_has_changed_meanwhile_is_not_written_over(
    supervisor: Supervisor, pane: SettingsPane
) -> None:
    found(supervisor, pane, "هشدار انتظار", "alarm_wait")
    supervisor.hit("Enter")
    supervisor.does(lambda work: set_rules(work, Rules(alarm_wait=11)))
    supervisor.type("45")
    supervisor.hit("Enter")
    assert "همکار دیگری" in supervisor.said
    assert rules(supervisor) == Rules(alarm_wait=11)


def test_who_only_serves_clients_changes_the_look_of_this_pc_alone(sits: Sits) -> None:
    clerk = sits(code="101")
    pane = opened(clerk)
    found(clerk, pane, "هشدار انتظار", "alarm_wait")
    clerk.hit("Enter")
    assert not clerk.question
    found(clerk, pane, "اندازه نوشته", "scale")
    clerk.hit("Enter", "Down", "Enter")
    assert clerk.looks(lambda look: look.setting("scale")) == "1.5"


def test_large_text_shows_many_settings_and_who_changed_the_chosen_one(sits: Sits) -> None:
    supervisor = sits(scale=1.5)
    pane = opened(supervisor)
    supervisor.does(lambda work: change_setting(work, "alarm_wait", "30"))
    found(supervisor, pane, "هشدار انتظار", "alarm_wait")
    supervisor.waits(lambda: "پروین قاسمی‌نژاد" in pane.last.text)
    assert "۳۰ دقیقه" in pane.last.text
    supervisor.hit("Esc")
    assert pane.setting is not None
    assert pane.setting.setting.key == "alarm_wait"
    seen = pane.list.viewport().height() // pane.list.visualRect(pane.list.currentIndex()).height()
    assert seen >= 5
    assert not pane.changes.isVisible()


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_page_fits(sits: Sits, scale: float) -> None:
    supervisor = sits(scale=scale)
    opened(supervisor)
    for combos in ((), ("F3",)):
        supervisor.hit(*combos)
        least = supervisor.page.minimumSizeHint()
        assert least.width() <= supervisor.page.width()
        assert least.height() <= supervisor.page.height()
