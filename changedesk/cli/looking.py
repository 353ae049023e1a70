"""Commands that only look: what is in a workspace, and what happened in it."""

from typing import Annotated, Any

import typer

from changedesk.cli.arguments import Address, AsJson, opened
from changedesk.cli.belonging import records_called, with_belongings
from changedesk.cli.counting import count_rows, shown_counts
from changedesk.cli.history_words import Teller
from changedesk.cli.output import moment, plain, report, table
from changedesk.people.queries import projects
from changedesk.store.clock import local_moment
from changedesk.store.errors import UserError
from changedesk.store.history import HistoryLine
from changedesk.store.workspace import Workspace


def info(address: Address, as_json: AsJson = False) -> None:
    """Show projects, counts, size and last backup of a workspace."""
    with opened(address) as workspace:
        facts = _info(workspace)
    lines = [
        *(f"{project['code']}  {project['name']}" for project in facts["projects"]),
        *table(count_rows(facts["counts"])),
        f"Schema {facts['schema']}, {facts['journal']:,} operations, {facts['bytes']:,} bytes",
        f"Last backup: {facts['last_backup'] or 'none yet'}",
    ]
    if facts["read_only"]:
        lines.append(facts["read_only"])
    report(as_json, facts, lines)


def _info(workspace: Workspace) -> dict[str, Any]:
    with workspace.snapshot():
        backups = workspace.backups()
        return {
            "schema": workspace.schema.version,
            "projects": [{"code": row.code, "name": row.name} for row in projects(workspace)],
            "counts": shown_counts(workspace),
            "journal": workspace.journal_length(),
            "bytes": _bytes(workspace),
            "last_backup": moment(backups[0].made_ms) if backups else None,
            "read_only": workspace.read_only,
        }


def _bytes(workspace: Workspace) -> int:
    if workspace.path is not None:
        return workspace.path.stat().st_size
    with workspace.connected() as sql:
        return int(sql.value("SELECT pg_database_size(current_database())"))


def show_history(
    address: Address,
    record: Annotated[
        str,
        typer.Option(
            "--record",
            metavar="CODE",
            help="Only what happened to this record and what is its own.",
        ),
    ] = "",
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="How many lines.")] = 50,
    as_json: AsJson = False,
) -> None:
    """Show what was changed, newest first: by whom, when, from what to what.

    A record brings all that belongs to it, and is found when it was withdrawn, too.
    """
    with opened(address) as workspace:
        if record:
            found = workspace.record_history(_keys(workspace, record), limit)
            teller = Teller(workspace, found)
            facts = [_line_facts(teller, line) for line in found]
            lines = [teller.line(line) for line in found]
        else:
            changes = workspace.changes(limit)
            facts = [
                {
                    "when": moment(one.when_ms), "who": one.who, "label": one.label,
                    "operations": one.operations, "undo": one.undo,
                }
                for one in changes
            ]  # fmt: skip
            lines = [
                f"{local_moment(one.when_ms)}  {plain(one.who)}  "
                f"{'Undone: ' if one.undo else ''}{plain(one.label)} ({one.operations:,})"
                for one in changes
            ]
    report(as_json, {"history": facts}, lines or ["Nothing has happened yet."])


def _keys(workspace: Workspace, code: str) -> list[int]:
    keys = records_called(workspace, code)
    if not keys:
        raise UserError(f"There is and was no record {code} in this workspace.")
    return with_belongings(workspace, keys)


def _line_facts(teller: Teller, line: HistoryLine) -> dict[str, Any]:
    return {
        "when": moment(line.when_ms), "who": line.who, "label": line.label,
        "type": line.type_name, "record": line.record, "what": line.what,
        "field": line.field, "old": line.old, "new": line.new,
        "name": teller.name(line), "told": teller.told(line),
    }  # fmt: skip
