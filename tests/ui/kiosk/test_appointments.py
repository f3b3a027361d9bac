"""Who has an appointment comes to the kiosk: in time, late, or with a number that is none."""

from datetime import time

import pytest
from PySide6.QtCore import QSize

from app.deeds.appointment import make_appointment
from app.deeds.looking import today
from app.folds.appointment import Appointment
from tests.ui.kiosk.conftest import Opens
from tests.ui.kiosk.papers import CODE
from tests.ui.kiosk.test_shape import least_height
from tests.ui.kiosk.visitor import Visitor
from ui.kiosk.face import Face
from ui.kiosk.pages.home import HomePage
from ui.kiosk.pages.number import NumberPage
from ui.kiosk.pages.scan import ScanPage
from ui.kiosk.parts.touch import Touch
from ui.look.theme import Theme

CARD = "نوبت قبلی دارم"


def agreed(visitor: Visitor, hour: time, **told: str) -> Appointment:
    """Today at that time; the kiosk has heard of it."""
    made = visitor.does(
        lambda work: make_appointment(work, "5", today(work), hour, name="سارا محمدی", **told)
    )
    visitor.sees_news(lambda: visitor.window.attendant.shown.awaits)
    return made


def comes(visitor: Visitor, said: str) -> None:
    visitor.touches(CARD)
    visitor.scans(said)


def test_without_appointments_the_first_page_does_not_speak_of_them(opens: Opens) -> None:
    visitor = opens()
    assert not visitor.shows(CARD)
    agreed(visitor, time(12))
    assert visitor.shows(CARD)


@pytest.mark.parametrize("by", ["number", "code"])
def test_its_holder_gets_the_number_that_counts_from_the_agreed_time(opens: Opens, by: str) -> None:
    visitor = opens()
    made = agreed(visitor, time(12), holder=CODE)
    comes(visitor, made.said.number if by == "number" else CODE)
    given = visitor.number().given
    assert (given.agreed, given.late) == (made.said.at, False)
    assert "از ساعت ۱۲:۰۰" in visitor.page(NumberPage).advice[1].text


def test_digits_can_be_touched(opens: Opens) -> None:
    visitor = opens()
    made = agreed(visitor, time(12))
    visitor.touches(CARD)
    pad = {key.text(): key for key in visitor.page(ScanPage).pad.findChildren(Touch)}
    for digit in made.said.number.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")):
        visitor.touches_this(pad[digit])
    visitor.touches("دریافت نوبت")
    assert visitor.number().given.agreed == made.said.at


def test_who_comes_too_late_hears_that_the_turn_counts_from_now(opens: Opens) -> None:
    visitor = opens()
    made = agreed(visitor, time(11))
    visitor.clock.at = made.said.at.replace(hour=made.said.at.hour + 1)
    comes(visitor, made.said.number)
    assert "وقت تعیین‌شده گذشته است" in visitor.page(NumberPage).advice[1].text


def test_a_number_that_is_none_is_said_and_cannot_be_guessed(opens: Opens) -> None:
    visitor = opens()
    made = agreed(visitor, time(12))
    for _ in range(3):
        comes(visitor, "00000")
        assert "یافت نشد" in visitor.notice()
        visitor.touches("بازگشت")
    comes(visitor, made.said.number)
    assert "ثانیه دیگر" in visitor.notice()
    assert visitor.tickets() == 0


@pytest.mark.parametrize("low", [False, True])
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("wide", [False, True])
def test_there_is_room_for_the_sixth_card(
    opens: Opens, *, wide: bool, large: bool, low: bool
) -> None:
    visitor = opens(wide=wide)
    agreed(visitor, time(12))
    visitor.wants(large=large, low=low)
    for _ in range(2):
        screen = visitor.window.screen_shown
        assert least_height(screen) <= screen.height()
        spots = [each.geometry() for each in screen.page.findChildren(Touch)]
        assert not any(a.intersects(b) for a in spots for b in spots if a is not b)
        if isinstance(screen.page, HomePage):
            visitor.touches(CARD)


def test_the_number_of_an_appointment_stands_in_one_piece_as_it_was_told(theme: Theme) -> None:
    page = ScanPage(Face(theme, QSize(1080, 1920)), "appointment")
    for digit in "65304":
        page.field.put(digit)
    assert page.field.text() == "۶۵۳۰۴"
    page.field.put("1")
    assert page.field.text() == "۶۵۳۰ ۴۱", "a national code is longer"
