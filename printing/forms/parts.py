"""What forms are made of: labels with what is filled in, room to sign, numbers."""

from collections.abc import Sequence

from app.bidi import NO_BREAK_SPACE, apart
from app.papers import PaperDocument
from app.persian import persian_digits, persian_figures
from app.sub_service import DocumentForm
from app.tracking import grouped
from printing.forms.kinds import Type, styled
from printing.model import (
    Block,
    Cell,
    Columns,
    Gap,
    Group,
    Rule,
    Run,
    Side,
    Style,
    Text,
    text,
)

FORMS: dict[DocumentForm, str] = {"original": "اصل", "copy": "تصویر", "both": "اصل و تصویر"}


def field(
    label: str, value: str, kind: Type, *, note: str = "", added: str = "", factor: float = 1
) -> Text:
    """A label of the guide with its footnote's mark, and what is filled in, in one paragraph.

    `added` is a word of ours after the label; `factor` makes what is filled in larger.
    """
    style = styled(kind.body, factor=factor)
    plain = tuple(
        Run(text=run.text, size=run.size / factor, raised=run.raised)
        for run in labelled(label, note, added)
    )
    filled = Run(text=f" {persian_figures(value)}", weight="bold")
    return Text(runs=(*plain, filled), style=style)


def said(label: str, value: str, style: Style) -> Text:
    """«مسئول پاسخگو: علی رضایی»: a remark of ours, its label a little stronger."""
    told = Run(text=f" {persian_figures(value)}")
    return Text(runs=(Run(text=label, weight="medium"), told), style=style)


def labelled(label: str, note: str = "", added: str = "") -> tuple[Run, ...]:
    """«تاریخ دریافت پاسخ خدمت:», raised «۴», and what we add in brackets."""
    runs = [Run(text=label)]
    runs += [Run(text=f" {note}", raised=True)] * bool(note)
    runs += [Run(text=f" {added}")] * bool(added)
    return tuple(runs)


def cell(
    label: str,
    value: str,
    kind: Type,
    *,
    note: str = "",
    style: Style | None = None,
    height: float = 0,
    down: int = 1,
) -> Cell:
    """A cell of a form: the label small on a line of its own, under it what is filled in."""
    head = Text(runs=labelled(label, note), style=kind.label)
    filled = (text(persian_figures(value), style or kind.strong),) if value else ()
    return Cell(blocks=(head, *filled), height=height, down=down, middle=False)


def heads(titles: Sequence[str], style: Style) -> tuple[Cell, ...]:
    """The first row of a table: what stands in each column."""
    return tuple(Cell(blocks=(text(words, style),), shaded=True) for words in titles)


def ruled(fields: Sequence[Block], *, pad: float = 0.6) -> tuple[Block, ...]:
    """Fields of a slip one under the other, a rule over and under each.

    No frame: upright rules would make every row of dots as wide as the roll.
    """
    blocks: list[Block] = [Rule(thickness=0.3)]
    for one in fields:
        blocks += [Gap(height=pad), one, Gap(height=pad), Rule(thickness=0.13)]
    return (*blocks[:-1], Rule(thickness=0.3))


def to_sign(label: str, name: str, height: float, kind: Type) -> Block:
    """Room to sign or to put a fingerprint on, `height` clear under its label."""
    return Group(blocks=(field(label, name, kind), Gap(height=height)))


def signers(*labels: str, kind: Type, height: float = 15) -> Columns:
    """People who sign side by side: the label over the room for it, and a line under that."""
    sides = tuple(
        Side(blocks=(text(label, kind.body), Gap(height=height), Rule())) for label in labels
    )
    return Columns(sides=sides, gap=16)


def typed(words: str, style: Style) -> Text:
    """A paragraph that people typed: its figures are Persian where no Latin letter is near."""
    return text(persian_figures(words), style)


def rows_of(lines: Sequence[str], style: Style) -> tuple[Text, ...]:
    """A paragraph for each line."""
    return tuple(typed(line, style) for line in lines)


def joined(*words: str, by: str = f" ·{NO_BREAK_SPACE}") -> str:
    """The words that are there, with a mark between them: no dot hangs at the end of a line."""
    return by.join(word for word in words if word)


def tracking(number: str) -> str:
    """۴۸۲۷ ۱۹۳۰ ۵۵۶۳, one code that keeps its order and its line."""
    return apart(persian_digits(grouped(number)))


def code(identifier: str) -> str:
    """The applicant's code, a dash for whoever has none."""
    return persian_figures(identifier) or "—"


def number(code: str) -> str:
    """A number of any maker, as a letter's or an account's, never half Persian and half not."""
    return persian_figures(apart(code) if " " in code else code)


def phone(number: str) -> str:
    """«تلفن ۰۱۱-۵۲۲۲۰۰۰۰», on one line."""
    return f"تلفن{NO_BREAK_SPACE}{persian_digits(number)}" if number else ""


def named(document: PaperDocument) -> str:
    """The title of a paper, and whether the original or a copy of it is asked for."""
    form = FORMS[document.form] if document.form else ""
    copies = f"{persian_digits(str(document.count))} نسخه" if document.count > 1 else ""
    asked = joined(form, copies, by="، ")
    title = persian_figures(document.title)
    return f"{title} ({asked})" if asked else title
