"""Which row of a returned table is which record, and which rows nobody can be sure of."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from changedesk.exchange.returns.file import CellValue
from changedesk.exchange.returns.tables import FoundTable, cell, folded
from changedesk.office.identity import ID_COLUMN
from changedesk.office.references import bare_reference

_APART = 0.1
"""From this share of rows whose id and texts disagree, columns were sorted without the others."""
_FEWEST_APART = 3
_BY_REFERENCE = ""
_CHECK = 3  # a hyphen and two check characters


@dataclass(frozen=True)
class KnownRows:
    """The rows that a table can have: their ids, what people see of each, and how it is named.

    `references` maps what stands in the column `shown` (without check characters) to the id;
    `texts` are texts of the column `witness` by id, which tell columns that were sorted apart.
    `gone` are the names of rows, by id, that were exported and taken out here since.
    """

    names: Mapping[str, str]
    references: Mapping[str, str]
    shown: str = ""
    checked: bool = True
    witness: str = ""
    texts: Mapping[str, str] | None = None
    gone: Mapping[str, str] = field(default_factory=dict)


class ReturnedRow(NamedTuple):
    """A row that is known: its number in the sheet, its id, and its cells."""

    number: int
    id: str
    cells: Sequence[CellValue]


@dataclass(frozen=True, slots=True)
class StrayRow:
    """A row that is not taken as it stands, and why; `added` is one that only people wrote."""

    number: int
    cells: Sequence[CellValue]
    why: str
    added: bool = False
    id: str = ""


@dataclass(frozen=True)
class Identified:
    """The rows of a returned table, sorted out. `missing` are ids that were exported and are gone.

    `by_reference` says how many rows were known by what people see alone.
    """

    rows: tuple[ReturnedRow, ...]
    stray: tuple[StrayRow, ...]
    missing: tuple[str, ...]
    remarks: tuple[str, ...]
    by_reference: int = 0


def identify(
    found: FoundTable, known: KnownRows, exported: Collection[str], order: Sequence[str] = ()
) -> Identified:
    """Sort out the rows of a table; `exported` are the ids that it had when it was made.

    `order` are the ids as they stood, empty where the file does not tell any more.
    """
    by_id: dict[str, list[ReturnedRow]] = defaultdict(list)
    stray: list[StrayRow] = []
    remarks = Counter[str]()
    for number, row in enumerate(found.sheet.rows[found.first - 1 :], start=found.first):
        if row.count("") < len(row):
            one = _known(found, known, number, row, remarks)
            if isinstance(one, StrayRow):
                stray.append(one)
            else:
                by_id[one.id].append(one)
    _weed_legends(found, stray)
    apart = _apart(found, known, by_id)
    rows: list[ReturnedRow] = []
    if apart:
        why = "columns of this sheet were sorted without the others: nobody knows what is whose"
        stray += [
            StrayRow(row.number, row.cells, why, id=row.id)
            for group in by_id.values()
            for row in group
        ]
        remarks[f"In {apart} rows the texts are not those of the row: columns were moved."] = 0
    else:
        for group in by_id.values():
            rows += _single(found, group, stray, remarks)
    rows.sort(key=lambda row: row.number)
    stood = {one: place for place, one in enumerate(order)}
    places = [stood[row.id] for row in rows if row.id in stood]
    if any(first > second for first, second in pairwise(places)):
        remarks["The rows stand in another order than they were exported."] = 0
    there = {*by_id, *(one.id for one in stray)}
    missing = tuple(one for one in exported if one not in there)
    by_reference = remarks.pop(_BY_REFERENCE, 0)
    return Identified(
        tuple(rows), tuple(sorted(stray, key=lambda one: one.number)), missing,
        tuple(_told(sentence, n) for sentence, n in remarks.items()),
        by_reference,
    )  # fmt: skip


def _told(sentence: str, count: int) -> str:
    return f"{sentence} ({count:,} rows)" if count > 1 else sentence


def _known(
    found: FoundTable,
    known: KnownRows,
    number: int,
    row: Sequence[CellValue],
    remarks: Counter[str],
) -> ReturnedRow | StrayRow:
    told = cell(row, found.places.get(ID_COLUMN))
    by_id = told if isinstance(told, str) and told in known.names else None
    seen = cell(row, found.places.get(known.shown))
    text = seen if isinstance(seen, str) else ""
    if by_id is not None and known.checked:
        # Nearly all rows: the reference is the one of the id, its check characters behind it.
        name = known.names[by_id]
        if len(text) == len(name) + _CHECK and text.startswith(name):
            return ReturnedRow(number, by_id, row)
    bare = bare_reference(text) if known.checked else folded(text)
    by_reference = known.references.get(bare) if bare else None
    if by_id and by_reference and by_id != by_reference:
        why = f"its hidden id and its reference “{text}” name two different rows"
        return StrayRow(number, row, why, id=by_id)
    if by_id:
        if known.shown and known.references and not by_reference:
            remarks["A reference was changed or emptied: the hidden id told the row."] += 1
        return ReturnedRow(number, by_id, row)
    if by_reference:
        remarks[_BY_REFERENCE] += 1
        if told:
            remarks["A hidden id was changed: the visible reference told the row."] += 1
        return ReturnedRow(number, by_reference, row)
    if text and known.checked and bare is None and known.shown:
        return StrayRow(number, row, f"its reference “{text}” is not one that was given out")
    if isinstance(told, str) and (gone := known.gone.get(told)) is not None:
        return StrayRow(number, row, f"“{gone}” was taken out here after the export", id=told)
    if told or (by_reference is None and bare):
        return StrayRow(number, row, f"“{text or told}” is not in this workspace (any more)")
    return StrayRow(number, row, "this row was added by hand", added=True)


def _weed_legends(found: FoundTable, stray: list[StrayRow]) -> None:
    # A heading that is repeated further down, and notes outside of the table, are no rows.
    titles = {folded(column.title) for column in found.expected.columns}
    columns = set(found.places.values())
    stray[:] = [
        one
        for one in stray
        if sum(folded(value) in titles for value in one.cells if isinstance(value, str)) < 3
        and any(cell(one.cells, place) != "" for place in columns)
    ]


def _apart(found: FoundTable, known: KnownRows, by_id: Mapping[str, Sequence[ReturnedRow]]) -> int:
    place = found.places.get(known.witness)
    if known.texts is None or place is None:
        return 0
    rows = [row for group in by_id.values() for row in group]
    differing = [
        text for row in rows if (text := cell(row.cells, place)) != known.texts.get(row.id, "")
    ]
    foreign = {text for text in known.texts.values() if text} if differing else set()
    elsewhere = sum(text in foreign for text in differing)
    return len(differing) if elsewhere >= max(_FEWEST_APART, _APART * len(rows)) else 0


def _single(
    found: FoundTable,
    group: Sequence[ReturnedRow],
    stray: list[StrayRow],
    remarks: Counter[str],
) -> list[ReturnedRow]:
    """Return the one row of an id; copies that differ are refused, since nobody knows which."""
    if len(group) == 1:
        return list(group)
    places = [found.places[c.key] for c in found.expected.fillable if c.key in found.places]
    said = {tuple(cell(row.cells, place) for place in places) for row in group}
    if len(said) == 1:
        remarks["A row stands there twice with the same entries: it was read once."] += 1
        return [group[0]]
    why = f"this row stands there {len(group)} times with different entries: keep one of them"
    stray += [StrayRow(row.number, row.cells, why, id=row.id) for row in group]
    return []
