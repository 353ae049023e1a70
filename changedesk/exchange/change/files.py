"""Reads a whole file of the change side: which of its sheets and tables are what, and all rows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from changedesk.exchange.asked import Asked, Recogniser
from changedesk.exchange.change.attendance import read_attendance
from changedesk.exchange.change.chosen_columns import check_chosen, in_own_words
from changedesk.exchange.change.column_words import told_of_columns
from changedesk.exchange.change.communications import read_communications
from changedesk.exchange.change.drafts import ChangeImport, ChangeKind
from changedesk.exchange.change.gathering import Gathering, fingerprint
from changedesk.exchange.change.impacts import read_impacts
from changedesk.exchange.change.raci import find_raci, read_raci
from changedesk.exchange.change.readings import find_ratings, read_ratings
from changedesk.exchange.change.rosters import find_grid, read_grid, read_roster
from changedesk.exchange.change.schedule import read_schedule
from changedesk.exchange.change.sign_in import find_sign_in, read_sign_in
from changedesk.exchange.change.skills import find_skills, read_skills
from changedesk.exchange.change.stakeholders import read_roles, read_stakeholders
from changedesk.exchange.change.tables import (
    ChangeTable,
    column_notes,
    filled,
    find_change_table,
)
from changedesk.exchange.change.training import read_courses, read_needs
from changedesk.exchange.change.words import ROLES, VOCABULARIES
from changedesk.exchange.drafts import ColumnNote, Place, RowNote, SheetKind, SheetNote
from changedesk.exchange.sheet_kinds import records_results
from changedesk.exchange.sheets import ForeignFile, SheetData
from changedesk.store.errors import UserError

KINDS: tuple[ChangeKind, ...] = (
    "stakeholders", "impacts", "communications", "training", "attendance", "roster",
)  # fmt: skip
SOURCES: dict[ChangeKind, str] = {
    "stakeholders": "a register of stakeholders",
    "impacts": "an assessment of impacts",
    "communications": "a plan of communications",
    "training": "a plan of training",
    "attendance": "who completed which course",
    "roster": "a roster",
}
_READERS: dict[str, Callable[[ChangeTable, Gathering], None]] = {
    "stakeholder": read_stakeholders,
    "role": read_roles,
    "impact": read_impacts,
    "communication": read_communications,
    "need": read_needs,
    "course": read_courses,
    "session": read_schedule,
    "completion": read_attendance,
    "duty": read_roster,
}
_FEWEST_SURE = 4
_NO_PLACE = "a phase of a plan: this version keeps no phases"
_OTHERWISE = "its headings name nothing that is read here"


@dataclass(frozen=True)
class _Shape:
    """A form of sheet other than a plain table: what its rows are, how it is found and read.

    `read` and `form` take what `find` returned; `over` names the sorts of plain tables that give
    way to it. `form` says what is the same for all sheets of this form.
    """

    kind: ChangeKind
    sort: str
    find: Callable[[SheetData], Any]
    read: Callable[[Any, Gathering], None]
    form: Callable[[Any], str] | None = None
    over: frozenset[str] = frozenset()


_EVERY_SORT = frozenset(words.sort for words in VOCABULARIES)
_SHAPES = (
    _Shape("training", "reading", find_ratings, read_ratings, over=_EVERY_SORT),
    _Shape("attendance", "completion", find_sign_in, read_sign_in),
    _Shape("roster", "duty", find_grid, read_grid, lambda grid: grid.table.form(),
           frozenset({"duty"})),
    _Shape("training", "skill_level", find_skills, read_skills),
    _Shape("stakeholders", "stakeholder", find_raci, read_raci),
)  # fmt: skip
"""In this order: a sheet is the first of them that it can be."""


@dataclass(frozen=True)
class _Part:
    """A sheet, or a table of a document, and what it was found to be: a table, or a shape."""

    sheet: SheetData
    table: ChangeTable | None = None
    shape: _Shape | None = None
    found: object = None

    @property
    def kind(self) -> ChangeKind | None:
        """The kind of import that it belongs to; None where it is nothing that is read."""
        if self.shape is not None:
            return self.shape.kind
        return self.table.words.kind if self.table is not None else None

    @property
    def sort(self) -> str:
        """What its rows are."""
        if self.shape is not None:
            return self.shape.sort
        return self.table.words.sort if self.table is not None else ""

    @property
    def form(self) -> str:
        """What is the same for all sheets like it."""
        if self.table is not None:
            return self.table.form()
        return self.shape.form(self.found) if self.shape and self.shape.form else self.sort

    @property
    def size(self) -> int:
        return sum(map(filled, self.sheet.rows))

    def is_of(self, kind: ChangeKind) -> bool:
        """Tell whether it is taken where somebody asks for a kind: roles go with trainings, too."""
        return self.kind == kind or (self.sort == "role" and kind == "training")


def parts_of(file: ForeignFile, asked: Asked | None = None) -> list[_Part]:
    """Return what each sheet of a file is; twelve recognisers ask that of one file in a row."""
    mapping = asked.mapping if asked else {}
    if not mapping and _newest and _newest[0][0] is file:
        return _newest[0][1]
    parts = [_part_of(sheet, mapping) for sheet in file.sheets]
    if not mapping:
        _newest[:] = [(file, parts)]
    return parts


def _part_of(sheet: SheetData, mapping: Mapping[str, str]) -> _Part:
    table = find_change_table(sheet, VOCABULARIES, mapping)
    for shape in _SHAPES:
        if table is None or table.words.sort in shape.over:
            found = shape.find(sheet)
            if found is not None:
                return _Part(sheet, None, shape, found)
    return _Part(sheet, table)


_WITHOUT_RESULTS = frozenset({"impacts", "stakeholders", "communications"})
_newest: list[tuple[ForeignFile, list[_Part]]] = []


def holds(kind: ChangeKind, file: ForeignFile) -> bool:
    """Tell a file that can be read as this kind."""
    return any(part.is_of(kind) for part in _open(parts_of(file)))


def surely_holds(kind: ChangeKind, file: ForeignFile) -> bool:
    """Tell a file whose headings leave no doubt, and which is of this kind first of all."""
    parts = _open(parts_of(file))
    sure = [part for part in parts if _is_sure(part, file)]
    return bool(sure) and _main(sure) == kind


def _open(parts: Sequence[_Part]) -> list[_Part]:
    return [part for part in parts if part.kind is not None and not part.sheet.hidden]


def _is_sure(part: _Part, file: ForeignFile) -> bool:
    if part.table is None:
        return True
    table = part.table
    named = sum(bool(heading) for heading in table.headings)
    titled = bool(table.words.title.search(part.sheet.name.casefold()))
    if part.kind in _WITHOUT_RESULTS and records_results(part.sheet):
        return False
    if table.words is ROLES:
        return file.kind == "docx"
    whole = len(table.fields) == named and len(table.found) >= _FEWEST_SURE - 1
    many = len(table.found) >= _FEWEST_SURE or "marked" in table.found
    return (whole or many or titled) and len(table.fields) >= 0.6 * named


def _main(parts: Sequence[_Part]) -> ChangeKind:
    """Return the kind of the first part that is no list of roles or phases."""
    first = next((p for p in parts if p.sort not in {"role", "phase"}), parts[0])
    return first.kind or "stakeholders"


def read_change(kind: ChangeKind | None, file: ForeignFile, asked: Asked) -> ChangeImport:
    """Return what a file says; with `kind` only that, else all that it holds."""
    names = {sheet.name for sheet in file.sheets}
    if asked.sheet is not None and asked.sheet not in names:
        listed = ", ".join(f"“{name}”" for name in names)
        raise UserError(f"{file.path.name} has no sheet “{asked.sheet}”; it has {listed}.")
    asked = replace(asked, mapping=in_own_words(asked.mapping))
    work = Gathering(asked)
    notes: list[SheetNote] = []
    columns: list[ColumnNote] = []
    taken: list[_Part] = []
    for part in parts_of(file, asked):
        why = _why_not(part, kind, asked)
        notes.append(
            SheetNote(part.sheet.name, _sheet_kind(part), part.size, not why, why,
                      part.sheet.hidden)
        )  # fmt: skip
        if why:
            _leave_out(part, why, work)
            continue
        taken.append(part)
        if part.table is not None:
            columns += column_notes(part.table, asked.mapping)
        _read(part, work)
    tables = [part.table for part in taken if part.table is not None]
    check_chosen(file.path.name, asked.mapping, tables)
    main = kind or (_main(taken) if taken else "stakeholders")
    return ChangeImport(
        file=file.path.name,
        source=_source(file, main, work),
        kind=main,
        fingerprint=fingerprint("\n".join(sorted(part.form for part in taken))),
        drafts=tuple(work.drafts),
        account=work.tally.account(),
        sheets=tuple(notes),
        columns=tuple(columns),
        questions=work.questions(),
        warnings=(
            *told_of_columns(columns, work.drafts),
            *_without_values(taken),
            *work.warnings,
            *work.findings(),
            *_nothing(file, main, work),
        ),
    )


def _nothing(file: ForeignFile, kind: ChangeKind, work: Gathering) -> tuple[str, ...]:
    if work.drafts:
        return ()
    return (f"{file.path.name} holds {SOURCES[kind]}, and no row of it is filled in.",)


def _sheet_kind(part: _Part) -> SheetKind:
    return "unknown" if part.kind is None else part.kind


def _read(part: _Part, work: Gathering) -> None:
    if part.shape is not None:
        part.shape.read(part.found, work)
    elif part.table is not None:
        _READERS[part.table.words.sort](part.table, work)


def _why_not(part: _Part, kind: ChangeKind | None, asked: Asked) -> str:
    if asked.sheet is not None and part.sheet.name != asked.sheet:
        return "another sheet was chosen"
    if part.kind is None:
        return _OTHERWISE
    if part.sheet.hidden and Place(part.sheet.name, 0) not in asked.take and not asked.sheet:
        return "the sheet is hidden"
    if kind is not None and not part.is_of(kind):
        return f"it holds {SOURCES[part.kind]}: import it as {part.kind}"
    return _NO_PLACE if part.sort == "phase" else ""


def _leave_out(part: _Part, why: str, work: Gathering) -> None:
    if part.size:
        work.tally.read += part.size
        work.tally.skipped.append(RowNote(Place(part.sheet.name, 0), why, part.size))


def _source(file: ForeignFile, kind: ChangeKind, work: Gathering) -> str:
    counts: dict[str, int] = {}
    for draft in work.drafts:
        counts[draft.what] = counts.get(draft.what, 0) + 1
    if set(counts) == {"skill_level"}:
        return "a matrix of skills"
    if len(counts) < 2:
        return SOURCES[kind]
    told = ", ".join(_counted(count, what) for what, count in counts.items())
    where = "a Word document" if file.kind == "docx" else "a file"
    return f"{where} with {told}"


def _counted(count: int, what: str) -> str:
    plural = {"duty": "duties"}.get(what, f"{what}s")
    return f"{count} {what if count == 1 else plural}"


def _without_values(parts: Sequence[_Part]) -> list[str]:
    """Say where formulas have no stored result: whoever saved the file did not calculate it."""
    warnings = []
    for part in parts:
        if part.table is None:
            continue
        rows = part.sheet.rows
        blank = [
            (row, column) for row, column in part.sheet.formulas
            if row > part.table.body and row <= len(rows)
            and (column >= len(rows[row - 1]) or not rows[row - 1][column].strip())
        ]  # fmt: skip
        if blank:
            warnings.append(
                f"Sheet “{part.sheet.name}”: {len(blank)} cells hold a formula without a stored "
                "result and are read as empty; open the file in Excel, save it, and take it again."
            )
    return warnings


def _recogniser(kind: ChangeKind, *, sure: bool) -> Recogniser:
    if sure:
        return Recogniser(
            kind, SOURCES[kind], partial(surely_holds, kind), partial(read_change, None)
        )
    return Recogniser(kind, SOURCES[kind], partial(holds, kind), partial(read_change, kind))


RECOGNISERS: tuple[Recogniser, ...] = tuple(_recogniser(kind, sure=True) for kind in KINDS)
"""Files whose headings leave no doubt: all that they hold is read."""

ASKED_FOR: tuple[Recogniser, ...] = tuple(_recogniser(kind, sure=False) for kind in KINDS)
"""What a file is read as where somebody names the kind: only that is taken."""
