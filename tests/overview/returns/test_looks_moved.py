"""Entries that look moved, far away, signed by a bare name or on a second sheet: nothing silent."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from changedesk.impact.records import Impact
from changedesk.overview.returns.shifted import PUSHED, SORTED, looks_moved
from changedesk.people.queries import project_called
from changedesk.uat.records import StepResult
from tests.overview.returns.books import FIRST, HEADER, Hands
from tests.overview.returns.test_signed_lines import _line

_OWNERS = ("Eve", "Cleo", "Abel", "Dora", "Bert", "Fay", "Gus")


def impacts(hands: Hands) -> Path:
    """Export a register of seven impacts, each with an owner."""
    project = project_called(hands.desk).id
    with hands.desk.change("Add") as change:
        for name in _OWNERS:
            change.add(Impact(project=project, title=f"Change of {name}", owner=name))
    return hands.export("impacts.xlsx", "impact-workbook")


def owned(path: Path, change: Callable[[list[Any]], list[Any]]) -> Path:
    return typed(path, "Owner", change)


def typed(path: Path, title: str, change: Callable[[list[Any]], list[Any]]) -> Path:
    book = load_workbook(path)
    sheet = book["Impacts"]
    column = next(int(cell.column or 0) for cell in sheet[HEADER] if cell.value == title)
    rows = range(FIRST, FIRST + len(_OWNERS))
    values = change([sheet.cell(row, column).value for row in rows])
    for row, value in zip(rows, values, strict=True):
        sheet.cell(row, column).value = value
    book.save(path)
    return path


@pytest.mark.parametrize(
    ("moved", "why"),
    [
        (sorted, SORTED),
        (lambda values: sorted(values, reverse=True), SORTED),
        (lambda values: [*values[:1], *values[2:], None], PUSHED),
        (lambda values: [*values[:2], None, *values[2:-1]], PUSHED),
    ],
)
def test_a_column_that_was_moved_alone_is_refused_and_offered(
    hands: Hands, moved: Callable[[list[Any]], list[Any]], why: str
) -> None:
    seen, account = hands.receive(owned(impacts(hands), moved))
    assert account.taken == 0
    assert {cell.why for cell in seen.rejected} == {why}
    assert all(cell.suggested == cell.value for cell in seen.rejected)
    owners = [row.owner for row in hands.desk.rows(Impact.select().order_by(Impact.id))]
    assert tuple(owners) == _OWNERS


@pytest.mark.parametrize(
    "pairs",
    [
        [("", "a"), ("", "b"), ("", "c"), ("", "d")],  # filled in for the first time
        [("a", "b"), ("b", "a"), ("c", "c"), ("d", "d")],  # two exchanged
        [("2", "3"), ("3", "3"), ("2", "3"), ("1", "3")],  # all set alike
        [("a", "x"), ("b", "y"), ("c", "z")],
        [("a", ""), ("b", ""), ("c", "")],  # emptied
    ],
)
def test_what_people_write_is_no_sign_of_moving(pairs: list[tuple[str, str]]) -> None:
    assert looks_moved(pairs) == ""


def test_as_many_yes_as_before_is_no_sign_of_sorting() -> None:
    was = ["yes", "no"] * 10
    now = [("no" if text == "yes" else "yes") if at < 6 else text for at, text in enumerate(was)]
    assert looks_moved(list(zip(was, now, strict=True))) == ""


def test_yes_and_no_that_stand_in_order_now_look_sorted() -> None:
    was = ["yes", "no"] * 10
    assert looks_moved(list(zip(was, sorted(was), strict=True))) == SORTED


def test_a_day_far_away_is_asked(hands: Hands) -> None:
    path = typed(impacts(hands), "From", lambda values: [datetime(2092, 3, 1), *values[1:]])
    seen, account = hands.receive(path)
    assert account.taken == 0
    assert "2092-03-01 is far from today" in seen.rejected[0].why
    assert seen.rejected[0].suggested == "2092-03-01"


def test_more_minutes_than_a_week_has_are_asked(hands: Hands) -> None:
    path = typed(impacts(hands), "Time each (min)", lambda _: [99_999, 90, *[None] * 5])
    seen, account = hands.receive(path)
    assert account.taken == 1
    assert "99,999 minutes are 69 days" in seen.rejected[0].why


def test_an_outcome_in_the_column_of_comments_is_no_comment(hands: Hands) -> None:
    book = hands.open()
    one, two = (book.steps.cell(HEADER, book.columns[name]) for name in ("Outcome", "Comment"))
    one.value, two.value = two.value, one.value
    before = len(hands.desk.rows(StepResult.select()))
    book.columns["Outcome"], book.columns["Comment"] = two.column, one.column
    seen, account = hands.receive(book.save())
    assert account.taken == 0
    assert any("stands in the wrong column" in cell.why for cell in seen.rejected)
    assert len(hands.desk.rows(StepResult.select())) == before


def test_a_name_without_a_decision_is_told(hands: Hands) -> None:
    book = hands.open()
    _line(book, 1, name="Nora Other")
    seen, _ = hands.receive(book.save())
    (note,) = [note for note in seen.notes if "without a decision" in note.why]
    assert "“Nora Other” stands beside “Project manager”" in note.why
    assert note.unread


def test_names_as_they_were_printed_are_no_signatures(hands: Hands) -> None:
    seen, _ = hands.receive(hands.open().fill().save())
    assert not [note for note in seen.notes if "without a decision" in note.why]


def test_what_stands_on_a_second_sheet_is_counted(hands: Hands) -> None:
    book = hands.open().fill()
    copied = book.book.copy_worksheet(book.steps)
    copied.cell(FIRST + 3, book.columns["Outcome"]).value = "✖ Fail"
    copied.cell(FIRST + 3, book.columns["What happened"]).value = f"Seen on {date.today()}"
    seen, account = hands.receive(book.save())
    assert (account.taken, len(account.rejected)) == (8, 2)
    assert account.filled == 10
    assert all("second sheet" in cell.why for cell in seen.rejected)
