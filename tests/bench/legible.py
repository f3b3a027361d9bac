"""What a reader gets back from papers: every symbol, every code, and nothing a printer mistakes."""

import re
from collections.abc import Iterator
from itertools import groupby, product
from operator import itemgetter
from typing import Literal, TypeVar, get_args

from pypdfium2 import PdfDocument, PdfTextPage

from app.bidi import LRI, PDI, isolate
from app.papers import Paper, Size
from app.persian import search_key
from app.printer import Printer, Proof
from app.value import Value
from printing.model import Document, Qr, Run
from printing.paper import FORMS, Press
from printing.road import road
from printing.sheet import A4, ROLL_80
from tests.bench.report import Figure
from tests.printing import readback, samples, strips
from tests.printing.pretend import pretend_printer

B = TypeVar("B")

SIZES: tuple[Size, ...] = ("A5", "A4", "A3")
HEADS: tuple[tuple[int, int, Literal[80, 58]], ...] = (
    (576, 203, 80),
    (512, 180, 80),
    (384, 203, 58),
)
ROLLS = tuple(
    Printer(dots=dots, dpi=dpi, width=width, native_qr=drawn, knife=knife)
    for (dots, dpi, width), drawn, knife in product(HEADS, (False, True), (True, False))
)
"""Every head, with a printer that draws symbols itself, with and without a knife."""
PROOFS: tuple[Proof, ...] = get_args(Proof)
PATIENCE = 10
"""Seconds for a job on its way."""
LONGEST = 64
"""Letters of a code that stands on one line: the head of the chain. Addresses may be longer."""
_CODE = re.compile(rf"{LRI}([^{PDI}]*[0-9۰-۹][^{PDI}]*){PDI}|([0-9۰-۹]+)")


def legible(press: Press) -> list[Figure]:
    """Each kind of paper on all that it is printed on, usual and careless, read by others."""
    papers = [make() for make in (*samples.EVERY, *samples.CARELESS)]
    on_pages = [_page(press, paper, size) for paper in papers for size in SIZES]
    rolls = [make() for make in (*samples.ROLLS, *samples.CARELESS[:-1])]
    on_rolls = [_roll(press, paper, printer) for paper in rolls for printer in ROLLS]
    read = [symbol for symbols, _ in (*on_pages, *on_rolls) for symbol in symbols]
    codes = [code for _, found in on_pages for code in found]
    unknown = sum(strange for _, strange in on_rolls) + sum(_sent(press, proof) for proof in PROOFS)
    return [
        _all(f"symbols on {len(on_pages)} files and {len(on_rolls)} rolls, decoded", read),
        _all(f"codes, dates and numbers on {len(on_pages)} files, each in order and whole", codes),
        Figure(
            what=f"commands that printers do not know, in {len(on_rolls)} jobs, and in those sent",
            measured=str(unknown),
            beside="",
            ratio="",
            goal="0",
            met=unknown == 0,
        ),
    ]


def _all(what: str, read: list[bool]) -> Figure:
    return Figure(
        what=what,
        measured=f"{sum(read)} of {len(read)}",
        beside="",
        ratio="",
        goal="all",
        met=all(read) and bool(read),
    )


def _page(press: Press, paper: Paper, size: Size) -> tuple[list[bool], list[bool]]:
    """For each symbol and each code of the paper, whether it is found in the file."""
    pdf, document = press.pdf(paper, size), _document(paper, roll=False)
    wanted = [symbol.payload for symbol in _of(document, Qr)]
    pictures = (
        [readback.picture(pdf, page) for page in range(readback.pages(pdf))] if wanted else []
    )
    seen = [said for picture in pictures for said in readback.symbols(picture)]
    lines = [line for page in PdfDocument(pdf) for line in _lines(page.get_textpage())]
    codes = {
        search_key(whole or digits)
        for run in _of(document, Run)
        for whole, digits in _CODE.findall(isolate(run.text))
    }
    told = [any(code in line for line in lines) for code in codes if len(code) <= LONGEST]
    return [said in seen for said in wanted], told


def _lines(page: PdfTextPage) -> Iterator[str]:
    """Each line as it stands on the paper, from left to right, which is how codes are read;
    what readers of files make of a line's direction is their own affair.
    """
    letters = []
    for number in range(page.count_chars()):
        said = search_key(page.get_text_range(number, 1))
        left, base, _, _ = page.get_charbox(number, loose=True)
        letters += [(round(base, 1), left, said)] * bool(said)
    for _, line in groupby(sorted(letters), key=itemgetter(0)):
        yield "".join(said for _, _, said in line)


def _roll(press: Press, paper: Paper, printer: Printer) -> tuple[list[bool], bool]:
    """Whether each symbol is read off the strip, and whether the job holds what nobody knows."""
    wanted = [symbol.payload for symbol in _of(_document(paper, roll=True), Qr)]
    try:
        roll = strips.read(press.thermal(paper, printer), printer.dots)
    except strips.UnknownCommand:
        return [False for _ in wanted], True
    seen = readback.symbols(roll.image(printer.dots))
    return [said in seen for said in wanted], False


def _sent(press: Press, proof: Proof) -> int:
    """How much a printer on the network does not know of what it is sent and asked."""
    with pretend_printer() as machine:
        printer = Printer(name=machine.name, proof=proof)
        for make in samples.ROLLS:
            road(printer, raw=True).send(press.thermal(make(), printer), make.__name__)
            machine.got.get(timeout=PATIENCE)
        return len(machine.unknown)


def _document(paper: Paper, *, roll: bool) -> Document:
    _, form = FORMS[type(paper)]
    return form(paper, ROLL_80 if roll else A4)


def _of(whole: object, kind: type[B]) -> Iterator[B]:
    """Every block or run of a kind, however deep."""
    if isinstance(whole, kind):
        yield whole
    parts = whole if isinstance(whole, tuple) else ()
    if isinstance(whole, Value):
        parts = tuple(getattr(whole, name) for name in whole.__struct_fields__)
    for part in parts:
        yield from _of(part, kind)
