"""Looking through a backup instead of the workspace itself, so that nobody who works waits."""

from pathlib import Path

from changedesk.store.engine import Sql, sqlite_database, told_plainly
from changedesk.store.findings import Finding
from changedesk.store.integrity import verify
from changedesk.store.records import Schema


def findings_in(copy: Path, schema: Schema) -> list[Finding]:
    """Return every breach of an invariant in a backup; it is only read.

    What is sound there is sound in the workspace it was made from, at the time of the backup.
    """
    database = sqlite_database(copy, read_only=True)
    with told_plainly(), database.connection_context():
        return verify(Sql(database), schema)
