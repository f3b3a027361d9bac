"""What an office must have before it can be made. Pure."""

import re

from app.events.office import ClerkAdmitted
from app.letters import latin_digits
from app.password import require_good, typed_password
from app.refusal import Refusal
from app.settings import BY_KEY, KIOSK_PIN, typed
from app.spooling.printers import MAIN_ROLES, Printers
from ui.own import Wanted

FIRST_CODE = "1"
"""The code of an office's first account."""
NETWORK = "tcp://"
_NUMBER = re.compile(r"[1-9][0-9]{0,2}")
_ADDRESS = re.compile(r"[A-Za-z0-9._-]+(:[0-9]{1,5})?")


def check_office(wanted: Wanted) -> None:
    """Refuses `agency_name_empty`, `office_name_empty`."""
    if not wanted.agency:
        raise Refusal("agency_name_empty")
    if not wanted.office:
        raise Refusal("office_name_empty")


def check_pc(wanted: Wanted) -> None:
    """Refuses `counter_number_wrong`, `kiosk_name_empty`, `series_empty`, `series_wrong` for what
    is not letters alone, `clerk_name_empty`; of a password that is wished for `passwords_differ`,
    and as `app.password.require_good` does; of a kiosk as `check_pin` does.
    """
    if wanted.role == "counter" and not _NUMBER.fullmatch(wanted.name):
        raise Refusal("counter_number_wrong", text=wanted.name)
    if not wanted.name:
        raise Refusal("kiosk_name_empty")
    if not wanted.series:
        raise Refusal("series_empty")
    if not wanted.series.isalpha():
        raise Refusal("series_wrong", series=wanted.series)
    if not wanted.clerk:
        raise Refusal("clerk_name_empty")
    if wanted.password or wanted.again:
        check_password(wanted)
    if wanted.role == "kiosk":
        check_pin(wanted.pin)


def check_pin(pin: str) -> None:
    """Without one nobody leaves the kiosk: refuses `kiosk_pin_empty`, and as its setting does."""
    if not pin:
        raise Refusal("kiosk_pin_empty")
    typed(BY_KEY[KIOSK_PIN], pin)


def check_password(wanted: Wanted) -> None:
    """Refuses `passwords_differ`, and as `app.password.require_good` does."""
    if typed_password(wanted.password) != typed_password(wanted.again):
        raise Refusal("passwords_differ")
    owner = ClerkAdmitted(clerk="", code=FIRST_CODE, name=wanted.clerk, role="supervisor")
    require_good(wanted.password, owner, sample=False)


def check_printers(printers: Printers) -> None:
    """Refuses `printer_unknown` for what is no address on a network."""
    for name in map(printers.named, MAIN_ROLES):
        address = name.removeprefix(NETWORK)
        if name.startswith(NETWORK) and not _ADDRESS.fullmatch(address):
            raise Refusal("printer_unknown", printer=address)


def network_name(typed: str) -> str:
    """The name of a printer on the network, from its address in any digits."""
    return NETWORK + latin_digits("".join(typed.split())).removeprefix(NETWORK)
