"""Data folders as released programs left them, one for each schema, and how the next one is made:
`python -m tests.db.release 1406-03-01` writes it beside the others, with what it must show.
"""

import json
import os
import shutil
import sys
from contextlib import closing
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from platformdirs import user_config_path

from db.folder import STORE, Note, read_note, write_note
from db.keys import FileKeys
from tests.conftest import HOMES
from tests.db.office import Office, StandingClock, a_day
from ui.cli.main import run

RELEASED = Path(__file__).parent / "released"
KEY = "key.txt"
EXPECTED = "expected.json"


def release(folder: Path) -> None:
    """Makes the folder: three tickets, two requests, one of them answered and delivered."""
    folder.mkdir(parents=True)
    with TemporaryDirectory() as place:
        office = Office(Path(place))
        with closing(office.found()) as journal:
            trackings = a_day(journal, office.clock)
        shutil.copy(office.folder / STORE, folder / STORE)
        write_note(folder, Note(node=office.node, key="file"))
        (folder / KEY).write_text(f"{office.key}\n")
        for variable, name in HOMES.items():
            os.environ[variable] = f"{place}/{name}"
        copy = Path(place) / "copy"
        shutil.copytree(folder, copy)
        expected = told(copy, trackings)
    text = json.dumps(expected, ensure_ascii=False, indent=2)
    (folder / EXPECTED).write_text(f"{text}\n", "utf-8")


def told(folder: Path, trackings: list[str]) -> dict[str, Any]:
    """What the command line says of a data folder with its key beside it: `verify`, `show` of
    each request. The key is brought to where this user's keys lie.
    """
    keys = FileKeys(user_config_path("bajeh") / "keys")
    keys.write(read_note(folder).node, (folder / KEY).read_text().strip())
    return {
        "verify": _said(folder, "verify"),
        "show": {number: _said(folder, "show", number) for number in trackings},
    }


def _said(folder: Path, *words: str) -> Any:
    out = StringIO()
    code = run(["--data", str(folder), "--json", *words], StandingClock(), out)
    assert code == 0, out.getvalue()
    return json.loads(out.getvalue())


if __name__ == "__main__":
    release(RELEASED / sys.argv[1])
