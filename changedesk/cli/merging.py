"""Commands for copies that were worked on apart: merge, bundle, conflicts."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from changedesk.cli.arguments import Address, AsJson, opened
from changedesk.cli.counting import counted
from changedesk.cli.output import (
    NEEDS_A_PERSON,
    moment,
    one_line,
    plain,
    report,
)
from changedesk.store.clock import local_moment
from changedesk.store.errors import UserError

if TYPE_CHECKING:
    from changedesk.store.conflicts import Conflict
    from changedesk.store.merging import MergeAccount

Facts = dict[str, Any]


def merge(
    address: Address,
    other: Annotated[
        str,
        typer.Argument(
            metavar="[OTHER]", help="Another copy: a workspace, its address, or a .cdbundle."
        ),
    ] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what it would do.")] = False,
    take_back: Annotated[
        bool, typer.Option("--take-back", help="Put back what was here before the last merge.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Take in what another copy of the workspace has and this one lacks."""
    from changedesk.overview.after_merging import to_look_at

    if take_back:
        if other or dry_run:
            raise UserError("--take-back stands alone: it takes the last merge back.")
        with opened(address, to_write=True) as workspace:
            source = workspace.take_back_merge()
        report(as_json, {"taken_back": source}, [f"Taken back: the merge with {source}"])
        return
    if not other.strip():
        raise UserError("Say what is to be taken in: another copy of the workspace, or a bundle.")
    with opened(address, to_write=True) as workspace:
        account = workspace.merge(other, dry_run=dry_run)
        notes = to_look_at(workspace, account)
    facts = _account_facts(account)
    facts["warnings"] += notes
    report(as_json, facts, [*_account_lines(account), *(f"  look at: {one}" for one in notes)])
    if account.conflicts or notes:
        raise typer.Exit(NEEDS_A_PERSON)


def _account_facts(account: "MergeAccount") -> Facts:
    return {
        "kind": account.kind,
        "created": account.created,
        "updated": account.updated,
        "unchanged": account.unchanged,
        "skipped": [],
        "rejected": [],
        "conflicts": [_sides(one, account) for one in account.conflicts],
        "warnings": list(_warnings(account)),
        "withdrawn": account.withdrawn,
        "operations": account.operations,
        "contents": account.contents,
        "renamed": [{"code": one.code, "was": one.claimed} for one in account.renamed],
        "backup": str(account.backup) if account.backup else None,
        "dry_run": account.dry_run,
    }


def _sides(conflict: "Conflict", account: "MergeAccount") -> Facts:
    theirs = [said for said in conflict.values if said.h in account.hashes]
    mine = [said for said in conflict.values if said.h not in account.hashes]
    return {
        "id": conflict.id, "kind": conflict.kind, "record": conflict.record,
        "field": conflict.field, "label": conflict.label,
        "mine": "; ".join(said.shown for said in mine),
        "theirs": "; ".join(said.shown for said in theirs),
    }  # fmt: skip


def _warnings(account: "MergeAccount") -> Iterator[str]:
    for one in account.renamed:
        yield f"Two records had the code {one.claimed}: one is called {one.code} now."
    if account.ahead:
        yield (
            "The clock of the other computer runs more than a day ahead: what was written there "
            "is kept, and its times are not believed."
        )


def _account_lines(account: "MergeAccount") -> Iterator[str]:
    if account.nothing_new:
        yield f"{one_line(account.source)} has nothing that is not here."
        return
    would = "Would take in" if account.dry_run else "Took in"
    yield f"{would} {account.operations:,} operations of {one_line(account.source)}"
    for word, counts in (
        ("new", account.created), ("changed", account.updated), ("taken out", account.withdrawn),
    ):  # fmt: skip
        if counts:
            yield f"  {word}: {', '.join(counted(counts))}"
    if account.contents:
        yield f"  pictures and files: {account.contents:,}"
    yield from (f"  note: {one_line(warning)}" for warning in _warnings(account))
    for one in account.conflicts:
        yield from (f"  {line}" for line in _lines_of(one))
    if account.backup is not None:
        yield f"What was before is in {account.backup}; --take-back puts it back."


def bundle(
    address: Address,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to: a .cdbundle file.")],
    other: Annotated[
        str,
        typer.Option(
            "--for", metavar="OTHER", help="What this copy lacks, or who wrote this bundle."
        ),
    ] = "",
    since: Annotated[
        str, typer.Option("--since", metavar="DATE", help="What was written since this day.")
    ] = "",
    known: Annotated[
        bool,
        typer.Option("--known", help="Only how far this copy goes, for the other side's --for."),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Write a .cdbundle with what the other side lacks."""
    if sum(map(bool, (other, since, known))) > 1:
        raise UserError("Give one of --for, --since and --known.")
    moment_ms = _moment_of(since) if since else None
    with opened(address) as workspace:
        written = workspace.bundle(file, other=other or None, since_ms=moment_ms, reach_only=known)
    facts = {
        "file": str(written.path), "operations": written.operations,
        "contents": written.contents, "bytes": written.bytes,
    }  # fmt: skip
    holds = f"{written.operations:,} operations, {written.contents:,} pictures and files"
    told = "how far this copy goes" if known else holds
    report(as_json, facts, [f"{written.path}: {told} ({written.bytes:,} bytes)"])


def _moment_of(text: str) -> int:
    try:
        day = datetime.fromisoformat(text.strip())
    except ValueError:
        raise UserError(f"--since takes a date such as 2026-03-31, not {plain(text)}.") from None
    return int((day if day.tzinfo else day.astimezone()).timestamp() * 1000)


def conflicts(
    address: Address,
    resolve: Annotated[str, typer.Option("--resolve", metavar="ID", help="Decide this one.")] = "",
    take: Annotated[
        int, typer.Option("--take", metavar="N", min=0, help="The number of what is to hold.")
    ] = 0,
    as_json: AsJson = False,
) -> None:
    """List what needs a person's decision, or decide one of them."""
    if bool(resolve) != bool(take):
        raise UserError("--resolve ID and --take N go together: which conflict, and what holds.")
    if resolve:
        with opened(address, to_write=True) as workspace:
            label = workspace.resolve(resolve.strip(), take)
            left = len(workspace.conflicts())
        facts: Facts = {"resolved": resolve.strip(), "label": label, "left": left}
        report(as_json, facts, [label, f"{left:,} more to decide" if left else "All is decided."])
        return
    with opened(address) as workspace:
        found, said = workspace.conflicts(), workspace.also_said()
    facts = {"conflicts": list(map(_facts, found)), "also_said": list(map(_facts, said))}
    report(as_json, facts, _listed(found, said))
    if found:
        raise typer.Exit(NEEDS_A_PERSON)


def _facts(conflict: "Conflict") -> Facts:
    return {
        "id": conflict.id, "kind": conflict.kind, "type": conflict.type_name,
        "record": conflict.record, "field": conflict.field, "label": conflict.label,
        "shown": conflict.shown,
        "values": [
            {
                "take": number, "value": said.text, "shown": said.shown, "who": said.who,
                "when": moment(said.when_ms), "device": said.device,
            }
            for number, said in enumerate(conflict.values, start=1)
        ],
    }  # fmt: skip


def _listed(found: "Sequence[Conflict]", said: "Sequence[Conflict]") -> Iterator[str]:
    if not found:
        yield "There is nothing to decide."
    for one in found:
        yield from _lines_of(one)
    if said:
        yield "Also said (the first one is shown; nothing needs to be done):"
    for one in said:
        yield from (f"  {line}" for line in _lines_of(one))


def _lines_of(conflict: "Conflict") -> Iterator[str]:
    about = f"{plain(conflict.record)}  {conflict.label}".rstrip()
    if conflict.kind == "deleted":
        about += "  taken out by one, worked on by another"
    yield f"{conflict.id}  {about}"
    for number, said in enumerate(conflict.values, start=1):
        who = f"{plain(said.who)}, {local_moment(said.when_ms)}"
        yield f"  {number}  {plain(said.shown) or '(empty)'}  ({who})"
