"""The pictures: numbered in the order of the story, each with what is seen on it."""

import json
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from app.persian import persian_digits
from app.refusal import Refusal
from ui.frame.help import meanings
from ui.frame.window import FrameWindow

LARGE, CONTRAST, LOW = "150", "contrast", "low"
"""Folders of what is shown once more: with large text, with strong colours, low on the screen."""

KEYS = "keys.json"
"""By the names of the pictures, what each key of theirs is called."""

_QUICK = 80
"""How Qt is told to press a picture little and soon."""

_PAGE = """<!doctype html>
<html lang="fa" dir="rtl"><meta charset="utf-8"><title>{title}</title>
<style>
body {{ margin: 32px auto; max-width: 1366px; font: 16px/1.7 Vazirmatn, sans-serif;
  color: #14211F; background: #F2F4F2; }}
figure {{ margin: 0 0 40px; }}
figcaption {{ margin-bottom: 8px; font-weight: 700; }}
img {{ max-width: 100%; max-height: 1000px; border: 1px solid #DCE2DF; }}
</style>
<h1>{title}</h1>
{figures}
</html>
"""
_FIGURE = (
    '<figure><figcaption>{n}. {caption}</figcaption><img src="{file}" alt="{caption}"></figure>'
)
_SHEET = '<p id="{name}"><img src="{file}" alt="{name}" loading="lazy"></p>'


class Album:
    """Writes pictures into a folder; a name is used once for each size of text."""

    def __init__(self, folder: Path, captions: Mapping[str, str]) -> None:
        self._folder, self._captions = folder, captions
        self.files: list[Path] = []
        self._told: list[tuple[str, str]] = []
        self._numbers: dict[str, int] = {}
        self._keys: dict[str, dict[str, str]] = {}

    def take(self, window: QWidget, name: str) -> None:
        """What stands on the screen now. Refuses `paper_unwritable`."""
        number = len(self._told) + 1
        self._save(window.grab(), self._folder / f"{number:03}-{name}.png")
        self._told.append((self.files[-1].name, self._captions[name]))
        self._numbers[name] = number
        if isinstance(window, FrameWindow):
            shown = meanings(window.page, window.keys)
            self._keys[name] = {meaning.combo: meaning.name for meaning in shown}

    def take_large(self, window: QWidget, name: str) -> None:
        """The same with large text."""
        self.take_again(window, name, LARGE)

    def take_again(self, window: QWidget, name: str, folder: str) -> None:
        """The same, shown otherwise: under the number that it has as usual."""
        number = self._numbers[name]
        self._save(window.grab(), self._folder / folder / f"{number:03}-{name}.png")

    def bind(self, title: str, papers: Sequence[Path] = ()) -> None:
        """A page that shows them all, and after them the pictures of papers, by their files; and
        beside it what each key was called on each of them.
        """
        figures = (
            _FIGURE.format(n=persian_digits(str(n)), caption=escape(caption), file=file)
            for n, (file, caption) in enumerate(self._told, 1)
        )
        files = (paper.relative_to(self._folder).as_posix() for paper in papers)
        sheets = (_SHEET.format(file=file, name=Path(file).stem) for file in files)
        page = _PAGE.format(title=escape(title), figures="\n".join((*figures, *sheets)))
        (self._folder / "index.html").write_text(page, "utf-8")
        keys = json.dumps(self._keys, ensure_ascii=False, indent=1)
        (self._folder / KEYS).write_text(keys, "utf-8")

    def _save(self, picture: QPixmap, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        if not picture.save(str(file), "PNG", _QUICK):
            raise Refusal("paper_unwritable", path=str(file))
        self.files.append(file)
