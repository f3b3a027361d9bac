"""Whether what was typed into a sub-service's own field can be read."""

from app import details
from app.refusal import Refusal
from app.sub_service import FormField


def field_refusal(asked: FormField, text: str) -> Refusal | None:
    """Why the answer to that question is none."""
    try:
        details.read(asked, text)
    except Refusal as refusal:
        return refusal
    return None
