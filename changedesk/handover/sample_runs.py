"""Records one run of the sample's story as its facilitator did."""

from datetime import timedelta
from typing import Any

from changedesk.handover.sample_picture import screen_picture
from changedesk.handover.sample_story import StoryClock
from changedesk.store.change import Change
from changedesk.store.workspace import Workspace
from changedesk.uat.capture import raise_defect
from changedesk.uat.records import Evidence, Run, Step, StepResult

_LETTERS = {"p": "pass", "f": "fail", "b": "blocked", "s": "skipped", "n": "na"}
_TRIED = "t"


def record_run(
    workspace: Workspace, clock: StoryClock, key: int, told: dict[str, Any], people: dict[str, int]
) -> int | None:
    """Record what the story tells of a run; return the defect that was raised from it, if any."""
    run = workspace.get(Run, key)
    steps = workspace.rows(
        Step.select(Step.id, Step.position, Step.do)
        .where(Step.version == run.version_id)
        .order_by(Step.position)
    )
    name = workspace.record_name(run.script_id)
    with workspace.change(f"Run {name} with {told['tester']}") as change:
        change.set(run, started=change.now_ms)
        rows = _rows(clock, run, told, steps)
        keys = change.add_many(StepResult, [row for _, row in rows])
        results: dict[int, int] = {}
        for (position, row), result in zip(rows, keys, strict=True):
            if position not in results or row["outcome"] == "fail":
                results[position] = result
        if "dispute" in told:
            _dispute(clock, change, run, told["dispute"], steps, people)
        if "picture" in told:
            _picture(change, results, told["picture"])
        if told.get("ended"):
            change.set(run, ended=clock())
    if "defect" not in told:
        return None
    defect = told["defect"]
    clock.now += timedelta(minutes=2)
    result = results[defect["step"]]
    return raise_defect(workspace, result, defect["title"], severity=defect["severity"])


def _rows(
    clock: StoryClock, run: Run, told: dict[str, Any], steps: list[Any]
) -> list[tuple[int, dict[str, Any]]]:
    rows = []
    for step, letter in zip(steps, told["results"], strict=True):
        tries = told["tries"] if letter == _TRIED else letter
        for number, one in enumerate(tries, start=1):
            if one not in _LETTERS:
                continue
            seconds = 20 + (7 * step.position + len(step.do)) % 70
            clock.now += timedelta(seconds=seconds)
            # Words about a step that is tried many times stand at those tries that failed.
            said = told.get("said", {}).get(str(step.position), "")
            row = {
                "run": run.id, "step": step.id, "outcome": _LETTERS[one],
                "actual": said if letter != _TRIED or one == "f" else "",
                "comment": told.get("remark", {}).get(str(step.position), ""),
                "tester": run.tester_id, "at": clock(), "duration": seconds, "build": run.build,
                "trial": number if letter == _TRIED else None,
            }  # fmt: skip
            rows.append((step.position, row))
    return rows


def _dispute(
    clock: StoryClock,
    change: Change,
    run: Run,
    told: dict[str, Any],
    steps: list[Any],
    people: dict[str, int],
) -> None:
    # Somebody else recorded the same step apart, and knew nothing of the first result.
    step = next(step for step in steps if step.position == told["step"])
    change.add(
        StepResult(
            run=run.id,
            step=step.id,
            outcome=told["outcome"],
            actual=told["said"],
            tester=people[told["tester"]],
            at=clock(),
            duration=45,
            build=run.build,
        )
    )


def _picture(change: Change, results: dict[int, int], told: dict[str, Any]) -> None:
    data = screen_picture(told["window"], told["lines"])
    change.add(
        Evidence(
            result=results[told["step"]],
            content=change.content(data),
            media_type="image/png",
            name=told["name"],
            caption=told["window"],
            size=len(data),
        )
    )
