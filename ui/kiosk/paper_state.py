"""What the visitor may hope for of a paper on its way."""

from app.spooling.spool import Job, came_elsewhere
from ui.kiosk.places import PaperState

_CAME = ("confirmed", "sent")
_ON_ITS_WAY = ("queued", "sending")


def paper_state(job: Job | None) -> PaperState:
    """What stopped a paper once is told until it has gone well."""
    if job is None:
        return "missing"
    if job.state in _CAME:
        return "came"
    stopped = bool(job.why) and not came_elsewhere(job)
    return "missing" if stopped or job.state not in _ON_ITS_WAY else "awaited"
