"""Taking down who asks: what is typed is checked, kept as typed, and never padded."""

from app.applicant import Applicant, Representative
from app.identity import applicant_id
from app.mobile import mobile
from app.persian import clean, search_key, tidy
from app.refusal import Refusal
from app.sub_service import ApplicantKind


def applicant(
    kind: ApplicantKind, id_text: str, name: str, *, mobile_text: str = "", father: str = ""
) -> Applicant:
    """A person, legal person, foreigner, or somebody without a code (R10), who is told from others
    of the same name by the father's name or a mobile number.

    Refuses `applicant_name_empty`, a wrong code by its own name, `mobile_wrong`,
    `applicant_not_told_apart`.
    """
    typed = tidy(clean(name))
    if not search_key(typed):
        raise Refusal("applicant_name_empty")
    taken = Applicant(
        kind=kind,
        id=applicant_id(kind, id_text),
        name=typed,
        father=tidy(clean(father)),
        mobile=mobile(mobile_text) if mobile_text else "",
    )
    if not (taken.id or told_apart(taken.father, taken.mobile)):
        raise Refusal("applicant_not_told_apart")
    return taken


def told_apart(father: str, mobile_text: str) -> bool:
    """Whether somebody without a code can be told from another of the same name."""
    return bool(search_key(father) or mobile_text.strip())


def representative(id_text: str, name: str, proxy: str = "") -> Representative:
    """Who speaks for the applicant: always a natural person, kept apart from them."""
    known = applicant("person", id_text, name)
    return Representative(id=known.id, name=known.name, proxy=tidy(clean(proxy)))
