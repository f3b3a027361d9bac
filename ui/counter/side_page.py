"""A page beside the client's: the visit goes on under it, untouched."""

from ui.frame.page import Page

_OF_THE_VISIT = frozenset(
    {
        *("F3", "F4", "F6", "F7", "F8", "F11", "F12"),
        *("Shift+F3", "Shift+F4", "Shift+F8", "Shift+F11", "Shift+F12"),
    }
)


class SidePage(Page):
    """Keys of the visit that mean nothing on this page do nothing: nobody ends a visit, or marks a
    client as absent, on a page that does not show them. Calling the next person works everywhere.
    """

    shuts = _OF_THE_VISIT
