"""Gathers the scripts of a tool's tables, with the account of all sheets, into one import."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from changedesk.exchange import outcomes
from changedesk.exchange.asked import Asked
from changedesk.exchange.drafts import (
    Account,
    ColumnNote,
    Outcome,
    Place,
    Question,
    ScriptDraft,
    ScriptImport,
    SheetKind,
    SheetNote,
    StepDraft,
)
from changedesk.exchange.named_tables import untitled
from changedesk.exchange.references import column_letters
from changedesk.exchange.script_rows import SourceKeys, content_key, references, unless_dashes
from changedesk.exchange.scripts import clashes, fingerprint
from changedesk.exchange.sheets import ForeignFile, SheetData
from changedesk.exchange.tools.grid import Grid, Ledger, find_grid
from changedesk.store.errors import UserError

Fits = Callable[[frozenset[str]], bool]
_UNKNOWN = "this word is not in the list of results; say what it means"
_LONGEST_TITLE = 300


@dataclass(slots=True)
class Gathering:
    """One reading of a tool's file: what was found so far."""

    file: ForeignFile
    asked: Asked
    system: str
    source: str
    ledger: Ledger = field(default_factory=Ledger)
    keys: SourceKeys = field(default_factory=SourceKeys)
    scripts: list[ScriptDraft] = field(default_factory=list)
    sheets: list[SheetNote] = field(default_factory=list)
    columns: list[ColumnNote] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    asked_words: dict[str, list[Place]] = field(default_factory=dict)

    def grids(self, fits: Fits) -> list[Grid]:
        """Return the tables that are to be read; every other sheet is accounted for."""
        names = [sheet.name for sheet in self.file.sheets]
        if self.asked.sheet is not None and self.asked.sheet not in names:
            shown = ", ".join(f'"{name}"' for name in names)
            raise UserError(
                f'{self.file.path.name} has no sheet "{self.asked.sheet}"; it has {shown}.'
            )
        found = []
        for sheet in self.file.sheets:
            grid = find_grid(sheet, fits)
            why = self.why_left(sheet, grid)
            kind: SheetKind = "scripts" if grid else "cover" if _rows_of(sheet) else "empty"
            self.note_sheet(sheet, kind, why)
            if grid is not None and not why:
                self.above(grid)
                found.append(grid)
        return found

    def why_left(self, sheet: SheetData, grid: Grid | None) -> str:
        """Return why a sheet is not read, "" where it is."""
        if self.asked.sheet is not None and sheet.name != self.asked.sheet:
            return "another sheet was chosen"
        if grid is None:
            return "its headings are not those of the tool's table of tests"
        if (
            sheet.hidden
            and self.asked.sheet is None
            and Place(sheet.name, 0) not in self.asked.take
        ):
            return "the sheet is hidden"
        return ""

    def note_sheet(self, sheet: SheetData, kind: SheetKind, why: str) -> None:
        """Note a sheet, and its rows where it is left out (`why`)."""
        rows = _rows_of(sheet)
        self.sheets.append(SheetNote(sheet.name, kind, rows, not why, why, sheet.hidden))
        if why and rows:
            self.ledger.skip(Place(sheet.name, 0), why, rows)

    def above(self, grid: Grid) -> None:
        """Account for what stands above the headings."""
        for index, row in enumerate(grid.sheet.rows[: grid.head]):
            if any(text.strip() for text in row):
                self.ledger.skip(grid.place(index), "it stands above the table")

    def note_columns(self, grid: Grid, fields: dict[str, str]) -> None:
        """Note the table's columns; `fields` says which folded heading is which field."""
        for position, text in enumerate(grid.headings):
            if not text.strip():
                continue
            name = next((f for h, f in fields.items() if position in grid.columns.get(h, ())), None)
            samples = [
                cells[position].strip()[:80]
                for index in grid.body()
                if position < len(cells := grid.sheet.rows[index]) and cells[position].strip()
            ]
            self.columns.append(
                ColumnNote(
                    grid.sheet.name,
                    column_letters(position),
                    text,
                    name,
                    "heading" if name else "",
                    tuple(samples[:3]),
                )
            )

    def warn(self, sentence: str) -> None:
        """Add a remark for the person, once."""
        if sentence not in self.warnings:
            self.warnings.append(sentence)

    def outcome(self, word: str, place: Place) -> Outcome | None:
        """Return what a result word means; ask about one that is not documented."""
        reading = outcomes.read(word)
        if reading.known:
            return reading.outcome
        answers = {outcomes.fold(key): value for key, value in self.asked.answers.items()}
        if outcomes.fold(word) in answers:
            return answers[outcomes.fold(word)]
        self.asked_words.setdefault(word, []).append(place)
        return None

    def add(self, draft: ScriptDraft) -> None:
        """Take a script; give it a title and a key of its own where the tool gave none."""
        title = " ".join(draft.title.split())
        if not title:
            first = draft.steps[0].do if draft.steps else draft.text
            title = first.split("\n", maxsplit=1)[0] or draft.source_id
        if len(title) > _LONGEST_TITLE:
            title = title[: _LONGEST_TITLE - 1] + "…"
        told = (*draft.steps, *([StepDraft(draft.text)] if draft.text else ()))
        key = draft.source_key or draft.source_id or content_key(draft.area, title, told)
        key = self.keys.take(key, draft.where.sheet)
        shown = title or untitled(draft.where)
        self.scripts.append(replace(draft, title=shown, source_key=key))

    def lacking(self, grid: Grid, first: int, name: str) -> None:
        """Say that a script lacks rows that could not be read."""
        lines = self.ledger.incomplete.get(first, [])
        if lines:
            shown = ", ".join(str(grid.sheet.number(line)) for line in lines)
            unit = "line" if grid.sheet.delimited else "row"
            self.warn(
                f'The script "{name}" may lack a step, because {unit} {shown} could not be read.'
            )

    def finish(self) -> ScriptImport:
        """Return the import."""
        ledger = self.ledger
        warnings = [*clashes(self.scripts, self.file.path.name), *self.warnings]
        if self.file.kind != "xls" or self.asked_words:
            warnings.extend(self.file.notes)
        if not self.scripts:
            warnings.insert(0, f"{self.file.path.name} makes no script: {self.why_nothing()}.")
        return ScriptImport(
            file=self.file.path.name,
            source=self.source,
            fingerprint=fingerprint(self.columns),
            scripts=tuple(self.scripts),
            account=Account(
                ledger.read,
                ledger.made,
                ledger.continuation,
                tuple(ledger.skipped),
                tuple(ledger.rejected),
            ),
            sheets=tuple(self.sheets),
            columns=tuple(self.columns),
            questions=tuple(
                Question("outcome", word, tuple(places), _UNKNOWN, outcomes.read(word).suggestion)
                for word, places in self.asked_words.items()
            ),
            warnings=tuple(warnings),
            system=self.system,
        )

    def why_nothing(self) -> str:
        """Return why the file makes no script, as the rest of a sentence."""
        if self.ledger.rejected:
            return f"{len(self.ledger.rejected)} rows cannot be read with certainty"
        return "below its headings stands no test"


def _rows_of(sheet: SheetData) -> int:
    return sum(any(text.strip() for text in row) for row in sheet.rows)


def linked(*cells: str) -> tuple[str, ...]:
    """Return the ids that cells name, each once; ";" and "," part them, dashes mean none."""
    found = (ref for cell in cells for ref in references(re.sub(r"[;,|]", "\n", cell)))
    return tuple(dict.fromkeys(found))


def joined(parts: Iterable[str], between: str = "\n\n") -> str:
    """Return the texts that say something, one below the other."""
    return between.join(part for part in parts if part.strip())


def folder(path: str, separator: str = "/") -> str:
    """Return a tool's folder, such as "/a/b", as an area: "a / b"."""
    parts = (" ".join(part.split()) for part in path.split(separator))
    return " / ".join(part for part in parts if unless_dashes(part))


def told(pairs: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return the pairs that say something, each once."""
    return tuple(dict.fromkeys((name, text) for name, text in pairs if text))
