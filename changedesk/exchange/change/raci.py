"""Reads a matrix of RACI letters: stakeholders down and what they answer for across, or turned."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from changedesk.exchange.change.drafts import ChangeDraft
from changedesk.exchange.change.gathering import Gathering, kept_values, titled
from changedesk.exchange.change.tables import field_of, filled, place
from changedesk.exchange.change.words import ROLES, STAKEHOLDERS
from changedesk.exchange.drafts import RowNote
from changedesk.exchange.headings import normal
from changedesk.exchange.sheets import SheetData

_LETTERS = re.compile(r"[RACIS](?:\s*[/,+&]?\s*[RACIS])*|[-–]")
_WORK = re.compile(
    r"activit|\btasks?\b|deliverable|\bsteps?\b|process|work ?package|phase|decision|aufgabe|"
    r"aktivität|lieferergebnis|tâche|livrable|actividad|entregable|atividade|задач|работ"
)
_HEADING_ROWS = 15
_KEPT = (
    "The letters of RACI are kept with each stakeholder, one for each column or row; a RACI of its "
    "own has who has the same letter everywhere."
)


@dataclass(frozen=True)
class RaciMatrix:
    """Where the heading stands, the column of names, those with letters; `by_row`: who is down."""

    sheet: SheetData
    head: int
    key: int
    letters: tuple[int, ...]
    by_row: bool


def find_raci(sheet: SheetData) -> RaciMatrix | None:
    """Return the matrix in a sheet: at least two columns that hold nothing but letters."""
    for index, row in enumerate(sheet.rows[:_HEADING_ROWS]):
        headings = [text.strip() for text in row]
        letters = tuple(i for i, text in enumerate(headings) if text and _lettered(sheet, index, i))
        rest = [i for i, text in enumerate(headings) if text and i not in letters]
        said = {_cell(one, i)[:1] for one in sheet.rows[index + 1 :] for i in letters}
        if len(letters) < 2 or not {"R", "A"} <= said:
            continue
        for key in rest:
            who = "name" in {field_of(one, headings[key]) for one in (STAKEHOLDERS, ROLES)}
            if who or _WORK.search(normal(headings[key])):
                return RaciMatrix(sheet, index, key, letters, who)
    return None


def _cell(row: Sequence[str], column: int) -> str:
    return row[column].strip() if column < len(row) else ""


def _lettered(sheet: SheetData, index: int, column: int) -> bool:
    texts = [text for row in sheet.rows[index + 1 :] if (text := _cell(row, column))]
    return len(texts) >= 2 and all(_LETTERS.fullmatch(text) for text in texts)


def read_raci(found: RaciMatrix, work: Gathering) -> None:
    """Take each stakeholder with the letters that stand beside or below."""
    sheet, columns = found.sheet, found.letters
    headings = sheet.rows[found.head]
    below: dict[int, list[tuple[str, str]]] = {column: [] for column in columns}
    for index, row in enumerate(sheet.rows):
        if not filled(row):
            continue
        work.tally.read += 1
        name = titled(_cell(row, found.key))
        said = [(titled(headings[i]), text) for i in columns if (text := _cell(row, i))]
        if index <= found.head or not said:
            why = "heading" if index == found.head else "it holds no letter"
            work.tally.skipped.append(RowNote(place(sheet, index), why))
        elif not name:
            work.tally.rejected.append(RowNote(place(sheet, index), "it has no name"))
        elif found.by_row:
            rest = [(titled(headings[i]), _cell(row, i)) for i in range(len(headings))
                    if i != found.key and i not in columns and _cell(row, i)]  # fmt: skip
            work.made(_draft(found, name, index, said, rest, work))
        else:
            work.tally.continued += 1
            for column in columns:
                if text := _cell(row, column):
                    below[column].append((name, text))
    for column, letters in below.items():
        if letters and not found.by_row:
            name = titled(headings[column])
            work.drafts.append(_draft(found, name, found.head, letters, [], work))
    work.warnings.append(_KEPT)


def _draft(
    found: RaciMatrix,
    name: str,
    index: int,
    said: list[tuple[str, str]],
    rest: list[tuple[str, str]],
    work: Gathering,
) -> ChangeDraft:
    codes = {text for _, text in said}
    same = codes.pop() if len(codes) == 1 else ""
    role = next((text for heading, text in rest if field_of(STAKEHOLDERS, heading) == "role"), "")
    alone = same if same in {"R", "A", "C", "I"} else ""
    values = kept_values(raci=alone, role=role, kind="person")
    further = tuple(pair for pair in rest if pair[1] != role)
    form = "raci|" + "|".join(normal(found.sheet.rows[found.head][i]) for i in found.letters)
    return ChangeDraft(
        "stakeholder", name, place(found.sheet, index), "", work.key(form, "", name), values,
        {}, (), (*said, *further),
    )  # fmt: skip
