"""What a visitor may hold in the hand: a receipt, an answer that is ready, a deficiency slip."""

from app.applicant import Applicant
from app.deeds.answer import Draft, prepare_answer
from app.deeds.call import call_next
from app.deeds.deficiency import announce_deficiency
from app.deeds.request import register
from app.deeds.ticket import issue
from app.deeds.visit import finish
from app.events.ticket import Missing
from app.ports import Work

CODE = "0012345679"
"""A national code with the right check digit."""


def receipt(work: Work) -> str:
    """A request is registered; its tracking number."""
    return register(work, "5", Applicant(id=CODE, name="سارا محمدی"), counter="1").tracking


def ready_answer(work: Work) -> str:
    """Its answer is ready."""
    tracking = receipt(work)
    draft = Draft(
        grounds="ماده ۲",
        content="موافقت شد.",
        objection="تا ده روز",
        issuer_name="رضا",
        issuer_post="رئیس",
    )
    prepare_answer(work, tracking, draft)
    return tracking


def slip(work: Work) -> str:
    """Somebody was sent home for a paper; what the slip's code says."""
    issue(work, "5")
    called = call_next(work, "2")
    missing = Missing(title="کارت ملی", form="original")
    after = announce_deficiency(work, called.id, (missing,))
    finish(work, called.id)
    return f"BJ:D:{after.deficiencies[-1].slip.token}"
