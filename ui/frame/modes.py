"""What the desk does for a sub-service, in words."""

from app.sub_service import Mode
from ui.frame.words import tr


def mode_name(mode: Mode) -> str:
    """The mode as the chip says it (R12-R14)."""
    names = {
        1: tr("Guidance and information"),
        2: tr("Receiving requests and papers"),
        3: tr("Given at the desk itself"),
    }
    return names[mode]
