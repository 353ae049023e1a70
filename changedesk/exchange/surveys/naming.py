"""Gives every column its code, its question, and what it asks within that question."""

import re
from collections.abc import Sequence

from changedesk.exchange.surveys.table import AnswerTable, Column
from changedesk.exchange.surveys.values import folded

_ROW = re.compile(r"(?P<block>.+?)\s*\[(?P<row>[^\[\]]+)\]\s*[.:?]?", re.DOTALL)
_LIME = re.compile(
    r"(?P<code>[A-Za-z]\w*)(?:\[(?P<row>\w+)\])?(?:\[(?P<second>\w+)\])?(?:\.\s+(?P<text>.*))?",
    re.DOTALL,
)
_QUALTRICS = re.compile(r"(?P<base>.+?)_(?P<part>\d+(?:_\d+)*)(?P<text>_TEXT)?")
_RESPONSE = {
    "response", "open-ended response", "open ended response", "antwort", "offene antwort",
    "réponse", "réponse ouverte", "respuesta", "respuesta abierta", "resposta", "resposta aberta",
    "risposta", "risposta aperta", "antwoord", "svar", "odpowiedź", "ответ", "回答", "応答",
}  # fmt: skip
_SELECTED = re.compile(r"\s*-\s*selected choice\b", re.IGNORECASE)
_CODE_LIKE = re.compile(r"[\w.:\-/]{1,48}")
OTHER = re.compile(
    r"(?:.*[\W_])?(?:other|others|-oth-|otherText|sonstiges?|andere[srn]?|anderes|autres?|otros?|"
    r"otras?|outros?|outras?|altro|anders|inne|другое|annat|andet|その他|其他|기타)"
    r"(?:\W.{0,60})?",
    re.IGNORECASE | re.DOTALL,
)


def name_columns(table: AnswerTable) -> None:
    """Fill in `code`, `block`, `text` and `base` of every column of a table."""
    if table.source == "surveymonkey" and table.depth == 2:
        _name_two_rows(table.columns, 0)
    elif table.source == "qualtrics":
        _name_qualtrics(table)
    elif table.source == "limesurvey":
        for column in table.columns:
            _name_lime(column)
    elif table.source == "kobo":
        _name_kobo(table.columns)
    else:
        _name_own(table)
    bases = {column.base for column in table.columns if column.base}
    for column in table.columns:
        if column.code in bases and not column.base:
            column.base = column.code


def _name_two_rows(columns: Sequence[Column], title_row: int) -> None:
    """Name columns whose second row tells the option, the first row the question, once."""
    title = ""
    for column in columns:
        first, second = column.cells[title_row], column.cells[title_row + 1]
        title = first or (title if second else "")
        if folded(second) in _RESPONSE or not second or second == title:
            column.text = title
        else:
            column.block, column.text, column.base = title, second, title


def _name_qualtrics(table: AnswerTable) -> None:
    for column in table.columns:
        column.code = column.cells[0]
        column.text = _SELECTED.sub("", column.cells[1] if table.depth > 1 else column.cells[0])
    for column in table.columns:
        match = _QUALTRICS.fullmatch(column.code)
        if match is None or not _has_siblings(table.columns, match["base"], column):
            continue
        head, dash, tail = column.text.rpartition(" - ")
        if match["text"] and dash:
            head, _, tail = head.rpartition(" - ")
            tail = f"{tail} - Text"
        column.base = match["base"]
        column.block, column.text = (head or column.text, tail) if dash else ("", column.text)


def _has_siblings(columns: Sequence[Column], base: str, column: Column) -> bool:
    return any(
        one is not column and (one.code == base or one.code.startswith(f"{base}_"))
        for one in columns
    )


def _name_lime(column: Column) -> None:
    heading = column.cells[0]
    match = _LIME.fullmatch(heading)
    if match is None:
        _name_bracketed(column, heading)
        return
    text = match["text"] or ""
    row = match["row"] or ""
    if match["second"]:
        row = f"{row}_{match['second']}"
    column.code = f"{match['code']}_{row}" if row else match["code"]
    column.text = text or column.code
    if row:
        column.base = match["code"]
        inner = _ROW.fullmatch(text)
        column.block = inner["block"].strip() if inner else ""
        column.text = inner["row"].strip() if inner else (text or row)


def _name_bracketed(column: Column, heading: str) -> None:
    match = _ROW.fullmatch(heading)
    column.text = heading
    if match is not None:
        column.block, column.text = match["block"].strip(), match["row"].strip()
        column.base = column.block


def _name_kobo(columns: Sequence[Column]) -> None:
    paths = {column.cells[0] for column in columns}
    for column in columns:
        path = column.cells[0]
        parent, slash, last = path.rpartition("/")
        column.code = column.text = path
        siblings = sum(one.startswith(f"{parent}/") for one in paths) if slash else 0
        marks = {folded(text) for text in column.filled()}
        boxes = marks <= {"0", "1", "true", "false"} and siblings >= 2
        if slash and (parent in paths or boxes):
            column.base, column.block, column.text = parent, parent, last
            column.code = path
        elif slash:
            column.code, column.text = last, last
    for column in columns:
        if any(one.base == column.cells[0] for one in columns):
            column.base = column.code = column.cells[0]
            column.block = column.text = column.cells[0]


def _name_own(table: AnswerTable) -> None:
    """Name columns of one to three rows of headings: short names, questions, options below."""
    depth = max((len(column.cells) for column in table.columns), default=1)
    if depth == 1:
        for column in table.columns:
            _name_bracketed(column, column.cells[0])
        _take_codes(table)
        return
    rows = [[column.cells[at] for column in table.columns] for at in range(depth)]
    codes = [at for at, row in enumerate(rows) if _are_codes(row)]
    worded = [at for at in range(depth) if at not in codes]
    if not worded:
        worded, codes = [codes[-1]], codes[:-1]
    if len(worded) >= 2:
        _name_two_rows(table.columns, worded[0])
    else:
        for column in table.columns:
            _name_bracketed(column, column.cells[worded[0]])
    if codes:
        for column in table.columns:
            column.code = column.cells[codes[-1]]


def _are_codes(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    coded = sum(_CODE_LIKE.fullmatch(cell) is not None for cell in filled)
    return len(filled) >= 0.8 * len(cells) and coded >= 0.9 * len(filled)


def _take_codes(table: AnswerTable) -> None:
    """Where a heading is a short name such as iso26262_adoption, it is the code too."""
    for column in table.columns:
        heading = column.cells[0]
        if heading and not column.base and _CODE_LIKE.fullmatch(heading):
            column.code = heading
