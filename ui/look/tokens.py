"""The colours of all windows, by what they mean; nothing else in the program names a colour."""

from typing import Literal

from app.value import Value

Colour = Literal[
    "ink",
    "ink_2",
    "ink_3",
    "surface",
    "ground",
    "sunk",
    "line",
    "row_line",
    "edge",
    "edge_soft",
    "edge_faint",
    "pending",
    "firuzeh_9",
    "firuzeh_8",
    "firuzeh_7",
    "firuzeh_6",
    "firuzeh_2",
    "firuzeh_1",
    "on_dark",
    "on_dark_soft",
    "on_dark_warning",
    "saffron",
    "saffron_pale",
    "amber",
    "amber_ground",
    "brick",
    "brick_ground",
    "cap_edge",
    "cap_filled",
    "cap_filled_edge",
    "hall_soft",
    "hall_band",
    "hall_row",
]
"""The name of one colour of `Tokens`."""


class Tokens(Value, frozen=True, kw_only=True):
    """Every colour as #RRGGBB. Each of the four hues has one meaning and never carries it alone.

    Firuzeh: ours, done, go. Saffron: here you are. Amber: look after it soon. Brick: missing, late.
    """

    ink: str
    """Text; the inner line of the focus ring."""
    ink_2: str
    """Labels, units."""
    ink_3: str
    """Hints, what is settled, what is not possible now."""

    surface: str
    """The working sheet, fields, keys."""
    ground: str
    """Side columns, fields that were filled by themselves."""
    sunk: str
    """Key bar, status bar."""
    line: str
    """Between regions."""
    row_line: str
    """Between rows."""
    edge: str
    """Around whatever can be filled."""
    edge_soft: str
    """Around keys and the selected row."""
    edge_faint: str
    """Around keys that are not possible now."""
    pending: str
    """The dash of a paper that is not settled yet."""

    firuzeh_9: str
    """Ground of the hall."""
    firuzeh_8: str
    """Number plate, head of the kiosk."""
    firuzeh_7: str
    """The one filled button, ticks, links."""
    firuzeh_6: str
    """Small icons, progress."""
    firuzeh_2: str
    """Selected text."""
    firuzeh_1: str
    """Quiet good news."""
    on_dark: str
    """Text on firuzeh 7, 8 and 9."""
    on_dark_soft: str
    """Less of it."""
    on_dark_warning: str
    """The time on the plate when it grew long."""

    saffron: str
    """Focus ring, newest call."""
    saffron_pale: str
    """The row of the paper that is being typed."""
    amber: str
    """Words of warning."""
    amber_ground: str
    """Behind them."""
    brick: str
    """Words of what is missing, late or refused."""
    brick_ground: str
    """Behind them."""

    cap_edge: str
    """Around a key cap."""
    cap_filled: str
    """A key cap on the filled button."""
    cap_filled_edge: str
    """Around it."""

    hall_soft: str
    """Lesser words in the hall."""
    hall_band: str
    """The notice line of the hall."""
    hall_row: str
    """An earlier call in the hall."""

    contrast: bool = False
    """Edges of what is not possible are dashed, because no grey tells them apart any more."""


LIGHT = Tokens(
    ink="#14211F",
    ink_2="#44524F",
    ink_3="#5F6C69",
    surface="#FFFFFF",
    ground="#F2F4F2",
    sunk="#E8ECEA",
    line="#DCE2DF",
    row_line="#E7EBE9",
    edge="#7C8985",
    edge_soft="#C3CCC8",
    edge_faint="#D8DEDB",
    pending="#CBD3D0",
    firuzeh_9="#07282B",
    firuzeh_8="#0B3F43",
    firuzeh_7="#0B565A",
    firuzeh_6="#0D6B70",
    firuzeh_2="#BFE0DD",
    firuzeh_1="#E0F1EF",
    on_dark="#FFFFFF",
    on_dark_soft="#CFE6E4",
    on_dark_warning="#FFD89A",
    saffron="#FFC52E",
    saffron_pale="#FFF6DD",
    amber="#8A4300",
    amber_ground="#FFF1DC",
    brick="#A1281D",
    brick_ground="#FCEDEA",
    cap_edge="#B9C3BF",
    cap_filled="#1B6468",
    cap_filled_edge="#5FA3A5",
    hall_soft="#A9CFCC",
    hall_band="#0A383B",
    hall_row="#0D4347",
)
"""The usual light look."""

CONTRAST = Tokens(
    ink="#000000",
    ink_2="#1A1A1A",
    ink_3="#333333",
    surface="#FFFFFF",
    ground="#FFFFFF",
    sunk="#FFFFFF",
    line="#000000",
    row_line="#767676",
    edge="#000000",
    edge_soft="#000000",
    edge_faint="#767676",
    pending="#767676",
    firuzeh_9="#000000",
    firuzeh_8="#000000",
    firuzeh_7="#00363A",
    firuzeh_6="#00363A",
    firuzeh_2="#BFE0DD",
    firuzeh_1="#D9F2EF",
    on_dark="#FFFFFF",
    on_dark_soft="#FFFFFF",
    on_dark_warning="#FFD89A",
    saffron="#FFD54A",
    saffron_pale="#FFF6DD",
    amber="#6B2E00",
    amber_ground="#FFFFFF",
    brick="#7A0C05",
    brick_ground="#FFFFFF",
    cap_edge="#000000",
    cap_filled="#00363A",
    cap_filled_edge="#FFFFFF",
    hall_soft="#FFFFFF",
    hall_band="#000000",
    hall_row="#00363A",
    contrast=True,
)
"""For eyes that need it: the same places and meanings, nothing moves."""
