"""What a person said that columns are: checked against the headings and fields that there are."""

from collections.abc import Mapping, Sequence

from changedesk.exchange.change.tables import ChangeTable
from changedesk.exchange.headings import normal
from changedesk.store.errors import UserError

IGNORE = "ignore"
_CALLED = {"level": "severity"}
_UNSETTLED = {"impact", "from", "till", "affected", "unit", "risk", "script", "champions"}


def in_own_words(mapping: Mapping[str, str]) -> dict[str, str]:
    """Return fields by heading as the reader calls them: “severity” is its “level”."""
    own = {word: name for name, word in _CALLED.items()}
    return {heading: own.get(name, name) for heading, name in mapping.items()}


def check_chosen(file: str, mapping: Mapping[str, str], tables: Sequence[ChangeTable]) -> None:
    """Raise UserError for a heading that no table has, and for a field that its table lacks."""
    there = [one for table in tables for one in table.headings if one.strip()]
    for heading, name in mapping.items():
        owners = [table for table in tables if normal(heading) in map(normal, table.headings)]
        if tables and not owners:
            listed = ", ".join(dict.fromkeys(" ".join(one.split()) for one in there))
            raise UserError(f"{file} has no column “{heading}”; it has {listed}.")
        for table in owners:
            fields = _fields(table)
            if name not in {*fields, IGNORE}:
                listed = ", ".join(_CALLED.get(one, one) for one in fields)
                raise UserError(
                    f"There is no field “{name}”; the fields are {listed} and {IGNORE}."
                )


def _fields(table: ChangeTable) -> list[str]:
    names = [name for name, _ in table.words.fields]
    return [one for one in names if table.words.sort != "impact" or one not in _UNSETTLED]
