"""Pictures."""
from datetime import timedelta
from pathlib import Path
import pytest
from tests.ui.counter.conftest import Sits
from tests.ui.counter.test_appointments import made, opens

@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_pics(sits: Sits, scale: float) -> None:
    clerk = sits("1", scale=scale)
    def pic(name: str) -> None:
        clerk.rest()
        clerk.window.grab().save(f"/tmp/pics7/{name}-{scale}.png")
    made(clerk, 20)
    made(clerk, 45, name="گل‌محمد نورزایی", holder="", mobile_text="09121234567")
    made(clerk, 90, name="سیده فاطمه زهرا حسینی‌نژاد طباطبایی", holder="")
    page = opens(clerk)
    clerk.waits(lambda: len(page.table.rows) == 3)
    clerk.hit("F8")
    clerk.waits(lambda: page.line is not None and page.line.standing == "come")
    clerk.hit("Down", "Down", "F11")
    clerk.type("تلفن کرد")
    clerk.hit("Enter")
    clerk.clock.at += timedelta(minutes=70)
    page.table.go(1)
    clerk.window.beside._booking._live.again()
    clerk.rest()
    pic("appointments")
    clerk.hit("F4"); clerk.type("27"); clerk.hit("Enter")
    clerk.type("زهرا محمدی"); clerk.hit("Enter"); clerk.type("2190764157")
    clerk.hit("Enter", "Enter", "Enter"); clerk.type("10:30")
    pic("form")
    clerk.hit("Esc", "Esc")
    pic("idle")
    for _ in range(3):
        clerk.clock.at += timedelta(minutes=1)
        clerk.gives(priority="elderly")
    clerk.hit("F2", "Shift+F6")
    pic("why")
    clerk.hit("Shift+F4")
    pic("back")
    clerk.hit("Esc", "Shift+F11"); clerk.type("2"); clerk.hit("Enter")
    pic("after")
    clerk.type("1"); clerk.rest()
    clerk.hit("F2", "Shift+F6")
    pic("why2")
    clerk.hit("Shift+F7")
    pic("restask")
    clerk.hit("Esc", "F4", "Shift+F7"); clerk.type("1"); clerk.rest()
    clerk.clock.at += timedelta(minutes=12)
    clerk.window.tick()
    pic("rests")
    clerk.hit("F1")
    pic("help")
