"""A described workbook becomes an .xlsx: drawn, digested, sealed, packed, put in place."""

from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import replace
from io import BytesIO
from operator import length_hint
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

from openpyxl import Workbook as Book
from openpyxl.packaging.custom import StringProperty
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.writer.excel import ExcelWriter

from changedesk.office import Progress
from changedesk.office.cells import put_text
from changedesk.office.excel_build import Build, Drawn, put_seal_in_footer
from changedesk.office.excel_charts import hide_noughts
from changedesk.office.excel_cover import draw_cover
from changedesk.office.excel_form import draw_form
from changedesk.office.excel_summary import draw_summary
from changedesk.office.excel_table import draw_table
from changedesk.office.files import pieces_of, repack, replacing
from changedesk.office.identity import (
    IDENTITY_NAME,
    IDENTITY_PROPERTY,
    META_SHEET,
    SEAL_PROPERTY,
    Identity,
    identity_line,
)
from changedesk.office.layout import (
    CoverSheet,
    FormSheet,
    Sheet,
    SummarySheet,
    TableSheet,
    Workbook,
    WrittenFile,
)
from changedesk.office.seal import SheetDigest, combine, seal_line, seal_words
from changedesk.office.stream import splice, unfix_heights

_LONGEST_NAME_TEXT = 250  # 255 with its quotes; a longer one makes Excel repair the file

STREAM_FROM = 500
"""Tables with more rows than this are streamed."""


def write_workbook(
    workbook: Workbook,
    path: Path,
    progress: Progress | None = None,
    stream_from: int = STREAM_FROM,
) -> WrittenFile:
    """Write `workbook` to `path`, whole or not at all.

    Raises EnvironmentProblem or UserError; what `progress` raises to cancel passes through.
    """
    with replacing(path) as temporary, ExitStack() as stack:
        build = Build(
            workbook, path.parent, stack, progress, _total(workbook), stream_from, _book(workbook)
        )
        build.meta.add("identity", identity_line(workbook.identity))
        drawn = [_draw(build, sheet) for sheet in workbook.sheets]
        meta = _draw_meta(build)
        digest = combine(part.digest.line() for part in drawn)
        words = _seal(build, drawn, digest)
        _pack(build, [*drawn, meta], temporary)
        remarks = build.remarks.sentences()
    return WrittenFile(path, digest, build.rows, remarks, words, workbook.identity.export_id)


def _total(workbook: Workbook) -> int:
    tables = (sheet for sheet in workbook.sheets if isinstance(sheet, TableSheet))
    return sum(max(length_hint(table.rows, 0), length_hint(table.ids or (), 0)) for table in tables)


def _book(workbook: Workbook) -> Book:
    book = Book()
    book.remove(book.worksheets[0])
    identity = workbook.identity
    created = identity.created.replace(tzinfo=None)
    facts = book.properties
    facts.title, facts.creator, facts.language = workbook.title, workbook.author, workbook.language
    facts.subject, facts.category = identity.subject, identity.kind
    facts.created = facts.modified = created
    facts.lastModifiedBy = workbook.author
    facts.identifier = identity_line(identity)
    book.security = WorkbookProtection(lockStructure=True)
    book.defined_names[IDENTITY_NAME] = DefinedName(
        IDENTITY_NAME, attr_text=f'"{_short_line(identity)}"', hidden=True
    )
    return book


def _short_line(identity: Identity) -> str:
    """Return the identity as Excel's names can hold it: without its subject when too long."""
    line = identity_line(identity)
    return line if len(line) <= _LONGEST_NAME_TEXT else identity_line(replace(identity, subject=""))


def _draw(build: Build, sheet: Sheet) -> Drawn:
    if isinstance(sheet, CoverSheet):
        return draw_cover(build, sheet)
    if isinstance(sheet, SummarySheet):
        return draw_summary(build, sheet)
    if isinstance(sheet, FormSheet):
        return draw_form(build, sheet)
    return draw_table(build, sheet)


def _draw_meta(build: Build) -> Drawn:
    """Draw the veryHidden sheet, whose lines were written while the tables were drawn."""
    sheet = build.book.create_sheet(META_SHEET)
    sheet.sheet_state = "veryHidden"
    body, last = build.meta.finish(), build.meta.last_cell
    return Drawn(sheet, SheetDigest(META_SHEET), body, last)


def _seal(build: Build, drawn: list[Drawn], digest: str) -> str:
    """Put the seal where it is shown and carried; none of these places is covered by it."""
    identity = build.workbook.identity
    words = seal_words(identity.export_id, digest)
    for cell in build.seal_cells:
        put_text(cell, words)
    for part in drawn:
        put_seal_in_footer(part.sheet, words)
    properties = build.book.custom_doc_props  # type: ignore[attr-defined]
    properties.append(StringProperty(name=IDENTITY_PROPERTY, value=identity_line(identity)))
    properties.append(
        StringProperty(name=SEAL_PROPERTY, value=seal_line(identity.export_id, digest))
    )
    return words


def _pack(build: Build, drawn: list[Drawn], target: Path) -> None:
    skeleton = BytesIO()
    with ZipFile(skeleton, "w", ZIP_STORED) as archive:
        ExcelWriter(build.book, archive).write_data()
    swapped: dict[str, Iterable[bytes]] = {}
    with ZipFile(skeleton) as made:
        for part in drawn:
            name = part.sheet.path[1:]
            if part.body is not None:
                part.body.seek(0)
                swapped[name] = splice(made.read(name), part.last_cell, pieces_of(part.body))
            elif part.last_cell:
                swapped[name] = [unfix_heights(made.read(name))]
        for name in made.namelist():
            if name.startswith("xl/charts/"):
                swapped[name] = [hide_noughts(made.read(name))]
    repack(skeleton, target, swapped)
