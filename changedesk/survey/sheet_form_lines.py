"""The lines of a returned form: which cell answers which question, and what nobody can be sure of.

The hidden ids tell the lines, else their numbers beside their words. Nothing is guessed: where two
people answered in one file, or questions were moved without their ids, the form is refused.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from changedesk.exchange.references import column_letters
from changedesk.exchange.returns.file import CellValue, ReturnedFile, ReturnedSheet
from changedesk.exchange.returns.tables import cell
from changedesk.store.errors import UserError
from changedesk.survey.queries import Asking
from changedesk.survey.sheet_form import Line, form_lines, line_text

_COLUMNS_AT_MOST = 12
_LETTERS_TOLD = 40
_APART = 2
"""From so many lines on that stand beside another question, columns were sorted apart."""


@dataclass
class FormCells:
    """The cells that answer, by line and with their place; `left_out` says what was not read."""

    cells: dict[Line, tuple[str, CellValue]] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)

    def says(self) -> dict[str, str]:
        """Return what is answered, by line."""
        said = {line.id: text_of(value) for line, (_, value) in self.cells.items()}
        return {name: text for name, text in said.items() if text}


@dataclass(frozen=True)
class _Row:
    line: Line
    number: int
    cells: Sequence[CellValue]


@dataclass(frozen=True)
class _Found:
    """The lines on one sheet. Columns count from 0; `ids` is None where no ids are left."""

    sheet: ReturnedSheet
    rows: tuple[_Row, ...]
    words: int
    ids: int | None

    def place(self, number: int, column: int) -> str:
        return f"{self.sheet.name}!{column_letters(column)}{number}"

    def holds(self, row: _Row, column: int) -> bool:
        """Tell whether anything stands in a cell."""
        spot = row.number, column
        return spot in self.sheet.formulas | self.sheet.errors or cell(row.cells, column) != ""


def read_lines(file: ReturnedFile, asked: Sequence[Asking]) -> FormCells:
    """Return which cell answers which line of a form.

    Raises UserError when none of its lines is one of this survey, and when it holds the answers of
    two people or answers that stand beside another question.
    """
    lines = list(form_lines(asked))
    found = [one for sheet in file.sheets if (one := _of_sheet(sheet, lines)) is not None]
    if not found:
        raise UserError("None of its lines is a question of this survey.")
    read = [(one, _cells(one, lines)) for one in found]
    best, cells = max(read, key=lambda pair: (bool(pair[1].says()), len(pair[0].rows)))
    for other, more in read:
        if more.says() and more.says() != cells.says():
            raise UserError(
                f"The sheets “{best.sheet.name}” and “{other.sheet.name}” hold different answers, "
                "and a form is of one person: save each of them as a file of its own."
            )
    return cells


def text_of(value: CellValue) -> str:
    """Return a cell as a person would have typed it; of a truth value only the tick."""
    if isinstance(value, bool):
        return "1" if value else ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return value.strip() if isinstance(value, str) else value.isoformat()[:10]


# -- where the lines stand ------------------------------------------------------------------------


def _of_sheet(sheet: ReturnedSheet, lines: Sequence[Line]) -> _Found | None:
    by_id = {line.id: line for line in lines}
    told = {_begin(line_text(line)) for line in lines}
    ids = _fullest(sheet, range(_COLUMNS_AT_MOST), lambda text: text in by_id)
    before = range(_COLUMNS_AT_MOST if ids is None else ids)
    words = _fullest(sheet, before, lambda text: _begin(text) in told)
    if ids is not None:
        rows = [
            _Row(by_id[name], number, row)
            for number, row in enumerate(sheet.rows, 1)
            if isinstance(name := cell(row, ids), str) and name in by_id
        ]
        return _Found(sheet, tuple(rows), ids - 2 if words is None else words, ids)
    if not words:
        return None
    numbers = {line.number: line for line in lines}
    rows = [
        _Row(line, number, row)
        for number, row in enumerate(sheet.rows, 1)
        if (line := numbers.get(text_of(cell(row, words - 1)))) is not None
        and _says(cell(row, words), line)
    ]
    return _Found(sheet, tuple(rows), words, None) if rows else None


def _fullest(
    sheet: ReturnedSheet, columns: Iterable[int], fits: Callable[[str], bool]
) -> int | None:
    """Return the column with the most texts that fit, None where there is none."""
    counts = Counter(
        column
        for row in sheet.rows
        for column in columns
        if isinstance(value := cell(row, column), str) and value and fits(value)
    )
    return max(counts, key=lambda column: (counts[column], -column), default=None)


def _says(value: CellValue, line: Line) -> bool:
    """Tell whether a cell holds the words of a line: a number alone may be anybody's."""
    return _begin(text_of(value)) == _begin(line_text(line))


def _begin(text: str) -> str:
    # Below the words may stand a note.
    return " ".join(text.strip().partition("\n")[0].split())[:_LETTERS_TOLD]


# -- what they say --------------------------------------------------------------------------------


def _cells(found: _Found, lines: Sequence[Line]) -> FormCells:
    moved = _moved(found, lines)
    answers = _answer_column(found)
    by_line: dict[Line, list[_Row]] = defaultdict(list)
    for row in found.rows:
        by_line[row.line].append(row)
    told = FormCells()
    for line, rows in by_line.items():
        filled = [row for row in rows if found.holds(row, answers)]
        row = filled[0] if filled else rows[0]
        value = cell(row.cells, answers)
        why = _doubt(found, row, answers) if filled else ""
        if len({text_of(cell(one.cells, answers)) for one in filled}) > 1:
            why = f"this line stands there {len(filled)} times with different answers"
        elif row.number in moved and filled:
            why = "another question stands beside it than it was sent with"
        elif isinstance(value, bool) and line.question.kind != "multi":
            why = f"{str(value).upper()} is no answer to this question"
        if why:
            told.left_out.append(f"{found.place(row.number, answers)}: {why}. It was left out.")
        else:
            told.cells[line] = found.place(row.number, answers), value
    told.left_out += _beside(found, answers)
    return told


def _moved(found: _Found, lines: Sequence[Line]) -> set[int]:
    """Return the rows whose id is of one question and whose words are those of another."""
    known = {_begin(line_text(line)) for line in lines}
    moved = [
        row.number
        for row in found.rows
        if _begin(text_of(cell(row.cells, found.words))) in known
        and not _says(cell(row.cells, found.words), row.line)
    ]
    if len(moved) >= _APART:
        raise UserError(
            f"Beside {len(moved)} answers stands another question than they were sent with (the "
            f"first is {found.place(moved[0], found.words)}): columns were sorted without the "
            "others, and nobody knows what answers what. Ask for the form again."
        )
    return set(moved)


def _answer_column(found: _Found) -> int:
    """Return where the answers stand: between the words and the ids, where people put columns."""
    columns = range(found.words + 1, found.words + 2 if found.ids is None else found.ids)
    filled = [c for c in columns if any(found.holds(row, c) for row in found.rows)]
    if len(filled) > 1:
        letters = " and ".join(column_letters(column) for column in filled)
        raise UserError(
            f"The columns {letters} of “{found.sheet.name}” hold answers, and a form is of one "
            "person: save each of them as a file of its own, or take out what is no answer."
        )
    return filled[0] if filled else found.words + 1


def _doubt(found: _Found, row: _Row, column: int) -> str:
    spot = row.number, column
    if spot in found.sheet.formulas:
        return "it holds a formula: only what is typed counts"
    if spot in found.sheet.errors:
        return "it holds an error value"
    merged = any(
        top <= row.number <= bottom and left <= column <= right and top < bottom
        for top, left, bottom, right in found.sheet.merged
    )
    return "it was merged with other cells: nobody knows which line it answers" if merged else ""


def _beside(found: _Found, answers: int) -> list[str]:
    """Tell what stands at the right of the answers, where a second person may have written."""
    first = (answers if found.ids is None else found.ids) + 1
    spots = [
        found.place(row.number, column)
        for row in found.rows
        for column in range(first, len(row.cells))
        if found.holds(row, column)
    ]
    if not spots:
        return []
    what = "What stands in" if len(spots) == 1 else f"{len(spots)} cells from"
    was = "was" if len(spots) == 1 else "on were"
    told = (
        f"{what} {spots[0]} {was} not read: it stands beside the answers. If a second person "
        "answered there, give that person a form of their own."
    )
    return [told]
