"""QR symbols as pictures, to be shown on a screen."""

from io import BytesIO

import segno

_MODULE, _QUIET = 8, 4
"""Dots of a module, modules of white around."""


def png(text: str) -> bytes:
    """The symbol, with as little repair as there is, for it is read from a clean screen; nothing
    where the text does not fit into the largest.
    """
    try:
        made = segno.make(text, error="l", micro=False, boost_error=False)
    except segno.DataOverflowError:
        return b""
    picture = BytesIO()
    made.save(picture, kind="png", scale=_MODULE, border=_QUIET)
    return picture.getvalue()
