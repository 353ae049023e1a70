"""Rows of a table that have been fetched: values and their texts, by the key of the record."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from changedesk.store.spec import FieldSpec
from ui.records.values import display, placed

ROWS_KEPT = 5000


@dataclass(frozen=True)
class Row:
    """One record as a table shows it: its values, and how each reads."""

    values: tuple[Any, ...]
    texts: tuple[str, ...]


def row_of(fields: Sequence[FieldSpec], values: tuple[Any, ...]) -> Row:
    """Return the row of some values; cells show the first line of a text."""
    values = placed(fields, values)
    return Row(values, tuple(_line(f, value) for f, value in zip(fields, values, strict=True)))


def _line(field: FieldSpec, value: Any) -> str:
    text = display(field, value)
    return text if "\n" not in text else text.replace("\n", " ⏎ ")


class RowCache:
    """Keeps the newest rows and forgets the oldest."""

    def __init__(self) -> None:
        self._rows: OrderedDict[int, Row] = OrderedDict()

    def get(self, key: int) -> Row | None:
        """Return a row, or None when it is not here."""
        return self._rows.get(key)

    def put(self, rows: Mapping[int, Row]) -> None:
        """Keep rows."""
        self._rows.update(rows)
        while len(self._rows) > ROWS_KEPT:
            self._rows.popitem(last=False)

    def drop(self, keys: Sequence[int] | frozenset[int]) -> None:
        """Forget rows that may have changed."""
        for key in keys:
            self._rows.pop(key, None)

    def clear(self) -> None:
        """Forget everything."""
        self._rows.clear()
