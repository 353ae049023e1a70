"""Taking in a returned workbook: one change, with an account in which no filled cell is missing."""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from changedesk.documents.records import Return
from changedesk.exchange.making import taking
from changedesk.overview.returns.model import Cell, Decision, Preview, Verdict, decided
from changedesk.overview.returns.previewing import value_mark
from changedesk.overview.returns.sign_off import write_signatures
from changedesk.overview.returns.tables import Author, DecidedRow, Written
from changedesk.overview.returns.whom import people_called
from changedesk.people.records import Person
from changedesk.store.change import Change
from changedesk.store.errors import UserError
from changedesk.store.replica import Origin, add_as
from changedesk.store.text import clean
from changedesk.store.workspace import Workspace

_DAY_MS = 24 * 60 * 60 * 1000


@dataclass(frozen=True)
class Account:
    """What became of a returned workbook: each cell that was filled in is counted exactly once.

    `key` is that of the Return record; None where nothing was written. `disputes` are the ids by
    which the workspace knows the conflicts that stay open, by the unit of their cells.
    """

    taken: int = 0
    same: int = 0
    conflicts: tuple[Cell, ...] = ()
    rejected: tuple[Cell, ...] = ()
    created: Mapping[str, int] = field(default_factory=dict)
    updated: Mapping[str, int] = field(default_factory=dict)
    returned_by: str = ""
    key: int | None = None
    disputes: Mapping[str, str] = field(default_factory=dict)

    @property
    def filled(self) -> int:
        """Return how many cells were filled in."""
        return self.taken + self.same + len(self.conflicts) + len(self.rejected)


@dataclass(frozen=True)
class _Sorted:
    """Each cell by what becomes of it, and the values that are to be written, by unit."""

    taken: list[Cell]
    conflicts: list[Cell]
    rejected: list[Cell]
    same: list[Cell]
    values: dict[str, dict[str, str]]
    decisions: dict[str, Decision]


def take(
    workspace: Workspace,
    preview: Preview,
    decisions: Mapping[str, Decision] | None = None,
    answers: Mapping[str, str] | None = None,
    *,
    returned_by: str = "",
    only_try: bool = False,
    initiator: object = None,
) -> Account:
    """Take in a returned workbook as one undoable change and return the account.

    `decisions` name units of the preview, `answers` give a rejected cell, by its key, the value
    (a code) that it should have had. Without them what is proposed is done. Raises UserError when
    the workspace was changed since the preview was made.
    """
    if preview.again:
        return Account()
    name = " ".join(clean(returned_by or preview.returned_by).split())
    found = _sorted(preview, decisions or {}, answers or {})
    written = Written()
    key: int | None = None
    label = f"Take in {preview.path.name}"
    with taking(workspace, label, only_try=only_try, initiator=initiator) as change:
        if workspace.head() != preview.state:
            raise UserError(
                f"The workspace was changed since {preview.path.name} was compared with it: look "
                "at it again, then take it in."
            )
        author = _author(workspace, change, preview, name, written)
        _write_rows(change, preview, found, author, written)
        signed = write_signatures(
            preview.context, change, preview.block, found.decisions, preview.document
        )
        written.add("signature", signed)
        key = _keep(change, preview, found, name)
        written.add("return", 1)
    return Account(
        len(found.taken),
        len(found.same),
        tuple(found.conflicts),
        tuple(found.rejected),
        written.created,
        written.updated,
        name,
        None if only_try else key,
        {} if only_try or not found.conflicts else _disputes(workspace, written),
    )


def _disputes(workspace: Workspace, written: Written) -> dict[str, str]:
    ids = {said.key: one.id for one in workspace.conflicts() for said in one.values if said.key}
    return {unit: ids[key] for unit, key in written.events.items() if key in ids}


def _sorted(
    preview: Preview, decisions: Mapping[str, Decision], answers: Mapping[str, str]
) -> _Sorted:
    chosen = decided(preview.cells, decisions)
    found = _Sorted([], [], [], [], defaultdict(dict), chosen)
    answered = {cell.unit for cell in preview.cells if cell.key in answers}
    for cell in preview.cells:
        value = answers.get(cell.key)
        if cell.verdict is Verdict.SAME:
            found.same.append(cell)
        elif cell.verdict is Verdict.REJECTED:
            # What waited for an answer to its neighbour goes along with it.
            along = value is None and cell.unit in answered and cell.value and not cell.suggested
            if value is None and not along:
                found.rejected.append(cell)
                continue
            found.taken.append(cell)
            found.values[cell.unit][cell.column] = cell.value if value is None else value
            chosen[cell.unit] = "take"
        elif cell.verdict is Verdict.CONFLICT:
            found.conflicts.append(cell)
            if chosen[cell.unit] != "keep":
                found.values[cell.unit][cell.column] = cell.value
        elif chosen[cell.unit] == "keep":
            found.rejected.append(cell)
        else:
            found.taken.append(cell)
            found.values[cell.unit][cell.column] = cell.value
    return found


def _author(
    workspace: Workspace, change: Change, preview: Preview, name: str, written: Written
) -> Author:
    found = people_called(workspace, [name])[name] if name else []
    # Who only had the workbook in hand is not made a person of this workspace: who fills in is.
    only_saved = name == preview.context.file.saved_by
    events = not only_saved and any(
        view.table.whole_rows and any(c.verdict is not Verdict.SAME for c in view.cells)
        for view in preview.views
    )
    saved = preview.context.file.saved_ms
    sensible = saved is not None and 0 < saved <= change.now_ms + _DAY_MS
    at_ms = saved if sensible and saved is not None else change.now_ms
    identity = preview.context.file.identity
    export = identity.export_id if identity else ""
    origin = Origin(f"{export}:{preview.digest}", name, at_ms, "Fill in a workbook")
    person = found[0] if len(found) == 1 else None
    if not found and name and events:
        (person,) = add_as(workspace, change, origin, Person, [{"name": name}])
        written.add("person", 1)
    return Author(name, person, at_ms, origin)


def _write_rows(
    change: Change, preview: Preview, found: _Sorted, author: Author, written: Written
) -> None:
    for view in preview.views:
        rows: dict[str, DecidedRow] = {}
        for cell in view.cells:
            values = found.values.get(cell.unit, {})
            if cell.column not in values:
                continue
            group = cell.row or cell.unit
            manner: Decision = (
                found.decisions[cell.unit] if cell.verdict is Verdict.CONFLICT else "take"
            )
            tester = preview.testers.get(cell.row)
            row = rows.setdefault(group, DecidedRow(cell.row, {}, manner, {}, tester))
            row.values[cell.column] = values[cell.column]
            if cell.note:
                row.notes[cell.column] = cell.note
        if not rows:
            continue
        done = view.table.write(preview.context, change, view.state, [*rows.values()], author)
        for name, n in done.created.items():
            written.add(name, n)
        for name, n in done.updated.items():
            written.alter(name, n)
        written.events.update(done.events)


def _keep(change: Change, preview: Preview, found: _Sorted, name: str) -> int:
    content = change.content(preview.path.read_bytes())
    if content != preview.digest:
        raise UserError(f"{preview.path.name} was changed since it was read: look at it again.")
    record = Return(
        project=preview.project,
        document=preview.document,
        file_name=preview.path.name,
        returned_by=name,
        received=change.now_ms,
        taken=len(found.taken),
        conflicts=len(found.conflicts),
        rejected=len(found.rejected),
        content=content,
        account=_account_text(preview, found),
    )
    return int(change.add(record).id)


def _account_text(preview: Preview, found: _Sorted) -> str:
    """Return the account as it is kept: what was looked at in words, what was taken as marks."""
    counts = Counter(cell.verdict.value for cell in preview.cells)
    facts: dict[str, Any] = {
        "counts": dict(counts),
        "conflicts": [_facts(cell, found.decisions[cell.unit]) for cell in found.conflicts],
        "rejected": [_facts(cell, "keep") for cell in found.rejected],
        "notes": [f"{note.where}: {note.why}" for note in preview.notes],
        "warnings": list(preview.warnings),
        "said": {
            cell.key: value_mark(cell.value)
            for group in (found.taken, found.conflicts, found.same)
            for cell in group
        },
    }
    return json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _facts(cell: Cell, decision: Decision) -> dict[str, str]:
    return {
        "key": cell.key, "where": cell.where, "record": cell.record, "field": cell.field,
        "before": cell.before, "now": cell.now, "returned": cell.returned, "why": cell.why,
        "decision": decision,
    }  # fmt: skip
