"""The centre, as the supervisor sees it."""

import re
import shutil

from tests.ui.shell import Shell
from tests.ui.supervisor.conftest import Sits
from tests.ui.supervisor.supervisor import Supervisor
from ui.supervisor.centre.page import CentrePage


def test_a_desk_by_itself_has_nothing_to_tell_the_centre(supervisor: Supervisor) -> None:
    supervisor.hit("Shift+F9")
    page = supervisor.page
    assert isinstance(page, CentrePage)
    supervisor.waits(lambda: bool(page.pcs.rows))
    supervisor.hit("F8")
    assert supervisor.said == "هشداری نیست."
    supervisor.hit("F7")
    assert supervisor.said == "فراخوانی متوقف نیست."
    supervisor.hit("Esc")
    assert supervisor.page is not page


def test_data_that_were_put_back_are_an_alarm_until_somebody_has_looked(
    office: Shell, sits: Sits
) -> None:
    old = office.home / "old"
    shutil.copytree(office.data, old)
    for _ in range(2):
        office.done("issue", "--service", "16")
    shutil.rmtree(office.data)
    shutil.copytree(old, office.data)
    supervisor = sits()
    supervisor.hit("Shift+F9")
    page = supervisor.page
    assert isinstance(page, CentrePage)
    supervisor.waits(lambda: "وضعیت قدیمی‌تری برگشته است" in page.told.text)
    assert page.told.text.count("برگشته است") == 1
    assert "الف ۰۰۱ تا ۰۰۲" in plain(page.told.text)
    supervisor.hit("F8")
    supervisor.waits(lambda: "برگشته" not in page.told.text)


def plain(text: str) -> str:
    """Without what keeps a number in its direction."""
    return re.sub("[\u2066-\u2069]", "", text)
