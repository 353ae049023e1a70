"""What an import does with each file, and the account that it gives of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from changedesk.cli.output import one_line, plain
from changedesk.exchange.drafts import Place, RowNote, ScriptDraft, ScriptImport
from changedesk.exchange.reader import read_file
from changedesk.exchange.recognise import recognise_file
from changedesk.exchange.scripts import scripts_of
from changedesk.store.errors import ChangeDeskError
from changedesk.store.workspace import Workspace
from changedesk.uat.importing import Taken, import_scripts, known_sources
from changedesk.uat.queries import cycle_called

RESULTS, SCRIPTS = "results", "scripts"
_PLURALS = {
    "script": "scripts", "step": "steps", "cycle": "cycles", "run": "runs", "result": "results",
    "person": "people",
}  # fmt: skip

Note = dict[str, Any]


@dataclass(frozen=True)
class Reading:
    """How files are to be read: as what kind, which sheet, which columns, for which cycle."""

    kind: str = ""
    sheet: str = ""
    mapping: Mapping[str, str] = field(default_factory=dict)
    cycle: str = ""


@dataclass
class FileAccount:
    """One file: what was found in it, what is left out and why, and what became of the rest."""

    file: Path
    kind: str
    source: str
    found: ScriptImport | None
    cycle: int | None
    skipped: list[Note] = field(default_factory=list)
    rejected: list[Note] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    taken: Taken = field(default_factory=Taken)

    def facts(self) -> dict[str, Any]:
        """Return the account by the keys of the contract."""
        account = self.found.account if self.found is not None else None
        return {
            "kind": self.kind,
            "created": self.taken.created,
            "updated": self.taken.updated,
            "unchanged": self.taken.unchanged,
            "skipped": self.skipped,
            "rejected": self.rejected,
            "conflicts": [],
            "warnings": self.warnings,
            "source": self.source,
            "cycle": self.taken.cycle,
            "rows": {
                "read": account.read,
                "made": account.made,
                "continuation": account.continuation,
                "skipped": sum(note.rows for note in account.skipped),
                "rejected": sum(note.rows for note in account.rejected),
            }
            if account is not None
            else {},
        }


def read_all(
    workspace: Workspace, project: int, files: Sequence[Path], reading: Reading
) -> list[FileAccount | ChangeDeskError]:
    """Read all files; one that is refused gives its refusal instead.

    Raises UserError for a cycle that is not there.
    """
    cycle = cycle_called(workspace, project, reading.cycle).id if reading.cycle else None
    found: list[FileAccount | ChangeDeskError] = []
    for file in files:
        try:
            found.append(_read(workspace, project, file, reading, cycle))
        except ChangeDeskError as problem:
            found.append(problem)
    return found


def _read(
    workspace: Workspace, project: int, file: Path, reading: Reading, cycle: int | None
) -> FileAccount:
    foreign = read_file(file)
    # Results stand in the same sheets as the scripts that they belong to.
    wanted = SCRIPTS if reading.kind == RESULTS else reading.kind or None
    recogniser = recognise_file(foreign, wanted)
    found = scripts_of(foreign, sheet=reading.sheet or None, mapping=reading.mapping)
    kind = reading.kind or recogniser.kind
    account = FileAccount(file, kind, found.source, found, cycle, warnings=list(found.warnings))
    if kind == RESULTS:
        _only_known_scripts(workspace, project, account, found)
    account.skipped = [_note(note) for note in found.account.skipped]
    account.rejected += [_note(note) for note in found.account.rejected]
    account.rejected += [
        {
            "where": _where(place),
            "why": f"“{plain(question.word)}”: {question.why}",
            "word": question.word,
        }
        for question in found.questions
        for place in question.places
    ]
    return account


def _only_known_scripts(
    workspace: Workspace, project: int, account: FileAccount, found: ScriptImport
) -> None:
    known = known_sources(workspace, project, found)
    belongs: list[ScriptDraft] = []
    for draft in found.scripts:
        if draft.source_key in known:
            belongs.append(draft)
        else:
            why = "the script is not in this project: import it as scripts first"
            account.rejected.append({"where": _where(draft.where), "why": why})
    account.found = replace(found, scripts=tuple(belongs))


def _note(note: RowNote) -> Note:
    rows = {"rows": note.rows} if note.rows != 1 else {}
    return {"where": _where(note.where), "why": note.why, **rows}


def _where(place: Place) -> str:
    return str(place) if place.sheet or place.row else "the whole file"


def take_in(workspace: Workspace, project: int, account: FileAccount, *, only_try: bool) -> None:
    """Take one file in, in one change; with `only_try` nothing of it stays."""
    if account.found is not None:
        account.taken = import_scripts(
            workspace, project, account.found, cycle=account.cycle, only_try=only_try
        )


def refused(file: Path, problem: object) -> FileAccount:
    """Return the account of a file that was refused while others were taken."""
    note = {"where": file.name, "why": str(problem)}
    return FileAccount(file, "", "", None, None, rejected=[note])


def together(accounts: Sequence[FileAccount]) -> dict[str, Any]:
    """Return one account; of several files the sum, with the files one by one beside it."""
    if len(accounts) == 1:
        return accounts[0].facts()
    each = [one.facts() for one in accounts]
    kinds = {facts["kind"] for facts in each} - {""}
    whole: dict[str, Any] = {
        "kind": kinds.pop() if len(kinds) == 1 else "several",
        "created": _sum(facts["created"] for facts in each),
        "updated": _sum(facts["updated"] for facts in each),
        "unchanged": sum(facts["unchanged"] for facts in each),
    }
    for key in ("skipped", "rejected"):
        whole[key] = [
            {**note, "where": _placed(one.file, note["where"])}
            for one, facts in zip(accounts, each, strict=True)
            for note in facts[key]
        ]
    whole["conflicts"] = []
    whole["warnings"] = [warning for facts in each for warning in facts["warnings"]]
    named = zip(accounts, each, strict=True)
    whole["files"] = [{"file": str(one.file), **facts} for one, facts in named]
    return whole


def _placed(file: Path, where: str) -> str:
    return where if where == file.name else f"{file.name}, {where}"


def _sum(counts: Iterator[dict[str, int]]) -> dict[str, int]:
    total: dict[str, int] = {}
    for one in counts:
        for name, n in one.items():
            total[name] = total.get(name, 0) + n
    return total


def words_of(accounts: Sequence[FileAccount], *, dry_run: bool, held_back: bool) -> Iterator[str]:
    """Yield the account in words, for people."""
    for one in accounts:
        name = one_line(one.file.name)
        if one.found is not None:
            yield f"{name}: read as {one.kind} ({one.source})"
            yield from (f"  {line}" for line in _counts(one, dry_run=dry_run, held_back=held_back))
        yield from (f"  note: {one_line(warning)}" for warning in one.warnings)
        for note in one.skipped:
            yield f"  skipped  {one_line(note['where'])}: {one_line(note['why'])}"
        for note in one.rejected:
            yield f"  rejected {one_line(note['where'])}: {one_line(note['why'])}"


def _counts(one: FileAccount, *, dry_run: bool, held_back: bool) -> Iterator[str]:
    if held_back:
        yield "nothing was taken, because rows are rejected and --strict was given"
        return
    would = "would make" if dry_run else "made"
    made = [f"{n:,} {name if n == 1 else _PLURALS[name]}" for name, n in one.taken.created.items()]
    yield f"{would} {', '.join(made) or 'nothing new'}"
    changed = sum(one.taken.updated.values())
    if changed or one.taken.unchanged:
        yield f"updated {changed:,}, unchanged {one.taken.unchanged:,}"
    if one.taken.cycle:
        yield f"results are in {one.taken.cycle}"
