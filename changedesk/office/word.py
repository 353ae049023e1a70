"""A described document becomes a .docx: built, digested, sealed, packed, put in place."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from operator import length_hint
from pathlib import Path
from zipfile import ZipFile

import docx as python_docx
from docx.document import Document as Docx

from changedesk.office import Progress, word_blocks
from changedesk.office.files import repack, replacing
from changedesk.office.layout import (
    Bullets,
    Column,
    Document,
    DocumentBlock,
    Facts,
    Figures,
    Heading,
    NativeChart,
    Paragraph,
    Picture,
    Pictures,
    SealBlock,
    SignatureTable,
    Table,
    Verdict,
    WrittenFile,
)
from changedesk.office.read_docx import written_items
from changedesk.office.seal import document_digest, seal_line, seal_words
from changedesk.office.word_charts import Charts
from changedesk.office.word_page import (
    TEXT_WIDTH,
    add_custom_properties,
    set_properties,
    set_up_page,
)
from changedesk.office.word_pictures import Album, UnreadablePictureError, seal_block
from changedesk.office.word_styles import define_styles, style_id
from changedesk.office.word_table import MadeTable, TableMaker
from changedesk.office.word_xml import Element, element, paragraph, run


def write_document(document: Document, path: Path, progress: Progress | None = None) -> WrittenFile:
    """Write `document` to `path`, whole or not at all.

    Raises EnvironmentProblem or UserError; what `progress` raises to cancel passes through.
    """
    with replacing(path) as temporary:
        writing = _Writing(document, progress)
        for block in document.blocks:
            writing.add(block)
        digest = writing.seal()
        writing.save(temporary)
    words = seal_words(document.identity.export_id, digest)
    return WrittenFile(
        path, digest, writing.rows, tuple(writing.warnings), words, document.identity.export_id
    )


@dataclass
class _Writing:
    """A document while it is being made."""

    document: Document
    progress: Progress | None
    rows: int = 0
    warnings: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.docx: Docx = python_docx.Document()
        define_styles(self.docx, self.document.language)
        self._seals: list[Element] = [set_up_page(self.docx, self.document)]
        self._codes: list[Element] = []
        self._album = Album(self.docx)
        self._charts = Charts(self.docx)
        self._tables: dict[Element, MadeTable] = {}
        self._makers: dict[tuple[tuple[Column, ...], float], TableMaker] = {}
        set_properties(self.docx, self.document)
        self._body: Element = self.docx.element.body
        self._end: Element = self._body[-1]
        self._append([paragraph(style_id("Title"), run(self.document.title))])
        if self.document.subtitle:
            self._append([paragraph(style_id("Subtitle"), run(self.document.subtitle))])

    def _append(self, elements: list[Element]) -> None:
        """Add `elements` at the end of the body, before the page's own description."""
        for made in elements:
            self._end.addprevious(made)

    def add(self, block: DocumentBlock) -> None:
        """Add one block."""
        if isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Picture):
            self._picture(block)
        elif isinstance(block, Pictures):
            self._pictures(block)
        elif isinstance(block, NativeChart):
            self._append(self._charts.chart(block))
        elif isinstance(block, SealBlock):
            self._seal_block()
        elif isinstance(block, SignatureTable):
            self._append(word_blocks.signatures(block, self.document.labels))
        else:
            self._append(_plain(block))

    def _table(self, block: Table) -> None:
        if block.caption:
            self._append([paragraph(style_id("Caption"), run(block.caption))])
        kind = (block.columns, block.room)
        if kind not in self._makers:
            labels = self.document.labels
            self._makers[kind] = TableMaker(block.columns, TEXT_WIDTH, labels, block.room)
        made = self._makers[kind].make(block, self._tell(length_hint(block.rows, 0)))
        place = element("tbl", {"place": str(len(self._tables))})
        self._tables[place] = made
        self._append([place, word_blocks.gap()])
        self.rows += made.rows

    def _tell(self, total: int) -> Callable[[int], None]:
        def tell(done: int) -> None:
            if self.progress:
                self.progress(self.rows + done, self.rows + max(total, done))

        return tell

    def _picture(self, block: Picture) -> None:
        try:
            self._append(self._album.picture(block))
        except UnreadablePictureError:
            self._unreadable(block.alt)
            self._append([paragraph(style_id("Small"), run(f"[{block.alt}]"))])

    def _unreadable(self, name: str) -> None:
        self.warnings.append(f"The picture “{name}” cannot be read; its place says so.")

    def _pictures(self, block: Pictures) -> None:
        elements, unread = self._album.grid(block)
        self.warnings += [
            f"The picture “{alt}” cannot be read; its place says so." for alt in unread
        ]
        self._append(elements)

    def _seal_block(self) -> None:
        elements, words, place = seal_block(self.document)
        self._append(elements)
        self._seals.append(words)
        self._codes.append(place)

    def seal(self) -> str:
        """Digest what it says, put the seal where it is shown and carried; return the digest."""
        parts = self.docx.part.related_parts
        texts = {place: made.texts for place, made in self._tables.items()}
        styles: Element = self.docx.styles.element
        written = written_items(self.docx.element, lambda key: parts[key].blob, styles, texts)
        digest = document_digest(written)
        export_id = self.document.identity.export_id
        for words in self._seals:
            words.text = seal_words(export_id, digest)
        for place in self._codes:
            self._album.code(place, seal_line(export_id, digest))
        add_custom_properties(self.docx, self.document, seal_line(export_id, digest))
        return digest

    def save(self, target: Path) -> None:
        """Write the file, each table at its place."""
        package = BytesIO()
        self.docx.save(package)
        name = self.docx.part.partname[1:]
        with ZipFile(package) as made:
            body = made.read(name)
        repack(package, target, {name: self._pieces(body)})

    def _pieces(self, body: bytes) -> Iterator[bytes]:
        done = 0
        for number, made in enumerate(self._tables.values()):
            place = b'<w:tbl w:place="%d"/>' % number
            found = body.index(place, done)
            yield body[done:found]
            yield made.markup.encode()
            done = found + len(place)
        yield body[done:]


def _plain(block: Heading | Paragraph | Bullets | Facts | Verdict | Figures) -> list[Element]:
    match block:
        case Heading():
            return word_blocks.heading(block)
        case Paragraph():
            return word_blocks.running_text(block)
        case Bullets():
            return word_blocks.bullets(block)
        case Facts():
            return word_blocks.facts(block)
        case Verdict():
            return word_blocks.verdict(block)
        case Figures():
            return word_blocks.figures(block)
