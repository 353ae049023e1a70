"""What people and programs do to a workbook before it comes back, and what becomes of each cell.

Each case fills in eight cells of six rows, spoils the workbook, and says how many cells are taken,
the same, in conflict and rejected: together they are what was filled in.
"""

import pytest

from changedesk.overview.returns import Account
from changedesk.uat.records import StepResult
from tests.overview.returns import entry_cases, layout_cases
from tests.overview.returns.books import (
    Hands,
)
from tests.overview.returns.cases import CASES, Counts

_KNOWN = (layout_cases, entry_cases)

_LIBREOFFICE = {"libreoffice", "ods", "through ods", "through xls", "old xls"}


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=[pytest.mark.slow] if name in _LIBREOFFICE else [])
        for name in CASES
    ],
)
def test_every_filled_cell_is_accounted_for(hands: Hands, name: str) -> None:
    one = CASES[name]
    book = hands.open().fill()
    path = one.spoil(hands, book)
    if one.before:
        one.before(hands)
    before = len(hands.desk.rows(StepResult.select(StepResult.id)))
    seen, account = hands.receive(path or book.save())
    told = " ".join(
        [*(note.why for note in seen.notes), *seen.warnings, *(cell.why for cell in seen.cells)]
    )
    assert _counts(account) == one.counts, told
    assert one.said in told
    assert account.filled == len(seen.cells)
    made = len(hands.desk.rows(StepResult.select(StepResult.id))) - before
    assert made == account.created.get("result", 0)
    if one.check:
        one.check(hands, seen)
    assert hands.desk.verify() == []
    again, nothing = hands.receive(path or book.path)
    assert again.again
    assert nothing.filled == 0
    hands.desk.undo()
    assert len(hands.desk.rows(StepResult.select(StepResult.id))) == before


def _counts(account: Account) -> Counts:
    return account.taken, account.same, len(account.conflicts), len(account.rejected)


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 40
