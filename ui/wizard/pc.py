"""The page of this PC: a counter or a kiosk, and who works there."""

from msgspec.structs import replace
from PySide6.QtCore import Qt

from ui.frame.secret_field import secret_field
from ui.frame.words import tr
from ui.look.parts.choice_field import ChoiceField
from ui.look.parts.field import Field
from ui.look.theme import Theme
from ui.own import Wanted
from ui.wizard.checks import check_pc
from ui.wizard.pin_field import pin_field
from ui.wizard.step import Step


class PcStep(Step):
    """What stands on this PC."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("This PC"), "")
        self.role = ChoiceField(theme, tr("Role of this PC"))
        self.role.show_options((("counter", tr("Counter")), ("kiosk", tr("Kiosk"))))
        self.number = Field(theme, tr("Number of the counter"), kind="code", most=3)
        self.kiosk = Field(theme, tr("Name of the kiosk"))
        self.series = Field(theme, tr("Letters of its numbers"), most=4)
        self.pin = pin_field(theme)
        self.clerk = Field(theme, tr("Name of the clerk"))
        self.password = secret_field(theme, tr("Password"), tr("may stay empty"))
        self.again = secret_field(theme, tr("Password, once more"))
        self.number.show_value("1")
        self.kiosk.show_value(tr("Entrance"))
        self.series.show_value(tr("A"))
        self.put(self.role, self.number, self.kiosk)
        self.put(self.series, self.pin)
        self.put(self.clerk, self.password, self.again)
        self.password.edited.connect(lambda _: self._show())
        self.role.chosen.connect(self._show)
        self._show()

    def enter(self) -> None:
        """To the first field of words: letters typed at once would choose another role."""
        field = self.kiosk if self.number.isHidden() else self.number
        field.line.selectAll()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, _: str = "") -> None:
        counter = self.role.value() == "counter"
        self.number.setVisible(counter)
        self.kiosk.setVisible(not counter)
        self.pin.setVisible(not counter)
        self.lead.show_text(_lead(counter=counter))
        self.again.setVisible(bool(self.password.value()))

    def read(self, wanted: Wanted) -> Wanted:
        """With what was typed here, or a refusal."""
        counter = self.role.value() == "counter"
        told = replace(
            wanted,
            role="counter" if counter else "kiosk",
            name=(self.number if counter else self.kiosk).value(),
            series=self.series.value(),
            clerk=self.clerk.value(),
            password=self.password.value(),
            again=self.again.value(),
            pin="" if counter else self.pin.value(),
        )
        check_pc(told)
        return told

    def field_of(self, code: str) -> Field:
        """Where a refusal is mended."""
        places = {
            "counter_number_wrong": self.number,
            "kiosk_name_empty": self.kiosk,
            "kiosk_pin_empty": self.pin,
            "setting_pin": self.pin,
            "series_empty": self.series,
            "series_wrong": self.series,
            "clerk_name_empty": self.clerk,
            "passwords_differ": self.again,
        }
        return places.get(code, self.password)


def _lead(*, counter: bool) -> str:
    """What to know before answering, at the one and at the other."""
    if counter:
        return tr("One counter and one account with all duties are enough to begin.")
    return tr("The window of the kiosk is left with its PIN alone; only staff should know it.")
