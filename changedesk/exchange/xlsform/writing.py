"""Writes a form as the workbook that programs for XLSForms read."""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from changedesk.exchange.xlsform.columns import SELECTS, TAG
from changedesk.exchange.xlsform.form import FormDraft, FormGroup, FormItem, FormQuestion, Texts
from changedesk.office.cells import put_text
from changedesk.store.errors import UserError

Row = dict[str, str]
_FIRST = ("type", "name")
_WIDTHS = {"type": 26, "name": 22, "label": 50, "hint": 30, "relevant": 30, "list_name": 18}


def write_xlsform(form: FormDraft) -> bytes:
    """Return the workbook; read back, it means the same.

    Raises UserError for a text that no cell can hold.
    """
    book = openpyxl.Workbook()
    survey = book.active
    assert isinstance(survey, Worksheet)
    survey.title = "survey"
    rows = list(_rows(form.items))
    _fill(survey, (*_FIRST, *_labels("label", form, rows)), rows)
    choices = list(_choices(form))
    headings = ("list_name", "name", *_labels("label", form, choices))
    _fill(book.create_sheet("choices"), headings, choices)
    _fill(book.create_sheet("settings"), ("form_title", "form_id"), [_settings(form)])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _labels(base: str, form: FormDraft, rows: Iterable[Row]) -> list[str]:
    """Return the columns of a text: one for each language, so that all of them are known."""
    plain = not form.languages or any(base in row for row in rows)
    return [*([base] if plain else ()), *(f"{base}::{one}" for one in form.languages)]


def _fill(sheet: Worksheet, headings: Sequence[str], rows: Iterable[Row]) -> None:
    rows = list(rows)
    columns = list(dict.fromkeys((*headings, *(name for row in rows for name in row))))
    for number, row in enumerate([{name: name for name in columns}, *rows], 1):
        for place, name in enumerate(columns, 1):
            if text := row.get(name, ""):
                cell = sheet.cell(number, place)
                assert isinstance(cell, Cell)
                if put_text(cell, text):
                    raise UserError(
                        f"The form was not written: a text in its column {name} is longer than a "
                        "cell of a workbook holds; shorten it."
                    )
                if number == 1:
                    cell.font = Font(bold=True)
    for place, name in enumerate(columns, 1):
        width = _WIDTHS.get(name.split("::")[0], 16)
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = "A2"


def _rows(items: Iterable[FormItem]) -> Iterator[Row]:
    for item in items:
        if isinstance(item, FormQuestion):
            yield _question(item)
            continue
        facts = {"relevant": item.relevant, "appearance": item.appearance}
        yield {"type": "begin_group", "name": item.name, **_filled(facts), **_group_texts(item)}
        yield from _rows(item.items)
        yield {"type": "end_group", "name": item.name}


def _group_texts(group: FormGroup) -> Row:
    return {**_texts("label", group.labels), **_texts("hint", group.hints)}


def _question(one: FormQuestion) -> Row:
    kind = f"{one.kind} {one.list_name}" if one.kind in SELECTS else one.kind
    facts = {
        "required": one.required,
        "relevant": one.relevant,
        "constraint": one.constraint,
        "default": one.default,
        "appearance": one.appearance,
        "choice_filter": one.choice_filter,
        "calculation": one.calculation,
        "parameters": one.parameters,
    }
    return {
        "type": f"{kind} or_other" if one.or_other else kind,
        "name": one.name,
        **_texts("label", one.labels),
        **_texts("hint", one.hints),
        **_filled(facts),
        **_texts("constraint_message", one.constraint_messages),
        **{f"{TAG}{name}": text for name, text in one.tags.items()},
    }


def _choices(form: FormDraft) -> Iterator[Row]:
    for name, choices in form.lists.items():
        for one in choices:
            labels = _texts("label", one.labels)
            yield {"list_name": name, "name": one.name, **labels, **one.further}


def _settings(form: FormDraft) -> Row:
    facts = {
        "form_title": form.title,
        "form_id": form.form_id,
        "version": form.version,
        "default_language": form.default_language,
        "allow_choice_duplicates": "yes" if form.same_choice_twice else "",
    }
    return _filled(facts)


def _texts(base: str, texts: Texts) -> Row:
    return {(f"{base}::{language}" if language else base): t for language, t in texts.items()}


def _filled(facts: Mapping[str, str]) -> Row:
    return {name: text for name, text in facts.items() if text}
