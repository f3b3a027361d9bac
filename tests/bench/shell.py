"""A ticket at the shell, whole process."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.bench.report import Figure, ms, quantile, timed


def shell(folder: Path) -> list[Figure]:
    """Beside the same Python that imports SQLAlchemy Core and nothing else."""
    home = {f"XDG_{name}_HOME": str(folder / name) for name in ("STATE", "CONFIG", "DATA")}
    environment = {**os.environ, **home}
    bajeh = [sys.executable, "-m", "ui", "--data", str(folder / "data"), "--json"]

    def run(*words: str) -> bytes:
        return subprocess.run(
            words, env=environment, check=True, capture_output=True, cwd=Path.cwd()
        ).stdout

    run(*bajeh, "setup", "--sample")
    core = [sys.executable, "-c", "import sqlalchemy"]
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(15):
        theirs.append(timed(lambda: run(*core)))
        ours.append(timed(lambda: json.loads(run(*bajeh, "issue", "--service", "16"))["label"]))
    ratio = quantile(ours, 0.5) / quantile(theirs, 0.5)
    return [
        Figure(
            what="`bajeh issue --json`, whole process (median)",
            measured=ms(quantile(ours, 0.5)),
            beside=f"`import sqlalchemy` {ms(quantile(theirs, 0.5))}",
            ratio=f"{ratio:.2f}",
            goal="≤ 2.5 ×",
            met=ratio <= 2.5,
        )
    ]
