"""The pages with fields: the office, its printers, a backup."""

from collections.abc import Sequence

from msgspec.structs import replace

from app.spooling.printers import named_printers
from ui.frame.bare import take_as_typed
from ui.frame.words import tr
from ui.look.parts.choice_field import ChoiceField
from ui.look.parts.field import Field
from ui.look.theme import Theme
from ui.own import Wanted
from ui.wizard.checks import NETWORK, check_office, check_printers, network_name
from ui.wizard.step import Step

_NET = "network"


class OfficeStep(Step):
    """The letterhead."""

    def __init__(self, theme: Theme) -> None:
        lead = tr("These words stand at the top of every paper. They can be changed later.")
        super().__init__(theme, tr("Your office"), lead)
        self.agency = Field(theme, tr("Agency"))
        self.office = Field(theme, tr("Name of the office"))
        self.address = Field(theme, tr("Address"), tr("may stay empty"))
        self.phone = Field(theme, tr("Telephone"), tr("may stay empty"))
        self.agency.show_hint(tr("for example: Ministry of the Interior"))
        self.office.show_hint(tr("for example: Governorate of Chalus county"))
        self.put(self.agency)
        self.put(self.office)
        self.put(self.address, self.phone, shares=(2, 1))

    def read(self, wanted: Wanted) -> Wanted:
        """With what was typed here, or a refusal."""
        told = replace(
            wanted,
            agency=self.agency.value(),
            office=self.office.value(),
            address=self.address.value(),
            phone=self.phone.value(),
        )
        check_office(told)
        return told

    def field_of(self, code: str) -> Field:
        """Where a refusal is mended."""
        return self.agency if code == "agency_name_empty" else self.office


class PrinterStep(Step):
    """Where papers come out; none is a choice too."""

    def __init__(self, theme: Theme) -> None:
        lead = tr("Without a printer papers wait until there is one; nothing is lost.")
        super().__init__(theme, tr("Printers"), lead)
        self.roll = ChoiceField(theme, tr("Roll printer, for numbers and receipts"))
        self.roll_width = ChoiceField(theme, tr("Width of the roll"))
        self.roll_width.show_options((("80", tr("80 millimetres")), ("58", tr("58 millimetres"))))
        self.roll_at = Field(theme, tr("Address of the roll printer"))
        self.page = ChoiceField(theme, tr("Page printer, for answers and logs"))
        self.page_at = Field(theme, tr("Address of the page printer"))
        for field in (self.roll_at, self.page_at):
            take_as_typed(field)
            field.line.setPlaceholderText("192.0.2.50")
        self.put(self.roll, self.roll_width, self.roll_at, shares=(4, 2, 4))
        self.put(self.page, self.page_at)
        self.show_found(())
        for choice in (self.roll, self.page):
            choice.chosen.connect(self._show)

    def show_found(self, names: Sequence[str]) -> None:
        """The printers that the system knows; what was chosen stays chosen."""
        options = (
            ("", tr("no printer yet")),
            *((name, name) for name in names),
            (_NET, tr("one on the network")),
        )
        for choice in (self.roll, self.page):
            choice.show_options(options, choice.value())
        self._show()

    def _show(self, _: str = "") -> None:
        self.roll_width.setVisible(bool(self.roll.value()))
        self.roll_at.setVisible(self.roll.value() == _NET)
        self.page_at.setVisible(self.page.value() == _NET)

    def read(self, wanted: Wanted) -> Wanted:
        """With what was chosen here, or a refusal."""
        printers = named_printers(
            roll=_named(self.roll, self.roll_at),
            width=58 if self.roll_width.value() == "58" else 80,
            page=_named(self.page, self.page_at),
        )
        check_printers(printers)
        return replace(wanted, printers=printers)

    def field_of(self, code: str) -> Field:
        """Where a refusal is mended."""
        del code
        return self.page_at if self.roll_at.isHidden() else self.roll_at


class RestoreStep(Step):
    """A backup and the key to it."""

    def __init__(self, theme: Theme) -> None:
        lead = tr("The recovery key stands on the sheet that was printed when that PC was set up.")
        super().__init__(theme, tr("Restore from a backup"), lead)
        self.file = Field(theme, tr("Backup file, with its folder"))
        take_as_typed(self.file)
        self.key = Field(theme, tr("Recovery key, eight groups"), kind="code", most=48)
        self.put(self.file)
        self.put(self.key)


def _named(choice: ChoiceField, address: Field) -> str:
    if choice.value() != _NET:
        return choice.value()
    typed = network_name(address.value())
    return typed if typed != NETWORK else f"{NETWORK}-"
