"""What is wrong with a line of options, in words: `argparse` itself speaks English only."""

import re
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from typing import Any, NoReturn

from app.refusal import Refusal

_SAID = (
    (r"argument (?P<option>.+?): invalid choice: '?(?P<value>.*?)'? \(choose from (?P<known>.*)\)",
     "choice"),
    (r"argument (?P<option>.+?): expected .*", "value_missing"),
    (r"argument (?P<option>.+?): not allowed with argument (?P<other>.+)", "both"),
    (r"argument (?P<option>.+?): ignored explicit argument '?(?P<value>.*?)'?",
     "value_needless"),
    (r"argument (?P<option>.+?): (?:invalid .*?value: '?(?P<value>.*?)'?|.*)",
     "value_wrong"),
    (r"the following arguments are required: (?P<option>.+)", "missing"),
    (r"one of the arguments (?P<option>.+) is required", "one_missing"),
    (r"unrecognized arguments: (?P<option>.+)", "unknown"),
)  # fmt: skip
"""What `argparse` says, and what is wrong then."""


class Options(ArgumentParser):
    """One that refuses instead of ending the program: `option_choice`, `option_value_missing`,
    `option_both`, `option_value_needless`, `option_value_wrong`, `option_missing`,
    `option_one_missing`, `option_unknown`, else `option_wrong`.
    """

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: Any = None
    ) -> tuple[Any, list[str]]:
        """A word that may be left out is also found behind the options: `argparse` looks for it
        beside the words before it alone.
        """
        found, beyond = super().parse_known_args(args, namespace)
        for action in self._get_positional_actions():
            free = action.nargs == "?" and getattr(found, action.dest) == action.default
            if free and len(beyond) == 1 and not beyond[0].startswith("-"):
                setattr(found, action.dest, self._get_values(action, [beyond.pop()]))
        return found, beyond

    def error(self, message: str) -> NoReturn:
        """How the command is used is said beside it, for whoever knows such lines."""
        self.print_usage(sys.stderr)
        for pattern, kind in _SAID:
            if found := re.fullmatch(pattern, message, re.DOTALL):
                raise Refusal(f"option_{kind}", **_facts(found.groupdict()))
        raise Refusal("option_wrong")


def _facts(said: dict[str, str | None]) -> dict[str, str]:
    return {name: (value or "").replace("'", "") for name, value in said.items()}
