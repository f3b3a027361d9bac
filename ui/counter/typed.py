"""A field that is being typed in while the state goes round: neither disturbs the other."""

from collections.abc import Callable

from ui.look.parts.field import Field
from ui.look.parts.text_field import TextField


class Typed:
    """What is typed goes out by `say` and comes back in the state a moment later, maybe when more
    is typed already. Such an echo is let pass; anything else that the state says is new, and shown.
    """

    def __init__(self, field: Field | TextField, say: Callable[[str], None]) -> None:
        self._field = field
        self._say = say
        self._shown = ""
        self._on_way: list[str] = []
        field.edited.connect(self._typed)

    def show(self, value: str) -> bool:
        """Shows what the state says of the field, unless it is what was typed there; whether that
        was something new.
        """
        before, self._shown = self._shown, value
        if value in self._on_way:
            del self._on_way[: self._on_way.index(value) + 1]
        elif (value != before or not self._on_way) and value != self._field.value():
            self._on_way.clear()
            self._field.show_value(value)
            return True
        return False

    def _typed(self, text: str) -> None:
        self._on_way.append(text)
        self._say(text)
