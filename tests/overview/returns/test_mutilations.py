"""What people and programs do to a workbook before it comes back, and what becomes of each cell.

Each case fills in eight cells of six rows, spoils the workbook, and says how many cells are taken,
the same, in conflict and rejected: together they are what was filled in.
"""

import csv
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl.utils import get_column_letter

from changedesk.overview.returns import Account, Preview
from changedesk.uat.capture import withdraw_result
from changedesk.uat.records import StepResult
from tests.overview.returns.books import (
    FIRST,
    HEADER,
    Book,
    Hands,
    outcome,
    record,
    resave,
    rewrite,
)

Counts = tuple[int, int, int, int]
"""Taken, the same, conflicts, rejected."""

ALL: Counts = (8, 0, 0, 0)


@dataclass(frozen=True)
class Case:
    """One way to spoil a workbook: what it does, what becomes of the cells, what is said."""

    what: str
    spoil: Callable[[Hands, Book], Path | None]
    counts: Counts = ALL
    said: str = ""
    before: Callable[[Hands], None] | None = None
    check: Callable[[Hands, Preview], None] | None = None


CASES: dict[str, Case] = {}


def case(
    what: str,
    counts: Counts = ALL,
    said: str = "",
    before: Callable[[Hands], None] | None = None,
    check: Callable[[Hands, Preview], None] | None = None,
) -> Callable[[Callable[[Hands, Book], Path | None]], Callable[[Hands, Book], Path | None]]:
    def keep(spoil: Callable[[Hands, Book], Path | None]) -> Callable[[Hands, Book], Path | None]:
        name = spoil.__name__.strip("_").replace("_", " ")
        CASES[name] = Case(what, spoil, counts, said, before, check)
        return spoil

    return keep


# -- rows -----------------------------------------------------------------------------------------


@case("filled in and saved, nothing else")
def _only_filled_in(_hands: Hands, _book: Book) -> None:
    pass


@case("all rows sorted the other way round", said="another order")
def _rows_sorted(_hands: Hands, book: Book) -> None:
    book.write_rows(book.rows()[::-1])


@case("two rows cut and pasted elsewhere", said="another order")
def _rows_moved(_hands: Hands, book: Book) -> None:
    rows = book.rows()
    book.write_rows([*rows[4:], *rows[:4]])


@case("filtered, so that most rows are hidden")
def _rows_filtered(_hands: Hands, book: Book) -> None:
    for row in range(FIRST + 1, FIRST + 20):
        book.steps.row_dimensions[row].hidden = True


@case("rows grouped and folded away")
def _rows_grouped(_hands: Hands, book: Book) -> None:
    book.steps.row_dimensions.group(FIRST + 2, FIRST + 9, hidden=True)


@case("rows that nobody filled in were deleted", said="missing, nothing is deleted: UAT-003.01")
def _empty_rows_deleted(_hands: Hands, book: Book) -> None:
    book.steps.delete_rows(FIRST + 10, 5)


@case("a row that was filled in was deleted", (7, 0, 0, 0), "missing")
def _filled_row_deleted(_hands: Hands, book: Book) -> None:
    book.steps.delete_rows(FIRST)


@case("a filled row copied below as it is", said="twice with the same entries")
def _row_copied(_hands: Hands, book: Book) -> None:
    rows = book.rows()
    book.write_rows([*rows, rows[2]])


@case("a filled row copied and the copy changed", (6, 0, 0, 4), "different entries")
def _row_copied_and_changed(_hands: Hands, book: Book) -> None:
    rows = book.rows()
    other = [*rows[2]]
    other[book.columns["Outcome"] - 1] = "✔ Pass"
    book.write_rows([*rows, other])


@case("a row added by hand below the last one", (8, 0, 0, 2), "added by hand")
def _row_added(_hands: Hands, book: Book) -> None:
    last = len(book.rows())
    book.put(last, "Do", "Something that we tried, too")
    book.put(last, "Outcome", "✔ Pass")
    book.put(last, "Comment", "Not in the script")


@case("three rows inserted above the heading")
def _rows_above(_hands: Hands, book: Book) -> None:
    book.steps.insert_rows(1, 3)


@case("empty rows between the steps")
def _empty_rows(_hands: Hands, book: Book) -> None:
    book.steps.insert_rows(FIRST + 3, 2)


@case("the heading once more in the middle, for printing")
def _heading_repeated(_hands: Hands, book: Book) -> None:
    rows = book.rows()
    head = [cell.value for cell in book.steps[HEADER]]
    book.write_rows([*rows[:4], head, *rows[4:]])


@case("a line of totals below the table")
def _line_of_totals(_hands: Hands, book: Book) -> None:
    book.steps.cell(FIRST + 32, 14).value = "6 of 30 done"


# -- columns and headings -------------------------------------------------------------------------


@case("a column inserted at the left edge")
def _column_inserted(_hands: Hands, book: Book) -> None:
    book.steps.insert_cols(1)


@case("the columns Outcome and Comment exchanged with their headings", said="another order")
def _columns_exchanged(_hands: Hands, book: Book) -> None:
    first, second = book.columns["Outcome"], book.columns["Comment"]
    for row in range(HEADER, book.steps.max_row + 1):
        one, two = book.steps.cell(row, first), book.steps.cell(row, second)
        one.value, two.value = two.value, one.value


@case("the column Date deleted", said="“Date” is not there any more")
def _date_column_deleted(_hands: Hands, book: Book) -> None:
    book.steps.delete_cols(book.columns["Date"])


@case("the heading Outcome called Ergebnis", said="was changed to “Ergebnis”")
def _heading_renamed(_hands: Hands, book: Book) -> None:
    book.steps.cell(HEADER, book.columns["Outcome"]).value = "Ergebnis"


@case("the row of headings deleted", said="The headings of “Steps” are gone")
def _headings_deleted(_hands: Hands, book: Book) -> None:
    book.steps.delete_rows(HEADER)


@case("a second column Comment added at the right", said="stands there twice")
def _heading_twice(_hands: Hands, book: Book) -> None:
    book.steps.cell(HEADER, 13).value = "Comment"
    book.steps.cell(FIRST, 13).value = "mine"


@case("locked texts sorted without the other columns", (0, 0, 0, 8), "sorted without the others")
def _texts_sorted_apart(_hands: Hands, book: Book) -> None:
    texts = [row[1:6] for row in book.rows()][::-1]
    for place, row in enumerate(texts):
        for column, value in enumerate(row, 2):
            book.steps.cell(FIRST + place, column).value = value


@case("references and texts sorted, entries and hidden ids not", (0, 0, 0, 8), "two different rows")
def _references_sorted_apart(_hands: Hands, book: Book) -> None:
    texts = [row[:6] for row in book.rows()][::-1]
    for place, row in enumerate(texts):
        for column, value in enumerate(row, 1):
            book.steps.cell(FIRST + place, column).value = value


# -- references and marks -------------------------------------------------------------------------


@case("a reference overwritten", said="A reference was changed or emptied")
def _reference_overwritten(_hands: Hands, book: Book) -> None:
    book.put(2, "Step", "step three")


@case("a wrong check character, the hidden id still there")
def _check_character_wrong(_hands: Hands, book: Book) -> None:
    text = book.at(2, "Step").value
    book.put(2, "Step", text[:-1] + ("2" if text[-1] != "2" else "3"))


@case("a wrong check character and no hidden id", (6, 0, 0, 2), "not one that was given out")
def _check_character_wrong_and_no_id(_hands: Hands, book: Book) -> None:
    _check_character_wrong(_hands, book)
    book.put(2, "_id", None)


@case("the reference of one row typed over another", (6, 0, 0, 2), "two different rows")
def _reference_of_another_row(_hands: Hands, book: Book) -> None:
    book.put(2, "Step", book.at(9, "Step").value)


@case("reference and hidden id of a row emptied", (6, 0, 0, 2), "added by hand")
def _row_without_any_name(_hands: Hands, book: Book) -> None:
    book.put(2, "Step", None)
    book.put(2, "_id", None)


@case("the hidden column of ids deleted", said="The hidden ids of")
def _ids_deleted(_hands: Hands, book: Book) -> None:
    book.steps.delete_cols(book.columns["_id"])


@case("the hidden sheet deleted, as the Document Inspector does")
def _hidden_sheet_deleted(_hands: Hands, book: Book) -> None:
    book.book["_cd_meta"].sheet_state = "visible"
    del book.book["_cd_meta"]


@case("all properties and names stripped, as Google Sheets does")
def _google_sheets(_hands: Hands, book: Book) -> Path:
    book.book["_cd_meta"].sheet_state = "hidden"
    _unprotect(book)
    return rewrite(book.save(), _without_properties)


@case("properties, names, lists and the hiding of sheets stripped, as Numbers does")
def _numbers(_hands: Hands, book: Book) -> Path:
    for sheet in book.book.worksheets:
        sheet.sheet_state = "visible"
        sheet.data_validations.dataValidation.clear()
        sheet.conditional_formatting = type(sheet.conditional_formatting)()
    _unprotect(book)
    return rewrite(book.save(), _without_properties)


@case("every mark stripped: recognised by headings and references", said="recognised by its head")
def _every_mark_stripped(_hands: Hands, book: Book) -> Path:
    _ids_deleted(_hands, book)
    _hidden_sheet_deleted(_hands, book)
    return rewrite(book.save(), _without_properties)


@case("only the sheet of steps sent back, as a text file", said="recognised by its headings")
def _as_a_text_file(hands: Hands, book: Book) -> Path:
    path = hands.folder / "steps.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        head = [cell.value for cell in book.steps[HEADER]][:-1]
        csv.writer(file).writerows([head, *(row[:-1] for row in book.rows())])
    return path


@case("the sheet of steps renamed")
def _sheet_renamed(_hands: Hands, book: Book) -> None:
    book.steps.title = "Testfälle"


@case("all other sheets deleted")
def _other_sheets_deleted(_hands: Hands, book: Book) -> None:
    for name in book.book.sheetnames:
        if name not in ("Steps", "_cd_meta"):
            del book.book[name]


@case("the sheet of steps copied within the workbook")
def _sheet_copied(_hands: Hands, book: Book) -> None:
    book.book.copy_worksheet(book.steps)


def _unprotect(book: Book) -> None:
    book.book.security = None
    for sheet in book.book.worksheets:
        sheet.protection.sheet = False


def _without_properties(name: str, data: bytes) -> bytes | None:
    if name == "docProps/custom.xml":
        return None
    if name == "docProps/core.xml":
        return re.sub(rb"<dc:identifier[^>]*>.*?</dc:identifier>", b"", data)
    if name == "xl/workbook.xml":
        return re.sub(rb"<definedNames>.*?</definedNames>", b"", data)
    if name == "[Content_Types].xml":
        return re.sub(rb"<Override[^>]*custom-properties[^>]*/>", b"", data)
    if name == "_rels/.rels":
        return re.sub(rb"<Relationship [^>]*custom-properties[^>]*/>", b"", data)
    return data


# -- cells ----------------------------------------------------------------------------------------


@case("outcomes of two rows merged into one cell", (6, 0, 0, 2), "merged with other cells")
def _outcomes_merged(_hands: Hands, book: Book) -> None:
    column = get_column_letter(book.columns["Comment"])
    book.put(0, "Comment", "for both")
    book.steps.merge_cells(f"{column}{FIRST}:{column}{FIRST + 1}")
    column = get_column_letter(book.columns["Outcome"])
    book.steps.merge_cells(f"{column}{FIRST}:{column}{FIRST + 1}")


@case("a formula instead of an outcome", (7, 0, 0, 1), "holds a formula")
def _formula(_hands: Hands, book: Book) -> None:
    book.put(0, "Outcome", '=IF(TRUE,"Pass","Fail")')


@case("an error value instead of an outcome", (7, 0, 0, 1), "error value")
def _error_value(_hands: Hands, book: Book) -> None:
    book.put(0, "Outcome", "#REF!").data_type = "e"


@case("TRUE instead of an outcome", (7, 0, 0, 1), "a truth value is no outcome")
def _truth_value(_hands: Hands, book: Book) -> None:
    book.put(0, "Outcome", True)


@case("1 instead of an outcome", (7, 0, 0, 1), "is no outcome")
def _number_as_outcome(_hands: Hands, book: Book) -> None:
    book.put(0, "Outcome", 1)


@case("a number in the column of comments", (8, 0, 0, 1), "the number 123 where text belongs")
def _number_in_a_text(_hands: Hands, book: Book) -> None:
    book.put(0, "Comment", 123)


@case("a text that became a date", (8, 0, 0, 1), "the date 2026-03-05 where text belongs")
def _date_in_a_text(_hands: Hands, book: Book) -> None:
    book.put(0, "Comment", date(2026, 3, 5))


@case("a date", (9, 0, 0, 0))
def _date(_hands: Hands, book: Book) -> None:
    book.put(0, "Date", date(2026, 3, 5))


@case("a date with a time", (9, 0, 0, 0))
def _date_and_time(_hands: Hands, book: Book) -> None:
    book.put(0, "Date", datetime(2026, 3, 5, 0, 0))


@case("a date kept as text", (9, 0, 0, 0))
def _date_as_text(_hands: Hands, book: Book) -> None:
    book.put(0, "Date", "2026-03-05").number_format = "@"


@case("a date that can be read in two ways", (8, 0, 0, 1), "can be read in two ways")
def _date_of_two_meanings(_hands: Hands, book: Book) -> None:
    book.put(0, "Date", "05/03/2026").number_format = "@"


@case("a date that lost its format", (8, 0, 0, 1), "a number stands where a date belongs")
def _date_as_number(_hands: Hands, book: Book) -> None:
    book.put(0, "Date", 46086).number_format = "General"


@case("German words for the outcomes")
def _german(_hands: Hands, book: Book) -> None:
    _words(book, "bestanden", "fehlgeschlagen", "blockiert", "nicht anwendbar")


@case("Polish words for the outcomes")
def _polish(_hands: Hands, book: Book) -> None:
    _words(book, "zaliczony", "niezaliczony", "zablokowany", "nie dotyczy")


@case("Japanese words for the outcomes")
def _japanese(_hands: Hands, book: Book) -> None:
    _words(book, "合格", "不合格", "保留", "対象外")


@case("stable codes in capitals, with spaces around them")
def _codes(_hands: Hands, book: Book) -> None:
    _words(book, "  PASS ", "\u00a0FAIL", "Blocked  ", "NA")


def _words(book: Book, passed: str, failed: str, blocked: str, none: str) -> None:
    words = {0: passed, 1: passed, 2: failed, 5: passed, 6: blocked, 7: none}
    for row, word in words.items():
        book.put(row, "Outcome", word)


@case("letters that only look like Pass", (7, 0, 0, 1), "no word for an outcome")
def _look_alike(_hands: Hands, book: Book) -> None:
    book.put(0, "Outcome", "Раss")


@case("a sign alone that means different things to different people", (7, 0, 0, 1), "no word")
def _ambiguous_sign(_hands: Hands, book: Book) -> None:
    book.put(0, "Outcome", "○○")


@case("a comment in the column of outcomes", (7, 0, 0, 1), "no word for an outcome")
def _comment_as_outcome(_hands: Hands, book: Book) -> None:
    book.put(0, "Outcome", "took a while, but fine")


@case("the outcome in the column of comments", (7, 0, 0, 1), "stands in the wrong column")
def _outcome_as_comment(_hands: Hands, book: Book) -> None:
    book.put(0, "Outcome", None)
    book.put(0, "Comment", "Pass")


@case("words without an outcome", (8, 0, 0, 1), "the outcome of this step is empty")
def _words_without_outcome(_hands: Hands, book: Book) -> None:
    book.put(12, "What happened", "Could not find the button")


@case("an outcome that was there emptied", (8, 0, 0, 1), "never deleted")
def _outcome_emptied(_hands: Hands, book: Book) -> None:
    book.put(25, "Outcome", None)


@case("“Not run” chosen where nothing was run")
def _not_run(_hands: Hands, book: Book) -> None:
    book.put(12, "Outcome", "Not run")


@case("a pass with remarks: the words are kept as the comment")
def _pass_with_remarks(_hands: Hands, book: Book) -> None:
    book.put(0, "Outcome", "passed with remarks")


@case("line ends of three kinds and a stray _x000D_ in a text", (8, 0, 0, 0))
def _line_ends(_hands: Hands, book: Book) -> None:
    book.put(2, "What happened", "The list_x000D_\r\nstays\rempty")


@case("text that looks like a formula", (9, 0, 0, 0))
def _looks_like_a_formula(_hands: Hands, book: Book) -> None:
    book.put(0, "Comment", "+1 from all of us").quotePrefix = True


@case("a text of 32,767 letters", (9, 0, 0, 0))
def _longest_text(_hands: Hands, book: Book) -> None:
    book.put(0, "Comment", "x" * 32_767)


# -- the workspace went on ------------------------------------------------------------------------


def _another_result(hands: Hands) -> None:
    record(hands.desk, 1, 1, "fail", "Seen by Dana")


def _both_stand(hands: Hands, seen: Preview) -> None:
    assert outcome(hands.desk, 1, 1) == "disputed"
    (cell,) = seen.conflicts
    assert (cell.before, cell.now, cell.returned) == ("", "✖ Fail", "✔ Pass")


@case(
    "another result of the same step came meanwhile: both stand, as a dispute", (7, 0, 1, 0),
    before=_another_result, check=_both_stand,
)  # fmt: skip
def _result_meanwhile(_hands: Hands, _book: Book) -> None:
    pass


@case(
    "the same result came meanwhile", (7, 1, 0, 0),
    before=lambda hands: record(hands.desk, 1, 1, "pass"),
)  # fmt: skip
def _same_result_meanwhile(_hands: Hands, _book: Book) -> None:
    pass


@case(
    "results of other steps came meanwhile", before=lambda hands: record(hands.desk, 4, 1, "pass")
)
def _other_result_meanwhile(_hands: Hands, _book: Book) -> None:
    pass


def _withdrawn(hands: Hands) -> None:
    result = hands.desk.find(StepResult, outcome="fail")
    assert result is not None
    withdraw_result(hands.desk, result.id)


@case(
    "a result that the workbook shows was withdrawn meanwhile, and corrected in it", (8, 0, 1, 0),
    before=_withdrawn,
)  # fmt: skip
def _result_withdrawn_meanwhile(_hands: Hands, book: Book) -> None:
    book.put(26, "Outcome", "✔ Pass")


@case("a result that was there corrected", (9, 0, 0, 0))
def _result_corrected(hands: Hands, book: Book) -> None:
    book.put(26, "Outcome", "✔ Pass")


@case("an older export comes back after a newer one was taken in", (0, 7, 1, 0))
def _older_after_newer(hands: Hands, book: Book) -> None:
    newer = hands.open("newer.xlsx", hands.export("second.xlsx")).fill()
    newer.put(1, "Outcome", "✖ Fail")
    _, account = hands.receive(newer.save())
    assert account.taken == 8


@case("the same workbook a second time, saved again", (0, 8, 0, 0))
def _second_time(hands: Hands, book: Book) -> None:
    first = hands.open("first.xlsx").fill()
    assert hands.receive(first.save())[1].taken == 8


@case("a second return with one more step", (1, 8, 0, 0))
def _second_return(hands: Hands, book: Book) -> None:
    _second_time(hands, book)
    book.put(12, "Outcome", "✔ Pass")


@case("a second return that says something else than the first", (0, 7, 1, 0))
def _second_return_differs(hands: Hands, book: Book) -> None:
    _second_time(hands, book)
    book.put(0, "Outcome", "✖ Fail")


@case("a second return after somebody changed what the first one said", (0, 8, 0, 0))
def _second_return_after_a_change(hands: Hands, book: Book) -> None:
    _second_time(hands, book)
    record(hands.desk, 1, 1, "fail", "Seen again by Dana")


# -- the sign-off block ---------------------------------------------------------------------------


def _sign(book: Book, role: str, **cells: Any) -> None:
    sheet = book.book["Cover"]
    for row in sheet.iter_rows():
        if row[1].value and str(row[1].value).startswith(role):
            for name, value in cells.items():
                sheet.cell(row[1].row, {"name": 3, "decision": 4, "remark": 5, "signed": 6,
                                        "signature": 7}[name]).value = value  # fmt: skip


@case("signed by the supervisor", (11, 0, 0, 0))
def _signed(_hands: Hands, book: Book) -> None:
    _sign(book, "Supervisor", decision="✔ Accepted", signed=date(2026, 3, 6), signature="S. Lead")


@case("signed without a decision", (8, 0, 0, 1), "the line has no decision")
def _signed_without_decision(_hands: Hands, book: Book) -> None:
    _sign(book, "Supervisor", signature="S. Lead")


@case("signed by nobody", (8, 0, 0, 1), "the line has no name")
def _signed_by_nobody(_hands: Hands, book: Book) -> None:
    _sign(book, "Supervisor", decision="✔ Accepted", name=None)


# -- saved by other programs ----------------------------------------------------------------------


@case("saved again by LibreOffice as .xlsx")
def _libreoffice(_hands: Hands, book: Book) -> Path:
    return resave(book.save(), "xlsx:Calc MS Excel 2007 XML")


@case("saved by LibreOffice as .ods")
def _ods(_hands: Hands, book: Book) -> Path:
    return resave(book.save(), "ods")


@case("saved by LibreOffice as .ods and from there as .xlsx")
def _through_ods(_hands: Hands, book: Book) -> Path:
    return resave(book.save(), "ods", "xlsx:Calc MS Excel 2007 XML")


@case("saved by LibreOffice as old .xls and from there as .xlsx")
def _through_xls(_hands: Hands, book: Book) -> Path:
    return resave(book.save(), "xls", "xlsx:Calc MS Excel 2007 XML")


@case("sent back as old .xls")
def _old_xls(_hands: Hands, book: Book) -> Path:
    return resave(book.save(), "xls")


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
