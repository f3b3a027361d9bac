"""What is typed of one entry of the catalogue, and on what it is based."""

from app.folds.catalogue import Entry
from app.letters import persian_digits
from app.showing.catalogue import EntryDraft, EntryShown, parts_changed
from app.sub_service import SubService
from ui.frame.words import tr
from ui.supervisor.catalogue.part import with_value
from ui.words import Words

_NOTHING = SubService(code="", title="")


class EntryTyped:
    """`shown` is the entry as it stands, `sheet` what stands in the fields, `based` the version on
    which that is based.
    """

    def __init__(self) -> None:
        self.shown: EntryShown | None = None
        self.sheet, self.based = _NOTHING, 0
        self._seen, self._taken = _NOTHING, 0

    @property
    def entry(self) -> Entry | None:
        """The entry as it stands; None while it is new."""
        return self.shown.entry if self.shown else None

    @property
    def key(self) -> str:
        """Of which entry: its id, or `NEW`."""
        return self.shown.key if self.shown else ""

    @property
    def changed(self) -> bool:
        """Whether anything was typed that is not kept."""
        return self.sheet != self._stood

    @property
    def draft(self) -> EntryDraft | None:
        """What is half typed; None where nothing is."""
        return EntryDraft(based=self.based, sheet=self.sheet) if self.changed else None

    @property
    def overtaken(self) -> bool:
        """Whether somebody else kept a version meanwhile."""
        return bool(self.entry and self.entry.version != self.based)

    def take(self, shown: EntryShown) -> None:
        """The entry as it stands, and nothing typed."""
        self.shown = shown
        self.sheet = self._seen = self._stood
        self.based = self._taken = shown.entry.version if shown.entry else 0

    def go_on(self, draft: EntryDraft) -> None:
        """What was half typed is there again."""
        self.sheet, self.based = draft.sheet, draft.based

    def put(self, name: str, value: object) -> None:
        """A field has another value."""
        self.sheet = with_value(self.sheet, name, value)

    def title(self) -> str:
        """Code and title, as far as they are typed."""
        code = f"{persian_digits(self.sheet.code)} · " if self.sheet.code else ""
        return f"{code}{self.sheet.title or tr('A new sub-service')}"

    def chip(self) -> str:
        """What to know of it before all else."""
        if self.changed:
            return tr("typed, not kept")
        return tr("No longer given") if self.entry and self.entry.retired else ""

    def origin(self) -> str:
        """On what it is based, or what overtook it."""
        if self.entry and (self.overtaken or self.entry.version != self._taken):
            return self._overtaken(self.entry)
        return tr("Based on version {n}", n=self.based) if self.based else ""

    def _overtaken(self, entry: Entry) -> str:
        """Who changed which parts meanwhile."""
        parts = parts_changed(self._seen, entry.sheet)
        said = (
            tr("Version {n} was kept meanwhile", n=entry.version),
            self.shown.editor if self.shown else "",
            "، ".join(Words().value("catalogue_part", part) for part in parts),
        )
        return " · ".join(part for part in said if part)

    @property
    def _stood(self) -> SubService:
        return self.entry.sheet if self.entry else _NOTHING
