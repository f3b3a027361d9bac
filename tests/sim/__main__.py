"""`python -m tests.sim FIRST COUNT [MUTANT]`: plays seeds, and says which fail."""

import sys
import traceback
from time import perf_counter

from tests.sim.play import play

first, count = int(sys.argv[1]), int(sys.argv[2])
began = perf_counter()
for seed in range(first, first + count):
    try:
        play(seed)
    except Exception as error:  # noqa: BLE001 every seed is to be told
        print(seed, type(error).__name__, str(error)[:200])  # noqa: T201
        if count == 1:
            traceback.print_exc()
print(f"{(perf_counter() - began) / count * 1000:.0f} ms a seed")  # noqa: T201
