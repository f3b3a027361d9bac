"""`python -m tests.sim FIRST COUNT [MUTANT]`: plays seeds, and says which fail; a mutant, named by
its number, until the third.
"""

import sys
from contextlib import nullcontext
from time import perf_counter
from traceback import print_exc

from tests.sim.centre import ModelCentre
from tests.sim.mutants import MUTANTS
from tests.sim.office import founded
from tests.sim.play import play

ENOUGH = 3

first, count = int(sys.argv[1]), int(sys.argv[2])
mutant = MUTANTS[int(sys.argv[3])] if len(sys.argv) > 3 else None
founded()
began = perf_counter()
failed = played = 0
for seed in range(first, first + count):
    played += 1
    try:
        with mutant.planted() if mutant else nullcontext():
            play(seed, centre=mutant.centre if mutant else ModelCentre)
    except Exception as error:  # noqa: BLE001  # every seed is to be told
        failed += 1
        print(seed, type(error).__name__, str(error)[:160])
        if count == 1:
            print_exc()
        if mutant and failed == ENOUGH:
            break
name = mutant.name if mutant else "the program"
print(f"{name}: {failed} failed, {(perf_counter() - began) / played * 1000:.0f} ms a seed")
