"""Reads the lists of choices of an XLSForm."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from changedesk.exchange.sheets import SheetData
from changedesk.exchange.xlsform.columns import (
    CHOICE_COLUMNS,
    Column,
    columns_of,
    is_media,
    shown,
)
from changedesk.exchange.xlsform.form import Choice, Refused


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists by name, the languages of their labels, and what was not taken."""

    lists: Mapping[str, tuple[Choice, ...]] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    refused: tuple[Refused, ...] = ()


def lists_of(file: str, sheet: SheetData | None, *, twice: bool) -> Lists:
    """Return the lists of a sheet; `twice` lets a list hold the same choice several times.

    Raises UserError where two columns are the same.
    """
    filled = [] if sheet is None else [n for n, row in enumerate(sheet.rows) if any(row)]
    if sheet is None or not filled:
        return Lists()
    columns = columns_of(file, sheet, filled[0])
    lists: dict[str, list[Choice]] = {}
    refused = []
    for place in filled[1:]:
        pairs = [
            (column, text.strip())
            for column, text in zip(columns, sheet.rows[place], strict=False)
            if column.base
        ]
        facts = {c.base: text for c, text in pairs if not c.language}
        list_name, name = facts.get("list_name", ""), facts.get("name", facts.get("value", ""))
        same = any(one.name == name for one in lists.get(list_name, ()))
        if why := _why_not(list_name, name, same=same and not twice):
            refused.append(Refused(sheet.name, place + 1, f"“{shown(name)}”", why))
            continue
        lists.setdefault(list_name, []).append(Choice(name, _labels(pairs), _further(pairs)))
    pictured = [one for one in columns if is_media(one)]
    refused += [
        Refused(sheet.name, filled[0] + 1, f"the column “{shown(one.written)}”",
                "pictures and sounds are not taken")
        for one in pictured
    ]  # fmt: skip
    languages = dict.fromkeys(one.language for one in columns if one.language)
    return Lists({n: tuple(one) for n, one in lists.items()}, tuple(languages), tuple(refused))


def _why_not(list_name: str, name: str, *, same: bool) -> str:
    if not list_name:
        return "it names no list"
    if not name:
        return "it has no name"
    if len(name.split()) > 1:
        return "a name of a choice holds no space"
    return "the list has a choice of that name already" if same else ""


def _labels(pairs: list[tuple[Column, str]]) -> dict[str, str]:
    return {column.language: text for column, text in pairs if column.base == "label" and text}


def _further(pairs: list[tuple[Column, str]]) -> dict[str, str]:
    known = (*CHOICE_COLUMNS, "value")
    return {c.written: t for c, t in pairs if t and c.base not in known and not is_media(c)}
