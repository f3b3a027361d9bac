"""A large office after ten years; only in `dev.py soak`."""

from pathlib import Path

import pytest

from tests.bench.records import searching


@pytest.mark.soak
def test_a_request_is_found_among_a_million_as_quickly_as_among_a_thousand(tmp_path: Path) -> None:
    missed = [figure for figure in searching(tmp_path, 1_000_000) if not figure.met]
    assert missed == []
