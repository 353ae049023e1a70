"""What is done to rows, columns, references and marks."""

import csv
import re
from pathlib import Path

from tests.overview.returns.books import (
    FIRST,
    HEADER,
    Book,
    Hands,
    rewrite,
)
from tests.overview.returns.cases import case

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
