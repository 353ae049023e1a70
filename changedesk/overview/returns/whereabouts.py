"""Whose a returned workbook is: by the marks of its export, else by headings and references."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from changedesk.documents.actions import vector_of
from changedesk.documents.records import Document
from changedesk.exchange.returns.file import ReturnedFile
from changedesk.exchange.returns.tables import cell, find_table, folded
from changedesk.office.identity import ID_COLUMN
from changedesk.office.references import bare_reference
from changedesk.overview.returns.attendance import AttendanceTable
from changedesk.overview.returns.catalogue import RETURNABLE
from changedesk.overview.returns.locked import read_exported
from changedesk.overview.returns.tables import Context
from changedesk.people.records import Project
from changedesk.store.errors import UserError
from changedesk.store.heads import id_map
from changedesk.store.past import Vector, seen_at
from changedesk.store.workspace import Workspace
from changedesk.uat.lines import run_heads
from changedesk.uat.records import Cycle

_LISTS = ("training-workbook", "attendance-sheet")


@dataclass(frozen=True)
class Whereabouts:
    """Where a returned workbook belongs, how that is known, and what should be said of it."""

    context: Context
    document: Any
    known_by: str
    warnings: tuple[str, ...] = ()


def whereabouts(workspace: Workspace, file: ReturnedFile) -> Whereabouts:
    """Find out whose the file is; raises UserError, in a sentence, where it is not of here."""
    return _marked(workspace, file) if file.identity else _stripped(workspace, file)


# -- by the marks ---------------------------------------------------------------------------------


def _marked(workspace: Workspace, file: ReturnedFile) -> Whereabouts:
    identity, name = file.identity, file.path.name
    assert identity is not None
    if identity.workspace_uid != workspace.uid:
        raise UserError(
            f"{name} was exported from another workspace: open that one to take it in, or import "
            "the file here as you would any other."
        )
    if identity.kind not in RETURNABLE:
        raise UserError(
            f"{name} is a {identity.kind}, which is not one that is filled in and sent back."
        )
    subject = identity.subject.partition(":")[2]
    project = _project_of(workspace, subject)
    if project is None:
        raise UserError(
            f"{name} is about a project or cycle that is not in this workspace (any more): "
            "undo what removed it, or take the file in where it was exported."
        )
    document = workspace.find(Document, export_id=identity.export_id)
    warnings = []
    if document is not None:
        seen: Vector = vector_of(document.seen)
    else:
        moment = int(identity.created.timestamp() * 1000)
        with workspace.connected() as sql:
            seen = seen_at(sql, moment)
        warnings.append(
            "This workspace does not remember that it exported the file: it was compared with "
            f"what was known here on {_day(identity.created)}."
        )
    context = Context(
        workspace, project, identity.kind, document.id if document else None, seen, subject,
        document.made_for if document else "", file,
    )  # fmt: skip
    return Whereabouts(context, document, ", ".join(file.carriers), tuple(warnings))


def _project_of(workspace: Workspace, subject: str) -> int | None:
    try:
        uid = bytes.fromhex(subject)
    except ValueError:
        return None
    with workspace.connected() as sql:
        key = id_map(sql, [uid]).get(uid)
    if key is None:
        return None
    cycle = workspace.find(Cycle, id=key)
    if cycle is not None:
        return int(cycle.project_id)
    project = workspace.find(Project, id=key)
    return None if project is None else int(project.id)


def _day(moment: datetime) -> str:
    return f"{moment.astimezone():%Y-%m-%d at %H:%M}"


# -- by headings and references -------------------------------------------------------------------


def _stripped(workspace: Workspace, file: ReturnedFile) -> Whereabouts:
    kinds = [
        kind
        for kind, tables in RETURNABLE.items()
        if any(find_table(file, table.expected) for table in tables)
    ]
    if not kinds:
        raise UserError(
            f"{file.path.name} bears no mark of ChangeDesk and has none of its tables: import it "
            "as you would any other file."
        )
    texts = set(_texts(file))
    project, subject, about = (
        _cycle(workspace, file, texts)
        if kinds[0] == "uat-workbook"
        else _project(workspace, file, texts)
    )
    query = Document.select().where(
        Document.project == project,
        Document.name.in_(kinds),
        Document.expected == True,  # noqa: E712
    )
    made = [row for row in workspace.rows(query) if not row.subject or row.subject == about]
    fitting = made if len(made) == 1 else [row for row in made if row.name == kinds[0]]
    document = fitting[0] if len(fitting) == 1 else None
    others: list[Any] = []
    if len(made) > 1 and kinds[0] in _LISTS and not _has_ids(file):
        document, *others = _exports_of_list(workspace, made, file)
    kind = kinds[0] if document is None else document.name
    if len(made) == 1 or not _has_ids(file):
        file = _with_ids(workspace, document, file)
    told = (
        f"compared with the export {document.code} of {document.file_name}"
        if document is not None
        else "it is not known from which export it comes, so what is there already is never "
        "replaced by itself"
    )
    if others:
        codes = " or ".join(one.code for one in (document, *others))
        told = f"it can be {codes}, so what was recorded between these is never replaced by itself"
    warning = (
        "The marks of the export were stripped from this file. It was recognised by its headings "
        f"and references as {kind} of {about}; {told}."
    )
    context = Context(
        workspace, project, kind, document.id if document is not None else None,
        vector_of(document.seen) if document is not None else None, subject,
        document.made_for if document is not None else "", file,
        tuple(vector_of(one.seen) for one in others),
    )  # fmt: skip
    return Whereabouts(context, document, "headings and references", (warning,))


def _with_ids(workspace: Workspace, document: Any, file: ReturnedFile) -> ReturnedFile:
    """Return the file with the references that its export gave out, where that is known and kept.

    The place in a list of attendance is no name of its own: only the one export that it can come
    from says whose it was.
    """
    if document is None or file.meta.ids or document.name not in _LISTS or not document.content:
        return file
    made = read_exported(workspace.content(document.content), marks=True)
    return replace(file, meta=replace(file.meta, ids=made.meta.ids)) if made else file


def _has_ids(file: ReturnedFile) -> bool:
    found = find_table(file, AttendanceTable().expected)
    return found is not None and ID_COLUMN in found.places


def _exports_of_list(workspace: Workspace, made: Sequence[Any], file: ReturnedFile) -> list[Any]:
    """Return the exports that a list of attendance can be, the oldest first, by who stands where.

    Raises UserError where several exports of other people, or none, say the same of its rows: a
    place in a list is no name of its own.
    """
    rows, places = _list_rows(file), _list_places(file)
    found = []
    for document in [one for one in made if one.name in _LISTS and one.content]:
        told = read_exported(workspace.content(document.content), marks=True)
        if told is not None and rows <= _list_rows(told):
            ids = {
                place: one
                for (table, reference), one in told.meta.ids.items()
                if table == "attendance" and (place := bare_reference(reference)) in places
            }
            found.append((document, ids))
    if found and all(ids == found[0][1] for _, ids in found):
        return sorted((one for one, _ in found), key=lambda one: sum(vector_of(one.seen).values()))
    codes = " or ".join(sorted(document.code for document, _ in found))
    of = f": it fits {codes}" if codes else ""
    raise UserError(
        f"{file.path.name} does not say any more from which export it comes{of}, and its rows do "
        "not tell whose they are without that. Ask for the file as it was sent."
    )


def _list_places(file: ReturnedFile) -> set[str | None]:
    """Return the places in the list that the file has a row of, whatever else the row says."""
    found = find_table(file, AttendanceTable().expected)
    if found is None:
        return set()
    place = found.places.get("ref")
    rows = found.sheet.rows[found.first - 1 :]
    return {bare_reference(str(cell(row, place))) for row in rows} - {None}


def _list_rows(file: ReturnedFile) -> set[tuple[str, ...]]:
    found = find_table(file, AttendanceTable().expected)
    if found is None:
        return set()
    places = [found.places.get(key) for key in ("ref", "session", "person")]
    rows = {
        tuple(folded(cell(row, place)) for place in places)
        for row in found.sheet.rows[found.first - 1 :]
    }
    return {row for row in rows if all(row)}


def _texts(file: ReturnedFile) -> Iterator[str]:
    for sheet in file.sheets:
        for row in sheet.rows[:60]:
            yield from (folded(value) for value in row if isinstance(value, str) and value)


def _project(workspace: Workspace, file: ReturnedFile, texts: set[str]) -> tuple[int, str, str]:
    projects = workspace.rows(Project.select())
    named = [one for one in projects if folded(f"{one.code} {one.name}") in texts]
    found = named or projects
    if len(found) != 1:
        raise UserError(
            f"{file.path.name} does not say any more of which project it is: ask for the file as "
            "it was sent."
        )
    return int(found[0].id), workspace.uid_of(found[0].id), found[0].code


def _cycle(workspace: Workspace, file: ReturnedFile, texts: set[str]) -> tuple[int, str, str]:
    table = next(
        found
        for one in RETURNABLE["uat-workbook"]
        if (found := find_table(file, one.expected)) is not None
    )
    told = {
        bare_reference(str(cell(row, table.places.get("ref")))) or ""
        for row in table.sheet.rows[table.first - 1 :]
    } - {""}
    fits: dict[Any, int] = {}
    for cycle in workspace.rows(Cycle.select()):
        with workspace.connected() as sql:
            known = {head.reference.upper() for head in run_heads(sql, cycle.id).values()}
        hits = sum(
            reference.rpartition(".")[0] in known or reference in known for reference in told
        )
        if hits:
            fits[cycle] = hits
    named = [one for one in fits if folded(f"{one.code} {one.title}") in texts]
    best = named or [one for one, hits in fits.items() if hits == max(fits.values())]
    if len(best) != 1:
        codes = " and ".join(sorted(one.code for one in best))
        raise UserError(
            f"{file.path.name} does not say any more of which cycle it is"
            + (f": it fits {codes}" if best else "")
            + ". Ask for the file as it was sent."
        )
    cycle = best[0]
    return int(cycle.project), workspace.uid_of(cycle.id), cycle.code
