"""Which columns a table of records begins with, until its user has chosen others."""

from ui.desk_context import DeskContext
from ui.records.table import RecordTable


def hide_at_first(context: DeskContext, table: RecordTable, *names: str) -> None:
    """Hide columns, unless the user has arranged the columns of this type already."""
    if not context.settings.blob(f"columns/{table.records.spec.type_name}").isEmpty():
        return
    for column, field in enumerate(table.records.fields):
        if field.name in names:
            table.setColumnHidden(column, True)
