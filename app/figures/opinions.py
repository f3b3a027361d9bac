"""The questionnaire (Table 5): how the answers to each question spread over its five levels."""

from collections import Counter
from collections.abc import Iterable

from app.counted import FilledRow
from app.value import Value

LEVELS = 5
"""«خیلی زیاد» is 5, «خیلی کم» 1; the guide gives no scoring."""


class Asked(Value, frozen=True, kw_only=True):
    """One question, counted from 0: how often each level was chosen, the highest first."""

    question: int
    levels: tuple[int, ...]

    @property
    def answered(self) -> int:
        """How many said anything to it."""
        return sum(self.levels)


class OpinionFigures(Value, frozen=True, kw_only=True):
    """`filled` questionnaires; who gave no gender stands under the empty one."""

    filled: int
    questions: tuple[Asked, ...]
    genders: dict[str, int]
    remarks: tuple[str, ...]


def count_opinions(rows: Iterable[FilledRow], questions: int) -> OpinionFigures:
    """Counts them; what a form left out counts nowhere."""
    every = list(rows)
    spread = [
        Counter(row.answers[place : place + 1] for row in every) for place in range(questions)
    ]
    return OpinionFigures(
        filled=len(every),
        questions=tuple(
            Asked(
                question=place,
                levels=tuple(counted[str(level)] for level in range(LEVELS, 0, -1)),
            )
            for place, counted in enumerate(spread)
        ),
        genders=dict(Counter(row.gender for row in every)),
        remarks=tuple(row.remarks for row in every if row.remarks),
    )
