"""The checklist (فهرست مدارک) of one applicant at the counter: rows that are settled one by one."""

from collections.abc import Mapping
from typing import Literal

from msgspec.structs import replace

from app.events.request import Mark
from app.sub_service import ApplicantKind, DocumentForm, Inquiry, RequiredDocument, SubService
from app.value import Value

RowMark = Literal["open", "received", "on_file", "missing", "not_needed"]


class Row(Value, frozen=True, kw_only=True):
    """A paper, or an `inquiry` of the office's own, which is never asked of the applicant: then
    `where` is the body that answers it. `tracking` is the request with which the paper is on file.
    """

    title: str
    form: DocumentForm | Literal[""] = ""
    count: int = 1
    obligatory: bool = True
    condition: str = ""
    where: str = ""
    mark: RowMark = "open"
    tracking: str = ""
    inquiry: bool = False

    @property
    def asked(self) -> bool:
        """Whether it counts among the papers that this applicant is asked for."""
        if self.inquiry or self.mark == "not_needed":
            return False
        return self.obligatory or self.mark != "open"


class Checklist(Value, frozen=True, kw_only=True):
    """The rows in the catalogue's order, inquiries last. Every change gives a new checklist."""

    rows: tuple[Row, ...] = ()

    def marked(self, index: int, mark: RowMark) -> "Checklist":
        """With one row settled so, or opened again. An inquiry stays as it is, and what is not on
        file is not marked as if it were.
        """
        row = self.rows[index]
        if row.inquiry or (mark == "on_file" and not row.tracking):
            return self
        return self._with({index: mark})

    def all_received(self) -> "Checklist":
        """«همه مدارک کامل است»: every obligatory paper that is open or missing is there after all,
        and no further one is needed.
        """
        marks: dict[int, RowMark] = {}
        for index, row in enumerate(self.rows):
            if row.inquiry or row.mark not in ("open", "missing"):
                continue
            if row.obligatory:
                marks[index] = "received"
            elif row.mark == "open":
                marks[index] = "not_needed"
        return self._with(marks)

    @property
    def missing(self) -> tuple[Row, ...]:
        """What the deficiency slip names."""
        return tuple(row for row in self.rows if row.mark == "missing")

    @property
    def unsettled(self) -> tuple[Row, ...]:
        """Obligatory papers of which nothing was said yet."""
        return tuple(
            row for row in self.rows if row.obligatory and row.mark == "open" and not row.inquiry
        )

    @property
    def complete(self) -> bool:
        """Whether a request may be registered: no obligatory paper is open or missing."""
        return not self.unsettled and not any(row.obligatory for row in self.missing)

    def marks(self) -> dict[str, bool | str]:
        """For `app.deeds.request.register`: an obligatory paper that is still open is missing,
        another is not needed.
        """
        return {row.title: _settled(row) for row in self.rows if not row.inquiry}

    def next_open(self, after: int = -1) -> int | None:
        """The next row below `after` of which nothing was said yet."""
        ahead = range(after + 1, len(self.rows))
        return next(
            (i for i in ahead if self.rows[i].mark == "open" and not self.rows[i].inquiry), None
        )

    def _with(self, marks: Mapping[int, RowMark]) -> "Checklist":
        rows = enumerate(self.rows)
        return Checklist(rows=tuple(replace(row, mark=marks.get(i, row.mark)) for i, row in rows))


def checklist_for(
    sheet: SubService,
    kind: ApplicantKind,
    on_file: Mapping[str, str],
    marks: Mapping[str, RowMark] | None = None,
) -> Checklist:
    """The papers that this kind of applicant brings and the inquiries that the office makes.

    `on_file` gives the tracking number by title; `marks` by title settles rows as they were before.
    """
    asked = [d for d in sheet.documents if not d.kinds or kind in d.kinds]
    papers = [_row(document, on_file.get(document.title, "")) for document in asked]
    inquiries = [_inquiry(inquiry) for inquiry in sheet.inquiries]
    fresh = Checklist(rows=(*papers, *inquiries))
    for index, row in enumerate(papers):
        if marks and row.title in marks:
            fresh = fresh.marked(index, marks[row.title])
    return fresh


def _row(document: RequiredDocument, tracking: str) -> Row:
    return Row(
        title=document.title,
        form=document.form,
        count=document.count,
        obligatory=document.obligatory,
        condition=document.condition,
        where=document.where,
        mark="on_file" if tracking else "open",
        tracking=tracking,
    )


def _inquiry(inquiry: Inquiry) -> Row:
    return Row(title=inquiry.title, obligatory=False, where=inquiry.body, inquiry=True)


def unsaid(*, obligatory: bool) -> Mark:
    """What holds of a paper of which nothing is said."""
    return "missing" if obligatory else "not_needed"


def _settled(row: Row) -> Mark:
    return unsaid(obligatory=row.obligatory) if row.mark == "open" else row.mark
