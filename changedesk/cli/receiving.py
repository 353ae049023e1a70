"""The command that takes back workbooks that were exported and filled in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from changedesk.cli.account import short_names
from changedesk.cli.arguments import Address, AsJson, opened
from changedesk.cli.counting import counted
from changedesk.cli.output import NEEDS_A_PERSON, ProgressLine, one_line, plain, report
from changedesk.cli.receiving_forms import (
    forms_facts,
    forms_need_a_person,
    forms_words,
    is_form,
    receive_forms,
)
from changedesk.store.errors import ChangeDeskError, UserError
from changedesk.store.workspace import Workspace

if TYPE_CHECKING:
    from changedesk.overview.returns import Account, Cell, Preview


@dataclass(frozen=True)
class _Received:
    """One file: what it was seen as and what became of it, or why it was refused."""

    name: str
    preview: "Preview | None" = None
    account: "Account | None" = None
    refusal: str = ""


def receive(
    address: Address,
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="What came back.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what it would do.")] = False,
    as_json: AsJson = False,
) -> None:
    """Take back workbooks that were exported and filled in; each file is one change."""
    forms = [file for file in files if is_form(file)]
    books = [file for file in files if file not in forms]
    with opened(address, to_write=not dry_run) as workspace:
        found: list[_Received] = []
        for file, name in zip(books, short_names(books), strict=True):
            first = not any(one.account and one.account.key for one in found)
            found.append(_received(workspace, file, name, only_try=dry_run, back_up=first))
        answers = receive_forms(workspace, forms, only_try=dry_run) if forms else None
    if all(one.refusal for one in found) and not (answers and (answers.taken or answers.known)):
        refusals = [one.refusal for one in found]
        refusals += [f"{name}: {why}" for name, why in answers.refused] if answers else []
        raise UserError(" ".join(refusals))
    each = [_facts(one) for one in found] + ([forms_facts(answers)] if answers else [])
    names = [one.name for one in found] + (["survey forms"] if answers else [])
    lines = [*_words(found, dry_run=dry_run)]
    lines += forms_words(answers, dry_run=dry_run) if answers else ()
    report(as_json, _together(names, each), lines)
    if any(_needs_a_person(one) for one in found) or (answers and forms_need_a_person(answers)):
        raise typer.Exit(NEEDS_A_PERSON)


def _received(
    workspace: Workspace, file: Path, name: str, *, only_try: bool, back_up: bool
) -> _Received:
    from changedesk.overview.returns import preview, take

    try:
        seen = preview(workspace, file, ProgressLine("Comparing"))
        if back_up and not only_try and not seen.again and workspace.path is not None:
            # A return can be undone; the backup is for what is noticed much later.
            workspace.backup(None, ProgressLine("Backup before taking in"))
        return _Received(name, seen, take(workspace, seen, only_try=only_try))
    except ChangeDeskError as problem:
        why = str(problem)
        return _Received(name, refusal=why if file.name in why else f"{name}: {why}")


def _needs_a_person(one: _Received) -> bool:
    unread = one.preview is not None and any(note.unread for note in one.preview.notes)
    return bool(one.refusal or unread) or bool(
        one.account and (one.account.conflicts or one.account.rejected)
    )


def _facts(one: _Received) -> dict[str, Any]:
    """Return the account of a file by the keys of the contract."""
    if one.preview is None or one.account is None:
        return {
            "kind": "", "created": {}, "updated": {}, "unchanged": 0, "skipped": [],
            "rejected": [{"where": one.name, "why": one.refusal}], "conflicts": [],
            "warnings": [], "taken": 0, "filled": 0, "returned_by": "", "document": "",
        }  # fmt: skip
    seen, account = one.preview, one.account
    return {
        "kind": seen.kind,
        "created": dict(account.created),
        "updated": dict(account.updated),
        "unchanged": account.same,
        "skipped": [{"where": note.where, "why": note.why} for note in seen.notes],
        "rejected": [_rejected(cell) for cell in account.rejected],
        "conflicts": [_conflict(cell, account) for cell in account.conflicts],
        "warnings": [*seen.warnings, *([seen.again] if seen.again else [])],
        "taken": account.taken,
        "filled": account.filled,
        "returned_by": account.returned_by,
        "document": seen.document_name,
    }


def _rejected(cell: "Cell") -> dict[str, Any]:
    facts = {"where": cell.where, "why": cell.why, "record": cell.record, "value": cell.returned}
    return facts | ({"suggestion": cell.suggestion} if cell.suggestion else {})


def _conflict(cell: "Cell", account: "Account") -> dict[str, Any]:
    """Return a conflict; its id is what `conflicts` knows it by, empty where nothing stays open."""
    return {
        "id": account.disputes.get(cell.unit, ""), "record": cell.record, "field": cell.field,
        "mine": cell.now, "theirs": cell.returned, "exported": cell.before, "where": cell.where,
        "kept": "both" if cell.decision == "both" else "mine",
    }  # fmt: skip


def _together(names: Sequence[str], each: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return one account; of several files the sum, with the files one by one beside it."""
    if len(each) == 1:
        return each[0]
    kinds = {facts["kind"] for facts in each} - {""}
    whole: dict[str, Any] = {"kind": kinds.pop() if len(kinds) == 1 else "several"}
    for key in ("created", "updated"):
        whole[key] = {}
        for facts in each:
            for name, n in facts[key].items():
                whole[key][name] = whole[key].get(name, 0) + n
    for key in ("unchanged", "taken", "filled"):
        whole[key] = sum(facts[key] for facts in each)
    for key in ("skipped", "rejected", "conflicts"):
        whole[key] = [
            note
            if note["where"].startswith(name)
            else {**note, "where": f"{name}, {note['where']}"}
            for name, facts in zip(names, each, strict=True)
            for note in facts[key]
        ]
    whole["warnings"] = [warning for facts in each for warning in facts["warnings"]]
    pairs = zip(names, each, strict=True)
    whole["files"] = [{"file": name, **facts} for name, facts in pairs]
    return whole


def _words(found: Sequence[_Received], *, dry_run: bool) -> Iterator[str]:
    for one in found:
        if one.preview is None or one.account is None:
            yield f"{one_line(one.name)}: not read"
            yield f"  {one_line(one.refusal)}"
            continue
        yield from _words_of(one.name, one.preview, one.account, dry_run=dry_run)


def _words_of(name: str, seen: "Preview", account: "Account", *, dry_run: bool) -> Iterator[str]:
    by = f", returned by {account.returned_by}" if account.returned_by else ""
    of = f" ({seen.document_name})" if seen.document_name else ""
    yield one_line(f"{name}: {seen.kind}{of}{by}")
    if seen.again:
        yield f"  {seen.again}"
        return
    yield (
        f"  {account.filled:,} cells were filled in: {account.taken:,} taken, {account.same:,} the "
        f"same here, {len(account.conflicts):,} conflicts, {len(account.rejected):,} rejected"
    )
    made = ", ".join(counted(account.created))
    if made:
        yield f"  {'would make' if dry_run else 'made'} {made}"
    for warning in seen.warnings:
        yield f"  note: {one_line(warning)}"
    for note in seen.notes:
        yield f"  note: {one_line(note.where)}: {one_line(note.why)}"
    for cell in account.conflicts:
        kept = "both stay, as a dispute" if cell.decision == "both" else "what is here stays"
        kept += f" ({dispute})" if (dispute := account.disputes.get(cell.unit)) else ""
        yield (
            f"  conflict {one_line(cell.where)}: here “{plain(cell.now)}”, returned "
            f"“{plain(cell.returned)}”; {kept}"
        )
    for cell in account.rejected:
        yield f"  rejected {one_line(cell.where)}: {one_line(cell.why)}"
