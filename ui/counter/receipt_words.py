"""What a scanned receipt turned out to be, said on top of the keys."""

from datetime import datetime

from app.persian import format_date, format_moment
from app.showing.receipt import ReceiptSeen
from ui.frame.speaker import Speaker
from ui.frame.words import tr


def tell_receipt(speaker: Speaker, seen: ReceiptSeen) -> None:
    """A genuine one with its times, so that what was changed on the paper by hand is seen; all
    others in red.
    """
    if seen.verdict != "genuine":
        speaker.refuse(doubt(seen))
        return
    received, promised = _times(seen.received, seen.promised)
    if seen.recorded:
        then, by = _times(*seen.recorded)
        speaker.refuse(
            tr(
                "The receipt says {received}, promised for {promised}; the record says {then},"
                " promised for {by}.",
                received=received,
                promised=promised,
                then=then,
                by=by,
            )
        )
    elif seen.known:
        speaker.tell(
            tr(
                "Receipt {tracking} is genuine: received {received}, promised for {promised}.",
                tracking=seen.tracking,
                received=received,
                promised=promised,
            )
        )
    else:
        speaker.tell(
            tr(
                "The receipt is genuine; request {tracking} has not reached this PC yet. Received"
                " {received}, promised for {promised}.",
                tracking=seen.tracking,
                received=received,
                promised=promised,
            )
        )


def doubt(seen: ReceiptSeen) -> str:
    """Why it is not known to be genuine."""
    if seen.verdict == "forged":
        return tr("The receipt is not genuine: its seal does not fit what it says.")
    if seen.verdict == "key_unknown":
        return tr("The key of the receipt's issuer is not known; nobody can say if it is genuine.")
    return tr("The receipt was not read whole. Read it again.")


def _times(received: datetime | None, promised: datetime | None) -> tuple[str, str]:
    return (
        format_moment(received) if received else "",
        format_date(promised.date()) if promised else "",
    )
