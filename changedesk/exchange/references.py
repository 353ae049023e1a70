"""Cell references such as B12 and A1:C9, as numbers: rows from 1, columns from 0."""

import re

Cell = tuple[int, int]
_REFERENCE = re.compile(r"\$?([A-Z]{1,4})\$?([0-9]{1,12})")


def column_number(letters: str) -> int:
    """Return the column's number from 0: A is 0, AA is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def column_letters(number: int) -> str:
    """Return the letters of the column with this number from 0."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def place(reference: str | None, row: int, column: int) -> Cell:
    """Return the cell that a reference names; without one, the counted place."""
    match = _REFERENCE.fullmatch(reference or "")
    return (int(match[2]), column_number(match[1])) if match else (row, column)


def range_area(reference: str) -> int:
    """Return how many cells a reference such as A1:C9 covers (1 for what is no range)."""
    first, _, last = reference.partition(":")
    start, end = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last or first)
    if start is None or end is None:
        return 1
    rows = abs(int(end[2]) - int(start[2])) + 1
    return rows * (abs(column_number(end[1]) - column_number(start[1])) + 1)
