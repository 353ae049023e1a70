"""Results as the JSON that Xray takes: a test execution with its tests, steps and evidence."""

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from changedesk.exchange.drafts import Outcome, ScriptDraft
from changedesk.exchange.writers.suite import Written

_STATES: dict[Outcome | None, str] = {
    "pass": "PASSED",
    "fail": "FAILED",
    "blocked": "ABORTED",
    "skipped": "TODO",
    "na": "TODO",
    None: "TODO",
}
_WORDS = {"blocked": "blocked", "skipped": "skipped", "na": "not applicable"}


@dataclass(frozen=True, slots=True)
class Evidence:
    """A file that shows what was seen."""

    filename: str
    content_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class StepRun:
    """What a step gave."""

    outcome: Outcome | None
    actual: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a script; times are ISO text with an offset, `values` the run's set of data.

    `key` is the test's key in Jira; without one Xray finds or makes the test by its definition.
    """

    script: ScriptDraft
    outcome: Outcome | None
    key: str = ""
    started: str = ""
    finished: str = ""
    comment: str = ""
    steps: tuple[StepRun, ...] = ()
    values: tuple[tuple[str, str], ...] = ()
    evidence: tuple[Evidence, ...] = ()
    defects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Execution:
    """A cycle as Xray's test execution."""

    project: str
    summary: str
    runs: tuple[Run, ...]
    description: str = ""
    version: str = ""
    revision: str = ""
    started: str = ""
    finished: str = ""
    environments: tuple[str, ...] = ()


def write(execution: Execution) -> Written:
    """Return the execution; runs of one script with several sets of data are its iterations."""
    groups: dict[str, list[Run]] = {}
    for run in execution.runs:
        groups.setdefault(run.script.source_key, []).append(run)
    told = {
        "info": _filled(
            {
                "project": execution.project,
                "summary": execution.summary,
                "description": execution.description,
                "version": execution.version,
                "revision": execution.revision,
                "startDate": execution.started,
                "finishDate": execution.finished,
                "testEnvironments": list(execution.environments),
            }
        ),
        "tests": [_test(execution, runs) for runs in groups.values()],
    }
    content = json.dumps(told, ensure_ascii=False, indent=2).encode("utf-8")
    return Written(content, tuple(_warnings(execution)))


def _warnings(execution: Execution) -> list[str]:
    found = []
    for outcome, word in _WORDS.items():
        count = sum(run.outcome == outcome for run in execution.runs)
        if count:
            found.append(
                f'{count} results are "{word}", for which Xray has no word: they are written as '
                f"{_STATES[outcome]} with the word in the comment."  # type: ignore[index]
            )
    return found


def _test(execution: Execution, runs: Sequence[Run]) -> dict[str, Any]:
    first = runs[0]
    test: dict[str, Any] = (
        {"testKey": first.key} if first.key else {"testInfo": _info(execution, first)}
    )
    test["status"] = _worst([_STATES[run.outcome] for run in runs])
    test |= {"start": min((r.started for r in runs if r.started), default="")}
    test |= {"finish": max((r.finished for r in runs if r.finished), default="")}
    comments = [text for run in runs if (text := _comment(run))]
    test["comment"] = "\n".join(dict.fromkeys(comments))
    test["evidences"] = [_evidence(one) for run in runs for one in run.evidence]
    test["defects"] = list(dict.fromkeys(key for run in runs for key in run.defects))
    if len(runs) == 1 and not first.values:
        test["steps"] = _steps(first)
    else:
        test["iterations"] = [_iteration(run, at) for at, run in enumerate(runs, 1)]
    return _filled(test)


def _info(execution: Execution, run: Run) -> dict[str, Any]:
    """Return what the test is, so that Xray can make it."""
    script = run.script
    kind = "Manual" if script.steps else "Generic"
    info: dict[str, Any] = {"projectKey": execution.project, "summary": script.title, "type": kind}
    if script.steps:
        info["steps"] = [
            {"action": step.do, "data": step.data, "result": step.expected} for step in script.steps
        ]
    else:
        info["definition"] = script.text or script.title
    if script.requirements:
        info["requirementKeys"] = list(script.requirements)
    return info


def _iteration(run: Run, at: int) -> dict[str, Any]:
    names = ", ".join(value for _, value in run.values)
    return _filled(
        {
            "name": f"Iteration {at}: {names}" if names else f"Iteration {at}",
            "parameters": [{"name": name, "value": value} for name, value in run.values],
            "log": _comment(run),
            "status": _STATES[run.outcome],
            "steps": _steps(run),
        }
    )


def _steps(run: Run) -> list[dict[str, Any]]:
    return [
        _filled(
            {
                "status": _STATES[step.outcome],
                "actualResult": step.actual,
                "evidences": [_evidence(one) for one in step.evidence],
            }
        )
        for step in run.steps
    ]


def _evidence(one: Evidence) -> dict[str, str]:
    data = base64.b64encode(one.data).decode("ascii")
    return {"data": data, "filename": one.filename, "contentType": one.content_type}


def _comment(run: Run) -> str:
    word = _WORDS.get(run.outcome or "", "")
    return "\n".join(part for part in (f"Result: {word}" if word else "", run.comment) if part)


def _worst(states: list[str]) -> str:
    """Return Xray's own verdict on several: failing wins, passing needs all of them."""
    order = ("FAILED", "ABORTED", "TODO", "PASSED")
    return next(state for state in order if state in states)


def _filled(told: dict[str, Any]) -> dict[str, Any]:
    """Leave out what says nothing; Xray refuses empty dates."""
    return {name: value for name, value in told.items() if value not in ("", [], None)}
