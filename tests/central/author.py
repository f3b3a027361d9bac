"""A PC reduced to what the centre sees of it: lines that hang together and are signed."""

import json
from collections.abc import Iterator
from typing import Any

from app.event import Recorded, content_of, first_link, link_of
from app.sync.feed import Line, Place, vow
from app.sync.wire import Page, Pull
from db import seal
from db.central.client import PgCentre

AT = 1_795_235_400_000_000


class Author:
    """Writes one incarnation of a node."""

    def __init__(self, office: str, node: str, incarnation: str = "aa" * 16) -> None:
        self.office, self.node, self.incarnation = office, node, incarnation
        self.key = seal.new_key()
        self.key_public = seal.public(self.key)
        self.seq = 0
        self.link = first_link(office, node)
        self._made = 0

    def line(
        self, kind: str, entity: str, said: object = None, body: bytes = b"", **odd: Any
    ) -> Line:
        """One more, not signed; `odd` are its `at` and `version` where they are not as usual."""
        self._made += 1
        event = f"{self.node[-8:]}{self._made:024x}"
        body = body or json.dumps(said or {}, ensure_ascii=False).encode()
        at = odd.get("at", AT + self._made * 1_000_000)
        version = odd.get("version", 1)
        content = content_of(event, at, "", entity, kind, version, body)
        follows = b"" if self.seq else self.link
        self.seq += 1
        self.link = link_of(self.link, self.incarnation, self.seq, content)
        place = (self.office, self.node, self.incarnation, self.seq)
        fact = (event, at, "", entity, kind, version, body, content, self.link)
        whole: tuple[Any, ...] = (*place, *fact)
        return Line(recorded=Recorded(*whole), follows=follows)

    def signed(self, *lines: Line) -> tuple[Line, ...]:
        """A batch that ends with its signature."""
        *others, last = lines
        signature = seal.sign(self.key, vow(last.recorded.link))
        return (
            *others,
            Line(recorded=last.recorded, follows=last.follows, signature=signature),
        )

    def batch(self, count: int, kind: str = "TicketIssued") -> tuple[Line, ...]:
        """So many lines, each of another entity."""
        made = (self.line(kind, f"{self.node[-8:]}{self._made:024x}") for _ in range(count))
        return self.signed(*made)


def pages(centre: PgCentre, place: Place, most: int = 500) -> Iterator[Page]:
    """The feed behind a place."""
    while True:
        page = centre.ask(Pull(place=place, most=most, clean=True))
        assert isinstance(page, Page)
        if page.lines:
            place = Place(cursor=page.lines[-1].number, mark=page.lines[-1].mark)
        yield page
        if place.cursor == page.last:
            return


def end_of(centre: PgCentre) -> Place:
    """The end of the feed."""
    *_, last = [Place(), *(fed_place(page) for page in pages(centre, Place()) if page.lines)]
    return last


def fed_place(page: Page) -> Place:
    """Where a page ends."""
    return Place(cursor=page.lines[-1].number, mark=page.lines[-1].mark)
