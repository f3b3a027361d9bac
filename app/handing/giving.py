"""The answer as a counter gives it: prepared or handed over, and on its way to the printer, in one
transaction.
"""

from typing import Literal

from app.deeds.answer import Draft, deliver, prepare_answer
from app.filling.answer import answer_paper
from app.folds.request import Request
from app.handing.handing_out import hand_out
from app.issuer import remember_issuer
from app.ports import Work
from app.showing.answer import draft_place
from app.value import Value


class Handing(Value, frozen=True, kw_only=True):
    """To whom the answer goes, and against what: the receipt, or a reason and an identity card."""

    receiver: Literal["applicant", "representative"] = "applicant"
    receipt: bool = True
    lost_reason: str = ""
    identity_document: str = ""
    counter: str = ""
    ticket: str = ""


def prepare_and_print(work: Work, tracking: str, draft: Draft) -> Request:
    """Table 4 is made, and printed to be signed and sealed. Refuses as `prepare_answer` does."""
    found = prepare_answer(work, tracking, draft)
    said = found.answers[-1].said
    remember_issuer(work, found.service, said.issuer_name, said.issuer_post)
    work.drop_draft(draft_place(found.tracking))
    hand_out(work, "answer", said.number)
    return found


def give(work: Work, tracking: str, handing: Handing, *, office_copy: bool = False) -> Request:
    """Hands the newest answer over. It is printed now unless the signed original lies there
    already; `office_copy` prints the one on which the receiver signs. Refuses as `deliver` does.
    """
    found = deliver(
        work,
        tracking,
        receiver=handing.receiver,
        counter=handing.counter,
        ticket=handing.ticket,
        receipt=handing.receipt,
        lost_reason=handing.lost_reason,
        identity_document=handing.identity_document,
    )
    number = found.answers[-1].said.number
    work.drop_draft(draft_place(found.tracking))
    if not found.copies("answer", number):
        hand_out(work, "answer", number)
    if office_copy:
        filled = answer_paper(work, number, office_copy=True)
        hand_out(work, "answer", number, filled=filled)
    return found
