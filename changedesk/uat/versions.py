"""Which version of a script is the one to run, also where two copies each made one."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from changedesk.store.engine import Sql
from changedesk.store.workspace import Workspace

_TOLD_AT_MOST = 3


def newest(version: str, script: str) -> str:
    """Return the condition, in SQL, that a version is the newest one of a script.

    Of two that bear the same number, because they were made apart, every copy takes the same.
    """
    return (
        f"{version}.script_id = {script} AND NOT EXISTS (SELECT 1 FROM script_version later "
        f"WHERE later.script_id = {version}.script_id AND later.id <> {version}.id AND "
        f"(later.number > {version}.number OR later.number = {version}.number AND "
        "(SELECT uid FROM entity WHERE id = later.id) > "
        f"(SELECT uid FROM entity WHERE id = {version}.id)))"
    )


def newest_versions(sql: Sql, scripts: Collection[int]) -> dict[int, int]:
    """Return the key of the newest version of each script."""
    rows = sql.by_keys(
        "SELECT s.id, v.id FROM script s JOIN script_version v "
        f"ON {newest('v', 's.id')} WHERE s.id IN ({{keys}})",
        sorted({*scripts}),
    )
    return {int(script): int(version) for script, version in rows}


def next_numbers(sql: Sql, scripts: Collection[int]) -> dict[int, int]:
    """Return the number that the next version of each script bears."""
    rows = sql.by_keys(
        "SELECT script_id, MAX(number) FROM script_version WHERE script_id IN ({keys}) "
        "GROUP BY script_id",
        sorted({*scripts}),
    )
    return {int(script): (number or 1) + 1 for script, number in rows}


@dataclass(frozen=True)
class MadeApart:
    """A script whose steps two copies changed apart, and what the version to run lacks of it.

    `lacks` are steps that are only in another version, `has` those that another one took out.
    """

    script: int
    code: str
    title: str
    lacks: tuple[str, ...]
    has: tuple[str, ...]

    @property
    def why(self) -> str:
        """Return what a person has to look at, in a sentence or two."""
        told = ["Two copies changed its steps apart, and one of the two is shown."]
        if self.lacks:
            told.append(f"Not in it: {_listed(self.lacks)}.")
        if self.has:
            told.append(f"Taken out by the other: {_listed(self.has)}.")
        return f"{' '.join(told)} Put in what is right: the next edit of its steps settles it."


def _listed(texts: Sequence[str]) -> str:
    more = len(texts) - _TOLD_AT_MOST
    named = ", ".join(f"“{text}”" for text in texts[:_TOLD_AT_MOST])
    return named + (f" and {more} more" if more > 0 else "")


def made_apart(workspace: Workspace, project: int | None = None) -> list[MadeApart]:
    """Return the scripts whose steps were changed apart, until somebody edits them knowing both."""
    with workspace.snapshot(), workspace.connected() as sql:
        scripts = _unsettled(sql, project)
        return list(_lacking(sql, scripts)) if scripts else []


def is_unsettled(sql: Sql, script: int) -> bool:
    """Tell whether the newest version of a script was chosen by no person."""
    rows = sql.rows("SELECT 1 FROM head WHERE ent = ? AND field = 'version'", (script,))
    return len(rows) > 1


def _unsettled(sql: Sql, project: int | None) -> dict[int, tuple[str, str]]:
    # Who edits steps knowing both says a version that names both as what was there before.
    where, values = ("", ()) if project is None else ("WHERE s.project_id = ? ", (project,))
    rows = sql.rows(
        "SELECT s.id, s.code, s.title FROM script s JOIN head h ON h.ent = s.id "
        f"AND h.field = 'version' {where}GROUP BY s.id, s.code, s.title HAVING COUNT(*) > 1 "
        "ORDER BY s.code, s.id",
        values,
    )
    return {int(key): (code, title) for key, code, title in rows}


def _lacking(sql: Sql, scripts: dict[int, tuple[str, str]]) -> Iterator[MadeApart]:
    current = newest_versions(sql, scripts)
    numbers: dict[int, dict[int, int]] = defaultdict(dict)
    for script, version, number in sql.by_keys(
        "SELECT script_id, id, number FROM script_version WHERE script_id IN ({keys})",
        list(scripts),
    ):
        numbers[script][version] = number or 0
    last = _last_of_each(sql, scripts)
    steps = _steps(sql, [version for found in numbers.values() for version in found])
    for script, (code, title) in scripts.items():
        others = last[script] - {current[script]}
        least = min((numbers[script][one] for one in last[script]), default=0)
        older = [one for one, number in numbers[script].items() if number == least - 1]
        now = set(steps[current[script]])
        common = {step for one in older for step in steps[one]}
        lacks = [step for one in others for step in steps[one] if step not in now | common]
        kept = {step for one in others for step in steps[one]}
        has = [step for step in steps[current[script]] if step in common and step not in kept]
        if lacks or (others and has):
            told = (tuple(do or expected for do, expected in some) for some in (lacks, has))
            yield MadeApart(script, code, title, *told)


def _last_of_each(sql: Sql, scripts: Collection[int]) -> dict[int, set[int]]:
    """Return the version that each of the copies made last: with it, it said the number."""
    found: dict[int, set[int]] = defaultdict(set)
    for script, version in sql.by_keys(
        "SELECT v.script_id, v.id FROM head h JOIN op said ON said.id = h.op "
        "JOIN script_version v ON v.script_id = h.ent JOIN entity e ON e.id = v.id "
        "JOIN op made ON made.id = e.op AND made.dev = said.dev AND made.txn = said.txn "
        "WHERE h.field = 'version' AND h.ent IN ({keys})",
        scripts,
    ):
        found[script].add(version)
    return found


def _steps(sql: Sql, versions: Collection[int]) -> dict[int, list[tuple[str, str]]]:
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for version, do, expected in sql.by_keys(
        "SELECT s.version_id, s.do, s.expected FROM step s WHERE s.version_id IN ({keys}) "
        "ORDER BY s.version_id, s.position, s.id",
        versions,
    ):
        found[version].append((do, expected))
    return found
