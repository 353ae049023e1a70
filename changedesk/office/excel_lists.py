"""Drop-downs, entry checks, hints and the conditional formats that repeat a mark's colour."""

from typing import Literal

from openpyxl import Workbook as Book
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Border, Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from changedesk.office import palette
from changedesk.office.cells import put_text
from changedesk.office.excel_styles import HAIR, LINE, cell_at
from changedesk.office.layout import Choice, Column, Labels
from changedesk.office.read_xlsx import LISTS_SHEET

_LONGEST_INLINE = 250  # Excel allows 255 characters for the whole list
_LONGEST_HINT = 250
_LONGEST_HINT_TITLE = 32
_EARLIEST = "36526"  # 2000-01-01: an earlier date in these sheets is a slip of the keyboard
_MOST = "999999999"
# LibreOffice takes a rule's borders for all of the cell's: the column's own must be said again.
_GROUP_BORDER = Border(top=LINE, bottom=HAIR)
_GROUP_BORDER_TO_FILL = Border(top=LINE, bottom=HAIR, left=HAIR, right=HAIR)
_LATEST = "73050"  # 2099-12-31


class Lists:
    """Hands out list sources: inline while short, from a hidden sheet when long."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._columns: dict[tuple[str, ...], str] = {}

    def source(self, texts: tuple[str, ...]) -> str:
        """Return the formula that names `texts` for a list validation."""
        inline = ",".join(texts)
        if len(inline) <= _LONGEST_INLINE and not any("," in t or '"' in t for t in texts):
            return f'"{inline}"'
        if texts not in self._columns:
            self._columns[texts] = self._write(texts)
        return self._columns[texts]

    def _write(self, texts: tuple[str, ...]) -> str:
        if LISTS_SHEET not in self._book.sheetnames:
            self._book.create_sheet(LISTS_SHEET).sheet_state = "veryHidden"
        sheet = self._book[LISTS_SHEET]
        index = len(self._columns) + 1
        for row, text in enumerate(texts, 1):
            put_text(cell_at(sheet, row, index), text)
        letter = cell_at(sheet, 1, index).column_letter
        return f"{LISTS_SHEET}!${letter}$1:${letter}${len(texts)}"


def check_entry(sheet: Worksheet, column: Column, cells: str, lists: Lists, labels: Labels) -> None:
    """Let the fillable `cells` of `column` take only what fits, and show its help there."""
    rule = _rule(column, lists, labels)
    if rule is None:
        return
    if column.help:
        rule.showInputMessage = True
        rule.promptTitle = column.title[:_LONGEST_HINT_TITLE]
        rule.prompt = column.help[:_LONGEST_HINT]
    rule.add(cells)
    sheet.add_data_validation(rule)


def _rule(column: Column, lists: Lists, labels: Labels) -> DataValidation | None:
    if column.kind == "choice" and column.choices:
        source = lists.source(tuple(choice.text for choice in column.choices))
        rule = DataValidation("list", formula1=source)
        return _strict(rule, column, labels.pick)
    if column.kind in ("date", "datetime"):
        return _strict(_between("date", _EARLIEST, _LATEST), column, labels.pick_date)
    if column.kind == "integer":
        return _strict(_between("whole", f"-{_MOST}", _MOST), column, labels.whole)
    if column.kind in ("decimal", "percent"):
        return _strict(_between("decimal", f"-{_MOST}", _MOST), column, labels.number)
    return DataValidation(allow_blank=True) if column.help else None


def _between(kind: Literal["date", "whole", "decimal"], least: str, most: str) -> DataValidation:
    return DataValidation(kind, operator="between", formula1=least, formula2=most)


def _strict(rule: DataValidation, column: Column, error: str) -> DataValidation:
    rule.allow_blank = rule.showErrorMessage = True
    rule.errorTitle = column.title[:_LONGEST_HINT_TITLE]
    rule.error = error
    return rule


def tint_choices(
    sheet: Worksheet, column: Column, first: str, cells: str, group_starts: str = ""
) -> None:
    """Colour `cells` by the glyph that they begin with; `first` is their top left cell.

    The rule looks at the glyph, so it holds for the words of any language. Where `group_starts`
    holds, a line is drawn too: LibreOffice applies one rule per cell, so one rule does both.
    """
    for choice in column.choices:
        if choice.shade is None:
            continue
        tint = palette.TINTS[choice.shade]
        begins = _begins(choice, first)
        for formula, line in ((f"AND({begins},{group_starts})", True), (begins, False)):
            if line and not group_starts:
                continue
            style = DifferentialStyle(
                font=Font(color=tint.ink, bold=choice.shade != "quiet"),
                fill=PatternFill(bgColor=tint.fill),
                border=_group_border(column) if line else None,
            )
            rule = Rule("expression", dxf=style, formula=[formula], stopIfTrue=True)
            sheet.conditional_formatting.add(cells, rule)


def _begins(choice: Choice, first: str) -> str:
    glyph, space, _ = choice.text.partition(" ")
    known = choice.glyph or choice.code in palette.MARKS
    start = glyph + space if known and space else choice.text
    quoted = start.replace('"', '""')
    return f'LEFT({first},{len(start)})="{quoted}"'


def group_starts(letter: str, first_row: int) -> str:
    """Return the formula that is true where the value in column `letter` begins anew."""
    return f"${letter}{first_row}<>${letter}{first_row - 1}"


def _group_border(column: Column) -> Border:
    return _GROUP_BORDER_TO_FILL if column.fillable else _GROUP_BORDER


def draw_groups(
    sheet: Worksheet, column: Column, formula: str, cells: str, *, is_the_group: bool
) -> None:
    """Draw a line above each row of `cells` for which `formula` holds; soften repeated names.

    As a conditional format it stays right when the table is sorted.
    """
    rules = sheet.conditional_formatting
    style = DifferentialStyle(border=_group_border(column))
    rules.add(cells, Rule("expression", dxf=style, formula=[formula]))
    if is_the_group:
        soft = DifferentialStyle(font=Font(color=palette.INK_SOFT, bold=False))
        rules.add(cells, Rule("expression", dxf=soft, formula=[f"NOT({formula})"]))
