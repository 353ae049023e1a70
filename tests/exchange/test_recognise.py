"""A file of any kind is recognised, read, or refused in one sentence."""

from collections.abc import Callable
from pathlib import Path

import pytest

from changedesk.exchange.drafts import ScriptImport
from changedesk.exchange.reader import read_file
from changedesk.exchange.recognise import OWN_SHEET, read_any, recognise_file
from changedesk.store.errors import UserError

Maker = Callable[..., Path]


def test_a_sheet_of_scripts_is_recognised_and_read(workbook: Maker) -> None:
    path = workbook([["ID", "Title", "Steps"], ["TC-1", "Log in", "Open"]])
    assert recognise_file(read_file(path)) is OWN_SHEET
    found = read_any(path)
    assert isinstance(found, ScriptImport)
    assert found.scripts[0].title == "Log in"


def test_a_kind_that_this_version_cannot_read_is_named(workbook: Maker) -> None:
    path = workbook([["ID", "Title", "Steps"], ["TC-1", "Log in", "Open"]])
    with pytest.raises(UserError, match=r"this version reads .*scripts.*, not responses"):
        read_any(path, "responses")


def test_a_workbook_without_a_row_is_refused(workbook: Maker) -> None:
    with pytest.raises(UserError, match="it holds no row"):
        read_any(workbook({"Empty": []}))


def test_a_file_that_is_not_of_the_kind_asked_for_is_refused_in_a_sentence(workbook: Maker) -> None:
    path = workbook([["ID", "Title", "Steps"], ["TC-1", "Log in", "Open"]])
    with pytest.raises(UserError, match="nothing in it can be read as traceability"):
        read_any(path, "traceability")
