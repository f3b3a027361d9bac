"""The results that an answer may have, in words."""

from app.sub_service import AnswerResult
from ui.frame.words import tr


def result_words() -> dict[AnswerResult, str]:
    """Every result and its word, the usual ones first."""
    return {
        "done": tr("It was done"),
        "agreed": tr("Agreed"),
        "refused": tr("Not agreed"),
        "applicant_must_act": tr("The applicant must act"),
        "out_of_scope": tr("Out of competence"),
    }


def result_word(result: AnswerResult) -> str:
    """The word of one."""
    return result_words()[result]
