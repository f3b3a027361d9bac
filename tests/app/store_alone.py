"""What a desk in memory does not hold: long lists and the record are read from a store alone."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from app.auditing import Line, Mark, Wanted
from app.listing import ReadyRow


class StoreAlone:
    """Fulfils `app.listing.Listing` and `app.auditing.Auditing` by saying so."""

    def owed_between(self, since: date, until: date) -> int:
        raise NotImplementedError

    def ready_rows(self, most: int) -> Sequence[ReadyRow]:
        raise NotImplementedError

    def slips_since(self, day: date, most: int) -> Sequence[str]:
        raise NotImplementedError

    def at_units(self) -> Mapping[str, int]:
        raise NotImplementedError

    def at_unit(self, spellings: Sequence[str], most: int) -> Sequence[str]:
        raise NotImplementedError

    def first_fact(self) -> int | None:
        raise NotImplementedError

    def facts(self, wanted: Wanted, since: int, before: Mark, most: int) -> Sequence[Line]:
        raise NotImplementedError

    def facts_of(
        self, entities: Collection[str], wanted: Wanted, since: int, before: Mark, most: int
    ) -> Sequence[Line]:
        raise NotImplementedError

    def labelled_between(self, label: str, first: date, last: date) -> Sequence[str]:
        raise NotImplementedError

    def received_between(self, first: date, last: date) -> Sequence[tuple[str, str]]:
        raise NotImplementedError
