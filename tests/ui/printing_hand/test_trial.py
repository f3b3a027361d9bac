"""A trial goes to the printer that it tries, and shows the record for which it was made."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from app.deeds import spool as deeds
from app.handing.trying import try_printer
from app.printer import Printer
from app.spooling import turns
from app.spooling.printers import Printers, roll_printer
from tests.printing.pretend import PretendPrinter, pretend_printer
from tests.ui.printing_hand.spool import Spool

TROUBLES: dict[str, Callable[[PretendPrinter], object]] = {
    "dead": PretendPrinter.turn_off,
    "mute": lambda roll: setattr(roll.troubles, "mute", True),
    "without paper": lambda roll: setattr(roll.troubles, "paper", "out"),
    "open": lambda roll: setattr(roll.troubles, "cover_open", True),
    "offline": lambda roll: setattr(roll.troubles, "offline", True),
}


@pytest.mark.parametrize("trouble", TROUBLES)
def test_a_trial_goes_to_no_other_printer_whatever_happens_to_its_own(
    spool: Spool, monkeypatch: pytest.MonkeyPatch, trouble: str
) -> None:
    monkeypatch.setattr(turns, "PATIENCE", 0.2)
    with pretend_printer() as roll, pretend_printer() as spare:
        named = Printers(
            roll=Printer(name=roll.name, proof="status"),
            roll_spare=roll_printer(spare.name),
            page=Printer(name=f"file:{spool.papers}"),
            page_spare=Printer(name=f"file:{spool.papers}"),
            roll_to_page=True,
        )
        spool.do(lambda work: deeds.set_printers(work, named))
        spool.hands()
        spool.until(lambda: (spool.now("roll"), spool.now("roll_spare")) == ("ready", "ready"))
        TROUBLES[trouble](roll)
        spool.until(lambda: spool.now("roll") != "ready")
        trial = spool.do(lambda work: try_printer(work, "roll"))
        ticket = spool.ticket()
        assert spare.got.get(timeout=20) == spool.bytes_of(ticket)
        spool.until(lambda: spool.job(trial.id).tries > 2)
        spool.do(lambda work: deeds.hold(work, trial.id))
        spool.do(lambda work: deeds.release(work, trial.id))
        spool.do(lambda work: deeds.retry(work, trial.id))
        renamed = replace(named, roll=roll_printer(spare.name))
        spool.do(lambda work: deeds.set_printers(work, renamed))
        other = spool.do(lambda work: try_printer(work, "roll"))
        spool.until(lambda: spool.job(other.id).ended)
        assert spool.job(other.id).state == "sent"
        lost = spool.job(trial.id)
        assert (lost.role, lost.state, lost.why) == ("roll", "cancelled", "trial_of_another")
        spare.got.get(timeout=20)
    assert spare.got.empty()
    assert spool.files() == []


def test_a_trial_shows_the_record_for_which_it_was_made(spool: Spool) -> None:
    with pretend_printer() as roll:
        roll.troubles.paper = "out"
        first = replace(roll_printer(roll.name), strip=48)
        spool.do(lambda work: deeds.set_printers(work, Printers(roll=first)))
        spool.hands()
        spool.do(lambda work: try_printer(work, "roll"))
        spool.until(lambda: spool.job(1).tries > 0)
        second = replace(first, strip=200)
        spool.do(lambda work: deeds.set_printers(work, Printers(roll=second)))
        spool.do(lambda work: try_printer(work, "roll"))
        roll.troubles.paper = "full"
        spool.until_states("sent", "sent")
    assert [max(printed.strips) for printed in roll.rolls] == [48, 200]
