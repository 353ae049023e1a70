"""Commands that read other people's files and make documents."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from changedesk.cli.arguments import (
    Address,
    AsJson,
    CycleCode,
    ProjectCode,
    chosen_project,
    opened,
)
from changedesk.cli.output import NEEDS_A_PERSON, ProgressLine, plain, report, table, tell
from changedesk.cli.persons import person_named
from changedesk.store.errors import UserError
from changedesk.store.workspace import Workspace

if TYPE_CHECKING:
    from changedesk.cli.account import FileAccount

LANGUAGES = ("en",)
"""The languages that documents are made in."""


def import_files(  # noqa: PLR0913 - each is an option of the contract
    address: Address,
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="What is to be read.")],
    kind: Annotated[
        str,
        typer.Option(
            "--as",
            metavar="KIND",
            help="What they hold: scripts, results, requirements, traceability, defects, "
            "stakeholders, impacts, communications, training, attendance, roster, survey, "
            "responses, readings or people.",
        ),
    ] = "",
    project: ProjectCode = "",
    sheet: Annotated[str, typer.Option(metavar="NAME", help="Only this sheet.")] = "",
    columns: Annotated[
        list[str] | None,
        typer.Option("--map", metavar='"Column=field"', help="What a column means."),
    ] = None,
    cycle: Annotated[str, typer.Option("--cycle", metavar="CODE", help="Where results go.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what it would do.")] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Take nothing if any row is rejected.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Read files made by other tools; each file is one change."""
    from changedesk.cli.account import FileAccount, refused, short_names, together, words_of
    from changedesk.cli.importing import Reading, read_all

    reading = Reading(kind.lower(), sheet, _mapping(columns or []), cycle)
    with opened(address, to_write=not dry_run) as workspace:
        where = chosen_project(workspace, project)
        readings = read_all(workspace, where.id, files, reading)
        accounts = [
            one if isinstance(one, FileAccount) else refused(file, name, one)
            for file, name, one in zip(files, short_names(files), readings, strict=True)
        ]
        if not any(one.take for one in accounts):
            raise UserError(" ".join(one.rejected[0]["why"] for one in accounts))
        lost = sum(len(one.rejected) for one in accounts)
        held_back = strict and lost > 0
        if not held_back:
            _take(workspace, accounts, only_try=dry_run)
    report(as_json, together(accounts), words_of(accounts, dry_run=dry_run, held_back=held_back))
    if held_back:
        raise UserError(f"Nothing was taken: {_first_of(accounts, lost)}, and --strict was given.")
    if lost:
        raise typer.Exit(NEEDS_A_PERSON)


def _take(workspace: Workspace, accounts: Sequence["FileAccount"], *, only_try: bool) -> None:
    if not only_try:
        _back_up(workspace)
    for one in accounts:
        if one.take is not None:
            one.taken = one.take(only_try)


def _first_of(accounts: Sequence["FileAccount"], lost: int) -> str:
    one = next(one for one in accounts if one.rejected)
    first = one.rejected[0]["where"]
    where = first if first == one.file.name else f"{one.file.name}, {first}"
    return f"{where} is rejected" + (f", and {lost - 1:,} more" if lost > 1 else "")


def _mapping(columns: list[str]) -> dict[str, str]:
    mapping: dict[str, str] = {}
    for one in columns:
        heading, sign, field = one.rpartition("=")
        if not sign or not heading.strip() or not field.strip():
            raise UserError(f'--map {one} was not understood: write it as "Column=field".')
        mapping[heading.strip()] = field.strip()
    return mapping


def _back_up(workspace: Workspace) -> None:
    # An import can be undone; the backup is for what is noticed much later.
    if workspace.path is not None and workspace.journal_length():
        workspace.backup(None, ProgressLine("Backup before the import"))


def export_document(  # noqa: PLR0913 - each is an option of the contract
    address: Address,
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="See: changedesk documents")],
    file: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Where to: a file or a folder."),
    ] = None,
    project: ProjectCode = "",
    cycle: CycleCode = "",
    tester: Annotated[str, typer.Option(metavar="NAME", help="Only this tester's part.")] = "",
    thumbnails: Annotated[
        bool, typer.Option("--thumbnails", help="Certificate: with small pictures of the evidence.")
    ] = False,
    wave: Annotated[
        str, typer.Option("--wave", metavar="CODE", help="Surveys: which wave it is about.")
    ] = "",
    group: Annotated[
        str, typer.Option("--group", metavar="NAME", help="Survey form: for this group alone.")
    ] = "",
    language: Annotated[
        str, typer.Option("--lang", metavar="CODE", help="The language of its words: en.")
    ] = "en",
    as_json: AsJson = False,
) -> None:
    """Make one document."""
    from changedesk.overview.documents import Wanted, document_called, export

    chosen = document_called(document)
    if language.casefold() not in LANGUAGES:
        raise UserError(f"Documents are made in {', '.join(LANGUAGES)}, not in {language}.")
    if file is not None:
        _refuse_stream(file)
    with opened(address) as workspace:
        where = chosen_project(workspace, project)
        person = person_named(workspace, tester) if tester else None
        wanted = Wanted(where, cycle, person, thumbnails, wave, group)
        written = export(workspace, chosen, wanted, file, ProgressLine("Writing"))
    for warning in written.warnings:
        tell(warning)
    facts: dict[str, Any] = {
        "file": str(written.path), "document": chosen.name, "seal": written.seal,
        "rows": written.rows, "content": written.content_hash,
        "warnings": list(written.warnings),
    }  # fmt: skip
    sealed = f"sealed {written.seal}, " if written.seal else ""
    report(as_json, facts, [f"{written.path}  ({sealed}{written.rows:,} rows)"])


def _refuse_stream(file: Path) -> None:
    # A sealed document is written whole beside its place and then renamed: no stream takes that.
    if str(file) == "-":
        raise UserError("A document is written to a file, not to standard output: name one.")
    if file.exists() and not file.is_file() and not file.is_dir():
        raise UserError(f"{file} is a device, not a file: name a file or a folder instead.")


def list_documents(as_json: AsJson = False) -> None:
    """List the documents that can be made."""
    from changedesk.overview.documents import DOCUMENTS

    facts = [
        {"name": one.name, "title": one.title, "formats": list(one.formats)} for one in DOCUMENTS
    ]
    lines = table([(one.name, ", ".join(one.formats), plain(one.title)) for one in DOCUMENTS])
    report(as_json, {"documents": facts}, lines)
