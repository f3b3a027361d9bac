"""The centre, as the supervisor sees it."""

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
