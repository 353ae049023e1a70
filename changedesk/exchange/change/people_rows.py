"""Tables with a person in each row: their headings, and what a row says of its person."""

from collections.abc import Iterator

from changedesk.exchange.change.gathering import Values, kept_values, titled
from changedesk.exchange.change.tables import ChangeTable, TableRow, field_of
from changedesk.exchange.change.words import ATTENDANCE
from changedesk.exchange.sheets import SheetData

_OF_PEOPLE = frozenset({"person", "first", "last", "mail", "staff_id", "group", "site", "role"})
_NAMING = frozenset({"person", "last", "mail", "staff_id"})
_HEADING_ROWS = 15


def tables_of_people(sheet: SheetData) -> Iterator[ChangeTable]:
    """Yield the table below each row that may be a heading of people, with their columns alone."""
    for index, row in enumerate(sheet.rows[:_HEADING_ROWS]):
        headings = tuple(text.strip() for text in row)
        fields = {i: field_of(ATTENDANCE, text) for i, text in enumerate(headings) if text}
        people = {i: name for i, name in fields.items() if name in _OF_PEOPLE}
        if _NAMING & set(people.values()):
            yield ChangeTable(sheet, ATTENDANCE, index, index, headings, people, 0.0)


def other_columns(table: ChangeTable) -> list[int]:
    """Return the columns with a heading that say nothing of the people."""
    return [i for i, text in enumerate(table.headings) if text and i not in table.fields]


def name_in(row: TableRow) -> str:
    """Return a person's name as one says it: first name first, also out of "Last, First"."""
    first, last = row.text("first"), row.text("last")
    if last:
        return titled(f"{first} {last}")
    name = titled(row.text("person") or first)
    family, comma, given = name.partition(", ")
    return f"{given} {family}" if comma and given and "," not in given else name


def person_in(row: TableRow) -> str:
    """Return a person's name; where none stands, the address, or the staff number."""
    return name_in(row) or row.text("mail") or row.text("staff_id")


def facts_in(row: TableRow) -> Values:
    """Return what is kept of a person besides the name."""
    return kept_values(
        email=row.text("mail"), staff_id=row.text("staff_id"), site=titled(row.text("site")),
        role=titled(row.text("role")),
    )  # fmt: skip


def group_in(row: TableRow) -> tuple[str, ...]:
    """Return the first group of a person, or nothing."""
    return tuple(titled(text) for _, text in row.all("group"))[:1]
