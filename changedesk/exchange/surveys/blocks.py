"""Lays columns together that are one question: boxes to tick, a ranking, the rows of a grid."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

from changedesk.exchange.surveys.missing import word_reason
from changedesk.exchange.surveys.naming import OTHER
from changedesk.exchange.surveys.table import Column
from changedesk.exchange.surveys.values import TICKED, UNTICKED, folded, whole

Shape = Literal["one", "boxes", "ranks", "places", "grid"]
_STEM = re.compile(r"(?P<stem>.+)(?:\s-\s|[_.:/])[^_.:/]+")
_POSITION = re.compile(r"(?:.*\D)?(\d{1,2})\]?")
_FEWEST_BOXES = 3
_MARKS = frozenset({"1", "x", "✓", "✔", "☑", "☒", "true", "checked", "selected"})
# Not all of YES and NO: true and false are marks of a box, no answer in words.
_SPOKEN = frozenset({"yes", "no", "ja", "nein", "oui", "non", "sí", "si"})


@dataclass(slots=True)
class Block:
    """Columns of one question: `one` column, `boxes` to tick, `ranks` of each option, the option
    at each of several `places`, or a `grid` whose rows are questions. `joined` holds all ticked
    options in one cell; `others` are words beside an option "Other".
    """

    shape: Shape
    columns: list[Column]
    title: str = ""
    code: str = ""
    joined: Column | None = None
    others: list[Column] = field(default_factory=list)


def blocks_of(columns: Sequence[Column]) -> list[Block]:
    """Return the questions of a table in their order."""
    _lay_ticks_together(columns)
    found: list[Block] = []
    for base, run in groupby(columns, key=lambda column: column.base or f"\0{column.at}"):
        group = list(run)
        if base.startswith("\0"):
            found.append(Block("one", group))
        else:
            found += _shaped(group)
    return found


def _shaped(group: list[Column]) -> list[Block]:
    # The column of the whole question holds together what the others hold one by one.
    parents = [column for column in group if column.code and column.code == column.base]
    rest = [column for column in group if column not in parents]
    others = [column for column in rest if _is_words_beside(column)]
    plain = [column for column in rest if column not in others]
    title = next((column.block for column in group if column.block), "")
    code = next((column.base for column in group if column.base != column.block), "")
    # A yes or no beside a place for other words is a tick, even where nobody left it blank.
    sure = bool(parents) or (bool(others) and len(plain) >= 2)
    if plain and (are_boxes(plain, alone=sure) or _hold_own_code(plain)):
        joined = parents[0] if parents else None
        return [Block("boxes", plain, title, code, joined, others)]
    if are_ranks(plain):
        return [Block("ranks", plain, title, code), *_ones(others)]
    if _are_places(plain):
        return [Block("places", plain, title, code), *_ones(others)]
    if len(plain) >= 2:
        return [*_ones(parents), Block("grid", plain, title, code), *_ones(others)]
    alone = [*parents, *plain]
    if len(alone) == 1 and others:
        return [Block("one", alone, "", code, None, others)]
    return [Block("one", [column]) for column in group]


def _ones(columns: Sequence[Column]) -> list[Block]:
    return [Block("one", [column]) for column in columns]


def _is_words_beside(column: Column) -> bool:
    """Tell the words that were typed beside an option "Other", not its tick."""
    if column.code.upper().endswith("_TEXT") or column.text.endswith("- Text"):
        return True
    filled = {folded(text) for text in column.filled()}
    own = folded(column.text)
    if not OTHER.fullmatch(column.text) or filled <= TICKED | UNTICKED | {own}:
        return False
    return all(whole(text) is None for text in filled)


def are_boxes(columns: Sequence[Column], *, alone: bool = False) -> bool:
    """Tell columns of boxes to tick: each holds a mark, or the option's own words, or nothing."""
    if len(columns) < 2 and not alone:
        return False
    ticked = 0
    for column in columns:
        filled = {folded(text) for text in column.filled()
                  if not word_reason(text)}  # fmt: skip
        own = folded(column.text)
        rest = filled - {own} - UNTICKED
        blank = len(column.filled()) < len(column.texts)
        if rest - TICKED and not (len(rest) == 1 and _is_own(column, rest)):
            return False
        if filled & _SPOKEN and not blank and not alone:
            return False
        ticked += bool(filled - UNTICKED)
    return ticked >= 1


def _hold_own_code(columns: Sequence[Column]) -> bool:
    """Tell boxes that hold the number of their option: 1 in the first column, 2 in the second."""
    codes = [{*column.filled()} for column in columns]
    blank = all(len(column.filled()) < len(column.texts) for column in columns)
    found = [next(iter(one)) for one in codes if len(one) == 1]
    figures = [figure for code in found if (figure := whole(code)) is not None]
    rising = figures == sorted(set(figures)) and len(figures) == len(found) >= 2
    return blank and rising and all(len(one) <= 1 for one in codes)


def _is_own(column: Column, rest: set[str]) -> bool:
    """Tell a value that is the option, shortened or lengthened in the heading."""
    value, own = next(iter(rest)), folded(column.text)
    return value.startswith(own[:12]) or own.startswith(value[:12]) or own.endswith(value)


def are_ranks(columns: Sequence[Column]) -> bool:
    """Tell columns that give each option its rank: in every row all different, from 1 on."""
    most = len(columns)
    if most < _FEWEST_BOXES:
        return False
    rows = [
        [text for text in texts if text]
        for texts in zip(*(column.texts for column in columns), strict=True)
    ]
    rows = [row for row in rows if len(row) >= 2]
    ranks = [[whole(text) for text in row] for row in rows]
    if not ranks or any(
        rank is None or not 1 <= rank <= most for row in ranks for rank in row
    ):  # fmt: skip
        return False
    different = sum(len(set(row)) == len(row) for row in ranks)
    return len(ranks) >= 2 and different >= 0.95 * len(ranks)


def _are_places(columns: Sequence[Column]) -> bool:
    """Tell columns that hold the option put first, second, third, and so on."""
    if len(columns) < _FEWEST_BOXES:
        return False
    numbers = [int(match[1]) for column in columns if (match := _POSITION.fullmatch(column.code))]
    if numbers != list(range(1, len(columns) + 1)):
        return False
    rows = [
        [text for text in texts if text]
        for texts in zip(*(column.texts for column in columns), strict=True)
    ]
    rows = [row for row in rows if len(row) >= 2]
    if len(rows) < 2 or any(whole(text) is not None for row in rows for text in row):
        return False
    options = {text for row in rows for text in row}
    return len(options) <= len(columns) + 2 and all(len(set(row)) == len(row) for row in rows)


def _lay_ticks_together(columns: Sequence[Column]) -> None:
    """Give neighbours that only hold a mark, and whose headings begin alike, one question."""
    _lay_bare_ticks_together(columns)
    at = 0
    while at < len(columns):
        stem = _tick_stem(columns[at])
        end = at
        while stem and end < len(columns) and _tick_stem(columns[end]) == stem:
            end += 1
        run = columns[at:end]
        marked = any(len(column.filled()) < len(column.texts) for column in run)
        if len(run) >= (2 if marked else _FEWEST_BOXES) and are_boxes(run):
            for column in run:
                column.base = column.block = stem
                column.text = column.text[len(stem) :].strip(" -_.:/")
        at = max(end, at + 1)


def _lay_bare_ticks_together(columns: Sequence[Column]) -> None:
    """Give neighbours that hold the same mark or nothing one question, however they are headed."""
    for mark, found in groupby(columns, key=_bare_tick):
        run = list(found)
        stems = {_tick_stem(column) for column in run}
        if mark and len(run) >= _FEWEST_BOXES and (len(stems) > 1 or stems == {""}):
            title = ", ".join(column.text for column in run)
            for column in run:
                column.base = column.block = title


def _bare_tick(column: Column) -> str:
    """Return the one mark that a column holds beside blanks; "" for any other column."""
    filled = {folded(text) for text in column.filled()}
    blank = len(column.filled()) < len(column.texts)
    return next(iter(filled)) if blank and len(filled) == 1 and filled <= _MARKS else ""


def _tick_stem(column: Column) -> str:
    filled = {folded(text) for text in column.filled()}
    if column.base or not filled or not filled <= TICKED | UNTICKED:
        return ""
    match = _STEM.fullmatch(column.text)
    return match["stem"].strip() if match and len(filled - UNTICKED) <= 1 else ""
