"""A throw-away schema in two versions, and the step that leads from the first to the second."""

import sys
from pathlib import Path

from changedesk.store import fields as f
from changedesk.store.access import create_workspace, open_workspace
from changedesk.store.clock import system_clock
from changedesk.store.records import About, Record, Schema

STEP = """
def up(migrator, db):
    db.execute_sql("ALTER TABLE note ADD COLUMN body TEXT NOT NULL DEFAULT ''")
    db.execute_sql("ALTER TABLE note ADD COLUMN minutes INTEGER")
    db.execute_sql(
        "CREATE TABLE tag (id INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, "
        "note_id INTEGER NOT NULL, "
        "FOREIGN KEY (note_id) REFERENCES note (id) DEFERRABLE INITIALLY DEFERRED) STRICT"
    )
    db.execute_sql('CREATE INDEX "tag_note_id" ON "tag" ("note_id")')
"""


class NoteOne(Record):
    """A note, as the first version knew it."""

    about = About("note", "Note")
    title = f.text("Title", required=True)

    class Meta:
        table_name = "note"


class NoteTwo(Record):
    """The same note with more to say."""

    about = About("note", "Note")
    title = f.text("Title", required=True)
    body = f.long_text("Body")
    minutes = f.integer("Minutes")

    class Meta:
        table_name = "note"


class Tag(Record):
    """What the second version adds."""

    about = About("tag", "Tag", title_field="name")
    name = f.text("Name")
    note = f.reference("Note", NoteTwo, required=True)


OLD = Schema(types=(NoteOne,), version=1)
NEW = Schema(types=(NoteTwo, Tag), version=2)


def write_step(folder: Path, text: str = STEP, number: int = 2) -> Path:
    """Put a numbered step into a folder, and return the folder."""
    folder.mkdir(exist_ok=True)
    (folder / f"{number:04}_more_to_say.py").write_text(text, "utf-8")
    return folder


def old_file(path: Path, notes: int = 20) -> None:
    """Make a file of the first version, with history."""
    ws = create_workspace(path, OLD, actor="Amira")
    with ws.change("Notes") as change:
        keys = change.add_many(NoteOne, [{"title": f"Note {n}"} for n in range(notes)])
    with ws.change("Rename") as change:
        change.set_many(NoteOne, {keys[0]: {"title": "Renamed"}})
    ws.close()


if __name__ == "__main__":
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    open_workspace(
        sys.argv[1], NEW, actor="Amira", clock=system_clock, steps=Path(sys.argv[2])
    ).close()
