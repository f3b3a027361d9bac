"""The first start, by keyboard alone: an office of one's own, the sample, a backup."""

import secrets
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.deeds.clerk import passwords_in_use
from app.deeds.spool import printers_of
from app.persian import persian_digits
from app.ports import Look
from app.refusal import Refusal
from app.settings import KIOSK_PIN
from app.signing_in import enter
from app.spooling.printers import named_printers
from tests.printing.readback import missing
from tests.ui.keyboard import focused, types
from tests.ui.shell import HandClock, Shell
from tests.ui.wizard.conftest import refusal_of, wizard
from ui import bootstrap
from ui.cli.windows import House
from ui.frame.problems import Problems
from ui.look.theme import Theme
from ui.own import Wanted, own_of
from ui.wizard.checks import check_pc, check_printers, network_name
from ui.wizard.done import DoneStep
from ui.wizard.forms import OfficeStep, PrinterStep, RestoreStep
from ui.wizard.key import KeyStep
from ui.wizard.pc import PcStep
from ui.wizard.summary import SummaryStep
from ui.wizard.welcome import WelcomeStep
from ui.wizard.window import WizardWindow
from ui.words import Words

ENTER, ESC, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Down
MINE = Wanted(office="فرمانداری نوشهر", series="الف", clerk="مریم رستمی‌زاده")


class Hands:
    """Counts the keys of a person who sets a PC up."""

    def __init__(self) -> None:
        self.keys = 0
        self.letters = 0

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(focused(), key)
            self.keys += 1

    def types(self, text: str) -> None:
        types(text)
        self.letters += len(text)


def look(house: House, read: Callable[[Look], object]) -> object:
    with closing(house.open()) as desk, desk.journal.look() as seen:
        return read(seen)


def key_step(qtbot: QtBot, window: WizardWindow) -> KeyStep:
    qtbot.waitUntil(lambda: isinstance(window.page, KeyStep))
    assert isinstance(window.page, KeyStep)
    return window.page


def make_mine(hands: Hands, *, confirm: bool = True, password: str = "") -> None:
    """From the first page to the summary, and over it."""
    hands.press(ENTER)
    hands.types("وزارت کشور")
    hands.press(ENTER)
    hands.types("فرمانداری شهرستان نوشهر")
    hands.press(ENTER, ENTER, ENTER)
    hands.press(ENTER, ENTER)
    hands.types("مریم رستمی زاده")
    hands.press(ENTER)
    hands.types(password)
    hands.press(ENTER)
    if password:
        hands.types(password)
        hands.press(ENTER)
    hands.press(ENTER, ENTER)
    if confirm:
        hands.press(ENTER)


def test_an_office_of_ones_own_in_less_than_three_minutes(
    qtbot: QtBot, window: WizardWindow, house: House
) -> None:
    hands = Hands()
    make_mine(hands)
    step = key_step(qtbot, window)
    hands.press(ENTER)
    hands.types(step._groups[step.asked])
    hands.press(ENTER)
    qtbot.waitUntil(lambda: isinstance(window.page, DoneStep))
    with qtbot.waitSignal(window.ready):
        hands.press(ENTER)
    assert hands.keys <= 18
    assert hands.keys + hands.letters < 3 * 60, "at one key a second"
    assert look(house, lambda seen: seen.office.described.name) == "فرمانداری شهرستان نوشهر"
    own = look(house, own_of)
    assert own.window == "counter:1"  # type: ignore[attr-defined]
    assert own.key_unseen is False  # type: ignore[attr-defined]
    clerk = look(house, lambda seen: seen.office.clerk("1"))
    assert (clerk.name, clerk.role) == ("مریم رستمی زاده", "supervisor")  # type: ignore[attr-defined]


def test_a_password_that_is_chosen_at_set_up_is_asked_for(
    qtbot: QtBot, window: WizardWindow, house: House
) -> None:
    make_mine(Hands(), password="قله دماوند ۱۴۰۵")
    key_step(qtbot, window)
    with closing(house.open()) as desk:
        came = enter(desk.journal, desk.passwords, "1", "قله دماوند 1405", "counter:1")
        assert (came.name, came.change) == ("مریم رستمی زاده", False)
    assert look(house, passwords_in_use)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"password": "قله دماوند", "again": "قله سهند"}, "passwords_differ"),
        ({"again": "قله سهند"}, "passwords_differ"),
        ({"password": "کوتاه", "again": "کوتاه"}, "password_short"),
        ({"password": "باجه نمونه", "again": "باجه نمونه"}, "password_of_sample"),
    ],
)
def test_a_password_that_will_not_do_is_refused_before_anything_is_made(
    changes: dict[str, str], code: str
) -> None:
    with pytest.raises(Refusal, match=code):
        check_pc(replace(MINE, **changes))


def test_nothing_is_written_before_the_summary_is_confirmed(
    window: WizardWindow, house: House
) -> None:
    make_mine(Hands(), confirm=False)
    assert isinstance(window.page, SummaryStep)
    assert refusal_of(house) == "store_missing"
    assert not house.folder.exists()


def test_the_sample_office_takes_four_keys(
    qtbot: QtBot, window: WizardWindow, house: House
) -> None:
    types("2")
    assert isinstance(window.page, PrinterStep)
    Hands().press(ENTER, ENTER)
    assert isinstance(window.page, SummaryStep)
    Hands().press(ENTER)
    key_step(qtbot, window)
    assert len(look(house, lambda seen: tuple(seen.services()))) >= 38  # type: ignore[arg-type]


def test_a_page_that_is_not_complete_says_what_is_missing(
    window: WizardWindow,
) -> None:
    hands = Hands()
    hands.press(ENTER)
    hands.press(ENTER, Qt.Key.Key_F8)
    assert window.strip.text == "نام دستگاه خالی است."
    assert isinstance(window.page, OfficeStep)
    assert window.page.agency.line.hasFocus()
    hands.types("وزارت کشور")
    hands.press(Qt.Key.Key_F8)
    assert window.strip.text == "نام واحد خالی است."
    assert window.page.office.line.hasFocus()


def test_letters_typed_at_once_are_not_the_role_of_the_pc(window: WizardWindow) -> None:
    hands = Hands()
    hands.press(ENTER)
    assert isinstance(window.page, OfficeStep)
    window.page.agency.show_value("وزارت کشور")
    window.page.office.show_value("فرمانداری")
    hands.press(Qt.Key.Key_F8)
    step = window.page
    assert isinstance(step, PcStep)
    assert step.number.line.hasFocus()
    hands.types("کیوسک")
    assert step.role.value() == "counter"
    hands.types("7")
    assert step.number.value() == "7"


def test_esc_goes_back_and_nothing_typed_is_lost(window: WizardWindow) -> None:
    hands = Hands()
    hands.press(ENTER)
    hands.types("وزارت کشور")
    hands.press(ESC)
    assert isinstance(window.page, WelcomeStep)
    hands.press(ENTER)
    assert isinstance(window.page, OfficeStep)
    assert window.page.agency.value() == "وزارت کشور"


def at_a_kiosk(window: WizardWindow) -> PcStep:
    """The page of this PC, where a kiosk was chosen and its clerk named."""
    Hands().press(ENTER)
    assert isinstance(window.page, OfficeStep)
    window.page.agency.show_value("وزارت کشور")
    window.page.office.show_value("فرمانداری")
    Hands().press(Qt.Key.Key_F8)
    step = window.page
    assert isinstance(step, PcStep)
    step.role.choice.setFocus()
    Hands().press(DOWN)
    assert not step.kiosk.isHidden()
    assert step.number.isHidden()
    step.clerk.show_value("مریم")
    return step


def test_a_kiosk_is_asked_for_its_name(window: WizardWindow) -> None:
    at_a_kiosk(window).pin.show_value("4071")
    Hands().press(Qt.Key.Key_F8)
    assert window._wanted.role == "kiosk"
    assert window._wanted.name == "ورودی"


@pytest.mark.parametrize(("typed", "said"), [("", "وارد نشده"), ("407", "۴ تا ۸ رقم")])
def test_a_kiosk_is_not_set_up_without_the_digits_that_leave_it(
    window: WizardWindow, typed: str, said: str
) -> None:
    step = at_a_kiosk(window)
    assert "تنها با رمز خروج بسته می‌شود" in step.lead.text
    step.pin.setFocus()
    types(typed)
    Hands().press(Qt.Key.Key_F8)
    assert said in window.strip.text
    assert window.page is step
    assert step.pin.line.hasFocus()


def test_a_kiosk_that_was_set_up_is_left_by_its_digits(house: House) -> None:
    house.set_up(replace(MINE, role="kiosk", name="ورودی", pin="۴۰۷۱"))
    assert look(house, lambda seen: seen.setting(KIOSK_PIN)) == "4071"


def test_digits_that_are_no_pin_leave_no_office_behind(house: House) -> None:
    with pytest.raises(Refusal, match="setting_pin"):
        house.set_up(replace(MINE, role="kiosk", name="ورودی", pin="12"))
    assert refusal_of(house) == "store_missing"


def test_a_counter_is_asked_for_no_pin(window: WizardWindow) -> None:
    step = at_a_kiosk(window)
    step.pin.show_value("4071")
    step.role.show_value("counter")
    step._show()
    assert step.pin.isHidden()
    assert "رمز" not in step.lead.text
    assert not step.read(MINE).pin


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"name": "0"}, "counter_number_wrong"),
        ({"name": ""}, "counter_number_wrong"),
        ({"role": "kiosk", "name": ""}, "kiosk_name_empty"),
        ({"role": "kiosk", "pin": ""}, "kiosk_pin_empty"),
        ({"role": "kiosk", "pin": "123456789"}, "setting_pin"),
        ({"series": ""}, "series_empty"),
        ({"series": "۱الف"}, "series_wrong"),
        ({"series": "الف ب"}, "series_wrong"),
        ({"clerk": ""}, "clerk_name_empty"),
    ],
)
def test_what_a_pc_must_have(changes: dict[str, str], code: str) -> None:
    with pytest.raises(Refusal) as refused:
        check_pc(Wanted(**{"series": "الف", "clerk": "مریم", **changes}))  # type: ignore[arg-type]
    assert refused.value.code == code


@pytest.mark.parametrize("typed", ["192.168.1.50", "۱۹۲.۱۶۸.۱.۵۰", " 192.168.1.50:9100 "])
def test_the_address_of_a_printer_in_any_digits(typed: str) -> None:
    name = network_name(typed)
    assert name.startswith("tcp://192.168.1.50")
    check_printers(named_printers(roll=name))


@pytest.mark.parametrize("typed", ["", "چاپگر", "a b/c", "1.2.3.4:x"])
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(Refusal) as refused:
        check_printers(named_printers(page=network_name(typed)))
    assert refused.value.code == "printer_unknown"


def test_a_wrong_group_is_refused_and_the_key_can_be_seen_again(
    qtbot: QtBot, window: WizardWindow, house: House
) -> None:
    house.set_up(MINE)
    window._show_key("-".join(f"{n}" * 6 for n in range(1, 9)))
    step = key_step(qtbot, window)
    hands = Hands()
    hands.press(ENTER)
    covered = [step.shown.covered]
    wrong = str(9 - step.asked) * 6 if step.asked != 4 else "999999"
    hands.types(wrong)
    hands.press(ENTER)
    assert f"گروه {persian_digits(str(step.asked + 1))}" in window.strip.text
    hands.press(ESC)
    assert [*covered, step.shown.covered] == [True, False]
    assert window.page is step


def test_the_key_goes_into_a_file_that_can_be_printed(
    qtbot: QtBot, window: WizardWindow, house: House, tmp_path: Path
) -> None:
    house.set_up(MINE)
    with closing(house.open()) as desk:
        key = desk.recovery_key
    window._show_key(key)
    key_step(qtbot, window)
    hands = Hands()
    hands.press(Qt.Key.Key_F7)
    file = tmp_path / "key.pdf"
    hands.types(str(file))
    hands.press(ENTER)
    qtbot.waitUntil(lambda: "فایل" in window.strip.text)
    assert missing(key.split("-"), file.read_bytes()) == []


def test_the_key_is_printed(
    qtbot: QtBot, window: WizardWindow, house: House, tmp_path: Path
) -> None:
    folder = tmp_path / "paper"
    house.set_up(replace(MINE, printers=named_printers(page=f"file:{folder}")))
    with closing(house.open()) as desk:
        window._show_key(desk.recovery_key)
    key_step(qtbot, window)
    Hands().press(Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: bool(window.strip.text))
    assert [file.name for file in folder.iterdir()] == ["bajeh-recovery-key.pdf"]


def test_without_a_printer_the_key_is_not_printed(
    qtbot: QtBot, window: WizardWindow, house: House
) -> None:
    house.set_up(MINE)
    window._show_key("1-2")
    Hands().press(Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: bool(window.strip.text))
    assert "چاپگری تعیین نشده" in window.strip.text


def test_printers_are_kept(house: House) -> None:
    printers = named_printers(roll="tcp://10.0.0.9", width=58, page="HP")
    house.set_up(replace(MINE, printers=printers))
    assert look(house, printers_of) == printers


def test_a_backup_is_restored(
    qtbot: QtBot, window: WizardWindow, house: House, tmp_path: Path
) -> None:
    other = House(tmp_path / "other", HandClock())
    other.set_up(MINE)
    file = tmp_path / "backup.bajeh"
    with closing(other.open()) as desk:
        desk.backup(file)
        key = desk.recovery_key
    types("3")
    assert isinstance(window.page, RestoreStep)
    hands = Hands()
    hands.types(str(file))
    hands.press(ENTER)
    hands.types(key)
    hands.press(ENTER)
    qtbot.waitUntil(lambda: isinstance(window.page, DoneStep))
    assert look(house, lambda seen: seen.office.described.name) == MINE.office


def test_a_backup_is_restored_on_another_pc_by_its_file_and_its_key_alone(
    qtbot: QtBot, qapp: QApplication, persian: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_pc(monkeypatch, tmp_path / "first")
    first = Shell(tmp_path / "first" / "office", tmp_path)
    key = first.done("setup", "--sample")["recovery_key"]
    tracking, label = first.register(), first.done("issue", "--service", "35")["label"]
    before = first.events()
    file = tmp_path / "stick" / "backup.bajeh"
    file.parent.mkdir()
    first.done("backup", str(file))
    shutil.rmtree(tmp_path / "first")
    at_pc(monkeypatch, tmp_path / "second")
    house = House(tmp_path / "second" / "office", HandClock())
    window = wizard(qtbot, qapp, house)
    types("3")
    hands = Hands()
    hands.types(str(file))
    hands.press(ENTER)
    hands.types(key)
    hands.press(ENTER)
    qtbot.waitUntil(lambda: isinstance(window.page, DoneStep))
    second = Shell(house.folder, tmp_path)
    assert second.done("show", tracking)["tracking"] == tracking
    assert second.events() >= before
    given = second.done("issue", "--service", "35")["label"]
    assert given > label, "a number that is on somebody's paper is not given again"
    assert second.register(repeated="گم شد") != tracking
    second.verified()


def at_pc(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    """From now on everything is asked of a PC that nobody has used."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "HOME"):
        folder = home / "user" / name
        folder.mkdir(parents=True, mode=0o700)
        monkeypatch.setenv(name, str(folder))


def test_a_key_that_is_not_of_the_backup_is_refused(
    qtbot: QtBot, window: WizardWindow, house: House, tmp_path: Path
) -> None:
    types("3")
    step = window.page
    assert isinstance(step, RestoreStep)
    step.file.line.setText(str(tmp_path / "nothing"))
    Hands().press(Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: bool(window.strip.text) and "در حال" not in window.strip.text)
    assert "۴۸ رقم" in window.strip.text
    assert refusal_of(house) == "store_missing"


@pytest.mark.expected_log("ZeroDivisionError")
def test_a_bug_while_it_is_made_leaves_the_page_alive(
    qtbot: QtBot, window: WizardWindow, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(bootstrap, "set_up", broken)
    make_mine(Hands())
    qtbot.waitUntil(lambda: bool(window.strip.text))
    assert isinstance(window.page, SummaryStep)
    assert not window.page.making
    assert refusal_of(house) == "store_missing"


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_every_page_fits(
    qtbot: QtBot, qapp: QApplication, persian: None, house: House, scale: float
) -> None:
    theme = Theme(scale=scale)
    theme.apply(qapp)
    window = WizardWindow(theme, house, Problems(Words()))
    qtbot.addWidget(window)
    window.resize(1366, 728)
    window.show()
    window._printers.roll.show_value("network")
    window._printers.page.show_value("network")
    window._printers._show()
    window._summary.show_wanted(MINE)
    window._pc.role.show_value("kiosk")
    window._pc._show()
    steps = (window._office, window._pc, window._printers, window._summary, KeyStep(theme, "1-2"))
    for step in steps:
        window._step(step, 2)
        window._place()
        assert step.minimumSizeHint().height() <= window.pages.height()


def test_which_group_is_asked_for_is_chance(
    qtbot: QtBot, window: WizardWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(secrets, "randbelow", lambda most: most - 1)
    window._show_key("1-2-3")
    assert key_step(qtbot, window).asked == 2
