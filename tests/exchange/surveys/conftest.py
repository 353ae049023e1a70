"""Makes exports as the survey tools write them, with what makes them hard to read."""

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from changedesk.exchange.surveys.choices import Choices
from changedesk.exchange.surveys.drafts import SurveyDraft
from changedesk.exchange.surveys.reading import read_surveys

Rows = Sequence[Sequence[object]]
Reader = Callable[..., SurveyDraft]


@pytest.fixture
def csv_file(tmp_path: Path) -> Callable[..., Path]:
    """Return a maker of CSV files from rows, quoted as spreadsheets quote."""

    def make(rows: Rows, name: str = "export.csv", encoding: str = "utf-8-sig",
             separator: str = ",") -> Path:  # fmt: skip
        text = io.StringIO(newline="")
        csv.writer(text, delimiter=separator).writerows(rows)
        path = tmp_path / name
        path.write_bytes(text.getvalue().encode(encoding))
        return path

    return make


@pytest.fixture
def read() -> Reader:
    """Return a reader of files of one sheet of answers, whose account holds."""

    def one(path: Path, choices: Choices | None = None) -> SurveyDraft:
        found = read_surveys(path, choices)
        assert found.account.balanced
        assert len(found.drafts) == 1
        return found.drafts[0]

    return one
