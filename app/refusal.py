"""The one way a rule says no."""


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
        return _refusal, (self.code, self.facts)


def _refusal(code: str, facts: dict[str, object]) -> Refusal:
    return Refusal(code, **facts)
