"""Joins the page of the centre and the store."""

from app.deeds.centre import acknowledge, resume_calls
from app.showing.centre import CentreShown, centre_shown
from ui.frame.ask import Ask
from ui.frame.live import Live
from ui.frame.words import tr
from ui.supervisor.centre.page import CentrePage
from ui.supervisor.means import Means


def centre(means: Means) -> CentrePage:
    """The page, kept up to date while it is seen."""
    page = CentrePage(means.theme)

    def show(found: CentreShown) -> None:
        page.show_centre(found, means.clock.now())

    def seen() -> None:
        means.door.do(acknowledge, lambda _: live.again())

    def resume() -> None:
        question = tr("Grant calls again, without waiting for the PCs that have not been heard?")
        means.speaker.ask(Ask(question=question), lambda _: means.door.do(resume_calls))

    live = Live(means.door, page, lambda look: centre_shown(look, means.door.clerk), show)
    page.seen_wanted.connect(seen)
    page.resume_wanted.connect(resume)
    return page
