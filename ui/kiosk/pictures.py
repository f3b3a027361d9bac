"""Which picture stands for a paper, by words of its name."""

from collections.abc import Sequence

from app.decoding import decode
from app.persian import search_key
from resources import path

USUAL = "file-text"


class Pictures:
    """The list that ships with the program; the first word that fits decides."""

    def __init__(self) -> None:
        read = path("words", "pictures.json").read_bytes()
        pairs = decode(read, list[tuple[str, str]])
        self._pairs: Sequence[tuple[str, str]] = [(search_key(word), icon) for word, icon in pairs]

    def of(self, title: str) -> str:
        """The icon of a paper with that name."""
        key = search_key(title)
        return next((icon for word, icon in self._pairs if word in key), USUAL)
