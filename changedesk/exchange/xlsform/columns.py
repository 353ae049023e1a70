"""The words of XLSForms: which types and columns are known, and why others are not taken."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NoReturn

from changedesk.exchange.sheets import SheetData
from changedesk.store.errors import UserError
from changedesk.store.text import on_one_line, shortened

SELECTS = ("select_one", "select_multiple", "rank")
KINDS = (
    "text", "integer", "decimal", "range", *SELECTS, "note", "date", "time", "dateTime",
    "calculate", "hidden", "acknowledge",
)  # fmt: skip
TAG = "changedesk_"
"""What the names of our own columns begin with."""

TRANSLATED = ("label", "hint", "constraint_message")
SURVEY_COLUMNS = (
    "type", "name", *TRANSLATED, "required", "relevant", "constraint", "default", "appearance",
    "choice_filter", "calculation", "parameters",
)  # fmt: skip
CHOICE_COLUMNS = ("list_name", "name", "label")
SETTINGS = ("form_title", "form_id", "version", "default_language", "allow_choice_duplicates")

_ALIASES: Mapping[str, str] = {
    "caption": "label",
    "relevance": "relevant",
    "calculate": "calculation",
    "constraining_message": "constraint_message",
    "listname": "list_name",
    "id_string": "form_id",
    "title": "form_title",
    "set_form_title": "form_title",
    "set_form_id": "form_id",
    "set_default_language": "default_language",
}
_MEDIA = ("image", "big-image", "audio", "video", "media", "autoplay")
_FOLDED_KINDS = {kind.lower(): kind for kind in KINDS} | {
    "string": "text",
    "int": "integer",
    "trigger": "acknowledge",
}
_SELECT = re.compile(
    r"(?P<kind>select[ _]one|select1|select[ _]multiple|select all that apply|rank)"
    r"(?: from)? (?P<list>\S+)(?P<other> or[ _](?:specify[ _])?other)?",
    re.IGNORECASE,
)
_NO_PLACE = "it asks for a place on a map"
_NO_FILE = "it asks for a picture, a recording or a file"
_NO_TRACE = "it records the device or the person behind the answers"
_ELSEWHERE = "its choices lie in another file"
_WHY_NOT: Mapping[str, str] = {
    **dict.fromkeys(
        ("geopoint", "geotrace", "geoshape", "start-geopoint", "gps", "location"), _NO_PLACE
    ),
    **dict.fromkeys(
        ("image", "photo", "audio", "video", "file", "background-audio", "osm"), _NO_FILE
    ),
    **dict.fromkeys(
        ("start", "end", "today", "deviceid", "subscriberid", "simserial", "phonenumber", "audit",
         "username", "email"), _NO_TRACE,
    ),
    **dict.fromkeys(("csv-external", "xml-external"), _ELSEWHERE),
    "barcode": "it asks for a barcode",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet: what it is, folded; in which language; and as it was written."""

    base: str
    language: str
    written: str


def column_of(heading: str) -> Column:
    """Return what a heading means; `label::English (en)` is the label in that language."""
    written = on_one_line(heading).strip()
    base, mark, language = written.partition("::")
    folded = folded_heading(base)
    if not mark and ":" in written:
        before, _, after = written.partition(":")
        if folded_heading(before) in TRANSLATED:
            folded, language = folded_heading(before), after
    if language and folded not in TRANSLATED:
        return Column(written.lower(), "", written)
    return Column(folded, language.strip(), written)


def folded_heading(text: str) -> str:
    """Return a heading in small letters, spaces as _, older names as today's."""
    folded = "_".join(text.lower().split())
    return _ALIASES.get(folded, folded)


def is_media(column: Column) -> bool:
    """Tell a column of pictures or sounds."""
    return column.base.split(":")[0] in _MEDIA


def columns_of(file: str, sheet: SheetData, row: int) -> list[Column]:
    """Return the columns of a heading row; raises UserError where two are the same."""
    columns = [column_of(text) for text in sheet.rows[row]]
    seen: set[tuple[str, str]] = set()
    for column in columns:
        same = (column.base, column.language.casefold())
        if column.base and same in seen:
            refuse(
                file, sheet.name, row + 1, f"two columns are called “{column.written}”",
                "take one of them away or rename it",
            )  # fmt: skip
        seen.add(same)
    return columns


def refuse(file: str, sheet: str, row: int, why: str, remedy: str) -> NoReturn:
    """Refuse a whole form, with the place and what to do."""
    raise UserError(f"{file} was not read: on sheet {sheet}, row {row}, {why}; {remedy}.")


def kind_of(text: str) -> tuple[str, str, bool] | None:
    """Return the kind, the list and whether “other” is offered; None for what is not taken."""
    folded = " ".join(text.split())
    if folded.lower() in _FOLDED_KINDS and folded.lower() not in SELECTS:
        return _FOLDED_KINDS[folded.lower()], "", False
    found = _SELECT.fullmatch(folded)
    if found is None:
        return None
    kind = found["kind"].lower().replace(" ", "_")
    kind = {"select1": "select_one", "select_all_that_apply": "select_multiple"}.get(kind, kind)
    return kind, found["list"], found["other"] is not None


def why_not(text: str) -> str:
    """Return why a type is not taken, in words that follow “because”."""
    folded = "_".join(text.lower().split())
    if "_from_file" in folded or "external" in folded:
        return _ELSEWHERE
    if folded.startswith("uri:"):
        return _NO_TRACE
    if folded in SELECTS or folded.startswith("select"):
        return f"“{shown(text)}” does not say which list its choices are from"
    return _WHY_NOT.get(folded, f"“{shown(text)}” is no type that is known here")


def shown(text: str) -> str:
    """Return a text from the form for a sentence."""
    return shortened(on_one_line(text), 40)
