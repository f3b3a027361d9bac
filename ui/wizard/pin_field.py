"""Where the PIN of a kiosk is chosen."""

from app.settings import BY_KEY, KIOSK_PIN
from ui.frame.words import tr
from ui.look.parts.field import Field
from ui.look.theme import Theme


def pin_field(theme: Theme) -> Field:
    """Shown as it is typed: it is typed once."""
    pin = BY_KEY[KIOSK_PIN]
    note = tr("{least} to {most} digits", least=pin.least, most=pin.most)
    return Field(theme, tr("PIN to leave the kiosk"), note, kind="code", most=pin.most)
