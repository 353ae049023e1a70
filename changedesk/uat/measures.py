"""The arithmetic of UAT: pure functions over plain values (rules of the field, see docstrings)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple, Protocol

from changedesk.people.shares import Share
from changedesk.uat.trials import Tally, TrialRule, tally

NO_RULES: Mapping[int, TrialRule] = MappingProxyType({})


class ResultFact(NamedTuple):
    """What the arithmetic needs of a result; `step` is None for a verdict on the whole run."""

    uid: str
    step: int | None
    outcome: str
    replaces: frozenset[str]
    remark: bool = False
    trial: int | None = None


@dataclass(frozen=True)
class RunState:
    """Where a run stands: its state, the outcome of each step, and whether it is executed."""

    state: str
    outcomes: Mapping[int, str]
    final: bool

    def count(self, outcome: str) -> int:
        """Return how many steps have this outcome."""
        return sum(1 for found in self.outcomes.values() if found == outcome)


def standing(results: Iterable[ResultFact]) -> list[ResultFact]:
    """Return the results that no other standing result replaces."""
    results = list(results)
    replaced = {uid for result in results for uid in result.replaces}
    if not replaced:
        return results
    return [result for result in results if result.uid not in replaced]


class HasOutcome(Protocol):
    """Anything that carries the code of an outcome, and of a trial step the number of the try."""

    @property
    def outcome(self) -> str:
        """Return the code."""

    @property
    def trial(self) -> int | None:
        """Return which try it was; None for a result of the step as a whole."""


def outcome_of(results: Sequence[HasOutcome]) -> str:
    """Return the outcome that a step's standing results give: none, one, or "disputed"."""
    if len(results) == 1:
        return results[0].outcome
    outcomes = {result.outcome for result in results}
    if not outcomes:
        return ""
    return outcomes.pop() if len(outcomes) == 1 else "disputed"


def tally_of(results: Iterable[HasOutcome], rule: TrialRule) -> Tally:
    """Return what the standing tries of a trial step say; a disputed try is not in yet."""
    return tally((outcome_of(tries) for tries in _by_try(results).values()), *rule)


def _by_try(results: Iterable[HasOutcome]) -> dict[int, list[HasOutcome]]:
    tries: dict[int, list[HasOutcome]] = {}
    for result in results:
        if result.trial is not None:
            tries.setdefault(result.trial, []).append(result)
    return tries


def step_outcome(results: Sequence[HasOutcome], rule: TrialRule | None = None) -> str:
    """Return the outcome of a step from its standing results; empty while a trial step is open.

    Of a trial step a result without the number of a try decides; else the tally of the tries does,
    and a try that is disputed makes the step disputed.
    """
    if rule is None:
        return outcome_of(results)
    whole = [result for result in results if result.trial is None]
    if whole:
        return outcome_of(whole)
    if any(outcome_of(tries) == "disputed" for tries in _by_try(results).values()):
        return "disputed"
    return tally_of(results, rule).outcome


def step_outcomes(
    steps: Sequence[int],
    heads: Mapping[int | None, Sequence[HasOutcome]],
    rules: Mapping[int, TrialRule] = NO_RULES,
) -> dict[int, str]:
    """Return the outcome of each step that has one, from the standing results by step.

    A verdict on the whole run (under None) stands for every step without a result of its own,
    except "fail", which does not say which step it was. `rules` names the trial steps.
    """
    whole = outcome_of(heads.get(None, ()))
    carried = whole if whole in ("pass", "skipped", "na", "blocked") else ""
    outcomes = {
        step: step_outcome(heads[step], rules.get(step)) if step in heads else carried
        for step in steps
    }
    if whole == "fail" and len(steps) == 1:
        outcomes[steps[0]] = outcomes[steps[0]] or "fail"
    return {step: outcome for step, outcome in outcomes.items() if outcome}


def run_state(
    steps: Sequence[int],
    results: Iterable[ResultFact],
    *,
    ended: bool = False,
    rules: Mapping[int, TrialRule] = NO_RULES,
) -> RunState:
    """Return the state of a run from its events.

    The first that fits: no event, disputed, any fail, any blocked, some step open, all skipped or
    not applicable, passed with a remark, passed. A verdict on the whole run stands for every step
    that has no result of its own. Executed: every step has an outcome, or the run failed and was
    ended by the tester (a verdict "fail" on the whole run ends it).
    """
    heads = standing(results)
    by_step: dict[int | None, list[ResultFact]] = {}
    for result in heads:
        by_step.setdefault(result.step, []).append(result)
    outcomes = step_outcomes(steps, by_step, rules)
    whole = outcome_of(by_step.get(None, ()))
    found = {*outcomes.values(), whole} - {""}
    if not found and rules.keys().isdisjoint(by_step):
        return RunState("not_run", {}, False)
    every = len(outcomes) == len(steps) and (bool(steps) or bool(whole))
    disputed = "disputed" in found
    state = _first_that_fits(found, disputed=disputed, every=every)
    if state == "passed" and any(result.remark for result in heads):
        state = "passed_with_remark"
    closed = every or (state == "failed" and (ended or whole == "fail"))
    return RunState(state, outcomes, closed and not disputed)


def _first_that_fits(found: set[str], *, disputed: bool, every: bool) -> str:
    if disputed:
        return "disputed"
    if "fail" in found:
        return "failed"
    if "blocked" in found:
        return "blocked"
    if not every:
        return "in_progress"
    return "na" if found <= {"skipped", "na"} else "passed"


@dataclass(frozen=True)
class Progress:
    """Where a cycle stands, in runs; only the latest attempt of each script and tester counts."""

    planned: int
    executed: int
    passed: int
    failed: int
    blocked: int
    disputed: int
    not_applicable: int
    not_run: int
    in_progress: int

    @property
    def executed_share(self) -> Share:
        """Return executed runs of planned ones."""
        return Share(self.executed, self.planned)

    @property
    def pass_rate(self) -> Share:
        """Return passed of passed, failed and blocked; not applicable is out of the base."""
        return Share(self.passed, self.passed + self.failed + self.blocked)


def progress(runs: Iterable[tuple[str, bool, int]]) -> Progress:
    """Add up runs given as (state, executed, how many)."""
    counts: dict[str, int] = {}
    executed = 0
    for state, final, n in runs:
        counts[state] = counts.get(state, 0) + n
        executed += n if final else 0
    passed = counts.get("passed", 0) + counts.get("passed_with_remark", 0)
    return Progress(
        planned=sum(counts.values()),
        executed=executed,
        passed=passed,
        failed=counts.get("failed", 0),
        blocked=counts.get("blocked", 0),
        disputed=counts.get("disputed", 0),
        not_applicable=counts.get("na", 0),
        not_run=counts.get("not_run", 0),
        in_progress=counts.get("in_progress", 0),
    )


def verdict(progress_: Progress, open_defects: Mapping[str, int]) -> str:
    """Return what the figures say of a cycle: "accepted", "conditional" or "not_accepted".

    Not accepted with a failed, blocked or disputed run, an open critical or high defect, or when
    nothing passed: what was only skipped or is not applicable proves nothing. Conditional while
    runs are open or smaller defects are; else accepted.
    """
    grave = open_defects.get("critical", 0) + open_defects.get("high", 0)
    against = progress_.failed or progress_.blocked or progress_.disputed
    if against or grave or not progress_.passed:
        return "not_accepted"
    if progress_.executed < progress_.planned or any(open_defects.values()):
        return "conditional"
    return "accepted"
