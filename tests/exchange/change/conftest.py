"""Makers of the workbooks and texts that the tests of the change side read."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

Rows = Sequence[Sequence[Any]]


@pytest.fixture
def book(tmp_path: Path) -> Callable[..., Path]:
    """Return a maker of workbooks of one sheet."""

    def make(rows: Rows, name: str = "Sheet1", merges: Sequence[str] = ()) -> Path:
        made = openpyxl.Workbook()
        sheet = made.active
        assert sheet is not None
        sheet.title = name
        for row in rows:
            sheet.append(list(row))
        for area in merges:
            sheet.merge_cells(area)
        path = tmp_path / "any.xlsx"
        made.save(path)
        return path

    return make


@pytest.fixture
def csv(tmp_path: Path) -> Callable[[str], Path]:
    def make(text: str) -> Path:
        path = tmp_path / "any.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return make
