"""Reads requirements, and what tests them, from lists and matrices that people keep themselves."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from changedesk.exchange.asked import Asked, Recogniser
from changedesk.exchange.column_cells import looks_like_code
from changedesk.exchange.drafts import (
    Place,
    Question,
    RequirementDraft,
    RequirementImport,
    SheetNote,
)
from changedesk.exchange.moscow import moscow_code
from changedesk.exchange.named_tables import (
    Entry,
    RecordRows,
    find_view,
    further,
    is_left_out_by_name,
    rows_of,
    texts,
    untitled,
)
from changedesk.exchange.outcomes import read_mark
from changedesk.exchange.references import column_letters
from changedesk.exchange.requirement_words import REQUIREMENTS
from changedesk.exchange.rows import TableView
from changedesk.exchange.script_rows import SourceKeys, content_key, references, unless_dashes
from changedesk.exchange.sheet_kinds import kind_by_name, kind_of
from changedesk.exchange.sheets import ForeignFile, SheetData
from changedesk.exchange.tables import find_table
from changedesk.store.errors import UserError

_LONGEST_TITLE = 300
_UNKNOWN = "this word does not say whether it must, should, could or won't be; say what it means"
_KEYS = ("id", "title", "description")


def matrix_view(sheet: SheetData) -> TableView | None:
    """Return the table of requirements in a sheet, if there is one."""
    view = find_view(sheet, REQUIREMENTS)
    if view is None or is_left_out_by_name(sheet, sure=REQUIREMENTS.is_sure(view)):
        return None
    _take_codes_as_ids(view)
    told = {"title", "description", "tests"} & view.columns.fields.keys()
    return view if told or ticked_tests(view) else None


def _take_codes_as_ids(view: TableView) -> None:
    """A column "Requirement" that holds nothing but codes is the id where no other id is."""
    fields = view.columns.fields
    told = list(texts(view, "title"))
    described = "description" in fields and "id" not in fields
    if described and told and all(map(looks_like_code, told)):
        fields["id"] = fields.pop("title")
        view.columns.how[fields["id"]] = ("id", "content")


def ticked_tests(view: TableView) -> dict[int, str]:
    """Return the columns headed by a test's id in which cells are only ticked."""
    found = {}
    for column in view.columns.further:
        text = view.columns.headings[column].text
        if not looks_like_code(text) or not any(letter.isalpha() for letter in text):
            continue
        cells = (row[column] for row in view.own[view.table.body :])
        marks = [cell for cell in cells if cell.strip()]
        if marks and all(_is_tick(mark) for mark in marks):
            found[column] = text.strip()
    return found


def _is_tick(text: str) -> bool:
    # No words of other languages: a column headed by a code is one of tests only if this is sure.
    return read_mark(text) or text.strip().lower() in {"1", "y", "yes", "true"}


def names_tests(view: TableView) -> bool:
    """Tell whether a table says which tests belong to a requirement."""
    return "tests" in view.columns.fields or bool(ticked_tests(view))


def _is_sure(sheet: SheetData) -> bool:
    """Tell a table that by its own headings, or its sheet's name, is one of requirements."""
    view = matrix_view(sheet)
    if view is None:
        return False
    named = REQUIREMENTS.is_sure(view) or kind_by_name(sheet.name) == "requirements"
    return named or len(ticked_tests(view)) > 1


def _holds_scripts(file: ForeignFile) -> bool:
    """Tell whether any sheet in sight holds scripts; then the file is one of scripts."""
    return any(
        kind_of(sheet, find_table(sheet)) == "scripts" for sheet in file.sheets if not sheet.hidden
    )


def _sheets(file: ForeignFile) -> list[SheetData]:
    """Return the sheets that hold requirements: the sure ones, or where none is, any that may."""
    return [sheet for sheet in file.sheets if _is_sure(sheet)] or [
        sheet for sheet in file.sheets if matrix_view(sheet)
    ]


def _views(file: ForeignFile) -> list[TableView]:
    return [view for sheet in _sheets(file) if (view := matrix_view(sheet))]


def _has_tests(file: ForeignFile) -> bool:
    return any(map(names_tests, _views(file)))


def knows_surely(file: ForeignFile) -> bool:
    """Tell a file of requirements that nobody could take for one of scripts."""
    return any(_is_sure(sheet) for sheet in file.sheets) and not _holds_scripts(file)


def knows_matrix_surely(file: ForeignFile) -> bool:
    """Tell a matrix of requirements and tests."""
    return knows_surely(file) and _has_tests(file)


def knows(file: ForeignFile) -> bool:
    """Tell a file that can be read as requirements, where somebody says that it is one."""
    return bool(_views(file))


def knows_matrix(file: ForeignFile) -> bool:
    """Tell a file that can be read as a matrix, where somebody says that it is one."""
    return _has_tests(file)


def read(file: ForeignFile, asked: Asked) -> RequirementImport:
    """Return the requirements of all sheets; raise `UserError` where a chosen sheet has none."""
    words = {" ".join(word.casefold().split()): code for word, code in asked.words.items()}
    work = _Reading(file, {sheet.name for sheet in _sheets(file)}, words=words)
    for sheet in file.sheets:
        work.read_sheet(sheet, asked)
    if asked.sheet is not None and asked.sheet not in {sheet.name for sheet in file.sheets}:
        names = ", ".join(f'"{sheet.name}"' for sheet in file.sheets)
        raise UserError(f'{file.path.name} has no sheet "{asked.sheet}"; it has {names}.')
    return work.finish()


def read_matrix(file: ForeignFile, asked: Asked) -> RequirementImport:
    """Return the same with the kind of a matrix."""
    return replace(read(file, asked), kind="traceability")


@dataclass(slots=True)
class _Reading:
    """What one reading gathers, sheet by sheet."""

    file: ForeignFile
    taken: set[str]
    rows: RecordRows = field(default_factory=RecordRows)
    keys: SourceKeys = field(default_factory=SourceKeys)
    found: list[RequirementDraft] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    words: Mapping[str, str] = field(default_factory=dict)
    unknown: dict[str, list[Place]] = field(default_factory=dict)

    def read_sheet(self, sheet: SheetData, asked: Asked) -> None:
        """Take a sheet or skip it as a whole, and say why."""
        view = matrix_view(sheet)
        why = ""
        if asked.sheet is not None and sheet.name != asked.sheet:
            why = "another sheet was chosen"
        elif view is None or (asked.sheet is None and sheet.name not in self.taken):
            why = "its headings do not name requirements"
        elif sheet.hidden and asked.sheet is None and Place(sheet.name, 0) not in asked.take:
            why = "the sheet is hidden"
        kind = "requirements" if view else kind_by_name(sheet.name) or "unknown"
        note = SheetNote(sheet.name, kind, rows_of(sheet), not why, why, sheet.hidden)
        self.rows.note_sheet(sheet, note)
        if view is not None and not why:
            self.read_table(view)

    def read_table(self, view: TableView) -> None:
        """Read one table; a requirement whose id stands on several rows is one."""
        ticks = ticked_tests(view)
        for entry in self.together(view, self.rows.entries(view, _KEYS)):
            self.found.append(self.judged(view, _requirement(view, entry, self.keys, ticks)))
        if "priority" not in view.columns.fields:
            where = f'Sheet "{view.sheet.name}"' if view.sheet.name else self.file.path.name
            self.warnings.append(
                f"{where} gives no priority: its new requirements come in as must-haves."
            )

    def judged(self, view: TableView, draft: RequirementDraft) -> RequirementDraft:
        """Return a requirement; a word for its priority that is not known is asked about."""
        word = draft.priority
        answer = self.words.get(" ".join(word.casefold().split()), "")
        answered = moscow_code(answer)
        if word and not answered and not moscow_code(word):
            column = view.columns.fields["priority"]
            self.unknown.setdefault(word, []).append(
                draft.where._replace(column="" if view.sheet.delimited else column_letters(column))
            )
        return replace(draft, priority=answered or word)

    def together(self, view: TableView, entries: list[Entry]) -> list[Entry]:
        """Join rows that name the same requirement again, for a further test of it."""
        alike: dict[tuple[str, ...], Entry] = {}
        by_id: dict[str, Entry] = {}
        joined: list[Entry] = []
        clashes: dict[str, int] = {}
        for entry in entries:
            ident = view.get(entry.rows[0], "id", filled=True)
            told = tuple(view.get(entry.rows[0], n, filled=True) for n in ("title", "description"))
            same = alike.get((ident, *told)) if any(told) else by_id.get(ident)
            if ident and same is not None and names_tests(view):
                same.rows.extend(entry.rows)
                self.rows.made -= 1
                self.rows.continuation += 1
                continue
            if ident and ident in by_id:
                clashes[ident] = clashes.get(ident, 1) + 1
            alike.setdefault((ident, *told), entry)
            by_id.setdefault(ident, entry)
            joined.append(entry)
        for ident, times in clashes.items():
            self.warnings.append(
                f'The id "{ident}" stands for {times} different requirements: all are kept.'
            )
        return joined

    def finish(self) -> RequirementImport:
        """Return the import."""
        warnings = [*self.warnings, *(self.file.notes if self.file.kind != "xls" else ())]
        if not self.found:
            warnings.insert(0, f"{self.file.path.name} names no requirement.")
        return RequirementImport(
            file=self.file.path.name,
            source="somebody's own list of requirements",
            requirements=tuple(self.found),
            account=self.rows.account(),
            sheets=tuple(self.rows.sheets),
            questions=tuple(
                Question("priority", word, tuple(places), _UNKNOWN)
                for word, places in self.unknown.items()
            ),
            warnings=tuple(warnings),
        )


def _requirement(
    view: TableView, entry: Entry, keys: SourceKeys, ticks: dict[int, str]
) -> RequirementDraft:
    first = entry.rows[0]

    def cell(name: str) -> str:
        return unless_dashes(view.get(first, name, filled=True))

    def ids(name: str) -> tuple[str, ...]:
        cells = (view.get(row, name, filled=row == first) for row in entry.rows)
        return tuple(dict.fromkeys(ref for text in cells for ref in references(text)))

    ident, description = cell("id"), cell("description")
    title = cell("title") or description or ident
    shown = " ".join(title.split("\n", maxsplit=1)[0].split())
    if len(shown) > _LONGEST_TITLE:
        shown = shown[: _LONGEST_TITLE - 1] + "…"
    if shown != title and not description:
        description = title
    ticked = [
        name for column, name in ticks.items() for row in entry.rows if view.cell(row, column)
    ]
    area = " / ".join(dict.fromkeys(part for part in (entry.band, cell("area")) if part))
    return RequirementDraft(
        source_id=ident,
        source_key=keys.take(ident or content_key(area, title, ()), view.sheet.name),
        title=shown or untitled(view.place(first)),
        where=view.place(first),
        area=area,
        description="" if description == shown else description,
        priority=cell("priority"),
        acceptance=cell("acceptance"),
        tests=tuple(dict.fromkeys((*ids("tests"), *ticked))),
        depends=tuple(ref for ref in ids("depends") if ref != ident),
        further=tuple(pair for pair in further(view, entry) if pair[0] not in ticks.values()),
    )


SURE = (
    Recogniser("traceability", "somebody's own matrix", knows_matrix_surely, read_matrix),
    Recogniser("requirements", "somebody's own list of requirements", knows_surely, read),
)
"""Asked before the scripts: files that are surely no scripts."""

ASKED_FOR = (
    Recogniser("requirements", "somebody's own list of requirements", knows, read),
    Recogniser("traceability", "somebody's own matrix", knows_matrix, read_matrix),
)
"""Asked last: a file is read so only where somebody says that it holds requirements."""
