"""Files that ship with the program: fonts, wording of forms, icons."""

from importlib.resources import files
from pathlib import Path


def path(*parts: str) -> Path:
    """The file or folder of that name, in a checkout and in an installed wheel alike."""
    return Path(str(files(__name__).joinpath(*parts)))
