"""The command line tells a genuine receipt from a forged one, read off its own paper."""

from pathlib import Path

from app.letters import persian_digits
from app.seal import fingerprint
from tests.printing import readback, strips
from tests.ui.shell import Shell

DOTS = {"80": 576, "58": 384}


def page(office: Shell, tracking: str, *options: str) -> Path:
    """The receipt as a file."""
    path = office.home / f"receipt-{len(list(office.home.iterdir()))}"
    return Path(office.done("paper", "receipt", tracking, "--to", f"{path}.pdf", *options)["path"])


def off_the_page(office: Shell, tracking: str) -> str:
    """What its QR says."""
    (said,) = readback.symbols(readback.picture(page(office, tracking).read_bytes()))
    return said


def test_a_receipt_read_back_off_its_page_is_genuine(office: Shell) -> None:
    tracking = office.register()
    shown = office.done("show", tracking)
    found = office.done("verify-receipt", off_the_page(office, tracking))
    assert (found["genuine"], found["verdict"]) == (True, "genuine")
    assert found["tracking"] == tracking
    assert found["received"].startswith(shown["received"])
    assert found["promised"] == shown["promised"]
    assert (found["known"], found["differs"]) == (True, False)


def test_persian_digits_and_spaces_change_nothing(office: Shell) -> None:
    text = off_the_page(office, office.register())
    spaced = " ".join(text[at : at + 4] for at in range(0, len(text), 4))
    assert office.done("verify-receipt", persian_digits(spaced))["genuine"] is True


def test_an_altered_receipt_is_forged(office: Shell) -> None:
    text = off_the_page(office, office.register())
    forged = text[:35] + str((int(text[35]) + 1) % 10) + text[36:]
    found = office.done("verify-receipt", forged)
    assert (found["genuine"], found["verdict"]) == (False, "forged")
    assert "اصیل نیست" in office.say("verify-receipt", forged)[1]
    assert office.done("verify-receipt", text[:-1])["verdict"] == "unreadable"


def test_a_bare_number_has_no_seal(office: Shell) -> None:
    assert office.refused("verify-receipt", office.register()) == "receipt_unsealed"


def test_a_copy_bears_the_seal_of_the_original(office: Shell) -> None:
    tracking = office.register()
    first = off_the_page(office, tracking)
    office.later(days=1)
    copied = page(office, tracking, "--copy").read_bytes()
    assert readback.symbols(readback.picture(copied)) == [first]


def test_a_receipt_read_back_off_the_roll_is_genuine(office: Shell) -> None:
    tracking = office.register()
    for width, dots in DOTS.items():
        path = office.home / f"{width}.bin"
        office.done("paper", "receipt", tracking, "--to", str(path), "--width", width)
        (said,) = readback.symbols(strips.read(path.read_bytes()).image(dots))
        assert office.done("verify-receipt", said)["genuine"] is True


def test_the_office_shows_the_keys_of_its_seals(office: Shell) -> None:
    (key,) = office.done("office", "show")["keys"]
    assert (key["place"], key["here"]) == (1, True)
    assert key["fingerprint"] == fingerprint(key["key"])
    text = off_the_page(office, office.register())
    assert text[8:14] == key["fingerprint"].split("-")[0]
    said = office.say("office", "show")[1]
    assert persian_digits(key["fingerprint"]) in said
    assert key["key"] in "".join(said.split()).replace("\u2066", "").replace("\u2069", "")
