"""Folders outside the data folder that the office names."""

from pathlib import Path
from tempfile import TemporaryFile

from app.refusal import Refusal


def require_folder(said: str) -> None:
    """A folder by its whole name, in which files can be made: refuses `setting_folder`,
    `setting_folder_gone(path)`, `setting_folder_closed(path)`.
    """
    folder = Path(said)
    if not folder.is_absolute():
        raise Refusal("setting_folder")
    if not folder.is_dir():
        raise Refusal("setting_folder_gone", path=said)
    try:
        with TemporaryFile(dir=folder):
            return
    except OSError:
        raise Refusal("setting_folder_closed", path=said) from None
