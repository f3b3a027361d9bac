"""The one way a rule says no."""

from collections.abc import Mapping


class Refusal(Exception):
    """A rule forbids what was asked.

    `code` names the rule; `facts` fill the Persian sentence that the screen or the command
    line shows. Anything else that is raised is a bug.
    """

    def __init__(self, code: str, /, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

    def __reduce__(self) -> tuple[object, ...]:
        """Travels between processes whole."""
        return refusal_of, (self.code, self.facts)


def refusal_of(code: str, facts: Mapping[str, object]) -> Refusal:
    """The same refusal again, as one that was stored or has travelled."""
    return Refusal(code, **facts)
