"""The words in which an area describes a workbook or a document, without drawing it.

Everything here is frozen data: an area builds it from one consistent snapshot and hands it to
`write_workbook` or `write_document`. Text is data everywhere: it is never a formula or markup.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Literal

from changedesk.office.identity import Identity
from changedesk.office.palette import MARKS, Tone, marked

Value = str | int | float | Decimal | date | datetime | None
Kind = Literal["id", "text", "integer", "decimal", "percent", "date", "datetime", "choice"]


@dataclass(frozen=True)
class Choice:
    """One item of a drop-down: a stable code, and the word people see behind its glyph.

    Glyph and tone come from the palette by `code`; give them only for codes it does not know.
    """

    code: str
    label: str
    glyph: str = ""
    tone: Tone | None = None

    @property
    def text(self) -> str:
        """What stands in the cell: `✔ Pass`."""
        return f"{self.glyph} {self.label}" if self.glyph else marked(self.code, self.label)

    @property
    def shade(self) -> Tone | None:
        """The tone that tints this choice, None for no tint."""
        if self.tone:
            return self.tone
        mark = MARKS.get(self.code)
        return mark.tone if mark else None


@dataclass(frozen=True)
class Column:
    """One column of a table. `width` is in characters; a percent value is a share (0.58).

    `id` columns get check characters (see `row_reference`); a `choice` value may be a code or a
    text of `choices`; `fillable` cells are unlocked, shaded, and show `help` when selected.
    """

    title: str
    key: str
    width: float = 14
    kind: Kind = "text"
    choices: tuple[Choice, ...] = ()
    fillable: bool = False
    wrap: bool = False
    help: str = ""
    strong: bool = False


@dataclass(frozen=True)
class Signer:
    """One line of a sign-off block. `id` names the line when the file comes back.

    `meaning` says what the signature stands for: review, approval, responsibility, authorship.
    """

    role: str
    name: str = ""
    id: str = ""
    decision: str = ""
    remark: str = ""
    signed: date | datetime | None = None
    meaning: str = ""


# --- workbooks ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class TableSheet:
    """A sheet that is one long table: title, note, header row, body.

    `rows` may be a generator: it is read once. `ids` runs parallel to `rows` and goes into the
    hidden `_id` column. `group_by` is the key of a column whose change of value draws a line.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: Iterable[Sequence[Value]]
    ids: Iterable[str] | None = None
    key: str = ""
    note: str = ""
    group_by: str = ""
    frozen_columns: int = 1
    filtered: bool = True
    landscape: bool = True
    empty: str = ""


@dataclass(frozen=True)
class CoverSheet:
    """The first sheet: what this is, how to fill it in, and where to sign."""

    title: str
    subtitle: str = ""
    facts: tuple[tuple[str, Value], ...] = ()
    instructions: tuple[str, ...] = ()
    legend: tuple[Choice, ...] = ()
    signers: tuple[Signer, ...] = ()
    decisions: tuple[Choice, ...] = ()
    statement: str = ""
    name: str = "Cover"
    key: str = "cover"


@dataclass(frozen=True)
class Chart:
    """A native chart over a block: its first column names the categories.

    `series` are column keys (all other columns when empty); `tones` colours a series by its key
    or, in a chart of one series, a category by its text or code. `numbers` is how the labels are
    written (a share of 0.58 as a percent); the axis starts at `least`.
    """

    kind: Literal["bar", "stacked", "line"] = "bar"
    title: str = ""
    series: tuple[str, ...] = ()
    tones: Mapping[str, Tone] = field(default_factory=dict)
    numbers: Literal["whole", "tenths", "percent"] = "whole"
    least: float = 0


@dataclass(frozen=True)
class Block:
    """A small table of a summary, its chart beside it. `total` sets the last row off."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Sequence[Value], ...]
    chart: Chart | None = None
    note: str = ""
    total: bool = False


@dataclass(frozen=True)
class Figure:
    """One large number with its label; `note` prints the base ('of 168 steps')."""

    value: str
    label: str
    note: str = ""
    tone: Tone | None = None


@dataclass(frozen=True)
class SummarySheet:
    """A page of figures and small tables, each with its chart."""

    title: str
    blocks: tuple[Block, ...]
    figures: tuple[Figure, ...] = ()
    note: str = ""
    name: str = "Summary"
    key: str = "summary"


@dataclass(frozen=True)
class FormLine:
    """One line to answer. `id` names it when the form comes back, `heading` stands above it.

    `answer` says what its cell takes: kind, choices, help.
    """

    id: str
    text: str
    answer: Column
    number: str = ""
    note: str = ""
    heading: str = ""


@dataclass(frozen=True)
class FormSheet:
    """A sheet that one person fills in: a question, and beside it the cell for the answer."""

    name: str
    title: str
    lines: tuple[FormLine, ...]
    intro: tuple[str, ...] = ()
    key: str = "form"
    question: str = "Question"
    answer: str = "Your answer"
    closing: str = ""


Sheet = CoverSheet | SummarySheet | TableSheet | FormSheet


@dataclass(frozen=True)
class Labels:
    """The toolkit's own words, for the language of the file. `{}` places are filled by name."""

    page: str = "Page {page} of {pages}"
    how_to: str = "How to fill this in"
    legend: str = "Marks"
    sign_off: str = "Sign-off"
    role: str = "Role"
    name: str = "Name"
    decision: str = "Decision"
    remark: str = "Conditions or remark"
    date: str = "Date"
    date_and_time: str = "Date and time"
    meaning: str = "Meaning"
    signature: str = "Signature"
    pick: str = "Pick one of the list."
    pick_date: str = "Enter a date, for example 2026-03-31."
    whole: str = "Enter a whole number."
    number: str = "Enter a number."
    sealed: str = "Sealed"
    document: str = "Document"
    content: str = "Content"
    seal_key: str = "Document id · content hash"
    seal_note: str = "The seal covers what this file says; any later change of it can be shown."
    cut: str = "[cut]"
    months: tuple[str, ...] = (
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    )  # fmt: skip


@dataclass(frozen=True)
class Workbook:
    """A whole workbook. `author` and `title` go into the file's properties."""

    title: str
    sheets: tuple[Sheet, ...]
    identity: Identity
    language: str = "en"
    author: str = ""
    labels: Labels = field(default_factory=Labels)


# --- documents ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 to 3. `new_page` starts it on a fresh page."""

    text: str
    level: int = 1
    new_page: bool = False


@dataclass(frozen=True)
class Paragraph:
    """Running text; line ends in `text` stay. `style`: body, lead (larger) or small (soft).

    `keep` holds it on the page of what follows.
    """

    text: str
    style: Literal["body", "lead", "small"] = "body"
    keep: bool = False


@dataclass(frozen=True)
class Bullets:
    """A short list of points; numbered when order matters."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Facts:
    """Label and value side by side, without lines."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Table:
    """A table whose header repeats on each page and whose rows never split across pages.

    Column widths are shares of the text width. `caption` stands above it. `room` is the least
    height of a row in cm, where somebody writes into it by hand.
    """

    columns: tuple[Column, ...]
    rows: Iterable[Sequence[Value]]
    caption: str = ""
    empty: str = ""
    room: float = 0


@dataclass(frozen=True)
class Verdict:
    """The first and largest statement of a certificate: glyph, words, tinted ground."""

    text: str
    code: str = ""
    detail: str = ""
    tone: Tone | None = None


@dataclass(frozen=True)
class Figures:
    """A row of large numbers (three to five read well)."""

    items: tuple[Figure, ...]


@dataclass(frozen=True)
class SignatureTable:
    """Lines to sign on paper: role, name, meaning, decision, date and time, signature."""

    signers: tuple[Signer, ...]
    decisions: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class Picture:
    """A picture (PNG or JPEG bytes) fitted into the text width, at most `width` cm wide."""

    data: bytes
    alt: str
    caption: str = ""
    width: float = 16.0


@dataclass(frozen=True)
class Pictures:
    """Small pictures side by side, `across` in a row, each with its caption below."""

    items: tuple[Picture, ...]
    across: int = 3


@dataclass(frozen=True)
class NativeChart:
    """The chart of a block, drawn by the program that shows the document.

    Its figures are not sealed: they must stand in a table beside it. `alt` says what is seen.
    """

    block: Block
    alt: str


@dataclass(frozen=True)
class SealBlock:
    """Document id and content hash in words and as a QR code: where the certificate ends."""


DocumentBlock = (
    Heading
    | Paragraph
    | Bullets
    | Facts
    | Table
    | Verdict
    | Figures
    | SignatureTable
    | Picture
    | Pictures
    | NativeChart
    | SealBlock
)


@dataclass(frozen=True)
class Document:
    """A whole A4 document. `header` stands at the head of each page (default: the title)."""

    title: str
    blocks: Iterable[DocumentBlock]
    identity: Identity
    subtitle: str = ""
    header: str = ""
    language: str = "en"
    author: str = ""
    labels: Labels = field(default_factory=Labels)


@dataclass(frozen=True)
class WrittenFile:
    """What was written: `content_hash` is the digest that `content_digest(path)` gives back.

    `rows` counts body rows of tables; `warnings` are sentences for the user (text that was cut).
    `export_id` is empty for a file that carries no identity.
    """

    path: Path
    content_hash: str
    rows: int
    warnings: tuple[str, ...] = ()
    seal: str = ""
    export_id: str = ""
