"""The account that an import gives of each file: what was made, and what was left out and why."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from changedesk.cli.counting import counted
from changedesk.cli.output import one_line, plain
from changedesk.exchange.drafts import Account, Place, Question, RowNote
from changedesk.exchange.making import Taken

Note = dict[str, Any]
Take = Callable[[bool], Taken]

ROW, QUESTION, FILE = "row", "question", "file"
"""What a rejected entry is about: rows, a word that nobody documented, or the file as a whole."""


@dataclass
class FileAccount:
    """One file: what was found in it, what is left out and why, and what became of the rest.

    `take` writes it, or with True only tries; None for a file that was refused.
    """

    file: Path
    kind: str = ""
    source: str = ""
    rows: dict[str, int] = field(default_factory=dict)
    take: Take | None = None
    skipped: list[Note] = field(default_factory=list)
    rejected: list[Note] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    taken: Taken = field(default_factory=Taken)

    def facts(self) -> dict[str, Any]:
        """Return the account by the keys of the contract."""
        return {
            "kind": self.kind,
            "created": self.taken.created,
            "updated": self.taken.updated,
            "unchanged": self.taken.unchanged,
            "skipped": self.skipped,
            "rejected": self.rejected,
            "conflicts": [],
            "warnings": [*self.warnings, *self.taken.warnings],
            "source": self.source,
            "cycle": self.taken.cycle,
            "rows": self.rows,
        }


def refused(file: Path, name: str, problem: object) -> FileAccount:
    """Return the account of a file that was refused as a whole; `name` tells it from the others."""
    why = str(problem) if name == file.name else f"{name}: {problem}"
    note = {"kind": FILE, "where": name, "why": why}
    return FileAccount(file, rejected=[note])


def rows_of(account: Account) -> dict[str, int]:
    """Return how many rows were read, and what became of them."""
    return {
        "read": account.read,
        "made": account.made,
        "continuation": account.continuation,
        "skipped": sum(note.rows for note in account.skipped),
        "rejected": sum(note.rows for note in account.rejected),
    }


def noted(notes: Iterable[RowNote]) -> list[Note]:
    """Return rows that were left out, with place and reason."""
    return [
        {"where": where_of(note.where), "why": note.why}
        | ({"rows": note.rows} if note.rows > 1 else {})
        for note in notes
    ]


def rejected_rows(notes: Iterable[RowNote]) -> list[Note]:
    """Return rejected rows, told apart from questions by their kind."""
    return [{"kind": ROW, **note} for note in noted(notes)]


def asked(questions: Iterable[Question]) -> list[Note]:
    """Return the words that nobody documented, each place on its own."""
    return [
        {
            "kind": QUESTION,
            "where": where_of(place),
            "why": f"“{plain(question.word)}”: {question.why}",
            "word": question.word,
        }
        for question in questions
        for place in question.places
    ]


def where_of(place: Place) -> str:
    """Return a place in words."""
    return str(place) if place.sheet or place.row else "the whole file"


def together(accounts: Sequence[FileAccount]) -> dict[str, Any]:
    """Return one account; of several files the sum, with the files one by one beside it."""
    if len(accounts) == 1:
        return accounts[0].facts()
    each = [one.facts() for one in accounts]
    names = short_names([one.file for one in accounts])
    kinds = {facts["kind"] for facts in each} - {""}
    whole: dict[str, Any] = {
        "kind": kinds.pop() if len(kinds) == 1 else "several",
        "created": _sum(facts["created"] for facts in each),
        "updated": _sum(facts["updated"] for facts in each),
        "unchanged": sum(facts["unchanged"] for facts in each),
    }
    for key in ("skipped", "rejected"):
        whole[key] = [
            {**note, "where": name if note.get("kind") == FILE else f"{name}, {note['where']}"}
            for name, facts in zip(names, each, strict=True)
            for note in facts[key]
        ]
    whole["conflicts"] = []
    whole["warnings"] = [warning for facts in each for warning in facts["warnings"]]
    pairs = zip(accounts, each, strict=True)
    whole["files"] = [{"file": str(one.file), **facts} for one, facts in pairs]
    return whole


def short_names(files: Sequence[Path]) -> list[str]:
    """Return what to call files: the last part of the path, or all of it where two are alike."""
    times = Counter(file.name for file in files)
    return [file.name if times[file.name] == 1 else str(file) for file in files]


def _sum(counts: Iterator[dict[str, int]]) -> dict[str, int]:
    total: dict[str, int] = {}
    for one in counts:
        for name, n in one.items():
            total[name] = total.get(name, 0) + n
    return total


def words_of(accounts: Sequence[FileAccount], *, dry_run: bool, held_back: bool) -> Iterator[str]:
    """Yield the account in words, for people."""
    names = short_names([one.file for one in accounts])
    for name, one in zip(names, accounts, strict=True):
        if one.take is not None:
            yield f"{one_line(name)}: read as {one.kind} ({one.source})"
            yield from (f"  {line}" for line in _counts(one, dry_run=dry_run, held_back=held_back))
        else:
            yield f"{one_line(name)}: not read"
        warnings = [*one.warnings, *one.taken.warnings]
        yield from (f"  note: {one_line(warning)}" for warning in warnings)
        for note in one.skipped:
            yield f"  skipped  {_line(note)}"
        for note in one.rejected:
            if note["kind"] == FILE:
                yield f"  {one_line(note['why'])}"
            else:
                told = "asked   " if note["kind"] == QUESTION else "rejected"
                yield f"  {told} {_line(note)}"


def _line(note: Note) -> str:
    rows = f" ({note['rows']:,} rows)" if "rows" in note else ""
    return f"{one_line(note['where'])}{rows}: {one_line(note['why'])}"


def _counts(one: FileAccount, *, dry_run: bool, held_back: bool) -> Iterator[str]:
    if held_back:
        yield "nothing was taken, because something is rejected and --strict was given"
        return
    would = "would make" if dry_run else "made"
    yield f"{would} {', '.join(counted(one.taken.created)) or 'nothing new'}"
    changed = sum(one.taken.updated.values())
    if changed or one.taken.unchanged:
        yield f"updated {changed:,}, unchanged {one.taken.unchanged:,}"
    if one.taken.cycle:
        yield f"results are in {one.taken.cycle}"
