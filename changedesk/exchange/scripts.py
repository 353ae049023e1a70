"""Reads test scripts, with results if the file has them, from a workbook or text of any shape."""

import hashlib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from changedesk.exchange import outcomes
from changedesk.exchange.beside import side_by_side
from changedesk.exchange.columns import recognise
from changedesk.exchange.dates import Order
from changedesk.exchange.drafts import (
    Account,
    ColumnNote,
    Place,
    RowNote,
    ScriptDraft,
    ScriptImport,
    SheetKind,
    SheetNote,
)
from changedesk.exchange.entities import TOLD, with_letters
from changedesk.exchange.forms import WHY as FORM
from changedesk.exchange.forms import filled_in, form_of
from changedesk.exchange.headings import normal
from changedesk.exchange.reader import read_file
from changedesk.exchange.references import column_letters
from changedesk.exchange.results import Answers, Questions, ResultReader
from changedesk.exchange.rounds import joined, with_cycles
from changedesk.exchange.rounds import named as are_separate
from changedesk.exchange.rows import Sorted, TableView, sort_rows
from changedesk.exchange.script_rows import (
    ScriptBuilder,
    SourceKeys,
    content_key,
)
from changedesk.exchange.sheet_kinds import WHY, kind_of
from changedesk.exchange.sheets import ForeignFile, SheetData
from changedesk.exchange.step_results import results_stand_on_steps
from changedesk.exchange.table_columns import Columns
from changedesk.exchange.tables import Table, find_table
from changedesk.exchange.tester_names import are_testers
from changedesk.store.errors import UserError
from changedesk.store.undisturbed import undisturbed

_SOURCES = {"xlsx": "Excel workbook", "xls": "old Excel workbook", "ods": "OpenDocument sheet"}


def read_scripts(
    path: Path,
    *,
    sheet: str | None = None,
    mapping: Mapping[str, str] | None = None,
    take: Collection[Place] = (),
    answers: Answers | None = None,
    date_order: Order | None = None,
) -> ScriptImport:
    """Read a file's scripts; raise `UserError` with one sentence for a file that is refused.

    `sheet` takes that sheet alone; `mapping` says "heading or letter" -> field; `take` adds
    skipped sheets (row 0) and rows; `answers` settle unknown result words (None: no result).
    """
    return scripts_of(
        read_file(Path(path)),
        sheet=sheet,
        mapping=mapping,
        take=take,
        answers=answers,
        date_order=date_order,
    )


def scripts_of(
    file: ForeignFile,
    *,
    sheet: str | None = None,
    mapping: Mapping[str, str] | None = None,
    take: Collection[Place] = (),
    answers: Answers | None = None,
    date_order: Order | None = None,
) -> ScriptImport:
    """The same for a file already read, so that a changed mapping costs no second reading."""
    if sheet is not None and sheet not in {s.name for s in file.sheets}:
        names = ", ".join(f'"{s.name}"' for s in file.sheets)
        raise UserError(f'{file.path.name} has no sheet "{sheet}"; it has {names}.')
    plain = with_letters(file)
    work = _Import(plain, dict(mapping or {}), frozenset(take), answers or {}, date_order)
    if plain is not file:
        work.warnings.append(TOLD)
    with undisturbed():
        for data in plain.sheets:
            work.read_sheet(data, sheet)
        return work.finish()


@dataclass(slots=True)
class _Import:
    """What one reading gathers, sheet by sheet."""

    file: ForeignFile
    mapping: dict[str, str]
    take: frozenset[Place]
    answers: Answers
    date_order: Order | None
    keys: SourceKeys = field(default_factory=SourceKeys)
    questions: Questions = field(default_factory=Questions)
    scripts: list[ScriptDraft] = field(default_factory=list)
    sheets: list[SheetNote] = field(default_factory=list)
    columns: list[ColumnNote] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    skipped: list[RowNote] = field(default_factory=list)
    rejected: list[RowNote] = field(default_factory=list)
    read: int = 0
    continuation: int = 0
    results_seen: bool = False

    def read_sheet(self, sheet: SheetData, only: str | None) -> None:
        """Take a sheet or skip it as a whole, and say why."""
        table = find_table(sheet, self.mapping)
        kind = kind_of(sheet, table)
        rows = sum(any(text.strip() for text in row) for row in sheet.rows)
        why = self.why_skipped(sheet, kind, only)
        if table is None and not why:
            why = WHY["unknown"]
        self.sheets.append(SheetNote(sheet.name, kind, rows, not why, why, sheet.hidden))
        if why or table is None:
            self.read += rows
            if rows:
                self.skipped.append(RowNote(Place(sheet.name, 0), why, rows))
            return
        for part in side_by_side(sheet, table):
            own = table if part is sheet else find_table(part, self.mapping)
            if own is not None:
                self.read_table(part, own)

    def why_skipped(self, sheet: SheetData, kind: SheetKind, only: str | None) -> str:
        if only is not None:
            return "" if sheet.name == only else "another sheet was chosen"
        if Place(sheet.name, 0) in self.take:
            return ""
        if sheet.hidden:
            return "the sheet is hidden"
        return "" if kind == "scripts" else WHY[kind]

    def read_table(self, sheet: SheetData, table: Table) -> None:
        """Read the scripts of one table."""
        columns = recognise(table.headings, sheet.rows[table.body :], self.mapping)
        self.note_columns(sheet, table, columns)
        view = TableView(sheet, table, columns)
        insisted = frozenset(place.row for place in self.take if place.sheet == sheet.name)
        form = form_of(sheet, table)
        rows = sort_rows(view, insisted)
        reader = ResultReader(view, self.questions, self.answers, self.date_order)
        builder = ScriptBuilder(view, reader, results_stand_on_steps(view, rows.groups), self.keys)
        drafts = [builder.build(group) for group in rows.groups]
        if reader.named:
            drafts = with_cycles(drafts, columns.rounds)
        scripts = joined(drafts)
        if form.told and len(scripts) == 1:
            scripts = [filled_in(scripts[0], form, reader.order, self.keys)]
            rows.skipped = [
                replace(note, why=FORM) if note.where.row - 1 in form.rows else note
                for note in rows.skipped
            ]
        self.continuation += len(drafts) - len(scripts)
        self.scripts.extend(scripts)
        self.results_seen = self.results_seen or columns.has_results
        self.add_account(rows)
        for told in (reader.no_dates, builder.trials.told):
            self.rejected += [RowNote(place, why, 0) for place, why in told.items()]
        self.warn_about_titles(builder.long_titles)
        self.warn_about_rounds(sheet, columns)
        self.warn_about_errors(sheet)
        self.warn_about_formulas(sheet, table)

    def add_account(self, rows: Sorted) -> None:
        self.read += rows.read
        self.continuation += sum(len(group.rows) - 1 for group in rows.groups)
        self.skipped.extend(rows.skipped)
        self.rejected.extend(rows.rejected)

    def warn_about_titles(self, places: list[Place]) -> None:
        if places:
            shown = ", ".join(map(str, places[:3])) + (" and others" if len(places) > 3 else "")
            self.warnings.append(
                f"Titles of more than 300 letters are cut there and kept whole under further "
                f"fields: {shown}."
            )

    def warn_about_rounds(self, sheet: SheetData, columns: Columns) -> None:
        labels = [r.label for r in columns.rounds if r.has_outcome]
        if len(labels) > 1:
            where = f'Sheet "{sheet.name}"' if sheet.name else self.file.path.name
            named = ", ".join(label or "without a name" for label in labels)
            if not are_separate(columns.rounds):
                told = (
                    f"of {len(labels)} cycles ({named}): the last one that says something counts, "
                    "the others are kept as further fields."
                )
            elif are_testers(labels):
                told = f"of {len(labels)} testers ({named}): each has a run of every script."
            else:
                told = f"of {len(labels)} cycles ({named}): each becomes a cycle of its own."
            self.warnings.append(f"{where} has results {told}")

    def warn_about_errors(self, sheet: SheetData) -> None:
        if sheet.errors:
            cells = [f"{column_letters(column)}{row}" for row, column in sorted(sheet.errors)]
            shown = ", ".join(cells[:5]) + (" and others" if len(cells) > 5 else "")
            self.warnings.append(
                f'In sheet "{sheet.name}" {len(cells)} cells hold an error such as #REF! and were '
                f"read as empty: {shown}."
            )

    def warn_about_formulas(self, sheet: SheetData, table: Table) -> None:
        cells = sorted(cell for cell in sheet.formulas if cell[0] > table.last)
        empty = [f"{column_letters(c)}{r}" for r, c in cells if sheet.uncalculated(r, c)]
        if empty:
            shown = ", ".join(empty[:5]) + (" and others" if len(empty) > 5 else "")
            many = "1 cell holds" if len(empty) == 1 else f"{len(empty)} cells hold"
            self.warnings.append(
                f'In sheet "{sheet.name}" {many} a formula without its value, read as empty: '
                f"{shown}. Open the file in Excel, save it and take it again."
            )

    def note_columns(self, sheet: SheetData, table: Table, columns: Columns) -> None:
        for index, heading in enumerate(columns.headings):
            samples = _samples(sheet, table, index)
            if not heading.label and not samples:
                continue
            letters = column_letters(index)
            if index in columns.how:
                name, how = columns.how[index]
                note = ColumnNote(sheet.name, letters, heading.label, name, how, samples)
            else:
                note = ColumnNote(sheet.name, letters, heading.label, None, "", samples)
            self.columns.append(note)

    def finish(self) -> ScriptImport:
        scripts = self.scripts
        self.warnings[:0] = clashes(scripts, self.file.path.name)
        if not scripts:
            self.warnings.insert(0, self.why_nothing())
        if self.file.kind != "xls" or self.results_seen:
            self.warnings.extend(self.file.notes)
        return ScriptImport(
            file=self.file.path.name,
            source=_SOURCES.get(self.file.kind, "text file with separators"),
            fingerprint=fingerprint(self.columns),
            scripts=tuple(scripts),
            account=Account(
                self.read,
                len(scripts),
                self.continuation,
                tuple(self.skipped),
                tuple(self.rejected),
            ),
            sheets=tuple(self.sheets),
            columns=tuple(self.columns),
            questions=self.questions.all(),
            warnings=tuple(self.warnings),
            mapping=self.mapping,
        )

    def why_nothing(self) -> str:
        """Return the sentence for a file that makes no script."""
        name = self.file.path.name
        taken = [note for note in self.sheets if note.taken]
        if self.rejected:
            return (
                f"{name} makes no script: {len(self.rejected)} rows cannot be read with certainty."
            )
        if taken:
            rows = [note.why for note in self.skipped if note.where.row and "above" not in note.why]
            most = Counter(rows).most_common(1)
            because = f" ({most[0][1]} rows: {most[0][0]})" if most else ""
            return f"{name} makes no script: it is a form that nobody has filled in{because}."
        reasons = Counter(note.why for note in self.sheets if note.kind != "empty")
        because = "; ".join(reason for reason, _ in reasons.most_common(3)) or "it is empty"
        return f"{name} makes no script: {because}."


def _samples(sheet: SheetData, table: Table, index: int) -> tuple[str, ...]:
    found: list[str] = []
    for row in sheet.rows[table.body : table.body + 200]:
        if index < len(row) and row[index].strip():
            found.append(row[index].strip()[:80])
            if len(found) == 3:
                break
    return tuple(found)


def fingerprint(columns: Collection[ColumnNote]) -> str:
    """Return a short hash of the headings: equal for every file of the same form."""
    headings = sorted({normal(column.heading) for column in columns if column.heading})
    return hashlib.sha256("\n".join(headings).encode()).hexdigest()[:16] if headings else ""


def clashes(scripts: list[ScriptDraft], name: str) -> Iterator[str]:
    """Yield a sentence for every id that stands more than once in a sheet."""
    by_id: dict[tuple[str, str], list[ScriptDraft]] = {}
    for script in scripts:
        if script.source_id:
            by_id.setdefault((script.where.sheet, outcomes.fold(script.source_id)), []).append(
                script
            )
    for same in by_id.values():
        if len(same) < 2:
            continue
        places = ", ".join(str(script.where.row) for script in same)
        alike = len({content_key(s.area, s.title, s.steps) for s in same}) == 1
        what = "the same content each time" if alike else "different content"
        where = f'sheet "{same[0].where.sheet}"' if same[0].where.sheet else name
        unit = "rows" if same[0].where.sheet else "lines"
        yield (
            f'The id "{same[0].source_id}" stands {len(same)} times in {where} ({unit} {places}) '
            f"with {what}: all are kept as scripts of their own."
        )
