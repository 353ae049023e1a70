"""A whole cycle line by line, as its workbook and its certificate print it: few queries, no loop.

A line is one step of one run. Every figure of a document is counted from the same lines.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from sys import intern
from typing import NamedTuple

from changedesk.store.engine import Sql
from changedesk.store.workspace import Workspace
from changedesk.uat.filling import filled, values_of
from changedesk.uat.latest import DATA_SET_NOW
from changedesk.uat.measures import step_outcomes, tally_of
from changedesk.uat.queries import RunRow, runs
from changedesk.uat.trials import Tally, TrialRule, rule_of
from changedesk.uat.versions import newest


class Told(NamedTuple):
    """What somebody recorded: a result of a step, or of a run as a whole, that counts now."""

    outcome: str
    actual: str
    comment: str
    tester: str
    at: int | None
    pictures: int
    trial: int | None = None


class StepLine(NamedTuple):
    """One step of one run. `key` tells it for ever, `reference` is how people name it.

    `outcome` is a code of OUTCOMES, "disputed", or empty; it may be carried from a verdict on the
    whole run, then nothing stands in `heads`, the results of this step that count now. The tries
    of a trial step (it has a `tally`) stand there as one result.
    """

    key: str
    reference: str
    run: RunRow
    position: int
    do: str
    data: str
    expected: str
    outcome: str
    heads: tuple[Told, ...]
    tally: Tally | None = None

    @property
    def told(self) -> Told | None:
        """Return the last result that counts."""
        return self.heads[-1] if self.heads else None


@dataclass(frozen=True)
class RunLine:
    """One run: the verdicts on it as a whole that count now, and its steps.

    `version` is the number of the version of the script that it was made with, `newest` the one
    that the script has now.
    """

    key: str
    reference: str
    run: RunRow
    preconditions: str
    test_data: str
    priority: str
    whole: tuple[Told, ...]
    steps: tuple[StepLine, ...]
    minutes: int | None = None
    text: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    version: int = 1
    newest: int = 1

    @property
    def title(self) -> str:
        """Return the script's title, and behind it the data set that this run is done with."""
        return self.run.name


class RunHead(NamedTuple):
    """What every line of a run shares; `version` are the steps that it has or would take.

    They have the `number` of this version; `newest` is the one that the script has now.
    """

    version: int
    uid: str
    reference: str
    preconditions: str
    test_data: str
    priority: str
    minutes: int | None
    text: str
    values: str
    number: int
    newest: int


class StepFacts(NamedTuple):
    """A step of a version of a script."""

    id: int
    uid: str
    position: int
    do: str
    data: str
    expected: str
    trials: int | None
    threshold: int | None


def run_lines(workspace: Workspace, cycle: int, *, tester: int | None = None) -> list[RunLine]:
    """Return the last attempts of a cycle (of one tester, if given) with all that was recorded.

    Call it within a snapshot when other figures must agree with it.
    """
    chosen = runs(workspace, cycle, tester=tester)
    with workspace.connected() as sql:
        heads = run_heads(sql, cycle)
        steps = version_steps(sql, sorted({head.version for head in heads.values()}))
        results = _results(sql, cycle)
    return [
        run_line(run, heads[run.id], steps[heads[run.id].version], results.pop(run.id, {}))
        for run in chosen
    ]


def step_lines(lines: Iterable[RunLine]) -> list[StepLine]:
    """Return the steps of all these runs, in their order."""
    return [step for line in lines for step in line.steps]


def run_line(
    run: RunRow,
    head: RunHead,
    steps: Sequence[StepFacts],
    results: Mapping[int | None, tuple[Told, ...]],
) -> RunLine:
    """Return a run as a line: its steps, and what the results by step make of them."""
    rules = {
        step.id: rule
        for step in steps
        if (rule := rule_of(step.trials, step.threshold)) is not None
    }
    outcomes = step_outcomes([step.id for step in steps], results, rules)
    values = values_of(head.values)
    lines = [
        StepLine(
            f"{head.uid}.{step.uid}", f"{head.reference}.{step.position:02d}", run, step.position,
            filled(step.do, values), filled(step.data, values), filled(step.expected, values),
            outcomes.get(step.id, ""),
            *_together(results.get(step.id, ()), rules.get(step.id), outcomes.get(step.id, "")),
        )
        for step in steps
    ]  # fmt: skip
    return RunLine(
        head.uid, head.reference, run, filled(head.preconditions, values),
        filled(head.test_data, values), head.priority, results.get(None, ()), tuple(lines),
        head.minutes, filled(head.text, values), values, head.number, head.newest,
    )  # fmt: skip


def _together(
    results: tuple[Told, ...], rule: TrialRule | None, outcome: str
) -> tuple[tuple[Told, ...], Tally | None]:
    """Return the results of a step; the tries of a trial step as one result that tells of all."""
    if rule is None:
        return results, None
    found = tally_of(results, rule)
    whole = tuple(result for result in results if result.trial is None)
    if whole or not results:
        return whole, found
    said = dict.fromkeys(result.actual for result in results if result.actual)
    comments = dict.fromkeys(result.comment for result in results if result.comment)
    testers = dict.fromkeys(result.tester for result in results if result.tester)
    told = "\n".join((tries_in_words(found), *said))
    pictures = sum(result.pictures for result in results)
    one = Told(outcome, told, "\n".join(comments), ", ".join(testers), results[-1].at, pictures)
    return (one,), found


def tries_in_words(found: Tally) -> str:
    """Return how the tries of a step stand: how many passed, how sure that is, what is needed."""
    words = f"{found.passed} of {found.tries} tries passed"
    if found.low is not None and found.high is not None:
        words += f" (95 % interval {found.low * 100:.0f} to {found.high * 100:.0f} %)"
    return f"{words}; {found.threshold} % of {found.n} must."


def run_heads(sql: Sql, cycle: int) -> dict[int, RunHead]:
    """Return what the lines of each run of a cycle share, by the run's key."""
    # A second run of the same script in a cycle is UAT-003-2: so a reference names one line. A
    # run that has not started will take the steps and the values as they are now.
    rows = sql.rows(
        "SELECT run.id, CASE WHEN run.started IS NULL THEN now.id ELSE run.version_id END, e.uid, "
        "script.code, ROW_NUMBER() OVER (PARTITION BY run.script_id ORDER BY run.id), "
        "script.preconditions, script.test_data, script.priority, script.minutes, script.text, "
        "COALESCE(d.\"values\", ''), "
        "CASE WHEN run.started IS NULL THEN now.number ELSE own.number END, now.number FROM run "
        "JOIN entity e ON e.id = run.id JOIN script ON script.id = run.script_id "
        "LEFT JOIN data_set d ON d.id = CASE WHEN run.started IS NULL "
        f"THEN {DATA_SET_NOW} ELSE run.data_set_id END "
        "JOIN script_version own ON own.id = run.version_id "
        f"JOIN script_version now ON {newest('now', 'script.id')} WHERE run.cycle_id = ?",
        (cycle,),
    )
    return {
        run: RunHead(version, bytes(uid).hex(), code if nth == 1 else f"{code}-{nth}", *texts)
        for run, version, uid, code, nth, *texts in rows
    }


def version_steps(sql: Sql, versions: Sequence[int]) -> dict[int, list[StepFacts]]:
    """Return the steps of versions of scripts, in their order."""
    found: dict[int, list[StepFacts]] = defaultdict(list)
    for version, key, uid, *texts in sql.by_keys(
        "SELECT s.version_id, s.id, e.uid, s.position, s.do, s.data, s.expected, s.trials, "
        "s.threshold FROM step s JOIN entity e ON e.id = s.id WHERE s.version_id IN ({keys}) "
        "ORDER BY s.version_id, s.position, s.id",
        versions,
    ):
        found[version].append(StepFacts(key, bytes(uid).hex(), *texts))
    return found


def _results(sql: Sql, cycle: int) -> dict[int, dict[int | None, tuple[Told, ...]]]:
    # Of each run, by step, what counts now: a result that another one replaces does not.
    replaced = {
        bytes.fromhex(uid)
        for (uids,) in sql.rows(
            "SELECT r.replaces FROM step_result r JOIN run ON run.id = r.run_id "
            "WHERE run.cycle_id = ? AND r.replaces <> ''",
            (cycle,),
        )
        for uid in uids.split()
    }
    found: dict[int, dict[int | None, tuple[Told, ...]]] = defaultdict(dict)
    for run, step, uid, outcome, actual, comment, tester, at, pictures, trial in sql.each(
        "SELECT r.run_id, r.step_id, e.uid, r.outcome, r.actual, r.comment, "
        "COALESCE(p.name, ''), r.at, "
        "(SELECT COUNT(*) FROM evidence v WHERE v.result_id = r.id AND v.content <> ''), "
        "r.trial "
        "FROM step_result r JOIN run ON run.id = r.run_id "
        "JOIN entity e ON e.id = r.id LEFT JOIN person p ON p.id = r.tester_id "
        "WHERE run.cycle_id = ? ORDER BY r.id",
        (cycle,),
    ):
        if bytes(uid) in replaced:
            continue
        steps = found[run]
        # The same few words stand at thousands of results: each is kept once.
        told = Told(intern(outcome), actual, comment, intern(tester), at, pictures, trial)
        steps[step] = (*steps[step], told) if step in steps else (told,)
    return found
