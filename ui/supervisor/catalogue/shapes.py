"""The tables of an entry, and the fields of a row of each."""

from collections.abc import Callable, Sequence

from app.sub_service import Fee, FormField, Inquiry, ReadyText, RequiredDocument, Step
from ui.frame.inputs import Spec
from ui.frame.words import tr
from ui.look.parts.row import Column
from ui.supervisor.catalogue.table import Shape
from ui.supervisor.catalogue.words import Terms, plain_number, rials

_WIDE = Column(role="body")
_GREY = Column(role="body", colour="ink_2")


def _narrow(width: int) -> Column:
    return Column(width=width, role="body", colour="ink_2")


def documents(terms: Terms) -> Shape:
    """Required papers (R30 c, R32)."""
    how = terms.options("catalogue_document_form")
    return Shape(
        name="documents",
        title=tr("Papers that are asked for"),
        empty=tr("No paper is asked for yet; F2 adds the first."),
        heads=(tr("Paper"), tr("How"), tr("Of whom"), tr("On what terms")),
        columns=(_WIDE, _narrow(96), _narrow(130), _narrow(170)),
        cells=lambda row: _document(row, terms),
        blank=lambda: RequiredDocument(title=""),
        rows=(
            (
                Spec("title", tr("Title of the paper"), share=5),
                Spec("form", tr("How"), "choice", how, share=2),
                Spec("count", tr("How many"), "count", share=1),
            ),
            (
                Spec(
                    "kinds",
                    tr("Of whom (none ticked: of everybody)"),
                    "ticks",
                    terms.options("catalogue_applicant"),
                ),
            ),
            (
                Spec("obligatory", tr("Obligatory"), "yes", share=2),
                Spec("condition", tr("Condition, where it is not"), share=5),
                Spec("where", tr("Where to get it"), share=4),
            ),
        ),
    )


def _document(row: RequiredDocument, terms: Terms) -> Sequence[str]:
    form = terms.word("catalogue_document_form", row.form)
    how = f"{form} ({plain_number(row.count)})" if row.count > 1 else form
    whom = "، ".join(terms.word("catalogue_applicant", kind) for kind in row.kinds)
    duty = tr("Obligatory") if row.obligatory else row.condition or tr("not obligatory")
    return row.title, how, whom or tr("of everybody"), duty


def steps(terms: Terms) -> Shape:
    """Table 1 (R33, R34)."""
    return Shape(
        name="steps",
        title=tr("Stages of the work (Table 1)"),
        empty=tr("No stage is written yet; F2 adds the first."),
        heads=(tr("Stage"), tr("Unit"), tr("Post"), tr("Time")),
        columns=(_WIDE, _narrow(160), _narrow(150), _narrow(100)),
        cells=lambda row: (row.title, row.unit, row.post, _lasting(row, terms)),
        blank=lambda: Step(title="", unit=""),
        rows=(
            (Spec("title", tr("Title of the stage")),),
            (
                Spec("unit", tr("Unit that does it"), share=3),
                Spec("post", tr("Post that does it"), share=3),
            ),
            (
                Spec("duration", tr("Agreed time"), "number", share=2),
                Spec(
                    "unit_of_time",
                    tr("Unit of time"),
                    "choice",
                    terms.options("catalogue_time_unit"),
                    share=2,
                ),
            ),
        ),
    )


def _lasting(row: Step, terms: Terms) -> str:
    unit = terms.word("catalogue_time_unit", row.unit_of_time)
    return f"{plain_number(row.duration)} {unit}" if row.duration else ""


def fees() -> Shape:
    """Costs with account and legal article (R30 f)."""
    return Shape(
        name="fees",
        title=tr("Costs"),
        empty=tr("It costs nothing; F2 adds a cost."),
        heads=(tr("Cost"), tr("Amount"), tr("Account"), tr("Legal article")),
        columns=(_WIDE, _narrow(120), _narrow(140), _narrow(150)),
        cells=lambda row: (row.title, rials(row.amount), row.account, row.article),
        blank=lambda: Fee(title="", amount=0),
        rows=(
            (
                Spec("title", tr("Title of the cost"), share=3),
                Spec("amount", tr("Amount (rials)"), "money", share=2),
                Spec("account", tr("Account number"), "code", share=3),
                Spec("article", tr("Legal article of the payment"), share=4),
            ),
        ),
    )


def inquiries() -> Shape:
    """What the office itself asks of others (R27-R29)."""
    return Shape(
        name="inquiries",
        title=tr("Inquiries of the office, never asked of the client"),
        empty=tr("No inquiry is needed; F2 adds one."),
        heads=(tr("Inquiry"), tr("Answering body")),
        columns=(_WIDE, _GREY),
        cells=lambda row: (row.title, row.body),
        blank=lambda: Inquiry(title="", body=""),
        rows=((Spec("title", tr("Title of the inquiry")), Spec("body", tr("Who answers it"))),),
    )


def ready_texts(terms: Terms) -> Shape:
    """Usual answers, Table 4 (R62)."""
    return Shape(
        name="ready_texts",
        title=tr("Ready texts of answers"),
        empty=tr("No ready text yet; F2 adds one."),
        heads=(tr("Ready text"), tr("Result"), tr("Objection")),
        columns=(_WIDE, _narrow(150), _narrow(230)),
        cells=lambda row: (row.title, terms.word("catalogue_result", row.result), row.objection),
        blank=lambda: ReadyText(title="", result="done", grounds="", content="", objection=""),
        rows=(
            (
                Spec("title", tr("Title of the text"), share=3),
                Spec("result", tr("Result"), "choice", terms.options("catalogue_result"), share=2),
            ),
            (
                Spec("grounds", tr("Legal grounds and reasoning"), "area"),
                Spec("content", tr("Main content of the answer"), "area"),
            ),
            (
                Spec("objection", tr("Authority and deadline for objection"), "area"),
                Spec("remarks", tr("Explanations"), "area"),
            ),
        ),
    )


def fields(terms: Terms) -> Shape:
    """What this sub-service alone asks."""
    kinds = terms.options("catalogue_field")
    return Shape(
        name="fields",
        title=tr("Own fields of the request"),
        empty=tr("It asks nothing of its own; F2 adds a field."),
        heads=(tr("Field"), tr("Kind of field"), tr("Duty")),
        columns=(_WIDE, _narrow(130), _narrow(110)),
        cells=lambda row: (
            row.title,
            terms.word("catalogue_field", row.kind),
            tr("Obligatory") if row.obligatory else "",
        ),
        blank=lambda: FormField(title=""),
        rows=(
            (
                Spec("title", tr("Title of the field"), share=4),
                Spec("kind", tr("Kind of field"), "choice", kinds, share=2),
                Spec("obligatory", tr("Obligatory"), "yes", share=2),
            ),
        ),
    )


def forms(file_of: Callable[[str], Sequence[str]]) -> Shape:
    """Forms and letter formats (R32); `file_of` gives name and size of a form's file."""
    return Shape(
        name="forms",
        title=tr("Forms and formats of letters"),
        empty=tr("No form yet; F2 adds one, F4 keeps its file."),
        heads=(tr("Form"), tr("File"), tr("Size")),
        columns=(_WIDE, _narrow(230), Column(width=90, align="end", role="body", colour="ink_2")),
        cells=lambda title: (title, *file_of(title)),
        blank=str,
        rows=((Spec("title", tr("Title of the form")),),),
    )


def general(terms: Terms) -> Sequence[Sequence[Spec]]:
    """What it is, and how it is given."""
    return (
        (
            Spec("code", tr("Code"), "code", share=1),
            Spec("title", tr("Title of the sub-service"), share=5),
        ),
        (
            Spec("department", tr("Department"), share=3),
            Spec("official_id", tr("Id in the approved list"), "code", share=2),
        ),
        (
            Spec("mode", tr("What the desk does"), "choice", terms.options("catalogue_mode")),
            Spec("channel", tr("Given by way of"), "choice", terms.options("catalogue_channel")),
        ),
        (Spec("fitness", tr("Why it fits the desk"), "ticks", terms.options("catalogue_fitness")),),
        (Spec("url", tr("Its electronic address"), "address"),),
        (Spec("legal_basis", tr("Legal basis"), "area", lines=2),),
    )


def information() -> Sequence[Sequence[Spec]]:
    """The parts of the information sheet that are no tables (R30 a, d, g)."""
    each = tr("an address in each line")
    return (
        (Spec("places", tr("Addresses where it is given"), "lines", note=each),),
        (Spec("average", tr("Average time it takes"), share=1),),
        (
            Spec("answerable_name", tr("Who answers for it")),
            Spec("answerable_post", tr("Their post")),
        ),
        (
            Spec("answerable_phone", tr("Their telephone"), "code"),
            Spec("answerable_hours", tr("When they are there")),
        ),
        (Spec("answerable_deputy", tr("Deputy of whoever answers for it")),),
        (Spec("note", tr("Note under the sheet"), "area", lines=2),),
    )


PERSON = "answerable_"
"""Before the names of what `SubService` holds in `answerable`."""
