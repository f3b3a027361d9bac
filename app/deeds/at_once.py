"""Mode 3 (R14): the service is given at the desk while the client waits."""

from app.deeds.answer import deliver, draft_from_ready_text, prepare_answer
from app.deeds.step import take_back
from app.folds.request import Request
from app.ports import Work
from app.roles import deed


@deed
def give_at_once(
    work: Work, found: Request, ready_text: str, *, issuer_name: str, issuer_post: str
) -> Request:
    """What was just registered is given in the same stroke: its steps are taken as done, the ready
    answer is prepared, and handed over to whoever asked. The receipt never left the desk.

    Refuses as `draft_from_ready_text`, `prepare_answer` and `deliver` do.
    """
    for _ in found.steps:
        take_back(work, found.tracking)
    draft = draft_from_ready_text(work, found.tracking, ready_text, issuer_name, issuer_post)
    prepare_answer(work, found.tracking, draft)
    return deliver(
        work,
        found.tracking,
        receiver="representative" if found.representative else "applicant",
        counter=found.counter,
        ticket=found.ticket,
    )
