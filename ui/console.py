"""Persian on consoles that neither join nor order letters: shaped and reversed by hand."""

from arabic_reshaper import ArabicReshaper
from bidi.algorithm import get_display


def unshaped(text: str) -> str:
    """Every line as such a console must be given it to look right."""
    reshaper = ArabicReshaper({"delete_harakat": False})
    return "\n".join(str(get_display(reshaper.reshape(line))) for line in text.splitlines())
