"""What is random in the program comes from a seed while a world is played."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random
from unittest import mock


@contextmanager
def seeded(chance: Random) -> Iterator[None]:
    """Every source of chance of the program is this one meanwhile."""
    with (
        mock.patch.object(secrets, "randbits", chance.getrandbits),
        mock.patch.object(secrets, "randbelow", chance.randrange),
        mock.patch.object(secrets, "token_hex", lambda n: f"{chance.getrandbits(8 * n):0{2 * n}x}"),
    ):
        yield
