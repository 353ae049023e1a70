"""What was taken out here while a workbook was away: only what was filled in is spoken of."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from changedesk.impact.records import Impact
from changedesk.people.queries import project_called
from changedesk.store.dump import dump
from tests.overview.returns.books import FIRST, HEADER, Hands


@pytest.fixture
def away(hands: Hands) -> Path:
    """A workbook with two impacts, the first of which was taken out since."""
    project = project_called(hands.desk).id
    with hands.desk.change("Add") as change:
        one = change.add(Impact(project=project, title="New screens", severity=2, owner="Dana"))
        change.add(Impact(project=project, title="Other hours", severity=3, owner="Dana"))
    path = hands.export("impacts.xlsx", "impact-workbook")
    with hands.desk.change("Take out") as change:
        change.delete(one)
    return path


def test_nothing_is_said_of_a_row_that_was_left_as_it_was(hands: Hands, away: Path) -> None:
    book = load_workbook(away)
    book.properties.description = "Saved again"
    book.save(away)
    seen, account = hands.receive(away)
    assert (account.filled, seen.notes) == (0, ())


def test_what_was_filled_in_is_refused_and_named(hands: Hands, away: Path) -> None:
    before = dump(hands.desk)
    book = load_workbook(away)
    sheet = book["Impacts"]
    place = next(cell.column for cell in sheet[HEADER] if cell.value == "Remark")
    sheet.cell(FIRST, place).value = sheet.cell(FIRST + 1, place).value = "Seen"
    book.save(away)
    _, account = hands.receive(away)
    assert (account.taken, len(account.rejected)) == (1, 1)
    assert "New screens” was taken out here after the export" in account.rejected[0].why
    hands.desk.undo()
    assert dump(hands.desk) == before
