"""A certificate authority, made by the very commands of `docs/centre.md`."""

import re
import subprocess
from pathlib import Path

GUIDE = Path(__file__).parents[2] / "docs" / "centre.md"


def guided(first: str) -> str:
    """The block of the guide that begins with this comment: a file as it stands, or commands. What
    the tests run is what a reader is told to type.
    """
    text = GUIDE.read_text("utf-8")
    block = rf"^```\w+\n((?:#|--) {re.escape(first)}.*?)^```"
    found = re.search(block, text, re.MULTILINE | re.DOTALL)
    assert found is not None, first
    return found[1]


class Authority:
    """Vouches for servers."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.file = folder / "ca.crt"
        self._run(guided("the authority"))

    def certificate(self, name: str, address: str, days: int = 1825) -> tuple[Path, Path]:
        """Of a server: its certificate, good for so many days, and its key."""
        said = guided("a certificate for each server")
        said = said.replace("1825", str(days))
        self._run(said.replace("centre1", name).replace("10.0.0.11", address))
        return self._folder / f"{name}.crt", self._folder / f"{name}.key"

    def _run(self, commands: str) -> None:
        subprocess.run(
            ["bash", "-e", "-c", commands], cwd=self._folder, capture_output=True, check=True
        )
