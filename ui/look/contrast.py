"""How well two colours stand apart, by WCAG 2: text needs 4.5, borders and marks 3."""

TEXT = 4.5
MARK = 3.0


def ratio(one: str, other: str) -> float:
    """The contrast of two colours written #RRGGBB, from 1 (the same) to 21 (black on white)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
