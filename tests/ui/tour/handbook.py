"""The pictures of the handbook, taken from a tour: python -m tests.ui.tour.handbook [FOLDER].

Without the FOLDER of a tour, with that of the hall in FOLDER/hall, both are played. Beside the
pictures comes what each key of theirs is called, against which a test holds the handbook.
"""

import json
import re
import sys
from collections import Counter
from pathlib import Path
from shutil import rmtree
from tempfile import gettempdir

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from resources import path
from ui.bootstrap import SystemClock
from ui.cli.main import run, standard_output
from ui.tour.album import KEYS

_DOCS = path().parent / "docs"
HANDBOOK = _DOCS / "handbook.fa.md"
PICTURES = _DOCS / "pictures" / "handbook"

_NAMED = re.compile(r"\]\(pictures/handbook/([a-z0-9-]+)\.png\)")
_SPOKEN_OF = re.compile(r"<!-- keys: ([a-z0-9 -]+) -->")
HALL = "hall"
"""The folder of the hall's pictures in that of a tour."""

_COLOURS = 256
_SMALL = 0
"""How Qt is told to press a picture much, at leisure."""


def named(text: str) -> list[str]:
    """The pictures that a text shows, in its order."""
    return _NAMED.findall(text)


def spoken_of(text: str) -> list[str]:
    """The pictures that it shows, and those whose keys it names without showing them."""
    return [*named(text), *" ".join(_SPOKEN_OF.findall(text)).split()]


def copy(tour: Path) -> None:
    """Takes what the handbook names from a tour and its hall; what it names no more goes away."""
    text = HANDBOOK.read_text("utf-8")
    wanted = named(text)
    days = (tour, tour / HALL)
    taken = {file.stem.split("-", 1)[1]: file for day in days for file in day.glob("[0-9]*.png")}
    PICTURES.mkdir(parents=True, exist_ok=True)
    for old in PICTURES.iterdir():
        old.unlink()
    for name in wanted:
        few(QImage(str(taken[name]))).save(str(PICTURES / f"{name}.png"), quality=_SMALL)
    told: dict[str, dict[str, str]] = {}
    for day in days:
        told |= json.loads((day / KEYS).read_text("utf-8"))
    keys = {name: told[name] for name in spoken_of(text) if name in told}
    said = json.dumps(keys, ensure_ascii=False, indent=1, sort_keys=True)
    (PICTURES / KEYS).write_text(f"{said}\n", "utf-8")


def few(image: QImage) -> QImage:
    """The same in 256 colours, those that cover most of it."""
    whole = image.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(whole.constBits()).cast("I"))
    table = [colour for colour, _ in counted.most_common(_COLOURS)]
    plain = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return whole.convertToFormat(QImage.Format.Format_Indexed8, table, plain)


def main(folder: str = "") -> int:
    """The exit code of the first tour that does not come to its end, else 0."""
    if folder:
        copy(Path(folder))
        return 0
    made = Path(gettempdir()) / "bajeh-handbook"  # some pictures show where a file lies
    for day in (("--to", str(made)), ("--hall", "--to", str(made / HALL))):
        code = run(["tour", *day], SystemClock(), standard_output())
        if code:
            return code
    copy(made)
    rmtree(made)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
