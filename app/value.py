"""The base of every value that is stored or passed between threads: frozen, typed, comparable."""

import msgspec


class Value(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A frozen value. As JSON it leaves out defaults, and ignores keys that it does not know.

    Subclasses repeat `frozen=True, kw_only=True`: the second is not inherited.
    """
