"""Reads an XLSForm into a draft; what is not taken is told with its sheet and row."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from changedesk.exchange.reader import read_file
from changedesk.exchange.sheets import ForeignFile, SheetData
from changedesk.exchange.xlsform.choices import lists_of
from changedesk.exchange.xlsform.columns import (
    SELECTS,
    SETTINGS,
    SURVEY_COLUMNS,
    TAG,
    TRANSLATED,
    Column,
    column_of,
    columns_of,
    is_media,
    kind_of,
    refuse,
    shown,
    why_not,
)
from changedesk.exchange.xlsform.form import (
    Choice,
    FormDraft,
    FormGroup,
    FormItem,
    FormQuestion,
    Refused,
)
from changedesk.store.errors import UserError

_NAME = re.compile(r"[^\W\d][\w.-]*")
# What the specification of XLSForm allows, and nothing else.
_YES = ("yes", "true", "true()", "1")
_NO = ("", "no", "false", "false()", "0")
_DEEPEST = 20
_EXPRESSIONS = ("relevant", "constraint", "calculation", "choice_filter", "default", "required")
_BORDER = re.compile(r"(begin|end)[ _]+(\w+)", re.IGNORECASE)


def read_xlsform(path: Path) -> FormDraft:
    """Read a workbook as a form; raises UserError in a sentence for what is none."""
    return form_of(read_file(Path(path)))


def is_xlsform(file: ForeignFile) -> bool:
    """Tell a workbook that defines a form: a sheet “survey” with the columns type and name."""
    sheet = _sheet(file, "survey")
    if sheet is None:
        return False
    start = _heading_row(sheet)
    if start is None:
        return False
    return {"type", "name"} <= {column_of(text).base for text in sheet.rows[start]}


def form_of(file: ForeignFile) -> FormDraft:
    """Return the form that a workbook holds; raises UserError where it holds none, or half a one.

    Two columns of one name, and groups that do not open and close in pairs, refuse the whole.
    """
    name = file.path.name
    survey = _sheet(file, "survey")
    if survey is None or not is_xlsform(file):
        raise UserError(
            f"{name} was not read, because it is no XLSForm: that has a sheet “survey” with the "
            "columns type and name."
        )
    settings = _settings(name, _sheet(file, "settings"))
    twice = settings.get("allow_choice_duplicates", "").lower() in _YES
    choices = lists_of(name, _sheet(file, "choices"), twice=twice)
    rows = _Rows(name, survey, choices.lists)
    items = rows.read()
    languages = dict.fromkeys((*_languages(rows.columns), *choices.languages))
    return FormDraft(
        settings.get("form_title", ""), settings.get("form_id", ""), settings.get("version", ""),
        settings.get("default_language", ""), tuple(languages), items, choices.lists, twice,
        (*rows.refused, *choices.refused),
    )  # fmt: skip


def _sheet(file: ForeignFile, name: str) -> SheetData | None:
    return next((one for one in file.sheets if one.name.strip().lower() == name), None)


def _heading_row(sheet: SheetData) -> int | None:
    return next((place for place, row in enumerate(sheet.rows) if any(map(str.strip, row))), None)


def _settings(file: str, sheet: SheetData | None) -> dict[str, str]:
    start = None if sheet is None else _heading_row(sheet)
    if sheet is None or start is None:
        return {}
    columns = columns_of(file, sheet, start)
    values = sheet.rows[start + 1] if len(sheet.rows) > start + 1 else ()
    pairs = zip(columns, values, strict=False)
    return {column.base: text.strip() for column, text in pairs if column.base in SETTINGS}


def _languages(columns: Sequence[Column]) -> Iterator[str]:
    return (one.language for one in columns if one.language and one.base in TRANSLATED)


@dataclass(slots=True)
class _Open:
    """A group that has begun; one that is refused takes all its rows with it."""

    word: str
    row: int
    group: FormGroup | None
    items: list[FormItem] = field(default_factory=list)


class _Rows:
    """Goes through the rows of the sheet “survey” once."""

    def __init__(
        self, file: str, sheet: SheetData, lists: Mapping[str, tuple[Choice, ...]]
    ) -> None:
        self._file, self._sheet, self._lists = file, sheet, lists
        self._start = _heading_row(sheet) or 0
        self.columns = columns_of(file, sheet, self._start)
        self.refused: list[Refused] = []
        self._open: list[_Open] = [_Open("", 0, None)]
        self._names: dict[str, int] = {}

    def read(self) -> tuple[FormItem, ...]:
        for place, row in enumerate(self._sheet.rows[self._start + 1 :], self._start + 2):
            self._take(_Cells(self.columns, row), place)
        if len(self._open) > 1:
            last = self._open[-1]
            refuse(self._file, self._sheet.name, last.row, f"a {last.word} begins that never ends",
                   f"add a row “end {last.word}”")  # fmt: skip
        self._tell_columns()
        return tuple(self._open[0].items)

    def _take(self, cells: "_Cells", row: int) -> None:
        kind = cells["type"]
        if border := _BORDER.fullmatch(kind):
            self._border(border[1].lower(), border[2].lower(), cells, row)
        elif kind.startswith("#") or cells.blank or self._inside_refused:
            return
        elif not kind:
            self._refuse(row, cells.what, "it has no type")
        elif cells["disabled"].lower() in _YES:
            self._refuse(row, cells.what, "it is switched off in the form")
        else:
            self._question(kind, cells, row)

    @property
    def _inside_refused(self) -> bool:
        return any(one.group is None for one in self._open[1:])

    def _border(self, side: str, word: str, cells: "_Cells", row: int) -> None:
        if side == "begin":
            self._begin(word, cells, row)
            return
        last = self._open[-1]
        if len(self._open) == 1 or last.word != word:
            refuse(self._file, self._sheet.name, row, f"a {word} ends that did not begin",
                   f"take the row away or add “begin {word}” above it")  # fmt: skip
        self._open.pop()
        if last.group is not None:
            self._open[-1].items.append(replace(last.group, items=tuple(last.items)))

    def _begin(self, word: str, cells: "_Cells", row: int) -> None:
        if len(self._open) > _DEEPEST:
            why = f"groups are nested more than {_DEEPEST} deep"
            refuse(self._file, self._sheet.name, row, why, "make them flatter")
        group = self._group(cells, row) if word == "group" else None
        if group is None and not self._inside_refused:
            repeat = "repeated questions have no place in a survey"
            why = repeat if word == "repeat" else f"“{word}” is not known here"
            self._refuse(row, f"the {word} “{shown(cells['name'])}” with all in it", why)
        self._open.append(_Open(word, row, group))

    def _group(self, cells: "_Cells", row: int) -> FormGroup:
        return FormGroup(
            cells["name"], cells.texts("label"), cells.texts("hint"), cells["relevant"],
            cells["appearance"], row=row,
        )  # fmt: skip

    def _question(self, text: str, cells: "_Cells", row: int) -> None:
        name, found = cells["name"], kind_of(text)
        why = ""
        if found is None:
            why = why_not(text)
        elif not _NAME.fullmatch(name):
            why = f"“{shown(name)}” cannot be a name" if name else "it has no name"
        elif name in self._names:
            why = f"row {self._names[name]} has that name already"
        elif found[0] in SELECTS and found[1] not in self._lists:
            why = f"there is no list “{shown(found[1])}” on the sheet choices"
        elif any("pulldata(" in cells[one].replace(" ", "").lower() for one in _EXPRESSIONS):
            why = "it looks something up in another file with pulldata()"
        if why or found is None:
            self._refuse(row, cells.what, why)
            return
        self._names[name] = row
        self._open[-1].items.append(_question(found, cells, row))

    def _refuse(self, row: int, what: str, why: str) -> None:
        self.refused.append(Refused(self._sheet.name, row, what, why))

    def _tell_columns(self) -> None:
        """Tell of filled columns that mean nothing here."""
        known = (*SURVEY_COLUMNS, "disabled", "")
        for place, column in enumerate(self.columns):
            if column.base in known or column.base.startswith(TAG):
                continue
            rows = self._sheet.rows[self._start + 1 :]
            filled = sum(len(row) > place and bool(row[place].strip()) for row in rows)
            if filled:
                why = "pictures and sounds are not taken" if is_media(column) else "it is not known"
                what = f"the column “{shown(column.written)}” ({filled} filled)"
                self._refuse(self._start + 1, what, why)


def _question(found: tuple[str, str, bool], cells: "_Cells", row: int) -> FormQuestion:
    required = cells["required"]
    if required.lower() in (*_YES, *_NO):
        required = "yes" if required.lower() in _YES else ""
    return FormQuestion(
        *(found[0], cells["name"]), cells.texts("label"), cells.texts("hint"), found[1], found[2],
        required, cells["relevant"], cells["constraint"], cells.texts("constraint_message"),
        cells["default"], cells["appearance"], cells["choice_filter"], cells["calculation"],
        cells["parameters"], cells.tags(), row,
    )  # fmt: skip


class _Cells:
    """The cells of one row by what their column means."""

    def __init__(self, columns: Sequence[Column], row: Sequence[str]) -> None:
        self._cells = [
            (column, text.strip())
            for column, text in zip(columns, row, strict=False)
            if column.base
        ]

    def __getitem__(self, base: str) -> str:
        return next((t for c, t in self._cells if c.base == base and not c.language), "")

    @property
    def blank(self) -> bool:
        return not any(text for _, text in self._cells)

    @property
    def what(self) -> str:
        """Return what the row is called in a sentence."""
        name = self["name"] or next(iter(self.texts("label").values()), "")
        return f"“{shown(name)}”" if name else "a row"

    def texts(self, base: str) -> dict[str, str]:
        return {c.language: text for c, text in self._cells if c.base == base and text}

    def tags(self) -> dict[str, str]:
        return {
            c.base.removeprefix(TAG): text
            for c, text in self._cells
            if c.base.startswith(TAG) and text
        }
