"""The sign-off block as people return it: no line is lost, none is signed by a formula."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from changedesk.documents.records import Signature
from changedesk.overview.returns import Account
from tests.overview.returns.books import Book, Hands, resave

_COLUMNS = {"role": 2, "name": 3, "decision": 4, "remark": 5, "signed": 6, "signature": 7, "id": 8}


def _first(book: Book) -> int:
    """Return the row of the first line of the block."""
    rows = book.book["Cover"].iter_rows()
    return next(row[1].row for row in rows if row[1].value == "Role") + 1


def _line(book: Book, place: int, **cells: Any) -> None:
    for name, value in cells.items():
        book.book["Cover"].cell(_first(book) + place, _COLUMNS[name]).value = value


def _signed(hands: Hands) -> set[tuple[str, str, str]]:
    rows = hands.desk.rows(Signature.select())
    return {(row.role, row.name, row.decision) for row in rows}


def _counts(account: Account) -> tuple[int, int, int, int]:
    return account.taken, account.same, len(account.conflicts), len(account.rejected)


def test_lines_below_an_emptied_role_or_an_empty_row_are_signed_all_the_same(hands: Hands) -> None:
    book = hands.open()
    _line(book, 0, role=None, decision="✔ Accepted", signature="S. Lead")
    _line(book, 1, decision="✔ Accepted", signature="D")
    _line(book, 4, role="Tester", name="Nora", decision="✖ Rejected")
    _, account = hands.receive(book.save())
    assert _counts(account) == (3, 0, 0, 2)
    assert {cell.why for cell in account.rejected} == {
        "the line has no role: as what is it signed?"
    }
    assert _signed(hands) == {
        ("Project manager", "Dana", "approved"), ("Tester", "Nora", "rejected"),
    }  # fmt: skip


def test_a_copied_line_is_one_of_its_own(hands: Hands) -> None:
    book = hands.open()
    sheet, first = book.book["Cover"], _first(book)
    role, told = sheet.cell(first, 2).value, sheet.cell(first, 8).value
    _line(book, 0, signature="S. Lead")
    _line(book, 1, role=role, id=told, name="Second", decision="✔ Accepted")
    _, account = hands.receive(book.save())
    assert _counts(account) == (1, 0, 0, 1)
    assert _signed(hands) == {(role, "Second", "approved")}


def test_two_testers_who_signed_are_not_asked_about_again(hands: Hands) -> None:
    for name, remark in (("one.xlsx", None), ("two.xlsx", "Once more")):
        book = hands.open(name)
        _line(book, 3, role="Tester", name="Nora", decision="✔ Accepted")
        _line(book, 4, role="Tester", name="Olaf", decision="✖ Rejected")
        book.book.properties.description = remark
        _, account = hands.receive(book.save())
    assert _counts(account) == (0, 2, 0, 0)
    assert len(hands.desk.rows(Signature.select())) == 2


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_what_a_program_worked_out_signs_nothing(hands: Hands) -> None:
    book = hands.open()
    _line(book, 0, decision="✔ Accepted", signed="=TODAY()", signature="S. Lead")
    _line(book, 1, decision='="✔ Accepted"', signature="D")
    saved: Path = resave(book.save(), "xlsx:Calc MS Excel 2007 XML")
    _, account = hands.receive(saved)
    assert _counts(account) == (0, 0, 0, 5)
    assert all("holds a formula" in cell.why for cell in account.rejected)
    assert not _signed(hands)


def test_a_formula_signs_nothing(hands: Hands) -> None:
    book = hands.open()
    _line(book, 0, decision="=D1", signature="S. Lead")
    _line(book, 1, name="=C1", decision="✔ Accepted")
    _, account = hands.receive(book.save())
    assert _counts(account) == (0, 0, 0, 3)
    assert not _signed(hands)


def test_a_decision_is_shown_in_the_words_of_the_block(hands: Hands) -> None:
    book = hands.open()
    _line(book, 0, decision="accepted", signed=date(2001, 1, 1))
    _line(book, 1, decision="perhaps")
    seen, _ = hands.receive(book.save())
    assert [cell.returned for cell in seen.cells][:1] == ["✔ Accepted"]
    (unclear,) = seen.rejected
    assert unclear.why.endswith(": Accepted, Accepted with conditions, Rejected")
    assert "dated it 2001-01-01, before it was exported" in " ".join(n.why for n in seen.notes)


def test_a_year_that_cannot_be_meant_refuses_its_cell_and_not_the_whole_return(
    hands: Hands,
) -> None:
    book = hands.open()
    for row, day in enumerate(["0001-01-01", "9999-12-31", "2026-03-05"]):
        book.put(row, "Outcome", "✔ Pass")
        book.put(row, "Date", day)
    _, account = hands.receive(book.save())
    assert _counts(account) == (4, 0, 0, 2)
    assert all("look at the year" in cell.why for cell in account.rejected)
