"""What is done to the cells, by other programs, and what went on meanwhile in the workspace."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl.utils import get_column_letter

from changedesk.overview.returns import Preview
from changedesk.uat.capture import withdraw_result
from changedesk.uat.records import StepResult
from tests.overview.returns.books import (
    FIRST,
    Book,
    Hands,
    outcome,
    record,
    resave,
)
from tests.overview.returns.cases import case

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
    # Saved within the same second it would be the very same file.
    book.book.properties.description = "Saved again"


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
